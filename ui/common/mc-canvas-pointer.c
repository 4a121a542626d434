/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

#include <math.h>

/* Mouse, touch pad and fingers. A press is offered to an editor first; then it is a click, a pan or a rubber band, or a
 * node that is dragged away (mc-canvas-drop.c). */

#define THRESHOLD 6.0 /* pixels of motion that make a press a drag */
#define FLING 0.16    /* seconds: how far a pan runs on, as a part of its speed */
#define FLING_TIME 480
#define SLOW 60.0 /* pixels per second that are no fling */
#define WHEEL_TURN 0.12
#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)

static GdkModifierType
get_modifiers (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & MODIFIERS;
}

static gboolean
is_ground (McCanvas *self)
{
  McSceneNode *node = self->press_key && self->scene ? mc_scene_find (self->scene, self->press_key) : NULL;

  return !node || !mc_scene_node_get_drag (node);
}

static void
set_cursor (McCanvas *self, const char *name)
{
  GdkCursor *now = gtk_widget_get_cursor (GTK_WIDGET (self));

  if (g_strcmp0 (now ? gdk_cursor_get_name (now) : NULL, name) != 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
update_cursor (McCanvas *self)
{
  McCanvasCursorFunc func = self->cursor.func;
  McSceneNode *node;
  McPoint at;

  if (self->hand == MC_CANVAS_HAND_PAN || (self->space_down && self->hand == MC_CANVAS_HAND_NONE))
    {
      set_cursor (self, self->hand == MC_CANVAS_HAND_PAN ? "grabbing" : "grab");
      return;
    }
  if (self->pointer.x < 0 || self->hand == MC_CANVAS_HAND_BAND)
    return;
  node = mc_canvas_pick (self, self->pointer.x, self->pointer.y);
  at = mc_canvas_to_scene (self, self->pointer.x, self->pointer.y);
  if (func)
    set_cursor (self, func (self, node, &at, self->cursor.data));
  else
    set_cursor (self, node && (mc_scene_node_get_target (node) || mc_scene_node_get_role (node) == MC_SCENE_BUTTON)
                          ? "pointer"
                          : NULL);
}

void
mc_canvas_set_cursor_func (McCanvas *self, McCanvasCursorFunc func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (MC_IS_CANVAS (self));
  mc_canvas_hook_set (&self->cursor, func, data, destroy);
  update_cursor (self);
}

/* A press: whose is it, and what does it choose. */

static void
choose (McCanvas *self, const char *key, guint button, GdkModifierType modifiers)
{
  gboolean adds = modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK);

  mc_canvas_set_focus_key (self, key);
  if (adds && button != GDK_BUTTON_SECONDARY)
    mc_canvas_selection_select (self, key, TRUE, modifiers & GDK_CONTROL_MASK);
  else if (!self->was_selected)
    mc_canvas_selection_select (self, key, FALSE, FALSE);
}

/* What can be dragged is chosen at once, and dragged as chosen. A room or a frame may be where a pan begins: it is
 * chosen when the button is let go in place. */
static void
press_node (McCanvas *self, McSceneNode *node, guint button, int n_press, GdkModifierType modifiers)
{
  const char *key = node ? mc_scene_node_get_key (node) : NULL;
  /* Who hears of the choice may show another scene. */
  g_autoptr (McSceneNode) held = node ? mc_scene_node_ref (node) : NULL;

  self->was_selected = key && mc_canvas_is_selected (self, key);
  if (!node || mc_scene_node_get_role (node) == MC_SCENE_BUTTON)
    return;
  if (mc_scene_node_get_drag (node) || button == GDK_BUTTON_SECONDARY)
    choose (self, key, button, modifiers);
  if (n_press == 2 && button == GDK_BUTTON_PRIMARY)
    mc_canvas_emit_activate (self, key);
}

static void
pressed_cb (McCanvas *self, int n_press, double x, double y)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->click));
  GdkModifierType modifiers = get_modifiers (self->click);
  McSceneNode *node = mc_canvas_pick (self, x, y);

  mc_canvas_hover_hide (self);
  mc_canvas_view_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_set_str (&self->press_key, node ? mc_scene_node_get_key (node) : NULL);
  self->press = (McPoint){ x, y };
  self->press_at = mc_canvas_to_scene (self, x, y);
  self->press_view = self->view;
  self->hand = MC_CANVAS_HAND_PRESSED;
  if (!self->space_down && mc_canvas_emit_press (self, mc_canvas_to_scene (self, x, y), n_press, button, modifiers))
    {
      self->hand = MC_CANVAS_HAND_TOOL;
      gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  if (self->space_down || button == GDK_BUTTON_MIDDLE)
    return;
  press_node (self, node, button, n_press, modifiers);
  if (button == GDK_BUTTON_SECONDARY)
    {
      g_autofree char *key = g_strdup (self->press_key);

      self->hand = MC_CANVAS_HAND_LEFT;
      if (mc_canvas_emit_context (self, key, x, y))
        gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
click (McCanvas *self, GdkModifierType modifiers)
{
  McSceneNode *node = self->press_key && self->scene ? mc_scene_find (self->scene, self->press_key) : NULL;
  g_autofree char *key = g_strdup (self->press_key);
  g_autoptr (McSceneNode) held = node ? mc_scene_node_ref (node) : NULL;

  if (!node)
    {
      if (!modifiers)
        mc_canvas_selection_select (self, NULL, FALSE, FALSE);
    }
  else if (mc_scene_node_get_role (node) == MC_SCENE_BUTTON)
    {
      if (mc_scene_node_get_expanded (node) >= 0)
        mc_canvas_emit_toggle (self, key);
      else
        mc_canvas_emit_activate (self, key);
    }
  else if (!mc_scene_node_get_drag (node))
    choose (self, key, GDK_BUTTON_PRIMARY, modifiers);
  if (node && self->was_selected && !modifiers && mc_scene_node_get_role (node) != MC_SCENE_BUTTON)
    mc_canvas_selection_select (self, key, FALSE, FALSE);
}

static void
released_cb (McCanvas *self, int n_press, double x, double y)
{
  if (self->hand == MC_CANVAS_HAND_PRESSED && !self->space_down &&
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->click)) == GDK_BUTTON_PRIMARY)
    click (self, get_modifiers (self->click));
}

