/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"

/* Bars to the right, one row for each category: ranked, or in pairs of load and staff. */

#define LEAST_ROW 16.0
#define MOST_ROW 32.0
#define HEAD_SHARE 0.3 /* of the width, for the names */
#define GAP 10.0

typedef struct
{
  McChartPen *pen;
  McRect area; /* of the bars */
  McChartAxis axis;
  double row;
  guint series;
  McTone tone;
} Bars;

static double
most_of (McChartPen *pen, guint series)
{
  double most = 0;

  for (guint i = 0; i < pen->n; i++)
    {
      double value = mc_chart_pen_value (pen, series, i);

      if (!isnan (value))
        most = MAX (most, value);
    }
  return most;
}

static double
widest_value (McChartPen *pen, guint series)
{
  double width = 0;

  for (guint i = 0; i < pen->n; i++)
    {
      g_autofree char *text = mc_chart_pen_format (pen, mc_chart_pen_value (pen, series, i));

      width = MAX (width, mc_chart_text_width (text));
    }
  return width;
}

/* The value stands at the end of its bar, behind the line of an earlier time. */
static void
draw_bar (const Bars *self, McSceneNode *slot, guint category, double compared)
{
  McChartPen *pen = self->pen;
  double value = mc_chart_pen_value (pen, self->series, category), y = self->area.y + category * self->row, end;
  g_autofree char *text = NULL;
  double pad = MIN (self->row * 0.16, 4);

  if (isnan (value))
    return;
  text = mc_chart_pen_format (pen, value);
  end = mc_chart_axis_place (&self->axis, value);
  mc_scene_node_add_rect (slot, &(McRect){ self->area.x, y + pad, MAX (end - self->area.x, 0.8), self->row - 2 * pad },
                          1.5, self->tone, NULL);
  if (!isnan (compared))
    end = MAX (end, mc_chart_axis_place (&self->axis, compared) + 2);
  mc_chart_pen_text (pen, &(McRect){ end + 3, y, mc_chart_text_width (text), self->row }, text, MC_ALIGN_START,
                     MC_TONE_INK);
}

/* An earlier time is a line across its bar. */
static void
draw_compared (const Bars *self, McSceneNode *slot, guint series, guint category)
{
  double value = mc_chart_pen_value (self->pen, series, category), x, y = self->area.y + category * self->row;

  if (isnan (value))
    return;
  x = mc_chart_axis_place (&self->axis, value);
  mc_scene_node_add_polyline (slot, (McPoint[]){ { x, y + 1 }, { x, y + self->row - 1 } }, 2, FALSE, MC_TONE_NONE,
                              &(McStroke){ .width = 1.8, .tone = MC_TONE_INK });
}

static void
draw_zero (const Bars *self)
{
  const McStroke stroke = { .width = 0.9, .tone = MC_TONE_LINE };

  mc_chart_pen_line (self->pen, self->area.x, self->area.y, self->area.x, self->area.y + self->pen->n * self->row,
                     &stroke);
}

static double
least_positive (McChartPen *pen, guint series)
{
  double least = INFINITY;

  for (guint i = 0; i < pen->n; i++)
    {
      double value = mc_chart_pen_value (pen, series, i);

      if (value > 0)
        least = MIN (least, value);
    }
  return isinf (least) ? 1 : least;
}

/* The bars end where there is still room for the widest value. */
static void
bars_init (Bars *self, McChartPen *pen, const McRect *area, guint series, double most)
{
  *self = (Bars){ .pen = pen, .area = *area, .row = area->height / pen->n, .series = series };
  mc_chart_axis_init (&self->axis, mc_chart_pen_is_log (pen), FALSE, least_positive (pen, series) / 2, most, TRUE,
                      FALSE, area->x, MAX (area->x + area->width - widest_value (pen, series) - 8, area->x + 10), 1e6);
  if (!self->axis.log)
    self->axis.high = most > 0 ? most : 1;
  self->tone = mc_chart_tone (series);
}

static double
name_width (McChartPen *pen)
{
  double width = 0;

  for (guint i = 0; i < pen->n; i++)
    width = MAX (width, mc_chart_text_width (mc_chart_get_label (pen->chart, pen->first + i)));
  return MIN (width, pen->plot.width * HEAD_SHARE);
}

