/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

#include <math.h>

/* Zoom and place: the one view that all else is drawn by, how it moves, and the scroll bars that follow it. */

#define LEAST_ZOOM 0.05
#define MOST_ZOOM 8.0
#define STAYS_IN_VIEW 64.0 /* pixels of the drawing that cannot be pushed out of the window */
#define MARGIN 24.0        /* pixels around what is revealed */
#define GLIDE 180          /* milliseconds */
#define READABLE 0.75      /* zoom at which a box that was searched for can be read */
#define EDGE 1e-6

static const double steps[] = { 0.05, 0.07, 0.1,  0.14, 0.2, 0.25, 0.33, 0.42, 0.5, 0.6, 0.7, 0.8, 0.9,
                                1.0,  1.1,  1.25, 1.4,  1.6, 1.8,  2.0,  2.5,  3.0, 4.0, 5.0, 6.5, 8.0 };

double
mc_canvas_view_get_unit (McCanvas *self)
{
  return self->dpi / 72;
}

static McRect
get_bounds (McCanvas *self)
{
  return self->scene ? mc_scene_get_bounds (self->scene) : (McRect){ 0 };
}

static double
get_size (McCanvas *self, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                   : gtk_widget_get_height (GTK_WIDGET (self));
}

static McCanvasView
look_at (McCanvas *self, const McRect *area, double most)
{
  double width = get_size (self, GTK_ORIENTATION_HORIZONTAL), height = get_size (self, GTK_ORIENTATION_VERTICAL);
  double scale = MIN (width / MAX (area->width, 1), height / MAX (area->height, 1));

  scale = MIN (scale, most * mc_canvas_view_get_unit (self));
  return (McCanvasView){ area->x + area->width / 2 - width / (2 * scale),
                         area->y + area->height / 2 - height / (2 * scale), scale };
}

static McCanvasView
get_fit (McCanvas *self)
{
  McRect bounds = get_bounds (self);

  return look_at (self, &bounds, self->max_fit_zoom);
}

/* Scroll bars cover the drawing and, where one looks beyond it, that too. */
static void
configure (gpointer canvas, GtkOrientation orientation)
{
  McCanvas *self = canvas;
  GtkAdjustment *adjustment = self->scrolling.adjustment[orientation];
  McRect bounds = get_bounds (self);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double page = get_size (self, orientation), scale = self->view.scale;
  double value = (across ? self->view.x : self->view.y) * scale;
  double lower = (across ? bounds.x : bounds.y) * scale;
  double upper = lower + (across ? bounds.width : bounds.height) * scale;

  if (!adjustment)
    return;
  /* What fits by a hair is not worth a scroll bar. */
  lower = lower > value - 1 ? value : lower;
  upper = upper < value + page + 1 ? value + page : upper;
  gtk_adjustment_configure (adjustment, value, lower, upper, page * 0.1, page * 0.9, page);
}

static double
clamp_side (double at, double from, double length, double size, double scale)
{
  double stays = MIN (STAYS_IN_VIEW, length * scale) / scale;

  return CLAMP (at, from + stays - size / scale, from + length - stays);
}

static McCanvasView
clamp_view (McCanvas *self, McCanvasView view)
{
  McRect bounds = get_bounds (self);
  double width = get_size (self, GTK_ORIENTATION_HORIZONTAL), height = get_size (self, GTK_ORIENTATION_VERTICAL);

  if (!self->scene || width <= 0 || height <= 0)
    return view;
  view.x = clamp_side (view.x, bounds.x, bounds.width, width, view.scale);
  view.y = clamp_side (view.y, bounds.y, bounds.height, height, view.scale);
  return view;
}

