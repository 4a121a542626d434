/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-competence.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-field.h"
#include "mc-serving.h"
#include "mc-tour.h"

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

/* Who may serve what, which tells the counters that one absence closes. */
static McStaffFacts *
load_facts (McStore *store, McDay day, GError **error)
{
  const GType nouns[] = { MC_TYPE_COMPETENCE,    MC_TYPE_TOUR,           MC_TYPE_FIELD,
                          MC_TYPE_COUNTER_FIELD, MC_TYPE_COUNTER_AGENCY, MC_TYPE_COUNTER_ASSIGNMENT };
  g_autoptr (McStaffFacts) facts = mc_staff_facts_new (day);

  for (gsize n = 0; n < G_N_ELEMENTS (nouns); n++)
    {
      g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, nouns[n], NULL), error);

      if (!rows)
        return NULL;
      for (guint i = 0; i < rows->len; i++)
        mc_staff_facts_add (facts, rows->pdata[i]);
    }
  return g_steal_pointer (&facts);
}

static void
print_json (GPtrArray *counters, McServing *serving)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < counters->len; i++)
    {
      McCounterEntry *counter = counters->pdata[i];
      gint64 id = mc_entity_get_id (MC_ENTITY (counter));

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "id", id);
      mc_cli_set_int (builder, "number", counter->number);
      mc_cli_set_string (builder, "name", counter->name);
      mc_cli_set_int (builder, "level", counter->level);
      mc_cli_set_string (builder, "place", counter->place);
      mc_cli_set_int (builder, "seats", counter->seats);
      set_list (builder, "agencies", counter->agency_codes);
      set_list (builder, "fields", counter->field_codes);
      set_list (builder, "officers", counter->officers);
      set_list (builder, "standbys", counter->standbys);
      mc_cli_set_string (builder, "risk", mc_counter_risk_name (mc_serving_get_risk (serving, id)));
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
print_table (GPtrArray *counters, McServing *serving)
{
  const char *const titles[] = { C_ ("column", "No."),
                                 C_ ("column", "Counter"),
                                 C_ ("column", "Agencies"),
                                 C_ ("column", "Officers"),
                                 C_ ("column", "Standbys"),
                                 C_ ("column", "Risk"),
                                 NULL };
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
      row[5] = g_strdup (mc_counter_risk_text (mc_serving_get_risk (serving, mc_entity_get_id (MC_ENTITY (counter)))));
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McQuery) query = NULL;
  g_autoptr (GPtrArray) counters = NULL;
  g_autoptr (McStaffFacts) facts = NULL;
  g_autoptr (McServing) serving = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  query = mc_query_at (mc_query_new (), day);
  store = mc_cli_open_store (cli, error);
  counters = store ? dex_await_boxed (mc_store_list (store, MC_TYPE_COUNTER_ENTRY, query), error) : NULL;
  facts = counters ? load_facts (store, day, error) : NULL;
  if (!facts)
    return MC_CLI_FAILURE;
  serving = mc_serving_new (facts);
  g_ptr_array_sort (counters, compare_numbers);
  if (mc_cli_wants_json (cli))
    print_json (counters, serving);
  else
    print_table (counters, serving);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_counter_list = {
  .name = "counter list",
  .summary = N_ ("List the counters of a day: whom they serve, who sits there, which one absence closes"),
  .json =
      "  [{\"id\", \"number\", \"name\", \"level\": 0 is the ground floor, \"place\": text or null, \"seats\",\n"
      "    \"agencies\", \"fields\": codes, \"officers\", \"standbys\": names,\n"
      "    \"risk\": \"empty\" (nobody sits there), \"single\" (one absence closes it), \"no-standby\" or \"none\",\n"
      "    \"from\", \"until\": first and last day or null}]",
  .entries = entries,
  .run = run,
};
