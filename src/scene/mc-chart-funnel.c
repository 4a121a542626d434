/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"
#include "mc-number.h"

/* What is left from step to step, each as wide as it is much; beside it the share of the step before. */

#define LEAST_ROW 30.0
#define MOST_ROW 52.0
#define HEAD_SHARE 0.3

typedef struct
{
  McChartPen *pen;
  double most, names, notes, row;
  McRect area;
} Funnel;

static char *
note_at (McChartPen *pen, guint category)
{
  double value = mc_chart_get_value (pen->chart, 0, pen->first + category);
  double first = mc_chart_get_value (pen->chart, 0, pen->first);
  g_autofree char *share = NULL;

  if (isnan (value) || !(first > 0))
    return g_strdup ("");
  if (category == 0)
    return g_strdup (C_ ("share", "all"));
  share = mc_number_format (value / first * 100, 1);
  return g_strdup_printf (C_ ("share", "%s %%"), share);
}

static McRect
bar_at (const Funnel *self, guint category)
{
  double value = mc_chart_get_value (self->pen->chart, 0, self->pen->first + category);
  double width = isnan (value) || self->most <= 0 ? 0 : MAX (self->area.width * value / self->most, 0.8);

  return (McRect){ self->area.x + (self->area.width - width) / 2, self->area.y + category * self->row, width,
                   self->row * 0.68 };
}

static void
draw_step (const Funnel *self, guint category)
{
  McChartPen *pen = self->pen;
  const McRect bar = bar_at (self, category);
  const McRect bounds = { pen->plot.x, bar.y, pen->plot.width, bar.height };
  g_autofree char *text = mc_chart_format (pen->chart, mc_chart_get_value (pen->chart, 0, pen->first + category));
  g_autofree char *note = note_at (pen, category);
  double width = mc_chart_text_width (text);
  gboolean inside = width + 8 <= bar.width;
  McSceneNode *slot = mc_chart_pen_slot (pen, category, 1, &bounds);
  const McTextStyle style = { .size = MC_CHART_LABEL_SIZE,
                              .bold = TRUE,
                              .align = inside ? MC_ALIGN_CENTER : MC_ALIGN_START,
                              .valign = MC_ALIGN_CENTER,
                              .tone = inside ? MC_TONE_ON_ACCENT : MC_TONE_INK };
  const McRect beside = { bar.x + bar.width + 4, bar.y, width * 1.15, bar.height };

  mc_scene_node_add_rect (slot, &bar, 2, MC_TONE_SERIES_1, NULL);
  mc_scene_node_add_text (slot, inside ? &bar : &beside, text, &style);
  mc_scene_add (pen->scene, slot);
  mc_chart_pen_text (pen, &(McRect){ pen->plot.x, bar.y, self->names, bar.height },
                     mc_chart_get_label (pen->chart, pen->first + category), MC_ALIGN_END, MC_TONE_INK);
  mc_chart_pen_text (pen, &(McRect){ pen->plot.x + pen->plot.width - self->notes, bar.y, self->notes, bar.height },
                     note, MC_ALIGN_END, MC_TONE_INK_SOFT);
}

static void
draw_neck (const Funnel *self, guint category)
{
  const McRect above = bar_at (self, category), below = bar_at (self, category + 1);
  const McPoint points[] = { { above.x, above.y + above.height },
                             { above.x + above.width, above.y + above.height },
                             { below.x + below.width, below.y },
                             { below.x, below.y } };

  mc_scene_node_add_polyline (self->pen->ground, points, 4, TRUE, MC_TONE_HEAT_2, NULL);
}

void
mc_chart_draw_funnel (McChartPen *pen)
{
  Funnel self = { .pen = pen };

  if (mc_chart_pen_no_data (pen))
    return;
  for (guint i = 0; i < pen->n; i++)
    {
      double value = mc_chart_get_value (pen->chart, 0, pen->first + i);
      g_autofree char *note = note_at (pen, i);

      self.most = isnan (value) ? self.most : MAX (self.most, value);
      self.names = MAX (self.names, mc_chart_text_width (mc_chart_get_label (pen->chart, pen->first + i)));
      self.notes = MAX (self.notes, mc_chart_text_width (note));
    }
  self.names = MIN (self.names, pen->plot.width * HEAD_SHARE);
  mc_chart_pen_grow (pen, pen->n * LEAST_ROW);
  self.row = MIN (pen->plot.height / pen->n, MOST_ROW);
  /* Beside the shortest bars there is room for their numbers. */
  self.area = (McRect){ pen->plot.x + self.names + 8, pen->plot.y, pen->plot.width - self.names - self.notes - 24,
                        self.row * pen->n };
  for (guint i = 0; i + 1 < pen->n; i++)
    draw_neck (&self, i);
  for (guint i = 0; i < pen->n; i++)
    draw_step (&self, i);
}
