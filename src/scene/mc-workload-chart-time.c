/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-workload-chart-private.h"

/* Charts over time. Weeks, months and years stand in a row without a gap; of days there are those on which there was
 * anything, so that Sundays tear no holes. */

#define MONTHS_A_YEAR 12
#define DAYS_OF_52_WEEKS 364

McDay
mc_workload_chart_earlier (const McWorkloadChartSpec *spec, McDay day)
{
  int months = mc_day_months_between (spec->from, spec->to);
  gboolean whole = months > 0 && mc_day_add_months (spec->from, months) == spec->to;
  gboolean days = spec->bucket == MC_WORKLOAD_DAY || spec->bucket == MC_WORKLOAD_WEEK;
  int length = spec->to - spec->from;

  if (spec->compare == MC_COMPARE_YEAR)
    return days && spec->kind == MC_WORKLOAD_CHART_TIME ? day - DAYS_OF_52_WEEKS
                                                        : mc_day_add_months (day, -MONTHS_A_YEAR);
  /* Weekdays under weekdays; months under months. */
  if (!days && whole)
    return mc_day_add_months (day, -months);
  return day - (days && spec->kind == MC_WORKLOAD_CHART_TIME ? (length + 6) / 7 * 7 : length);
}

/* --- Times --- */

static McDay
bucket_start (McWorkloadBucket bucket, McDay day)
{
  int year, month;

  mc_day_split (day, &year, &month, NULL);
  switch (bucket)
    {
    case MC_WORKLOAD_WEEK:
      return day - mc_day_weekday (day) + 1;
    case MC_WORKLOAD_MONTH:
      return mc_day_new (year, month, 1);
    case MC_WORKLOAD_YEAR:
      return mc_day_new (year, 1, 1);
    case MC_WORKLOAD_HALF_HOUR:
    case MC_WORKLOAD_DAY:
    case MC_WORKLOAD_WHOLE:
      break;
    }
  return day;
}

static McDay
bucket_next (McWorkloadBucket bucket, McDay start)
{
  return bucket == MC_WORKLOAD_WEEK    ? start + 7
         : bucket == MC_WORKLOAD_MONTH ? mc_day_add_months (start, 1)
         : bucket == MC_WORKLOAD_YEAR  ? mc_day_add_months (start, MONTHS_A_YEAR)
                                       : start + 1;
}

static char *
bucket_text (McWorkloadBucket bucket, McDay start)
{
  g_autofree char *day = mc_day_format (start);
  int year, month;

  mc_day_split (start, &year, &month, NULL);
  if (bucket == MC_WORKLOAD_WEEK)
    /* Translators: a Monday */
    return g_strdup_printf (_ ("week of %s"), day);
  if (bucket == MC_WORKLOAD_MONTH)
    return g_strdup_printf ("%02d/%d", month, year);
  return bucket == MC_WORKLOAD_YEAR ? g_strdup_printf ("%d", year) : g_steal_pointer (&day);
}

/* A day of visitors opens to why they waited. */
static char *
dup_target (const McWorkloadChartSpec *spec, McDay day)
{
  g_autofree char *text = mc_day_format_iso (day);
  gboolean of_visitors = spec->kind != MC_WORKLOAD_CHART_ON_TIME && mc_workload_figure_is_of_tickets (spec->figure);

  return of_visitors && spec->bucket == MC_WORKLOAD_DAY ? g_strdup_printf ("workload/cause/%s", text) : NULL;
}

/* Adds the times; returns where each is: its first day → position + 1. */
static GHashTable *
add_times (McChart *chart, const McWorkloadChartSpec *spec, GArray *rows)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (known, GINT_TO_POINTER (g_array_index (rows, McWorkloadRow, i).start));
  for (McDay day = bucket_start (spec->bucket, spec->from); day < spec->to; day = bucket_next (spec->bucket, day))
    {
      g_autofree char *label = NULL;
      g_autofree char *target = NULL;

      if (spec->bucket == MC_WORKLOAD_DAY && !g_hash_table_contains (known, GINT_TO_POINTER (day)))
        continue;
      label = bucket_text (spec->bucket, day);
      target = dup_target (spec, day);
      mc_chart_add_category (chart, label, day, target);
      g_hash_table_insert (places, GINT_TO_POINTER (day), GUINT_TO_POINTER (mc_chart_get_n_categories (chart)));
    }
  mc_chart_set_heading (chart, mc_enum_label (mc_workload_bucket_values, spec->bucket));
  return places;
}

