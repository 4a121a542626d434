/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"

/* Lines over time, with an earlier time beside them; and shares within the limits of chance. */

#define LINE_WIDTH 1.8
#define THIN_WIDTH 0.9
#define DASH 4.0
#define DOT 2.2        /* radius of a point that can be told from the next, points */
#define LEAST_BAND 7.0 /* between two such */
#define MOST_SLOTS 400
#define LABEL_SHARE 0.27 /* of the plot's width, for labels at its right */
#define MOST_LABELS 24

/* An earlier time has the colour of the series that it stands beside. */
static McTone
tone_of (McChart *chart, guint series)
{
  guint rank = 0;

  for (guint s = 0; s < series; s++)
    rank += mc_chart_is_compared (chart, s) == mc_chart_is_compared (chart, series);
  return mc_chart_tone (rank);
}

static double *
shown_values (McChartPen *self, guint series)
{
  double *values = g_new (double, self->n);

  for (guint i = 0; i < self->n; i++)
    values[i] = mc_chart_pen_value (self, series, i);
  return values;
}

static guint
collect_labels (McChartPen *self, McChartLabel *labels)
{
  guint n = 0;

  for (guint s = 0; s < mc_chart_get_n_series (self->chart) && n < MOST_LABELS; s++)
    {
      McTone tone = tone_of (self->chart, s);

      if (tone == MC_TONE_SERIES_REST)
        continue;
      for (guint i = self->n; i-- > 0;)
        if (!isnan (mc_chart_pen_value (self, s, i)))
          {
            labels[n++] =
                (McChartLabel){ mc_chart_pen_value (self, s, i), mc_chart_get_name (self->chart, s), tone, 0 };
            break;
          }
    }
  return n;
}

static void
draw_series (McChartPen *self, const McChartAxis *axis, guint series, McSceneNode *node, double band)
{
  McTone tone = tone_of (self->chart, series);
  gboolean compared = mc_chart_is_compared (self->chart, series);
  const McChartPath path = { node,
                             axis,
                             self->plot.x,
                             band,
                             MAX (self->mean_of, 1),
                             !compared && mc_chart_get_n_series (self->chart) <= 2,
                             { tone == MC_TONE_SERIES_REST || compared ? THIN_WIDTH * 1.3 : LINE_WIDTH,
                               compared ? DASH : 0, tone } };
  g_autofree double *values = shown_values (self, series);

  mc_chart_path_add (&path, values, self->n);
}

static void
add_dots (McChartPen *self, const McChartAxis *axis, McSceneNode *slot, guint category, double x)
{
  for (guint s = 0; s < mc_chart_get_n_series (self->chart); s++)
    {
      double value = mc_chart_pen_value (self, s, category), y;

      if (isnan (value) || tone_of (self->chart, s) == MC_TONE_SERIES_REST)
        continue;
      y = mc_chart_axis_place (axis, value);
      mc_scene_node_add_ellipse (slot, &(McRect){ x - DOT, y - DOT, 2 * DOT, 2 * DOT },
                                 mc_chart_is_compared (self->chart, s) ? MC_TONE_PAPER : tone_of (self->chart, s),
                                 &(McStroke){ .width = 1, .tone = tone_of (self->chart, s) });
    }
}

static void
add_slots (McChartPen *self, const McChartAxis *axis, double band)
{
  guint every = MAX (1, (self->n + MOST_SLOTS - 1) / MOST_SLOTS);

  for (guint i = 0; i < self->n; i += every)
    {
      guint n = MIN (every, self->n - i);
      const McRect bounds = { self->plot.x + i * band, self->plot.y, n * band, self->plot.height };
      McSceneNode *slot = mc_chart_pen_slot (self, i, n, &bounds);

      if (band >= LEAST_BAND)
        add_dots (self, axis, slot, i, bounds.x + band / 2);
      mc_scene_add (self->scene, slot);
    }
}

void
mc_chart_draw_lines (McChartPen *self)
{
  McChartLabel labels[MOST_LABELS];
  guint n_labels = collect_labels (self, labels);
  double width = mc_chart_labels_width (labels, n_labels, self->plot.width * LABEL_SHARE), least, most, band;
  McSceneNode *lines;
  McChartAxis axis;

  if (mc_chart_pen_no_data (self))
    return;
  mc_chart_pen_range (self, &least, &most);
  self->plot.height -= MC_CHART_FOOT;
  self->plot.width -= width + 10;
  self->mean_of = mc_chart_path_every (self->n, self->plot.width - 30);
  mc_chart_pen_value_axis (self, &axis, least, most, TRUE);
  band = self->plot.width / self->n;
  mc_chart_pen_category_axis (self, band);
  lines = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  for (guint s = mc_chart_get_n_series (self->chart); s-- > 0;)
    draw_series (self, &axis, s, lines, band);
  mc_scene_add (self->scene, lines);
  mc_chart_pen_mark (self, band);
  for (guint i = 0; i < n_labels; i++)
    labels[i].y = mc_chart_axis_place (&axis, labels[i].y);
  mc_chart_labels_draw (self, labels, n_labels, self->plot.x + self->plot.width + 10, width);
  add_slots (self, &axis, band);
}

/* --- Shares within the limits of chance --- */

static gboolean
is_outside (McChartPen *self, guint category)
{
  double value = mc_chart_get_value (self->chart, 0, self->first + category), centre, low, high;

  return !isnan (value) && mc_chart_get_limits (self->chart, self->first + category, &centre, &low, &high) &&
         (value < low - 1e-9 || value > high + 1e-9);
}

