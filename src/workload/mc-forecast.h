/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-work-calendar.h"

G_BEGIN_DECLS

/** McForecastPoint: how many came on a day that is known; days without a point are not known, not empty. */
typedef struct
{
  McDay day;
  double value;
} McForecastPoint;

/**
 * McForecastMethod:
 * @MC_FORECAST_LAST_WEEK: as on the last known day of the same weekday: what every other way has to be better than
 * @MC_FORECAST_SAME_WEEKDAY: the mean of the last eight of these
 * @MC_FORECAST_SEASONAL: factors of weekday, half day, season, trend, holidays before and after, and weeks around Tết,
 *   fitted to all that is known, and the level of the last weeks
 */
typedef enum
{
  MC_FORECAST_LAST_WEEK,
  MC_FORECAST_SAME_WEEKDAY,
  MC_FORECAST_SEASONAL,
  MC_N_FORECAST_METHODS,
} McForecastMethod;

/** mc_forecast_method_get_key: "last_week", "same_weekday", "seasonal". */
const char *mc_forecast_method_get_key (McForecastMethod method);

/** mc_forecast_method_get_label: translated. */
const char *mc_forecast_method_get_label (McForecastMethod method);

/**
 * McForecastDay:
 * @open: whether anybody works; if not, all is 0
 * @low, @high: in so many of a hundred days as the confidence says, it should be between these
 */
typedef struct
{
  McDay day;
  gboolean open;
  double expected;
  double low;
  double high;
} McForecastDay;

/**
 * McForecast:
 * @method: the one that was nearest in the back-test
 * @errors: of each method in the back-test, the sum of misses as a share of all that came; NAN where it could not be
 *   tried for want of history
 * @n_origins: from so many days of the past it was forecast again, with nothing known of what came later
 * @n_tests: and so many days compared
 * @coverage: the share of them that lay between low and high
 * @days: (element-type McForecastDay)
 */
typedef struct
{
  McForecastMethod method;
  double errors[MC_N_FORECAST_METHODS];
  guint n_origins;
  guint n_tests;
  double coverage;
  GArray *days;
} McForecast;

/** MC_FORECAST_LEAST: so many open days must be known. */
#define MC_FORECAST_LEAST 60

/** MC_FORECAST_MOST: so many days ahead at most. */
#define MC_FORECAST_MOST 366

/**
 * mc_forecast_new:
 * @history: (element-type McForecastPoint): in any order
 * @field: whose Saturdays count as open, or 0
 * @from: the first day to be forecast; points from it on are not looked at
 * @confidence: above 0 and below 1, as 0.8
 * @error: MC_ERROR_NOT_FOUND: too little is known, and how much there would have to be
 *
 * Each method forecasts from days in the past what is known by now; the one that misses least is taken. How far it was
 * off then, relative to the root of what was expected, gives the bounds: they are as wide as the past was uncertain,
 * and promise no bell curve.
 */
McForecast *mc_forecast_new (const GArray *history,
                             McWorkCalendar *calendar,
                             gint64 field,
                             McDay from,
                             guint n_days,
                             double confidence,
                             GError **error);
void mc_forecast_free (McForecast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McForecast, mc_forecast_free)

G_END_DECLS
