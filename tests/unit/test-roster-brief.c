/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-person.h"
#include "mc-roster-amendment.h"
#include "mc-roster-brief.h"
#include "mc-tour.h"
#include "rules-fixture.h"

/* What the planner is told of one counter, the two who may sit there, and their absences. */

#define FIRST "01/12/2026" /* a Tuesday */

typedef struct
{
  GListStore *people, *tours, *counters, *assignments, *absences, *cells, *amendments;
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

  *rows = (Rows){ g_list_store_new (MC_TYPE_PERSON),          g_list_store_new (MC_TYPE_TOUR),
                  g_list_store_new (MC_TYPE_COUNTER),         g_list_store_new (MC_TYPE_COUNTER_ASSIGNMENT),
                  g_list_store_new (MC_TYPE_ABSENCE),         g_list_store_new (MC_TYPE_ROSTER_CELL),
                  g_list_store_new (MC_TYPE_ROSTER_AMENDMENT) };
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
}

static McRosterBrief *
brief_of (Rows *rows)
{
  GError *error = NULL;
  g_autoptr (McRuleBook) book = fixture_book ();
  g_autoptr (McWorkCalendar) calendar = mc_work_calendar_new (book, NULL, NULL, NULL);
  g_autoptr (GListStore) none = g_list_store_new (MC_TYPE_ENTITY);
  McRosterRegister all = { .people = G_LIST_MODEL (rows->people),
                           .tours = G_LIST_MODEL (rows->tours),
                           .counters = G_LIST_MODEL (rows->counters),
                           .assignments = G_LIST_MODEL (rows->assignments),
                           .competences = G_LIST_MODEL (none),
                           .absences = G_LIST_MODEL (rows->absences),
                           .cells = G_LIST_MODEL (rows->cells),
                           .amendments = G_LIST_MODEL (rows->amendments) };
  McRosterBrief *brief =
      mc_roster_brief_new (&all, fixture_period (FIRST, "05/12/2026"), calendar, MC_DAY_NONE, &error);

  g_assert_no_error (error);
  return brief;
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-brief/absences", test_absences);
  g_test_add_func ("/roster-brief/stays", test_stays);
  return g_test_run ();
}
