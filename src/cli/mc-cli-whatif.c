/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-workload.h"
#include "mc-error.h"
#include "mc-saved-scenario.h"
#include "mc-what-if-measure.h"
#include "mc-what-if-store.h"

#define MOST_FILES 8

static char *opt_from;
static char *opt_to;
static char *opt_forget;
static gboolean opt_save;
static gboolean opt_saved;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from,
    N_ ("the first day that was measured (default: a year before the last)"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last day that was measured (default: yesterday)"), N_ ("DAY") },
  { "save", 0, 0, G_OPTION_ARG_NONE, &opt_save,
    N_ ("keep the scenarios of the files, in place of those of the same name"), NULL },
  { "saved", 0, 0, G_OPTION_ARG_NONE, &opt_saved, N_ ("compare those that are kept, too"), NULL },
  { "forget", 0, 0, G_OPTION_ARG_STRING, &opt_forget, N_ ("drop the kept scenario of this name first"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

/* Output ---------------------------------------------------------------- */

static void
add_queue (JsonBuilder *builder, const McWhatIfResult *today, const McWhatIfQueue *queue)
{
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "agencies", queue->codes);
  mc_cli_set_int (builder, "officers", queue->officers);
  mc_cli_set_int (builder, "counters", queue->counters);
  mc_cli_set_double (builder, "arrivals_per_week", queue->week.arrived);
  mc_cli_set_double (builder, "mean_wait_min", mc_queue_day_mean_wait (&queue->week));
  mc_cli_set_double (builder, "today_mean_wait_min", mc_what_if_wait_apart (today, queue));
  mc_cli_set_double (builder, "left_per_week", queue->week.left);
  mc_cli_set_double (builder, "utilisation", queue->week.busy / queue->week.staffed);
  json_builder_end_object (builder);
}

static void
add_result (JsonBuilder *builder, const McWhatIfResult *today, const McWhatIfResult *result)
{
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "name", result->name);
  mc_cli_set_int (builder, "people", result->people);
  mc_cli_set_int (builder, "counters", result->counters);
  mc_cli_set_double (builder, "mean_wait_min", mc_queue_day_mean_wait (&result->week));
  mc_cli_set_double (builder, "in_time", result->week.in_time / result->week.arrived);
  mc_cli_set_double (builder, "left_per_week", result->week.left);
  mc_cli_set_double (builder, "utilisation", result->week.busy / result->week.staffed);
  mc_cli_set_int (builder, "closed_by_one", result->closed_by_one);
  mc_cli_set_double (builder, "closed_sessions_per_month", result->closed_sessions);
  mc_cli_set_double (builder, "fairness", result->fairness);
  mc_cli_set_double (builder, "overdue", result->overdue);
  mc_cli_set_bool (builder, "overdue_follows_load", result->overdue_reckoned);
  json_builder_set_member_name (builder, "queues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->queues->len; i++)
    add_queue (builder, today, result->queues->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *results, McPeriod days)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_day (builder, "from", days.from);
  mc_cli_set_last_day (builder, "to", days.until);
  json_builder_set_member_name (builder, "scenarios");
  json_builder_begin_array (builder);
  for (guint i = 0; i < results->len; i++)
    add_result (builder, results->pdata[0], results->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_sentences (char **sentences)
{
  for (guint i = 0; sentences[i]; i++)
    g_print ("%s\n", sentences[i]);
}

static void
print_notes (GPtrArray *results, const McWhatIfCentre *centre, GPtrArray *scenarios)
{
  g_auto (GStrv) notes = mc_what_if_notes (centre, results->pdata[0], scenarios);

  g_print ("\n");
  print_sentences (notes);
  for (guint r = 1; r < results->len; r++)
    {
      g_auto (GStrv) groups = mc_what_if_explain (results->pdata[0], results->pdata[r]);

      print_sentences (groups);
    }
}

static void
print_table (GPtrArray *results, const McWhatIfCentre *centre, GPtrArray *scenarios)
{
  g_autofree const char **titles = g_new0 (const char *, results->len + 2);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  titles[0] = C_ ("column", "Measure");
  for (guint r = 0; r < results->len; r++)
    titles[r + 1] = ((const McWhatIfResult *)results->pdata[r])->name;
  for (McWhatIfMeasure m = 0; m < MC_N_WHAT_IF_MEASURES; m++)
    {
      char **row = g_new0 (char *, results->len + 2);

      row[0] = g_strdup (mc_what_if_measure_label (m));
      for (guint r = 0; r < results->len; r++)
        row[r + 1] = mc_what_if_measure_format (m, results->pdata[r]);
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
  print_notes (results, centre, scenarios);
}

/* Running --------------------------------------------------------------- */

static gboolean
parse_days (McPeriod *days, GError **error)
{
  days->until = mc_day_today ();
  if (opt_to && !mc_cli_parse_day (opt_to, &days->until, error))
    return FALSE;
  days->until += opt_to != NULL;
  days->from = mc_day_add_months (days->until, -12);
  if (opt_from && !mc_cli_parse_day (opt_from, &days->from, error))
    return FALSE;
  if (days->from < days->until)
    return TRUE;
  mc_cli_usage (error, "%s", _ ("the last day is not before the first"));
  return FALSE;
}

/* Of a file or of the database: the object as it was written, which is what is kept. */
typedef struct
{
  McScenario *scenario;
  McSavedScenario *row;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  mc_scenario_free (choice->scenario);
  g_clear_object (&choice->row);
  g_free (choice);
}

static gboolean
add_choice (GPtrArray *choices, const char *text, GError **error)
{
  McScenario *scenario = mc_scenario_parse (text, error);
  Choice *choice;

  if (!scenario)
    return FALSE;
  choice = g_new0 (Choice, 1);
  choice->scenario = scenario;
  choice->row = mc_saved_scenario_new ();
  choice->row->name = g_strdup (scenario->name);
  choice->row->definition = g_strdup (text);
  g_ptr_array_add (choices, choice);
  return TRUE;
}

static gboolean
read_files (GPtrArray *choices, char **files, GError **error)
{
  for (guint i = 0; files[i]; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (files[i]);
      g_autofree char *text = NULL;

      if (!g_file_load_contents (file, NULL, &text, NULL, NULL, error) || !add_choice (choices, text, error))
        return FALSE;
    }
  return TRUE;
}

static McSavedScenario *
find_kept (GPtrArray *kept, const char *name)
{
  for (guint i = 0; i < kept->len; i++)
    if (g_str_equal (((McSavedScenario *)kept->pdata[i])->name, name))
      return kept->pdata[i];
  return NULL;
}

/* Kept under their names, in one transaction. */
static gboolean
save (McStore *store, GPtrArray *choices, GPtrArray *kept, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  for (guint i = 0; i < choices->len; i++)
    {
      McSavedScenario *row = ((Choice *)choices->pdata[i])->row;
      McSavedScenario *before = find_kept (kept, row->name);

      if (before)
        {
          g_autoptr (McEntity) after = mc_entity_clone (MC_ENTITY (before));

          g_set_str (&((McSavedScenario *)after)->definition, row->definition);
          g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (before), after));
        }
      else
        g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (row)));
    }
  return dex_await (mc_store_apply (store, ops), error);
}

static gboolean
forget (McStore *store, GPtrArray *kept, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  McSavedScenario *row = find_kept (kept, opt_forget);

  if (!row)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("No scenario of the name “%s” is kept."), opt_forget);
      return FALSE;
    }
  g_ptr_array_add (ops, mc_row_op_new_delete (MC_ENTITY (row)));
  if (!dex_await (mc_store_apply (store, ops), error))
    return FALSE;
  g_ptr_array_remove (kept, row);
  return TRUE;
}

