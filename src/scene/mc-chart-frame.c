/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"

/* What stands around the values: title, subtitle, source, axes, the mark. */

#define TITLE_SIZE 13.0
#define TITLE_LINE 17.0
#define BARE_TITLE_SIZE 10.0
#define BARE_TITLE_LINE 14.0
#define SUBTITLE_SIZE 9.5
#define SUBTITLE_LINE 13.0
#define SOURCE_SIZE 8.0
#define SOURCE_LINE 11.0
#define TICK_GAP 30.0 /* between two values, points */
#define UNIT_ROW 13.0
#define LEAST_PLOT 60.0
#define DAY_LABEL 36.0   /* what "05/12" takes, with the gap to the next */
#define MONTH_LABEL 48.0 /* and "12/2026" */

static double
lines_of (const char *text, const McTextStyle *style, double width, double line)
{
  double height;

  if (!text || !*text)
    return 0;
  mc_text_measure (text, style, width, NULL, &height);
  return height > line * 1.5 ? 2 * line : line;
}

/* The title is a node, so that the finding is what is heard first. */
static void
add_title (McChartPen *self)
{
  double size = self->options.bare ? BARE_TITLE_SIZE : TITLE_SIZE;
  double line = self->options.bare ? BARE_TITLE_LINE : TITLE_LINE;
  const McTextStyle style = { .size = size, .bold = TRUE, .max_lines = 2 };
  const McTextStyle soft = { .size = SUBTITLE_SIZE, .max_lines = 2, .tone = MC_TONE_INK_SOFT };
  const char *title = mc_chart_get_title (self->chart), *subtitle = mc_chart_get_subtitle (self->chart);
  double first = lines_of (title, &style, self->box.width, line);
  double second = lines_of (subtitle, &soft, self->box.width, SUBTITLE_LINE);
  const McRect bounds = { self->box.x, self->box.y, self->box.width, first + second };
  g_autofree char *key = g_strdup_printf ("%schart", self->prefix);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUP, key, &bounds);

  mc_scene_node_set_names (node, title, NULL, subtitle);
  if (first > 0)
    mc_scene_node_add_text (node, &(McRect){ bounds.x, bounds.y, bounds.width, first }, title, &style);
  if (second > 0)
    mc_scene_node_add_text (node, &(McRect){ bounds.x, bounds.y + first, bounds.width, second }, subtitle, &soft);
  mc_scene_add (self->scene, node);
  self->plot = self->box;
  self->plot.y += first + second + (self->options.bare ? 4 : 10);
  self->plot.height -= self->plot.y - self->box.y;
}

static double
source_height (McChartPen *self)
{
  return mc_chart_get_source (self->chart) && !self->options.bare ? 2 * SOURCE_LINE + 6 : 0;
}

void
mc_chart_pen_begin (McChartPen *self)
{
  add_title (self);
  self->plot.height = MAX (self->plot.height - source_height (self), LEAST_PLOT);
  mc_chart_pen_grow (self, self->plot.height);
  self->ground = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  mc_scene_add (self->scene, self->ground);
}

void
mc_chart_pen_grow (McChartPen *self, double height)
{
  self->plot.height = MAX (self->plot.height, height);
  self->box.height = MAX (self->box.height, self->plot.y - self->box.y + self->plot.height + source_height (self));
}

void
mc_chart_pen_end (McChartPen *self)
{
  const McTextStyle style = { .size = SOURCE_SIZE, .max_lines = 2, .valign = MC_ALIGN_END, .tone = MC_TONE_INK_SOFT };
  const McRect box = { self->box.x, self->box.y + self->box.height - 2 * SOURCE_LINE, self->box.width,
                       2 * SOURCE_LINE };

  if (source_height (self) > 0)
    mc_scene_node_add_text (self->ground, &box, mc_chart_get_source (self->chart), &style);
  mc_scene_node_add_rect (self->ground, &self->box, 0, MC_TONE_NONE, NULL);
}

void
mc_chart_pen_text (McChartPen *self, const McRect *box, const char *text, McAlign align, McTone tone)
{
  const McTextStyle style = { .size = MC_CHART_TICK_SIZE, .align = align, .valign = MC_ALIGN_CENTER, .tone = tone };

  mc_scene_node_add_text (self->ground, box, text, &style);
}

void
mc_chart_pen_line (McChartPen *self, double x1, double y1, double x2, double y2, const McStroke *stroke)
{
  const McPoint points[] = { { x1, y1 }, { x2, y2 } };

  mc_scene_node_add_polyline (self->ground, points, 2, FALSE, MC_TONE_NONE, stroke);
}

double
mc_chart_text_width (const char *text)
{
  const McTextStyle style = { .size = MC_CHART_LABEL_SIZE };
  double width;

  mc_text_measure (text, &style, 0, &width, NULL);
  return ceil (width) + 3;
}

/* --- Values --- */

