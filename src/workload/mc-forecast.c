/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-forecast-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-error.h"

#define WEEK 7
#define SAME_WEEKDAYS 8
#define MOST_ORIGINS 52
#define LEAST_KNOWN_BEFORE 40 /* open days before the first origin */
#define TEST_DAYS 28          /* each origin looks so far ahead at most */

const char *
mc_forecast_method_get_key (McForecastMethod method)
{
  static const char *const keys[] = { "last_week", "same_weekday", "seasonal" };

  return keys[method];
}

const char *
mc_forecast_method_get_label (McForecastMethod method)
{
  static const char *const labels[] = { N_ ("as on the last day of the same weekday"),
                                        N_ ("the mean of the last eight of the same weekday"),
                                        N_ ("factors of weekday, season, holidays and Tết") };

  return _ (labels[method]);
}

/* The mean of the last @most known days of the same weekday before @origin; NAN if there is none. */
static double
mean_of_weekday (const McForecastSeries *series, guint origin, guint day, guint most)
{
  double sum = 0;
  guint n = 0;

  while (day >= WEEK && n < most)
    {
      day -= WEEK;
      if (day < origin && !isnan (series->values[day]))
        {
          sum += series->values[day];
          n++;
        }
    }
  return n > 0 ? sum / n : NAN;
}

/* FALSE if it cannot for want of history. */
static gboolean
forecast (McForecastMethod method, const McForecastSeries *series, guint origin, guint n, double *expected)
{
  if (method == MC_FORECAST_SEASONAL)
    return _mc_forecast_fit (series, origin, n, expected);
  for (guint i = 0; i < n; i++)
    expected[i] = series->facts[origin + i].open ? mean_of_weekday (series, origin, origin + i,
                                                                    method == MC_FORECAST_LAST_WEEK ? 1 : SAME_WEEKDAYS)
                                                 : 0;
  return TRUE;
}

/* The back-test --------------------------------------------------------- */

typedef struct
{
  double expected;
  double came;
} Test;

typedef struct
{
  GArray *tests[MC_N_FORECAST_METHODS]; /* Test: for the same days, in the same order */
  gboolean tried[MC_N_FORECAST_METHODS];
  guint n_origins;
} BackTest;

