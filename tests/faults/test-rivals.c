/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two desks at the same points, the same attendance, the same cell of a roster; and undo of what the other one has
 * changed since: who is second is told so, and what the first has said stands on both. */
#include "evaluation-desk.h"
#include "mc-attendance.h"
#include "mc-change-private.h"
#include "mc-error.h"
#include "mc-feedback.h"
#include "roster-desk.h"

/* Two rows of one thing, each as its desk has it. */
typedef struct
{
  McSession *one, *two;
  McLiveList *here, *there;
} Desks;

static void
desks_open (Desks *desks, const char *one, const char *two, GType noun)
{
  desks->one = session_fixture_open (one);
  desks->two = session_fixture_open (two);
  desks->here = session_fixture_list (desks->one, noun);
  desks->there = session_fixture_list (desks->two, noun);
}

static void
desks_close (Desks *desks)
{
  g_clear_object (&desks->here);
  g_clear_object (&desks->there);
  session_fixture_close (desks->one);
  session_fixture_close (desks->two);
}

/* The row that the first desk has entered, as the list has it. */
static gpointer
wait_for (McLiveList *list, gpointer row)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (row));

  SESSION_WAIT (mc_live_list_get_by_id (list, id) != NULL);
  return mc_live_list_get_by_id (list, id);
}

static void
expect_error (DexFuture *future, McErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (future, &error));
  g_assert_error (error, MC_ERROR, (int)code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
expect (DexFuture *future)
{
  GError *error = NULL;

  dex_await (future, &error);
  g_assert_no_error (error);
}

/* @change meets a row that somebody else has changed: both values are shown, and nothing was written. The person stays
 * by what is in; or by what they wanted, and then it is in. */
static void
meet (McSession *session, McChange *change, const char *key, const char *mine, const char *theirs, McChoice choice)
{
  g_autoptr (McConflict) conflict = NULL;
  g_autoptr (McChange) resolved = NULL;
  g_autoptr (GError) refusal = NULL, error = NULL;
  gboolean found = FALSE;

  g_assert_false (dex_await (mc_session_commit (session, change), &refusal));
  g_assert_error (refusal, MC_ERROR, MC_ERROR_CONFLICT);
  conflict = dex_await_object (mc_session_get_conflict (session, change), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (mc_conflict_get_fields (conflict)); i++)
    {
      g_autoptr (McConflictField) field = g_list_model_get_item (mc_conflict_get_fields (conflict), i);

      if (g_strcmp0 (mc_conflict_field_get_key (field), key) != 0)
        continue;
      g_assert_true (mc_conflict_field_get_clash (field));
      g_assert_cmpstr (mc_conflict_field_get_mine (field), ==, mine);
      g_assert_cmpstr (mc_conflict_field_get_theirs (field), ==, theirs);
      mc_conflict_field_set_choice (field, choice);
      found = TRUE;
    }
  g_assert_true (found);
  g_assert_nonnull (mc_conflict_get_who (conflict));
  resolved = mc_conflict_resolve (conflict);
  g_object_unref (session_fixture_commit (session, resolved));
}

/* --- Points of an evaluation --- */

#define GIVEN "Somebody has given points here already."

/* The director at two desks. Points that are not there yet are given once; those that are, are changed once, and the
 * other one chooses. */
static void
test_points (void)
{
  Desks desks;
  g_autoptr (McEvaluation) one = NULL;
  g_autoptr (McEvaluationCriterion) order = NULL;
  g_autoptr (McLiveList) list = NULL;
  McEvaluationScore *mine, *theirs;
  g_autoptr (McChange) first = NULL, second = NULL, seven = NULL, five = NULL;
  gint64 cycle;

  desks_open (&desks, "an", "an", MC_TYPE_EVALUATION_SCORE);
  cycle = evaluation_desk_open (desks.one);
  list = session_fixture_list (desks.one, MC_TYPE_EVALUATION);
  one = evaluation_desk_find (list, cycle);
  order = evaluation_desk_criterion (desks.one, one->scheme_id, "order");
  first = mc_evaluation_change_score (NULL, one, order, MC_RATER_DIRECTOR, 9, "Đúng quy định");
  second = mc_evaluation_change_score (NULL, one, order, MC_RATER_DIRECTOR, 6, "Còn đi muộn");
  g_object_unref (session_fixture_commit (desks.one, first));
  expect_error (mc_session_commit (desks.two, second), MC_ERROR_EXISTS, GIVEN);
  mine = wait_for (desks.here, mc_change_op_get_entity (g_ptr_array_index (mc_change_get_ops (first), 0)));
  theirs = wait_for (desks.there, mine);
  g_assert_cmpfloat (theirs->points, ==, 9);

  seven = mc_evaluation_change_score (mine, one, order, MC_RATER_DIRECTOR, 7, mine->reason);
  five = mc_evaluation_change_score (theirs, one, order, MC_RATER_DIRECTOR, 5, theirs->reason);
  g_object_unref (session_fixture_commit (desks.one, seven));
  meet (desks.two, five, "points", "5", "7", MC_CHOICE_MINE);
  SESSION_WAIT (mine->points == 5 && theirs->points == 5);
  g_clear_object (&one);
  g_clear_object (&list);
  desks_close (&desks);
}

/* --- Attendance --- */

/* Of somebody of whom nothing is known yet, yesterday. */
static McAttendance *
new_attendance (McSession *session, McAttendanceState state)
{
  g_autofree char *person =
      session_fixture_psql ("SELECT min(t.person_id) FROM centre.tour t WHERE t.during @> centre.today() - 1"
                            " AND NOT EXISTS (SELECT FROM centre.attendance a WHERE a.person_id = t.person_id AND "
                            "a.day = centre.today() - 1)");
  McAttendance *row = mc_attendance_new ();

  row->person_id = g_ascii_strtoll (person, NULL, 10);
  row->day = mc_session_get_today (session) - 1;
  row->session = MC_DAY_SESSION_MORNING;
  row->state = state;
  return row;
}

static McChange *
note_change (gpointer row, const char *note)
{
  McChange *change = mc_change_new (note);
  g_autoptr (McAttendance) after = mc_entity_clone (row);

  g_set_str (&after->note, note);
  mc_change_update (change, row, MC_ENTITY (after));
  return change;
}

static void
test_attendance (void)
{
  Desks desks;
  g_autoptr (McAttendance) came = NULL, stayed_away = NULL;
  g_autoptr (McChange) first = mc_change_new ("came"), second = mc_change_new ("stayed away"), train = NULL, bus = NULL;
  McAttendance *mine, *theirs;

  desks_open (&desks, "binh", "an", MC_TYPE_ATTENDANCE);
  came = new_attendance (desks.one, MC_ATTENDANCE_PRESENT);
  stayed_away = new_attendance (desks.two, MC_ATTENDANCE_UNEXCUSED);
  mc_change_insert (first, MC_ENTITY (came));
  mc_change_insert (second, MC_ENTITY (stayed_away));
  g_object_unref (session_fixture_commit (desks.one, first));
  expect_error (mc_session_commit (desks.two, second), MC_ERROR_EXISTS,
                "For this person and session it is recorded already who came.");
  mine = wait_for (desks.here, came);
  theirs = wait_for (desks.there, came);
  g_assert_cmpint (theirs->state, ==, MC_ATTENDANCE_PRESENT);

  train = note_change (mine, "tàu trễ");
  bus = note_change (theirs, "xe hỏng");
  g_object_unref (session_fixture_commit (desks.one, train));
  meet (desks.two, bus, "note", "xe hỏng", "tàu trễ", MC_CHOICE_THEIRS);
  SESSION_WAIT (g_strcmp0 (theirs->note, "tàu trễ") == 0 && g_strcmp0 (mine->note, "tàu trễ") == 0);
  desks_close (&desks);
}

/* --- A cell of a draft --- */

static McRosterCell *
put (McSession *session, McRosterBook *book, McRosterEdit *edit, guint place)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof *edit);

  edit->place = mc_roster_brief_get_place (mc_roster_book_get_brief (book), (gint)place);
  g_array_append_val (edits, *edit);
  roster_desk_commit (session, mc_roster_change_edit (book, "Fill", edits));
  SESSION_WAIT (mc_roster_book_get_cell (book, edit->person, edit->day, edit->session) != NULL);
  return mc_roster_book_get_cell (book, edit->person, edit->day, edit->session);
}

