/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence.h"
#include "mc-appointment.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-demand.h"
#include "mc-duty-load.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-roster-amendment.h"
#include "mc-roster-brief.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-planner.h"
#include "mc-saturday-field.h"
#include "mc-seat.h"
#include "mc-tour.h"
#include "rules-fixture.h"

/* What the planner is told of one counter, the two who may sit there, and their absences. */

#define FIRST "01/12/2026" /* a Tuesday */

typedef struct
{
  GListStore *people, *tours, *counters, *assignments, *absences, *cells, *amendments;
  GListStore *fields, *demands, *saturdays, *loads, *appointments, *seats, *posts;
} Rows;

static gpointer
add_row (GListStore *list, GType noun, gint64 id)
{
  g_autoptr (McEntity) row = g_object_new (noun, "id", id, NULL);

  g_list_store_append (list, row);
  return row; /* the list holds it */
}

static void
add_person (Rows *rows, gint64 id, McTourRole role, const char *from, const char *until)
{
  McPerson *person = add_row (rows->people, MC_TYPE_PERSON, id);
  McTour *tour = add_row (rows->tours, MC_TYPE_TOUR, id);
  McCounterAssignment *seat = add_row (rows->assignments, MC_TYPE_COUNTER_ASSIGNMENT, id);

  person->full_name = g_strdup_printf ("Người mẫu %d", (int)id);
  tour->person_id = seat->person_id = id;
  tour->agency_id = 1;
  tour->role = role;
  tour->during = fixture_period (from, until);
  seat->counter_id = 1;
  seat->during = MC_PERIOD_ALWAYS;
}

static void
rows_init (Rows *rows)
{
  McCounter *counter;

  *rows = (Rows){ g_list_store_new (MC_TYPE_PERSON),
                  g_list_store_new (MC_TYPE_TOUR),
                  g_list_store_new (MC_TYPE_COUNTER),
                  g_list_store_new (MC_TYPE_COUNTER_ASSIGNMENT),
                  g_list_store_new (MC_TYPE_ABSENCE),
                  g_list_store_new (MC_TYPE_ROSTER_CELL),
                  g_list_store_new (MC_TYPE_ROSTER_AMENDMENT),
                  g_list_store_new (MC_TYPE_COUNTER_FIELD),
                  g_list_store_new (MC_TYPE_DEMAND),
                  g_list_store_new (MC_TYPE_SATURDAY_FIELD),
                  g_list_store_new (MC_TYPE_DUTY_LOAD),
                  g_list_store_new (MC_TYPE_APPOINTMENT),
                  g_list_store_new (MC_TYPE_SEAT),
                  g_list_store_new (MC_TYPE_POST) };
  counter = add_row (rows->counters, MC_TYPE_COUNTER, 1);
  counter->number = 1;
  counter->seats = 1;
  counter->during = MC_PERIOD_ALWAYS;
}

static void
rows_clear (Rows *rows)
{
  g_object_unref (rows->people);
  g_object_unref (rows->tours);
  g_object_unref (rows->counters);
  g_object_unref (rows->assignments);
  g_object_unref (rows->absences);
  g_object_unref (rows->cells);
  g_object_unref (rows->amendments);
  g_object_unref (rows->fields);
  g_object_unref (rows->demands);
  g_object_unref (rows->saturdays);
  g_object_unref (rows->loads);
  g_object_unref (rows->appointments);
  g_object_unref (rows->seats);
  g_object_unref (rows->posts);
}

static McRosterBrief *
brief_until (Rows *rows, const char *until)
{
  GError *error = NULL;
  g_autoptr (McRuleBook) book = fixture_book ();
  g_autoptr (GListStore) hours = fixture_office_hours ();
  g_autoptr (McWorkCalendar) calendar =
      mc_work_calendar_new (book, NULL, G_LIST_MODEL (hours), G_LIST_MODEL (rows->saturdays));
  g_autoptr (GListStore) none = g_list_store_new (MC_TYPE_ENTITY);
  McRosterRegister all = { .people = G_LIST_MODEL (rows->people),
                           .tours = G_LIST_MODEL (rows->tours),
                           .counters = G_LIST_MODEL (rows->counters),
                           .assignments = G_LIST_MODEL (rows->assignments),
                           .competences = G_LIST_MODEL (none),
                           .absences = G_LIST_MODEL (rows->absences),
                           .cells = G_LIST_MODEL (rows->cells),
                           .amendments = G_LIST_MODEL (rows->amendments),
                           .counter_fields = G_LIST_MODEL (rows->fields),
                           .demands = G_LIST_MODEL (rows->demands),
                           .loads = G_LIST_MODEL (rows->loads),
                           .appointments = G_LIST_MODEL (rows->appointments),
                           .seats = G_LIST_MODEL (rows->seats),
                           .posts = G_LIST_MODEL (rows->posts) };
  McRosterBrief *brief = mc_roster_brief_new (&all, fixture_period (FIRST, until), calendar, MC_DAY_NONE, &error);

  g_assert_no_error (error);
  return brief;
}

