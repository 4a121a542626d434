/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-forecast.h"

#include <math.h>

#include "mc-error.h"
#include "mc-lunar.h"
#include "rules-fixture.h"

/* Forecasts of invented series of which it is known how they came about. */

static McWorkCalendar *
new_calendar (void)
{
  g_autoptr (McRuleBook) book = fixture_book ();

  fixture_add_plan_rules (book);
  return mc_work_calendar_new (book, NULL, NULL, NULL);
}

/* Near enough, where the mean is 30 and more. */
static double
draw_poisson (GRand *rand, double mean)
{
  double sum = 0;

  for (int i = 0; i < 12; i++)
    sum += g_rand_double (rand);
  return MAX (round (mean + (sum - 6) * sqrt (mean)), 0);
}

typedef double (*MeanFunc) (McDay day);

static double
mean_of_weekday (McDay day)
{
  static const double factors[] = { 1.4, 1.1, 1, 0.9, 0.8, 0.5, 0 };

  return 200 * factors[mc_day_weekday (day) - 1];
}

static double
mean_of_season (McDay day)
{
  int year;
  McDay tet;

  mc_day_split (day, &year, NULL, NULL);
  tet = mc_lunar_to_day ((McLunarDay){ year, 1, 1, FALSE });
  return mean_of_weekday (day) * (1 + 0.35 * sin (2 * G_PI * day / 365.25)) * (day < tet && day >= tet - 14 ? 0.5 : 1);
}

static GArray *
make_series (McWorkCalendar *calendar, MeanFunc mean, McDay from, McDay until, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GArray *series = g_array_new (FALSE, FALSE, sizeof (McForecastPoint));

  for (McDay day = from; day < until; day++)
    {
      McForecastPoint point = { day, draw_poisson (rand, mean (day)) };

      if (!mc_work_day_is_off (mc_work_calendar_get (calendar, day)))
        g_array_append_val (series, point);
    }
  return series;
}

/* Eight in ten, over many series: as promised, give or take what chance allows for some hundred days that hang
 * together. */
static void
test_coverage (void)
{
  g_autoptr (McWorkCalendar) calendar = new_calendar ();
  McDay today = fixture_day ("01/06/2026");
  guint covered = 0, n = 0;

  for (guint32 seed = 1; seed <= 24; seed++)
    {
      g_autoptr (GArray) series = make_series (calendar, mean_of_season, today - 500, today + 28, seed);
      g_autoptr (McForecast) forecast = mc_forecast_new (series, calendar, 0, today, 28, 0.8, NULL);

      for (guint i = 0; i < series->len; i++)
        {
          const McForecastPoint *point = &g_array_index (series, McForecastPoint, i);
          const McForecastDay *day;

          if (point->day < today)
            continue;
          day = &g_array_index (forecast->days, McForecastDay, point->day - today);
          g_assert_true (day->open);
          g_assert_cmpfloat (day->low, <=, day->expected);
          g_assert_cmpfloat (day->expected, <=, day->high);
          covered += point->value >= day->low && point->value <= day->high;
          n++;
        }
    }
  g_test_message ("%u of %u days between the bounds", covered, n);
  g_assert_cmpuint (n, >, 400);
  g_assert_cmpfloat ((double)covered / n, >=, 0.72);
  g_assert_cmpfloat ((double)covered / n, <=, 0.90);
}

/* Where there is a season, the method that knows it is nearest; where there is none, it is not far off. */
static void
test_choice (void)
{
  g_autoptr (McWorkCalendar) calendar = new_calendar ();
  McDay today = fixture_day ("01/06/2026");
  g_autoptr (GArray) series = make_series (calendar, mean_of_season, today - 730, today, 3);
  g_autoptr (McForecast) forecast = mc_forecast_new (series, calendar, 0, today, 28, 0.8, NULL);
  g_autoptr (GArray) flat = make_series (calendar, mean_of_weekday, today - 730, today, 4);
  g_autoptr (McForecast) even = mc_forecast_new (flat, calendar, 0, today, 28, 0.8, NULL);

  g_assert_cmpint (forecast->method, ==, MC_FORECAST_SEASONAL);
  g_assert_cmpfloat (forecast->errors[MC_FORECAST_SEASONAL], <, 0.8 * forecast->errors[MC_FORECAST_LAST_WEEK]);
  g_assert_cmpfloat (even->errors[MC_FORECAST_SAME_WEEKDAY], <, even->errors[MC_FORECAST_LAST_WEEK]);
  g_assert_cmpint (even->method, !=, MC_FORECAST_LAST_WEEK);
  g_assert_cmpfloat (even->errors[MC_FORECAST_SEASONAL], <, even->errors[MC_FORECAST_LAST_WEEK]);
}