static McChange *
edit_change (McRosterBook *book, McRosterEdit *edit, McRosterPlace place)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof *edit);

  edit->place = place;
  g_array_append_val (edits, *edit);
  return mc_roster_change_edit (book, "Edit", edits);
}

/* One frees the cell that the other one pins: what is gone is gone, and is said to be. */
static void
test_cell (void)
{
  Desks desks;
  g_autoptr (McRosterBook) mine = NULL, theirs = NULL;
  g_autoptr (McChange) pin = NULL, resolved = NULL;
  g_autoptr (McConflict) conflict = NULL;
  g_autoptr (GError) error = NULL;
  McRosterProblem *problem;
  McRosterPlace kept;
  McRosterEdit edit = { .pinned = -1 };
  McPeriod month;

  desks_open (&desks, "binh", "binh", MC_TYPE_ROSTER);
  month = roster_desk_month (desks.one, 1);
  roster_desk_commit (desks.one, mc_roster_change_new (month, NULL));
  mine = roster_desk_open (desks.one, roster_desk_find (desks.one, month.from));
  problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (mine));
  edit.person = mc_roster_person (problem, 0)->id;
  edit.day = mc_roster_session (problem, 0)->day;
  edit.session = mc_roster_session (problem, 0)->part;
  put (desks.one, mine, &edit, 0);
  kept = edit.place;
  theirs = roster_desk_open (desks.two, roster_desk_find (desks.two, month.from));
  SESSION_WAIT (mc_roster_book_get_cell (theirs, edit.person, edit.day, edit.session) != NULL);
  edit.pinned = 1;
  pin = edit_change (theirs, &edit, kept);
  edit.pinned = -1;
  roster_desk_commit (desks.one, edit_change (mine, &edit, (McRosterPlace){ 0, 0 }));
  expect_error (mc_session_commit (desks.two, pin), MC_ERROR_CONFLICT,
                "Cell of a roster: somebody else has changed or removed this in the meantime.");
  conflict = dex_await_object (mc_session_get_conflict (desks.two, pin), &error);
  g_assert_no_error (error);
  g_assert_null (mc_conflict_get_theirs (conflict));
  resolved = mc_conflict_resolve (conflict);
  g_assert_true (mc_change_is_empty (resolved));
  SESSION_WAIT (mc_roster_book_get_cell (theirs, edit.person, edit.day, edit.session) == NULL);
  g_clear_object (&mine);
  g_clear_object (&theirs);
  desks_close (&desks);
}

