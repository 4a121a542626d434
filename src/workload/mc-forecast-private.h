/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-forecast.h"

G_BEGIN_DECLS

#define MC_FORECAST_FEATURES 23

/** McForecastDayFacts: what is known of a day beforehand. */
typedef struct
{
  gboolean open;
  double features[MC_FORECAST_FEATURES];
} McForecastDayFacts;

/**
 * McForecastSeries:
 * One row per day without a gap, from the first known one to the last to be forecast.
 * @values: NAN where not known
 */
typedef struct
{
  McDay first;
  guint n;
  double *values;
  McForecastDayFacts *facts;
} McForecastSeries;

McForecastSeries *
_mc_forecast_series_new (const GArray *history, McWorkCalendar *calendar, gint64 field, McDay from, guint n_days);
void _mc_forecast_series_free (McForecastSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McForecastSeries, _mc_forecast_series_free)

/** _mc_forecast_fit: the seasonal method: @expected gets @n values from the day of index @origin on, of what stands
 * before it alone; FALSE if that is too little. */
gboolean _mc_forecast_fit (const McForecastSeries *series, guint origin, guint n, double *expected);

G_END_DECLS
