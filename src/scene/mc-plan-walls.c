/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-walls.h"

#include <math.h>

#include "mc-plan-edit.h"
#include "mc-plan-props.h"

/* The middle line of @wall; closed walls end at their first point again. */
static McPoint *
middle_line (McPlanObject *wall, gsize *n)
{
  McPoint *points = mc_plan_object_dup_points (wall, n, NULL);

  if (*n > 2 && mc_plan_props_get_boolean (wall, "closed", FALSE))
    {
      points = g_renew (McPoint, points, *n + 1);
      points[(*n)++] = points[0];
    }
  return points;
}

McWallSpot
mc_plan_nearest_wall (GPtrArray *objects, McPoint point, double reach)
{
  McWallSpot spot = { 0 };
  double best = reach;

  for (guint i = 0; i < objects->len; i++)
    {
      McPlanObject *wall = g_ptr_array_index (objects, i);
      g_autofree McPoint *points = NULL;
      gsize n;

      if (wall->kind != MC_PLAN_KIND_WALL)
        continue;
      points = middle_line (wall, &n);
      for (gsize k = 0; k + 1 < n; k++)
        {
          McPoint at;
          double distance = MAX (mc_plan_segment_distance (point, points[k], points[k + 1], &at) - wall->width / 2, 0);

          if (distance > best || (spot.wall && !(distance < best)))
            continue;
          best = distance;
          spot = (McWallSpot){ wall, k, at, mc_plan_angle (points[k], points[k + 1]), wall->width };
        }
    }
  return spot;
}

void
mc_plan_put_into_wall (McPlanObject *opening, const McWallSpot *spot)
{
  g_autofree McPoint *points = NULL;
  gsize n;
  McPoint from, to;
  double length, along;

  g_return_if_fail (spot->wall != NULL);
  points = middle_line (spot->wall, &n);
  g_return_if_fail (spot->segment + 1 < n);
  from = points[spot->segment];
  to = points[spot->segment + 1];
  length = mc_plan_distance (from, to);
  along = mc_plan_distance (from, spot->at);
  along = opening->width >= length ? length / 2 : CLAMP (along, opening->width / 2, length - opening->width / 2);
  if (length > 0)
    {
      opening->x = mc_plan_round (from.x + (to.x - from.x) * along / length);
      opening->y = mc_plan_round (from.y + (to.y - from.y) * along / length);
    }
  opening->height = spot->thickness;
  /* Of the two ways to lie in the wall, the one that turns it less. */
  opening->rotation = mc_plan_turn (
      fabs (mc_plan_turn (opening->rotation - spot->angle + 180) - 180) <= 90 ? spot->angle : spot->angle + 180);
}

/* Where along the stretch @a … @b the opening begins and ends; FALSE if it does not lie in it. */
static gboolean
opening_span (McPlanObject *opening, McPoint a, McPoint b, double thickness, double *begins, double *ends)
{
  McPoint centre = { opening->x, opening->y };
  McPoint at;
  double length = mc_plan_distance (a, b);
  double off = mc_plan_turn (opening->rotation - mc_plan_angle (a, b));
  double along;

  if (length < 1e-6 || mc_plan_segment_distance (centre, a, b, &at) > thickness / 2 + 0.01)
    return FALSE;
  off = fmod (off, 180);
  if (MIN (off, 180 - off) > 5)
    return FALSE;
  along = mc_plan_distance (a, at);
  *begins = MAX (along - opening->width / 2, 0);
  *ends = MIN (along + opening->width / 2, length);
  return *ends > *begins;
}

/* Which stretch of @points the opening stands in; FALSE if in none. */
static gboolean
find_stretch (McPlanObject *opening, const McPoint *points, gsize n, double thickness, gsize *stretch)
{
  double begins, ends;

  for (*stretch = 0; *stretch + 1 < n; (*stretch)++)
    if (opening_span (opening, points[*stretch], points[*stretch + 1], thickness, &begins, &ends))
      return TRUE;
  return FALSE;
}

GPtrArray *
mc_plan_openings_of (McPlanObject *wall, GPtrArray *objects)
{
  GPtrArray *openings = g_ptr_array_new ();
  gsize n;
  g_autofree McPoint *points = middle_line (wall, &n);

  for (guint i = 0; i < objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (objects, i);
      gsize stretch;

      if ((object->kind == MC_PLAN_KIND_DOOR || object->kind == MC_PLAN_KIND_WINDOW) &&
          find_stretch (object, points, n, wall->width, &stretch))
        g_ptr_array_add (openings, object);
    }
  return openings;
}

