/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-forecast-private.h"

#include <math.h>

#include "mc-lunar.h"

#define LONG_BREAK 4 /* days from one open day to the next: longer than a weekend */
#define TET_WEEKS 3
#define YEAR 365.2425

/* Where each family of features begins. */
enum
{
  FEATURE_LEVEL,
  FEATURE_WEEKDAY,                    /* Tuesday to Sunday against Monday */
  FEATURE_HALF = FEATURE_WEEKDAY + 6, /* one session alone */
  FEATURE_AFTER,                      /* first day after a long break */
  FEATURE_BEFORE,                     /* last day before one */
  FEATURE_TET,                        /* weeks before and after */
  FEATURE_TREND = FEATURE_TET + 2 * TET_WEEKS,
  FEATURE_SEASON, /* a year's and half a year's wave, and a third's */
};

G_STATIC_ASSERT (FEATURE_SEASON + 6 == MC_FORECAST_FEATURES);

/* Which week before (0, 1, 2: the third, second, last) or after (3, 4, 5) Tết; -1: none. */
static int
find_tet_week (McDay day)
{
  int year;

  mc_day_split (day, &year, NULL, NULL);
  for (int lunar = year - 1; lunar <= year + 1; lunar++)
    {
      int distance = day - mc_lunar_to_day ((McLunarDay){ lunar, 1, 1, FALSE });

      if (distance < 0 && distance >= -7 * TET_WEEKS)
        return TET_WEEKS - 1 - (-distance - 1) / 7;
      if (distance >= 0 && distance < 7 * TET_WEEKS)
        return TET_WEEKS + distance / 7;
    }
  return -1;
}

static void
describe (McForecastDayFacts *facts, McWorkCalendar *calendar, gint64 field, McDay day)
{
  gboolean morning = mc_work_calendar_serves (calendar, field, day, MC_DAY_SESSION_MORNING);
  gboolean afternoon = mc_work_calendar_serves (calendar, field, day, MC_DAY_SESSION_AFTERNOON);
  int weekday = mc_day_weekday (day), tet = find_tet_week (day);
  double *x = facts->features, turn = 2 * G_PI * day / YEAR;

  facts->open = morning || afternoon;
  if (!facts->open)
    return;
  x[FEATURE_LEVEL] = 1;
  if (weekday > 1)
    x[FEATURE_WEEKDAY + weekday - 2] = 1;
  x[FEATURE_HALF] = morning != afternoon;
  x[FEATURE_AFTER] = day - mc_work_calendar_next (calendar, day, -1) >= LONG_BREAK;
  x[FEATURE_BEFORE] = mc_work_calendar_next (calendar, day, 1) - day >= LONG_BREAK;
  if (tet >= 0)
    x[FEATURE_TET + tet] = 1;
  x[FEATURE_TREND] = day / YEAR;
  for (int wave = 0; wave < 3; wave++)
    {
      x[FEATURE_SEASON + 2 * wave] = sin ((wave + 1) * turn);
      x[FEATURE_SEASON + 2 * wave + 1] = cos ((wave + 1) * turn);
    }
}

McForecastSeries *
_mc_forecast_series_new (const GArray *history, McWorkCalendar *calendar, gint64 field, McDay from, guint n_days)
{
  McForecastSeries *self = g_new0 (McForecastSeries, 1);

  self->first = from;
  for (guint i = 0; i < history->len; i++)
    self->first = MIN (self->first, g_array_index (history, McForecastPoint, i).day);
  self->n = (guint)(from - self->first) + n_days;
  self->values = g_new (double, self->n);
  self->facts = g_new0 (McForecastDayFacts, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->values[i] = NAN;
      describe (&self->facts[i], calendar, field, self->first + (McDay)i);
    }
  for (guint i = 0; i < history->len; i++)
    {
      const McForecastPoint *point = &g_array_index (history, McForecastPoint, i);

      if (point->day < from && self->facts[point->day - self->first].open)
        self->values[point->day - self->first] = MAX (point->value, 0);
    }
  return self;
}

void
_mc_forecast_series_free (McForecastSeries *self)
{
  g_free (self->values);
  g_free (self->facts);
  g_free (self);
}

/* The fit --------------------------------------------------------------- */

#define LEAST_FOR_SEASON 300 /* days: less than that shows no year */
#define LEAST_FOR_TREND 700  /* less than that cannot tell a trend from a season */
#define LEAST_FOR_FIT 60     /* known days */
#define FADE 500.0           /* after so many days a day counts for a third of a new one */
#define RECENT 15.0          /* open days that say what the level is now */