/* Those of the files come first; what is kept under the same name is theirs already. */
static gboolean
add_kept (GPtrArray *choices, GPtrArray *kept, GError **error)
{
  guint n = choices->len;

  for (guint i = 0; i < kept->len; i++)
    {
      McSavedScenario *row = kept->pdata[i];
      gboolean named = FALSE;

      for (guint c = 0; c < n; c++)
        named = named || g_str_equal (((Choice *)choices->pdata[c])->scenario->name, row->name);
      if (!named && !add_choice (choices, row->definition, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_scenarios (GPtrArray *choices)
{
  GPtrArray *scenarios = g_ptr_array_new ();

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (scenarios, ((Choice *)choices->pdata[i])->scenario);
  return scenarios;
}

static gboolean
compare (McCli *cli, const McWhatIfCentre *centre, GPtrArray *choices, McPeriod days, GError **error)
{
  g_autoptr (GPtrArray) scenarios = list_scenarios (choices);
  g_autoptr (GPtrArray) results = mc_what_if_run_all (centre, scenarios, NULL, NULL, error);

  if (!results)
    return FALSE;
  if (mc_cli_wants_json (cli))
    print_json (results, days);
  else
    print_table (results, centre, scenarios);
  return TRUE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McWhatIfCentre) centre = NULL;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (GPtrArray) kept = NULL;
  McPeriod days;
  McStore *store;

  if (!arguments[0] && !opt_saved)
    return mc_cli_usage (error, "%s", _ ("say a FILE, or --saved"));
  if (!parse_days (&days, error))
    return MC_CLI_USAGE;
  if (!read_files (choices, arguments, error))
    return MC_CLI_FAILURE;
  store = mc_cli_open_store (cli, error);
  kept = store ? dex_await_boxed (mc_store_list (store, MC_TYPE_SAVED_SCENARIO, NULL), error) : NULL;
  if (!kept || (opt_forget && !forget (store, kept, error)))
    return MC_CLI_FAILURE;
  centre = dex_await_boxed (mc_what_if_store_load (store, days), error);
  if (!centre || (opt_save && !save (store, choices, kept, error)) || (opt_saved && !add_kept (choices, kept, error)) ||
      !compare (cli, centre, choices, days, error))
    return MC_CLI_FAILURE;
  return MC_CLI_OK;
}

const McCliCommand mc_cli_whatif = {
  .name = "whatif",
  .arguments = N_ ("[FILE…]"),
  .summary = N_ ("Compare other ways to run the centre with today, by what was measured"),
  .json =
      "  {\"from\", \"to\": days measured, \"scenarios\": [today first, then each file: {\"name\", \"people\", "
      "\"counters\",\n"
      "   \"mean_wait_min\", \"in_time\": share, \"left_per_week\": not served, \"utilisation\", \"closed_by_one\": "
      "queues,\n"
      "   \"closed_sessions_per_month\", \"fairness\": 1 is all alike, \"overdue\": share, \"overdue_follows_load\",\n"
      "   \"queues\": [{\"agencies\": codes, \"officers\", \"counters\", \"arrivals_per_week\", \"mean_wait_min\",\n"
      "   \"today_mean_wait_min\": of the same agencies, each by itself, \"left_per_week\", \"utilisation\"}]}]}\n"
      "FILE is a JSON object: {\"name\": text, and as wanted \"counters\": 15, \"best\": true (find out who shares),\n"
      "  \"shared\": [[\"NV\", \"XD\"]], \"saturday\": false, \"shift_minutes\": 30, \"officers\": {\"NV\": 1, \"*\": "
      "-1},\n"
      "  \"most_members\": 4, \"within_minutes\": 15, \"absence\": 0.05, \"authorisation_minutes\": 60}",
  .entries = entries,
  .max_args = MOST_FILES,
  .run = run,
};
