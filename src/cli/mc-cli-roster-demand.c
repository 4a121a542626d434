/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-cli-workload.h"
#include "mc-demand.h"
#include "mc-error.h"
#include "mc-need-demand.h"
#include "mc-number.h"

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

/* What is asked, and what came of it. */
typedef struct
{
  McPeriod month, measured;
  McStaffingTarget target;
  int days[8];
  GListStore *demands;
  GPtrArray *counters; /* of which something is known, by number */
  GPtrArray *sessions; /* GArray of McNeedSession, of each of these */
  GPtrArray *unknown;  /* the others */
  McChange *change;
  guint rows;
} Plan;

static void
plan_free (Plan *self)
{
  g_clear_object (&self->demands);
  g_clear_pointer (&self->counters, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_object (&self->change);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static Plan *
plan_new (GError **error)
{
  g_autoptr (Plan) self = g_new0 (Plan, 1);

  self->target = MC_CLI_DEFAULT_TARGET;
  if (!mc_cli_parse_month (opt_month, &self->month, error) ||
      !mc_cli_parse_days (opt_from, opt_to, &self->measured, error) ||
      !mc_cli_parse_target (opt_target, &self->target.share, &self->target.within, error))
    return NULL;
  self->demands = g_list_store_new (MC_TYPE_DEMAND);
  self->counters = g_ptr_array_new_with_free_func (g_object_unref);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->unknown = g_ptr_array_new_with_free_func (g_object_unref);
  self->change = mc_change_new (_ ("Take the Demand from the Visitors"));
  return g_steal_pointer (&self);
}

static char *
dup_note (Plan *self)
{
  g_autofree char *days = mc_period_format_people (self->measured);
  g_autofree char *share = mc_number_format (100 * self->target.share, 0);
  g_autofree char *within = mc_number_format (self->target.within / 60, 1);

  return g_strdup_printf (_ ("By the visitors of %s: %s %% wait no longer than %s minutes"), days, share, within);
}

/* Nobody knows how long a visitor takes where no ticket is complete: such a counter keeps what it has. */
static gboolean
weigh_counter (Plan *self, McStore *store, McCounter *counter, GError **error)
{
  const McWorkloadQuery query = { .from = self->measured.from,
                                  .to = self->measured.until,
                                  .bucket = MC_WORKLOAD_WHOLE,
                                  .by = MC_WORKLOAD_BY_WEEKDAY_SLOT,
                                  .only = MC_WORKLOAD_BY_COUNTER,
                                  .only_key = mc_entity_get_id (MC_ENTITY (counter)) };
  g_autoptr (GArray) rows = mc_cli_load_workload (store, &query, error);
  g_autoptr (GArray) needs = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *note = dup_note (self);
  GArray *sessions;
  double service;

  if (!rows)
    return FALSE;
  needs = mc_staffing_find (rows, self->days, &self->target, &service, &failure);
  if (!needs && !g_error_matches (failure, MC_ERROR, MC_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (needs ? self->counters : self->unknown, g_object_ref (counter));
  if (!needs)
    return TRUE;
  sessions = mc_need_demand_find (counter, needs, self->days, G_LIST_MODEL (self->demands), self->month);
  g_ptr_array_add (self->sessions, sessions);
  if (mc_need_demand_differs (sessions))
    self->rows += mc_need_demand_add (self->change, counter, sessions, G_LIST_MODEL (self->demands), self->month, note);
  return TRUE;
}

static int
compare_counters (gconstpointer a, gconstpointer b)
{
  const McCounter *one = *(McCounter *const *)a, *other = *(McCounter *const *)b;

  return one->number - other->number;
}

static gboolean
weigh (Plan *self, McStore *store, GError **error)
{
  g_autoptr (GPtrArray) counters = NULL;
  g_autoptr (GPtrArray) demands = NULL;

  if (!mc_cli_count_visit_days (store, self->measured, self->days, error) ||
      !(demands = dex_await_boxed (mc_store_list (store, MC_TYPE_DEMAND, NULL), error)) ||
      !(counters = dex_await_boxed (mc_store_list (store, MC_TYPE_COUNTER, NULL), error)))
    return FALSE;
  g_list_store_splice (self->demands, 0, 0, demands->pdata, demands->len);
  g_ptr_array_sort (counters, compare_counters);
  for (guint i = 0; i < counters->len; i++)
    if (mc_period_overlaps (MC_COUNTER (counters->pdata[i])->during, self->month) &&
        !weigh_counter (self, store, counters->pdata[i], error))
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
print_json (Plan *self)
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

/* "2", "2 → 1", "1–2 → 2"; "3 (5)" where five are needed. */
static char *
format_session (const McNeedSession *one)
{
  GString *text = g_string_new (NULL);

  if (one->least != one->most)
    g_string_append_printf (text, "%d–", one->least);
  if (one->least != one->seats || one->most != one->seats)
    g_string_append_printf (text, "%d → ", one->most);
  g_string_append_printf (text, "%d", one->seats);
  if (one->need > one->seats)
    g_string_append_printf (text, " (%d)", one->need);
  return g_string_free_and_steal (text);
}

static void
print_table (Plan *self)
{
  const char *const titles[] = { C_ ("column", "Counter"), C_ ("column", "Session"), _ ("Monday"), _ ("Tuesday"),
                                 _ ("Wednesday"),          _ ("Thursday"),           _ ("Friday"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autofree char *days = mc_period_format_people (self->month);
  g_autofree char *note = dup_note (self);

  for (guint i = 0; i < self->counters->len; i++)
    for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
      {
        const GArray *sessions = self->sessions->pdata[i];
        char **row = g_new0 (char *, G_N_ELEMENTS (titles));

        row[0] = g_strdup_printf ("%d", MC_COUNTER (self->counters->pdata[i])->number);
        row[1] = g_strdup (mc_enum_label (mc_day_session_values, session));
        for (guint k = session; k < sessions->len; k += MC_DAY_SESSIONS)
          row[2 + k / MC_DAY_SESSIONS] = format_session (&g_array_index (sessions, McNeedSession, k));
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
  g_autoptr (Plan) plan = plan_new (error);
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
