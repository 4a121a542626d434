/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-evaluation-spread.h"
#include "mc-rating-interval.h"

/* What shares and means say, and when they say nothing. */

static const McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;

/*
 * Wilson's interval at 95 % (z = 1,959964), by its formula:
 *   9 of 10      0,5958 to 0,9821        0 of 20   0 to 0,1611
 *   50 of 100    0,4038 to 0,5962       20 of 20   0,8389 to 1
 */
static void
test_interval (void)
{
  static const struct
  {
    guint64 good, n;
    double low, high;
  } table[] = { { 9, 10, .5958, .9821 }, { 0, 20, 0, .1611 }, { 50, 100, .4038, .5962 }, { 20, 20, .8389, 1 } };
  McRatingInterval none = mc_rating_interval (0, 0, &limits);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      McRatingInterval one = mc_rating_interval (table[i].good, table[i].n, &limits);

      g_assert_cmpfloat_with_epsilon (one.low, table[i].low, 5e-5);
      g_assert_cmpfloat_with_epsilon (one.high, table[i].high, 5e-5);
      g_assert_true (one.too_few == (table[i].n < 20));
    }
  g_assert_true (none.too_few);
  g_assert_cmpfloat (none.low, ==, 0);
  g_assert_cmpfloat (none.high, ==, 1);
}

static void
take (McRatingLimits *self, const char *key, const char *value)
{
  g_autoptr (McSetting) setting = mc_setting_new ();

  g_set_str (&setting->key, key);
  g_set_str (&setting->value, value);
  mc_rating_limits_take_setting (self, setting);
}

/* 90 % (z = 1,644854) of 9 of 10: 0,6523 to 0,9774; from 10 ratings on that is no longer too few. */
static void
test_limits (void)
{
  static const char *const no_limits[] = { "\"20\"", "null", "", "-5", "0", "1e300" };
  McRatingLimits office = MC_RATING_LIMITS_DEFAULT;
  McRatingInterval one;

  take (&office, "evaluation.min_ratings", "10");
  take (&office, "evaluation.confidence", "0.9");
  take (&office, "evaluation.burst_ratings", "7");
  take (&office, "centre.name", "3");
  g_assert_cmpint (office.method, ==, MC_RATING_WILSON);
  take (&office, "evaluation.interval", "\"bayes\"");
  take (&office, "evaluation.interval", "\"guess\"");
  take (&office, "evaluation.interval", "1");
  g_assert_cmpint (office.method, ==, MC_RATING_BAYES);
  take (&office, "evaluation.interval", "\"wilson\"");
  for (gsize i = 0; i < G_N_ELEMENTS (no_limits); i++)
    {
      take (&office, "evaluation.min_ratings", no_limits[i]);
      take (&office, "evaluation.confidence", no_limits[i]);
      take (&office, "evaluation.burst_ratings", no_limits[i]);
    }
  take (&office, "evaluation.confidence", "1");
  g_assert_cmpuint (office.min_ratings, ==, 10);
  g_assert_cmpuint (office.burst_ratings, ==, 7);
  g_assert_cmpfloat (office.confidence, ==, 0.9);
  one = mc_rating_interval (9, 10, &office);
  g_assert_false (one.too_few);
  g_assert_cmpfloat_with_epsilon (one.low, .6523, 5e-5);
  g_assert_cmpfloat_with_epsilon (one.high, .9774, 5e-5);
}

/* Nobody is ranked on noise: 19 of 20 against 17 of 20 is nothing, 95 % against 60 % of 200 is. */
static void
test_ranking (void)
{
  McRatingInterval a = mc_rating_interval (19, 20, &limits), b = mc_rating_interval (17, 20, &limits);
  McRatingInterval c = mc_rating_interval (190, 200, &limits), d = mc_rating_interval (120, 200, &limits);
  McRatingInterval few = mc_rating_interval (0, 19, &limits);

  g_assert_cmpint (mc_rating_interval_compare (&a, &b), ==, 0);
  g_assert_cmpint (mc_rating_interval_compare (&c, &d), >, 0);
  g_assert_cmpint (mc_rating_interval_compare (&d, &c), <, 0);
  g_assert_cmpint (mc_rating_interval_compare (&c, &few), ==, 0);
}

