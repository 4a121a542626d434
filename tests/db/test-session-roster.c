/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-absence.h"
#include "mc-counter.h"
#include "mc-error.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-fingerprint.h"
#include "mc-roster-matching.h"
#include "mc-roster-origin.h"
#include "mc-roster-planner.h"
#include "mc-roster-sheets.h"
#include "roster-desk.h"

/* A month of the sample centre, from an empty draft to an amended paper, on two desktops. */

static McSession *office; /* binh, of the roster office */
static McSession *head;   /* an, the director */

/* The published month of the sample reads back as it was made: everybody at the own counter, no rule that is a must
 * broken but where somebody fell ill since. */
static void
check_published (void)
{
  g_autoptr (McRosterBook) book = roster_desk_open (office, roster_desk_find (office, mc_session_get_today (office)));
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSolution *now = mc_roster_book_get_current (book);

  g_assert_true (mc_roster_book_is_out (book));
  g_assert_false (mc_roster_book_is_open (book));
  g_assert_cmpuint (problem->people->len, ==, 60);
  g_assert_cmpuint (problem->duties->len, ==, 18 + 7);
  g_assert_cmpuint (problem->units->len, >=, 13);
  g_assert_cmpuint (problem->sessions->len, >=, 36);
  for (guint i = 0; i < now->breaches->len; i++)
    {
      McRosterBreach *breach = &g_array_index (now->breaches, McRosterBreach, i);

      if (mc_roster_rule (problem, breach->rule)->hard)
        g_assert_cmpint (mc_roster_rule (problem, breach->rule)->kind, ==, MC_ROSTER_RULE_LEAVE);
    }
  g_assert_cmpint (mc_roster_brief_find_code (mc_roster_book_get_brief (book), "q3"), ==,
                   mc_roster_brief_find_code (mc_roster_book_get_brief (book), " 3 "));
  g_assert_cmpint (mc_roster_brief_find_code (mc_roster_book_get_brief (book), "hd"), >=, 18);
  g_assert_cmpint (mc_roster_brief_find_code (mc_roster_book_get_brief (book), "99"), ==, -1);
}

static McRosterBook *
begin_draft (void)
{
  McPeriod month = roster_desk_month (office, 1);

  roster_desk_commit (office, mc_roster_change_new (month, "Tháng sau"));
  return roster_desk_open (office, roster_desk_find (office, month.from));
}

static McRosterProblem *
leave_out (const McRosterProblem *all, McRosterRuleKind kind)
{
  McRosterProblem *fewer = mc_roster_problem_copy (all);

  for (guint i = 0; i < fewer->rules->len; i++)
    if (mc_roster_rule (fewer, i)->kind == kind)
      mc_roster_rule (fewer, i)->on = FALSE;
  return fewer;
}

/* What is kept of a plan is what was really solved, so that nobody takes it for one by all rules, and it can be solved
 * again: here without some rules, and with the first cells as they stood. What is law is never left out. */
static void
take_as_of_other_rules (McRosterBook *book, McRosterSolution *best)
{
  McRosterProblem *all = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  g_autoptr (McRosterProblem) fewer = leave_out (all, MC_ROSTER_RULE_FAIRNESS);
  g_autoptr (McRosterProblem) lawless = leave_out (all, MC_ROSTER_RULE_LEAVE);
  g_autoptr (McRosterProblem) again = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (McRosterEdit));
  g_autoptr (McChange) refused = NULL;
  g_autofree char *by_all = mc_roster_dup_origin (all), *by_fewer = NULL, *by_again = NULL;
  GError *error = NULL;

  for (guint s = 0; s < 4; s++)
    mc_roster_problem_add_pin (fewer, 0, s, mc_roster_solution_get (best, 0, s));
  mc_roster_problem_seal (fewer, &error);
  g_assert_no_error (error);
  by_fewer = mc_roster_dup_origin (fewer);
  g_assert_cmpstr (by_fewer, !=, by_all);
  roster_desk_commit (office, mc_roster_change_accept (book, fewer, best, none));
  SESSION_WAIT (g_strcmp0 (mc_roster_book_get_roster (book)->planned_by, by_fewer) == 0);
  again = mc_roster_make_planned_problem (mc_roster_brief_get_problem (mc_roster_book_get_brief (book)),
                                          mc_roster_brief_get_current (mc_roster_book_get_brief (book)),
                                          mc_roster_book_get_roster (book)->quality, &error);
  g_assert_no_error (error);
  by_again = mc_roster_dup_origin (again);
  g_assert_cmpstr (by_again, ==, by_fewer);

  mc_roster_problem_seal (lawless, &error);
  g_assert_no_error (error);
  refused = mc_roster_change_accept (book, lawless, best, none);
  dex_await (mc_session_commit (office, refused), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_cmpstr (mc_error_get_detail (error)->constraint, ==, "roster_plan_by_law");
  g_clear_error (&error);
}