void
mc_canvas_view_set (McCanvas *self, McCanvasView view)
{
  gboolean zoomed = fabs (view.scale - self->view.scale) > EDGE * view.scale, moved;

  view = clamp_view (self, view);
  moved = zoomed || fabs (view.x - self->view.x) > EDGE || fabs (view.y - self->view.y) > EDGE;
  self->view = view;
  if (moved)
    self->moved_at = g_get_monotonic_time ();
  self->configuring = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL);
  configure (self, GTK_ORIENTATION_VERTICAL);
  self->configuring = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* The card stood beside its node; it comes back when the view rests. */
  if (self->card && moved)
    mc_canvas_hover_hide (self);
  mc_canvas_hover_update (self);
  if (zoomed)
    mc_canvas_notify_zoom (self);
  mc_canvas_emit_view_changed (self);
}

static void
set_fitted (McCanvas *self, gboolean fitted)
{
  if (self->fitted == fitted)
    return;
  self->fitted = fitted;
  mc_canvas_notify_fitted (self);
}

static void
adjusted_cb (McCanvas *self)
{
  McCanvasView view = self->view;

  if (self->configuring)
    return;
  mc_canvas_view_stop (self);
  if (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL])
    view.x = gtk_adjustment_get_value (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL]) / view.scale;
  if (self->scrolling.adjustment[GTK_ORIENTATION_VERTICAL])
    view.y = gtk_adjustment_get_value (self->scrolling.adjustment[GTK_ORIENTATION_VERTICAL]) / view.scale;
  set_fitted (self, FALSE);
  mc_canvas_view_set (self, view);
}

/* Everything is linear in the reciprocal of the scale, so that a point that rests at both ends rests all the way. */
static void
moved_cb (double value, McCanvas *self)
{
  double before = 1 / self->from.scale, after = 1 / self->to.scale;
  double scale = exp (log (self->from.scale) + value * (log (self->to.scale) - log (self->from.scale)));
  double part = fabs (before - after) > EDGE * before ? (1 / scale - before) / (after - before) : value;

  if (value >= 1)
    mc_canvas_view_set (self, self->to);
  else
    mc_canvas_view_set (self, (McCanvasView){ self->from.x + part * (self->to.x - self->from.x),
                                              self->from.y + part * (self->to.y - self->from.y), scale });
}

static gboolean
is_moving (McCanvas *self)
{
  return self->moving && adw_animation_get_state (self->moving) == ADW_ANIMATION_PLAYING;
}

void
mc_canvas_view_stop (McCanvas *self)
{
  if (is_moving (self))
    adw_animation_pause (self->moving);
}

void
mc_canvas_view_move_to (McCanvas *self, McCanvasView view, guint milliseconds)
{
  GtkWidget *widget = GTK_WIDGET (self);

  mc_canvas_view_stop (self);
  view = clamp_view (self, view);
  if (fabs (view.x - self->view.x) < EDGE && fabs (view.y - self->view.y) < EDGE &&
      fabs (view.scale - self->view.scale) < EDGE)
    milliseconds = 0;
  if (milliseconds == 0 || !gtk_widget_get_mapped (widget) || !adw_get_enable_animations (widget))
    {
      mc_canvas_view_set (self, view);
      return;
    }
  self->from = self->view;
  self->to = view;
  g_clear_object (&self->moving);
  self->moving = adw_timed_animation_new (
      widget, 0, 1, milliseconds, adw_callback_animation_target_new ((AdwAnimationTargetFunc)moved_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->moving), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->moving);
}

/* Where the view is going to. */
static McCanvasView
get_aim (McCanvas *self)
{
  return is_moving (self) ? self->to : self->view;
}

void
mc_canvas_view_place (McCanvas *self)
{
  if (!self->scene || get_size (self, GTK_ORIENTATION_HORIZONTAL) <= 0)
    return;
  if (!self->placed || self->fitted)
    {
      g_autofree char *pending = g_steal_pointer (&self->pending_key);

      self->placed = TRUE;
      set_fitted (self, TRUE);
      mc_canvas_view_stop (self);
      mc_canvas_view_set (self, get_fit (self));
      if (pending)
        mc_canvas_go_to (self, pending);
    }
  else if (!is_moving (self))
    mc_canvas_view_set (self, self->view);
}

