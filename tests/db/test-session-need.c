/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-demand.h"
#include "mc-error.h"
#include "mc-need-demand.h"
#include "mc-session-workload.h"
#include "roster-desk.h"

/* What a counter's visitors need becomes what the rosters of a month want, and is taken back as one. Four weeks of
 * August, but no Wednesday: in a half-hour of the morning 6 come, on Fridays 20, in one of the afternoon 2; each takes
 * 6 minutes. 12 an hour are 1.2 Erlang: one cannot do it, and of two 0.45 × e^−2 = 6 % wait longer than 15 minutes. 40
 * an hour are 4: five are needed, with 0.55 × e^−2.5 = 5 %. 4 an hour are 0.4: of one 0.4 × e^−1.5 = 9 %. */

#define COUNTS                                                                                                         \
  "BEGIN;"                                                                                                             \
  "WITH f AS (INSERT INTO centre.workload_file (kind, file_name, digest, first_day, last_day, rows_read, manual)"      \
  "             VALUES ('ticket', 've', repeat('a', 64), '2026-08-03', '2026-08-28', 1, true) RETURNING id),"          \
  "     came AS (SELECT d::date AS day, s.slot, CASE WHEN s.slot > 24 THEN 2 WHEN extract(isodow FROM d) = 5 THEN 20"  \
  "                                                  ELSE 6 END AS n"                                                  \
  "                FROM generate_series('2026-08-03'::date, '2026-08-28', '1 day') d, (VALUES (15), (28)) s(slot)"     \
  "               WHERE extract(isodow FROM d) IN (1, 2, 4, 5))"                                                       \
  "INSERT INTO centre.ticket_count (file_id, day, slot, counter_id, arrived, served, service_seconds, wait_histogram)" \
  "  SELECT f.id, day, slot, %d, n, n, n * 360, ARRAY[n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] FROM f, came;"               \
  "COMMIT;"

static McSession *office; /* binh, of the roster office */
static McLiveList *demands;
static McPeriod month;

/* Fewer seats than the five that Fridays need. */
static McCounter *
find_counter (void)
{
  g_autoptr (McLiveList) list = session_fixture_list (office, MC_TYPE_COUNTER);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McCounter) one = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (one->seats >= 2 && one->seats < 5 && mc_period_contains (one->during, month.from))
        return g_steal_pointer (&one);
    }
  g_assert_not_reached ();
}

static GArray *
load (McCounter *counter, McWorkloadBucket bucket, McWorkloadBy by)
{
  const McWorkloadQuery query = { .from = mc_day_new (2026, 8, 1),
                                  .to = mc_day_new (2026, 9, 1),
                                  .bucket = bucket,
                                  .by = by,
                                  .only = MC_WORKLOAD_BY_COUNTER,
                                  .only_key = mc_entity_get_id (MC_ENTITY (counter)) };
  GError *error = NULL;
  GArray *rows = dex_await_boxed (mc_session_load_workload (office, &query), &error);

  g_assert_no_error (error);
  return rows;
}

