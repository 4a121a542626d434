/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "mc-plan-props.h"

/* What hands do: gestures on things that are chosen, and drawing by points. */

#define GRIP 9.0        /* pixels from a grip that still pull it */
#define WALL_REACH 0.35 /* metres from which a door falls into a wall */
#define STRAIGHT 15.0
#define NUDGE_PAUSE 400 /* milliseconds: arrows in quick succession are one change */

static McPoint
to_metres (double x, double y)
{
  return (McPoint){ x / MC_PLAN_SCALE, y / MC_PLAN_SCALE };
}

double
mc_plan_editor_get_reach (McPlanEditor *self)
{
  return GRIP / (mc_canvas_get_zoom (self->canvas) * MC_PLAN_SCALE);
}

McPoint
mc_plan_editor_rotate_grip (McPlanEditor *self, McPlanObject *object)
{
  McPoint top = mc_plan_handle_place (object, MC_PLAN_HANDLE_TOP);
  McPoint bottom = mc_plan_handle_place (object, MC_PLAN_HANDLE_BOTTOM);
  double angle = mc_plan_angle (bottom, top) * G_PI / 180, far = 3 * mc_plan_editor_get_reach (self);

  return (McPoint){ top.x + far * cos (angle), top.y + far * sin (angle) };
}

GPtrArray *
mc_plan_editor_carried (McPlanEditor *self, GPtrArray *objects)
{
  g_autoptr (GPtrArray) all = mc_plan_feed_dup_objects (self->feed);
  GPtrArray *carried = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (carried, g_object_ref (g_ptr_array_index (objects, i)));
  for (guint i = 0; i < objects->len; i++)
    {
      McPlanObject *wall = g_ptr_array_index (objects, i);
      g_autoptr (GPtrArray) openings = wall->kind == MC_PLAN_KIND_WALL ? mc_plan_openings_of (wall, all) : NULL;

      for (guint k = 0; openings && k < openings->len; k++)
        if (!g_ptr_array_find (carried, g_ptr_array_index (openings, k), NULL))
          g_ptr_array_add (carried, g_object_ref (g_ptr_array_index (openings, k)));
    }
  return carried;
}

void
mc_plan_editor_drop_gesture (McPlanEditor *self)
{
  self->gesture = MC_PLAN_GESTURE_NONE;
  self->laying = self->turning = FALSE;
  g_clear_handle_id (&self->lay_source, g_source_remove);
  g_clear_object (&self->laid);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_clear_pointer (&self->snapper, mc_plan_snapper_free);
  g_array_set_size (self->guides, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
begin (McPlanEditor *self, McPlanGesture gesture, GPtrArray *objects, McPoint at)
{
  g_autoptr (GPtrArray) all = mc_plan_feed_dup_objects (self->feed);

  mc_plan_editor_drop_gesture (self);
  self->gesture = gesture;
  self->start = at;
  self->moved = FALSE;
  self->before = mc_plan_editor_carried (self, objects);
  self->snapper = mc_plan_snapper_new (all, self->before, self->grid, TRUE);
}

/* One of the grips of the only chosen thing: begins its gesture. */
static gboolean
press_grip (McPlanEditor *self, McPoint at, GdkModifierType modifiers)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  McPlanObject *object = chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;
  double reach = mc_plan_editor_get_reach (self);

  if (!object)
    return FALSE;
  if (mc_plan_distance (mc_plan_editor_rotate_grip (self, object), at) <= reach)
    {
      begin (self, MC_PLAN_GESTURE_ROTATE, chosen, at);
      return TRUE;
    }
  if (mc_plan_kind_has_points (object->kind))
    {
      gsize n;
      g_autofree McPoint *points = mc_plan_object_dup_points (object, &n, NULL);

      for (gsize i = 0; i < n; i++)
        if (mc_plan_distance (points[i], at) <= reach)
          {
            begin (self, MC_PLAN_GESTURE_POINT, chosen, at);
            self->point = (guint)i;
            return TRUE;
          }
      return FALSE;
    }
  for (guint i = 0; i < MC_PLAN_N_HANDLES; i++)
    if (mc_plan_distance (mc_plan_handle_place (object, i), at) <= reach)
      {
        begin (self, MC_PLAN_GESTURE_RESIZE, chosen, at);
        self->handle = i;
        return TRUE;
      }
  return FALSE;
}

/* A double click on the edge of a wall, line or area makes a point there; on a point, takes it away. */
static gboolean
edit_points (McPlanEditor *self, McPoint at)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  McPlanObject *object = chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree McPoint *points = NULL;
  double reach = mc_plan_editor_get_reach (self);
  gboolean closed, done = FALSE;
  gsize n;

  if (!object || !mc_plan_kind_has_points (object->kind))
    return FALSE;
  after = mc_plan_editor_clone (chosen);
  points = mc_plan_object_dup_points (object, &n, &closed);
  for (gsize i = 0; i < n && !done; i++)
    if (mc_plan_distance (points[i], at) <= reach)
      done = mc_plan_remove_point (g_ptr_array_index (after, 0), i);
  for (gsize i = 0; i + (closed ? 0 : 1) < n && !done; i++)
    {
      McPoint on;

      if (mc_plan_segment_distance (at, points[i], points[(i + 1) % n], &on) <= MAX (reach, object->width / 2))
        done = mc_plan_insert_point (g_ptr_array_index (after, 0), i + 1, on);
    }
  if (done)
    mc_plan_editor_commit_edit (self, _ ("Change the points"), chosen, after);
  return done;
}