/* Of the plan only one counter on one day is taken over, and goes again by undo; the rest stays empty. */
static void
take_a_part (McRosterBook *book, McRosterSolution *best)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McDay day = mc_roster_session (mc_roster_brief_get_problem (brief), 4)->day;
  McRosterPlace place = mc_roster_brief_get_place (brief, 0);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof place);
  g_autoptr (GArray) edits = mc_roster_book_diff (book, brief, best, NULL, (McPeriod){ day, day + 1 });
  guint all = edits->len;
  GListModel *cells = mc_roster_book_get_rows (book, MC_TYPE_ROSTER_CELL);
  McRosterEdit *edit;
  GError *error = NULL;

  g_array_append_val (places, place);
  mc_roster_book_keep_places (book, edits, places);
  g_assert_cmpuint (edits->len, >, 0);
  g_assert_cmpuint (edits->len, <, all);
  roster_desk_commit (office, mc_roster_change_accept (book, mc_roster_brief_get_problem (brief), best, edits));
  SESSION_WAIT (g_list_model_get_n_items (cells) == edits->len);
  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr (McRosterCell) cell = g_list_model_get_item (cells, i);

      g_assert_cmpint (cell->day, ==, day);
      g_assert_cmpint (cell->counter_id, ==, place.counter_id);
    }
  dex_await (mc_session_undo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_list_model_get_n_items (cells) == 0);
  /* The book counts anew a moment later. */
  edit = &g_array_index (edits, McRosterEdit, 0);
  SESSION_WAIT (!mc_roster_book_get_cell (book, edit->person, edit->day, edit->session));
}

/* An empty draft is planned to a proven optimum, taken over whole, and is then what the planner said. */
static void
plan (McRosterBook *book)
{
  g_autoptr (McRosterBrief) brief = mc_roster_brief_ref (mc_roster_book_get_brief (book));
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  McRosterOptions options = { .seed = 7 };
  g_autoptr (McRosterSolution) best = mc_roster_plan (problem, NULL, &options);
  g_autoptr (GArray) edits = mc_roster_book_diff (book, mc_roster_book_get_brief (book), best, NULL, MC_PERIOD_ALWAYS);
  g_autofree char *origin = mc_roster_dup_origin (problem);
  gint64 cost = mc_roster_solution_cost (best, 0);

  g_assert_cmpint (best->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpuint (best->hard_broken, ==, 0);
  g_assert_cmpuint (edits->len, >, 1000);
  take_a_part (book, best);
  roster_desk_commit (office, mc_roster_change_accept (book, problem, best, edits));
  SESSION_WAIT (mc_roster_book_get_roster (book)->quality != NULL &&
                mc_roster_solution_cost (mc_roster_book_get_current (book), 0) == cost);
  g_assert_cmpstr (mc_roster_book_get_roster (book)->planned_by, ==, origin);
  g_assert_cmpint (mc_roster_book_get_roster (book)->seed, ==, 7);
  g_assert_nonnull (strstr (mc_roster_book_get_roster (book)->quality, "\"optimal\""));
  {
    g_autofree char *again = mc_roster_dup_origin (mc_roster_brief_get_problem (mc_roster_book_get_brief (book)));

    g_assert_cmpstr (again, ==, origin);
  }
  take_as_of_other_rules (book, best);
}

static gboolean
find_work_of_others (McRosterBook *book, gint64 but, McRosterEdit *edit)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  McRosterSolution *now = mc_roster_book_get_current (book);

  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < problem->sessions->len; k++)
      if (mc_roster_solution_get (now, i, k) != MC_ROSTER_FREE && mc_roster_person (problem, i)->id != but)
        {
          *edit = (McRosterEdit){ mc_roster_person (problem, i)->id, mc_roster_session (problem, k)->day,
                                  mc_roster_session (problem, k)->part,
                                  mc_roster_brief_get_place (brief, mc_roster_solution_get (now, i, k)), -1 };
          return TRUE;
        }
  return FALSE;
}

