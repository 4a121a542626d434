/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-forecast.h"

/* A forecast of four weeks from four years of days, with its back-test of 52 origins. */

#define N_ROUNDS 5
#define N_DAYS 1461

static GArray *
make_history (McDay from)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GArray *history = g_array_new (FALSE, FALSE, sizeof (McForecastPoint));

  for (McDay day = from; day < from + N_DAYS; day++)
    {
      McForecastPoint point = { day,
                                round (300 * (1 + 0.3 * sin (day / 58.0)) * g_rand_double_range (rand, 0.8, 1.2)) };

      if (mc_day_weekday (day) <= 5)
        g_array_append_val (history, point);
    }
  return history;
}

int
main (void)
{
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (McWorkCalendar) calendar = mc_work_calendar_new (book, NULL, NULL, NULL);
  McDay from = mc_day_new (2022, 1, 3);
  g_autoptr (GArray) history = make_history (from);
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (McForecast) forecast = mc_forecast_new (history, calendar, 0, from + N_DAYS, 28, 0.8, NULL);

      if (!forecast)
        return 1;
    }
  g_print ("forecast-four-years %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0 / N_ROUNDS);
  return 0;
}
