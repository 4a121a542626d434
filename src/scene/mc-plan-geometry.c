/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-geometry.h"

#include <json-glib/json-glib.h>
#include <math.h>

double
mc_plan_round (double metres)
{
  double rounded = round (metres * 1000) / 1000;

  return rounded == 0 ? 0 : rounded; /* no -0 */
}

double
mc_plan_turn (double degrees)
{
  double turned = fmod (degrees, 360);

  if (turned < 0)
    turned += 360;
  turned = round (turned * 1000) / 1000;
  return turned >= 360 ? 0 : turned;
}

McPoint
mc_plan_rotate_point (McPoint point, McPoint about, double degrees)
{
  double angle = degrees * G_PI / 180;
  double c = cos (angle), s = sin (angle);
  double x = point.x - about.x, y = point.y - about.y;

  return (McPoint){ about.x + x * c - y * s, about.y + x * s + y * c };
}

double
mc_plan_distance (McPoint a, McPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

double
mc_plan_angle (McPoint a, McPoint b)
{
  return mc_plan_turn (atan2 (b.y - a.y, b.x - a.x) * 180 / G_PI);
}

static gboolean
parse_point (JsonNode *node, McPoint *point)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (!pair || json_array_get_length (pair) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!JSON_NODE_HOLDS_VALUE (json_array_get_element (pair, i)))
      return FALSE;
  point->x = json_array_get_double_element (pair, 0);
  point->y = json_array_get_double_element (pair, 1);
  return TRUE;
}

McPoint *
mc_plan_points_parse (const char *json, gsize *n_points)
{
  g_autoptr (JsonNode) node = json ? json_from_string (json, NULL) : NULL;
  g_autofree McPoint *points = NULL;
  JsonArray *array;

  *n_points = 0;
  if (!node || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  points = g_new (McPoint, json_array_get_length (array) + 1);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!parse_point (json_array_get_element (array, i), &points[i]))
      return NULL;
  *n_points = json_array_get_length (array);
  return *n_points ? g_steal_pointer (&points) : NULL;
}

char *
mc_plan_points_format (const McPoint *points, gsize n_points)
{
  GString *json = g_string_new ("[");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < n_points; i++)
    {
      g_string_append (json, i ? ", [" : "[");
      g_string_append (json, g_ascii_formatd (number, sizeof number, "%.10g", mc_plan_round (points[i].x)));
      g_string_append (json, ", ");
      g_string_append (json, g_ascii_formatd (number, sizeof number, "%.10g", mc_plan_round (points[i].y)));
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

McPoint *
mc_plan_object_dup_points (McPlanObject *self, gsize *n_points, gboolean *closed)
{
  McPoint origin = { self->x, self->y };
  McPoint *points = NULL;

  if (closed)
    *closed = self->kind != MC_PLAN_KIND_WALL && self->kind != MC_PLAN_KIND_LINE;
  *n_points = 0;
  if (mc_plan_kind_has_points (self->kind))
    points = mc_plan_points_parse (self->points, n_points);
  if (!points)
    {
      double w = self->width / 2, h = self->height / 2;
      const McPoint corners[] = { { -w, -h }, { w, -h }, { w, h }, { -w, h } };

      points = g_memdup2 (corners, sizeof corners);
      *n_points = G_N_ELEMENTS (corners);
    }
  for (gsize i = 0; i < *n_points; i++)
    {
      McPoint moved = { points[i].x + origin.x, points[i].y + origin.y };

      points[i] = self->rotation == 0 ? moved : mc_plan_rotate_point (moved, origin, self->rotation);
    }
  return points;
}

McRect
mc_plan_points_bounds (const McPoint *points, gsize n_points)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  if (n_points == 0)
    return (McRect){ 0 };
  for (gsize i = 0; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  return (McRect){ left, top, right - left, bottom - top };
}

McRect
mc_plan_object_get_bounds (McPlanObject *self)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);
  McRect box = mc_plan_points_bounds (points, n);
  double around = self->kind == MC_PLAN_KIND_WALL || self->kind == MC_PLAN_KIND_LINE ? self->width / 2 : 0;

  return (McRect){ box.x - around, box.y - around, box.width + 2 * around, box.height + 2 * around };
}

double
mc_plan_segment_distance (McPoint point, McPoint a, McPoint b, McPoint *at)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0, 1) : 0;
  McPoint nearest = { a.x + t * dx, a.y + t * dy };

  if (at)
    *at = nearest;
  return mc_plan_distance (point, nearest);
}

gboolean
mc_plan_points_contain (const McPoint *points, gsize n_points, McPoint point)
{
  gboolean inside = FALSE;

  for (gsize i = 0, j = n_points - 1; i < n_points; j = i++)
    if ((points[i].y > point.y) != (points[j].y > point.y) &&
        point.x < (points[j].x - points[i].x) * (point.y - points[i].y) / (points[j].y - points[i].y) + points[i].x)
      inside = !inside;
  return inside;
}

static double
outline_distance (const McPoint *points, gsize n_points, gboolean closed, McPoint point)
{
  double best = INFINITY;

  for (gsize i = 0; i + (closed ? 0 : 1) < n_points; i++)
    best = MIN (best, mc_plan_segment_distance (point, points[i], points[(i + 1) % n_points], NULL));
  return best;
}