static void
set_range (McChartPen *self, McChartAxis *axis, double least, double most, gboolean zero)
{
  gboolean percent = mc_chart_is_percent (self->chart) || mc_chart_pen_is_share (self);

  mc_chart_axis_init (axis, mc_chart_pen_is_log (self), percent, least, most, zero, FALSE,
                      self->plot.y + self->plot.height, self->plot.y, TICK_GAP);
}

/* What is counted, and of how many times a point is the mean. */
static char *
unit_text (McChartPen *self)
{
  const char *unit = mc_chart_pen_is_share (self) ? NULL : mc_chart_get_unit (self->chart);

  if (self->mean_of <= 1)
    return g_strdup (unit);
  if (!unit)
    return g_strdup_printf (_ ("means of %u"), self->mean_of);
  /* Translators: what is counted; of how many values a point is the mean */
  return g_strdup_printf (_ ("%s, means of %u; the band is least to most"), unit, self->mean_of);
}

/* The row above the plot holds the unit and the label of the mark. */
static void
add_unit (McChartPen *self)
{
  g_autofree char *unit = unit_text (self);
  guint at;
  gboolean mark = mc_chart_get_mark (self->chart, &at) != NULL;

  self->row_end = self->plot.x;
  if (self->options.bare || (!unit && !mark))
    return;
  if (unit)
    {
      double width = MIN (mc_chart_text_width (unit), self->plot.width);

      mc_chart_pen_text (self, &(McRect){ self->plot.x, self->plot.y - 4, width, UNIT_ROW }, unit, MC_ALIGN_START,
                         MC_TONE_INK_SOFT);
      self->row_end += width + 8;
    }
  self->plot.y += UNIT_ROW + 2;
  self->plot.height -= UNIT_ROW + 2;
}

void
mc_chart_pen_value_axis (McChartPen *self, McChartAxis *axis, double least, double most, gboolean zero)
{
  const McStroke soft = { .width = 0.6, .tone = MC_TONE_LINE_SOFT }, strong = { .width = 0.9, .tone = MC_TONE_LINE };
  double ticks[MC_CHART_MAX_TICKS], width = 0, left = self->plot.x;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n;

  add_unit (self);
  set_range (self, axis, least, most, zero);
  n = mc_chart_axis_list_ticks (axis, ticks);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (texts, mc_chart_axis_format (axis, ticks[i]));
      width = MAX (width, mc_chart_text_width (g_ptr_array_index (texts, i)));
    }
  self->plot.x += width + 4;
  self->plot.width -= width + 4;
  for (guint i = 0; i < n; i++)
    {
      double y = mc_chart_axis_place (axis, ticks[i]);
      gboolean base = !axis->log && fabs (ticks[i]) < axis->step / 1e6;

      mc_chart_pen_line (self, self->plot.x, y, self->plot.x + self->plot.width, y, base ? &strong : &soft);
      if (i == 0 || fabs (y - mc_chart_axis_place (axis, ticks[i - 1])) >= MC_CHART_LINE)
        mc_chart_pen_text (self, &(McRect){ left, y - MC_CHART_LINE / 2, width, MC_CHART_LINE },
                           g_ptr_array_index (texts, i), MC_ALIGN_END, MC_TONE_INK_SOFT);
    }
}

/* --- Categories --- */

/* The days that time is counted by, from the closest together to the farthest apart. */
typedef enum
{
  TICK_DAY,
  TICK_WEEK,
  TICK_MONTH,
  TICK_QUARTER,
  TICK_YEAR,
  TICK_TWO_YEARS,
  TICK_FIVE_YEARS,
  N_TICKS,
} TimeTick;

/* Which tick of its kind @day belongs to: they begin where this changes. */
static int
tick_of (McDay day, TimeTick kind)
{
  int year, month;

  mc_day_split (day, &year, &month, NULL);
  switch (kind)
    {
    case TICK_DAY:
      return day;
    case TICK_WEEK:
      return day - mc_day_weekday (day) + 1;
    case TICK_MONTH:
      return year * 12 + month - 1;
    case TICK_QUARTER:
      return (year * 12 + month - 1) / 3;
    case TICK_YEAR:
      return year;
    case TICK_TWO_YEARS:
      return year / 2;
    case TICK_FIVE_YEARS:
    case N_TICKS:
      break;
    }
  return year / 5;
}

static char *
tick_text (McDay day, TimeTick kind)
{
  int year, month, date;

  mc_day_split (day, &year, &month, &date);
  if (kind <= TICK_WEEK)
    return g_strdup_printf ("%02d/%02d", date, month);
  return kind <= TICK_QUARTER ? g_strdup_printf ("%02d/%d", month, year) : g_strdup_printf ("%d", year);
}

static guint
count_ticks (McChartPen *self, TimeTick kind)
{
  guint count = 0;

  for (guint i = 0; i < self->n; i++)
    {
      McDay day = mc_chart_get_day (self->chart, self->first + i);

      if (i == 0 || tick_of (day, kind) != tick_of (mc_chart_get_day (self->chart, self->first + i - 1), kind))
        count++;
    }
  return count;
}

