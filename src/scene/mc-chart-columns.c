/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"

/* Columns: series on one another, or how values are distributed. */

#define LEAST_COLUMN 1.6 /* points; where there are more categories, a column is the mean of several */
#define LABEL_SHARE 0.27
#define MOST_WRITTEN 16 /* so many columns have their total written on them */
#define N_LAYERS (MC_CHART_COLOURS + 1)

typedef struct
{
  McChartPen *pen;
  McChartAxis axis;
  double band;
  guint step;    /* categories a column stands for */
  guint n_plain; /* series that stand on one another */
} Columns;

static gboolean
is_plain (McChartPen *pen, guint series)
{
  return !mc_chart_is_compared (pen->chart, series);
}

/* The mean of what a column stands for. */
static double
mean (const Columns *self, guint series, guint category)
{
  double sum = 0;
  guint known = 0;

  for (guint i = category; i < MIN (category + self->step, self->pen->n); i++)
    {
      double value = mc_chart_pen_value (self->pen, series, i);

      if (isnan (value))
        continue;
      sum += value;
      known++;
    }
  return known ? sum / known : NAN;
}

/* @layers: from the ground up; the last is all that has no colour of its own. */
static double
stack (const Columns *self, guint category, double *layers)
{
  double total = 0;
  guint rank = 0;

  memset (layers, 0, N_LAYERS * sizeof *layers);
  for (guint s = 0; s < mc_chart_get_n_series (self->pen->chart); s++)
    {
      double value = is_plain (self->pen, s) ? mean (self, s, category) : NAN;

      if (is_plain (self->pen, s))
        rank++;
      if (isnan (value) || value <= 0)
        continue;
      layers[MIN (rank - 1, MC_CHART_COLOURS)] += value;
      total += value;
    }
  return total;
}

static double
compared_at (const Columns *self, guint category)
{
  for (guint s = 0; s < mc_chart_get_n_series (self->pen->chart); s++)
    if (!is_plain (self->pen, s))
      return mean (self, s, category);
  return NAN;
}

static double
find_most (const Columns *self)
{
  double most = 0, layers[N_LAYERS];

  for (guint i = 0; i < self->pen->n; i += self->step)
    {
      double compared = compared_at (self, i);

      most = MAX (most, stack (self, i, layers));
      most = isnan (compared) ? most : MAX (most, compared);
    }
  return most;
}

static void
draw_column (const Columns *self, guint category)
{
  McChartPen *pen = self->pen;
  gboolean touching = mc_chart_get_kind (pen->chart) == MC_CHART_HISTOGRAM;
  guint n = MIN (self->step, pen->n - category);
  const McRect bounds = { pen->plot.x + category * self->band, pen->plot.y, n * self->band, pen->plot.height };
  double gap = touching ? 0.5 : MIN (bounds.width * 0.12, 10), y = pen->plot.y + pen->plot.height;
  double layers[N_LAYERS], total = stack (self, category, layers), sum = 0, compared = compared_at (self, category);
  McSceneNode *slot = mc_chart_pen_slot (pen, category, n, &bounds);

  for (guint i = 0; i < N_LAYERS; i++)
    {
      double top;

      if (layers[i] <= 0)
        continue;
      sum += layers[i];
      top = mc_chart_axis_place (&self->axis, sum);
      mc_scene_node_add_rect (slot, &(McRect){ bounds.x + gap, top, bounds.width - 2 * gap, MAX (y - top - 0.6, 0.3) },
                              0, mc_chart_tone (i), NULL);
      y = top;
    }
  if (!isnan (compared))
    mc_scene_node_add_polyline (slot,
                                (McPoint[]){ { bounds.x, mc_chart_axis_place (&self->axis, compared) },
                                             { bounds.x + bounds.width, mc_chart_axis_place (&self->axis, compared) } },
                                2, FALSE, MC_TONE_NONE, &(McStroke){ .width = 1.6, .tone = MC_TONE_INK });
  mc_scene_add (pen->scene, slot);
  if (pen->n <= MOST_WRITTEN && total > 0 && !mc_chart_pen_is_share (pen))
    {
      g_autofree char *text = mc_chart_pen_format (pen, total);
      double width = mc_chart_text_width (text);
      double top = mc_chart_axis_place (&self->axis, isnan (compared) ? total : MAX (total, compared));

      if (width <= bounds.width && top - MC_CHART_LINE >= pen->plot.y)
        mc_chart_pen_text (
            pen, &(McRect){ bounds.x + (bounds.width - width) / 2, top - MC_CHART_LINE - 1, width, MC_CHART_LINE },
            text, MC_ALIGN_CENTER, MC_TONE_INK);
    }
}