static void
set_at (McChart *chart, GHashTable *places, guint series, McDay start, double value)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GINT_TO_POINTER (start)));

  if (place > 0)
    mc_chart_set_value (chart, series, place - 1, value);
}

/* Translators, of each: a figure; the time */
static char *
dup_subtitle (McWorkloadBucket bucket, const char *figure, const char *period)
{
  switch (bucket)
    {
    case MC_WORKLOAD_HALF_HOUR:
      return g_strdup_printf (_ ("%s by half-hour · %s"), figure, period);
    case MC_WORKLOAD_DAY:
      return g_strdup_printf (_ ("%s by day · %s"), figure, period);
    case MC_WORKLOAD_WEEK:
      return g_strdup_printf (_ ("%s by week · %s"), figure, period);
    case MC_WORKLOAD_MONTH:
      return g_strdup_printf (_ ("%s by month · %s"), figure, period);
    case MC_WORKLOAD_YEAR:
      return g_strdup_printf (_ ("%s by year · %s"), figure, period);
    case MC_WORKLOAD_WHOLE:
      break;
    }
  return g_strdup_printf ("%s · %s", figure, period);
}

static McChart *
new_chart (McChartKind kind, const McWorkloadChartSpec *spec, const char *title, McWorkloadFigure figure)
{
  g_autofree char *period = mc_workload_period_text (spec->from, spec->to);
  g_autofree char *subtitle = dup_subtitle (spec->bucket, mc_workload_figure_label (figure), period);
  McChart *chart = mc_chart_new (kind, title, subtitle);

  mc_chart_set_measure (chart, mc_workload_figure_unit (figure), mc_workload_figure_decimals (figure),
                        mc_workload_figure_is_share (figure));
  return chart;
}

/* --- A figure, and an earlier time or a decision --- */

/* The mean over times before (or since) a day: of sums for each time, of ratios over all that they are made of. */
static double
mean_around (const McWorkloadChartSpec *spec, GArray *rows, gboolean since)
{
  McWorkloadRow sum = { .slot = -1 };
  guint n = 0;
  double value;

  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      if ((row->start >= spec->split) != since)
        continue;
      mc_workload_row_add (&sum, row);
      n++;
    }
  value = n > 0 ? mc_workload_figure_value (spec->figure, &sum) : NAN;
  return mc_workload_figure_is_sum (spec->figure) ? value / n : value;
}

static char *
time_title (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  McWorkloadRow now = mc_workload_sum (input->rows), then;

  if (spec->split != MC_DAY_NONE)
    return mc_finding_split (spec->figure, mean_around (spec, input->rows, FALSE),
                             mean_around (spec, input->rows, TRUE), spec->split);
  if (!input->compared || input->compared->len == 0)
    return NULL;
  then = mc_workload_sum (input->compared);
  return mc_finding_compared (spec->figure, mc_workload_figure_value (spec->figure, &now),
                              mc_workload_figure_value (spec->figure, &then), spec->compare);
}

static void
add_split (McChart *chart, const McWorkloadChartSpec *spec)
{
  g_autofree char *label = mc_day_format (spec->split);

  for (guint i = 0; spec->split != MC_DAY_NONE && i < mc_chart_get_n_categories (chart); i++)
    if (mc_chart_get_day (chart, i) >= spec->split)
      {
        mc_chart_set_mark (chart, i, label);
        return;
      }
}