void
mc_plan_follow_wall (McPlanObject *opening, McPlanObject *before, McPlanObject *after)
{
  gsize n_old, n_new, k;
  g_autofree McPoint *old = middle_line (before, &n_old);
  g_autofree McPoint *new = middle_line (after, &n_new);
  McPoint at;
  double length, share, turned;

  if (!find_stretch (opening, old, n_old, before->width, &k) || k + 1 >= n_new)
    return;
  length = mc_plan_distance (old[k], old[k + 1]);
  mc_plan_segment_distance ((McPoint){ opening->x, opening->y }, old[k], old[k + 1], &at);
  share = mc_plan_distance (old[k], at) / length;
  turned = mc_plan_angle (new[k], new[k + 1]) - mc_plan_angle (old[k], old[k + 1]);
  opening->x = mc_plan_round (new[k].x + (new[k + 1].x - new[k].x) * share);
  opening->y = mc_plan_round (new[k].y + (new[k + 1].y - new[k].y) * share);
  opening->rotation = mc_plan_turn (opening->rotation + turned);
  opening->height = after->width;
}

typedef struct
{
  double begins, ends;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  double x = ((const Span *)a)->begins, y = ((const Span *)b)->begins;

  return (x > y) - (x < y);
}

/* The openings in the stretch @a … @b, from its beginning. */
static GArray *
spans_of (GPtrArray *openings, McPoint a, McPoint b, double thickness)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; openings && i < openings->len; i++)
    {
      Span span;

      if (opening_span (g_ptr_array_index (openings, i), a, b, thickness, &span.begins, &span.ends))
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

static McPoint
point_along (McPoint a, McPoint b, double along)
{
  double length = mc_plan_distance (a, b);

  return (McPoint){ a.x + (b.x - a.x) * along / length, a.y + (b.y - a.y) * along / length };
}

/* Ends the piece that is being drawn, and begins the next one; one point alone is none. */
static GArray *
next_piece (GPtrArray *pieces, GArray *piece)
{
  if (piece->len > 1)
    g_ptr_array_add (pieces, piece);
  else
    g_array_unref (piece);
  return g_array_new (FALSE, FALSE, sizeof (McPoint));
}

static gboolean
same_point (McPoint a, McPoint b)
{
  return mc_plan_distance (a, b) < 1e-6;
}

/* In a closed wall the last piece goes on as the first one, where no opening is at the corner. */
static void
join_ends (GPtrArray *pieces, McPoint corner)
{
  GArray *first = pieces->len > 1 ? g_ptr_array_index (pieces, 0) : NULL;
  GArray *last = first ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;

  if (!first || !same_point (g_array_index (first, McPoint, 0), corner) ||
      !same_point (g_array_index (last, McPoint, last->len - 1), corner))
    return;
  g_array_append_vals (last, &g_array_index (first, McPoint, 1), first->len - 1);
  g_ptr_array_remove_index (pieces, 0);
}

GPtrArray *
mc_plan_wall_pieces (McPlanObject *wall, GPtrArray *openings)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  gsize n;
  g_autofree McPoint *points = middle_line (wall, &n);
  GArray *piece = g_array_new (FALSE, FALSE, sizeof (McPoint));

  for (gsize k = 0; k + 1 < n; k++)
    {
      McPoint a = points[k], b = points[k + 1];
      g_autoptr (GArray) spans = spans_of (openings, a, b, wall->width);

      if (piece->len == 0)
        g_array_append_val (piece, a);
      for (guint i = 0; i < spans->len; i++)
        {
          const Span *span = &g_array_index (spans, Span, i);
          McPoint ends = point_along (a, b, span->begins), begins = point_along (a, b, span->ends);

          if (!same_point (g_array_index (piece, McPoint, piece->len - 1), ends))
            g_array_append_val (piece, ends);
          piece = next_piece (pieces, piece);
          g_array_append_val (piece, begins);
        }
      if (!same_point (g_array_index (piece, McPoint, piece->len - 1), b))
        g_array_append_val (piece, b);
    }
  g_array_unref (next_piece (pieces, piece));
  if (n > 2 && same_point (points[0], points[n - 1]))
    join_ends (pieces, points[0]);
  return pieces;
}