static gboolean
find_work (McRosterBook *book, McRosterEdit *edit)
{
  return find_work_of_others (book, 0, edit);
}

static McCounter *
find_counter (McLiveList *list, int number)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McCounter) counter = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (counter->number == number)
        return counter; /* the list holds it */
    }
  return NULL;
}

#define N_DUTIES(book) (mc_roster_brief_get_problem (mc_roster_book_get_brief (book))->duties->len)

/* While a plan is made somebody opens a counter, and the duties get other indices: the plan still says what it said. */
static void
outlive_a_change (McRosterBook *book)
{
  g_autoptr (McRosterBrief) brief = mc_roster_brief_ref (mc_roster_book_get_brief (book));
  g_autoptr (McRosterSolution) result = mc_roster_solution_copy (mc_roster_book_get_current (book));
  g_autoptr (McLiveList) counters = session_fixture_list (head, MC_TYPE_COUNTER);
  g_autoptr (McCounter) counter = mc_counter_new ();
  g_autoptr (GArray) edits = NULL;
  McChange *change = mc_change_new ("Mở quầy 99");
  McRosterEdit freed, *edit;
  guint n_duties = N_DUTIES (book);

  g_assert_true (find_work (book, &freed));
  mc_roster_solution_set (result, (guint)mc_roster_brief_find_person (brief, freed.person),
                          (guint)mc_roster_brief_find_session (brief, freed.day, freed.session), MC_ROSTER_FREE);
  counter->number = 99;
  counter->name = g_strdup ("Quầy mẫu");
  counter->seats = 1;
  counter->during = (McPeriod){ mc_session_get_today (head), MC_DAY_NONE };
  mc_change_insert (change, MC_ENTITY (counter));
  roster_desk_commit (head, change);
  SESSION_WAIT (N_DUTIES (book) == n_duties + 1 && find_counter (counters, 99));
  edits = mc_roster_book_diff (book, brief, result, NULL, MC_PERIOD_ALWAYS);
  g_assert_cmpuint (edits->len, ==, 1);
  edit = &g_array_index (edits, McRosterEdit, 0);
  g_assert_cmpint (edit->person, ==, freed.person);
  g_assert_cmpint (edit->day, ==, freed.day);
  g_assert_cmpint (edit->place.counter_id + edit->place.duty_id, ==, 0);
  change = mc_change_new ("Bỏ quầy 99");
  mc_change_delete (change, MC_ENTITY (find_counter (counters, 99)));
  roster_desk_commit (head, change);
  SESSION_WAIT (N_DUTIES (book) == n_duties);
}

static GArray *
one_edit (McRosterEdit edit)
{
  GArray *edits = g_array_new (FALSE, TRUE, sizeof edit);

  g_array_append_val (edits, edit);
  return edits;
}

/* A cell is freed, and comes back by undo; pinned, it stays where the planner would move it. */
static void
edit_by_hand (McRosterBook *book)
{
  McRosterEdit edit;
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GArray) pins = NULL;
  GError *error = NULL;

  g_assert_true (find_work (book, &edit));
  pins = one_edit ((McRosterEdit){ edit.person, edit.day, edit.session, edit.place, 1 });
  edit.place = (McRosterPlace){ 0, 0 };
  edits = one_edit (edit);
  roster_desk_commit (office, mc_roster_change_edit (book, "Free", edits));
  SESSION_WAIT (mc_roster_book_get_cell (book, edit.person, edit.day, edit.session) == NULL);
  dex_await (mc_session_undo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (mc_roster_book_get_cell (book, edit.person, edit.day, edit.session) != NULL);
  roster_desk_commit (office, mc_roster_change_edit (book, "Pin", pins));
  SESSION_WAIT (mc_roster_book_get_cell (book, edit.person, edit.day, edit.session)->pinned);
  SESSION_WAIT (mc_roster_brief_get_problem (mc_roster_book_get_brief (book))->pins->len == 1);
}