static GArray *
find_sessions (McCounter *counter)
{
  const McStaffingTarget target = { 0.8, 900 };
  g_autoptr (GArray) days = load (counter, MC_WORKLOAD_DAY, MC_WORKLOAD_BY_NONE);
  g_autoptr (GArray) rows = load (counter, MC_WORKLOAD_WHOLE, MC_WORKLOAD_BY_WEEKDAY_SLOT);
  g_autoptr (GArray) needs = NULL;
  int measured[8] = { 0 };
  double service;
  GError *error = NULL;

  for (guint i = 0; i < days->len; i++)
    measured[mc_day_weekday (g_array_index (days, McWorkloadRow, i).start)]++;
  g_assert_cmpint (measured[1], ==, 4);
  g_assert_cmpint (measured[3], ==, 0);
  needs = mc_staffing_find (rows, measured, &target, &service, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (service, ==, 6);
  return mc_need_demand_find (counter, needs, measured, G_LIST_MODEL (demands), month);
}

/* 3 till now, on each day but Sunday. */
static void
check_sessions (McCounter *counter, const GArray *sessions)
{
  g_assert_cmpuint (sessions->len, ==, 10);
  for (guint i = 0; i < sessions->len; i++)
    {
      const McNeedSession *one = &g_array_index (sessions, McNeedSession, i);
      gboolean morning = one->session == MC_DAY_SESSION_MORNING;
      int need = one->weekday == 3 ? -1 : !morning ? 1 : one->weekday == 5 ? 5 : 2;

      g_assert_cmpint (one->weekday, ==, (int)i / 2 + 1);
      g_assert_cmpint (one->need, ==, need);
      g_assert_cmpint (one->least, ==, 3);
      g_assert_cmpint (one->most, ==, 3);
      g_assert_cmpint (one->seats, ==, need < 0 ? 3 : MIN (need, counter->seats));
    }
  g_assert_true (mc_need_demand_differs (sessions));
}

static int
weekly_on (McCounter *counter, McDay day, McHalf half)
{
  return mc_demand_count (G_LIST_MODEL (demands), day, mc_day_weekday (day), half,
                          mc_entity_get_id (MC_ENTITY (counter)), 0)
      .weekly;
}

/* In the month as it was found, around it and at its weekends as before. */
static gboolean
is_taken (McCounter *counter, const GArray *sessions)
{
  for (McDay day = month.from - 7; day < month.until + 7; day++)
    for (McHalf half = MC_HALF_MORNING; half <= MC_HALF_AFTERNOON; half++)
      {
        int weekday = mc_day_weekday (day), wanted = weekday == 7 ? 0 : 3;

        if (weekday <= 5 && mc_period_contains (month, day))
          wanted = g_array_index (sessions, McNeedSession, 2 * (weekday - 1) + (half == MC_HALF_AFTERNOON)).seats;
        if (weekly_on (counter, day, half) != wanted)
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_untouched (McCounter *counter)
{
  for (McDay day = month.from - 7; day < month.until + 7; day++)
    if (weekly_on (counter, day, MC_HALF_MORNING) != (mc_day_weekday (day) == 7 ? 0 : 3))
      return FALSE;
  return TRUE;
}

/* The planner is told so. */
static void
check_planner (McCounter *counter, const GArray *sessions)
{
  GError *error = NULL;
  g_autoptr (McRosterBook) book = mc_roster_book_new_for_days (office, month);
  g_autoptr (McRosterBook) ready = dex_await_object (mc_roster_book_when_ready (book), &error);
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterPlace place = { .counter_id = mc_entity_get_id (MC_ENTITY (counter)) };
  guint n = 0;

  g_assert_no_error (error);
  for (McDay day = month.from; day < month.until; day++)
    for (guint part = 0; part < MC_DAY_SESSIONS; part++)
      {
        gint session = mc_roster_brief_find_session (brief, day, part);
        const McRosterNeed *need;

        if (session < 0 || mc_day_weekday (day) > 5 ||
            mc_work_calendar_get (mc_roster_book_get_calendar (book), day)->kind != MC_WORK_DAY_WORKING)
          continue;
        need = mc_roster_problem_need (mc_roster_brief_get_problem (brief), (guint)session,
                                       (guint)mc_roster_brief_find_duty (brief, place));
        g_assert_nonnull (need);
        g_assert_cmpint (need->wanted, ==,
                         g_array_index (sessions, McNeedSession, 2 * (mc_day_weekday (day) - 1) + (int)part).seats);
        n++;
      }
  g_assert_cmpuint (n, >=, 10);
}

static McChange *
new_change (McCounter *counter, const GArray *sessions)
{
  McChange *change = mc_change_new ("Nhu cầu");
  guint n = mc_need_demand_add (change, counter, sessions, G_LIST_MODEL (demands), month, "Thử");

  /* Before, after, the Saturdays; Wednesdays; mornings of two kinds unless the seats make them one; afternoons. */
  g_assert_cmpuint (n, ==, counter->seats == 2 ? 6 : 7);
  return change;
}

static void
begin (McCounter *counter)
{
  g_autofree char *counts = g_strdup_printf (COUNTS, (int)mc_entity_get_id (MC_ENTITY (counter)));
  g_autoptr (McDemand) row = mc_demand_new ();
  McChange *change = mc_change_new ("Nhu cầu cũ");

  g_free (session_fixture_psql (counts));
  row->counter_id = mc_entity_get_id (MC_ENTITY (counter));
  row->seats = 3;
  row->during = (McPeriod){ mc_day_new (2026, 1, 1), MC_DAY_NONE };
  g_set_str (&row->weekdays, "123456");
  mc_change_insert (change, MC_ENTITY (row));
  roster_desk_commit (office, change);
  SESSION_WAIT (is_untouched (counter));
}

static void
test_need (void)
{
  g_autoptr (McCounter) counter = NULL;
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GError) refused = NULL;
  McSession *viewer;
  GError *error = NULL;
  guint n;

  office = session_fixture_open ("binh");
  viewer = session_fixture_open ("xem");
  demands = session_fixture_list (office, MC_TYPE_DEMAND);
  month = roster_desk_month (office, 2);
  counter = find_counter ();
  begin (counter);
  n = g_list_model_get_n_items (G_LIST_MODEL (demands));
  sessions = find_sessions (counter);
  check_sessions (counter, sessions);
  refused = roster_desk_refuse (viewer, new_change (counter, sessions));
  g_assert_true (is_untouched (counter));

  roster_desk_commit (office, new_change (counter, sessions));
  SESSION_WAIT (is_taken (counter, sessions));
  check_planner (counter, sessions);
  again = find_sessions (counter);
  g_assert_false (mc_need_demand_differs (again));

  dex_await (mc_session_undo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (is_untouched (counter) && g_list_model_get_n_items (G_LIST_MODEL (demands)) == n);
  dex_await (mc_session_redo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (is_taken (counter, sessions));
  g_clear_object (&demands);
  session_fixture_close (viewer);
  session_fixture_close (office);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session-need/from-visitors", test_need);
  return session_fixture_run ();
}