static gboolean
press_select (McPlanEditor *self, double x, double y, int n_press, GdkModifierType modifiers)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);
  McSceneNode *node = scene ? mc_scene_pick (scene, x, y) : NULL;
  const char *key = node ? mc_scene_node_get_key (node) : NULL;
  McPoint at = to_metres (x, y);
  g_autoptr (GPtrArray) chosen = NULL;
  McPlanObject *object;

  if (n_press == 2 && edit_points (self, at))
    return TRUE;
  if (press_grip (self, at, modifiers))
    return TRUE;
  if (!key || !g_str_has_prefix (key, "object/") || (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return FALSE;
  object = mc_live_list_get_by_id (mc_plan_feed_get_objects (self->feed),
                                   g_ascii_strtoll (key + strlen ("object/"), NULL, 10));
  /* On a room that is not chosen one begins a rubber band. */
  if (!object || (object->kind == MC_PLAN_KIND_AREA && !mc_canvas_is_selected (self->canvas, key)))
    return FALSE;
  mc_canvas_set_focus_key (self->canvas, key);
  if (!mc_canvas_is_selected (self->canvas, key))
    mc_canvas_set_selection (self->canvas, (const char *const[]){ key, NULL });
  chosen = mc_plan_editor_get_selection (self);
  begin (self, MC_PLAN_GESTURE_MOVE, chosen, at);
  return TRUE;
}

/* --- By points --- */

static McPoint
snap_point (McPlanEditor *self, McPoint at, GdkModifierType modifiers)
{
  g_autoptr (GPtrArray) all = mc_plan_feed_dup_objects (self->feed);
  McPlanSnapper *snapper;

  /* What one points at is in the background. */
  if (self->tool == MC_PLAN_TOOL_SCALE)
    return at;
  if ((modifiers & GDK_SHIFT_MASK) && self->points->len > 0)
    return mc_plan_straighten (g_array_index (self->points, McPoint, self->points->len - 1), at, STRAIGHT);
  snapper = mc_plan_snapper_new (all, NULL, self->grid, TRUE);
  at = mc_plan_snapper_snap_point (snapper, at, mc_plan_editor_get_reach (self), self->guides);
  mc_plan_snapper_free (snapper);
  return at;
}

void
mc_plan_editor_finish_points (McPlanEditor *self)
{
  guint least = self->kind == MC_PLAN_KIND_AREA ? 3 : 2;
  guint n = self->points->len;
  const McPoint *points = (const McPoint *)(gpointer)self->points->data;
  gboolean closed = n > 3 && mc_plan_distance (points[0], points[n - 1]) < 0.01;

  if (self->tool == MC_PLAN_TOOL_DRAW && n >= least && !self->busy)
    {
      g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
      McPlanObject *object = mc_plan_thing_new (self->feed, self->kind, self->layer);
      g_autofree char *label =
          g_strdup_printf (_ ("Draw: %s"), g_dgettext (NULL, mc_plan_kind_values[self->kind].label));

      mc_plan_set_points (object, points, n - closed);
      if (closed && self->kind != MC_PLAN_KIND_AREA)
        mc_plan_props_set_boolean (object, "closed", TRUE);
      g_ptr_array_add (made, object);
      mc_plan_editor_insert (self, label, made);
    }
  g_array_set_size (self->points, 0);
  g_array_set_size (self->guides, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

void
mc_plan_editor_add_point (McPlanEditor *self, McPoint at)
{
  guint n = self->points->len;

  if (n > 0 && mc_plan_distance (g_array_index (self->points, McPoint, n - 1), at) < 0.001)
    return;
  g_array_append_val (self->points, at);
  self->cross = at;
  if (self->tool == MC_PLAN_TOOL_SCALE && n == 1)
    {
      mc_plan_editor_ask_distance (self);
      return;
    }
  if (self->tool == MC_PLAN_TOOL_DRAW && n >= 2 &&
      mc_plan_distance (g_array_index (self->points, McPoint, 0), at) < 0.01)
    {
      if (self->kind == MC_PLAN_KIND_AREA)
        g_array_set_size (self->points, n);
      mc_plan_editor_finish_points (self);
    }
  mc_plan_editor_show_points (self);
}

static void
put_into_wall (McPlanEditor *self, McPlanObject *opening)
{
  g_autoptr (GPtrArray) all = mc_plan_feed_dup_objects (self->feed);
  McWallSpot spot;

  if (opening->kind != MC_PLAN_KIND_DOOR && opening->kind != MC_PLAN_KIND_WINDOW)
    return;
  spot = mc_plan_nearest_wall (all, (McPoint){ opening->x, opening->y }, WALL_REACH);
  if (spot.wall)
    mc_plan_put_into_wall (opening, &spot);
}

void
mc_plan_editor_place (McPlanEditor *self, McPoint at)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = g_strdup_printf (_ ("Place: %s"), g_dgettext (NULL, mc_plan_kind_values[self->kind].label));
  McPlanObject *object;

  if (self->busy)
    return;
  object = mc_plan_thing_new (self->feed, self->kind, self->layer);
  object->x = mc_plan_round (at.x);
  object->y = mc_plan_round (at.y);
  put_into_wall (self, object);
  g_ptr_array_add (made, object);
  mc_plan_editor_insert (self, label, made);
}

/* --- The canvas's signals --- */

static gboolean
press_cb (McPlanEditor *self, double x, double y, int n_press, guint button, GdkModifierType modifiers)
{
  McPoint at = to_metres (x, y);

  if (button == GDK_BUTTON_SECONDARY && self->points->len > 0)
    {
      mc_plan_editor_finish_points (self);
      return TRUE;
    }
  if (button != GDK_BUTTON_PRIMARY || self->busy)
    return FALSE;
  if (self->tool == MC_PLAN_TOOL_SELECT)
    return press_select (self, x, y, n_press, modifiers);
  if (self->tool == MC_PLAN_TOOL_LAY)
    return mc_plan_editor_lay_press (self, at, mc_plan_editor_get_reach (self));
  at = snap_point (self, at, modifiers);
  if (self->tool == MC_PLAN_TOOL_PLACE)
    mc_plan_editor_place (self, at);
  else if (n_press == 2)
    mc_plan_editor_finish_points (self);
  else
    mc_plan_editor_add_point (self, at);
  return TRUE;
}

static void
shape (McPlanEditor *self, McPoint at, GdkModifierType modifiers)
{
  McPlanObject *first = g_ptr_array_index (self->after, 0);
  McRect box = mc_plan_objects_bounds (self->before);
  McPoint centre = { box.x + box.width / 2, box.y + box.height / 2 };
  McPoint by = { at.x - self->start.x, at.y - self->start.y };
  double turn;

  switch (self->gesture)
    {
    case MC_PLAN_GESTURE_MOVE:
      box.x += by.x;
      box.y += by.y;
      at = mc_plan_snapper_snap_box (self->snapper, &box, mc_plan_editor_get_reach (self), self->guides);
      for (guint i = 0; i < self->after->len; i++)
        mc_plan_move (g_ptr_array_index (self->after, i), by.x + at.x, by.y + at.y);
      if (self->after->len == 1)
        put_into_wall (self, first);
      break;
    case MC_PLAN_GESTURE_RESIZE:
      at = mc_plan_snapper_snap_point (self->snapper, at, mc_plan_editor_get_reach (self), self->guides);
      mc_plan_resize (first, self->handle, at, modifiers & GDK_SHIFT_MASK);
      break;
    case MC_PLAN_GESTURE_ROTATE:
      turn = mc_plan_angle (centre, at) - mc_plan_angle (centre, self->start);
      turn = modifiers & GDK_ALT_MASK ? turn : round (turn / STRAIGHT) * STRAIGHT;
      for (guint i = 0; i < self->after->len; i++)
        mc_plan_rotate (g_ptr_array_index (self->after, i), centre, turn);
      break;
    case MC_PLAN_GESTURE_POINT:
      mc_plan_move_point (
          first, self->point,
          mc_plan_snapper_snap_point (self->snapper, at, mc_plan_editor_get_reach (self), self->guides));
      break;
    case MC_PLAN_GESTURE_NONE:
    default:
      break;
    }
}

/* GTK tells of a pointer that rests, too: while keys lead the cross, it must really move. */
static gboolean
pointer_rests (McPlanEditor *self, double x, double y)
{
  McPoint pointer = mc_canvas_from_scene (self->canvas, x, y);

  if (!self->by_keys)
    return FALSE;
  if (isnan (self->pointer.x))
    self->pointer = pointer;
  self->by_keys = mc_plan_distance (pointer, self->pointer) < GRIP;
  return self->by_keys;
}

static void
lead_by_keys (McPlanEditor *self)
{
  if (!self->by_keys)
    self->pointer = (McPoint){ NAN, NAN };
  self->by_keys = TRUE;
}

static gboolean
motion_cb (McPlanEditor *self, double x, double y, GdkModifierType modifiers)
{
  McPoint at = to_metres (x, y);

  if (self->tool == MC_PLAN_TOOL_LAY)
    return mc_plan_editor_lay_motion (self, at);
  if (self->tool != MC_PLAN_TOOL_SELECT)
    self->cross = pointer_rests (self, x, y) ? self->cross : snap_point (self, at, modifiers);
  else if (self->gesture == MC_PLAN_GESTURE_NONE)
    return FALSE;
  else if (self->moved || mc_plan_distance (at, self->start) >= mc_plan_editor_get_reach (self) / 3)
    {
      self->moved = TRUE;
      g_clear_pointer (&self->after, g_ptr_array_unref);
      self->after = mc_plan_editor_clone (self->before);
      shape (self, at, modifiers);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return TRUE;
}

static gboolean
release_cb (McPlanEditor *self, double x, double y, GdkModifierType modifiers)
{
  McPlanGesture gesture = self->gesture;
  guint n = self->before ? self->before->len : 0;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *label = NULL;

  if (gesture == MC_PLAN_GESTURE_NONE)
    return mc_plan_editor_lay_release (self);
  if (!self->moved || !self->after)
    {
      const char *key = mc_canvas_get_focus_key (self->canvas);

      mc_plan_editor_drop_gesture (self);
      if (gesture == MC_PLAN_GESTURE_MOVE && key)
        mc_canvas_set_selection (self->canvas, (const char *const[]){ key, NULL });
      return TRUE;
    }
  before = g_ptr_array_ref (self->before);
  after = g_ptr_array_ref (self->after);
  label = gesture == MC_PLAN_GESTURE_MOVE
              ? mc_plan_editor_count_label (ngettext ("Move %u thing", "Move %u things", n), n)
          : gesture == MC_PLAN_GESTURE_ROTATE
              ? mc_plan_editor_count_label (ngettext ("Turn %u thing", "Turn %u things", n), n)
          : gesture == MC_PLAN_GESTURE_RESIZE ? g_strdup (_ ("Change the size"))
                                              : g_strdup (_ ("Change the points"));
  self->gesture = MC_PLAN_GESTURE_NONE;
  g_array_set_size (self->guides, 0);
  mc_plan_editor_commit_edit (self, label, before, after);
  return TRUE;
}

void
mc_plan_editor_tools_connect (McPlanEditor *self)
{
  g_signal_connect_object (self->canvas, "tool-press", G_CALLBACK (press_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "tool-motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "tool-release", G_CALLBACK (release_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "tool-cancel", G_CALLBACK (mc_plan_editor_drop_gesture), self,
                           G_CONNECT_SWAPPED);
}

/* --- By keyboard --- */

void
mc_plan_editor_write_nudge (McPlanEditor *self)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *label = NULL;

  if (self->nudge_source == 0)
    return;
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  self->nudge = (McPoint){ 0, 0 };
  before = g_steal_pointer (&self->before);
  after = g_steal_pointer (&self->after);
  if (!before || !after)
    return;
  label = mc_plan_editor_count_label (ngettext ("Move %u thing", "Move %u things", before->len), before->len);
  mc_plan_editor_commit_edit (self, label, before, after);
}

static gboolean
nudge_cb (gpointer data)
{
  mc_plan_editor_write_nudge (data);
  return G_SOURCE_REMOVE;
}

void
mc_plan_editor_nudge (McPlanEditor *self, double dx, double dy)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);

  if (self->busy || chosen->len == 0)
    return;
  if (self->nudge_source == 0)
    mc_plan_editor_drop_gesture (self);
  if (!self->before)
    self->before = mc_plan_editor_carried (self, chosen);
  self->nudge.x += dx;
  self->nudge.y += dy;
  g_clear_pointer (&self->after, g_ptr_array_unref);
  self->after = mc_plan_editor_clone (self->before);
  for (guint i = 0; i < self->after->len; i++)
    mc_plan_move (g_ptr_array_index (self->after, i), self->nudge.x, self->nudge.y);
  g_clear_handle_id (&self->nudge_source, g_source_remove);
  self->nudge_source = g_timeout_add (NUDGE_PAUSE, nudge_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static gboolean
arrow (McPlanEditor *self, double dx, double dy, GdkModifierType modifiers)
{
  double step = modifiers & GDK_ALT_MASK ? 0.001 : modifiers & GDK_SHIFT_MASK ? 1 : self->grid > 0 ? self->grid : 0.1;

  if (modifiers & GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  if (self->tool == MC_PLAN_TOOL_LAY)
    return mc_plan_editor_lay_nudge (self, dx * step, dy * step, 0);
  if (self->tool != MC_PLAN_TOOL_SELECT)
    {
      lead_by_keys (self);
      self->cross.x = mc_plan_round (self->cross.x + dx * step);
      self->cross.y = mc_plan_round (self->cross.y + dy * step);
      gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
      return GDK_EVENT_STOP;
    }
  if (mc_canvas_get_n_selected (self->canvas) == 0)
    return GDK_EVENT_PROPAGATE;
  mc_plan_editor_nudge (self, dx * step, dy * step);
  return GDK_EVENT_STOP;
}

/* To the thing before or after, as a screen reader goes: arrows move what is chosen. */
static gboolean
walk (McPlanEditor *self, int step)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);
  GPtrArray *reading = scene ? mc_scene_get_reading (scene) : NULL;
  const char *focus = mc_canvas_get_focus_key (self->canvas);
  int at = step > 0 ? -1 : 0;

  if (!reading || reading->len == 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; focus && i < reading->len; i++)
    if (g_strcmp0 (mc_scene_node_get_key (g_ptr_array_index (reading, i)), focus) == 0)
      at = (int)i;
  at = (at + step + (int)reading->len) % (int)reading->len;
  return mc_canvas_go_to (self->canvas, mc_scene_node_get_key (g_ptr_array_index (reading, at)));
}

static gboolean
drawing_key (McPlanEditor *self, guint key)
{
  gboolean by_points = self->tool != MC_PLAN_TOOL_PLACE;

  if (self->tool == MC_PLAN_TOOL_LAY)
    return key == GDK_KEY_comma    ? mc_plan_editor_lay_nudge (self, 0, 0, -0.5)
           : key == GDK_KEY_period ? mc_plan_editor_lay_nudge (self, 0, 0, 0.5)
                                   : GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      lead_by_keys (self);
      if (self->tool == MC_PLAN_TOOL_PLACE)
        mc_plan_editor_place (self, self->cross);
      else if (by_points && key == GDK_KEY_space)
        mc_plan_editor_add_point (self, self->cross);
      else
        mc_plan_editor_finish_points (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      if (self->points->len > 0)
        g_array_set_size (self->points, self->points->len - 1);
      gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

gboolean
mc_plan_editor_key (McPlanEditor *self, guint key, GdkModifierType modifiers)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return arrow (self, -1, 0, modifiers);
    case GDK_KEY_Right:
      return arrow (self, 1, 0, modifiers);
    case GDK_KEY_Up:
      return arrow (self, 0, -1, modifiers);
    case GDK_KEY_Down:
      return arrow (self, 0, 1, modifiers);
    case GDK_KEY_Page_Up:
      return walk (self, -1);
    case GDK_KEY_Page_Down:
      return walk (self, 1);
    case GDK_KEY_Escape:
      if (self->gesture == MC_PLAN_GESTURE_NONE && self->tool == MC_PLAN_TOOL_SELECT)
        return GDK_EVENT_PROPAGATE;
      mc_plan_editor_drop_gesture (self);
      if (self->points->len > 0)
        g_array_set_size (self->points, 0);
      else
        mc_plan_editor_take_tool (self, MC_PLAN_TOOL_SELECT, self->kind);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->tool == MC_PLAN_TOOL_SELECT)
        return mc_plan_editor_focus_properties (self);
      return drawing_key (self, key);
    default:
      return self->tool != MC_PLAN_TOOL_SELECT ? drawing_key (self, key) : GDK_EVENT_PROPAGATE;
    }
}