static McRosterBrief *
brief_of (Rows *rows)
{
  return brief_until (rows, "05/12/2026");
}

static gboolean
is_away (McRosterBrief *brief, gint64 person, const char *day, guint part)
{
  gint session = mc_roster_brief_find_session (brief, fixture_day (day), part);

  g_assert_cmpint (session, >=, 0);
  return mc_roster_problem_away (mc_roster_brief_get_problem (brief),
                                 (guint)mc_roster_brief_find_person (brief, person), (guint)session) != NULL;
}

/* Only an absence that counts keeps somebody away: not what is asked for, refused, or taken back. */
static void
test_absences (void)
{
  static const struct
  {
    McAbsenceState state;
    McHomeWord home_word;
    gboolean away;
  } cases[] = {
    { MC_ABSENCE_REPORTED, MC_HOME_WORD_NOT_NEEDED, TRUE },   { MC_ABSENCE_AGREED, MC_HOME_WORD_AWAITED, TRUE },
    { MC_ABSENCE_REQUESTED, MC_HOME_WORD_NOT_NEEDED, FALSE }, { MC_ABSENCE_REFUSED, MC_HOME_WORD_NOT_NEEDED, FALSE },
    { MC_ABSENCE_CANCELLED, MC_HOME_WORD_AGREED, FALSE },     { MC_ABSENCE_AGREED, MC_HOME_WORD_REFUSED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (McRosterBrief) brief = NULL;
      McAbsence *absence;
      Rows rows;

      rows_init (&rows);
      add_person (&rows, 7, MC_TOUR_ROLE_PRIMARY, "01/01/2026", NULL);
      absence = add_row (rows.absences, MC_TYPE_ABSENCE, 1);
      absence->person_id = 7;
      absence->during = fixture_period ("02/12/2026", "03/12/2026");
      absence->half = MC_HALF_AFTERNOON;
      absence->state = cases[i].state;
      absence->home_word = cases[i].home_word;
      brief = brief_of (&rows);
      g_assert_cmpint (is_away (brief, 7, "02/12/2026", 1), ==, cases[i].away);
      g_assert_false (is_away (brief, 7, "02/12/2026", 0));
      g_assert_false (is_away (brief, 7, FIRST, 1));
      rows_clear (&rows);
    }
}

/* Skills lie within the stay; a standby costs more; who has left is there as long as a cell names him. */
static void
test_stays (void)
{
  g_autoptr (McRosterBrief) brief = NULL;
  McRosterProblem *problem;
  McRosterCell *cell;
  Rows rows;

  rows_init (&rows);
  add_person (&rows, 1, MC_TOUR_ROLE_PRIMARY, "01/01/2026", "03/12/2026");
  add_person (&rows, 2, MC_TOUR_ROLE_STANDBY, "01/01/2026", NULL);
  add_person (&rows, 3, MC_TOUR_ROLE_PRIMARY, "01/01/2025", "01/01/2026");
  add_person (&rows, 4, MC_TOUR_ROLE_PRIMARY, "01/01/2025", "01/01/2026");
  cell = add_row (rows.cells, MC_TYPE_ROSTER_CELL, 1);
  cell->person_id = 3;
  cell->day = fixture_day (FIRST);
  cell->session = MC_DAY_SESSION_MORNING;
  cell->counter_id = 1;
  brief = brief_of (&rows);
  problem = mc_roster_brief_get_problem (brief);
  g_assert_cmpuint (problem->people->len, ==, 3);
  g_assert_cmpint (mc_roster_brief_find_person (brief, 4), ==, -1);
  g_assert_false (mc_roster_brief_is_standby (brief, (guint)mc_roster_brief_find_person (brief, 1)));
  g_assert_true (mc_roster_brief_is_standby (brief, (guint)mc_roster_brief_find_person (brief, 2)));
  g_assert_true (mc_roster_brief_get_cell (brief, 3, cell->day, 0) == cell);
  g_assert_null (mc_roster_brief_get_cell (brief, 3, cell->day, 1));
  g_assert_cmpuint (problem->skills->len, ==, 2);
  for (guint i = 0; i < problem->skills->len; i++)
    {
      McRosterSkill *skill = &g_array_index (problem->skills, McRosterSkill, i);
      gboolean standby = mc_roster_brief_is_standby (brief, skill->person);

      g_assert_cmpint (skill->cost > 0, ==, standby);
      g_assert_cmpint (mc_roster_session (problem, skill->to)->day, ==,
                       fixture_day (standby ? "04/12/2026" : "02/12/2026"));
    }
  rows_clear (&rows);
}

/* --- Saturdays of chosen fields --- */

static void
add_saturday_field (Rows *rows)
{
  McCounterField *served = add_row (rows->fields, MC_TYPE_COUNTER_FIELD, 1);
  McSaturdayField *open = add_row (rows->saturdays, MC_TYPE_SATURDAY_FIELD, 1);

  served->counter_id = 1;
  served->field_id = open->field_id = 5;
  served->during = MC_PERIOD_ALWAYS;
  open->during = fixture_period ("01/12/2026", "12/12/2026");
  open->source = g_strdup ("Thông báo mẫu");
}

static guint
wanted_on (McRosterBrief *brief, const char *day, guint part)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  gint session = mc_roster_brief_find_session (brief, fixture_day (day), part);
  const McRosterNeed *need = session >= 0 ? mc_roster_problem_need (problem, (guint)session, 0) : NULL;

  return need ? need->wanted : 0;
}

