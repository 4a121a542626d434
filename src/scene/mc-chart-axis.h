/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** McChartScale: how values become lengths. */
typedef enum
{
  MC_CHART_LINEAR,
  MC_CHART_LOG,   /* each step tenfold: where 188 stands beside 11 */
  MC_CHART_SHARE, /* of all that stands there together */
  MC_N_CHART_SCALES,
} McChartScale;

#define MC_CHART_MAX_TICKS 24

/** McChartAxis: from values to places in points and back, with round numbers between. */
typedef struct
{
  gboolean log, percent;
  double low, high; /* values at the ends */
  double from, to;  /* places of the ends, points */
  double step;      /* between two ticks; linear only */
  int decimals;     /* of the ticks */
} McChartAxis;

/**
 * mc_chart_axis_init:
 * @least, @most: what must have a place; may be the same; logarithmic: above 0
 * @zero: 0 is on it (linear)
 * @whole: only whole numbers mean anything
 * @gap: the least distance between two ticks, points
 */
void mc_chart_axis_init (McChartAxis *self,
                         gboolean log,
                         gboolean percent,
                         double least,
                         double most,
                         gboolean zero,
                         gboolean whole,
                         double from,
                         double to,
                         double gap);

/** mc_chart_axis_place: never outside of the ends; logarithmic: what is not above 0 is at the low end. */
double mc_chart_axis_place (const McChartAxis *self, double value);

/** mc_chart_axis_list_ticks: @ticks: room for MC_CHART_MAX_TICKS values. Returns: how many, from low to high */
guint mc_chart_axis_list_ticks (const McChartAxis *self, double *ticks);

/** mc_chart_axis_format: (transfer full): a tick as it is written. */
char *mc_chart_axis_format (const McChartAxis *self, double value);

G_END_DECLS
