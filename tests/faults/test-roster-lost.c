/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence.h"
#include "mc-error.h"
#include "mc-roster-actions.h"
#include "mc-roster-planner.h"
#include "session-fixture.h"

/* The server goes away under a roster: a whole plan and an amendment are each of them one change, kept or in. */

static McRosterBook *
open_book (McSession *session, gint64 id)
{
  GError *error = NULL;
  g_autoptr (McRosterBook) book = mc_roster_book_new (session, id);
  g_autoptr (McRosterBook) ready = dex_await_object (mc_roster_book_when_ready (book), &error);

  g_assert_no_error (error);
  return g_steal_pointer (&ready);
}

static gint64
roster_of (McLiveList *list, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (mc_period_contains (roster->during, day))
        return mc_entity_get_id (MC_ENTITY (roster));
    }
  return 0;
}

static McRosterBook *
open_day (McSession *session, McDay day)
{
  g_autoptr (McLiveList) list = session_fixture_list (session, MC_TYPE_ROSTER);

  SESSION_WAIT (roster_of (list, day) != 0);
  return open_book (session, roster_of (list, day));
}

/* The draft of the month that many months ahead. */
static McRosterBook *
begin_draft (McSession *session, int ahead)
{
  McDay first = mc_day_add_months (mc_session_get_today (session), ahead);
  int year, month;
  g_autoptr (McChange) change = NULL;

  mc_day_split (first, &year, &month, NULL);
  first = mc_day_new (year, month, 1);
  change = mc_roster_change_new ((McPeriod){ first, mc_day_add_months (first, 1) }, NULL);
  g_object_unref (session_fixture_commit (session, change));
  return open_day (session, first);
}

static gint64
count (const char *format, gint64 id)
{
  g_autofree char *id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_auto (GStrv) parts = g_strsplit (format, "$1", 2);
  g_autofree char *sql = g_strconcat (parts[0], id_text, parts[1], NULL);
  g_autofree char *out = session_fixture_psql (sql);

  return g_ascii_strtoll (out, NULL, 10);
}

#define CELLS "SELECT count(*) FROM centre.roster_cell WHERE roster_id = $1"

/* Once the server is there again, what is kept is sent; whatever came of the first time, it is in once. */
static void
send_again (McSession *session)
{
  g_autoptr (McPending) pending = NULL;
  g_autoptr (GError) error = NULL;

  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_ONLINE);
  pending = g_list_model_get_item (mc_session_get_pending (session), 0);
  dex_await (mc_session_retry_pending (session, pending), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (session)), ==, 0);
}

