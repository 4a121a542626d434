/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-agency-entry.h"
#include "mc-agency-store.h"
#include "mc-calendar-store.h"
#include "mc-cli-workload.h"
#include "mc-error.h"
#include "mc-number.h"
#include "mc-saved-scenario.h"
#include "mc-what-if.h"
#include "mc-work-calendar.h"
#include "mc-workload-figure.h"

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

/* What is measured ------------------------------------------------------ */

typedef struct
{
  McStore *store;
  McPeriod days;
  double weekdays[8]; /* days of each weekday on which the centre had visitors */
  McWhatIfCentre *centre;
  GArray *months; /* McWhatIfMonth */
} Load;

static GArray *
ask (Load *load, McWorkloadBucket bucket, McWorkloadBy by, gint64 agency, GError **error)
{
  McWorkloadQuery query = { .from = load->days.from, .to = load->days.until, .bucket = bucket, .by = by };

  if (agency)
    {
      query.only = MC_WORKLOAD_BY_AGENCY;
      query.only_key = agency;
    }
  return mc_cli_load_workload (load->store, &query, error);
}

static gboolean
count_weekdays (Load *load, GError **error)
{
  g_autoptr (GArray) rows = ask (load, MC_WORKLOAD_DAY, MC_WORKLOAD_BY_NONE, 0, error);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      if (row->arrived > 0)
        load->weekdays[mc_day_weekday (row->start)]++;
    }
  return rows != NULL;
}

static gboolean
load_months (Load *load, McWhatIfAgency *agency, gint64 id, GError **error)
{
  g_autoptr (GArray) rows = ask (load, MC_WORKLOAD_MONTH, MC_WORKLOAD_BY_NONE, id, error);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);
      McWhatIfMonth month = { id, row->received, mc_workload_row_get_resolved (row), row->overdue };

      agency->settled += month.settled;
      agency->overdue += month.overdue;
      g_array_append_val (load->months, month);
    }
  return rows != NULL;
}

static gboolean
load_agency (Load *load, McAgencyEntry *entry, GError **error)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (entry));
  g_autoptr (GArray) rows = ask (load, MC_WORKLOAD_WHOLE, MC_WORKLOAD_BY_WEEKDAY_SLOT, id, error);
  McWorkloadRow all = { 0 };
  McWhatIfAgency *agency;

  for (guint i = 0; rows && i < rows->len; i++)
    mc_workload_row_add (&all, &g_array_index (rows, McWorkloadRow, i));
  if (!rows || (all.arrived == 0 && entry->present == 0))
    return rows != NULL;
  agency = mc_what_if_centre_add (load->centre, entry->code);
  agency->officers = MAX (entry->present, 1);
  agency->service = mc_workload_figure_value (MC_FIGURE_SERVICE, &all);
  if (isnan (agency->service))
    agency->service = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      if (row->key >= 1 && row->key <= 7 && row->slot >= 0 && row->slot < MC_WHAT_IF_SLOTS &&
          load->weekdays[row->key] > 0)
        agency->arrivals[row->key - 1][row->slot] = row->arrived / load->weekdays[row->key];
    }
  return load_months (load, agency, id, error);
}

/* Those of the last working day that was measured. */
static gboolean
load_hours (Load *load, GError **error)
{
  g_autoptr (McWorkCalendar) calendar = dex_await_object (mc_calendar_store_load (load->store), error);
  McDay day = load->days.until - 1;

  if (!calendar)
    return FALSE;
  while (mc_day_weekday (day) > 5 || mc_work_day_is_off (mc_work_calendar_get (calendar, day)))
    day--;
  for (int session = 0; session < 2; session++)
    {
      McClockSpan span;

      if (!mc_work_calendar_get_times (calendar, MC_HOURS_RECEPTION, day, session, &span) &&
          !mc_work_calendar_get_times (calendar, MC_HOURS_OFFICE, day, session, &span))
        {
          g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The hours of reception are not known."));
          return FALSE;
        }
      load->centre->opens[session] = span.starts;
      load->centre->closes[session] = span.ends;
    }
  return TRUE;
}