/* On Saturday mornings the counter of a chosen field is open, as long as the notice holds; a weekly need of Saturdays
 * says how many come. */
static void
test_saturday (void)
{
  g_autoptr (McRosterBrief) without = NULL, brief = NULL, more = NULL;
  McDemand *demand;
  gint saturday;
  Rows rows;

  rows_init (&rows);
  add_person (&rows, 1, MC_TOUR_ROLE_PRIMARY, "01/01/2026", NULL);
  without = brief_until (&rows, "21/12/2026");
  g_assert_cmpint (mc_roster_brief_find_session (without, fixture_day ("05/12/2026"), 0), ==, -1);
  add_saturday_field (&rows);
  brief = brief_until (&rows, "21/12/2026");
  g_assert_cmpuint (wanted_on (brief, "05/12/2026", 0), ==, 1);
  g_assert_cmpuint (wanted_on (brief, "05/12/2026", 1), ==, 0);
  g_assert_cmpuint (wanted_on (brief, "12/12/2026", 0), ==, 0);
  g_assert_cmpuint (wanted_on (brief, "06/12/2026", 0), ==, 0);
  saturday = mc_roster_brief_find_session (brief, fixture_day ("05/12/2026"), 0);
  g_assert_true (mc_roster_problem_counts (mc_roster_brief_get_problem (brief), 0, (guint)saturday, 0));

  demand = add_row (rows.demands, MC_TYPE_DEMAND, 1);
  demand->counter_id = 1;
  g_set_str (&demand->weekdays, "6");
  demand->half = MC_HALF_MORNING;
  demand->seats = 2;
  demand->during = MC_PERIOD_ALWAYS;
  more = brief_until (&rows, "21/12/2026");
  g_assert_cmpuint (wanted_on (more, "05/12/2026", 0), ==, 2);
  rows_clear (&rows);
}

/* --- Fair shares --- */

static void
add_load (Rows *rows, gint64 person, int saturdays, int days, int missed)
{
  McDutyLoad *load = add_row (rows->loads, MC_TYPE_DUTY_LOAD, person);

  load->person_id = person;
  load->saturdays = saturdays;
  load->days = days;
  load->missed = missed;
}

static gint
brings (McRosterBrief *brief, gint64 person)
{
  return mc_roster_problem_carried (mc_roster_brief_get_problem (brief),
                                    (guint)mc_roster_brief_find_person (brief, person), 0);
}

static gint
pool_of (McRosterBrief *brief, gint64 person)
{
  return mc_roster_person (mc_roster_brief_get_problem (brief), mc_roster_brief_find_person (brief, person))->pool;
}

