/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>

#include "mc-beta.h"
#include "mc-rating-interval.h"

/* Reference values: by hand where there is a closed form, else from the incomplete beta function in 30 digits. */

static void
test_share (void)
{
  static const struct
  {
    double a, b, x, share;
  } table[] = {
    { 1, 1, 0.3, 0.3 },          /* even */
    { 3, 1, 0.5, 0.125 },        /* x³ */
    { 2, 3, 0.4, 0.5248 },       /* 1 - P (at most 1 of 4), p = 0.4 */
    { 0.5, 0.5, 0.25, 1 / 3.0 }, /* 2 asin (√x) / π */
    { 86.5, 14.5, 0.9, 0.90441810967516574 },
    { 1000.5, 200.5, 0.82, 0.11390084500765336 },
    { 0.5, 30.5, 0.001, 0.19434353562210502 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpfloat_with_epsilon (mc_beta_share (table[i].a, table[i].b, table[i].x), table[i].share, 1e-12);
      g_assert_cmpfloat_with_epsilon (mc_beta_share (table[i].b, table[i].a, 1 - table[i].x), 1 - table[i].share,
                                      1e-12);
    }
  g_assert_cmpfloat (mc_beta_share (2, 3, 0), ==, 0);
  g_assert_cmpfloat (mc_beta_share (2, 3, 1), ==, 1);
}

static void
test_quantile (void)
{
  static const struct
  {
    double a, b, share, x;
  } table[] = {
    { 1, 1, 0.7, 0.7 },
    { 3, 1, 0.125, 0.5 },
    { 0.5, 0.5, 0.1, 0.024471741852423217 },
    { 86.5, 14.5, 0.025, 0.78210161902189972 },
    { 86.5, 14.5, 0.975, 0.91743403725331535 },
    { 19.5, 1.5, 0.025, 0.7891813637507348 },
    { 19.5, 1.5, 0.975, 0.9945509674185734 },
    { 0.5, 20.5, 0.975, 0.11663898290487539 },
    { 900.5, 100.5, 0.005, 0.87367168284183878 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (mc_beta_quantile (table[i].a, table[i].b, table[i].share), table[i].x, 1e-11);
  g_assert_cmpfloat (mc_beta_quantile (2, 3, 0), ==, 0);
  g_assert_cmpfloat (mc_beta_quantile (2, 3, 1), ==, 1);
}

/* What goes there and back is the same, small and large. */
static void
test_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int i = 0; i < 500; i++)
    {
      double a = pow (10, g_rand_double_range (random, -0.3, 4)), b = pow (10, g_rand_double_range (random, -0.3, 4));
      double share = g_rand_double_range (random, 0.001, 0.999);

      g_assert_cmpfloat_with_epsilon (mc_beta_share (a, b, mc_beta_quantile (a, b, share)), share, 1e-8);
    }
}

static void
test_student (void)
{
  static const struct
  {
    double degrees, confidence, point;
  } table[] = {
    { 1, 0.5, 1 },
    { 4, 0.95, 2.7764451051977944 },
    { 9, 0.95, 2.2621571627982055 },
    { 4, 0.99, 4.6040948713499932 },
    { 30, 0.99, 2.7499956535672253 },
    { 120, 0.95, 1.9799304050824408 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (mc_student_point (table[i].degrees, table[i].confidence), table[i].point, 1e-9);
}

/* 86 of 100, 19 and all of 20, none of 20; then that the intervals cover as often as they say. */
static void
test_interval (void)
{
  McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;
  McRatingInterval one;

  limits.method = MC_RATING_BAYES;
  one = mc_rating_interval (86, 100, &limits);
  g_assert_cmpfloat_with_epsilon (one.low, 0.78210161902189972, 1e-9);
  g_assert_cmpfloat_with_epsilon (one.high, 0.91743403725331535, 1e-9);
  one = mc_rating_interval (19, 20, &limits);
  g_assert_cmpfloat_with_epsilon (one.low, 0.7891813637507348, 1e-9);
  one = mc_rating_interval (20, 20, &limits);
  g_assert_cmpfloat_with_epsilon (one.low, 0.88336101709512458, 1e-9);
  g_assert_cmpfloat (one.high, ==, 1);
  one = mc_rating_interval (0, 20, &limits);
  g_assert_cmpfloat (one.low, ==, 0);
  g_assert_cmpfloat_with_epsilon (one.high, 1 - 0.88336101709512458, 1e-9);
}

/* How often the interval holds the truth, by the binomial distribution, at the mean over all truths. */
static void
test_coverage (void)
{
  McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;

  for (McRatingMethod method = MC_RATING_WILSON; method <= MC_RATING_BAYES; method++)
    {
      double covered = 0;

      limits.method = method;
      for (int t = 1; t < 200; t++)
        for (int k = 0; k <= 50; k++)
          {
            double truth = t / 200.0;
            McRatingInterval one = mc_rating_interval ((guint64)k, 50, &limits);

            if (one.low <= truth && truth <= one.high)
              covered +=
                  exp (lgamma (51) - lgamma (k + 1) - lgamma (51 - k) + k * log (truth) + (50 - k) * log1p (-truth)) /
                  199;
          }
      g_assert_cmpfloat_with_epsilon (covered, 0.95, 0.01);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beta/share", test_share);
  g_test_add_func ("/beta/quantile", test_quantile);
  g_test_add_func ("/beta/back", test_back);
  g_test_add_func ("/beta/student", test_student);
  g_test_add_func ("/beta/interval", test_interval);
  g_test_add_func ("/beta/coverage", test_coverage);
  return g_test_run ();
}