/* The limits change with the number of cases: a stair. */
static void
draw_limits (McChartPen *self, const McChartAxis *axis, McSceneNode *node, double band)
{
  const McStroke stroke = { .width = 1, .dash = 3, .tone = MC_TONE_ERROR };
  const McStroke middle = { .width = 1, .tone = MC_TONE_INK_SOFT };
  g_autoptr (GArray) lower = g_array_new (FALSE, FALSE, sizeof (McPoint));
  g_autoptr (GArray) upper = g_array_new (FALSE, FALSE, sizeof (McPoint));
  double centre = NAN, low, high;

  for (guint i = 0; i < self->n; i++)
    {
      double x = self->plot.x + i * band;

      if (!mc_chart_get_limits (self->chart, self->first + i, &centre, &low, &high))
        continue;
      const McPoint down[] = { { x, mc_chart_axis_place (axis, low) }, { x + band, mc_chart_axis_place (axis, low) } };
      const McPoint up[] = { { x, mc_chart_axis_place (axis, high) }, { x + band, mc_chart_axis_place (axis, high) } };

      g_array_append_vals (lower, down, 2);
      g_array_append_vals (upper, up, 2);
    }
  if (lower->len == 0)
    return;
  mc_scene_node_add_polyline (node, (const McPoint *)(gpointer)lower->data, lower->len, FALSE, MC_TONE_NONE, &stroke);
  mc_scene_node_add_polyline (node, (const McPoint *)(gpointer)upper->data, upper->len, FALSE, MC_TONE_NONE, &stroke);
  mc_chart_pen_line (self, self->plot.x, mc_chart_axis_place (axis, centre), self->plot.x + self->plot.width,
                     mc_chart_axis_place (axis, centre), &middle);
}

static void
add_control_slots (McChartPen *self, const McChartAxis *axis, double band)
{
  guint every = MAX (1, (self->n + MOST_SLOTS - 1) / MOST_SLOTS);

  for (guint i = 0; i < self->n; i += every)
    {
      guint n = MIN (every, self->n - i);
      const McRect bounds = { self->plot.x + i * band, self->plot.y, n * band, self->plot.height };
      McSceneNode *slot = mc_chart_pen_slot (self, i, n, &bounds);
      gboolean outside = FALSE;

      for (guint c = i; c < i + n; c++)
        {
          double value = mc_chart_pen_value (self, 0, c), x = self->plot.x + (c + 0.5) * band, r;
          gboolean out = is_outside (self, c);

          if (isnan (value) || (!out && band < LEAST_BAND))
            continue;
          r = out ? DOT + 1.4 : DOT;
          value = mc_chart_axis_place (axis, value);
          mc_scene_node_add_ellipse (
              slot, &(McRect){ x - r, value - r, 2 * r, 2 * r }, out ? MC_TONE_PAPER : MC_TONE_SERIES_1,
              &(McStroke){ .width = out ? 2 : 1, .tone = out ? MC_TONE_ERROR : MC_TONE_SERIES_1 });
          outside = outside || out;
        }
      if (outside)
        mc_scene_node_set_names (slot, mc_scene_node_get_name (slot), _ ("outside the limits of chance"),
                                 mc_scene_node_get_description (slot));
      mc_scene_add (self->scene, slot);
    }
}

static void
control_range (McChartPen *self, double *least, double *most)
{
  double centre, low, high;

  mc_chart_pen_range (self, least, most);
  for (guint i = 0; i < self->n; i++)
    if (mc_chart_get_limits (self->chart, self->first + i, &centre, &low, &high))
      {
        *least = MIN (*least, low);
        *most = MAX (*most, high);
      }
}

static guint
control_labels (McChartPen *self, McChartLabel *labels)
{
  double centre, low, high;

  for (guint i = self->n; i-- > 0;)
    if (mc_chart_get_limits (self->chart, self->first + i, &centre, &low, &high))
      {
        labels[0] = (McChartLabel){ centre, _ ("Mean"), MC_TONE_INK_SOFT, 0 };
        labels[1] = (McChartLabel){ low, _ ("Lower limit"), MC_TONE_ERROR, 0 };
        labels[2] = (McChartLabel){ high, _ ("Upper limit"), MC_TONE_ERROR, 0 };
        return 3;
      }
  return 0;
}

void
mc_chart_draw_control (McChartPen *self)
{
  McChartLabel labels[3];
  guint n_labels = control_labels (self, labels);
  double width = mc_chart_labels_width (labels, n_labels, self->plot.width * LABEL_SHARE), least, most, band;
  McSceneNode *lines;
  McChartAxis axis;

  if (mc_chart_pen_no_data (self))
    return;
  control_range (self, &least, &most);
  self->plot.height -= MC_CHART_FOOT;
  self->plot.width -= width + 10;
  mc_chart_pen_value_axis (self, &axis, least, most, FALSE);
  band = self->plot.width / self->n;
  mc_chart_pen_category_axis (self, band);
  lines = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  draw_limits (self, &axis, lines, band);
  draw_series (self, &axis, 0, lines, band);
  mc_scene_add (self->scene, lines);
  mc_chart_pen_mark (self, band);
  for (guint i = 0; i < n_labels; i++)
    labels[i].y = mc_chart_axis_place (&axis, labels[i].y);
  mc_chart_labels_draw (self, labels, n_labels, self->plot.x + self->plot.width + 10, width);
  add_control_slots (self, &axis, band);
}
