/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluator.h"
#include "mc-roster-matching.h"
#include "mc-roster-planner.h"
#include "mc-roster-run.h"
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

/* All stages in one, by weights that no saving in a later one can outweigh. */
static McRosterProblem *
in_one_sum (const McRosterProblem *problem)
{
  static const gint64 weights[] = { 400000000, 20000, 1 };
  McRosterProblem *copy = mc_roster_problem_copy (problem);

  for (guint i = 0; i < copy->rules->len; i++)
    {
      mc_roster_rule (copy, i)->weight *= weights[mc_roster_rule (copy, i)->stage];
      mc_roster_rule (copy, i)->stage = 0;
    }
  return roster_fixture_seal (copy);
}

static void
assert_same_costs (const McRosterSolution *a, const McRosterSolution *b)
{
  g_assert_cmpint (mc_roster_solution_compare (a, b), ==, 0);
}

/* A part of the month small enough for one sum: its first week. */
static McRosterProblem *
first_week (guint seed)
{
  g_autoptr (McRosterProblem) month = roster_fixture_month (seed);
  McRosterProblem *week = mc_roster_problem_copy (month);

  for (guint p = 0; p < month->people->len; p++)
    for (guint s = 11; s < month->sessions->len; s++)
      mc_roster_problem_add_pin (week, p, s, MC_ROSTER_FREE);
  return roster_fixture_seal (week);
}

/* The optimum is the same by one weighted sum, with another seed, and from another start. */
static void
test_other_ways (void)
{
  for (guint seed = 0; seed < 3; seed++)
    {
      g_autoptr (McRosterProblem) problem = first_week (seed);
      g_autoptr (McRosterProblem) sum = in_one_sum (problem);
      McRosterOptions options = { .seed = 7 };
      g_autoptr (McRosterSolution) staged = mc_roster_plan (problem, NULL, NULL);
      g_autoptr (McRosterSolution) reseeded = mc_roster_plan (problem, NULL, &options);
      g_autoptr (McRosterSolution) restarted = mc_roster_plan (problem, staged, NULL);
      g_autoptr (McRosterSolution) summed = mc_roster_plan (sum, NULL, NULL);

      g_assert_cmpint (staged->status, ==, MC_ROSTER_STATUS_OPTIMAL);
      g_assert_cmpint (summed->status, ==, MC_ROSTER_STATUS_OPTIMAL);
      mc_roster_evaluate (problem, summed);
      assert_same_costs (staged, summed);
      assert_same_costs (staged, reseeded);
      assert_same_costs (staged, restarted);
    }
}

/* Whole months: proven, what the matching says of the seats, and the same cells each time. */
static void
test_months (void)
{
  for (guint seed = 0; seed < 6; seed++)
    {
      g_autoptr (McRosterProblem) problem = roster_fixture_month (seed);
      g_autoptr (McRosterSolution) start = mc_roster_start (problem);
      g_autoptr (McRosterSolution) roster = mc_roster_plan (problem, NULL, NULL);
      g_autoptr (McRosterSolution) again = mc_roster_plan (problem, NULL, NULL);
      guint gaps = 0;

      for (guint i = 0; i < roster->gaps->len; i++)
        gaps += g_array_index (roster->gaps, McRosterGap, i).seats;
      g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
      g_assert_cmpuint (roster->hard_broken, ==, 0);
      g_assert_cmpuint (gaps, ==, mc_roster_count_lacking (problem));
      g_assert_cmpint (mc_roster_solution_compare (roster, start), <=, 0);
      g_assert_cmpuint (mc_roster_solution_changed_cells (roster, again, NULL), ==, 0);
      for (guint stage = 0; stage < 3; stage++)
        g_assert_cmpint (mc_roster_solution_bound (roster, stage), ==, mc_roster_solution_cost (roster, stage));
    }
}

/* Offices that have nothing to do with each other are parts, and cost what they cost one by one. */
static void
test_parts (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_city (3, 6, 36);
  g_autoptr (McRosterSolution) roster = mc_roster_plan (problem, NULL, NULL);
  g_autofree guint *parts = NULL;
  guint n_parts;

  parts = mc_roster_parts (problem, &n_parts);
  g_assert_cmpuint (n_parts, >, 1);
  g_assert_cmpuint (n_parts, <=, 6);
  for (guint i = 0; i < problem->skills->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const McRosterSkill *a = &g_array_index (problem->skills, McRosterSkill, i);
        const McRosterSkill *b = &g_array_index (problem->skills, McRosterSkill, j);

        if (a->duty == b->duty)
          g_assert_cmpuint (parts[a->person], ==, parts[b->person]);
      }
  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
}