/* @msec: after how long the server is killed under the transaction, which takes some 200. */
static void
lose_plan (McSession *session, int ahead, guint msec)
{
  McTestCluster *cluster = session_fixture_cluster ();
  g_autoptr (McRosterBook) book = begin_draft (session, ahead);
  gint64 id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  g_autoptr (McRosterSolution) best = mc_roster_plan (problem, NULL, NULL);
  g_autoptr (GArray) edits = mc_roster_book_diff (book, brief, best, NULL, MC_PERIOD_ALWAYS);
  g_autoptr (McChange) change = mc_roster_change_accept (book, problem, best, edits);
  g_autoptr (GError) error = NULL;
  gint64 cost = mc_roster_solution_cost (best, 0), n;
  DexFuture *saving;
  gint64 start;

  g_assert_cmpuint (edits->len, >, 300);
  g_assert_cmpint (count (CELLS, id), ==, 0);
  saving = mc_session_commit (session, change);
  mc_test_await_msec (msec);
  g_assert_true (dex_future_is_pending (saving));
  mc_test_cluster_kill (cluster);
  g_assert_false (dex_await (saving, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_cmpuint (g_list_model_get_n_items (mc_session_get_pending (session)), ==, 1);
  mc_test_cluster_start (cluster);
  n = count (CELLS, id);
  g_test_message ("killed after %u ms: %" G_GINT64_FORMAT " of %u cells were in", msec, n, edits->len);
  g_assert_true (n == 0 || n == edits->len);
  start = g_get_monotonic_time ();
  send_again (session);
  g_test_message ("sent again in %.0f ms", (double)(g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (count (CELLS, id), ==, edits->len);
  SESSION_WAIT (mc_roster_solution_cost (mc_roster_book_get_current (book), 0) == cost);
  g_assert_cmpint (mc_roster_book_get_roster (book)->seed, ==, (int)best->seed);
}

static void
test_plan (void)
{
  McSession *session = session_fixture_open ("binh");

  lose_plan (session, 1, 0);
  lose_plan (session, 2, 5);
  lose_plan (session, 3, 20);
  session_fixture_close (session);
}

static GArray *
free_one (McRosterBook *book, McRosterEdit *edit)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSolution *now = mc_roster_book_get_current (book);
  GArray *edits = g_array_new (FALSE, TRUE, sizeof *edit);
  guint i = 0, last = problem->sessions->len - 1;

  while (mc_roster_solution_get (now, i, last) == MC_ROSTER_FREE)
    g_assert_cmpuint (++i, <, problem->people->len);
  *edit = (McRosterEdit){ .person = mc_roster_person (problem, i)->id,
                          .day = mc_roster_session (problem, last)->day,
                          .session = mc_roster_session (problem, last)->part,
                          .pinned = -1 };
  g_array_append_val (edits, *edit);
  return edits;
}

/* Somebody calls in sick while the server is away, and the program is closed before it is back. */
static void
test_amendment (void)
{
  McTestCluster *cluster = session_fixture_cluster ();
  McSession *session = session_fixture_open ("binh"), *next;
  g_autoptr (McProfile) profile = g_object_ref (mc_session_get_profile (session));
  g_autoptr (McRosterBook) book = open_day (session, mc_session_get_today (session)), again = NULL;
  gint64 id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  gint64 n = count ("SELECT count(*) FROM centre.roster_amendment WHERE roster_id = $1", id);
  McRosterEdit edit;
  g_autoptr (GArray) edits = free_one (book, &edit);
  g_autoptr (McAbsence) absence = mc_absence_new ();
  g_autoptr (McChange) change = NULL;
  GError *error = NULL;

  g_assert_true (mc_roster_book_is_out (book));
  absence->person_id = edit.person;
  absence->during = (McPeriod){ edit.day, edit.day + 1 };
  change = mc_roster_change_amend (book, "Vắng đột xuất", absence, edits);
  mc_test_cluster_stop (cluster, "immediate");
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_OFFLINE);
  g_assert_false (dex_await (mc_session_commit (session, change), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_clear_error (&error);
  g_clear_object (&book);
  session_fixture_close (session);

  mc_test_cluster_start (cluster);
  next = dex_await_object (mc_session_open (profile, MC_START_NONE, MC_DAY_NONE, NULL, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  send_again (next);
  g_assert_cmpint (count ("SELECT count(*) FROM centre.roster_amendment WHERE roster_id = $1", id), ==, n + 1);
  g_assert_cmpint (count ("SELECT count(*) FROM centre.roster_amendment a JOIN centre.absence b ON b.id = a.absence_id "
                          "WHERE b.person_id = $1 AND a.reason = 'Vắng đột xuất'",
                          edit.person),
                   ==, 1);
  again = open_book (next, id);
  g_assert_cmpint (mc_roster_book_get_roster (again)->state, ==, MC_ROSTER_STATE_AMENDED);
  g_assert_nonnull (mc_roster_book_get_cell (again, edit.person, edit.day, edit.session));
  g_clear_object (&again);
  session_fixture_close (next);
}

/* Two desks fill one cell: the second is told so, and what the first said stands on both. */
static void
test_rivals (void)
{
  McSession *one = session_fixture_open ("binh"), *two = session_fixture_open ("binh");
  g_autoptr (McRosterBook) mine = begin_draft (one, 4);
  g_autoptr (McRosterBook) theirs = open_book (two, mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (mine))));
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (mine));
  McRosterEdit edit = { .person = mc_roster_person (problem, 0)->id,
                        .day = mc_roster_session (problem, 0)->day,
                        .session = mc_roster_session (problem, 0)->part,
                        .place = mc_roster_brief_get_place (mc_roster_book_get_brief (mine), 0),
                        .pinned = -1 };
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof edit), second = g_array_new (FALSE, FALSE, sizeof edit);
  g_autoptr (McChange) fill = NULL, rival = NULL;
  g_autoptr (GError) error = NULL;
  McRosterCell *cell;

  g_array_append_val (first, edit);
  fill = mc_roster_change_edit (mine, "Fill", first);
  edit.place = mc_roster_brief_get_place (mc_roster_book_get_brief (theirs), 1);
  g_array_append_val (second, edit);
  rival = mc_roster_change_edit (theirs, "Fill", second);
  g_object_unref (session_fixture_commit (one, fill));
  g_assert_false (dex_await (mc_session_commit (two, rival), &error));
  g_assert_cmpstr (error->message, ==, "Somebody else has filled this cell in the meantime.");
  SESSION_WAIT ((cell = mc_roster_book_get_cell (theirs, edit.person, edit.day, edit.session)) != NULL);
  g_assert_cmpint (cell->counter_id + cell->duty_id, !=, edit.place.counter_id + edit.place.duty_id);
  g_clear_object (&mine);
  g_clear_object (&theirs);
  session_fixture_close (one);
  session_fixture_close (two);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/faults/roster/plan", test_plan);
  mc_test_add_fiber ("/faults/roster/amendment", test_amendment);
  mc_test_add_fiber ("/faults/roster/rivals", test_rivals);
  return session_fixture_run ();
}
