/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-edit.h"

#include <math.h>
#include <string.h>

#include "mc-plan-props.h"

/* -1, 0 or 1: on which side of the centre a grip is. */
static const struct
{
  int x, y;
} sides[MC_PLAN_N_HANDLES] = {
  [MC_PLAN_HANDLE_TOP_LEFT] = { -1, -1 },   [MC_PLAN_HANDLE_TOP] = { 0, -1 },
  [MC_PLAN_HANDLE_TOP_RIGHT] = { 1, -1 },   [MC_PLAN_HANDLE_RIGHT] = { 1, 0 },
  [MC_PLAN_HANDLE_BOTTOM_RIGHT] = { 1, 1 }, [MC_PLAN_HANDLE_BOTTOM] = { 0, 1 },
  [MC_PLAN_HANDLE_BOTTOM_LEFT] = { -1, 1 }, [MC_PLAN_HANDLE_LEFT] = { -1, 0 },
};

void
mc_plan_move (McPlanObject *self, double dx, double dy)
{
  self->x = mc_plan_round (self->x + dx);
  self->y = mc_plan_round (self->y + dy);
}

void
mc_plan_set_points (McPlanObject *self, const McPoint *points, gsize n_points)
{
  g_autofree McPoint *own = NULL;

  g_return_if_fail (n_points > 0);
  own = g_memdup2 (points, n_points * sizeof *points);
  self->x = mc_plan_round (points[0].x);
  self->y = mc_plan_round (points[0].y);
  self->rotation = 0;
  for (gsize i = 0; i < n_points; i++)
    own[i] = (McPoint){ own[i].x - self->x, own[i].y - self->y };
  g_free (self->points);
  self->points = mc_plan_points_format (own, n_points);
}

void
mc_plan_rotate (McPlanObject *self, McPoint about, double degrees)
{
  if (mc_plan_kind_has_points (self->kind))
    {
      gsize n;
      g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);

      for (gsize i = 0; i < n; i++)
        points[i] = mc_plan_rotate_point (points[i], about, degrees);
      mc_plan_set_points (self, points, n);
    }
  else
    {
      McPoint centre = mc_plan_rotate_point ((McPoint){ self->x, self->y }, about, degrees);

      self->x = mc_plan_round (centre.x);
      self->y = mc_plan_round (centre.y);
      self->rotation = mc_plan_turn (self->rotation + degrees);
    }
}

static McPoint
mirrored (McPoint point, McPoint about, gboolean level)
{
  return level ? (McPoint){ point.x, 2 * about.y - point.y } : (McPoint){ 2 * about.x - point.x, point.y };
}

void
mc_plan_mirror (McPlanObject *self, McPoint about, gboolean level)
{
  McPoint centre = mirrored ((McPoint){ self->x, self->y }, about, level);

  if (mc_plan_kind_has_points (self->kind))
    {
      gsize n;
      g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);

      for (gsize i = 0; i < n; i++)
        points[i] = mirrored (points[i], about, level);
      mc_plan_set_points (self, points, n);
      return;
    }
  self->x = mc_plan_round (centre.x);
  self->y = mc_plan_round (centre.y);
  /* Left and right change; over a level line, what was in front is behind, too. */
  self->rotation = mc_plan_turn (level ? 180 - self->rotation : -self->rotation);
  if (self->kind == MC_PLAN_KIND_DOOR)
    mc_plan_props_set_text (self, "hinge", mc_plan_props_has_text (self, "hinge", "left", "left") ? "right" : "left");
}

