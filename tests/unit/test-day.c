/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-day.h"

#include "mc-error.h"

static void
test_every_day_round_trips (void)
{
  McDay day = mc_day_new (1599, 12, 31);
  McDay last = mc_day_new (2401, 1, 1);

  for (int weekday = mc_day_weekday (day); day <= last; day++, weekday = weekday % 7 + 1)
    {
      int y, m, d;

      mc_day_split (day, &y, &m, &d);
      g_assert_cmpint (mc_day_new (y, m, d), ==, day);
      g_assert_cmpint (mc_day_weekday (day), ==, weekday);
    }
}

static void
test_against_glib (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1);
  for (McDay day = mc_day_new (1, 1, 1); day <= mc_day_new (9999, 12, 31); day += 97, g_date_add_days (&date, 97))
    {
      int y, m, d;

      mc_day_split (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (&date));
      g_assert_cmpint (m, ==, (int)g_date_get_month (&date));
      g_assert_cmpint (d, ==, g_date_get_day (&date));
      g_assert_cmpint (mc_day_weekday (day), ==, (int)g_date_get_weekday (&date));
    }
}

static void
test_known_days (void)
{
  g_assert_cmpint (mc_day_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (mc_day_new (2000, 3, 1), ==, 11017);
  g_assert_cmpint (mc_day_new (1969, 12, 31), ==, -1);
  g_assert_cmpint (mc_day_new (2024, 2, 29), !=, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (2025, 2, 29), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (1900, 2, 29), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (2000, 2, 29), !=, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (2025, 13, 1), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (2025, 0, 1), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (2025, 4, 31), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (0, 1, 1), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_new (10000, 1, 1), ==, MC_DAY_NONE);
  /* The planned opening, 31/12/2022, was a Saturday. */
  g_assert_cmpint (mc_day_weekday (mc_day_new (2022, 12, 31)), ==, 6);
  g_assert_cmpint (mc_day_weekday (mc_day_new (2026, 11, 23)), ==, 1);
}

static void
test_parse (void)
{
  static const char *same[] = { "05/08/2026", "5/8/2026", "05-08-2026", "5.8.2026", "2026-08-05", " 05/08/2026\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GError) error = NULL;
      McDay day;

      g_assert_true (mc_day_parse (same[i], &day, &error));
      g_assert_no_error (error);
      g_assert_cmpint (day, ==, mc_day_new (2026, 8, 5));
    }
}

/* What is typed may have a short year; a day that is none stays none. */
static void
test_parse_typed (void)
{
  static const char *same[] = { "1/12/26", "01-12-26", "1.12.26", "01/12/2026", "2026-12-01" };
  static const char *wrong[] = { "31/11/26", "1/12/6", "1/12/126", "1/12", "26-12-01x", "" };
  g_autoptr (GError) error = NULL;
  McDay day;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (mc_day_parse_typed (same[i], &day, &error));
      g_assert_no_error (error);
      g_assert_cmpint (day, ==, mc_day_new (2026, 12, 1));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_false (mc_day_parse_typed (wrong[i], &day, &refused));
      g_assert_error (refused, MC_ERROR, MC_ERROR_INVALID);
      g_assert_cmpint (day, ==, MC_DAY_NONE);
    }
}