void
mc_canvas_view_keep (McCanvas *self, const char *key, McPoint where)
{
  McSceneNode *node = self->scene && key ? mc_scene_find (self->scene, key) : NULL;
  McCanvasView view = self->view;
  McRect bounds;

  if (!node)
    return;
  bounds = mc_scene_node_get_bounds (node);
  view.x = bounds.x - where.x / view.scale;
  view.y = bounds.y - where.y / view.scale;
  mc_canvas_view_stop (self);
  self->view = view;
  if (self->fitted)
    mc_canvas_view_move_to (self, get_fit (self), GLIDE);
  else
    mc_canvas_view_set (self, view);
}

void
mc_canvas_view_update_screen (McCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native ? gtk_native_get_surface (native) : NULL;
  double device_scale = surface ? gdk_surface_get_scale (surface) : 1;
  double zoom = self->view.scale / mc_canvas_view_get_unit (self);
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (device_scale != self->device_scale)
    mc_canvas_tiles_clear (self->tiles);
  self->device_scale = device_scale;
  self->dpi = dpi > 0 ? dpi / 1024.0 : 96;
  self->view.scale = zoom * mc_canvas_view_get_unit (self);
  mc_canvas_view_place (self);
}

void
mc_canvas_view_init (McCanvas *self)
{
  self->dpi = 96;
  self->device_scale = 1;
  self->max_fit_zoom = 1.5;
  self->view.scale = mc_canvas_view_get_unit (self);
  mc_scrolling_init (&self->scrolling, self, configure, G_CALLBACK (adjusted_cb));
}

void
mc_canvas_view_dispose (McCanvas *self)
{
  mc_canvas_view_stop (self);
  g_clear_object (&self->moving);
  g_clear_pointer (&self->pending_key, g_free);
  mc_scrolling_dispose (&self->scrolling);
}

double
mc_canvas_get_zoom (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), 1);
  return self->view.scale / mc_canvas_view_get_unit (self);
}

void
mc_canvas_zoom_to (McCanvas *self, double zoom, const McPoint *at)
{
  McPoint middle = { get_size (self, GTK_ORIENTATION_HORIZONTAL) / 2, get_size (self, GTK_ORIENTATION_VERTICAL) / 2 };
  McPoint rests;
  double unit, least, scale;

  g_return_if_fail (MC_IS_CANVAS (self));
  unit = mc_canvas_view_get_unit (self);
  least = self->scene && middle.x > 0 ? MIN (LEAST_ZOOM, get_fit (self).scale / unit) : LEAST_ZOOM;
  scale = CLAMP (zoom, least, MOST_ZOOM) * unit;
  at = at ? at : &middle;
  rests = mc_canvas_to_scene (self, at->x, at->y);
  self->placed = TRUE;
  set_fitted (self, FALSE);
  mc_canvas_view_move_to (self, (McCanvasView){ rests.x - at->x / scale, rests.y - at->y / scale, scale },
                          self->pinching ? 0 : GLIDE);
}

void
mc_canvas_zoom_step (McCanvas *self, int n, const McPoint *at)
{
  double zoom;

  g_return_if_fail (MC_IS_CANVAS (self));
  zoom = get_aim (self).scale / mc_canvas_view_get_unit (self);
  for (; n > 0; n--)
    {
      double next = MOST_ZOOM;

      for (guint i = G_N_ELEMENTS (steps); i > 0 && steps[i - 1] > zoom * 1.01; i--)
        next = steps[i - 1];
      zoom = next;
    }
  for (; n < 0; n++)
    {
      double next = 0;

      for (guint i = 0; i < G_N_ELEMENTS (steps) && steps[i] < zoom * 0.99; i++)
        next = steps[i];
      zoom = next;
    }
  mc_canvas_zoom_to (self, zoom, at);
}

