/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-wait-cause.h"

#include <math.h>

/* What stood beside a time of waiting, of rows as the database gives them. */

static GArray *
new_rows (void)
{
  return g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
}

static McDay
monday (void)
{
  return mc_day_new (2026, 3, 2);
}

static void
add (GArray *rows, int weeks_before, int slot, gint64 key, int arrived, int received)
{
  McWorkloadRow row = { .start = monday () - 7 * weeks_before,
                        .slot = slot,
                        .key = key,
                        .arrived = arrived,
                        .received = received,
                        .wait_seconds = (gint64)arrived * 600 };

  row.wait_histogram[mc_wait_step (600)] = arrived;
  g_array_append_val (rows, row);
}

static void
free_rows (GArray **rows)
{
  for (guint i = 0; i < MC_N_WAIT_PARTS; i++)
    g_array_unref (rows[i]);
}

static void
test_queries (void)
{
  const McWaitTime day = { monday (), -1, 0 }, half_hour = { monday (), 16, 7 };
  McWorkloadQuery query;

  mc_wait_time_get_query (&day, MC_WAIT_PART_ALL, &query);
  g_assert_cmpint (query.bucket, ==, MC_WORKLOAD_DAY);
  g_assert_cmpint (query.from, ==, monday () - 84);
  g_assert_cmpint (query.to, ==, monday () + 1);
  g_assert_cmpint (query.only, ==, MC_WORKLOAD_BY_NONE);
  mc_wait_time_get_query (&half_hour, MC_WAIT_PART_FIELDS, &query);
  g_assert_cmpint (query.bucket, ==, MC_WORKLOAD_HALF_HOUR);
  g_assert_cmpint (query.by, ==, MC_WORKLOAD_BY_FIELD);
  g_assert_cmpint (query.only, ==, MC_WORKLOAD_BY_COUNTER);
  g_assert_cmpint (query.only_key, ==, 7);
  mc_wait_time_get_query (&half_hour, MC_WAIT_PART_PROCEDURES, &query);
  g_assert_cmpint (query.bucket, ==, MC_WORKLOAD_DAY);
  mc_wait_time_get_query (&half_hour, MC_WAIT_PART_HOURS, &query);
  g_assert_cmpint (query.from, ==, monday ());
  g_assert_true (mc_wait_time_has (&half_hour, MC_DAY_SESSION_MORNING));
  g_assert_false (mc_wait_time_has (&half_hour, MC_DAY_SESSION_AFTERNOON));
  g_assert_true (mc_wait_time_has (&day, MC_DAY_SESSION_AFTERNOON));
}

/* Field 1 had 20 and usually 10, field 2 fewer than usual; of the rest nobody knows the field. */
static void
test_fields (void)
{
  const McWaitTime time = { monday (), -1, 0 };
  GArray *rows[] = { new_rows (), new_rows (), new_rows (), new_rows () };
  g_autoptr (McWaitCause) cause = NULL;

  for (int week = 0; week <= 3; week++)
    {
      add (rows[MC_WAIT_PART_ALL], week, -1, 0, week ? 40 : 80, 5);
      add (rows[MC_WAIT_PART_FIELDS], week, -1, 1, week ? 10 : 20, 0);
      add (rows[MC_WAIT_PART_FIELDS], week, -1, 2, week ? 10 : 5, 0);
      add (rows[MC_WAIT_PART_FIELDS], week, -1, 0, week ? 20 : 55, 5);
      add (rows[MC_WAIT_PART_PROCEDURES], week, -1, 9, 0, week ? 3 : 8);
    }
  cause = mc_wait_cause_new (&time, rows);
  g_assert_cmpint (cause->now.arrived, ==, 80);
  g_assert_cmpfloat (cause->arrived.usual, ==, 40);
  g_assert_cmpfloat_with_epsilon (cause->wait.now, 10, 1e-9);
  g_assert_cmpuint (cause->days, ==, 3);
  g_assert_true (cause->knows_fields);
  g_assert_cmpint (cause->fields_of, ==, MC_FIGURE_ARRIVED);
  g_assert_cmpuint (cause->fields->len, ==, 1);
  g_assert_cmpint (g_array_index (cause->fields, McUsual, 0).key, ==, 1);
  g_assert_cmpfloat (g_array_index (cause->procedures, McUsual, 0).usual, ==, 3);
  free_rows (rows);
}

/* A queue machine that knows no fields: dossiers tell them of a day, and of a half-hour nothing does. */
static void
test_without_fields (void)
{
  GArray *rows[] = { new_rows (), new_rows (), new_rows (), new_rows () };
  const McWaitTime day = { monday (), -1, 0 }, half_hour = { monday (), 16, 0 };
  g_autoptr (McWaitCause) of_day = NULL;
  g_autoptr (McWaitCause) of_half_hour = NULL;

  for (int week = 0; week <= 3; week++)
    {
      add (rows[MC_WAIT_PART_FIELDS], week, -1, 0, 50, 0);
      add (rows[MC_WAIT_PART_FIELDS], week, -1, 4, 0, week ? 2 : 9);
    }
  of_day = mc_wait_cause_new (&day, rows);
  g_assert_cmpint (of_day->fields_of, ==, MC_FIGURE_RECEIVED);
  g_assert_true (of_day->knows_fields);
  g_assert_cmpint (g_array_index (of_day->fields, McUsual, 0).key, ==, 4);
  of_half_hour = mc_wait_cause_new (&half_hour, rows);
  g_assert_false (of_half_hour->knows_fields);
  g_assert_cmpint (of_half_hour->now.arrived, ==, 0);
  g_assert_true (isnan (of_half_hour->wait.now));
  free_rows (rows);
}

static McCounterState *
new_state (GPtrArray *states, gint64 id, McTone tone)
{
  McCounterState *state = mc_counter_state_new ("1");

  state->counter_id = id;
  state->tone = tone;
  g_ptr_array_add (states, state);
  return state;
}

static void
test_staffing (void)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_counter_state_free);
  McWaitStaffing count;

  new_state (states, 1, MC_TONE_CLOSED);
  new_state (states, 2, MC_TONE_GAP);
  mc_counter_state_add_person (new_state (states, 3, MC_TONE_ABSENT), 1, "A", NULL, MC_TONE_ABSENT, NULL);
  mc_counter_state_add_person (new_state (states, 4, MC_TONE_STANDBY), 2, "B", NULL, MC_TONE_STANDBY, NULL);
  mc_counter_state_add_person (new_state (states, 5, MC_TONE_STAFFED), 3, "C", NULL, MC_TONE_STAFFED, NULL);
  mc_wait_staffing_count (states, 0, &count);
  g_assert_cmpuint (count.open, ==, 4);
  g_assert_cmpuint (count.staffed, ==, 2);
  g_assert_cmpuint (count.standby, ==, 1);
  g_assert_cmpuint (count.people, ==, 2);
  mc_wait_staffing_count (states, 3, &count);
  g_assert_cmpuint (count.open, ==, 1);
  g_assert_cmpuint (count.staffed, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wait-cause/queries", test_queries);
  g_test_add_func ("/wait-cause/fields", test_fields);
  g_test_add_func ("/wait-cause/without-fields", test_without_fields);
  g_test_add_func ("/wait-cause/staffing", test_staffing);
  return g_test_run ();
}
