/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scenario-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "mc-error.h"

#define ALL "*"
#define MINUS "−"
#define MOST_OFFICERS 200

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

/* (transfer container): in their order, so that the same scenario is always the same text. */
static GList *
list_codes (const McScenario *self)
{
  return g_list_sort (g_hash_table_get_keys (self->officers), compare_codes);
}

static int
get_all (const McScenario *self)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->officers, ALL));
}

/* JSON ------------------------------------------------------------------ */

static void
add_officers (JsonObject *object, const McScenario *self)
{
  g_autoptr (GList) codes = list_codes (self);
  JsonObject *officers = json_object_new ();

  for (GList *at = codes; at; at = at->next)
    json_object_set_int_member (officers, at->data, GPOINTER_TO_INT (g_hash_table_lookup (self->officers, at->data)));
  json_object_set_object_member (object, "officers", officers);
}

static void
add_shared (JsonObject *object, const McScenario *self)
{
  JsonArray *groups = json_array_new ();

  for (guint g = 0; g < self->shared->len; g++)
    {
      char **codes = self->shared->pdata[g];
      JsonArray *group = json_array_new ();

      for (guint c = 0; codes[c]; c++)
        json_array_add_string_element (group, codes[c]);
      json_array_add_array_element (groups, group);
    }
  json_object_set_array_member (object, "shared", groups);
}

static void
add_number (JsonObject *object, const char *member, double value, double usual)
{
  if (fabs (value - usual) > 1e-9)
    json_object_set_double_member (object, member, value);
}

char *
mc_scenario_to_json (const McScenario *self)
{
  g_autoptr (McScenario) usual = mc_scenario_new (NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "name", self->name);
  if (self->counters > 0)
    json_object_set_int_member (object, "counters", self->counters);
  if (self->best)
    json_object_set_boolean_member (object, "best", TRUE);
  if (self->most_members != usual->most_members)
    json_object_set_int_member (object, "most_members", self->most_members);
  if (!self->saturday)
    json_object_set_boolean_member (object, "saturday", FALSE);
  if (self->shift != 0)
    json_object_set_int_member (object, "shift_minutes", self->shift);
  if (g_hash_table_size (self->officers) > 0)
    add_officers (object, self);
  if (self->shared->len > 0)
    add_shared (object, self);
  add_number (object, "within_minutes", self->within, usual->within);
  add_number (object, "absence", self->absence, usual->absence);
  add_number (object, "authorisation_minutes", self->authorisation, usual->authorisation);
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/* For people ------------------------------------------------------------ */

static char *
format_change (int change)
{
  return g_strdup_printf ("%s%d", change < 0 ? MINUS : "+", ABS (change));
}

char *
mc_scenario_format_shared (const McScenario *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint g = 0; g < self->shared->len; g++)
    {
      g_autofree char *group = g_strjoinv (" + ", self->shared->pdata[g]);

      g_string_append_printf (text, "%s%s", g > 0 ? ", " : "", group);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
mc_scenario_format_officers (const McScenario *self)
{
  g_autoptr (GList) codes = list_codes (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *at = codes; at; at = at->next)
    {
      g_autofree char *change = format_change (GPOINTER_TO_INT (g_hash_table_lookup (self->officers, at->data)));

      if (!g_str_equal (at->data, ALL))
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", (char *)at->data, change);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
describe_officers (const McScenario *self, GStrvBuilder *parts)
{
  g_autofree char *named = mc_scenario_format_officers (self);
  g_autofree char *all = format_change (get_all (self));

  if (get_all (self) != 0)
    g_strv_builder_take (parts, g_strdup_printf (_ ("officers of each agency %s"), all));
  if (*named)
    g_strv_builder_take (parts, g_strdup_printf (_ ("officers %s"), named));
}

char *
mc_scenario_describe (const McScenario *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *shared = mc_scenario_format_shared (self);
  g_autofree char *shift = format_change (self->shift);
  g_auto (GStrv) all = NULL;

  if (self->counters > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d counter", "%d counters", (gulong)self->counters),
                                self->counters));
  if (self->best)
    g_strv_builder_add (parts, _ ("the best grouping"));
  if (*shared)
    g_strv_builder_take (parts, g_strdup_printf (_ ("shared: %s"), shared));
  if (!self->saturday)
    g_strv_builder_add (parts, _ ("no Saturday"));
  if (self->shift != 0)
    g_strv_builder_take (parts, g_strdup_printf (_ ("hours %s minutes"), shift));
  describe_officers (self, parts);
  all = g_strv_builder_end (parts);
  return all[0] ? g_strjoinv (" · ", all) : g_strdup (_ ("as today"));
}

/* From people ----------------------------------------------------------- */

static char **
read_group (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "+", -1);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    if (*g_strstrip (words[i]))
      g_strv_builder_take (codes, g_utf8_strup (words[i], -1));
  return g_strv_builder_end (codes);
}

gboolean
mc_scenario_take_shared (McScenario *self, const char *text, GError **error)
{
  g_auto (GStrv) groups = g_strsplit_set (text, ",;\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_set_size (self->shared, 0);
  for (guint g = 0; groups[g]; g++)
    {
      char **codes = read_group (groups[g]);
      guint n = g_strv_length (codes);

      if (n == 0)
        {
          g_strfreev (codes);
          continue;
        }
      g_ptr_array_add (self->shared, codes);
      if (n == 1)
        {
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” shares with nobody: write “NV + XD”."), codes[0]);
          return FALSE;
        }
      for (guint c = 0; codes[c]; c++)
        if (!g_hash_table_add (seen, codes[c]))
          {
            g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” stands there twice."), codes[c]);
            return FALSE;
          }
    }
  return TRUE;
}

/* "NV +1", "NV+1" or "NV −1". */
static gboolean
take_officer (McScenario *self, const char *text, GError **error)
{
  g_autoptr (GString) plain = g_string_new (text);
  gsize at;
  gint64 change;

  g_string_replace (plain, MINUS, "-", 0);
  at = strcspn (plain->str, "+-");
  if (at > 0 && plain->str[at] &&
      g_ascii_string_to_signed (plain->str + at + (plain->str[at] == '+'), 10, -MOST_OFFICERS, MOST_OFFICERS, &change,
                                NULL))
    {
      g_string_truncate (plain, at);
      g_hash_table_replace (self->officers, g_utf8_strup (g_strstrip (plain->str), -1), GINT_TO_POINTER ((int)change));
      return TRUE;
    }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is no agency with officers more or less: write “NV +1”."),
               text);
  return FALSE;
}

gboolean
mc_scenario_take_officers (McScenario *self, const char *text, int all, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);

  g_hash_table_remove_all (self->officers);
  if (all != 0)
    g_hash_table_replace (self->officers, g_strdup (ALL), GINT_TO_POINTER (all));
  for (guint i = 0; parts[i]; i++)
    if (*g_strstrip (parts[i]) && !take_officer (self, parts[i], error))
      return FALSE;
  return TRUE;
}