static void
add_rows (McChartPen *pen, Bars *bars, guint n_bars, double names)
{
  guint compared = 0;
  gboolean crossed;

  for (guint s = 0; s < mc_chart_get_n_series (pen->chart); s++)
    if (mc_chart_is_compared (pen->chart, s))
      compared = s;
  crossed = n_bars == 1 && compared > 0;
  for (guint i = 0; i < pen->n; i++)
    {
      const McRect bounds = { pen->plot.x, bars[0].area.y + i * bars[0].row, pen->plot.width, bars[0].row };
      McSceneNode *slot = mc_chart_pen_slot (pen, i, 1, &bounds);

      mc_chart_pen_text (pen, &(McRect){ bounds.x, bounds.y, names, bounds.height },
                         mc_chart_get_label (pen->chart, pen->first + i), MC_ALIGN_END, MC_TONE_INK);
      for (guint b = 0; b < n_bars; b++)
        draw_bar (&bars[b], slot, i, crossed ? mc_chart_pen_value (pen, compared, i) : NAN);
      if (crossed)
        draw_compared (&bars[0], slot, compared, i);
      mc_scene_add (pen->scene, slot);
    }
}

/* Heads over the bars: what each of the two is, and what the lines across are. */
static void
add_head (McChartPen *pen, const Bars *bars, guint n_bars)
{
  for (guint b = 0; b < n_bars; b++)
    mc_chart_pen_text (pen, &(McRect){ bars[b].area.x, pen->plot.y, bars[b].area.width, MC_CHART_LINE },
                       mc_chart_get_name (pen->chart, bars[b].series), MC_ALIGN_START, bars[b].tone);
}

static char *
note_text (McChartPen *pen)
{
  for (guint s = 0; s < mc_chart_get_n_series (pen->chart); s++)
    if (mc_chart_is_compared (pen->chart, s))
      /* Translators: of a bar chart; name of the earlier time */
      return g_strdup_printf (_ ("The line across a bar: %s"), mc_chart_get_name (pen->chart, s));
  return mc_chart_pen_is_log (pen) ? g_strdup (_ ("Logarithmic: the same length is the same ratio")) : NULL;
}

void
mc_chart_draw_bars (McChartPen *pen)
{
  gboolean paired = mc_chart_get_kind (pen->chart) == MC_CHART_PAIRED && mc_chart_get_n_series (pen->chart) > 1;
  guint n_bars = paired ? 2 : 1;
  double names, most, head = paired ? MC_CHART_LINE + 4 : 0, width;
  g_autofree char *note = note_text (pen);
  double foot = note ? MC_CHART_LINE + 6 : 0;
  Bars bars[2];

  if (mc_chart_pen_no_data (pen))
    return;
  names = name_width (pen);
  mc_chart_pen_grow (pen, head + foot + pen->n * LEAST_ROW);
  width = pen->plot.width - names - 8;
  if (paired)
    width = (width - GAP) / 2;
  for (guint b = 0; b < n_bars; b++)
    {
      const McRect area = { pen->plot.x + names + 8 + b * (width + GAP), pen->plot.y + head, width,
                            MIN (pen->plot.height - head - foot, pen->n * MOST_ROW) };

      most = most_of (pen, b);
      /* Shares of both stand to one scale, which is what they are for; so does an earlier time. */
      for (guint s = 0; s < mc_chart_get_n_series (pen->chart); s++)
        if (!paired || mc_chart_pen_is_share (pen))
          most = MAX (most, most_of (pen, s));
      bars_init (&bars[b], pen, &area, b, most);
    }
  if (paired)
    add_head (pen, bars, n_bars);
  for (guint b = 0; b < n_bars; b++)
    draw_zero (&bars[b]);
  add_rows (pen, bars, n_bars, names);
  if (note)
    mc_chart_pen_text (pen,
                       &(McRect){ bars[0].area.x, bars[0].area.y + bars[0].area.height + 4,
                                  pen->plot.x + pen->plot.width - bars[0].area.x, MC_CHART_LINE },
                       note, MC_ALIGN_START, MC_TONE_INK_SOFT);
}
