/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-snap.h"

#include <math.h>

/* Something to be drawn to on one axis: its place there, and how far it reaches on the other. */
typedef struct
{
  double place;
  double from, to;
  McPlanGuideKind kind;
} Line;

struct _McPlanSnapper
{
  double grid;
  GArray *across;  /* Line: x of upright lines */
  GArray *down;    /* Line: y of level lines */
  GArray *corners; /* McPoint: ends and corners of walls */
};

static void
add_line (GArray *lines, double place, double from, double to, McPlanGuideKind kind)
{
  Line line = { place, from, to, kind };

  g_array_append_val (lines, line);
}

static void
add_box (McPlanSnapper *self, const McRect *box)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  add_line (self->across, box->x, box->y, bottom, MC_PLAN_GUIDE_EDGE);
  add_line (self->across, right, box->y, bottom, MC_PLAN_GUIDE_EDGE);
  add_line (self->across, box->x + box->width / 2, box->y, bottom, MC_PLAN_GUIDE_CENTRE);
  add_line (self->down, box->y, box->x, right, MC_PLAN_GUIDE_EDGE);
  add_line (self->down, bottom, box->x, right, MC_PLAN_GUIDE_EDGE);
  add_line (self->down, box->y + box->height / 2, box->x, right, MC_PLAN_GUIDE_CENTRE);
}

/* A wall holds by its corners, and by both faces of its upright and level stretches. */
static void
add_wall (McPlanSnapper *self, McPlanObject *wall)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (wall, &n, NULL);

  for (gsize i = 0; i < n; i++)
    {
      McPoint a = points[i], b = points[MIN (i + 1, n - 1)];

      g_array_append_val (self->corners, a);
      add_line (self->across, a.x, a.y, a.y, MC_PLAN_GUIDE_WALL);
      add_line (self->down, a.y, a.x, a.x, MC_PLAN_GUIDE_WALL);
      if (i + 1 == n)
        continue;
      for (int side = -1; side <= 1; side += 2)
        {
          if (fabs (a.x - b.x) < 1e-6)
            add_line (self->across, a.x + side * wall->width / 2, MIN (a.y, b.y), MAX (a.y, b.y), MC_PLAN_GUIDE_EDGE);
          if (fabs (a.y - b.y) < 1e-6)
            add_line (self->down, a.y + side * wall->width / 2, MIN (a.x, b.x), MAX (a.x, b.x), MC_PLAN_GUIDE_EDGE);
        }
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  double x = ((const Line *)a)->place, y = ((const Line *)b)->place;

  return (x > y) - (x < y);
}

McPlanSnapper *
mc_plan_snapper_new (GPtrArray *objects, GPtrArray *moving, double grid, gboolean things)
{
  McPlanSnapper *self = g_new0 (McPlanSnapper, 1);

  self->grid = grid;
  self->across = g_array_new (FALSE, FALSE, sizeof (Line));
  self->down = g_array_new (FALSE, FALSE, sizeof (Line));
  self->corners = g_array_new (FALSE, FALSE, sizeof (McPoint));
  for (guint i = 0; things && i < objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (objects, i);
      McRect box;

      if (moving && g_ptr_array_find (moving, object, NULL))
        continue;
      if (object->kind == MC_PLAN_KIND_WALL)
        {
          add_wall (self, object);
          continue;
        }
      box = mc_plan_object_get_bounds (object);
      add_box (self, &box);
    }
  g_array_sort (self->across, compare_lines);
  g_array_sort (self->down, compare_lines);
  return self;
}

void
mc_plan_snapper_free (McPlanSnapper *self)
{
  g_array_unref (self->across);
  g_array_unref (self->down);
  g_array_unref (self->corners);
  g_free (self);
}

/* The line nearest to @place within @reach; among equals the one that lies nearest on the other axis. */
static const Line *
nearest_line (GArray *lines, double place, double reach, double middle)
{
  const Line *best = NULL;
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint half = (low + high) / 2;

      if (g_array_index (lines, Line, half).place < place - reach)
        low = half + 1;
      else
        high = half;
    }
  for (guint i = low; i < lines->len && g_array_index (lines, Line, i).place <= place + reach; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      double off = fabs (line->place - place);
      double best_off = best ? fabs (best->place - place) : INFINITY;

      if (off < best_off - 1e-6 || (off < best_off + 1e-6 && fabs ((line->from + line->to) / 2 - middle) <
                                                                 fabs ((best->from + best->to) / 2 - middle)))
        best = line;
    }
  return best;
}

/*
 * One axis of a box: to what its low edge, middle and high edge are nearest. @from and @to are its reach on the other
 * axis. Returns by how much to move, and tells the line.
 */
static double
snap_axis (McPlanSnapper *self,
           GArray *lines,
           double low,
           double high,
           double from,
           double to,
           double reach,
           const Line **found)
{
  const double places[] = { low, (low + high) / 2, high };
  double best = INFINITY;

  *found = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const Line *line = nearest_line (lines, places[i], reach, (from + to) / 2);

      if (!line || fabs (line->place - places[i]) >= fabs (best) - 1e-9)
        continue;
      best = line->place - places[i];
      *found = line;
    }
  if (*found)
    return best;
  if (self->grid > 0)
    {
      double to_grid = round (low / self->grid) * self->grid - low;

      return fabs (to_grid) <= MAX (reach, self->grid / 2) ? to_grid : 0;
    }
  return 0;
}

static void
add_guide (GArray *guides, const Line *line, gboolean upright, double from, double to)
{
  McPlanGuide guide = { .kind = line->kind };

  from = MIN (from, line->from);
  to = MAX (to, line->to);
  guide.from = upright ? (McPoint){ line->place, from } : (McPoint){ from, line->place };
  guide.to = upright ? (McPoint){ line->place, to } : (McPoint){ to, line->place };
  g_array_append_val (guides, guide);
}

McPoint
mc_plan_snapper_snap_box (McPlanSnapper *self, const McRect *box, double reach, GArray *guides)
{
  const Line *upright, *level;
  double right = box->x + box->width, bottom = box->y + box->height;
  McPoint shift;

  shift.x = snap_axis (self, self->across, box->x, right, box->y, bottom, reach, &upright);
  shift.y = snap_axis (self, self->down, box->y, bottom, box->x, right, reach, &level);
  if (!guides)
    return shift;
  g_array_set_size (guides, 0);
  if (upright)
    add_guide (guides, upright, TRUE, box->y + shift.y, bottom + shift.y);
  if (level)
    add_guide (guides, level, FALSE, box->x + shift.x, right + shift.x);
  return shift;
}

McPoint
mc_plan_snapper_snap_point (McPlanSnapper *self, McPoint point, double reach, GArray *guides)
{
  McRect box = { point.x, point.y, 0, 0 };
  const McPoint *corner = NULL;
  McPoint shift;

  for (guint i = 0; i < self->corners->len; i++)
    {
      const McPoint *other = &g_array_index (self->corners, McPoint, i);

      if (mc_plan_distance (*other, point) <= reach &&
          (!corner || mc_plan_distance (*other, point) < mc_plan_distance (*corner, point)))
        corner = other;
    }
  if (corner)
    {
      if (guides)
        g_array_set_size (guides, 0);
      return *corner;
    }
  shift = mc_plan_snapper_snap_box (self, &box, reach, guides);
  return (McPoint){ mc_plan_round (point.x + shift.x), mc_plan_round (point.y + shift.y) };
}
