/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-chart-private.h"
#include "mc-number.h"

/* Values by the wanted scale, and the words for them. */

static gboolean
can_be_log (McChartKind kind)
{
  return kind == MC_CHART_LINES || kind == MC_CHART_MULTIPLES || kind == MC_CHART_RANKED || kind == MC_CHART_PAIRED;
}

gboolean
mc_chart_pen_is_log (McChartPen *self)
{
  return self->options.scale == MC_CHART_LOG && can_be_log (mc_chart_get_kind (self->chart)) &&
         !mc_chart_is_percent (self->chart);
}

gboolean
mc_chart_pen_is_share (McChartPen *self)
{
  McChartKind kind = mc_chart_get_kind (self->chart);

  return self->options.scale == MC_CHART_SHARE && kind != MC_CHART_CONTROL && kind != MC_CHART_FUNNEL &&
         !mc_chart_is_percent (self->chart);
}

/* What a value is a share of: all series of its time or, where a series is a whole of its own, that series. */
static double
whole_of (McChartPen *self, guint series, guint category)
{
  McChartKind kind = mc_chart_get_kind (self->chart);
  gboolean of_series = kind == MC_CHART_RANKED || kind == MC_CHART_PAIRED || kind == MC_CHART_HISTOGRAM;
  double whole = 0;

  if (of_series)
    return mc_chart_get_total (self->chart, series);
  for (guint s = 0; s < mc_chart_get_n_series (self->chart); s++)
    {
      double value = mc_chart_get_value (self->chart, s, self->first + category);

      if (!isnan (value) && mc_chart_is_compared (self->chart, s) == mc_chart_is_compared (self->chart, series))
        whole += value;
    }
  return whole;
}

double
mc_chart_pen_value (McChartPen *self, guint series, guint category)
{
  double value = mc_chart_get_value (self->chart, series, self->first + category), whole;

  if (isnan (value) || (mc_chart_pen_is_log (self) && value <= 0))
    return NAN;
  if (!mc_chart_pen_is_share (self))
    return value;
  whole = whole_of (self, series, category);
  return whole > 0 ? value / whole : NAN;
}

void
mc_chart_pen_range (McChartPen *self, double *least, double *most)
{
  *least = INFINITY;
  *most = -INFINITY;
  for (guint s = 0; s < mc_chart_get_n_series (self->chart); s++)
    for (guint i = 0; i < self->n; i++)
      {
        double value = mc_chart_pen_value (self, s, i);

        if (isnan (value))
          continue;
        *least = MIN (*least, value);
        *most = MAX (*most, value);
      }
}

McTone
mc_chart_tone (guint series)
{
  return series < MC_CHART_COLOURS ? MC_TONE_SERIES_1 + series : MC_TONE_SERIES_REST;
}

char *
mc_chart_pen_format (McChartPen *self, double value)
{
  g_autofree char *number = NULL;

  if (!mc_chart_pen_is_share (self) || isnan (value))
    return mc_chart_format (self->chart, value);
  number = mc_number_format (value * 100, value < 0.1 ? 1 : 0);
  return g_strdup_printf (C_ ("share", "%s %%"), number);
}

/* The value itself and, where there are several, their mean. */
static char *
describe_value (McChartPen *self, guint series, guint category, guint n)
{
  double sum = 0;
  guint known = 0;
  g_autofree char *text = NULL;

  for (guint i = category; i < category + n; i++)
    {
      double value = mc_chart_get_value (self->chart, series, self->first + i);

      if (isnan (value))
        continue;
      sum += value;
      known++;
    }
  if (known == 0)
    return NULL;
  text = mc_chart_format (self->chart, sum / known);
  if (n > 1)
    /* Translators: name of a series; the mean of its values */
    return g_strdup_printf (_ ("%s: mean %s"), mc_chart_get_name (self->chart, series), text);
  if (mc_chart_pen_is_share (self))
    {
      g_autofree char *share = mc_chart_pen_format (self, mc_chart_pen_value (self, series, category));

      return g_strdup_printf ("%s: %s (%s)", mc_chart_get_name (self->chart, series), text, share);
    }
  return g_strdup_printf ("%s: %s", mc_chart_get_name (self->chart, series), text);
}

McSceneNode *
mc_chart_pen_slot (McChartPen *self, guint category, guint n, const McRect *bounds)
{
  guint at = self->first + category;
  g_autofree char *key = g_strdup_printf ("%sslot/%u", self->prefix, at);
  g_autofree char *parent = g_strdup_printf ("%schart", self->prefix);
  g_autofree char *name = n > 1 ? g_strdup_printf ("%s – %s", mc_chart_get_label (self->chart, at),
                                                   mc_chart_get_label (self->chart, at + n - 1))
                                : g_strdup (mc_chart_get_label (self->chart, at));
  g_autoptr (GString) text = g_string_new (NULL);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_IMAGE, key, bounds);

  for (guint s = 0; s < mc_chart_get_n_series (self->chart); s++)
    {
      g_autofree char *value = describe_value (self, s, category, n);

      if (value)
        g_string_append_printf (text, "%s%s", text->len ? "\n" : "", value);
    }
  mc_scene_node_set_names (node, name, NULL, text->len ? text->str : _ ("No figures"));
  mc_scene_node_set_parent (node, parent);
  mc_scene_node_set_target (node, mc_chart_get_target (self->chart, at));
  return node;
}
