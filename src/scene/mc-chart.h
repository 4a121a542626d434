/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"

G_BEGIN_DECLS

/** McChartKind: what a chart is; categories go across and each series has a value for each of them. */
typedef enum
{
  MC_CHART_LINES,     /* over time: a line for each series */
  MC_CHART_STACKED,   /* columns: the series stand on one another */
  MC_CHART_MULTIPLES, /* a small panel for each series, all to one scale */
  MC_CHART_HEAT,      /* a row for each series, a column for each category */
  MC_CHART_RANKED,    /* a bar for each category, of the first series; of a second one a mark */
  MC_CHART_PAIRED,    /* two bars for each category, side by side: load and staff */
  MC_CHART_CONTROL,   /* shares over time within the limits of chance (p-chart), of the first series */
  MC_CHART_FUNNEL,    /* what is left from step to step: categories are the steps */
  MC_CHART_HISTOGRAM, /* how values are distributed: categories are classes */
  MC_N_CHART_KINDS,
} McChartKind;

/** MC_CHART_COLOURS: so many series have a colour of their own; the others are grey. */
#define MC_CHART_COLOURS 6

/**
 * McChart:
 * The values of a chart and the words to them, without places: what a layout draws and what the list beside it reads.
 * Reference counted; not to be changed once it is drawn. A value that is not known is NAN.
 */
typedef struct _McChart McChart;

/**
 * mc_chart_new:
 * @title: the finding, a sentence
 * @subtitle: the measure and the period
 */
McChart *mc_chart_new (McChartKind kind, const char *title, const char *subtitle);
McChart *mc_chart_ref (McChart *self);
void mc_chart_unref (McChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McChart, mc_chart_unref)

/** mc_chart_set_title: where the finding is known only by the values. */
void mc_chart_set_title (McChart *self, const char *title);
McChartKind mc_chart_get_kind (McChart *self);
const char *mc_chart_get_title (McChart *self);
const char *mc_chart_get_subtitle (McChart *self);

/**
 * mc_chart_set_measure:
 * @unit: (nullable): what is counted ("dossiers"), for the axis
 * @decimals: digits after the comma
 * @percent: values are shares from 0 to 1, read as percent
 */
void mc_chart_set_measure (McChart *self, const char *unit, int decimals, gboolean percent);
const char *mc_chart_get_unit (McChart *self);
gboolean mc_chart_is_percent (McChart *self);

/** mc_chart_set_heading: what the categories are ("Day", "Counter"): the head of the list's first column. */
void mc_chart_set_heading (McChart *self, const char *heading);
const char *mc_chart_get_heading (McChart *self);

/** mc_chart_set_source: (nullable): where the figures or the method come from, under the chart. */
void mc_chart_set_source (McChart *self, const char *source);
const char *mc_chart_get_source (McChart *self);

/**
 * mc_chart_set_mark:
 * @category: before which one the line stands: a promise of service in a distribution, a decision in time
 */
void mc_chart_set_mark (McChart *self, guint category, const char *label);
/** mc_chart_get_mark: (nullable): its label. */
const char *mc_chart_get_mark (McChart *self, guint *category);

/**
 * mc_chart_add_category: all of them before the first series.
 * @label: "05/12/2026", "Quầy 5"
 * @day: its first day where categories are times, else MC_DAY_NONE
 * @target: (nullable): what it opens ("counter/5")
 */
void mc_chart_add_category (McChart *self, const char *label, McDay day, const char *target);

/**
 * mc_chart_add_series:
 * @key: what stays the same from one chart to the next
 * @compared: of an earlier time, beside the one that is asked for: dashed
 *
 * Returns: its position; its values are NAN. The most important ones come first.
 */
guint mc_chart_add_series (McChart *self, const char *key, const char *name, gboolean compared);

void mc_chart_set_value (McChart *self, guint series, guint category, double value);
/** mc_chart_set_base: what the share is a share of: how many cases, for the limits of MC_CHART_CONTROL. */
void mc_chart_set_base (McChart *self, guint category, double base);

guint mc_chart_get_n_categories (McChart *self);
const char *mc_chart_get_label (McChart *self, guint category);
McDay mc_chart_get_day (McChart *self, guint category);
const char *mc_chart_get_target (McChart *self, guint category);
guint mc_chart_get_n_series (McChart *self);
const char *mc_chart_get_key (McChart *self, guint series);
const char *mc_chart_get_name (McChart *self, guint series);
gboolean mc_chart_is_compared (McChart *self, guint series);
double mc_chart_get_value (McChart *self, guint series, guint category);
/** mc_chart_get_total: of a series, what is not known left out. */
double mc_chart_get_total (McChart *self, guint series);

/** mc_chart_is_empty: nothing is known at all. */
gboolean mc_chart_is_empty (McChart *self);

/**
 * mc_chart_get_limits:
 * @centre, @low, @high: (out): the mean share and where chance alone keeps @category: three standard errors of a
 *   proportion of its base on either side, within 0 and 1 (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2)
 *
 * Returns: %FALSE where there is no base
 */
gboolean mc_chart_get_limits (McChart *self, guint category, double *centre, double *low, double *high);

/** mc_chart_format: (transfer full): a value with the digits of the measure, as percent where it is one. */
char *mc_chart_format (McChart *self, double value);

/* The list twin: a row for each category, of one column for its label and one for each series, then for the limits. */
guint mc_chart_get_n_columns (McChart *self);
/** mc_chart_dup_column: (transfer full): the head of a column. */
char *mc_chart_dup_column (McChart *self, guint column);
/** mc_chart_dup_cell: (transfer full): as it is read. */
char *mc_chart_dup_cell (McChart *self, guint row, guint column);

G_END_DECLS