static void
make_own (Rows *rows, gint64 person, gint64 section)
{
  McAppointment *appointment = add_row (rows->appointments, MC_TYPE_APPOINTMENT, person);
  McSeat *seat = add_row (rows->seats, MC_TYPE_SEAT, person);
  McPost *post = add_row (rows->posts, MC_TYPE_POST, person);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows->tours)); i++)
    {
      g_autoptr (McTour) tour = g_list_model_get_item (G_LIST_MODEL (rows->tours), i);

      if (tour->person_id != person)
        continue;
      tour->kind = MC_TOUR_KIND_OWN;
      appointment->during = tour->during;
    }
  appointment->person_id = person;
  appointment->seat_id = seat->post_id = person;
  post->section_id = section;
}

/* Runs go on over the end of a month. */
static void
test_eve (void)
{
  Rows rows;
  g_autoptr (McRosterBrief) brief = NULL;
  McRosterProblem *problem;
  McRosterPerson *worked, *rested, *unknown;

  rows_init (&rows);
  for (gint64 person = 1; person <= 3; person++)
    add_person (&rows, person, MC_TOUR_ROLE_PRIMARY, FIRST, "01/12/2027");
  add_load (&rows, 1, 0, 20, 0);
  add_load (&rows, 2, 0, 20, 0);
  {
    g_autoptr (McDutyLoad) first = g_list_model_get_item (G_LIST_MODEL (rows.loads), 0);
    g_autoptr (McDutyLoad) second = g_list_model_get_item (G_LIST_MODEL (rows.loads), 1);

    first->run = 4;
    second->off_run = 2;
  }
  brief = brief_until (&rows, "21/12/2026");
  problem = mc_roster_brief_get_problem (brief);
  worked = mc_roster_person (problem, mc_roster_brief_find_person (brief, 1));
  rested = mc_roster_person (problem, mc_roster_brief_find_person (brief, 2));
  unknown = mc_roster_person (problem, mc_roster_brief_find_person (brief, 3));
  g_assert_cmpuint (worked->run, ==, 4);
  g_assert_cmpint (worked->last_duty, !=, MC_ROSTER_FREE);
  g_assert_cmpuint (worked->off_run, ==, 0);
  g_assert_cmpuint (rested->run, ==, 0);
  g_assert_cmpuint (rested->off_run, ==, 2);
  g_assert_cmpint (rested->last_duty, ==, MC_ROSTER_FREE);
  g_assert_cmpuint (unknown->run + unknown->off_run, ==, 0);
  rows_clear (&rows);
}

/* Who comes within the month shares with those of the same section, not with the leaders, who have none. */
static void
test_pools (void)
{
  g_autoptr (McRosterBrief) brief = NULL;
  Rows rows;

  rows_init (&rows);
  add_person (&rows, 1, MC_TOUR_ROLE_PRIMARY, "01/01/2026", NULL);
  add_person (&rows, 2, MC_TOUR_ROLE_PRIMARY, "03/12/2026", NULL);
  add_person (&rows, 3, MC_TOUR_ROLE_PRIMARY, "01/01/2026", NULL);
  add_person (&rows, 4, MC_TOUR_ROLE_STANDBY, "01/01/2026", NULL);
  make_own (&rows, 1, 9);
  make_own (&rows, 2, 9);
  make_own (&rows, 3, 0);
  brief = brief_of (&rows);
  g_assert_cmpint (pool_of (brief, 1), >=, 0);
  g_assert_cmpint (pool_of (brief, 2), ==, pool_of (brief, 1));
  g_assert_cmpint (pool_of (brief, 3), !=, pool_of (brief, 1));
  g_assert_cmpint (pool_of (brief, 4), ==, MC_ROSTER_NONE);
  rows_clear (&rows);
}

static guint
count_saturdays (McRosterBrief *brief, const McRosterSolution *plan, gint64 person)
{
  return (guint)mc_roster_load (mc_roster_brief_get_problem (brief), plan,
                                (guint)mc_roster_brief_find_person (brief, person), 0);
}