/* Writes labels from left to right as far as they leave each other room. */
static double
put_label (McChartPen *self, const char *text, double x, double end)
{
  double width = MIN (mc_chart_text_width (text), self->box.width / 3), right = self->box.x + self->box.width;
  double left = CLAMP (x - width / 2, self->box.x, right - width);
  const McStroke stroke = { .width = 0.6, .tone = MC_TONE_LINE };
  double y = self->plot.y + self->plot.height;

  if (left < end)
    return end;
  mc_chart_pen_line (self, x, y, x, y + 3, &stroke);
  mc_chart_pen_text (self, &(McRect){ left, y + 6, width, MC_CHART_LINE }, text, MC_ALIGN_CENTER, MC_TONE_INK_SOFT);
  return left + width + 6;
}

/* Months are not named by their first days. */
static TimeTick
finest_tick (McChartPen *self)
{
  int least = G_MAXINT;

  for (guint i = 1; i < self->n; i++)
    least = MIN (least,
                 mc_chart_get_day (self->chart, self->first + i) - mc_chart_get_day (self->chart, self->first + i - 1));
  return self->n < 2 || least < 28 ? TICK_DAY : least < 365 ? TICK_MONTH : TICK_YEAR;
}

static void
add_times (McChartPen *self, double band)
{
  TimeTick kind = finest_tick (self);
  double end = -G_MAXDOUBLE, room;
  guint ticks = 0, every;

  while (kind < TICK_FIVE_YEARS &&
         count_ticks (self, kind) * (kind <= TICK_WEEK ? DAY_LABEL : MONTH_LABEL) > self->plot.width)
    kind++;
  room = self->plot.width / count_ticks (self, kind);
  every = MAX (1, (guint)ceil ((kind <= TICK_WEEK ? DAY_LABEL : MONTH_LABEL) / room - 1e-9));
  for (guint i = 0; i < self->n; i++)
    {
      McDay day = mc_chart_get_day (self->chart, self->first + i);
      g_autofree char *text = NULL;

      if (i > 0 && tick_of (day, kind) == tick_of (mc_chart_get_day (self->chart, self->first + i - 1), kind))
        continue;
      if (ticks++ % every)
        continue;
      text = tick_text (day, kind);
      end = put_label (self, text, self->plot.x + (i + 0.5) * band, end);
    }
}

static void
add_words (McChartPen *self, double band)
{
  double widest = 0, end = -G_MAXDOUBLE;
  guint every;

  for (guint i = 0; i < self->n; i++)
    widest = MAX (widest, mc_chart_text_width (mc_chart_get_label (self->chart, self->first + i)));
  every = MAX (1, (guint)ceil ((MIN (widest, self->box.width / 3) + 6) / band));
  for (guint i = 0; i < self->n; i += every)
    end = put_label (self, mc_chart_get_label (self->chart, self->first + i), self->plot.x + (i + 0.5) * band, end);
}

void
mc_chart_pen_category_axis (McChartPen *self, double band)
{
  if (self->n == 0)
    return;
  if (mc_chart_get_day (self->chart, self->first) != MC_DAY_NONE)
    add_times (self, band);
  else
    add_words (self, band);
}

void
mc_chart_pen_mark (McChartPen *self, double band)
{
  guint at;
  const char *label = mc_chart_get_mark (self->chart, &at);
  const McStroke stroke = { .width = 1.2, .dash = 3, .tone = MC_TONE_ERROR };
  double x, from, to;
  gboolean left;

  if (!label || at < self->first || at > self->first + self->n)
    return;
  x = self->plot.x + (at - self->first) * band;
  mc_chart_pen_line (self, x, self->plot.y - 4, x, self->plot.y + self->plot.height, &stroke);
  if (self->options.bare)
    return;
  left = x + mc_chart_text_width (label) + 4 > self->plot.x + self->plot.width;
  from = MAX (self->row_end, left ? self->plot.x : x + 4);
  to = left ? x - 4 : self->plot.x + self->plot.width;
  if (to - from > 24)
    mc_chart_pen_text (self, &(McRect){ from, self->plot.y - 19, to - from, UNIT_ROW }, label,
                       left ? MC_ALIGN_END : MC_ALIGN_START, MC_TONE_ERROR);
}

gboolean
mc_chart_pen_no_data (McChartPen *self)
{
  const McTextStyle style = {
    .size = TITLE_SIZE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT
  };

  for (guint s = 0; s < mc_chart_get_n_series (self->chart); s++)
    for (guint i = 0; i < self->n; i++)
      if (!isnan (mc_chart_pen_value (self, s, i)))
        return FALSE;
  mc_scene_node_add_text (self->ground, &self->plot, _ ("No figures"), &style);
  return TRUE;
}
