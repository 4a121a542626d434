/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-headcount-store.h"

static char *opt_as_of;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to count (default: today)"), N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

/* The database may tell more one day; what this command prints stays the same. */
static const char *const top_keys[] = { "as_of", "posts", "heads", "quota", "present", NULL };
static const char *const section_keys[] = { "code", "name", "ceiling", "seats", "filled", NULL };
static const char *const agency_keys[] = { "code", "name", "receives", "quota", "present", "standby", NULL };

static JsonObject *
pick (JsonObject *from, const char *const *keys)
{
  JsonObject *to = json_object_new ();

  for (; *keys; keys++)
    json_object_set_member (to, *keys,
                            json_object_has_member (from, *keys) ? json_node_copy (json_object_get_member (from, *keys))
                                                                 : json_node_new (JSON_NODE_NULL));
  return to;
}

static JsonArray *
pick_each (JsonObject *from, const char *name, const char *const *keys)
{
  JsonArray *rows = json_object_get_array_member (from, name);
  JsonArray *to = json_array_new ();

  for (guint i = 0; i < json_array_get_length (rows); i++)
    json_array_add_object_element (to, pick (json_array_get_object_element (rows, i), keys));
  return to;
}

static void
print_json (JsonObject *count)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = pick (count, top_keys);

  json_object_set_array_member (object, "sections", pick_each (count, "sections", section_keys));
  json_object_set_array_member (object, "agencies", pick_each (count, "agencies", agency_keys));
  json_node_take_object (node, object);
  mc_cli_print_json (node);
}

/* A number or a name as text; a dash for what is not there. */
static char *
text_of (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (!node || json_node_is_null (node))
    return g_strdup ("–");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void
print_rows (JsonObject *count, const char *name, const char *const *titles, const char *const *keys)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  JsonArray *array = json_object_get_array_member (count, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (const char *const *key = keys; *key; key++)
        g_strv_builder_take (row, text_of (json_array_get_object_element (array, i), *key));
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  mc_cli_print_table (titles, rows);
}

static void
print_tables (JsonObject *count, McDay day)
{
  static const char *const agency_columns[] = { "code", "name", "quota", "present", "standby", NULL };
  const char *const section_titles[] = { _ ("Code"), _ ("Section"), _ ("Ceiling"), _ ("Seats"), _ ("Filled"), NULL };
  const char *const agency_titles[] = { _ ("Code"), _ ("Agency"), _ ("Quota"), _ ("Present"), _ ("Standby"), NULL };
  g_autofree char *date = mc_day_format (day);
  g_autofree char *posts = text_of (count, "posts");
  g_autofree char *heads = text_of (count, "heads");
  g_autofree char *quota = text_of (count, "quota");
  g_autofree char *present = text_of (count, "present");

  /* The heads are those of the plan, whoever is there. */
  g_print (_ ("%s: %s posts, %s heads planned, quota %s, present %s"), date, posts, heads, quota, present);
  g_print ("\n\n");
  print_rows (count, "sections", section_titles, section_keys);
  g_print ("\n");
  print_rows (count, "agencies", agency_titles, agency_columns);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  node = store ? dex_await_boxed (mc_headcount_store_at (store, day), error) : NULL;
  if (!node)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (json_node_get_object (node));
  else
    print_tables (json_node_get_object (node), day);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_headcount = {
  .name = "headcount",
  .summary = N_ ("Count posts, people and quotas of a day"),
  .json = "  {\"as_of\": day, \"posts\", \"heads\", \"quota\", \"present\": numbers,\n"
          "   \"sections\": [{\"code\", \"name\", \"ceiling\": number or null, \"seats\", \"filled\"}],\n"
          "   \"agencies\": [{\"code\", \"name\", \"receives\": bool, \"quota\", \"present\", \"standby\"}]}",
  .entries = entries,
  .run = run,
};
