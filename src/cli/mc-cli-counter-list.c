/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-counter-entry.h"

static char *opt_as_of;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return MC_COUNTER_ENTRY (*(gpointer const *)a)->number - MC_COUNTER_ENTRY (*(gpointer const *)b)->number;
}

/* Lists come from the database as one text. */
static void
set_list (JsonBuilder *builder, const char *name, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text ? text : "", ", ", -1);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      json_builder_add_string_value (builder, parts[i]);
  json_builder_end_array (builder);
}

static void
print_json (GPtrArray *counters)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < counters->len; i++)
    {
      McCounterEntry *counter = counters->pdata[i];

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (counter)));
      mc_cli_set_int (builder, "number", counter->number);
      mc_cli_set_string (builder, "name", counter->name);
      mc_cli_set_int (builder, "level", counter->level);
      mc_cli_set_string (builder, "place", counter->place);
      mc_cli_set_int (builder, "seats", counter->seats);
      set_list (builder, "agencies", counter->agency_codes);
      set_list (builder, "fields", counter->field_codes);
      set_list (builder, "officers", counter->officers);
      set_list (builder, "standbys", counter->standbys);
      mc_cli_set_day (builder, "from", counter->during.from);
      mc_cli_set_last_day (builder, "until", counter->during.until);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static char *
or_dash (const char *text)
{
  return g_strdup (text && *text ? text : "–");
}

static void
print_table (GPtrArray *counters)
{
  const char *const titles[] = { C_ ("column", "No."),      C_ ("column", "Counter"),  C_ ("column", "Agencies"),
                                 C_ ("column", "Officers"), C_ ("column", "Standbys"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < counters->len; i++)
    {
      McCounterEntry *counter = counters->pdata[i];
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup_printf ("%d", counter->number);
      row[1] = g_strdup (counter->name);
      row[2] = or_dash (counter->agency_codes);
      row[3] = or_dash (counter->officers);
      row[4] = or_dash (counter->standbys);
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McQuery) query = NULL;
  g_autoptr (GPtrArray) counters = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  query = mc_query_at (mc_query_new (), day);
  store = mc_cli_open_store (cli, error);
  counters = store ? dex_await_boxed (mc_store_list (store, MC_TYPE_COUNTER_ENTRY, query), error) : NULL;
  if (!counters)
    return MC_CLI_FAILURE;
  g_ptr_array_sort (counters, compare_numbers);
  if (mc_cli_wants_json (cli))
    print_json (counters);
  else
    print_table (counters);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_counter_list = {
  .name = "counter list",
  .summary = N_ ("List the counters of a day with whom they serve and who sits there"),
  .json = "  [{\"id\", \"number\", \"name\", \"level\": 0 is the ground floor, \"place\": text or null, \"seats\",\n"
          "    \"agencies\", \"fields\": codes, \"officers\", \"standbys\": names,\n"
          "    \"from\", \"until\": first and last day or null}]",
  .entries = entries,
  .run = run,
};