/* --- Undo of what somebody else has changed since --- */

#define UNDO_REFUSED(label)                                                                                            \
  "“" label "” cannot be undone: somebody else has changed Feedback of a citizen since. Nothing was changed."

static McFeedback *
enter (McSession *session, McChange *change, const char *matter)
{
  McFeedback *row = mc_feedback_new ();

  row->received_on = mc_session_get_today (session);
  g_set_str (&row->matter, matter);
  mc_change_insert (change, MC_ENTITY (row));
  return row;
}

/* Two rows came by one act, and one of them is another's by now: the other row stays as well, and so does the entry. */
static void
test_undo_insert (void)
{
  Desks desks;
  g_autoptr (McChange) change = mc_change_new ("enter both");
  g_autoptr (McFeedback) one = NULL, two = NULL;
  McFeedback *mine, *theirs;

  desks_open (&desks, "cuc", "an", MC_TYPE_FEEDBACK);
  one = enter (desks.one, change, "chờ lâu");
  two = enter (desks.one, change, "phòng nóng");
  g_object_unref (session_fixture_commit (desks.one, change));
  mine = wait_for (desks.here, one);
  theirs = wait_for (desks.there, one);
  expect (session_fixture_set_text (desks.two, theirs, "kept_at", "tủ 3"));
  expect_error (mc_session_undo (desks.one), MC_ERROR_CONFLICT, UNDO_REFUSED ("enter both"));
  SESSION_WAIT (g_strcmp0 (mine->kept_at, "tủ 3") == 0);
  g_assert_nonnull (mc_live_list_get_by_id (desks.there, mc_entity_get_id (MC_ENTITY (two))));
  /* They take theirs back: then both rows go by one undo, and come back by one redo, as they were. */
  expect (mc_session_undo (desks.two));
  expect (mc_session_undo (desks.one));
  SESSION_WAIT (!mc_live_list_get_by_id (desks.there, mc_entity_get_id (MC_ENTITY (one))) &&
                !mc_live_list_get_by_id (desks.there, mc_entity_get_id (MC_ENTITY (two))));
  expect_error (mc_session_redo (desks.two), MC_ERROR_CONFLICT,
                "“test” cannot be done again: Feedback of a citizen has been changed since.");
  expect (mc_session_redo (desks.one));
  desks_close (&desks);
}

/* What was removed elsewhere is not changed back. */
static void
test_undo_gone (void)
{
  Desks desks;
  g_autoptr (McChange) change = mc_change_new ("enter"), remove = mc_change_new ("remove");
  g_autoptr (McFeedback) one = NULL;
  McFeedback *mine, *theirs;
  gint64 id;

  desks_open (&desks, "cuc", "an", MC_TYPE_FEEDBACK);
  one = enter (desks.one, change, "thiếu ghế");
  g_object_unref (session_fixture_commit (desks.one, change));
  mine = wait_for (desks.here, one);
  id = mc_entity_get_id (MC_ENTITY (mine));
  expect (session_fixture_set_text (desks.one, mine, "kept_at", "tủ 1"));
  SESSION_WAIT ((theirs = mc_live_list_get_by_id (desks.there, id)) != NULL &&
                g_strcmp0 (theirs->kept_at, "tủ 1") == 0);
  mc_change_delete (remove, MC_ENTITY (theirs));
  g_object_unref (session_fixture_commit (desks.two, remove));
  expect_error (mc_session_undo (desks.one), MC_ERROR_CONFLICT, UNDO_REFUSED ("test"));
  /* Brought back, it has another number: the other desk's history was of the row that is gone. */
  expect (mc_session_undo (desks.two));
  expect_error (mc_session_undo (desks.one), MC_ERROR_CONFLICT, UNDO_REFUSED ("test"));
  desks_close (&desks);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/rivals/points", test_points);
  mc_test_add_fiber ("/rivals/attendance", test_attendance);
  mc_test_add_fiber ("/rivals/cell", test_cell);
  mc_test_add_fiber ("/rivals/undo-insert", test_undo_insert);
  mc_test_add_fiber ("/rivals/undo-gone", test_undo_gone);
  return session_fixture_run ();
}