McPoint
mc_plan_handle_place (McPlanObject *self, McPlanHandle handle)
{
  McPoint centre = { self->x, self->y };
  McPoint grip;

  g_return_val_if_fail (handle < MC_PLAN_N_HANDLES, centre);
  if (mc_plan_kind_has_points (self->kind))
    {
      gsize n;
      g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);
      McRect box = mc_plan_points_bounds (points, n);

      return (McPoint){ box.x + box.width * (1 + sides[handle].x) / 2, box.y + box.height * (1 + sides[handle].y) / 2 };
    }
  grip = (McPoint){ self->x + sides[handle].x * self->width / 2, self->y + sides[handle].y * self->height / 2 };
  return mc_plan_rotate_point (grip, centre, self->rotation);
}

/* The new lengths when the grip is pulled to (@x, @y), counted from what is opposite. */
static void
new_size (McPlanHandle handle, double x, double y, gboolean keep_ratio, double *width, double *height)
{
  double old_width = *width, old_height = *height;

  if (sides[handle].x)
    *width = MAX (sides[handle].x * x, MC_PLAN_MIN_SIZE);
  if (sides[handle].y)
    *height = MAX (sides[handle].y * y, MC_PLAN_MIN_SIZE);
  if (keep_ratio && old_width > 0 && old_height > 0)
    {
      double factor = sides[handle].x == 0   ? *height / old_height
                      : sides[handle].y == 0 ? *width / old_width
                                             : MAX (*width / old_width, *height / old_height);

      *width = old_width * factor;
      *height = old_height * factor;
    }
}

static void
resize_points (McPlanObject *self, McPlanHandle handle, McPoint to, gboolean keep_ratio)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);
  McRect box = mc_plan_points_bounds (points, n);
  McPoint fixed = { box.x + box.width * (1 - sides[handle].x) / 2, box.y + box.height * (1 - sides[handle].y) / 2 };
  double width = box.width, height = box.height;

  new_size (handle, to.x - fixed.x, to.y - fixed.y, keep_ratio, &width, &height);
  for (gsize i = 0; i < n; i++)
    {
      if (box.width > 0)
        points[i].x = fixed.x + (points[i].x - fixed.x) * width / box.width;
      if (box.height > 0)
        points[i].y = fixed.y + (points[i].y - fixed.y) * height / box.height;
    }
  mc_plan_set_points (self, points, n);
}

void
mc_plan_resize (McPlanObject *self, McPlanHandle handle, McPoint to, gboolean keep_ratio)
{
  McPoint centre = { self->x, self->y };
  McPoint fixed, local, moved;

  g_return_if_fail (handle < MC_PLAN_N_HANDLES);
  if (mc_plan_kind_has_points (self->kind))
    {
      resize_points (self, handle, to, keep_ratio);
      return;
    }
  local = mc_plan_rotate_point (to, centre, -self->rotation);
  fixed = (McPoint){ self->x - sides[handle].x * self->width / 2, self->y - sides[handle].y * self->height / 2 };
  new_size (handle, local.x - fixed.x, local.y - fixed.y, keep_ratio, &self->width, &self->height);
  self->width = mc_plan_round (self->width);
  self->height = mc_plan_round (self->height);
  /* The centre moves so that what is opposite stays, seen before and after turning. */
  moved = (McPoint){ fixed.x + sides[handle].x * self->width / 2, fixed.y + sides[handle].y * self->height / 2 };
  moved = mc_plan_rotate_point (moved, centre, self->rotation);
  self->x = mc_plan_round (moved.x);
  self->y = mc_plan_round (moved.y);
}

gboolean
mc_plan_move_point (McPlanObject *self, gsize index, McPoint to)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);

  if (!mc_plan_kind_has_points (self->kind) || index >= n)
    return FALSE;
  points[index] = to;
  mc_plan_set_points (self, points, n);
  return TRUE;
}

gboolean
mc_plan_insert_point (McPlanObject *self, gsize index, McPoint point)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);

  if (!mc_plan_kind_has_points (self->kind) || index > n)
    return FALSE;
  points = g_renew (McPoint, points, n + 1);
  memmove (points + index + 1, points + index, (n - index) * sizeof *points);
  points[index] = point;
  mc_plan_set_points (self, points, n + 1);
  return TRUE;
}