/* A press that goes on as a drag. */

static void
begin_drag (McCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->drag));
  GdkModifierType modifiers = get_modifiers (self->drag);
  gboolean other = modifiers & GDK_SHIFT_MASK;
  gboolean band = self->selection_mode == GTK_SELECTION_MULTIPLE && (self->drag_mode == MC_CANVAS_DRAG_SELECT) != other;

  if (self->space_down || button == GDK_BUTTON_MIDDLE)
    self->hand = MC_CANVAS_HAND_PAN;
  else if (button != GDK_BUTTON_PRIMARY || !is_ground (self))
    self->hand = MC_CANVAS_HAND_LEFT;
  else
    self->hand = band ? MC_CANVAS_HAND_BAND : MC_CANVAS_HAND_PAN;
  if (self->hand == MC_CANVAS_HAND_LEFT)
    return;
  self->space_used = self->space_down;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->hand == MC_CANVAS_HAND_BAND)
    mc_canvas_selection_begin_band (self, modifiers & GDK_CONTROL_MASK);
  update_cursor (self);
}

static void
pan_to (McCanvas *self, double dx, double dy)
{
  McCanvasView view = self->press_view;

  if (self->fitted)
    {
      self->fitted = FALSE;
      mc_canvas_notify_fitted (self);
    }
  view.x -= dx / view.scale;
  view.y -= dy / view.scale;
  mc_canvas_view_set (self, view);
}

