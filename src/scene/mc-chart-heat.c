/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"

/* A heat map: rows are series, columns are categories. Each cell has its number as far as there is room. */

#define N_STEPS 5
#define LEAST_ROW 17.0
#define MOST_ROW 34.0
#define LEGEND 24.0
#define SWATCH 22.0

static guint
step_of (double value, double most)
{
  return most > 0 ? MIN ((guint)(value / most * N_STEPS), N_STEPS - 1) : 0;
}

static McTone
ink_on (guint step)
{
  return step >= 3 ? MC_TONE_ON_ACCENT : MC_TONE_INK;
}

static void
draw_cell (McChartPen *self, guint series, guint category, const McRect *box, double most)
{
  double value = mc_chart_pen_value (self, series, category);
  guint step = isnan (value) ? 0 : step_of (value, most);
  const McTextStyle style = {
    .size = MC_CHART_LEAST_TEXT, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = ink_on (step)
  };
  const McStroke none = { .width = 0.5, .dash = 2, .tone = MC_TONE_LINE_SOFT };
  const char *row = mc_chart_get_name (self->chart, series);
  guint at = self->first + category;
  g_autofree char *key = g_strdup_printf ("%scell/%u/%u", self->prefix, series, at);
  g_autofree char *parent = g_strdup_printf ("%schart", self->prefix);
  g_autofree char *name = g_strdup_printf ("%s, %s", row, mc_chart_get_label (self->chart, at));
  g_autofree char *text = mc_chart_pen_format (self, value);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_IMAGE, key, box);
  const McRect inner = { box->x + 0.6, box->y + 0.6, box->width - 1.2, box->height - 1.2 };

  mc_scene_node_set_names (node, name, NULL, isnan (value) ? _ ("No figures") : text);
  mc_scene_node_set_parent (node, parent);
  mc_scene_node_add_rect (node, &inner, 1.5, isnan (value) ? MC_TONE_NONE : MC_TONE_HEAT_1 + step,
                          isnan (value) ? &none : NULL);
  if (!isnan (value) && mc_chart_text_width (text) <= inner.width && inner.height >= MC_CHART_LINE)
    mc_scene_node_add_text (node, &inner, text, &style);
  mc_scene_add (self->scene, node);
}

/* What the five tints stand for. */
static void
draw_legend (McChartPen *self, double most, double y)
{
  double x = self->plot.x;

  for (guint i = 0; !self->options.bare && i < N_STEPS; i++)
    {
      g_autofree char *from = mc_chart_pen_format (self, most * i / N_STEPS);
      g_autofree char *to = mc_chart_pen_format (self, most * (i + 1) / N_STEPS);
      g_autofree char *text = g_strdup_printf ("%s–%s", from, to);
      double width = mc_chart_text_width (text);

      if (x + SWATCH + 4 + width > self->plot.x + self->plot.width)
        return;
      mc_scene_node_add_rect (self->ground, &(McRect){ x, y, SWATCH, MC_CHART_LINE - 1 }, 1.5, MC_TONE_HEAT_1 + i,
                              &(McStroke){ .width = 0.5, .tone = MC_TONE_LINE });
      mc_chart_pen_text (self, &(McRect){ x + SWATCH + 4, y, width, MC_CHART_LINE }, text, MC_ALIGN_START,
                         MC_TONE_INK_SOFT);
      x += SWATCH + width + 16;
    }
}

void
mc_chart_draw_heat (McChartPen *self)
{
  guint n = mc_chart_get_n_series (self->chart);
  double least, most, head = 0, row, band;

  if (mc_chart_pen_no_data (self))
    return;
  mc_chart_pen_range (self, &least, &most);
  for (guint s = 0; s < n; s++)
    head = MAX (head, mc_chart_text_width (mc_chart_get_name (self->chart, s)));
  head = MIN (head, self->plot.width / 3);
  mc_chart_pen_grow (self, n * LEAST_ROW + MC_CHART_FOOT + LEGEND);
  row = MIN ((self->plot.height - MC_CHART_FOOT - LEGEND) / n, MOST_ROW);
  self->plot.x += head + 6;
  self->plot.width -= head + 6;
  self->plot.height = row * n;
  band = self->plot.width / self->n;
  for (guint s = 0; s < n; s++)
    {
      double y = self->plot.y + s * row;

      mc_chart_pen_text (self, &(McRect){ self->plot.x - head - 6, y, head, row }, mc_chart_get_name (self->chart, s),
                         MC_ALIGN_START, MC_TONE_INK);
      for (guint i = 0; i < self->n; i++)
        draw_cell (self, s, i, &(McRect){ self->plot.x + i * band, y, band, row }, most);
    }
  mc_chart_pen_category_axis (self, band);
  draw_legend (self, most, self->plot.y + self->plot.height + MC_CHART_FOOT + 5);
}
