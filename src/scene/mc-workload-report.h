/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene.h"
#include "mc-workload-chart.h"

G_BEGIN_DECLS

/** mc_workload_report_list: (out): the charts of a report, in their order. Returns: how many */
guint mc_workload_report_list (McDay from, McDay to, McWorkloadChartSpec *specs, guint n_specs);

/** MC_WORKLOAD_REPORT_CHARTS: so many at the most. */
#define MC_WORKLOAD_REPORT_CHARTS 7

/**
 * mc_workload_report_scene_new:
 * @sum: of all of the time
 * @before: (nullable): of the time before it
 * @charts: (element-type McChart): of mc_workload_report_list(); the first takes the whole width
 *
 * One page of A4 upright: the figures, what they mean beside the time before, and small charts.
 *
 * Returns: (transfer full): sealed
 */
McScene *mc_workload_report_scene_new (
    const McWorkloadRow *sum, const McWorkloadRow *before, GPtrArray *charts, McDay from, McDay to);

G_END_DECLS