static gboolean
load_centre (Load *load, GError **error)
{
  g_autoptr (GPtrArray) agencies = dex_await_boxed (mc_agency_store_list (load->store, load->days.until - 1), error);
  double visitors = 0;

  if (!agencies || !load_hours (load, error) || !count_weekdays (load, error))
    return FALSE;
  for (guint i = 0; i < agencies->len; i++)
    if (MC_AGENCY_ENTRY (agencies->pdata[i])->receives && !load_agency (load, agencies->pdata[i], error))
      return FALSE;
  for (int weekday = 1; weekday <= 7; weekday++)
    visitors += load->weekdays[weekday];
  if (visitors == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                           _ ("No tickets are known of these days: import some first."));
      return FALSE;
    }
  load->centre->overdue_slope = mc_what_if_find_slope (load->months);
  return TRUE;
}

/* Output ---------------------------------------------------------------- */

/* Of the same people, each agency by itself, as it is today. */
static double
wait_apart (const McWhatIfResult *today, const McWhatIfQueue *queue)
{
  g_auto (GStrv) codes = g_strsplit (queue->codes, " + ", -1);
  McQueueDay week = { 0 };

  for (guint i = 0; i < today->queues->len; i++)
    {
      const McWhatIfQueue *one = today->queues->pdata[i];

      if (g_strv_contains ((const char *const *)codes, one->codes))
        mc_queue_day_add (&week, &one->week, 1);
    }
  return mc_queue_day_mean_wait (&week);
}

static void
add_queue (JsonBuilder *builder, const McWhatIfResult *today, const McWhatIfQueue *queue)
{
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "agencies", queue->codes);
  mc_cli_set_int (builder, "officers", queue->officers);
  mc_cli_set_int (builder, "counters", queue->counters);
  mc_cli_set_double (builder, "arrivals_per_week", queue->week.arrived);
  mc_cli_set_double (builder, "mean_wait_min", mc_queue_day_mean_wait (&queue->week));
  mc_cli_set_double (builder, "today_mean_wait_min", wait_apart (today, queue));
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

typedef double (*LineFunc) (const McWhatIfResult *result);

static double
line_people (const McWhatIfResult *result)
{
  return result->people;
}

static double
line_counters (const McWhatIfResult *result)
{
  return result->counters;
}

static double
line_wait (const McWhatIfResult *result)
{
  return mc_queue_day_mean_wait (&result->week);
}

static double
line_in_time (const McWhatIfResult *result)
{
  return 100 * result->week.in_time / result->week.arrived;
}

static double
line_left (const McWhatIfResult *result)
{
  return result->week.left;
}

static double
line_busy (const McWhatIfResult *result)
{
  return 100 * result->week.busy / result->week.staffed;
}

static double
line_closed_by_one (const McWhatIfResult *result)
{
  return result->closed_by_one;
}

static double
line_closed (const McWhatIfResult *result)
{
  return result->closed_sessions;
}

static double
line_fairness (const McWhatIfResult *result)
{
  return 100 * result->fairness;
}

static double
line_overdue (const McWhatIfResult *result)
{
  return 100 * result->overdue;
}

static const struct
{
  const char *label;
  int decimals;
  LineFunc value;
} lines[] = {
  { N_ ("Officers"), 0, line_people },
  { N_ ("Counters"), 0, line_counters },
  { N_ ("Mean wait, minutes"), 1, line_wait },
  { N_ ("Served in time, %"), 1, line_in_time },
  { N_ ("Not served when it closes, a week"), 1, line_left },
  { N_ ("Utilisation of counters, %"), 1, line_busy },
  { N_ ("Queues that one absence closes"), 0, line_closed_by_one },
  { N_ ("Half-days closed, a month"), 1, line_closed },
  { N_ ("Fairness of load among officers, %"), 1, line_fairness },
  { N_ ("Dossiers settled late, %"), 1, line_overdue },
};