/* The fairest of all rosters, found by trying each: who has which of the Saturdays. */
static gint64
try_all (McRosterProblem *problem, McRosterSolution *roster, guint session, gint64 best)
{
  const McRosterRule *fair = mc_roster_problem_rule (problem, MC_ROSTER_RULE_FAIRNESS);
  gint64 cost;

  while (session < problem->sessions->len &&
         !(mc_roster_session (problem, session)->flags & MC_ROSTER_SESSION_SATURDAY))
    session++;
  if (session == problem->sessions->len)
    {
      cost = mc_roster_evaluate_rule (problem, roster, (guint)(fair - mc_roster_rule (problem, 0)));
      return MIN (best, cost);
    }
  for (guint i = 0; i < problem->people->len; i++)
    {
      if (!mc_roster_problem_may (problem, i, session, 0))
        continue;
      mc_roster_solution_set (roster, i, session, 0);
      best = try_all (problem, roster, session + 1, best);
      mc_roster_solution_set (roster, i, session, MC_ROSTER_FREE);
    }
  return best;
}

static McRosterProblem *
with_fairness (McRosterBrief *brief)
{
  McRosterProblem *problem = mc_roster_problem_copy (mc_roster_brief_get_problem (brief));
  McRosterRule cover = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COVER, "cover", FALSE);
  McRosterRule skill = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COMPETENCE, "competence", TRUE);
  McRosterRule fair = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_FAIRNESS, "fairness", FALSE);
  GError *error = NULL;

  fair.ledger = 0;
  fair.stage = 1;
  mc_roster_problem_add_rule (problem, &skill);
  mc_roster_problem_add_rule (problem, &cover);
  mc_roster_problem_add_rule (problem, &fair);
  mc_roster_problem_seal (problem, &error);
  g_assert_no_error (error);
  return problem;
}

/* Three of one agency share the Saturdays of ten weeks: one was here all year, one since a while, one comes within the
 * time of the roster. None has to make up for what was before, and each has as many as the days they are here make
 * fair; the planner finds what is best of all. */
static void
test_shares (void)
{
  g_autoptr (McRosterBrief) brief = NULL;
  g_autoptr (McRosterProblem) problem = NULL;
  g_autoptr (McRosterSolution) plan = NULL, trial = NULL;
  McRosterOptions options = { .seed = 1 };
  McSaturdayField *open;
  Rows rows;

  rows_init (&rows);
  add_saturday_field (&rows);
  open = g_list_model_get_item (G_LIST_MODEL (rows.saturdays), 0);
  open->during = MC_PERIOD_ALWAYS;
  g_object_unref (open);
  add_person (&rows, 1, MC_TOUR_ROLE_PRIMARY, "01/01/2026", NULL);
  add_person (&rows, 2, MC_TOUR_ROLE_PRIMARY, "01/07/2026", NULL);
  add_person (&rows, 3, MC_TOUR_ROLE_PRIMARY, "12/01/2027", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (McTour) tour = g_list_model_get_item (G_LIST_MODEL (rows.tours), i);

      tour->kind = MC_TOUR_KIND_SECONDED;
    }
  add_load (&rows, 1, 8, 200, 0);
  add_load (&rows, 2, 4, 100, 100);
  brief = brief_until (&rows, "10/02/2027");
  g_assert_cmpint (pool_of (brief, 3), ==, pool_of (brief, 1));
  /* One Saturday in twenty-five days, for the hundred that one was not here; then what is left of this roster. */
  g_assert_cmpint (brings (brief, 1), ==, 8);
  g_assert_cmpint (brings (brief, 2), ==, 8);
  g_assert_cmpint (brings (brief, 3), >, 8);
  g_assert_cmpint (brings (brief, 3), <=, 8 + 3);

  problem = with_fairness (brief);
  plan = mc_roster_plan (problem, NULL, &options);
  trial = mc_roster_solution_new (problem);
  g_assert_cmpint (plan->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpint (mc_roster_evaluate_rule (problem, plan, 2), ==, try_all (problem, trial, 0, G_MAXINT64));
  g_assert_cmpuint (count_saturdays (brief, plan, 1), <=, count_saturdays (brief, plan, 2) + 1);
  g_assert_cmpuint (count_saturdays (brief, plan, 2), <=, count_saturdays (brief, plan, 1) + 1);
  g_assert_cmpuint (count_saturdays (brief, plan, 3), >, 0);
  g_assert_cmpuint (count_saturdays (brief, plan, 3), <, count_saturdays (brief, plan, 1));
  rows_clear (&rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-brief/absences", test_absences);
  g_test_add_func ("/roster-brief/stays", test_stays);
  g_test_add_func ("/roster-brief/saturday", test_saturday);
  g_test_add_func ("/roster-brief/eve", test_eve);
  g_test_add_func ("/roster-brief/pools", test_pools);
  g_test_add_func ("/roster-brief/shares", test_shares);
  return g_test_run ();
}
