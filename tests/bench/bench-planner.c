/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning, repairing and explaining: 20 invented months of 40 people, and 709 people in 111 offices. The peer is the
 * same solver on the same rules as one weighted sum. */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "mc-roster-evaluator.h"
#include "mc-roster-explain.h"
#include "mc-roster-planner.h"
#include "mc-roster-repair.h"
#include "roster-fixture.h"

#define N_MONTHS 20u
#define N_PEERS 5u
#define PEER_SECONDS 5u

/* Processor time of the process, which the load of the machine does not stretch; there is one thread. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
report (const char *what, GArray *times)
{
  g_array_sort (times, compare);
  printf ("%s median %.4f s\n%s max %.4f s\n", what, g_array_index (times, double, times->len / 2), what,
          g_array_index (times, double, times->len - 1));
}

static void
add (GArray *times, double start)
{
  double seconds = now () - start;

  g_array_append_val (times, seconds);
}

static void
repair (const McRosterProblem *problem, const McRosterSolution *roster, guint month, guint n_absent, GArray *times)
{
  g_autoptr (GArray) absences = g_array_new (FALSE, FALSE, sizeof (McRosterAway));
  McRosterRepair *mended;
  double start;

  for (guint i = 0; i < n_absent; i++)
    {
      McRosterAway away = { .person = (month * 7 + i * 11) % problem->people->len,
                            .from = 20,
                            .to = 19 + 2 * n_absent };

      g_array_append_val (absences, away);
    }
  start = now ();
  mended = mc_roster_repair (problem, roster, absences, 20, NULL);
  add (times, start);
  mc_roster_repair_free (mended);
}

static void
explain (const McRosterProblem *problem, const McRosterSolution *roster, GArray *cells, GArray *seats)
{
  for (guint p = 0; p < problem->people->len; p += 3)
    {
      double start = now ();
      g_autofree char *text = mc_roster_explain_cell (problem, roster, p, 12);

      add (cells, start);
    }
  for (guint d = 0; d < problem->duties->len; d += 4)
    {
      double start = now ();
      g_autoptr (GPtrArray) candidates = mc_roster_candidates (problem, roster, 12, d, MC_ROSTER_NONE);

      add (seats, start);
    }
}

static void
bench_months (void)
{
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) repairs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) repairs_of_three = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (double));
  guint proven = 0;

  for (guint month = 0; month < N_MONTHS; month++)
    {
      g_autoptr (McRosterProblem) problem = roster_fixture_month (month);
      g_autoptr (McRosterSolution) roster = NULL;
      double start = now ();

      roster = mc_roster_plan (problem, NULL, NULL);
      add (plans, start);
      proven += roster->status == MC_ROSTER_STATUS_OPTIMAL;
      repair (problem, roster, month, 1, repairs);
      repair (problem, roster, month, 3, repairs_of_three);
      explain (problem, roster, cells, seats);
    }
  printf ("plan-month proven %u of %u\n", proven, N_MONTHS);
  report ("plan-month", plans);
  report ("repair-one-absent-one-day", repairs);
  report ("repair-three-absent-three-days", repairs_of_three);
  report ("explain-cell", cells);
  report ("who-can-take-this", seats);
}

static void
bench_peer (void)
{
  static const gint64 weights[] = { 400000000, 20000, 1 };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint proven = 0;

  for (guint month = 0; month < N_PEERS; month++)
    {
      g_autoptr (McRosterProblem) problem = roster_fixture_month (month);
      g_autoptr (McRosterProblem) sum = mc_roster_problem_copy (problem);
      McRosterOptions options = { .seconds = PEER_SECONDS };
      g_autoptr (McRosterSolution) roster = NULL;
      double start;

      for (guint i = 0; i < sum->rules->len; i++)
        {
          mc_roster_rule (sum, i)->weight *= weights[mc_roster_rule (sum, i)->stage];
          mc_roster_rule (sum, i)->stage = 0;
        }
      roster_fixture_seal (sum);
      start = now ();
      roster = mc_roster_plan (sum, NULL, &options);
      add (times, start);
      proven += roster->status == MC_ROSTER_STATUS_OPTIMAL;
    }
  printf ("one-weighted-sum proven %u of %u in %u s each\n", proven, N_PEERS, PEER_SECONDS);
  report ("one-weighted-sum", times);
}

static void
bench_city (void)
{
  g_autoptr (McRosterProblem) problem = roster_fixture_city (0, 111, 709);
  g_autoptr (McRosterSolution) roster = NULL;
  double start = now ();

  roster = mc_roster_plan (problem, NULL, NULL);
  printf ("plan-709-people %.2f s (%s)\n", now () - start,
          roster->status == MC_ROSTER_STATUS_OPTIMAL ? "proven" : "not proven");
  start = now ();
  mc_roster_evaluate (problem, roster);
  printf ("evaluate-709-people %.4f s\n", now () - start);
}

int
main (void)
{
  bench_months ();
  bench_city ();
  bench_peer ();
  return 0;
}