/* Stopped before it begins, there is a roster all the same: the first one. */
static void
test_stopped (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_month (0);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  McRosterOptions options = { .cancel = cancel };
  g_autoptr (McRosterSolution) start = mc_roster_start (problem);
  g_autoptr (McRosterSolution) roster = NULL;

  g_cancellable_cancel (cancel);
  roster = mc_roster_plan (problem, NULL, &options);
  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_FEASIBLE);
  assert_same_costs (roster, start);
}

static void
count_progress (const McRosterProgress *progress, gpointer data)
{
  g_assert_cmpuint (progress->part, <, progress->n_parts);
  g_assert_cmpuint (progress->stage, <, progress->n_stages);
  g_assert_true (progress->incumbent == G_MAXINT64 || progress->bound <= progress->incumbent);
  ++*(guint *)data;
}

static void
test_progress (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_month (1);
  guint n = 0;
  McRosterOptions options = { .progress = count_progress, .data = &n };
  g_autoptr (McRosterSolution) roster = mc_roster_plan (problem, NULL, &options);

  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  g_assert_cmpuint (n, >, 0);
}

static DexFuture *
wait_for_run (gpointer data)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_month (2);
  g_autoptr (McRosterRun) run = mc_roster_run_new (mc_roster_plan, problem, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DexFuture) future = mc_roster_run_start (run);
  g_autoptr (McRosterSolution) roster = NULL;
  gboolean running;

  g_object_get (run, "running", &running, NULL);
  g_assert_true (running);
  roster = dex_await_boxed (g_steal_pointer (&future), &error);
  g_assert_no_error (error);
  g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
  return dex_future_new_true ();
}

/* On a thread of its own, with a fiber waiting for it. */
static void
test_run (void)
{
  g_autoptr (DexFuture) fiber = dex_scheduler_spawn (NULL, 0, wait_for_run, NULL, NULL);

  while (dex_future_is_pending (fiber))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dex_future_is_resolved (fiber));
}

static gpointer
plan_some (gpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (McRosterProblem) problem = first_week ((GPOINTER_TO_UINT (data) + i) % 4);
      g_autoptr (McRosterSolution) roster = mc_roster_plan (problem, NULL, NULL);

      g_assert_cmpint (roster->status, ==, MC_ROSTER_STATUS_OPTIMAL);
    }
  return NULL;
}

/* Several threads plan side by side, as a repair beside a plan. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("plan", plan_some, GUINT_TO_POINTER (i));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Stopped in the middle, a run has a roster. */
static DexFuture *
wait_for_stopped_run (gpointer data)
{
  g_autoptr (McRosterProblem) month = roster_fixture_month (2);
  g_autoptr (McRosterProblem) sum = in_one_sum (month);
  g_autoptr (McRosterRun) run = mc_roster_run_new (mc_roster_plan, sum, NULL, NULL);
  g_autoptr (DexFuture) future = mc_roster_run_start (run);
  g_autoptr (McRosterSolution) roster = NULL;
  guint n_parts = 0;

  while (n_parts == 0) /* until it has spoken */
    {
      dex_await (dex_timeout_new_msec (1), NULL);
      g_object_get (run, "n-parts", &n_parts, NULL);
    }
  mc_roster_run_stop (run);
  roster = dex_await_boxed (g_steal_pointer (&future), NULL);
  g_assert_nonnull (roster);
  g_assert_cmpuint (roster->hard_broken, ==, 0);
  g_assert_cmpuint (roster->bounds->len, ==, roster->costs->len);
  g_assert_cmpint (mc_roster_solution_bound (roster, 0), <=, mc_roster_solution_cost (roster, 0));
  return dex_future_new_true ();
}

static void
test_stopped_run (void)
{
  g_autoptr (DexFuture) fiber = dex_scheduler_spawn (NULL, 0, wait_for_stopped_run, NULL, NULL);

  while (dex_future_is_pending (fiber))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dex_future_is_resolved (fiber));
}

int
main (int argc, char **argv)
{
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-planner/exhaustive", test_exhaustive);
  g_test_add_func ("/roster-planner/other-ways", test_other_ways);
  g_test_add_func ("/roster-planner/months", test_months);
  g_test_add_func ("/roster-planner/parts", test_parts);
  g_test_add_func ("/roster-planner/stopped", test_stopped);
  g_test_add_func ("/roster-planner/progress", test_progress);
  g_test_add_func ("/roster-planner/run", test_run);
  g_test_add_func ("/roster-planner/threads", test_threads);
  g_test_add_func ("/roster-planner/stopped-run", test_stopped_run);
  return g_test_run ();
}
