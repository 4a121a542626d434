/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-chart-private.h"

/* A line through many values: ten years of days are 3.650, on 600 points of paper. */

#define LEAST_STEP 1.6 /* between two points of the line, points of paper */

static void
flush (const McChartPath *self, GArray *points)
{
  if (points->len == 1)
    {
      const McPoint *at = &g_array_index (points, McPoint, 0);
      double r = MAX (self->stroke.width, 1);

      mc_scene_node_add_ellipse (self->node, &(McRect){ at->x - r, at->y - r, 2 * r, 2 * r }, self->stroke.tone, NULL);
    }
  else if (points->len > 1)
    mc_scene_node_add_polyline (self->node, (const McPoint *)(gpointer)points->data, points->len, FALSE, MC_TONE_NONE,
                                &self->stroke);
  g_array_set_size (points, 0);
}

static void
add_point (const McChartPath *self, GArray *points, double at, double value)
{
  const McPoint point = { self->x + (at + 0.5) * self->band, mc_chart_axis_place (self->axis, value) };

  g_array_append_val (points, point);
}

typedef struct
{
  double mean, least, most;
} Span;

static Span
span_of (const double *values, guint from, guint to)
{
  Span span = { 0, INFINITY, -INFINITY };
  guint known = 0;

  for (guint i = from; i < to; i++)
    {
      if (isnan (values[i]))
        continue;
      span.mean += values[i];
      span.least = MIN (span.least, values[i]);
      span.most = MAX (span.most, values[i]);
      known++;
    }
  span.mean = known ? span.mean / known : NAN;
  return span;
}

/* There along the greatest values and back along the least. */
static void
add_extremes (const McChartPath *self, const double *values, guint n)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (McPoint));
  guint spans = (n + self->every - 1) / self->every;

  for (guint i = 0; i < 2 * spans; i++)
    {
      guint at = (i < spans ? i : 2 * spans - 1 - i) * self->every;
      Span span = span_of (values, at, MIN (at + self->every, n));

      if (!isnan (span.mean))
        add_point (self, points, at + (self->every - 1) / 2.0, i < spans ? span.most : span.least);
    }
  if (points->len > 2)
    mc_scene_node_add_polyline (self->node, (const McPoint *)(gpointer)points->data, points->len, TRUE, MC_TONE_HEAT_2,
                                NULL);
}

guint
mc_chart_path_every (guint n, double width)
{
  return MAX (1, (guint)ceil (n * LEAST_STEP / MAX (width, 1)));
}

void
mc_chart_path_add (const McChartPath *self, const double *values, guint n)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (McPoint));

  if (self->every > 1 && self->extremes)
    add_extremes (self, values, n);
  for (guint i = 0; i < n; i += self->every)
    {
      double mean = span_of (values, i, MIN (i + self->every, n)).mean;

      if (isnan (mean))
        flush (self, points);
      else
        add_point (self, points, i + (self->every - 1) / 2.0, mean);
    }
  flush (self, points);
}
