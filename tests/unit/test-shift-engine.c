/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-shift-compact.h"
#include "mc-shift-pricing-private.h"
#include "mc-shift-roster.h"
#include "mc-shift-solver.h"
#include "shift-fixture.h"

#define N_PRICINGS 300
#define N_PROBLEMS 40

/* Whole prices: sums are exact whatever the order. */
static double *
draw_prices (const McShiftModel *model, GRand *rand)
{
  guint n = model->n_days * mc_shift_model_n_choices (model);
  double *prices = g_new (double, n);

  for (guint i = 0; i < n; i++)
    prices[i] = g_rand_int_range (rand, -20, 21);
  return prices;
}

/* Where the person is allowed less than usual, as in a part of the roster that is made anew. */
static guint32 *
draw_allowed (McShiftModel *model, GRand *rand)
{
  guint32 *allowed = g_new (guint32, model->n_days);

  for (guint d = 0; d < model->n_days; d++)
    allowed[d] = g_rand_int_range (rand, 0, 4) ? G_MAXUINT32 : ~MC_SHIFT_BIT (g_rand_int_range (rand, 0, 3));
  return allowed;
}

static void
allow_only (McShiftModel *model, const guint32 *allowed)
{
  for (guint d = 0; d < model->n_days; d++)
    mc_shift_person (model, 0)->allowed[d] &= allowed[d];
}

static void
test_pricing (void)
{
  g_autoptr (McShiftScratch) scratch = mc_shift_scratch_new ();
  guint n_without = 0;

  for (guint seed = 0; seed < N_PRICINGS; seed++)
    {
      g_autoptr (McShiftModel) model = shift_fixture_random (seed, 1, 5 + seed % 4);
      g_autoptr (McShiftPricer) pricer = mc_shift_pricer_new (model, 0);
      GRand *rand = g_rand_new_with_seed (seed);
      g_autofree double *prices = draw_prices (model, rand);
      g_autofree guint32 *allowed = draw_allowed (model, rand);
      g_autofree guint8 *row = g_new0 (guint8, model->n_days);
      double found, best, dear;

      found = mc_shift_pricer_run (pricer, scratch, prices, NULL, INFINITY, row);
      best = shift_fixture_best_row (model, 0, prices);
      g_assert_cmpfloat (found, ==, best);
      /* What is not cheap enough is not of interest, but never made out cheaper than the limit. */
      dear = mc_shift_pricer_run (pricer, scratch, prices, NULL, best, row);
      g_assert_cmpfloat (dear, ==, best);
      found = mc_shift_pricer_run (pricer, scratch, prices, allowed, INFINITY, row);
      allow_only (model, allowed);
      best = shift_fixture_best_row (model, 0, prices);
      g_assert_cmpfloat (found, ==, best);
      n_without += isinf (best);
      g_rand_free (rand);
    }
  g_assert_cmpuint (n_without, >, 0);
  g_assert_cmpuint (n_without, <, N_PRICINGS);
}

static gint64
solve_compact (McShiftModel *model)
{
  const McHighsLimits limits = { .gap = 0.9 };
  g_autofree guint8 *choices = g_new0 (guint8, model->people->len * model->n_days);
  g_auto (McShiftCosts) costs = { 0 };
  double bound;

  g_assert_cmpint (mc_shift_compact_solve (model, NULL, &limits, choices, &bound), ==, MC_HIGHS_OPTIMAL);
  mc_shift_evaluate (model, choices, &costs);
  g_assert_cmpuint (costs.breaches->len, ==, 0);
  g_assert_cmpfloat (ceil (bound - 1e-6), ==, (double)mc_shift_costs_total (&costs));
  return mc_shift_costs_total (&costs);
}

/* Two formulations that share nothing but the problem come to the same best cost. */
static void
test_same_optimum (void)
{
  guint n_proven = 0;

  for (guint seed = 0; seed < N_PROBLEMS; seed++)
    {
      g_autoptr (McShiftModel) model = shift_fixture_random (1000 + seed, 3 + seed % 4, 7 + seed % 3);
      const McShiftOptions options = { .rounds = 30, .seed = seed };
      g_autoptr (GError) error = NULL;
      g_autoptr (McShiftResult) result = mc_shift_solve (model, &options, &error);
      gint64 best = solve_compact (model);

      g_assert_no_error (error);
      g_assert_cmpint (result->cost, ==, best);
      g_assert_cmpint (result->bound, <=, best);
      n_proven += result->bound == best;
    }
  g_assert_cmpuint (n_proven, ==, N_PROBLEMS);
}

