/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-columns.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-fold.h"
#include "mc-roster-planner.h"
#include "roster-fixture.h"

/* Guards of a house that is open all week: each day needs so many of them from morning to evening; nobody works more
 * than five days on end, one day alone is no rest, and weekends are shared. */

#define N_DAYS 21
#define N_GUARDS 6

static void
add_limit (McRosterProblem *problem, McRosterRuleKind kind, gint least, gint most)
{
  McRosterRule rule = MC_ROSTER_RULE_INIT (kind, mc_roster_rule_kind_get_nick (kind), TRUE);

  rule.least = least;
  rule.most = most;
  mc_roster_problem_add_rule (problem, &rule);
}

/* @parts: sessions a day. Not sealed. */
static McRosterProblem *
guards (guint parts, guint wanted)
{
  McRosterProblem *problem = roster_fixture_plain (N_DAYS, parts, N_GUARDS, 1);
  McRosterRule cover = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COVER, "cover", FALSE);

  mc_roster_duty (problem, 0)->whole_day = TRUE;
  for (guint i = 0; i < problem->needs->len; i++)
    {
      McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);

      need->wanted = need->most = (guint16)wanted;
      need->under = 4;
    }
  mc_roster_problem_add_rule (problem, &cover);
  add_limit (problem, MC_ROSTER_RULE_COMPETENCE, MC_ROSTER_NONE, MC_ROSTER_NONE);
  add_limit (problem, MC_ROSTER_RULE_LEAVE, MC_ROSTER_NONE, MC_ROSTER_NONE);
  add_limit (problem, MC_ROSTER_RULE_WHOLE_DAY, MC_ROSTER_NONE, MC_ROSTER_NONE);
  add_limit (problem, MC_ROSTER_RULE_RUN, 2, 5);
  add_limit (problem, MC_ROSTER_RULE_OFF_RUN, 2, MC_ROSTER_NONE);
  add_limit (problem, MC_ROSTER_RULE_WEEKENDS, MC_ROSTER_NONE, 1);
  return problem;
}

static void
send_away (McRosterProblem *problem, guint person, guint from, guint to)
{
  mc_roster_problem_add_away (problem, &(McRosterAway){ .person = person, .from = from, .to = to });
}

static McRosterFold *
fold_all (const McRosterProblem *problem)
{
  guint8 members[N_GUARDS + 1];

  for (guint p = 0; p < N_GUARDS; p++)
    members[p] = 1;
  return mc_roster_fold_new (problem, members);
}

/* Six guards for three posts, and a weekend each: some posts stay empty at the end of the week. The roster of halves
 * comes to what the roster of days comes to, twice; nobody works a half alone, and no limit is broken. */