/* What cross-authorisation gains, in minutes. */
static void
print_shared (const McWhatIfResult *today, const McWhatIfResult *result, const McWhatIfQueue *queue)
{
  g_autofree char *before = mc_number_format (wait_apart (today, queue), 1);
  g_autofree char *after = mc_number_format (mc_queue_day_mean_wait (&queue->week), 1);

  g_print (_ ("%s: %s together, counters: %d; mean wait %s minutes, today each by itself %s."), result->name,
           queue->codes, queue->counters, after, before);
  g_print ("\n");
}

static void
print_notes (GPtrArray *results)
{
  const McWhatIfResult *first = results->pdata[0];

  g_print ("\n%s\n",
           _ ("Waiting: each queue followed through the half-hours of a week, people coming at random as they "
              "came on average in the days measured. Officers away are in the closed half-days alone."));
  g_print ("%s\n",
           first->overdue_reckoned
               ? _ ("Late dossiers: from how the share moved with the dossiers per officer from month to month.")
               : _ ("Late dossiers: the past shows no relation to the load of officers, so it stays as it is."));
  for (guint r = 1; r < results->len; r++)
    {
      const McWhatIfResult *result = results->pdata[r];

      for (guint q = 0; q < result->queues->len; q++)
        {
          const McWhatIfQueue *queue = result->queues->pdata[q];

          if (queue->agencies > 1)
            print_shared (first, result, queue);
        }
    }
}

static void
print_table (GPtrArray *results)
{
  g_autofree const char **titles = g_new0 (const char *, results->len + 2);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  titles[0] = C_ ("column", "Measure");
  for (guint r = 0; r < results->len; r++)
    titles[r + 1] = ((const McWhatIfResult *)results->pdata[r])->name;
  for (gsize l = 0; l < G_N_ELEMENTS (lines); l++)
    {
      char **row = g_new0 (char *, results->len + 2);

      row[0] = g_strdup (_ (lines[l].label));
      for (guint r = 0; r < results->len; r++)
        row[r + 1] = mc_number_format (lines[l].value (results->pdata[r]), lines[l].decimals);
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
  print_notes (results);
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
run_all (const McWhatIfCentre *centre, GPtrArray *choices, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_what_if_result_free);
  g_autoptr (McScenario) today = mc_scenario_new (_ ("Today"));

  for (guint i = 0; i <= choices->len; i++)
    {
      const McScenario *scenario = i == 0 ? today : ((Choice *)choices->pdata[i - 1])->scenario;
      McWhatIfResult *result = mc_what_if_run (centre, scenario, NULL, error);

      if (!result)
        return NULL;
      g_ptr_array_add (results, result);
    }
  return g_steal_pointer (&results);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McWhatIfCentre) centre = mc_what_if_centre_new ();
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (McWhatIfMonth));
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  Load load = { .centre = centre, .months = months };

  if (!arguments[0] && !opt_saved)
    return mc_cli_usage (error, "%s", _ ("say a FILE, or --saved"));
  if (!parse_days (&load.days, error))
    return MC_CLI_USAGE;
  if (!read_files (choices, arguments, error))
    return MC_CLI_FAILURE;
  load.store = mc_cli_open_store (cli, error);
  kept = load.store ? dex_await_boxed (mc_store_list (load.store, MC_TYPE_SAVED_SCENARIO, NULL), error) : NULL;
  if (!kept || (opt_forget && !forget (load.store, kept, error)) || !load_centre (&load, error) ||
      (opt_save && !save (load.store, choices, kept, error)) || (opt_saved && !add_kept (choices, kept, error)))
    return MC_CLI_FAILURE;
  results = run_all (centre, choices, error);
  if (!results)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (results, load.days);
  else
    print_table (results);
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