gboolean
mc_plan_object_contains (McPlanObject *self, McPoint point, double tolerance)
{
  gsize n;
  gboolean closed;
  g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, &closed);

  if (!closed)
    return outline_distance (points, n, FALSE, point) <= self->width / 2 + tolerance;
  return mc_plan_points_contain (points, n, point) || outline_distance (points, n, TRUE, point) <= tolerance;
}

McPlanObject *
mc_plan_pick (GPtrArray *objects, McPoint point, double tolerance)
{
  McPlanObject *area = NULL;

  for (guint i = objects->len; i > 0; i--)
    {
      McPlanObject *object = g_ptr_array_index (objects, i - 1);

      if (!mc_plan_object_contains (object, point, object->kind == MC_PLAN_KIND_AREA ? 0 : tolerance))
        continue;
      if (object->kind != MC_PLAN_KIND_AREA)
        return object;
      if (!area)
        area = object;
    }
  return area;
}

static McRect
join (McRect a, McRect b)
{
  double left = MIN (a.x, b.x), top = MIN (a.y, b.y);

  return (McRect){ left, top, MAX (a.x + a.width, b.x + b.width) - left, MAX (a.y + a.height, b.y + b.height) - top };
}

McRect
mc_plan_objects_bounds (GPtrArray *objects)
{
  McRect all = { 0 };

  for (guint i = 0; i < objects->len; i++)
    {
      McRect one = mc_plan_object_get_bounds (g_ptr_array_index (objects, i));

      all = i ? join (all, one) : one;
    }
  return all;
}

double
mc_plan_points_length (const McPoint *points, gsize n_points, gboolean closed)
{
  double length = 0;

  for (gsize i = 0; i + (closed ? 0 : 1) < n_points; i++)
    length += mc_plan_distance (points[i], points[(i + 1) % n_points]);
  return length;
}

/* Positive for points that go clockwise as seen (y downwards). */
static double
signed_area (const McPoint *points, gsize n_points)
{
  double twice = 0;

  for (gsize i = 0, j = n_points - 1; i < n_points; j = i++)
    twice += points[j].x * points[i].y - points[i].x * points[j].y;
  return twice / 2;
}

double
mc_plan_points_area (const McPoint *points, gsize n_points)
{
  return fabs (signed_area (points, n_points));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* The middle of the widest stretch of the polygon at the height @y. */
static McPoint
widest_at (const McPoint *points, gsize n_points, double y)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  McPoint best = points[0];
  double widest = -1;

  for (gsize i = 0, j = n_points - 1; i < n_points; j = i++)
    if ((points[i].y > y) != (points[j].y > y))
      {
        double x = (points[j].x - points[i].x) * (y - points[i].y) / (points[j].y - points[i].y) + points[i].x;

        g_array_append_val (crossings, x);
      }
  g_array_sort (crossings, compare_numbers);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double from = g_array_index (crossings, double, i), to = g_array_index (crossings, double, i + 1);

      if (to - from <= widest)
        continue;
      widest = to - from;
      best = (McPoint){ (from + to) / 2, y };
    }
  return best;
}

McPoint
mc_plan_points_centre (const McPoint *points, gsize n_points)
{
  McRect box = mc_plan_points_bounds (points, n_points);
  McPoint centre = { 0 };
  double area = signed_area (points, n_points);

  if (n_points == 0)
    return centre;
  if (fabs (area) < 1e-9)
    return (McPoint){ box.x + box.width / 2, box.y + box.height / 2 };
  for (gsize i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      double cross = points[j].x * points[i].y - points[i].x * points[j].y;

      centre.x += (points[j].x + points[i].x) * cross;
      centre.y += (points[j].y + points[i].y) * cross;
    }
  centre.x /= 6 * area;
  centre.y /= 6 * area;
  return mc_plan_points_contain (points, n_points, centre) ? centre
                                                           : widest_at (points, n_points, box.y + box.height / 2);
}

McPoint
mc_plan_background_place (McPlanBackground *self, double x, double y)
{
  McPoint origin = { self->x, self->y };

  return mc_plan_rotate_point ((McPoint){ self->x + x * self->scale, self->y + y * self->scale }, origin,
                               self->rotation);
}

gboolean
mc_plan_background_calibrate (McPlanBackground *self, McPoint a, McPoint b, double metres)
{
  double shown = mc_plan_distance (a, b);
  double factor;

  if (shown < 1e-6 || !(metres > 0) || !isfinite (metres))
    return FALSE;
  factor = metres / shown;
  if (self->scale * factor > 1000)
    return FALSE;
  self->scale *= factor;
  self->x = a.x + (self->x - a.x) * factor;
  self->y = a.y + (self->y - a.y) * factor;
  return TRUE;
}

McPoint
mc_plan_words_place (McPoint at, double width, double height, double gap, const McRect *visible)
{
  McPoint place = { at.x + gap, at.y + gap };

  if (place.x + width > visible->x + visible->width)
    place.x = MAX (at.x - gap - width, visible->x);
  if (place.y + height > visible->y + visible->height)
    place.y = MAX (at.y - gap - height, visible->y);
  return place;
}