/* The office submits, cannot approve; the director does; the office publishes, and the draft is none any more. */
static void
sign (McRosterBook *book)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  g_autoptr (McRosterBook) theirs = roster_desk_open (head, id);
  g_autoptr (GError) error = NULL;
  McChange *step = mc_roster_change_step (mc_roster_book_get_roster (book), MC_ROSTER_STATE_SUBMITTED, NULL);

  g_assert_false (mc_change_can_undo (step));
  roster_desk_commit (office, step);
  SESSION_WAIT (mc_roster_book_get_roster (theirs)->state == MC_ROSTER_STATE_SUBMITTED);
  SESSION_WAIT (mc_roster_book_get_roster (book)->state == MC_ROSTER_STATE_SUBMITTED);
  error = roster_desk_refuse (office,
                              mc_roster_change_step (mc_roster_book_get_roster (book), MC_ROSTER_STATE_APPROVED, NULL));
  g_assert_nonnull (strstr (error->message, "Only the director"));
  roster_desk_commit (head, mc_roster_change_step (mc_roster_book_get_roster (theirs), MC_ROSTER_STATE_APPROVED, NULL));
  SESSION_WAIT (mc_roster_book_get_roster (book)->approved_as == MC_ROSTER_SIGNER_DIRECTOR);
  g_assert_cmpstr (mc_roster_book_get_roster (book)->approved_by, ==, "an");
  roster_desk_commit (office,
                      mc_roster_change_step (mc_roster_book_get_roster (book), MC_ROSTER_STATE_PUBLISHED, NULL));
  SESSION_WAIT (mc_roster_book_is_out (book) && mc_roster_book_is_out (theirs));
}

/* On paper stands what stands in the register. */
static void
print (McRosterBook *book)
{
  McPeriod all = mc_roster_book_get_roster (book)->during;
  g_autoptr (McRosterSheet) people = mc_roster_book_make_people_sheet (book, MC_PERIOD_ALWAYS);
  g_autoptr (McRosterSheet) counters = mc_roster_book_make_counter_sheet (book, (McPeriod){ all.from, all.from + 7 });
  g_autofree char *period = mc_roster_book_dup_period (book, MC_PERIOD_ALWAYS);
  double days = 0;
  guint cells = 0;
  McRosterSolution *now = mc_roster_book_get_current (book);

  g_assert_cmpuint (mc_roster_sheet_get_n_days (people), ==, (guint)mc_period_days (all));
  g_assert_cmpuint (mc_roster_sheet_get_n_days (counters), ==, 7);
  g_assert_cmpuint (mc_roster_sheet_get_n_rows (people), >=, 40);
  g_assert_cmpuint (mc_roster_sheet_get_n_rows (counters), ==, 25);
  for (guint i = 0; i < mc_roster_sheet_get_n_rows (people); i++)
    days += mc_roster_sheet_get_total (people, i, 0);
  for (guint i = 0; i < now->n_people * now->n_sessions; i++)
    cells += now->cells[i] != MC_ROSTER_FREE;
  g_assert_cmpfloat_with_epsilon (days, cells / 2.0, 0.01);
  g_assert_true (g_str_has_prefix (period, "tháng "));
}

static McAbsence *
absence_in (const McRosterEdit *edit)
{
  McAbsence *absence = mc_absence_new ();

  absence->person_id = edit->person;
  absence->during = (McPeriod){ edit->day, edit->day + 1 };
  absence->half = edit->session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
  return absence;
}

/* Somebody falls ill: one change enters the absence and the amendment; both desks show it, what was published is kept.
 */