/* Of the series, and of the earlier time. */
static guint
collect_labels (const Columns *self, McChartLabel *labels, char **rest)
{
  McChartPen *pen = self->pen;
  guint n = 0, rank = 0;

  *rest = NULL;
  if (self->n_plain > MC_CHART_COLOURS)
    *rest = g_strdup_printf (ngettext ("%u other", "%u others", self->n_plain - MC_CHART_COLOURS),
                             self->n_plain - MC_CHART_COLOURS);
  for (guint s = 0; s < mc_chart_get_n_series (pen->chart) && n < N_LAYERS; s++)
    if (!is_plain (pen, s))
      continue;
    else if (rank++ < MC_CHART_COLOURS && self->n_plain > 1)
      labels[n++] = (McChartLabel){ 0, mc_chart_get_name (pen->chart, s), mc_chart_tone (rank - 1), 0 };
  if (*rest)
    labels[n++] = (McChartLabel){ 0, *rest, MC_TONE_SERIES_REST, 0 };
  for (guint s = 0; s < mc_chart_get_n_series (pen->chart); s++)
    if (!is_plain (pen, s))
      {
        labels[n++] = (McChartLabel){ 0, mc_chart_get_name (pen->chart, s), MC_TONE_INK, 0 };
        break;
      }
  return n;
}

/* Beside the layers of the last column. */
static void
place_labels (const Columns *self, McChartLabel *labels, guint n)
{
  guint last = self->pen->n - 1 - (self->pen->n - 1) % self->step;
  double layers[N_LAYERS], sum = 0, compared = compared_at (self, last);
  guint of_layers = MIN (self->n_plain, N_LAYERS);

  stack (self, last, layers);
  for (guint i = 0; i < n; i++)
    {
      double value = self->n_plain > 1 && i < of_layers ? sum + layers[i] / 2 : isnan (compared) ? 0 : compared;

      if (i < N_LAYERS)
        sum += layers[i];
      labels[i].y = mc_chart_axis_place (&self->axis, value);
    }
}

void
mc_chart_draw_columns (McChartPen *pen)
{
  Columns self = { .pen = pen, .step = 1 };
  McChartLabel labels[N_LAYERS + 1];
  g_autofree char *rest = NULL;
  double width, most;
  guint n_labels;

  if (mc_chart_pen_no_data (pen))
    return;
  for (guint s = 0; s < mc_chart_get_n_series (pen->chart); s++)
    self.n_plain += is_plain (pen, s);
  n_labels = collect_labels (&self, labels, &rest);
  width = mc_chart_labels_width (labels, n_labels, pen->plot.width * LABEL_SHARE);
  pen->plot.height -= MC_CHART_FOOT;
  pen->plot.width -= n_labels ? width + 10 : 0;
  self.step = MAX (1, (guint)ceil (pen->n * LEAST_COLUMN / MAX (pen->plot.width - 40, 1)));
  most = find_most (&self);
  /* Above the highest column there is room for its number. */
  if (pen->n <= MOST_WRITTEN && !mc_chart_pen_is_share (pen) && pen->plot.height > 4 * MC_CHART_LINE)
    most *= pen->plot.height / (pen->plot.height - 2 * MC_CHART_LINE);
  mc_chart_pen_value_axis (pen, &self.axis, 0, most, TRUE);
  self.band = pen->plot.width / pen->n;
  mc_chart_pen_category_axis (pen, self.band);
  for (guint i = 0; i < pen->n; i += self.step)
    draw_column (&self, i);
  place_labels (&self, labels, n_labels);
  mc_chart_labels_draw (pen, labels, n_labels, pen->plot.x + pen->plot.width + 10, width);
  mc_chart_pen_mark (pen, self.band);
}
