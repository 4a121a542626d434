/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "mc-roster-matching.h"
#include "mc-roster-planner.h"
#include "roster-fixture.h"

static void
assert_as_good (guint seed, const McRosterSolution *roster, const McRosterSolution *best)
{
  if (mc_roster_solution_compare (roster, best) == 0)
    return;
  g_test_message ("problem %u: %" G_GUINT64_FORMAT " / %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                  ", but the best is %" G_GUINT64_FORMAT " / %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                  " %" G_GINT64_FORMAT,
                  seed, roster->hard_broken, mc_roster_solution_cost (roster, 0), mc_roster_solution_cost (roster, 1),
                  mc_roster_solution_cost (roster, 2), best->hard_broken, mc_roster_solution_cost (best, 0),
                  mc_roster_solution_cost (best, 1), mc_roster_solution_cost (best, 2));
  g_test_fail ();
}

/* Small problems with all families of rules: no roster of all that there are is better. */
static void
test_exhaustive (void)
{
  guint impossible = 0;

  for (guint seed = 0; seed < 150; seed++)
    {
      g_autoptr (McRosterProblem) problem = roster_fixture_small (seed);
      g_autoptr (McRosterSolution) best = roster_fixture_exhaust (problem);
      g_autoptr (McRosterSolution) roster = mc_roster_plan (problem, NULL, NULL);

      assert_as_good (seed, roster, best);
      g_assert_cmpint (roster->status, ==, best->hard_broken ? MC_ROSTER_STATUS_IMPOSSIBLE : MC_ROSTER_STATUS_OPTIMAL);
      impossible += roster->status == MC_ROSTER_STATUS_IMPOSSIBLE;
    }
  /* Both sorts were tried. */
  g_assert_cmpuint (impossible, >, 20);
  g_assert_cmpuint (impossible, <, 130);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-planner/exhaustive", test_exhaustive);
  return g_test_run ();
}