void
mc_canvas_fit (McCanvas *self)
{
  g_return_if_fail (MC_IS_CANVAS (self));
  if (!self->scene || get_size (self, GTK_ORIENTATION_HORIZONTAL) <= 0)
    {
      self->placed = FALSE;
      return;
    }
  mc_canvas_view_move_to (self, get_fit (self), GLIDE);
  set_fitted (self, TRUE);
}

gboolean
mc_canvas_get_fitted (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), FALSE);
  return self->fitted;
}

/* By as little as brings @from…@to into the view; where it is longer than that, its beginning. */
static double
reveal_side (double at, double from, double length, double size)
{
  if (from + length > at + size)
    at = from + length - size;
  return MIN (at, from);
}

void
mc_canvas_reveal (McCanvas *self, const char *key)
{
  McSceneNode *node;
  McCanvasView view;
  McRect area;
  double margin;

  g_return_if_fail (MC_IS_CANVAS (self) && key);
  node = self->scene ? mc_scene_find (self->scene, key) : NULL;
  if (!node || self->fitted || get_size (self, GTK_ORIENTATION_HORIZONTAL) <= 0)
    return;
  view = get_aim (self);
  area = mc_scene_node_get_bounds (node);
  margin = MARGIN / view.scale;
  view.x = reveal_side (view.x, area.x - margin, area.width + 2 * margin,
                        get_size (self, GTK_ORIENTATION_HORIZONTAL) / view.scale);
  view.y = reveal_side (view.y, area.y - margin, area.height + 2 * margin,
                        get_size (self, GTK_ORIENTATION_VERTICAL) / view.scale);
  if (fabs (view.x - get_aim (self).x) > EDGE || fabs (view.y - get_aim (self).y) > EDGE)
    mc_canvas_view_move_to (self, view, GLIDE);
}

gboolean
mc_canvas_go_to (McCanvas *self, const char *key)
{
  const char *const keys[] = { key, NULL };
  McSceneNode *node;
  McRect area;

  g_return_val_if_fail (MC_IS_CANVAS (self) && key, FALSE);
  node = self->scene ? mc_scene_find (self->scene, key) : NULL;
  if (!node || mc_scene_node_get_role (node) == MC_SCENE_GROUND)
    return FALSE;
  mc_canvas_set_focus_key (self, key);
  mc_canvas_set_selection (self, keys);
  if (get_size (self, GTK_ORIENTATION_HORIZONTAL) <= 0)
    {
      g_set_str (&self->pending_key, key);
      return TRUE;
    }
  area = mc_scene_node_get_bounds (node);
  if (get_aim (self).scale < READABLE * mc_canvas_view_get_unit (self))
    {
      McCanvasView view = look_at (self, &area, READABLE);

      self->placed = TRUE;
      set_fitted (self, FALSE);
      if (view.scale > get_aim (self).scale)
        mc_canvas_view_move_to (self, view, GLIDE);
    }
  mc_canvas_reveal (self, key);
  return TRUE;
}

McPoint
mc_canvas_to_scene (McCanvas *self, double x, double y)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), ((McPoint){ 0 }));
  return (McPoint){ self->view.x + x / self->view.scale, self->view.y + y / self->view.scale };
}

McPoint
mc_canvas_from_scene (McCanvas *self, double x, double y)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), ((McPoint){ 0 }));
  return (McPoint){ (x - self->view.x) * self->view.scale, (y - self->view.y) * self->view.scale };
}

McRect
mc_canvas_get_visible (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), ((McRect){ 0 }));
  return (McRect){ self->view.x, self->view.y, get_size (self, GTK_ORIENTATION_HORIZONTAL) / self->view.scale,
                   get_size (self, GTK_ORIENTATION_VERTICAL) / self->view.scale };
}

gboolean
mc_canvas_is_complete (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), FALSE);
  return self->complete && !is_moving (self) && !self->glide;
}