static void
back_test_clear (BackTest *self)
{
  for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
    g_array_unref (self->tests[m]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BackTest, back_test_clear)

/* One origin: a day counts where every method says something that can be compared. */
static void
test_origin (BackTest *self, const McForecastSeries *series, guint origin, guint n)
{
  double expected[MC_N_FORECAST_METHODS][TEST_DAYS];

  for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
    self->tried[m] = self->tried[m] && forecast (m, series, origin, n, expected[m]);
  for (guint i = 0; i < n; i++)
    {
      double came = series->values[origin + i];

      if (isnan (came) || isnan (expected[MC_FORECAST_LAST_WEEK][i]))
        continue;
      for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
        {
          Test test = { expected[m][i], came };

          if (self->tried[m])
            g_array_append_val (self->tests[m], test);
        }
    }
  self->n_origins++;
}

static guint
count_known (const McForecastSeries *series, guint until)
{
  guint known = 0;

  for (guint day = 0; day < until; day++)
    known += !isnan (series->values[day]);
  return known;
}

/* From the latest origin back, a week apart, as long as three quarters of what is known now were known then: who knew
 * much less was further off, and says nothing of today. */
static void
back_test (BackTest *self, const McForecastSeries *series, guint until, guint n_days)
{
  guint ahead = MIN (n_days, TEST_DAYS), known = count_known (series, until);
  guint least = MAX (3 * known / 4, LEAST_KNOWN_BEFORE);

  for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
    {
      self->tests[m] = g_array_new (FALSE, FALSE, sizeof (Test));
      self->tried[m] = m != MC_FORECAST_SEASONAL || least >= MC_FORECAST_LEAST;
    }
  for (guint back = WEEK; back <= until && self->n_origins < MOST_ORIGINS; back += WEEK)
    {
      guint origin = until - back;

      if (count_known (series, origin) < least)
        break;
      test_origin (self, series, origin, MIN (ahead, back));
    }
}

static double
error_of (const GArray *tests)
{
  double missed = 0, came = 0;

  for (guint i = 0; i < tests->len; i++)
    {
      const Test *test = &g_array_index (tests, Test, i);

      missed += fabs (test->expected - test->came);
      came += test->came;
    }
  return came > 0 ? missed / came : missed > 0 ? INFINITY : 0;
}

/* Bounds ---------------------------------------------------------------- */

/* Counts scatter about as the root of what is expected. */
static double
scale_of (double expected)
{
  return sqrt (MAX (expected, 1));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

/* The quantiles of how far it was off, at ranks that hold for the next one as well, not only for those seen. */
static void
find_bounds (const GArray *tests, double confidence, double *low, double *high)
{
  g_autoptr (GArray) misses = g_array_sized_new (FALSE, FALSE, sizeof (double), tests->len);
  double tail = (1 - confidence) / 2;
  gint lowest, highest;

  for (guint i = 0; i < tests->len; i++)
    {
      const Test *test = &g_array_index (tests, Test, i);
      double miss = (test->came - test->expected) / scale_of (test->expected);

      g_array_append_val (misses, miss);
    }
  g_array_sort (misses, compare_doubles);
  lowest = (gint)floor (tail * (misses->len + 1)) - 1;
  highest = (gint)ceil ((1 - tail) * (misses->len + 1)) - 1;
  *low = g_array_index (misses, double, CLAMP (lowest, 0, (gint)misses->len - 1));
  *high = g_array_index (misses, double, CLAMP (highest, 0, (gint)misses->len - 1));
}

static double
count_covered (const GArray *tests, double low, double high)
{
  guint covered = 0;

  for (guint i = 0; i < tests->len; i++)
    {
      const Test *test = &g_array_index (tests, Test, i);
      double scale = scale_of (test->expected);

      covered += test->came >= test->expected + low * scale && test->came <= test->expected + high * scale;
    }
  return (double)covered / tests->len;
}

static void
add_days (McForecast *self, const McForecastSeries *series, guint origin, guint n_days, double low, double high)
{
  g_autofree double *expected = g_new0 (double, n_days);

  forecast (self->method, series, origin, n_days, expected);
  for (guint i = 0; i < n_days; i++)
    {
      McForecastDay day = { .day = series->first + (McDay)(origin + i), .open = series->facts[origin + i].open };
      double scale = scale_of (expected[i]);

      /* A weekday that was never open before says nothing of itself. */
      if (day.open && !isnan (expected[i]))
        {
          day.expected = expected[i];
          day.low = MAX (expected[i] + low * scale, 0);
          day.high = MAX (expected[i] + high * scale, 0);
        }
      else if (day.open)
        day.expected = day.low = day.high = NAN;
      g_array_append_val (self->days, day);
    }
}

static gboolean
check (const McForecastSeries *series, guint origin, GError **error)
{
  guint known = count_known (series, origin);

  if (known >= MC_FORECAST_LEAST)
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND,
               ngettext ("%u open day is known; a forecast needs %d, a quarter of a year.",
                         "%u open days are known; a forecast needs %d, a quarter of a year.", known),
               known, MC_FORECAST_LEAST);
  return FALSE;
}

McForecast *
mc_forecast_new (const GArray *history,
                 McWorkCalendar *calendar,
                 gint64 field,
                 McDay from,
                 guint n_days,
                 double confidence,
                 GError **error)
{
  g_autoptr (McForecastSeries) series = _mc_forecast_series_new (history, calendar, field, from, n_days);
  g_autoptr (McForecast) self = g_new0 (McForecast, 1);
  g_auto (BackTest) test = { 0 };
  guint origin = (guint)(from - series->first);
  double low, high;

  self->days = g_array_new (FALSE, FALSE, sizeof (McForecastDay));
  back_test (&test, series, origin, n_days);
  if (!check (series, origin, error))
    return NULL;
  for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
    {
      self->errors[m] = test.tried[m] && test.tests[m]->len > 0 ? error_of (test.tests[m]) : NAN;
      if (self->errors[m] < self->errors[self->method])
        self->method = m;
    }
  self->n_origins = test.n_origins;
  self->n_tests = test.tests[self->method]->len;
  if (self->n_tests == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                           _ ("What is known lies too far back: no day could be forecast from another."));
      return NULL;
    }
  find_bounds (test.tests[self->method], confidence, &low, &high);
  self->coverage = count_covered (test.tests[self->method], low, high);
  add_days (self, series, origin, n_days, low, high);
  return g_steal_pointer (&self);
}

void
mc_forecast_free (McForecast *self)
{
  g_array_unref (self->days);
  g_free (self);
}