/* Chance alone sets nobody apart, and one who is far off is told from many who are not. */
static void
test_spread_noise (void)
{
  static const double values[] = { 78, 82, 80, 79, 81, 84 };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (McSpreadItem));
  g_autoptr (GArray) spreads = NULL;

  for (int key = 1; key <= 17; key++)
    for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
      {
        McSpreadItem item = { key, values[i] + key % 3 - (key == 17 ? 12 : 0) };

        g_array_append_val (items, item);
      }
  spreads = mc_evaluation_spread (items);
  g_assert_cmpuint (spreads->len, ==, 18);
  for (guint i = 0; i < spreads->len; i++)
    {
      const McSpread *one = &g_array_index (spreads, McSpread, i);

      g_assert_true (one->low < one->mean && one->mean < one->high);
      g_assert_cmpint (one->apart, ==, one->key == 17);
    }
}

/*
 * Three heads rate seven people each, whom supervision rates, too: the second gives 8 more than it for the same people,
 * the first rates weaker people just as supervision does, the third has rated four only.
 */
static void
test_raters (void)
{
  static const double noise[] = { 1, -1, 2, -2, 0.5, -0.5, 0 };
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_rater_mark_free);
  g_autoptr (GPtrArray) found = NULL, none = NULL;
  const McRaterSpread *one;

  for (int i = 0; i < 7; i++)
    {
      g_ptr_array_add (marks, mc_rater_mark_new (1, MC_RATER_SECTION, "an", 50 + noise[i], noise[i]));
      g_ptr_array_add (marks, mc_rater_mark_new (1, MC_RATER_SECTION, "binh", 90 + noise[i], 8 + noise[i]));
      g_ptr_array_add (marks, mc_rater_mark_new (1, MC_RATER_SUPERVISION, "chi", 70 + noise[i], i ? -noise[i] : NAN));
      g_ptr_array_add (marks, mc_rater_mark_new (2, MC_RATER_SECTION, "an", 10, -40));
      if (i < 4)
        g_ptr_array_add (marks, mc_rater_mark_new (1, MC_RATER_SECTION, "dung", 20, -30));
    }
  found = mc_evaluation_rater_spread (marks, 1);
  g_assert_cmpuint (found->len, ==, 4);
  one = found->pdata[0];
  g_assert_cmpstr (one->login, ==, "an");
  g_assert_false (one->apart);
  g_assert_cmpfloat_with_epsilon (one->marks.mean, 50, 1e-9);
  one = found->pdata[1];
  g_assert_cmpstr (one->login, ==, "binh");
  g_assert_true (one->apart && one->beside.low > 0);
  g_assert_cmpfloat_with_epsilon (one->beside.mean, 8, 1e-9);
  one = found->pdata[2];
  g_assert_cmpstr (one->login, ==, "dung");
  g_assert_true (!one->apart && isnan (one->beside.low));
  one = found->pdata[3];
  g_assert_cmpint (one->role, ==, MC_RATER_SUPERVISION);
  g_assert_cmpuint (one->beside.n, ==, 6);
  none = mc_evaluation_rater_spread (marks, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Agency 1: 90 90 90 90 90; agency 2: 70 70 70 70 70; agency 3: two only. All: (450 + 350 + 160) / 12 = 80. */
static void
test_spread (void)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (McSpreadItem));
  g_autoptr (GArray) spreads = NULL;
  const McSpread *found;

  for (int i = 0; i < 12; i++)
    {
      McSpreadItem item = { i < 5 ? 1 : i < 10 ? 2 : 3, i < 5 ? 90 : i < 10 ? 70 : 80 };

      g_array_append_val (items, item);
    }
  spreads = mc_evaluation_spread (items);
  found = &g_array_index (spreads, McSpread, 0);
  g_assert_cmpuint (spreads->len, ==, 4);
  g_assert_cmpfloat (found[0].mean, ==, 90);
  g_assert_true (found[0].apart && found[1].apart && !found[2].apart);
  g_assert_cmpfloat_with_epsilon (found[0].others, 510 / 7.0, 1e-9);
  g_assert_true (isnan (found[2].low) && isnan (found[2].high) && isnan (found[3].others));
  g_assert_cmpint (found[3].key, ==, 0);
  g_assert_cmpfloat (found[3].mean, ==, 80);
  g_assert_cmpuint (found[3].n, ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation/interval", test_interval);
  g_test_add_func ("/evaluation/limits", test_limits);
  g_test_add_func ("/evaluation/ranking", test_ranking);
  g_test_add_func ("/evaluation/spread", test_spread);
  g_test_add_func ("/evaluation/spread/raters", test_raters);
  g_test_add_func ("/evaluation/spread/noise", test_spread_noise);
  return g_test_run ();
}