static void
amend (McRosterBook *book)
{
  McRosterEdit edit;
  g_autoptr (GArray) edits = NULL;
  g_autoptr (McAbsence) absence = NULL;
  McRosterCell *cell;
  McChange *change;

  g_assert_true (find_work (book, &edit));
  absence = absence_in (&edit);
  edit.place = (McRosterPlace){ 0, 0 };
  edits = one_edit (edit);
  change = mc_roster_change_amend (book, "Vắng đột xuất", absence, edits);
  g_assert_true (mc_change_can_undo (change));
  roster_desk_commit (office, change);
  SESSION_WAIT (mc_roster_book_get_roster (book)->state == MC_ROSTER_STATE_AMENDED);
  SESSION_WAIT ((cell = mc_roster_book_get_cell (book, edit.person, edit.day, edit.session)) && cell->amendment_id);
  g_assert_cmpint (cell->counter_id + cell->duty_id, ==, 0);
  {
    g_autoptr (McLiveList) list = session_fixture_list (head, MC_TYPE_ROSTER_AMENDMENT);
    g_autoptr (McRosterAmendment) amendment = g_list_model_get_item (G_LIST_MODEL (list), 0);

    g_assert_cmpint (amendment->number, ==, 1);
    g_assert_cmpint (amendment->confirmed_as, ==, MC_ROSTER_SIGNER_NONE);
    g_assert_cmpint (amendment->absence_id, !=, 0);
    roster_desk_commit (head, mc_roster_change_confirm (amendment));
    SESSION_WAIT (amendment->confirmed_as == MC_ROSTER_SIGNER_DIRECTOR);
  }
}

/* One who is away is rostered all the same, then another falls ill and both are freed: undone, the other is back at
 * work, but not who is still away. */
static void
take_back_beside_another (McRosterBook *book)
{
  McRosterEdit away, ill;
  g_autoptr (GArray) edits = NULL;
  g_autoptr (McAbsence) first = NULL;
  g_autoptr (McAbsence) second = NULL;
  McChange *change = mc_change_new ("Nghỉ");
  McRosterCell *cell;
  GError *error = NULL;

  g_assert_true (find_work (book, &away) && find_work_of_others (book, away.person, &ill));
  first = absence_in (&away);
  second = absence_in (&ill);
  mc_change_insert (change, MC_ENTITY (first));
  roster_desk_commit (office, change);
  SESSION_WAIT (mc_roster_book_is_on_leave (book, away.person, away.day, away.session));
  g_assert_false (mc_roster_book_is_on_leave (book, ill.person, ill.day, ill.session));
  edits = one_edit ((McRosterEdit){ away.person, away.day, away.session, { 0, 0 }, -1 });
  g_array_append_vals (edits, &(McRosterEdit){ ill.person, ill.day, ill.session, { 0, 0 }, -1 }, 1);
  roster_desk_commit (office, mc_roster_change_amend (book, "Vắng cả hai", second, edits));
  SESSION_WAIT ((cell = mc_roster_book_get_cell (book, ill.person, ill.day, ill.session)) && !cell->counter_id &&
                !cell->duty_id);
  dex_await (mc_session_undo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT ((cell = mc_roster_book_get_cell (book, ill.person, ill.day, ill.session)) &&
                cell->counter_id == ill.place.counter_id && cell->duty_id == ill.place.duty_id);
  cell = mc_roster_book_get_cell (book, away.person, away.day, away.session);
  g_assert_cmpint (cell->counter_id + cell->duty_id, ==, 0);
}

/* The month after that begins as a copy: like days have like places. */
static void
copy (McRosterBook *book)
{
  McPeriod month = mc_roster_book_get_roster (book)->during;
  McPeriod after = { month.until, mc_day_add_months (month.until, 1) };
  g_autoptr (McRosterBook) next = NULL;

  roster_desk_commit (office, mc_roster_change_copy (book, after, NULL));
  next = roster_desk_open (office, roster_desk_find (office, after.from));
  g_assert_true (mc_roster_book_is_open (next));
  g_assert_cmpint (mc_roster_book_get_roster (next)->based_on_id, ==,
                   mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book))));
  g_assert_cmpuint (mc_roster_book_get_current (next)->gaps->len, <,
                    mc_roster_brief_get_problem (mc_roster_book_get_brief (next))->needs->len / 4);
  roster_desk_commit (office, mc_roster_change_delete (mc_roster_book_get_roster (next)));
}

static void
test_month (void)
{
  g_autoptr (McRosterBook) book = NULL;

  office = session_fixture_open ("binh");
  head = session_fixture_open ("an");
  check_published ();
  book = begin_draft ();
  plan (book);
  outlive_a_change (book);
  edit_by_hand (book);
  sign (book);
  print (book);
  amend (book);
  take_back_beside_another (book);
  copy (book);
  g_clear_object (&book);
  session_fixture_close (g_steal_pointer (&office));
  session_fixture_close (g_steal_pointer (&head));
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/roster/month", test_month);
  return session_fixture_run ();
}
