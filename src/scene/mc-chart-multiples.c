/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"

/* Small multiples: one panel for each series, all to the same scale, so that sizes can be compared. */

#define LEAST_WIDTH 124.0
#define PANEL_HEIGHT 70.0
#define GAP 12.0
#define HEAD 13.0

typedef struct
{
  guint most;   /* the category where it is highest */
  double total; /* of all */
  guint known;
} Summary;

static Summary
summarise (McChartPen *self, guint series)
{
  Summary summary = { 0 };
  double highest = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      double value = mc_chart_get_value (self->chart, series, self->first + i);

      if (isnan (value))
        continue;
      summary.total += value;
      summary.known++;
      if (value > highest)
        {
          highest = value;
          summary.most = i;
        }
    }
  return summary;
}

static char *
describe (McChartPen *self, guint series, const Summary *summary)
{
  g_autofree char *mean = NULL;
  g_autofree char *most = NULL;

  if (summary->known == 0)
    return g_strdup (_ ("No figures"));
  mean = mc_chart_format (self->chart, summary->total / summary->known);
  most = mc_chart_format (self->chart, mc_chart_get_value (self->chart, series, self->first + summary->most));
  /* Translators: the mean value; the greatest value and when that was */
  return g_strdup_printf (_ ("Mean %s; most %s (%s)"), mean, most,
                          mc_chart_get_label (self->chart, self->first + summary->most));
}

static void
draw_head (McChartPen *self, McSceneNode *node, const McRect *box, guint series, const Summary *summary)
{
  const McTextStyle name = { .size = MC_CHART_LABEL_SIZE, .bold = TRUE, .valign = MC_ALIGN_CENTER };
  const McTextStyle number = {
    .size = MC_CHART_LABEL_SIZE, .align = MC_ALIGN_END, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT
  };
  g_autofree char *most =
      summary->known
          ? mc_chart_format (self->chart, mc_chart_get_value (self->chart, series, self->first + summary->most))
          : g_strdup ("–");
  double width = MIN (mc_chart_text_width (most), box->width / 2);

  mc_scene_node_add_text (node, &(McRect){ box->x, box->y, box->width - width - 3, HEAD },
                          mc_chart_get_name (self->chart, series), &name);
  mc_scene_node_add_text (node, &(McRect){ box->x + box->width - width, box->y, width, HEAD }, most, &number);
}

static void
draw_panel (McChartPen *self, guint series, const McRect *box, const McChartAxis *scale)
{
  const McStroke zero = { .width = 0.8, .tone = MC_TONE_LINE };
  const Summary summary = summarise (self, series);
  g_autofree char *key = g_strdup_printf ("%sseries/%s", self->prefix, mc_chart_get_key (self->chart, series));
  g_autofree char *parent = g_strdup_printf ("%schart", self->prefix);
  g_autofree char *description = describe (self, series, &summary);
  g_autofree double *values = g_new (double, self->n);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_IMAGE, key, box);
  McChartAxis axis = *scale;
  const McChartPath path = { node,
                             &axis,
                             box->x,
                             box->width / self->n,
                             mc_chart_path_every (self->n, box->width),
                             TRUE,
                             { mc_chart_is_compared (self->chart, series) ? 0.9 : 1.4, 0, MC_TONE_SERIES_1 } };

  axis.from = box->y + box->height - 1;
  axis.to = box->y + HEAD + 2;
  for (guint i = 0; i < self->n; i++)
    values[i] = mc_chart_pen_value (self, series, i);
  mc_scene_node_set_names (node, mc_chart_get_name (self->chart, series), NULL, description);
  mc_scene_node_set_parent (node, parent);
  draw_head (self, node, box, series, &summary);
  mc_scene_node_add_polyline (node, (McPoint[]){ { box->x, axis.from }, { box->x + box->width, axis.from } }, 2, FALSE,
                              MC_TONE_NONE, &zero);
  mc_chart_path_add (&path, values, self->n);
  mc_scene_add (self->scene, node);
}

/* First and last time under the panels, once. */
static void
draw_foot (McChartPen *self, double y)
{
  g_autofree char *scale = NULL;
  double least, most;
  g_autofree char *number = NULL;

  mc_chart_pen_range (self, &least, &most);
  number = mc_chart_pen_format (self, most);
  /* Translators: first and last time of a small chart; the greatest value of all of them */
  scale = g_strdup_printf (_ ("%s to %s; all to one scale, up to %s"), mc_chart_get_label (self->chart, self->first),
                           mc_chart_get_label (self->chart, self->first + self->n - 1), number);
  mc_chart_pen_text (self, &(McRect){ self->plot.x, y, self->plot.width, MC_CHART_LINE }, scale, MC_ALIGN_START,
                     MC_TONE_INK_SOFT);
}

void
mc_chart_draw_multiples (McChartPen *self)
{
  guint n = mc_chart_get_n_series (self->chart), columns, rows;
  double least, most, width, height;
  McChartAxis scale;

  if (mc_chart_pen_no_data (self))
    return;
  columns = CLAMP ((guint)((self->plot.width + GAP) / (LEAST_WIDTH + GAP)), 1, n);
  rows = (n + columns - 1) / columns;
  width = (self->plot.width - (columns - 1) * GAP) / columns;
  height = MAX (PANEL_HEIGHT, (self->plot.height - MC_CHART_FOOT - (rows - 1) * GAP) / rows);
  height = MIN (height, PANEL_HEIGHT * 1.8);
  mc_chart_pen_grow (self, rows * (height + GAP) - GAP + MC_CHART_FOOT);
  mc_chart_pen_range (self, &least, &most);
  mc_chart_axis_init (&scale, mc_chart_pen_is_log (self), FALSE, least, most, TRUE, FALSE, height, 0, 30);
  for (guint s = 0; s < n; s++)
    {
      const McRect box = { self->plot.x + s % columns * (width + GAP), self->plot.y + s / columns * (height + GAP),
                           width, height };

      draw_panel (self, s, &box, &scale);
    }
  draw_foot (self, self->plot.y + rows * (height + GAP) - GAP + 5);
}
