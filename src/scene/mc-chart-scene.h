/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-chart-axis.h"
#include "mc-chart.h"
#include "mc-scene.h"

G_BEGIN_DECLS

/**
 * McChartOptions: all zero is a good beginning.
 *
 * @width, @height: points; 0: 640 by 360. What has many rows may become higher.
 * @scale: on wish; columns that stand on one another and distributions are never logarithmic
 * @first, @n: which categories are looked at; @n 0: all
 * @bare: without words and numbers around: a small chart of a report, whose title is one line
 */
typedef struct
{
  double width, height;
  McChartScale scale;
  guint first, n;
  gboolean bare;
} McChartOptions;

/** MC_CHART_LEAST_TEXT: the smallest text of a chart, points. */
#define MC_CHART_LEAST_TEXT 8.0

/**
 * mc_chart_scene_new:
 * @options: (nullable)
 *
 * Every mark is a node with a name and what it says: "slot/INDEX" (all values of a category), "cell/SERIES/INDEX" of a
 * heat map, "series/KEY" of small multiples. Where there are more categories than can be told apart, a slot is several,
 * "slot/FIRST" of the first. Pure.
 *
 * Returns: (transfer full): sealed
 */
McScene *mc_chart_scene_new (McChart *chart, const McChartOptions *options);

/**
 * mc_chart_draw:
 * @scene: not sealed yet
 * @prefix: before the keys of its nodes, so that one scene may hold several
 * @place: where; the chart may become higher
 *
 * Returns: the height that it took, points
 */
double
mc_chart_draw (McScene *scene, McChart *chart, const McChartOptions *options, const char *prefix, const McRect *place);

/** mc_chart_slot_at: the category under a place of the scene, for a crosshair. Returns: -1 if there is none */
int mc_chart_slot_at (McScene *scene, double x, double y);

G_END_DECLS
