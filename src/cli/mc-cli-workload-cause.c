/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "mc-absence-entry.h"
#include "mc-cli-states.h"
#include "mc-cli-workload.h"
#include "mc-number.h"
#include "mc-wait-cause.h"

static char *opt_at;
static char *opt_counter;

static const GOptionEntry entries[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &opt_at, N_ ("the day on which people waited, with or without a half-hour"),
    N_ ("DAY[THH:MM]") },
  { "counter", 0, 0, G_OPTION_ARG_STRING, &opt_counter, N_ ("at one counter alone: its number"), N_ ("NUMBER") },
  G_OPTION_ENTRY_NULL,
};

/* What is told. */
typedef struct
{
  McWaitTime time;
  McWaitCause *cause;
  GPtrArray *states[MC_DAY_SESSIONS]; /* NULL: not of the time */
  GPtrArray *absences;                /* McAbsenceEntry, of the day */
  GHashTable *fields, *procedures;
} Told;

static void
told_clear (Told *self)
{
  g_clear_pointer (&self->cause, mc_wait_cause_free);
  for (guint i = 0; i < MC_DAY_SESSIONS; i++)
    g_clear_pointer (&self->states[i], g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->procedures, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static gboolean
parse_at (McWaitTime *time, GError **error)
{
  g_auto (GStrv) words = g_strsplit (opt_at ? opt_at : "", "T", 2);
  int hour, minute;

  *time = (McWaitTime){ .slot = -1 };
  if (!opt_at)
    {
      mc_cli_usage (error, "%s", _ ("say when: --at DAY or --at DAYTHH:MM"));
      return FALSE;
    }
  if (!mc_cli_parse_day (words[0], &time->day, error))
    return FALSE;
  if (!words[1])
    return TRUE;
  if (sscanf (words[1], "%d:%d", &hour, &minute) != 2 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    {
      mc_cli_usage (error, _ ("“%s” is no time of day"), words[1]);
      return FALSE;
    }
  time->slot = 2 * hour + minute / 30;
  return TRUE;
}

static gboolean
load_cause (Told *self, McStore *store, GError **error)
{
  GArray *rows[MC_N_WAIT_PARTS] = { NULL };
  guint n = 0;

  for (; n < MC_N_WAIT_PARTS; n++)
    {
      McWorkloadQuery query;

      mc_wait_time_get_query (&self->time, n, &query);
      rows[n] = mc_cli_load_workload (store, &query, error);
      if (!rows[n])
        break;
    }
  if (n == MC_N_WAIT_PARTS)
    self->cause = mc_wait_cause_new (&self->time, rows);
  for (guint i = 0; i < MC_N_WAIT_PARTS; i++)
    g_clear_pointer (&rows[i], g_array_unref);
  return self->cause != NULL;
}

static gboolean
load (Told *self, McStore *store, GError **error)
{
  if (opt_counter && !mc_cli_find_workload_key (store, MC_WORKLOAD_BY_COUNTER, opt_counter, self->time.day,
                                                &self->time.counter_id, error))
    return FALSE;
  if (!load_cause (self, store, error))
    return FALSE;
  for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
    {
      McHalf half = session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON;

      if (!mc_wait_time_has (&self->time, session))
        continue;
      g_clear_pointer (&self->absences, g_ptr_array_unref);
      self->states[session] = mc_cli_load_states (store, self->time.day, half, NULL, &self->absences, error);
      if (!self->states[session])
        return FALSE;
    }
  self->fields = mc_cli_workload_names (store, MC_WORKLOAD_BY_FIELD, self->time.day, error);
  self->procedures =
      self->fields ? mc_cli_workload_names (store, MC_WORKLOAD_BY_PROCEDURE, self->time.day, error) : NULL;
  return self->procedures != NULL;
}

/* Whether the absence takes in a session of the time. */
static gboolean
is_away (const Told *self, McAbsenceEntry *entry)
{
  return (mc_wait_time_has (&self->time, MC_DAY_SESSION_MORNING) && mc_half_covers (entry->half, MC_HALF_MORNING)) ||
         (mc_wait_time_has (&self->time, MC_DAY_SESSION_AFTERNOON) && mc_half_covers (entry->half, MC_HALF_AFTERNOON));
}

/* --- For programs --- */

static void
set_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_parts (JsonBuilder *builder, const char *name, const GArray *parts, GHashTable *names)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < parts->len; i++)
    {
      const McUsual *part = &g_array_index (parts, McUsual, i);

      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "name", mc_cli_workload_name (names, part->key));
      set_number (builder, "now", part->now);
      set_number (builder, "usual", part->usual);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sessions (JsonBuilder *builder, const Told *self)
{
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
    {
      McWaitStaffing count;

      if (!self->states[session])
        continue;
      mc_wait_staffing_count (self->states[session], self->time.counter_id, &count);
      json_builder_begin_object (builder);
      mc_cli_set_enum (builder, "session", mc_day_session_values, session);
      mc_cli_set_int (builder, "open", count.open);
      mc_cli_set_int (builder, "staffed", count.staffed);
      mc_cli_set_int (builder, "standby", count.standby);
      mc_cli_set_int (builder, "people", count.people);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const Told *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  set_number (builder, "wait_min", self->cause->wait.now);
  set_number (builder, "usual_wait_min", self->cause->wait.usual);
  mc_cli_set_int (builder, "arrived", self->cause->now.arrived);
  set_number (builder, "usual_arrived", self->cause->arrived.usual);
  mc_cli_set_int (builder, "days", self->cause->days);
  add_sessions (builder, self);
  json_builder_set_member_name (builder, "absent");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->absences->len; i++)
    if (is_away (self, self->absences->pdata[i]))
      json_builder_add_string_value (builder, MC_ABSENCE_ENTRY (self->absences->pdata[i])->full_name);
  json_builder_end_array (builder);
  mc_cli_set_string (builder, "fields_of", mc_workload_figure_name (self->cause->fields_of));
  add_parts (builder, "fields", self->cause->fields, self->fields);
  add_parts (builder, "procedures", self->cause->procedures, self->procedures);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

/* --- For people --- */

static void
add_line (GPtrArray *rows, const char *what, McWorkloadFigure figure, double now, double usual)
{
  char **row = g_new0 (char *, 4);

  row[0] = g_strdup (what);
  row[1] = mc_workload_figure_format (figure, now);
  row[2] = mc_workload_figure_format (figure, usual);
  g_ptr_array_add (rows, row);
}

static void
print_table (const Told *self)
{
  const char *const titles[] = { C_ ("column", "What"), C_ ("column", "Then"), C_ ("column", "Usually"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const McWaitCause *cause = self->cause;

  add_line (rows, mc_workload_figure_label (MC_FIGURE_WAIT), MC_FIGURE_WAIT, cause->wait.now, cause->wait.usual);
  add_line (rows, mc_workload_figure_label (MC_FIGURE_ARRIVED), MC_FIGURE_ARRIVED, (double)cause->now.arrived,
            cause->arrived.usual);
  for (guint i = 0; i < cause->fields->len; i++)
    {
      const McUsual *part = &g_array_index (cause->fields, McUsual, i);

      add_line (rows, mc_cli_workload_name (self->fields, part->key), cause->fields_of, part->now, part->usual);
    }
  for (guint i = 0; i < cause->procedures->len; i++)
    {
      const McUsual *part = &g_array_index (cause->procedures, McUsual, i);

      add_line (rows, mc_cli_workload_name (self->procedures, part->key), MC_FIGURE_RECEIVED, part->now, part->usual);
    }
  mc_cli_print_table (titles, rows);
  for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
    {
      McWaitStaffing count;

      if (!self->states[session])
        continue;
      mc_wait_staffing_count (self->states[session], self->time.counter_id, &count);
      g_print (_ ("%s: %u of %u open counters with somebody, %u people.\n"),
               mc_enum_label (mc_day_session_values, session), count.staffed, count.open, count.people);
    }
  for (guint i = 0; i < self->absences->len; i++)
    if (is_away (self, self->absences->pdata[i]))
      g_print (_ ("Away: %s.\n"), MC_ABSENCE_ENTRY (self->absences->pdata[i])->full_name);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (Told) told = { 0 };
  McStore *store;

  if (!parse_at (&told.time, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  if (!store || !load (&told, store, error))
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (&told);
  else
    print_table (&told);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_workload_cause = {
  .name = "workload cause",
  .summary = N_ ("What stood beside a time at which people waited: what came, who was there, who was away"),
  .json = "  {\"wait_min\", \"usual_wait_min\", \"arrived\", \"usual_arrived\": of the same weekday, null where not "
          "known,\n"
          "   \"days\": so many of them,\n"
          "   \"sessions\": [{\"session\", \"open\": counters, \"staffed\", \"standby\": of them, \"people\"}],\n"
          "   \"absent\": [names], \"fields_of\": arrived or received,\n"
          "   \"fields\", \"procedures\": [{\"name\", \"now\", \"usual\"}]: those of which more came than usual}",
  .entries = entries,
  .max_args = 0,
  .run = run,
};