static void
stretch_band (McCanvas *self, double dx, double dy)
{
  McPoint from = self->press_at;
  McPoint to = mc_canvas_to_scene (self, self->press.x + dx, self->press.y + dy);

  self->band = (McRect){ MIN (from.x, to.x), MIN (from.y, to.y), fabs (to.x - from.x), fabs (to.y - from.y) };
  mc_canvas_selection_update_band (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mc_canvas_pointer_drag (McCanvas *self, double dx, double dy)
{
  McPoint at = mc_canvas_to_scene (self, self->press.x + dx, self->press.y + dy);

  switch (self->hand)
    {
    case MC_CANVAS_HAND_TOOL:
      mc_canvas_emit_motion (self, at, get_modifiers (self->drag));
      update_cursor (self);
      break;
    case MC_CANVAS_HAND_PAN:
      pan_to (self, dx, dy);
      break;
    case MC_CANVAS_HAND_BAND:
      stretch_band (self, dx, dy);
      break;
    case MC_CANVAS_HAND_NONE:
    case MC_CANVAS_HAND_PRESSED:
    case MC_CANVAS_HAND_LEFT:
    default:
      break;
    }
}

static void
drag_update_cb (McCanvas *self, double dx, double dy)
{
  self->pointer = (McPoint){ self->press.x + dx, self->press.y + dy };
  if (self->hand == MC_CANVAS_HAND_PRESSED && hypot (dx, dy) >= THRESHOLD)
    begin_drag (self);
  if (self->hand == MC_CANVAS_HAND_BAND || (self->hand == MC_CANVAS_HAND_TOOL && hypot (dx, dy) >= THRESHOLD))
    mc_canvas_edge_update (self, self->pointer.x, self->pointer.y);
  mc_canvas_pointer_drag (self, dx, dy);
}

static void
fling (McCanvas *self)
{
  McCanvasView view = self->view;
  double x, y;

  if (!gtk_gesture_swipe_get_velocity (GTK_GESTURE_SWIPE (self->swipe), &x, &y) || hypot (x, y) < SLOW)
    return;
  view.x -= x * FLING / view.scale;
  view.y -= y * FLING / view.scale;
  mc_canvas_view_move_to (self, view, FLING_TIME);
}

static void
drag_end_cb (McCanvas *self, double dx, double dy)
{
  McCanvasHand hand = self->hand;

  mc_canvas_edge_stop (self);
  self->hand = MC_CANVAS_HAND_NONE;
  if (hand == MC_CANVAS_HAND_TOOL)
    mc_canvas_emit_release (self, mc_canvas_to_scene (self, self->press.x + dx, self->press.y + dy),
                            get_modifiers (self->drag));
  else if (hand == MC_CANVAS_HAND_PAN)
    fling (self);
  else if (hand == MC_CANVAS_HAND_BAND)
    mc_canvas_selection_end_band (self, FALSE);
  update_cursor (self);
}

static void
drag_cancel_cb (McCanvas *self)
{
  McCanvasHand hand = self->hand;

  mc_canvas_edge_stop (self);
  self->hand = MC_CANVAS_HAND_NONE;
  if (hand == MC_CANVAS_HAND_TOOL)
    mc_canvas_emit_cancel (self);
  else if (hand == MC_CANVAS_HAND_BAND)
    mc_canvas_selection_end_band (self, TRUE);
  update_cursor (self);
}

/* Zoom by wheel and by two fingers. */

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, McCanvas *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  McPoint at = self->pointer;
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  if (wheel && fabs (dy) >= 1)
    mc_canvas_zoom_step (self, dy > 0 ? -1 : 1, at.x < 0 ? NULL : &at);
  else
    {
      /* A touch pad: as far as the fingers go. */
      self->pinching = TRUE;
      mc_canvas_zoom_to (self, mc_canvas_get_zoom (self) * exp (-dy * (wheel ? WHEEL_TURN : WHEEL_TURN / 10)),
                         at.x < 0 ? NULL : &at);
      self->pinching = FALSE;
    }
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (McCanvas *self, GdkEventSequence *sequence)
{
  self->pinching = TRUE;
  self->pinch_zoom = mc_canvas_get_zoom (self);
  mc_canvas_hover_hide (self);
}

static void
pinch_scale_cb (McCanvas *self, double scale)
{
  McPoint at;

  if (self->pinching && gtk_gesture_get_bounding_box_center (self->pinch, &at.x, &at.y))
    mc_canvas_zoom_to (self, self->pinch_zoom * scale, &at);
}

static void
pinch_end_cb (McCanvas *self, GdkEventSequence *sequence)
{
  self->pinching = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (McCanvas *self, double x, double y)
{
  gboolean taken = FALSE;

  self->pointer = (McPoint){ x, y };
  if (self->hand == MC_CANVAS_HAND_NONE)
    taken = mc_canvas_emit_motion (self, mc_canvas_to_scene (self, x, y), 0);
  if (taken)
    mc_canvas_hover_hide (self);
  else
    mc_canvas_hover_update (self);
  update_cursor (self);
}

static void
leave_cb (McCanvas *self)
{
  self->pointer = (McPoint){ -1, -1 };
  mc_canvas_hover_update (self);
}

static void
init_drag (McCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->swipe = gtk_gesture_swipe_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->swipe), 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->swipe));
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  /* Added last, asked first: a press is known before it is dragged. */
  self->click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), 0);
  g_signal_connect_swapped (self->click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->click));
  gtk_gesture_group (self->drag, self->click);
  gtk_gesture_group (self->drag, self->swipe);
}

