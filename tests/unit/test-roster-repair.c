/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "mc-roster-planner.h"
#include "mc-roster-repair.h"
#include "roster-fixture.h"

static GArray *
absent (guint person, guint from, guint to)
{
  McRosterAway away = { .person = person, .from = from, .to = to, .reason = (char *)"absent" };
  GArray *absences = g_array_new (FALSE, FALSE, sizeof (McRosterAway));

  g_array_append_val (absences, away);
  return absences;
}

static guint
first_duty_of (const McRosterSolution *roster, guint person, guint from)
{
  while (mc_roster_solution_get (roster, person, from) == MC_ROSTER_FREE)
    from++;
  return from;
}

/* What a person would do by hand: the first who is free and may takes over, session by session. */
static McRosterSolution *
mend_by_hand (const McRosterRepair *repair, guint person, guint from, guint to, const McRosterSolution *published)
{
  McRosterSolution *roster = mc_roster_solution_copy (repair->nothing);

  for (guint s = from; s <= to; s++)
    {
      gint duty = mc_roster_solution_get (published, person, s);

      for (guint p = 0; duty != MC_ROSTER_FREE && p < roster->n_people; p++)
        if (mc_roster_solution_get (roster, p, s) == MC_ROSTER_FREE &&
            mc_roster_problem_may (repair->problem, p, s, (guint)duty))
          {
            mc_roster_solution_set (roster, p, s, duty);
            break;
          }
    }
  mc_roster_evaluate (repair->problem, roster);
  return roster;
}

static void
check_answer (const McRosterRepair *repair, const McRosterAnswer *answer, const McRosterSolution *published, guint now)
{
  for (guint p = 0; p < published->n_people; p++)
    for (guint s = 0; s < published->n_sessions; s++)
      {
        gint duty = mc_roster_solution_get (answer->roster, p, s);

        if (s < now)
          g_assert_cmpint (duty, ==, mc_roster_solution_get (published, p, s));
        if (s >= now && mc_roster_problem_away (repair->problem, p, s))
          g_assert_cmpint (duty, ==, MC_ROSTER_FREE);
      }
  g_assert_cmpuint (answer->roster->hard_broken, <=, repair->nothing->hard_broken);
  g_assert_cmpint (g_array_index (answer->prices, gint64, 0), ==,
                   mc_roster_solution_cost (answer->roster, 0) - mc_roster_solution_cost (repair->nothing, 0));
}

static void
check_month (guint seed)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_month (seed);
  g_autoptr (McRosterSolution) published = mc_roster_plan (problem, NULL, NULL);
  guint person = seed * 7 % problem->people->len, from = first_duty_of (published, person, 10);
  guint to = MIN (from + 3, published->n_sessions - 1);
  g_autoptr (GArray) absences = absent (person, from, to);
  g_autoptr (McRosterRepair) repair = mc_roster_repair (problem, published, absences, from, NULL);
  g_autoptr (McRosterSolution) by_hand = mend_by_hand (repair, person, from, to, published);
  const McRosterAnswer *best = g_ptr_array_index (repair->answers, 0);
  guint by_hand_cells = mc_roster_solution_changed_cells (by_hand, repair->nothing, NULL);

  g_assert_cmpuint (repair->gaps, >, 0);
  g_assert_cmpuint (best->roster->hard_broken, <=, by_hand->hard_broken);
  if (best->roster->hard_broken == by_hand->hard_broken)
    {
      g_assert_cmpint (mc_roster_solution_cost (best->roster, 0), <=, mc_roster_solution_cost (by_hand, 0));
      if (mc_roster_solution_cost (best->roster, 0) == mc_roster_solution_cost (by_hand, 0))
        g_assert_cmpuint (best->moves->len, <=, by_hand_cells);
    }
  for (guint i = 0; i < repair->answers->len; i++)
    {
      const McRosterAnswer *answer = g_ptr_array_index (repair->answers, i);

      check_answer (repair, answer, published, from);
      g_assert_cmpint (mc_roster_solution_cost (best->roster, 0), <=, mc_roster_solution_cost (answer->roster, 0));
      if (i)
        g_assert_cmpuint (mc_roster_solution_changed_cells (best->roster, answer->roster, NULL), >, 0);
    }
}

