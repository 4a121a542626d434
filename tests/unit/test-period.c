/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-period.h"

#include "mc-error.h"

static McPeriod
period (const char *text)
{
  g_autoptr (GError) error = NULL;
  McPeriod result;

  g_assert_true (mc_period_parse (text, &result, &error));
  g_assert_no_error (error);
  return result;
}

static void
test_parse_and_format (void)
{
  static const struct
  {
    const char *text, *canonical, *people;
  } cases[] = {
    { "[2025-03-01,2026-09-01)", "[2025-03-01,2026-09-01)", "01/03/2025 – 31/08/2026" },
    { "[2025-03-01,2026-08-31]", "[2025-03-01,2026-09-01)", "01/03/2025 – 31/08/2026" },
    { "(2025-02-28,2026-09-01)", "[2025-03-01,2026-09-01)", "01/03/2025 – 31/08/2026" },
    { "[2025-03-01,)", "[2025-03-01,)", "from 01/03/2025" },
    { "[2025-03-01,infinity)", "[2025-03-01,)", "from 01/03/2025" },
    { "(,2026-09-01)", "(,2026-09-01)", "until 31/08/2026" },
    { "(,)", "(,)", "always" },
    { "[2025-03-01,2025-03-02)", "[2025-03-01,2025-03-02)", "01/03/2025" },
    { "empty", "empty", "never" },
    { "[2025-03-01,2025-03-01)", "empty", "never" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      McPeriod p = period (cases[i].text);
      g_autofree char *canonical = mc_period_format (p);
      g_autofree char *people = mc_period_format_people (p);

      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      g_assert_cmpstr (people, ==, cases[i].people);
      g_assert_true (mc_period_equal (period (canonical), p));
    }
}

static void
test_parse_errors (void)
{
  static const char *bad[] = { "",        "[",         "[]", "[2025-03-01)", "[2025-03-01,2025-04-01", "[2025-13-01,)",
                               "[a,b,c)", "2025-03-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      McPeriod p;

      g_assert_false (mc_period_parse (bad[i], &p, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
}

static void
test_bounds (void)
{
  McPeriod p = { 10, 20 };
  McPeriod common;

  g_assert_false (mc_period_contains (p, 9));
  g_assert_true (mc_period_contains (p, 10));
  g_assert_true (mc_period_contains (p, 19));
  g_assert_false (mc_period_contains (p, 20));
  g_assert_false (mc_period_contains (MC_PERIOD_ALWAYS, MC_DAY_NONE));
  g_assert_true (mc_period_contains (MC_PERIOD_ALWAYS, 0));
  g_assert_false (mc_period_overlaps (p, (McPeriod){ 20, 30 }));
  g_assert_true (mc_period_overlaps (p, (McPeriod){ 19, MC_DAY_NONE }));
  g_assert_true (mc_period_intersect (p, (McPeriod){ MC_DAY_NONE, 12 }, &common));
  g_assert_cmpint (common.from, ==, 10);
  g_assert_cmpint (common.until, ==, 12);
  g_assert_cmpint (mc_period_last_day (p), ==, 19);
  g_assert_cmpint (mc_period_last_day (MC_PERIOD_ALWAYS), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_period_days (p), ==, 10);
  g_assert_cmpint (mc_period_days (MC_PERIOD_ALWAYS), ==, -1);
  g_assert_cmpint (mc_period_days ((McPeriod){ 5, 3 }), ==, 0);
  g_assert_true (mc_period_equal ((McPeriod){ 5, 3 }, (McPeriod){ 8, 8 }));
  g_assert_false (mc_period_equal (p, MC_PERIOD_ALWAYS));
}

static McPeriod
random_period (void)
{
  McPeriod p = {
    .from = g_test_rand_int_range (0, 8) ? g_test_rand_int_range (0, 30) : MC_DAY_NONE,
    .until = g_test_rand_int_range (0, 8) ? g_test_rand_int_range (0, 30) : MC_DAY_NONE,
  };

  return p;
}

/* Sets of days are the truth that periods must agree with. */
static void
test_algebra (void)
{
  for (int round = 0; round < 20000; round++)
    {
      McPeriod a = random_period ();
      McPeriod b = random_period ();
      McPeriod common = { 1, 1 };
      gboolean overlap = mc_period_intersect (a, b, &common);
      gboolean shared = FALSE;
      gboolean inhabited = FALSE;
      g_autofree char *text = mc_period_format (a);

      g_assert_true (overlap == mc_period_overlaps (b, a));
      for (McDay day = -2; day < 33; day++)
        {
          gboolean both = mc_period_contains (a, day) && mc_period_contains (b, day);

          shared |= both;
          inhabited |= mc_period_contains (a, day);
          g_assert_true (both == (overlap && mc_period_contains (common, day)));
        }
      g_assert_true (shared == overlap);
      g_assert_true (inhabited == !mc_period_is_empty (a));
      g_assert_true (mc_period_equal (period (text), a));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period/parse-and-format", test_parse_and_format);
  g_test_add_func ("/base/period/parse-errors", test_parse_errors);
  g_test_add_func ("/base/period/bounds", test_bounds);
  g_test_add_func ("/base/period/algebra", test_algebra);
  return g_test_run ();
}