void
mc_canvas_pointer_init (McCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;

  self->pointer = (McPoint){ -1, -1 };
  init_drag (self);
  self->pinch = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (self->pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (self->pinch, "scale-changed", G_CALLBACK (pinch_scale_cb), self);
  g_signal_connect_swapped (self->pinch, "end", G_CALLBACK (pinch_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->pinch));
  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, controller);
  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, controller);
}

/* On the screen's pixels, however far away one looks: the rubber band, and where the focus is. */

static GdkRGBA
to_rgba (McColor color, float alpha)
{
  return (GdkRGBA){ (float)color.red, (float)color.green, (float)color.blue, alpha };
}

static void
outline (GtkSnapshot *snapshot, const McRect *box, float grow, float radius, float width, const GdkRGBA *color)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float)box->x - grow, (float)box->y - grow, (float)box->width + 2 * grow,
                                             (float)box->height + 2 * grow);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, radius);
  gtk_snapshot_append_border (snapshot, &round, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static McRect
to_widget (McCanvas *self, const McRect *area)
{
  McPoint corner = mc_canvas_from_scene (self, area->x, area->y);

  return (McRect){ corner.x, corner.y, area->width * self->view.scale, area->height * self->view.scale };
}

void
mc_canvas_pointer_snapshot (McCanvas *self, GtkSnapshot *snapshot)
{
  McColor accent = mc_palette_get_ink (self->palette, MC_TONE_ACCENT);
  McColor paper = mc_palette_get_fill (self->palette, MC_TONE_PAPER);
  GdkRGBA line = to_rgba (accent, 1), gap = to_rgba (paper, 1), fill = to_rgba (accent, 0.12f);
  McSceneNode *node = self->focus_key ? mc_scene_find (self->scene, self->focus_key) : NULL;

  if (node && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      McRect bounds = mc_scene_node_get_bounds (node), box = to_widget (self, &bounds);

      outline (snapshot, &box, 5, 8, 3, &line);
      outline (snapshot, &box, 2, 6, 1, &gap);
    }
  if (self->hand == MC_CANVAS_HAND_BAND)
    {
      McRect box = to_widget (self, &self->band);

      gtk_snapshot_append_color (snapshot, &fill,
                                 &GRAPHENE_RECT_INIT ((float)box.x, (float)box.y, (float)box.width, (float)box.height));
      outline (snapshot, &box, 0, 0, 1, &line);
    }
}
