/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "mc-error.h"
#include "mc-roster-columns.h"
#include "mc-roster-planner.h"
#include "roster-fixture.h"

#define N_PROBLEMS 25

static gboolean
chance (GRand *rand, gint percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static void
add_rule (McRosterProblem *problem, McRosterRuleKind kind, gboolean hard, guint stage, gint least, gint most)
{
  McRosterRule rule = MC_ROSTER_RULE_INIT (kind, mc_roster_rule_kind_get_nick (kind), hard);

  rule.stage = stage;
  rule.least = least;
  rule.most = most;
  mc_roster_problem_add_rule (problem, &rule);
}

static void
add_wishes (McRosterProblem *problem, GRand *rand)
{
  for (guint i = 0; i < problem->people->len * 3; i++)
    {
      const McRosterWish wish = { .person = (guint)g_rand_int_range (rand, 0, (gint32)problem->people->len),
                                  .session = (guint)g_rand_int_range (rand, 0, (gint32)problem->sessions->len),
                                  .duty = g_rand_int_range (rand, -1, (gint32)problem->duties->len),
                                  .on = chance (rand, 50),
                                  .weight = g_rand_int_range (rand, 1, 5) };

      mc_roster_problem_add_wish (problem, &wish);
    }
}

static void
set_eve (McRosterProblem *problem, GRand *rand)
{
  for (guint p = 0; p < problem->people->len; p++)
    {
      McRosterPerson *person = mc_roster_person (problem, p);

      person->last_duty = MC_ROSTER_FREE;
      if (chance (rand, 40))
        {
          person->last_duty = g_rand_int_range (rand, 0, (gint32)problem->duties->len);
          person->run = (guint16)g_rand_int_range (rand, 1, 4);
        }
      else if (chance (rand, 50))
        person->off_run = (guint16)g_rand_int_range (rand, 1, 4);
    }
}

/* Guards of two shifts over nine days: cover first, then wishes and the person's usual shift. */
static McRosterProblem *
guards (guint seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  McRosterProblem *problem = roster_fixture_plain (9, 1, 4, 2);
  const McRosterAway away = { .person = 1, .from = 3, .to = 4, .reason = (char *)"leave" };

  for (guint i = 0; i < problem->needs->len; i++)
    {
      McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);

      need->wanted = (guint16)g_rand_int_range (rand, 0, 3);
      need->most = chance (rand, 20) ? need->wanted : G_MAXUINT16;
      need->under = g_rand_int_range (rand, 1, 4);
      need->over = g_rand_int_range (rand, 0, 2);
    }
  set_eve (problem, rand);
  add_wishes (problem, rand);
  mc_roster_problem_add_away (problem, &away);
  mc_roster_problem_add_succession (problem, 1, 0, TRUE);
  mc_roster_problem_add_pin (problem, 2, 4, 0);
  add_rule (problem, MC_ROSTER_RULE_COVER, FALSE, 0, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_COMPETENCE, TRUE, 0, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_LEAVE, TRUE, 0, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_SUCCESSION, TRUE, 0, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_RUN, TRUE, 0, g_rand_int_range (rand, 1, 3), g_rand_int_range (rand, 3, 5));
  add_rule (problem, MC_ROSTER_RULE_OFF_RUN, TRUE, 0, g_rand_int_range (rand, 1, 3), -1);
  add_rule (problem, MC_ROSTER_RULE_WEEKENDS, TRUE, 0, -1, 1);
  add_rule (problem, MC_ROSTER_RULE_COUNT, TRUE, 0, 2, 6);
  add_rule (problem, MC_ROSTER_RULE_WISH_ON, FALSE, 1, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_WISH_OFF, FALSE, 1, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_STANDING, FALSE, 1, -1, -1);
  add_rule (problem, MC_ROSTER_RULE_WHOLE_DAY, TRUE, 0, -1, -1);
  g_rand_free (rand);
  return problem;
}

/* The other engine, which shares neither model nor method, comes to the same costs stage by stage. */
static void
test_same_optimum (void)
{
  guint n = 0;

  for (guint seed = 0; seed < N_PROBLEMS; seed++)
    {
      g_autoptr (McRosterProblem) problem = roster_fixture_seal (guards (seed));
      g_autoptr (McRosterSolution) mip = mc_roster_plan (problem, NULL, NULL);
      g_autoptr (McRosterSolution) columns = mc_roster_plan_columns (problem, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (mc_roster_columns_can (problem, &error));
      g_assert_no_error (error);
      g_assert_cmpint (mc_roster_solution_compare (mip, columns), ==, 0);
      g_assert_cmpint (columns->status, ==, mip->status);
      if (g_str_equal (columns->engine, "columns") && columns->hard_broken == 0)
        {
          n++;
          g_assert_cmpint (columns->status, ==, MC_ROSTER_STATUS_OPTIMAL);
          g_assert_cmpint (mc_roster_solution_bound (columns, 1), ==, mc_roster_solution_cost (columns, 1));
        }
    }
  /* In a few somebody has no roster at all, or a pin breaks a rule. */
  g_assert_cmpuint (n, >, N_PROBLEMS / 2);
}

static void
test_never_worse (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_seal (guards (3));
  g_autoptr (McRosterSolution) best = mc_roster_plan (problem, NULL, NULL);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  const McRosterOptions options = { .cancel = cancel };
  g_autoptr (McRosterSolution) roster = NULL;

  g_cancellable_cancel (cancel);
  roster = mc_roster_plan_columns (problem, best, &options);
  g_assert_cmpint (mc_roster_solution_compare (roster, best), ==, 0);
  g_assert_cmpint (roster->status, !=, MC_ROSTER_STATUS_DRAFT);
}

/* @problem: (transfer full) */
static void
assert_refused (McRosterProblem *problem, const char *word)
{
  g_autoptr (McRosterProblem) sealed = roster_fixture_seal (problem);
  g_autoptr (GError) error = NULL;
  g_autoptr (McRosterSolution) roster = NULL;

  g_assert_false (mc_roster_columns_can (sealed, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
  roster = mc_roster_plan_columns (sealed, NULL, NULL);
  g_assert_cmpstr (roster->engine, ==, "mip");
}

static void
test_refused (void)
{
  McRosterProblem *problem = guards (1);
  McRosterRule rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_GROUP, "pair", TRUE);
  g_autoptr (GArray) pair = mc_roster_scope_new ((const guint[]){ 0, 1 }, 2);

  rule.people = pair;
  rule.text = (char *)"An and Bình are not both off";
  rule.least = 1;
  mc_roster_problem_add_rule (problem, &rule);
  assert_refused (problem, "An and Bình are not both off");
  problem = guards (1);
  rule = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_RUN, "soft", FALSE);
  rule.text = (char *)"Four days on end at most";
  rule.most = 4;
  mc_roster_problem_add_rule (problem, &rule);
  assert_refused (problem, "Four days on end at most");
  problem = guards (1);
  g_array_index (problem->needs, McRosterNeed, 0).wanted = 1;
  g_array_index (problem->needs, McRosterNeed, 0).most = 2;
  assert_refused (problem, ":");
  assert_refused (roster_fixture_plain (3, 2, 2, 2), "one session a day");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-columns/same-optimum", test_same_optimum);
  g_test_add_func ("/roster-columns/never-worse", test_never_worse);
  g_test_add_func ("/roster-columns/refused", test_refused);
  return g_test_run ();
}
