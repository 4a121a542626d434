/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-chart-scene.h"
#include "mc-text.h"

G_BEGIN_DECLS

#define MC_CHART_TICK_SIZE 8.5
#define MC_CHART_LABEL_SIZE 9.0
#define MC_CHART_LINE 12.0 /* the height of a line of either, points */
#define MC_CHART_FOOT 19.0 /* what the categories under the plot take */

/** McChartPen: one chart on its way into a scene. */
typedef struct
{
  McScene *scene;
  McChart *chart;
  McChartOptions options;
  const char *prefix;
  McRect box;          /* all of it; its height may grow */
  McRect plot;         /* where values are drawn */
  McSceneNode *ground; /* what is only seen; the last node that is added */
  guint first, n;      /* categories that are shown */
  double row_end;      /* where the unit above the plot ends */
  guint mean_of;       /* how many values a point of a line is the mean of; 0 and 1: it is one */
} McChartPen;

/* The frame: mc-chart-frame.c */

/** mc_chart_pen_begin: title, subtitle and source; sets the plot to what is left. */
void mc_chart_pen_begin (McChartPen *self);
/** mc_chart_pen_grow: @height of the plot that is needed. */
void mc_chart_pen_grow (McChartPen *self, double height);
/** mc_chart_pen_end: adds the source and the ground. */
void mc_chart_pen_end (McChartPen *self);

/** mc_chart_pen_text: a line of text; @box is one or more lines high. */
void mc_chart_pen_text (McChartPen *self, const McRect *box, const char *text, McAlign align, McTone tone);
/** mc_chart_pen_line: of the ground. */
void mc_chart_pen_line (McChartPen *self, double x1, double y1, double x2, double y2, const McStroke *stroke);
/** mc_chart_text_width: of a label, points, with some slack. */
double mc_chart_text_width (const char *text);

/** mc_chart_pen_value_axis: values upwards at the left of the plot, which becomes narrower, with grid and unit. */
void mc_chart_pen_value_axis (McChartPen *self, McChartAxis *axis, double least, double most, gboolean zero);
/** mc_chart_pen_category_axis: under the plot: times where categories are days, else labels as there is room. @band:
 * of each category, points, from the left of the plot. */
void mc_chart_pen_category_axis (McChartPen *self, double band);
/** mc_chart_pen_mark: the line of mc_chart_set_mark() with its label above the plot. */
void mc_chart_pen_mark (McChartPen *self, double band);
/** mc_chart_pen_no_data: says so where nothing is known of what is shown. Returns: whether that is so */
gboolean mc_chart_pen_no_data (McChartPen *self);

/* What values become: mc-chart-value.c */

/** mc_chart_pen_value: of a series in a category of those shown (0 is the first), by the wanted scale. */
double mc_chart_pen_value (McChartPen *self, guint series, guint category);
gboolean mc_chart_pen_is_log (McChartPen *self);
gboolean mc_chart_pen_is_share (McChartPen *self);
/** mc_chart_pen_range: the least and the most of all series that are shown; logarithmic: of those above 0. */
void mc_chart_pen_range (McChartPen *self, double *least, double *most);
McTone mc_chart_tone (guint series);
/** mc_chart_pen_format: (transfer full): a value of mc_chart_pen_value(), as it is read. */
char *mc_chart_pen_format (McChartPen *self, double value);
/** mc_chart_pen_slot: (transfer full): a node over @n categories from @category, with names; not added yet. */
McSceneNode *mc_chart_pen_slot (McChartPen *self, guint category, guint n, const McRect *bounds);

/* Labels beside the plot: mc-chart-labels.c */

/** McChartLabel: @y is where it should be; mc_chart_labels_spread() moves it. */
typedef struct
{
  double y;
  const char *text;
  McTone tone;
  double wanted;
} McChartLabel;

/** mc_chart_labels_width: the room they need at the side, never more than @most. */
double mc_chart_labels_width (const McChartLabel *labels, guint n, double most);
/** mc_chart_labels_draw: one under another without touching, each as near to its place as may be; those that have no
 * room are left out from the last on. */
void mc_chart_labels_draw (McChartPen *pen, McChartLabel *labels, guint n, double x, double width);

/* Each kind: mc-chart-KIND.c; the pen has begun, the layout draws and adds its nodes. */
void mc_chart_draw_lines (McChartPen *self);
void mc_chart_draw_control (McChartPen *self);
void mc_chart_draw_columns (McChartPen *self);
void mc_chart_draw_multiples (McChartPen *self);
void mc_chart_draw_heat (McChartPen *self);
void mc_chart_draw_bars (McChartPen *self);
void mc_chart_draw_funnel (McChartPen *self);

/** mc_chart_path_every: of how many of @n values a point is the mean, so that points can be told apart. */
guint mc_chart_path_every (guint n, double width);

/**
 * McChartPath: a line through the middles of bands, broken where nothing is known.
 *
 * @every: each point is the mean of so many values
 * @extremes: with means, from the least to the greatest is tinted
 */
typedef struct
{
  McSceneNode *node;
  const McChartAxis *axis;
  double x, band;
  guint every;
  gboolean extremes;
  McStroke stroke;
} McChartPath;
void mc_chart_path_add (const McChartPath *self, const double *values, guint n);

G_END_DECLS