static void
count_reports (gint64 cost, gint64 bound, guint round, gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (bound, <=, cost);
  g_assert_true (cost < last[0] || bound > last[1]);
  g_assert_cmpint (cost, <=, last[0]);
  g_assert_cmpint (bound, >=, last[1]);
  last[0] = cost;
  last[1] = bound;
}

/* Rounds count, not time or processors. */
static void
test_deterministic (void)
{
  g_autoptr (McShiftModel) model = shift_fixture_random (7, 12, 21);
  g_autofree char *first = NULL;
  gint64 cost = 0;

  for (guint threads = 1; threads <= 3; threads++)
    {
      gint64 last[] = { G_MAXINT64, G_MININT64 };
      const McShiftOptions options = {
        .rounds = 6, .seed = 5, .threads = threads, .progress = count_reports, .data = last
      };
      g_autoptr (McShiftResult) result = mc_shift_solve (model, &options, NULL);
      g_autofree char *text = mc_shift_format (model, result->choices);

      g_assert_cmpint (last[0], ==, result->cost);
      if (!first)
        first = g_strdup (text);
      g_assert_cmpstr (text, ==, first);
      g_assert_true (threads == 1 || result->cost == cost);
      cost = result->cost;
    }
}

/* Stopped before it begins, it still has a roster. */
static void
test_stopped (void)
{
  g_autoptr (McShiftModel) model = shift_fixture_random (11, 10, 14);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  const McShiftOptions options = { .cancel = cancel };
  g_auto (McShiftCosts) costs = { 0 };
  g_autoptr (McShiftResult) result = NULL;

  g_cancellable_cancel (cancel);
  result = mc_shift_solve (model, &options, NULL);
  g_assert_nonnull (result);
  g_assert_cmpuint (result->rounds, ==, 0);
  mc_shift_evaluate (model, result->choices, &costs);
  g_assert_cmpuint (costs.breaches->len, ==, 0);
  g_assert_cmpint (mc_shift_costs_total (&costs), ==, result->cost);
  g_assert_cmpint (result->bound, <=, result->cost);
}

static void
test_impossible (void)
{
  g_autoptr (McShiftModel) model = mc_shift_model_new (7);
  g_autoptr (McShiftResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *choices = g_new0 (guint8, 14);
  double bound;

  mc_shift_model_add_type (model, "D", 480);
  mc_shift_model_add_person (model, "An");
  mc_shift_model_add_person (model, "Bình")->min_minutes = 480 * 8;
  result = mc_shift_solve (model, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Bình"));
  g_assert_cmpint (mc_shift_compact_solve (model, NULL, NULL, choices, &bound), ==, MC_HIGHS_INFEASIBLE);
}

/* Two weeks, four guards, one on by night each day: worked out by hand. */
static void
test_known (void)
{
  g_autoptr (McShiftModel) model = mc_shift_model_new (14);
  const McShiftOptions options = { .rounds = 20 };
  g_autoptr (McShiftResult) result = NULL;

  mc_shift_model_add_type (model, "N", 720);
  for (guint p = 0; p < 4; p++)
    {
      McShiftPerson *person = mc_shift_model_add_person (model, "guard");

      person->max_minutes = 720 * 3;
      person->max_run = 2;
    }
  for (guint d = 0; d < 14; d++)
    mc_shift_model_add_cover (model, d, 0, 1, 100, 10);
  result = mc_shift_solve (model, &options, NULL);
  /* 4 × 3 nights for 14 */
  g_assert_cmpint (result->cost, ==, 200);
  g_assert_cmpint (result->bound, ==, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift-engine/pricing", test_pricing);
  g_test_add_func ("/shift-engine/same-optimum", test_same_optimum);
  g_test_add_func ("/shift-engine/deterministic", test_deterministic);
  g_test_add_func ("/shift-engine/stopped", test_stopped);
  g_test_add_func ("/shift-engine/impossible", test_impossible);
  g_test_add_func ("/shift-engine/known", test_known);
  return g_test_run ();
}
