/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-plan-pen-private.h"

McPlanPen
mc_plan_pen (McSceneNode *node, McPlanObject *object)
{
  return (McPlanPen){ node, object->x, object->y, object->rotation };
}

McPoint
mc_plan_pen_place (const McPlanPen *self, double x, double y)
{
  McPoint origin = { self->x, self->y };
  McPoint point = mc_plan_rotate_point ((McPoint){ self->x + x, self->y + y }, origin, self->rotation);

  return (McPoint){ point.x * MC_PLAN_SCALE, point.y * MC_PLAN_SCALE };
}

McRect
mc_plan_rect (double x, double y, double width, double height)
{
  return (McRect){ x * MC_PLAN_SCALE, y * MC_PLAN_SCALE, width * MC_PLAN_SCALE, height * MC_PLAN_SCALE };
}

McPoint *
mc_plan_scene_points (McPlanObject *object, gsize *n_points, gboolean *closed)
{
  McPoint *points = mc_plan_object_dup_points (object, n_points, closed);

  for (gsize i = 0; i < *n_points; i++)
    points[i] = (McPoint){ points[i].x * MC_PLAN_SCALE, points[i].y * MC_PLAN_SCALE };
  return points;
}

/* Turned by a multiple of 90 degrees, a rectangle stays one. */
static gboolean
is_upright (const McPlanPen *self)
{
  return fabs (remainder (self->rotation, 90)) < 0.01;
}

/* The upright box between two opposite corners. */
static McRect
between (McPoint a, McPoint b)
{
  return (McRect){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (b.x - a.x), fabs (b.y - a.y) };
}

void
mc_plan_pen_rect (const McPlanPen *self,
                  double x,
                  double y,
                  double width,
                  double height,
                  double radius,
                  McTone fill,
                  McTone ink,
                  double line)
{
  const McStroke stroke = { .width = line, .tone = ink };
  McPoint corners[] = { mc_plan_pen_place (self, x, y), mc_plan_pen_place (self, x + width, y),
                        mc_plan_pen_place (self, x + width, y + height), mc_plan_pen_place (self, x, y + height) };
  McRect box = between (corners[0], corners[2]);

  if (is_upright (self))
    mc_scene_node_add_rect (self->node, &box, radius * MC_PLAN_SCALE, fill, line > 0 ? &stroke : NULL);
  else
    mc_scene_node_add_polyline (self->node, corners, G_N_ELEMENTS (corners), TRUE, fill, line > 0 ? &stroke : NULL);
}

void
mc_plan_pen_ellipse (
    const McPlanPen *self, double x, double y, double width, double height, McTone fill, McTone ink, double line)
{
  const McStroke stroke = { .width = line, .tone = ink };
  McPoint points[32];
  McRect box;

  if (is_upright (self))
    {
      box = between (mc_plan_pen_place (self, x, y), mc_plan_pen_place (self, x + width, y + height));
      mc_scene_node_add_ellipse (self->node, &box, fill, line > 0 ? &stroke : NULL);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double angle = 2 * G_PI * i / G_N_ELEMENTS (points);

      points[i] = mc_plan_pen_place (self, x + width / 2 * (1 + cos (angle)), y + height / 2 * (1 + sin (angle)));
    }
  mc_scene_node_add_polyline (self->node, points, G_N_ELEMENTS (points), TRUE, fill, line > 0 ? &stroke : NULL);
}

void
mc_plan_pen_line (
    const McPlanPen *self, double x1, double y1, double x2, double y2, McTone ink, double line, double dash)
{
  const McStroke stroke = { .width = line, .dash = dash, .tone = ink };
  const McPoint points[] = { mc_plan_pen_place (self, x1, y1), mc_plan_pen_place (self, x2, y2) };

  mc_scene_node_add_polyline (self->node, points, G_N_ELEMENTS (points), FALSE, MC_TONE_NONE, &stroke);
}

void
mc_plan_pen_arc (
    const McPlanPen *self, double x, double y, double radius, double from, double to, McTone ink, double line)
{
  const McStroke stroke = { .width = line, .tone = ink };
  McPoint centre = mc_plan_pen_place (self, x, y);
  double r = radius * MC_PLAN_SCALE;
  McRect box = { centre.x - r, centre.y - r, 2 * r, 2 * r };

  mc_scene_node_add_arc (self->node, &box, (from + self->rotation) * G_PI / 180, (to + self->rotation) * G_PI / 180,
                         &stroke);
}