/* Never worse than by hand; what is past stays; nobody who is away is put to work. */
static void
test_months (void)
{
  for (guint seed = 0; seed < 8; seed++)
    check_month (seed);
}

/* One desk, three who can: the answers are the other two, the cheaper first. */
static void
test_three_answers (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 3, 1);
  McRosterRule cover = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COVER, "cover", FALSE);
  McRosterRule standing = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_STANDING, "standing", FALSE);
  g_autoptr (McRosterSolution) published = NULL;
  g_autoptr (GArray) absences = absent (0, 1, 1);
  g_autoptr (McRosterRepair) repair = NULL;
  const McRosterAnswer *first, *second;
  const McRosterMove *move;

  standing.stage = 1;
  mc_roster_problem_add_rule (problem, &cover);
  mc_roster_problem_add_rule (problem, &standing);
  for (guint i = 0; i < problem->skills->len; i++)
    g_array_index (problem->skills, McRosterSkill, i).cost = i;
  roster_fixture_seal (problem);
  published = mc_roster_plan (problem, NULL, NULL);
  g_assert_cmpint (mc_roster_solution_get (published, 0, 1), ==, 0);
  repair = mc_roster_repair (problem, published, absences, 1, NULL);
  g_assert_cmpuint (repair->gaps, ==, 1);
  g_assert_cmpuint (repair->answers->len, ==, 2);
  first = g_ptr_array_index (repair->answers, 0);
  second = g_ptr_array_index (repair->answers, 1);
  g_assert_cmpuint (first->gaps, ==, 0);
  g_assert_cmpuint (first->moves->len, ==, 1);
  move = &g_array_index (first->moves, McRosterMove, 0);
  g_assert_cmpuint (move->person, ==, 1);
  g_assert_cmpuint (move->session, ==, 1);
  g_assert_cmpint (move->before, ==, MC_ROSTER_FREE);
  g_assert_cmpint (move->after, ==, 0);
  g_assert_cmpint (g_array_index (first->prices, gint64, 0), ==, -1);
  g_assert_cmpint (g_array_index (first->prices, gint64, 1), ==, 1);
  g_assert_cmpuint (g_array_index (second->moves, McRosterMove, 0).person, ==, 2);
  g_assert_cmpint (g_array_index (second->prices, gint64, 1), ==, 2);
}

/* Whoever has nothing to do may stay away: there is nothing to mend. */
static void
test_nothing_to_mend (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_plain (2, 1, 3, 1);
  McRosterRule cover = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COVER, "cover", FALSE);
  g_autoptr (McRosterSolution) published = NULL;
  g_autoptr (GArray) absences = NULL;
  g_autoptr (McRosterRepair) repair = NULL;
  guint idle = 0;

  mc_roster_problem_add_rule (problem, &cover);
  roster_fixture_seal (problem);
  published = mc_roster_plan (problem, NULL, NULL);
  while (mc_roster_solution_get (published, idle, 1) != MC_ROSTER_FREE)
    idle++;
  absences = absent (idle, 1, 1);
  repair = mc_roster_repair (problem, published, absences, 0, NULL);
  g_assert_cmpuint (repair->gaps, ==, 0);
  g_assert_cmpuint (repair->answers->len, ==, 1);
  g_assert_cmpuint (((McRosterAnswer *)g_ptr_array_index (repair->answers, 0))->moves->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-repair/months", test_months);
  g_test_add_func ("/roster-repair/three-answers", test_three_answers);
  g_test_add_func ("/roster-repair/nothing-to-mend", test_nothing_to_mend);
  return g_test_run ();
}