gboolean
mc_plan_remove_point (McPlanObject *self, gsize index)
{
  gsize n;
  g_autofree McPoint *points = mc_plan_object_dup_points (self, &n, NULL);

  if (!mc_plan_kind_has_points (self->kind) || index >= n || n <= (self->kind == MC_PLAN_KIND_AREA ? 3 : 2))
    return FALSE;
  memmove (points + index, points + index + 1, (n - index - 1) * sizeof *points);
  mc_plan_set_points (self, points, n - 1);
  return TRUE;
}

McPoint
mc_plan_straighten (McPoint from, McPoint to, double step)
{
  double angle = round (mc_plan_angle (from, to) / step) * step;
  McPoint level = { from.x + mc_plan_distance (from, to), from.y };
  McPoint straight = mc_plan_rotate_point (level, from, angle);

  return (McPoint){ mc_plan_round (straight.x), mc_plan_round (straight.y) };
}

void
mc_plan_align (GPtrArray *objects, McPlanAlign align)
{
  McRect all = mc_plan_objects_bounds (objects);

  for (guint i = 0; i < objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (objects, i);
      McRect box = mc_plan_object_get_bounds (object);
      double right = all.x + all.width - box.x - box.width, bottom = all.y + all.height - box.y - box.height;

      switch (align)
        {
        case MC_PLAN_ALIGN_LEFT:
          mc_plan_move (object, all.x - box.x, 0);
          break;
        case MC_PLAN_ALIGN_CENTRE:
          mc_plan_move (object, (all.x - box.x + right) / 2, 0);
          break;
        case MC_PLAN_ALIGN_RIGHT:
          mc_plan_move (object, right, 0);
          break;
        case MC_PLAN_ALIGN_TOP:
          mc_plan_move (object, 0, all.y - box.y);
          break;
        case MC_PLAN_ALIGN_MIDDLE:
          mc_plan_move (object, 0, (all.y - box.y + bottom) / 2);
          break;
        case MC_PLAN_ALIGN_BOTTOM:
          mc_plan_move (object, 0, bottom);
          break;
        default:
          g_return_if_reached ();
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer level)
{
  McRect first = mc_plan_object_get_bounds (*(McPlanObject *const *)a);
  McRect second = mc_plan_object_get_bounds (*(McPlanObject *const *)b);
  double x = level ? first.x + first.width / 2 : first.y + first.height / 2;
  double y = level ? second.x + second.width / 2 : second.y + second.height / 2;

  return (x > y) - (x < y);
}

void
mc_plan_distribute (GPtrArray *objects, gboolean level)
{
  g_autoptr (GPtrArray) sorted = NULL;
  McRect all = mc_plan_objects_bounds (objects);
  double room = level ? all.width : all.height;
  double place = level ? all.x : all.y;
  double gap;

  if (objects->len < 3)
    return;
  sorted = g_ptr_array_copy (objects, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_with_data (sorted, compare_places, GINT_TO_POINTER (level));
  for (guint i = 0; i < sorted->len; i++)
    {
      McRect box = mc_plan_object_get_bounds (g_ptr_array_index (sorted, i));

      room -= level ? box.width : box.height;
    }
  gap = room / (sorted->len - 1);
  for (guint i = 0; i < sorted->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (sorted, i);
      McRect box = mc_plan_object_get_bounds (object);

      mc_plan_move (object, level ? place - box.x : 0, level ? 0 : place - box.y);
      place += (level ? box.width : box.height) + gap;
    }
}

char *
mc_plan_next_number (const char *number)
{
  gsize length = number ? strlen (number) : 0;
  gsize digits = 0;
  g_autofree char *before = NULL;

  while (digits < length && digits < 9 && g_ascii_isdigit (number[length - digits - 1]))
    digits++;
  if (digits == 0)
    return length ? g_strdup_printf ("%s-1", number) : g_strdup ("1");
  before = g_strndup (number, length - digits);
  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, before, (int)digits,
                          g_ascii_strtoll (number + length - digits, NULL, 10) + 1);
}

static void
add_numbers (GHashTable *numbers, GPtrArray *objects)
{
  for (guint i = 0; objects && i < objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (objects, i);

      if (object->number)
        g_hash_table_add (numbers, g_strdup_printf ("%u %s", object->kind, object->number));
    }
}

/* The first free number after @last among things of @kind; @last becomes it. */
static char *
take_number (GHashTable *numbers, McPlanKind kind, char **last)
{
  g_autofree char *key = NULL;

  do
    {
      char *next = mc_plan_next_number (*last);

      g_free (*last);
      *last = next;
      g_free (key);
      key = g_strdup_printf ("%u %s", kind, next);
    }
  while (g_hash_table_contains (numbers, key));
  g_hash_table_add (numbers, g_steal_pointer (&key));
  return g_strdup (*last);
}

GPtrArray *
mc_plan_duplicate_row (GPtrArray *originals, guint n_copies, double dx, double dy, GPtrArray *taken)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = NULL;

  add_numbers (numbers, originals);
  add_numbers (numbers, taken);
  for (guint i = 0; i < originals->len; i++)
    if (MC_PLAN_OBJECT (g_ptr_array_index (originals, i))->number)
      g_set_str (&last, MC_PLAN_OBJECT (g_ptr_array_index (originals, i))->number);
  for (guint n = 1; n <= n_copies; n++)
    for (guint i = 0; i < originals->len; i++)
      {
        McPlanObject *copy = mc_entity_clone (g_ptr_array_index (originals, i));

        mc_entity_set_id (MC_ENTITY (copy), 0);
        mc_entity_set_version (MC_ENTITY (copy), 0);
        mc_plan_move (copy, dx * n, dy * n);
        if (copy->number)
          {
            g_free (copy->number);
            copy->number = take_number (numbers, copy->kind, &last);
          }
        g_ptr_array_add (copies, copy);
      }
  return copies;
}

/* --- Backgrounds --- */

void
mc_plan_background_corners (McPlanBackground *self, const McRect *units, McPoint corners[4])
{
  const double right = units->x + units->width, bottom = units->y + units->height;

  corners[0] = mc_plan_background_place (self, units->x, units->y);
  corners[1] = mc_plan_background_place (self, right, units->y);
  corners[2] = mc_plan_background_place (self, right, bottom);
  corners[3] = mc_plan_background_place (self, units->x, bottom);
}

static McPoint
background_middle (McPlanBackground *self, const McRect *units)
{
  return mc_plan_background_place (self, units->x + units->width / 2, units->y + units->height / 2);
}

void
mc_plan_background_fit (McPlanBackground *self, const McRect *units, double metres_per_unit, const McRect *area)
{
  double width = MAX (units->width, 1e-6), height = MAX (units->height, 1e-6);
  McPoint middle;

  self->scale = metres_per_unit > 0 ? metres_per_unit : MIN (area->width / width, area->height / height);
  self->scale = CLAMP (self->scale, 1e-9, 1000);
  self->x = self->y = self->rotation = 0;
  middle = background_middle (self, units);
  mc_plan_background_move (self, area->x + area->width / 2 - middle.x, area->y + area->height / 2 - middle.y);
}

void
mc_plan_background_move (McPlanBackground *self, double dx, double dy)
{
  self->x = mc_plan_round (self->x + dx);
  self->y = mc_plan_round (self->y + dy);
}

void
mc_plan_background_rotate (McPlanBackground *self, const McRect *units, double degrees)
{
  McPoint middle = background_middle (self, units), after;

  self->rotation = mc_plan_turn (self->rotation + degrees);
  after = background_middle (self, units);
  mc_plan_background_move (self, middle.x - after.x, middle.y - after.y);
}
