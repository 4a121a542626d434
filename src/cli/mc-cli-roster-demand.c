/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-cli-workload.h"
#include "mc-demand.h"
#include "mc-need-plan.h"

static char *opt_month;
static char *opt_from;
static char *opt_to;
static char *opt_target;
static gboolean opt_dry_run;

static const GOptionEntry entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month that it is for"), N_ ("YYYY-MM") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day whose visitors are looked at"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last of these days"), N_ ("DAY") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &opt_target,
    N_ ("the fewest people with whom so many per cent wait no longer (default: 80/900)"), N_ ("PCT/SECONDS") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &opt_dry_run, N_ ("tell, but keep nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

static McNeedPlan *
plan_new (GError **error)
{
  McPeriod month, measured;
  McStaffingTarget target = MC_STAFFING_TARGET;

  if (!mc_cli_parse_month (opt_month, &month, error) || !mc_cli_parse_days (opt_from, opt_to, &measured, error) ||
      !mc_cli_parse_target (opt_target, &target.share, &target.within, error))
    return NULL;
  return mc_need_plan_new (month, measured, &target);
}

static gboolean
weigh_counter (McNeedPlan *self, McStore *store, McCounter *counter, GListModel *demands, GError **error)
{
  McWorkloadQuery query;
  g_autoptr (GArray) rows = NULL;

  mc_need_plan_get_query (self, counter, &query);
  rows = mc_cli_load_workload (store, &query, error);
  return rows && mc_need_plan_add (self, counter, rows, demands, error);
}

static int
compare_counters (gconstpointer a, gconstpointer b)
{
  const McCounter *one = *(McCounter *const *)a, *other = *(McCounter *const *)b;

  return one->number - other->number;
}

static gboolean
weigh (McNeedPlan *self, McStore *store, GError **error)
{
  g_autoptr (GPtrArray) counters = NULL;
  g_autoptr (GPtrArray) demands = NULL;
  g_autoptr (GListStore) listed = g_list_store_new (MC_TYPE_DEMAND);

  if (!mc_cli_count_visit_days (store, self->measured, self->days, error) ||
      !(demands = dex_await_boxed (mc_store_list (store, MC_TYPE_DEMAND, NULL), error)) ||
      !(counters = dex_await_boxed (mc_store_list (store, MC_TYPE_COUNTER, NULL), error)))
    return FALSE;
  g_list_store_splice (listed, 0, 0, demands->pdata, demands->len);
  g_ptr_array_sort (counters, compare_counters);
  for (guint i = 0; i < counters->len; i++)
    if (mc_period_overlaps (MC_COUNTER (counters->pdata[i])->during, self->month) &&
        !weigh_counter (self, store, counters->pdata[i], G_LIST_MODEL (listed), error))
      return FALSE;
  return TRUE;
}

/* --- What came of it --- */

static void
add_counter (JsonBuilder *builder, McCounter *counter, const GArray *sessions)
{
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "counter", counter->number);
  mc_cli_set_int (builder, "seats", counter->seats);
  mc_cli_set_bool (builder, "differs", mc_need_demand_differs (sessions));
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sessions->len; i++)
    {
      const McNeedSession *one = &g_array_index (sessions, McNeedSession, i);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "weekday", one->weekday);
      mc_cli_set_enum (builder, "session", mc_day_session_values, one->session);
      json_builder_set_member_name (builder, "need");
      if (one->need < 0)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, one->need);
      mc_cli_set_int (builder, "least", one->least);
      mc_cli_set_int (builder, "most", one->most);
      mc_cli_set_int (builder, "people", one->seats);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (McNeedPlan *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_day (builder, "from", self->month.from);
  mc_cli_set_last_day (builder, "until", self->month.until);
  mc_cli_set_double (builder, "share", self->target.share);
  mc_cli_set_double (builder, "within_s", self->target.within);
  mc_cli_set_int (builder, "rows", self->rows);
  mc_cli_set_bool (builder, "kept", !opt_dry_run);
  json_builder_set_member_name (builder, "counters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->counters->len; i++)
    add_counter (builder, self->counters->pdata[i], self->sessions->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "unknown");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->unknown->len; i++)
    json_builder_add_int_value (builder, MC_COUNTER (self->unknown->pdata[i])->number);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (McNeedPlan *self)
{
  const char *const titles[] = { C_ ("column", "Counter"), C_ ("column", "Session"), _ ("Monday"), _ ("Tuesday"),
                                 _ ("Wednesday"),          _ ("Thursday"),           _ ("Friday"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autofree char *days = mc_period_format_people (self->month);
  g_autofree char *note = mc_need_plan_dup_note (self);

  for (guint i = 0; i < self->counters->len; i++)
    for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
      {
        const GArray *sessions = self->sessions->pdata[i];
        char **row = g_new0 (char *, G_N_ELEMENTS (titles));

        row[0] = g_strdup_printf ("%d", MC_COUNTER (self->counters->pdata[i])->number);
        row[1] = g_strdup (mc_enum_label (mc_day_session_values, session));
        for (guint k = session; k < sessions->len; k += MC_DAY_SESSIONS)
          row[2 + k / MC_DAY_SESSIONS] = mc_need_session_format (&g_array_index (sessions, McNeedSession, k));
        g_ptr_array_add (rows, row);
      }
  mc_cli_print_table (titles, rows);
  g_print (_ ("People wanted, now → by the need; in brackets what is needed where a counter has fewer seats. %s.\n"),
           note);
  if (self->unknown->len)
    g_print (ngettext ("%u counter keeps what it has: no complete ticket is known of it.\n",
                       "%u counters keep what they have: no complete ticket is known of them.\n", self->unknown->len),
             self->unknown->len);
  if (!opt_dry_run)
    g_print (
        ngettext ("%u row of demand was written for %s.\n", "%u rows of demand were written for %s.\n", self->rows),
        self->rows, days);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McNeedPlan) plan = plan_new (error);
  McStore *store = plan ? mc_cli_open_store (cli, error) : NULL;

  if (!plan)
    return MC_CLI_USAGE;
  if (!store || !weigh (plan, store, error))
    return MC_CLI_FAILURE;
  if (!opt_dry_run && plan->rows && !mc_cli_roster_commit (store, g_object_ref (plan->change), error))
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (plan);
  else
    print_table (plan);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_roster_demand = {
  .name = "roster demand",
  .summary = N_ ("Have a month's rosters want as many people at each counter as its visitors need"),
  .json =
      "  {\"from\", \"until\": the month, \"share\", \"within_s\": the target, \"rows\": of demand that are written,\n"
      "   \"kept\": false for a trial,\n"
      "   \"counters\": [{\"counter\": number, \"seats\", \"differs\": whether anything changes,\n"
      "     \"sessions\": [{\"weekday\": 1 is Monday, \"session\", \"need\": null where none was measured,\n"
      "       \"least\", \"most\": wanted till now, \"people\": wanted from then on}]}],\n"
      "   \"unknown\": [numbers of counters of which no complete ticket is known]}",
  .entries = entries,
  .max_args = 0,
  .run = run,
};
