/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-chart.h"

G_BEGIN_DECLS

/** mc_workload_compare_name: (transfer none): of the earlier time, as a line or a sentence has it. */
const char *mc_workload_compare_name (McWorkloadCompare compare);

/* Findings: (transfer full), sentences of what a chart shows. */

char *mc_finding_compared (McWorkloadFigure figure, double now, double then, McWorkloadCompare compare);
char *mc_finding_peak (McWorkloadFigure figure, McChart *chart);
char *mc_finding_split (McWorkloadFigure figure, double before, double after, McDay day);
char *mc_finding_share (const char *name, double share);
char *mc_finding_hours (const char *weekday, const char *slot, double value, McWorkloadFigure figure);
char *mc_finding_control (McChart *chart);
char *mc_finding_waiting (const McWorkloadRow *sum, int level);
char *mc_finding_load (const char *most, double load, const char *least, double other);

/** mc_workload_key_name: (transfer none): of a key of the rows; what is not known is called so. */
const char *mc_workload_key_name (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input, gint64 key);

/* A key with the figures of all its rows. */
typedef struct
{
  gint64 key;
  McWorkloadRow sum;
  double value; /* of the figure of the chart; NAN: none */
} McWorkloadKey;

/** mc_workload_keys_new: (transfer full) (element-type McWorkloadKey): from the greatest value to the least. */
GArray *mc_workload_keys_new (GArray *rows, McWorkloadFigure figure);
/** mc_workload_sum: of all rows. */
McWorkloadRow mc_workload_sum (GArray *rows);

/* Over time: mc-workload-chart-time.c */

/** mc_workload_chart_earlier: the day of the earlier time that stands beside @day. */
McDay mc_workload_chart_earlier (const McWorkloadChartSpec *spec, McDay day);
McChart *mc_workload_chart_time (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input);
McChart *mc_workload_chart_by_time (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input);
McChart *mc_workload_chart_on_time (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input);

G_END_DECLS