/* What a factor costs that the data do not ask for: keeps what was seen once, as one Tết, from being believed whole. */
static double
penalty_of (guint feature, guint span)
{
  if (feature == FEATURE_LEVEL)
    return 1e-6;
  if (feature == FEATURE_TREND)
    return span >= LEAST_FOR_TREND ? 1 : 1e9;
  if (feature >= FEATURE_SEASON)
    return span >= LEAST_FOR_SEASON ? 1 : 1e9;
  return 0.5;
}

typedef struct
{
  double matrix[MC_FORECAST_FEATURES][MC_FORECAST_FEATURES];
  double right[MC_FORECAST_FEATURES];
} Normal;

/* By Cholesky: the matrix is positive, for its penalties are. Leaves the solution in @right. */
static void
solve (Normal *normal)
{
  const int n = MC_FORECAST_FEATURES;

  for (int i = 0; i < n; i++)
    for (int j = 0; j <= i; j++)
      {
        double sum = normal->matrix[i][j];

        for (int k = 0; k < j; k++)
          sum -= normal->matrix[i][k] * normal->matrix[j][k];
        normal->matrix[i][j] = i == j ? sqrt (MAX (sum, 1e-12)) : sum / normal->matrix[j][j];
      }
  for (int i = 0; i < n; i++)
    {
      for (int k = 0; k < i; k++)
        normal->right[i] -= normal->matrix[i][k] * normal->right[k];
      normal->right[i] /= normal->matrix[i][i];
    }
  for (int i = n - 1; i >= 0; i--)
    {
      for (int k = i + 1; k < n; k++)
        normal->right[i] -= normal->matrix[k][i] * normal->right[k];
      normal->right[i] /= normal->matrix[i][i];
    }
}

/* The trend counts from the origin, so that it adds nothing there. */
static double
feature_at (const McForecastSeries *series, guint day, guint origin, guint feature)
{
  double value = series->facts[day].features[feature];

  return feature == FEATURE_TREND ? value - (series->first + (McDay)origin) / YEAR : value;
}

static double
dot (const McForecastSeries *series, guint day, guint origin, const double *factors)
{
  double sum = 0;

  for (guint f = 0; f < MC_FORECAST_FEATURES; f++)
    sum += factors[f] * feature_at (series, day, origin, f);
  return sum;
}

static guint
gather (const McForecastSeries *series, guint origin, Normal *normal)
{
  guint known = 0, first = origin;

  for (guint day = 0; day < origin; day++)
    {
      double weight = exp ((day - (double)origin) / FADE), y = log1p (series->values[day]);

      if (isnan (series->values[day]))
        continue;
      first = MIN (first, day);
      known++;
      for (guint i = 0; i < MC_FORECAST_FEATURES; i++)
        {
          double x = weight * feature_at (series, day, origin, i);

          normal->right[i] += x * y;
          for (guint j = 0; x != 0 && j <= i; j++)
            normal->matrix[i][j] += x * feature_at (series, day, origin, j);
        }
    }
  for (guint i = 0; i < MC_FORECAST_FEATURES; i++)
    normal->matrix[i][i] += penalty_of (i, origin - first);
  return known;
}

/* What really came against what the factors say, of the last weeks the most: it also makes up for the logarithm, whose
 * mean is not that of what came. */
static double
find_level (const McForecastSeries *series, guint origin, const double *factors)
{
  double came = 0, said = 0, weight = 1;

  for (guint day = origin; day-- > 0 && weight > 1e-3;)
    {
      if (isnan (series->values[day]))
        continue;
      came += weight * series->values[day];
      said += weight * MAX (expm1 (dot (series, day, origin, factors)), 0);
      weight *= exp (-1 / RECENT);
    }
  return said > 0 ? came / said : 1;
}

gboolean
_mc_forecast_fit (const McForecastSeries *series, guint origin, guint n, double *expected)
{
  Normal normal = { 0 };
  double level;

  if (gather (series, origin, &normal) < LEAST_FOR_FIT)
    return FALSE;
  solve (&normal);
  level = find_level (series, origin, normal.right);
  for (guint i = 0; i < n; i++)
    expected[i] =
        series->facts[origin + i].open ? level * MAX (expm1 (dot (series, origin + i, origin, normal.right)), 0) : 0;
  return TRUE;
}