static void
test_parse_errors (void)
{
  static const struct
  {
    const char *text, *message;
  } cases[] = {
    { NULL, "The date is empty" },
    { "  ", "The date is empty" },
    { "30/02/2026", "“30/02/2026”: there is no day 30 in month 2/2026" },
    { "29/02/2025", "“29/02/2025”: there is no day 29 in month 2/2025" },
    { "00/02/2025", "“00/02/2025”: there is no day 0 in month 2/2025" },
    { "01/13/2026", "“01/13/2026”: there is no month 13" },
    { "2026-13-01", "“2026-13-01”: there is no month 13" },
    { "01/01/0000", "“01/01/0000”: there is no year 0" },
    { "01/02/26", "“01/02/26”: write the year with four digits" },
    { "01/02", "“01/02” is not a date; write it as 31/12/2026" },
    { "01/02-2026", "“01/02-2026” is not a date; write it as 31/12/2026" },
    { "2026/02/01", "“2026/02/01” is not a date; write it as 31/12/2026" },
    { "01/02/20266", "“01/02/20266” is not a date; write it as 31/12/2026" },
    { "01/02/2026x", "“01/02/2026x” is not a date; write it as 31/12/2026" },
    { "001/02/2026", "“001/02/2026” is not a date; write it as 31/12/2026" },
    { "hôm nay", "“hôm nay” is not a date; write it as 31/12/2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      McDay day = 1;

      g_assert_false (mc_day_parse (cases[i].text, &day, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpint (day, ==, MC_DAY_NONE);
    }
}

static void
test_format (void)
{
  g_autofree char *people = mc_day_format (mc_day_new (2026, 8, 5));
  g_autofree char *iso = mc_day_format_iso (mc_day_new (2026, 8, 5));
  g_autofree char *old = mc_day_format_iso (mc_day_new (1, 1, 1));
  g_autofree char *none = mc_day_format (MC_DAY_NONE);
  g_autofree char *none_iso = mc_day_format_iso (MC_DAY_NONE);

  g_assert_cmpstr (people, ==, "05/08/2026");
  g_assert_cmpstr (iso, ==, "2026-08-05");
  g_assert_cmpstr (old, ==, "0001-01-01");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (none_iso, ==, "");
}

static void
test_today_in_vietnam (void)
{
  /* 16:59:59 UTC is still the same day in Cần Thơ, 17:00:00 is the next. */
  gint64 midnight = (gint64)mc_day_new (2026, 11, 23) * 86400;

  g_assert_cmpint (mc_day_from_unix (midnight), ==, mc_day_new (2026, 11, 23));
  g_assert_cmpint (mc_day_from_unix (midnight + 17 * 3600 - 1), ==, mc_day_new (2026, 11, 23));
  g_assert_cmpint (mc_day_from_unix (midnight + 17 * 3600), ==, mc_day_new (2026, 11, 24));
  g_assert_cmpint (mc_day_from_unix (-7 * 3600), ==, 0);
  g_assert_cmpint (mc_day_from_unix (-7 * 3600 - 1), ==, -1);

  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");

  if (zone)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now (zone);
      McDay day =
          mc_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));

      g_assert_cmpint (ABS (mc_day_today () - day), <=, 1);
    }
}

static void
test_months (void)
{
  g_assert_cmpint (mc_day_add_months (mc_day_new (2025, 1, 31), 1), ==, mc_day_new (2025, 2, 28));
  g_assert_cmpint (mc_day_add_months (mc_day_new (2024, 1, 31), 1), ==, mc_day_new (2024, 2, 29));
  g_assert_cmpint (mc_day_add_months (mc_day_new (2025, 3, 31), -1), ==, mc_day_new (2025, 2, 28));
  g_assert_cmpint (mc_day_add_months (mc_day_new (2025, 11, 15), 14), ==, mc_day_new (2027, 1, 15));
  g_assert_cmpint (mc_day_add_months (mc_day_new (2025, 1, 15), -13), ==, mc_day_new (2023, 12, 15));
  g_assert_cmpint (mc_day_add_months (MC_DAY_NONE, 3), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_day_add_months (mc_day_new (1, 1, 1), -1), ==, MC_DAY_NONE);

  g_assert_cmpint (mc_day_months_between (mc_day_new (2025, 3, 1), mc_day_new (2026, 9, 1)), ==, 18);
  g_assert_cmpint (mc_day_months_between (mc_day_new (2025, 3, 1), mc_day_new (2026, 8, 31)), ==, 17);
  g_assert_cmpint (mc_day_months_between (mc_day_new (2025, 3, 1), mc_day_new (2025, 3, 1)), ==, 0);
  g_assert_cmpint (mc_day_months_between (mc_day_new (2025, 1, 31), mc_day_new (2025, 2, 28)), ==, 1);
  g_assert_cmpint (mc_day_months_between (mc_day_new (2025, 3, 1), mc_day_new (2025, 2, 28)), ==, -1);

  /* The definition, by brute force. */
  for (McDay from = mc_day_new (2023, 12, 25); from < mc_day_new (2025, 3, 5); from += 3)
    for (McDay until = from; until < from + 800; until += 7)
      {
        int n = mc_day_months_between (from, until);

        g_assert_cmpint (mc_day_add_months (from, n), <=, until);
        g_assert_cmpint (mc_day_add_months (from, n + 1), >, until);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/round-trip", test_every_day_round_trips);
  g_test_add_func ("/base/day/against-glib", test_against_glib);
  g_test_add_func ("/base/day/known", test_known_days);
  g_test_add_func ("/base/day/parse", test_parse);
  g_test_add_func ("/base/day/parse-typed", test_parse_typed);
  g_test_add_func ("/base/day/parse-errors", test_parse_errors);
  g_test_add_func ("/base/day/format", test_format);
  g_test_add_func ("/base/day/today", test_today_in_vietnam);
  g_test_add_func ("/base/day/months", test_months);
  return g_test_run ();
}