static void
test_plan (void)
{
  g_autoptr (McRosterProblem) halves = roster_fixture_seal (guards (2, 3));
  g_autoptr (McRosterProblem) days = roster_fixture_seal (guards (1, 3));
  g_autoptr (McRosterFold) fold = fold_all (halves);
  g_autoptr (McRosterSolution) by_halves = mc_roster_plan (halves, NULL, NULL);
  g_autoptr (McRosterSolution) by_days = mc_roster_plan_columns (days, NULL, NULL);
  g_autoptr (McRosterSolution) again = mc_roster_plan (halves, NULL, NULL);

  g_assert_nonnull (fold);
  g_assert_true (fold->exact);
  g_assert_cmpuint (fold->days->sessions->len, ==, N_DAYS);
  g_assert_cmpint (by_days->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpint (mc_roster_solution_cost (by_days, 0), >, 0);
  g_assert_cmpint (by_halves->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpuint (by_halves->hard_broken, ==, 0);
  g_assert_cmpint (mc_roster_solution_cost (by_halves, 0), ==, 2 * mc_roster_solution_cost (by_days, 0));
  g_assert_cmpint (mc_roster_solution_bound (by_halves, 0), ==, mc_roster_solution_cost (by_halves, 0));
  for (guint p = 0; p < N_GUARDS; p++)
    for (guint day = 0; day < N_DAYS; day++)
      g_assert_cmpint (mc_roster_solution_get (by_halves, p, 2 * day), ==,
                       mc_roster_solution_get (by_halves, p, 2 * day + 1));
  g_assert_cmpuint (mc_roster_solution_changed_cells (by_halves, again, NULL), ==, 0);
}

/* Leave of a half day takes the day, for a post is for all of it; what is pinned stays. */
static void
test_away (void)
{
  g_autoptr (McRosterProblem) problem = guards (2, 2);
  g_autoptr (McRosterFold) fold = NULL;
  g_autoptr (McRosterSolution) roster = NULL;

  send_away (problem, 0, 4, 4);
  for (guint s = 0; s < 4; s++)
    mc_roster_problem_add_pin (problem, 1, s, 0);
  mc_roster_problem_add_pin (problem, 2, 1, MC_ROSTER_FREE);
  roster_fixture_seal (problem);
  fold = fold_all (problem);
  g_assert_nonnull (fold);
  g_assert_false (mc_roster_problem_may (fold->days, 0, 2, 0));
  g_assert_true (mc_roster_problem_may (fold->days, 0, 3, 0));
  g_assert_cmpint (mc_roster_problem_pin (fold->days, 1, 1)->duty, ==, 0);
  g_assert_false (mc_roster_problem_may (fold->days, 2, 0, 0));
  roster = mc_roster_plan (problem, NULL, NULL);
  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpint (mc_roster_solution_get (roster, 0, 4), ==, MC_ROSTER_FREE);
  g_assert_cmpint (mc_roster_solution_get (roster, 0, 5), ==, MC_ROSTER_FREE);
  g_assert_cmpint (mc_roster_solution_get (roster, 2, 0), ==, MC_ROSTER_FREE);
  g_assert_cmpint (mc_roster_solution_get (roster, 1, 3), ==, 0);
}

/* A seat that nobody could take is nobody's: it costs the same in both engines, once. */
static void
test_lost (void)
{
  g_autoptr (McRosterProblem) problem = guards (2, 1);
  g_autoptr (McRosterSolution) roster = NULL;

  for (guint p = 0; p < N_GUARDS; p++)
    send_away (problem, p, 5, 5);
  roster_fixture_seal (problem);
  roster = mc_roster_plan (problem, NULL, NULL);
  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpint (mc_roster_solution_cost (roster, 0), ==, 8);
  g_assert_cmpint (mc_roster_solution_bound (roster, 0), ==, 8);
}

/* Where halves may be different, the days are a beginning, but prove nothing. */
static void
test_halves (void)
{
  g_autoptr (McRosterProblem) problem = guards (2, 3);
  g_autoptr (McRosterFold) fold = NULL;
  g_autoptr (McRosterSolution) roster = NULL;
  g_autoptr (McRosterSolution) days = NULL;

  mc_roster_duty (problem, 0)->whole_day = FALSE;
  roster_fixture_seal (problem);
  fold = fold_all (problem);
  g_assert_nonnull (fold);
  g_assert_false (fold->exact);
  days = mc_roster_columns_try (fold->days, &(McRosterOptions){ 0 });
  roster = mc_roster_plan (problem, NULL, NULL);
  g_assert_cmpuint (roster->hard_broken, ==, 0);
  g_assert_cmpint (mc_roster_solution_cost (roster, 0), <=, mc_roster_solution_cost (days, 0));
  g_assert_cmpint (mc_roster_solution_bound (roster, 0), <=, mc_roster_solution_cost (roster, 0));
}

/* What is no roster of shifts is left to the other engine. */
static void
test_refused (void)
{
  g_autoptr (McRosterProblem) plain = guards (2, 2);
  g_autoptr (McRosterProblem) mornings = guards (2, 2);
  g_autoptr (McRosterProblem) halved = guards (2, 2);
  g_autoptr (McRosterFold) none = NULL;
  McRosterNeed *afternoon = &g_array_index (mornings->needs, McRosterNeed, 1);

  for (guint i = 0; i < plain->rules->len; i++)
    if (mc_roster_rule (plain, i)->kind >= MC_ROSTER_RULE_RUN)
      mc_roster_rule (plain, i)->on = FALSE;
  roster_fixture_seal (plain);
  none = fold_all (plain);
  g_assert_null (none);
  afternoon->wanted = afternoon->most = 1;
  roster_fixture_seal (mornings);
  none = fold_all (mornings);
  g_assert_null (none);
  mc_roster_problem_add_pin (halved, 0, 0, 0);
  roster_fixture_seal (halved);
  none = fold_all (halved);
  g_assert_null (none);
}

/* However short the time, there is a roster by all that must be kept, and what it could be better by is known. */
static void
test_bound (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_seal (guards (2, 3));
  McRosterOptions options = { .nodes = 1 };
  g_autoptr (McRosterSolution) best = mc_roster_plan (problem, NULL, NULL);
  g_autoptr (McRosterSolution) roster = mc_roster_plan (problem, NULL, &options);
  guint stage;
  gint64 gap = mc_roster_solution_gap (roster, &stage);

  g_assert_cmpuint (roster->hard_broken, ==, 0);
  g_assert_cmpint (gap, >=, 0);
  g_assert_cmpint (mc_roster_solution_cost (roster, 0) - mc_roster_solution_cost (best, 0), <=, gap);
  g_assert_cmpint (mc_roster_solution_gap (best, &stage), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-fold/plan", test_plan);
  g_test_add_func ("/roster-fold/away", test_away);
  g_test_add_func ("/roster-fold/lost", test_lost);
  g_test_add_func ("/roster-fold/halves", test_halves);
  g_test_add_func ("/roster-fold/refused", test_refused);
  g_test_add_func ("/roster-fold/bound", test_bound);
  return g_test_run ();
}