/* The last days before Tết of a third year, after two that were seen. */
static void
test_tet (void)
{
  g_autoptr (McWorkCalendar) calendar = new_calendar ();
  McDay tet = mc_lunar_to_day ((McLunarDay){ 2027, 1, 1, FALSE }), today = tet - 35;
  g_autoptr (GArray) series = make_series (calendar, mean_of_season, today - 900, today, 5);
  g_autoptr (McForecast) forecast = mc_forecast_new (series, calendar, 0, today, 60, 0.8, NULL);
  double expected = 0, mean = 0;

  g_assert_cmpint (forecast->method, ==, MC_FORECAST_SEASONAL);
  for (McDay day = tet - 14; day < tet; day++)
    if (!mc_work_day_is_off (mc_work_calendar_get (calendar, day)))
      {
        expected += g_array_index (forecast->days, McForecastDay, day - today).expected;
        mean += mean_of_season (day);
      }
  /* Without Tết it would be twice as much. */
  g_assert_cmpfloat (expected / mean, >, 0.8);
  g_assert_cmpfloat (expected / mean, <, 1.35);
}

static void
test_closed (void)
{
  g_autoptr (McWorkCalendar) calendar = new_calendar ();
  McDay today = fixture_day ("20/04/2026");
  g_autoptr (GArray) series = make_series (calendar, mean_of_weekday, today - 200, today, 6);
  g_autoptr (McForecast) forecast = mc_forecast_new (series, calendar, 0, today, 21, 0.8, NULL);

  /* 26/04/2026 is the Hùng Kings' day, a Sunday; Monday is off for it. */
  for (guint i = 0; i < forecast->days->len; i++)
    {
      const McForecastDay *day = &g_array_index (forecast->days, McForecastDay, i);

      g_assert_cmpint (day->day, ==, today + (McDay)i);
      g_assert_cmpint (day->open, ==, !mc_work_day_is_off (mc_work_calendar_get (calendar, day->day)));
      if (!day->open)
        g_assert_cmpfloat (day->expected + day->high, ==, 0);
    }
  g_assert_false (g_array_index (forecast->days, McForecastDay, 7).open);
  g_assert_true (g_array_index (forecast->days, McForecastDay, 8).open);
}

/* What comes later is not looked at. */
static void
test_blind (void)
{
  g_autoptr (McWorkCalendar) calendar = new_calendar ();
  McDay today = fixture_day ("01/06/2026");
  g_autoptr (GArray) series = make_series (calendar, mean_of_season, today - 400, today + 60, 7);
  g_autoptr (GArray) before = make_series (calendar, mean_of_season, today - 400, today, 7);
  g_autoptr (McForecast) one = mc_forecast_new (series, calendar, 0, today, 28, 0.8, NULL);
  g_autoptr (McForecast) other = mc_forecast_new (before, calendar, 0, today, 28, 0.8, NULL);

  g_assert_cmpint (one->method, ==, other->method);
  for (guint i = 0; i < 28; i++)
    g_assert_cmpfloat (g_array_index (one->days, McForecastDay, i).expected, ==,
                       g_array_index (other->days, McForecastDay, i).expected);
}

static void
test_too_little (void)
{
  g_autoptr (McWorkCalendar) calendar = new_calendar ();
  McDay today = fixture_day ("01/06/2026");
  g_autoptr (GArray) series = make_series (calendar, mean_of_weekday, today - 60, today, 8);
  g_autoptr (GArray) enough = make_series (calendar, mean_of_weekday, today - 100, today, 8);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (McForecastPoint));
  g_autoptr (McForecast) forecast = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mc_forecast_new (series, calendar, 0, today, 28, 0.8, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (mc_forecast_new (nothing, calendar, 0, today, 28, 0.8, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  forecast = mc_forecast_new (enough, calendar, 0, today, 28, 0.8, NULL);
  g_assert_nonnull (forecast);
  /* Too little to tell a season. */
  g_assert_true (isnan (forecast->errors[MC_FORECAST_SEASONAL]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/coverage", test_coverage);
  g_test_add_func ("/forecast/choice", test_choice);
  g_test_add_func ("/forecast/tet", test_tet);
  g_test_add_func ("/forecast/closed", test_closed);
  g_test_add_func ("/forecast/blind", test_blind);
  g_test_add_func ("/forecast/too-little", test_too_little);
  return g_test_run ();
}
