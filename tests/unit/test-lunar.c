/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-lunar.h"

/* The lunar calendar, against days that are known. */

static void
assert_day (int lunar_year, int month, int day, gboolean leap, int year, int solar_month, int solar_day)
{
  McDay expected = mc_day_new (year, solar_month, solar_day);
  McLunarDay lunar = mc_lunar_from_day (expected);

  g_assert_cmpint (lunar.year, ==, lunar_year);
  g_assert_cmpint (lunar.month, ==, month);
  g_assert_cmpint (lunar.day, ==, day);
  g_assert_cmpint (lunar.leap, ==, leap);
  g_assert_cmpint (mc_lunar_to_day (lunar), ==, expected);
}

static void
test_tet (void)
{
  assert_day (2025, 1, 1, FALSE, 2025, 1, 29);
  assert_day (2026, 1, 1, FALSE, 2026, 2, 17);
  assert_day (2027, 1, 1, FALSE, 2027, 2, 6);
  assert_day (2028, 1, 1, FALSE, 2028, 1, 26);
  assert_day (2029, 1, 1, FALSE, 2029, 2, 13);
  assert_day (2030, 1, 1, FALSE, 2030, 2, 2);
  assert_day (2031, 1, 1, FALSE, 2031, 1, 23);
}

static void
test_hung_kings (void)
{
  assert_day (2025, 3, 10, FALSE, 2025, 4, 7);
  assert_day (2026, 3, 10, FALSE, 2026, 4, 26);
  assert_day (2027, 3, 10, FALSE, 2027, 4, 16);
  assert_day (2028, 3, 10, FALSE, 2028, 4, 4);
  assert_day (2029, 3, 10, FALSE, 2029, 4, 23);
  assert_day (2030, 3, 10, FALSE, 2030, 4, 12);
  assert_day (2031, 3, 10, FALSE, 2031, 4, 1);
}

/* Where Hà Nội and Beijing celebrate on different days. */
static void
test_not_chinese (void)
{
  assert_day (1985, 1, 1, FALSE, 1985, 1, 21);
  assert_day (2007, 1, 1, FALSE, 2007, 2, 17);
  assert_day (2053, 1, 1, FALSE, 2053, 2, 18);
}

static void
test_leap_months (void)
{
  assert_day (2012, 4, 1, TRUE, 2012, 5, 21);
  assert_day (2017, 6, 1, TRUE, 2017, 7, 23);
  assert_day (2020, 4, 1, TRUE, 2020, 5, 23);
  assert_day (2023, 2, 1, TRUE, 2023, 3, 22);
  assert_day (2025, 6, 1, TRUE, 2025, 7, 25);
  assert_day (2025, 7, 1, FALSE, 2025, 8, 23);
  assert_day (2028, 5, 1, TRUE, 2028, 6, 23);
  assert_day (2033, 11, 1, TRUE, 2033, 12, 22);
}

/* The last month of the years 2025 to 2032 has 29 days: Tết's eve is not the 30th. */
static void
test_tet_eve (void)
{
  for (int year = 2025; year <= 2032; year++)
    {
      McLunarDay tet = { year, 1, 1, FALSE };
      McLunarDay eve = mc_lunar_from_day (mc_lunar_to_day (tet) - 1);

      g_assert_cmpint (eve.year, ==, year - 1);
      g_assert_cmpint (eve.month, ==, 12);
      g_assert_cmpint (eve.day, ==, 29);
      g_assert_cmpint (mc_lunar_to_day ((McLunarDay){ year - 1, 12, 30, FALSE }), ==, MC_DAY_NONE);
    }
}

/* Each day of two centuries follows the one before, and goes there and back. */
static void
test_every_day (void)
{
  McDay first = mc_day_new (1900, 1, 1), last = mc_day_new (2099, 12, 31);
  McLunarDay before = mc_lunar_from_day (first);

  for (McDay day = first + 1; day <= last; day++)
    {
      McLunarDay lunar = mc_lunar_from_day (day);

      g_assert_cmpint (mc_lunar_to_day (lunar), ==, day);
      if (lunar.day == 1)
        {
          g_assert_cmpint (before.day, >=, 29);
          g_assert_true (lunar.month == before.month % 12 + 1 || (lunar.leap && lunar.month == before.month));
        }
      else
        {
          g_assert_cmpint (lunar.day, ==, before.day + 1);
          g_assert_cmpint (lunar.month, ==, before.month);
        }
      before = lunar;
    }
}

static void
test_no_such_day (void)
{
  g_assert_cmpint (mc_lunar_to_day ((McLunarDay){ 2026, 13, 1, FALSE }), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_lunar_to_day ((McLunarDay){ 2026, 6, 1, TRUE }), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_lunar_to_day ((McLunarDay){ 2026, 6, 31, FALSE }), ==, MC_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar/tet", test_tet);
  g_test_add_func ("/lunar/hung-kings", test_hung_kings);
  g_test_add_func ("/lunar/not-chinese", test_not_chinese);
  g_test_add_func ("/lunar/leap-months", test_leap_months);
  g_test_add_func ("/lunar/tet-eve", test_tet_eve);
  g_test_add_func ("/lunar/every-day", test_every_day);
  g_test_add_func ("/lunar/no-such-day", test_no_such_day);
  return g_test_run ();
}