static void
fill_time (McChart *chart, const McWorkloadChartSpec *spec, const McWorkloadChartInput *input, GHashTable *places)
{
  g_autofree char *now = mc_workload_period_text (spec->from, spec->to);

  mc_chart_add_series (chart, "now", now, FALSE);
  for (guint i = 0; i < input->rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (input->rows, McWorkloadRow, i);

      set_at (chart, places, 0, row->start, mc_workload_figure_value (spec->figure, row));
    }
  if (!input->compared)
    return;
  mc_chart_add_series (chart, "then", mc_workload_compare_name (spec->compare), TRUE);
  for (guint i = 0; i < mc_chart_get_n_categories (chart); i++)
    {
      McDay wanted = bucket_start (spec->bucket, mc_workload_chart_earlier (spec, mc_chart_get_day (chart, i)));

      for (guint r = 0; r < input->compared->len; r++)
        if (g_array_index (input->compared, McWorkloadRow, r).start == wanted)
          mc_chart_set_value (
              chart, 1, i, mc_workload_figure_value (spec->figure, &g_array_index (input->compared, McWorkloadRow, r)));
    }
}

McChart *
mc_workload_chart_time (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  g_autofree char *title = time_title (spec, input);
  g_autoptr (GHashTable) places = NULL;
  McChart *chart = new_chart (MC_CHART_LINES, spec, title, spec->figure);

  places = add_times (chart, spec, input->rows);
  fill_time (chart, spec, input, places);
  add_split (chart, spec);
  if (!title)
    {
      g_autofree char *peak = mc_finding_peak (spec->figure, chart);

      mc_chart_set_title (chart, peak);
    }
  return chart;
}

/* --- By agency, field, counter --- */

McChart *
mc_workload_chart_by_time (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  g_autoptr (GArray) keys = mc_workload_keys_new (input->rows, spec->figure);
  const McWorkloadRow sum = mc_workload_sum (input->rows);
  double whole = mc_workload_figure_value (spec->figure, &sum);
  const McWorkloadKey *most = keys->len ? &g_array_index (keys, McWorkloadKey, 0) : NULL;
  g_autofree char *title = most && mc_workload_figure_is_sum (spec->figure) && whole > 0
                               ? mc_finding_share (mc_workload_key_name (spec, input, most->key), most->value / whole)
                               : g_strdup (mc_workload_figure_label (spec->figure));
  McChartKind kind = spec->kind == MC_WORKLOAD_CHART_STACKED ? MC_CHART_STACKED : MC_CHART_MULTIPLES;
  McChart *chart = new_chart (kind, spec, title, spec->figure);
  g_autoptr (GHashTable) places = add_times (chart, spec, input->rows);
  g_autoptr (GHashTable) series_of = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < keys->len; i++)
    {
      McWorkloadKey *key = &g_array_index (keys, McWorkloadKey, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, key->key);

      mc_chart_add_series (chart, id, mc_workload_key_name (spec, input, key->key), FALSE);
      g_hash_table_insert (series_of, &key->key, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < input->rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (input->rows, McWorkloadRow, i);

      set_at (chart, places, GPOINTER_TO_UINT (g_hash_table_lookup (series_of, &row->key)), row->start,
              mc_workload_figure_value (spec->figure, row));
    }
  return chart;
}

/* --- On time --- */

McChart *
mc_workload_chart_on_time (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input)
{
  McChart *chart = new_chart (MC_CHART_CONTROL, spec, NULL, MC_FIGURE_ON_TIME_SHARE);
  g_autoptr (GHashTable) places = add_times (chart, spec, input->rows);
  g_autofree char *title = NULL;

  mc_chart_add_series (chart, "share", mc_workload_figure_label (MC_FIGURE_ON_TIME_SHARE), FALSE);
  for (guint i = 0; i < input->rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (input->rows, McWorkloadRow, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GINT_TO_POINTER (row->start)));

      if (place == 0)
        continue;
      mc_chart_set_value (chart, 0, place - 1, mc_workload_figure_value (MC_FIGURE_ON_TIME_SHARE, row));
      mc_chart_set_base (chart, place - 1, (double)mc_workload_row_get_resolved (row));
    }
  add_split (chart, spec);
  title = mc_finding_control (chart);
  mc_chart_set_title (chart, title);
  mc_chart_set_source (chart, _ ("Limits: mean ± three standard errors of a share of so many resolved dossiers "
                                 "(NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2)."));
  return chart;
}
