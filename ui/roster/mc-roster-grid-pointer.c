/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <math.h>

/* Mouse and touch pad: a press on a cell chooses it, and draws a range as it goes on; on a name it chooses the row, in
 * the head the day. What is chosen already is dragged away instead (mc-roster-grid-drop.c). */

#define THRESHOLD 6.0
#define ZOOM_STEP 1.2
#define ZONE 30.0    /* pixels from the edge of the cells in which what is held scrolls */
#define FASTEST 16.0 /* pixels a frame */
#define WHEEL 48.0   /* pixels a notch over the feet */

static GdkModifierType
get_modifiers (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
         (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
}

/* The cells that a press is about: one, a row of them, or days. */
static Range
get_range (McRosterGrid *self, const Spot *spot)
{
  guint last_slot = self->n_days * self->n_parts - 1, day = spot->slot / self->n_parts;

  switch (spot->pane)
    {
    case PANE_NAMES:
      return (Range){ spot->row, 0, spot->row, last_slot };
    case PANE_HEAD:
      return (Range){ 0, day * self->n_parts, self->n_rows - 1, (day + 1) * self->n_parts - 1 };
    case PANE_CORNER:
      return (Range){ 0, 0, self->n_rows - 1, last_slot };
    case PANE_BODY:
    case PANE_FEET:
    case PANE_FOOT_NAMES:
    case N_PANES:
    default:
      return (Range){ spot->row, spot->slot, spot->row, spot->slot };
    }
}

/* The cursor is where the range ends: never on a heading. */
static void
select_range (McRosterGrid *self, Range range, gboolean add)
{
  while (range.to_row > range.row && range.to_row < self->n_rows &&
         !mc_roster_grid_selection_is_cell (self, range.to_row))
    range.to_row--;
  mc_roster_grid_select (self, range.row, range.slot, range.to_row, range.to_slot, add);
}

static void
press_spot (McRosterGrid *self, const Spot *spot, guint button, GdkModifierType modifiers)
{
  Range range = get_range (self, spot);
  Range *last = self->ranges->len > 0 ? &g_array_index (self->ranges, Range, self->ranges->len - 1) : NULL;

  self->press_was_selected =
      spot->pane == PANE_BODY && !modifiers && mc_roster_grid_is_selected (self, spot->row, spot->slot);
  if (spot->pane == PANE_NAMES && !mc_roster_grid_selection_is_cell (self, spot->row))
    return;
  if (button == GDK_BUTTON_SECONDARY && mc_roster_grid_is_selected (self, spot->row, spot->slot))
    return;
  if (self->press_was_selected)
    return;
  if (modifiers & GDK_SHIFT_MASK && last && spot->row < self->n_rows)
    {
      Range joined = { last->row, last->slot, range.to_row, range.to_slot };

      select_range (self, joined, FALSE);
    }
  else
    select_range (self, range, modifiers & GDK_CONTROL_MASK);
}

static void
pressed_cb (McRosterGrid *self, int n_press, double x, double y)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->click));
  Spot spot;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->hand = HAND_NONE;
  if (button == GDK_BUTTON_MIDDLE || !self->source || !mc_roster_grid_layout_pick (self, x, y, &spot))
    return;
  self->hand = HAND_PRESSED;
  self->press = spot;
  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  press_spot (self, &spot, button, get_modifiers (self->click));
  if (button == GDK_BUTTON_SECONDARY)
    {
      self->hand = HAND_NONE;
      mc_roster_grid_edit_open_menu (self, x, y);
      gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (n_press == 2 && (spot.pane == PANE_BODY || spot.pane == PANE_FEET))
    mc_roster_grid_emit_activate (self);
}

static void
released_cb (McRosterGrid *self, int n_press, double x, double y)
{
  if (self->hand == HAND_PRESSED && self->press_was_selected && n_press == 1)
    mc_roster_grid_select (self, self->press.row, self->press.slot, self->press.row, self->press.slot, FALSE);
  if (self->hand == HAND_PRESSED)
    self->hand = HAND_NONE;
}

/* Within the cells, wherever the pointer is. */
static void
pick_within (McRosterGrid *self, Spot *spot)
{
  graphene_rect_t body = mc_roster_grid_layout_get_pane (self, PANE_BODY);
  double x = CLAMP (self->pointer_x, body.origin.x, body.origin.x + body.size.width - 1);
  double y = CLAMP (self->pointer_y, body.origin.y, body.origin.y + body.size.height - 1);

  if (!mc_roster_grid_layout_pick (self, x, y, spot))
    *spot = (Spot){ PANE_BODY, self->n_rows - 1, self->cursor_slot };
}

void
mc_roster_grid_pointer_stretch (McRosterGrid *self)
{
  Range range = get_range (self, &self->press);
  Spot spot;

  pick_within (self, &spot);
  if (self->press.pane == PANE_BODY || self->press.pane == PANE_NAMES)
    range.to_row = spot.row;
  if (self->press.pane == PANE_BODY || self->press.pane == PANE_HEAD)
    range.to_slot = spot.slot;
  if (mc_roster_grid_selection_is_cell (self, range.to_row))
    mc_roster_grid_select (self, range.row, range.slot, range.to_row, range.to_slot, FALSE);
}

static void
drag_update_cb (McRosterGrid *self, double dx, double dy)
{
  gboolean takes = (self->press.pane == PANE_BODY && self->press_was_selected && self->editable) ||
                   self->press.pane == PANE_NAMES || self->press.pane == PANE_FEET ||
                   self->press.pane == PANE_FOOT_NAMES;

  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  if (self->hand == HAND_PRESSED && hypot (dx, dy) >= THRESHOLD)
    {
      self->hand = takes ? HAND_LEFT : HAND_SELECT;
      if (self->hand == HAND_SELECT)
        gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (self->hand != HAND_SELECT)
    return;
  mc_roster_grid_pointer_stretch (self);
  mc_roster_grid_edge_update (self, self->pointer_x, self->pointer_y);
}

static void
drag_end_cb (McRosterGrid *self, double dx, double dy)
{
  mc_roster_grid_edge_stop (self);
  self->hand = HAND_NONE;
}

/* --- What is held at the edge brings into view what lies beyond --- */

static double
get_speed (double at, double from, double size)
{
  if (at < from + ZONE)
    return -FASTEST * MIN (1, (from + ZONE - at) / ZONE);
  if (at > from + size - ZONE)
    return FASTEST * MIN (1, (at - from - size + ZONE) / ZONE);
  return 0;
}

static gboolean
edge_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  McRosterGrid *self = MC_ROSTER_GRID (widget);

  mc_roster_grid_layout_scroll (self, self->edge_x, self->edge_y);
  if (self->hand == HAND_SELECT)
    mc_roster_grid_pointer_stretch (self);
  return G_SOURCE_CONTINUE;
}

void
mc_roster_grid_edge_stop (McRosterGrid *self)
{
  if (self->edge_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

void
mc_roster_grid_edge_update (McRosterGrid *self, double x, double y)
{
  graphene_rect_t body = mc_roster_grid_layout_get_pane (self, PANE_BODY);

  self->edge_x = get_speed (x, body.origin.x, body.size.width);
  self->edge_y = get_speed (y, body.origin.y, body.size.height);
  if (self->edge_x == 0 && self->edge_y == 0)
    mc_roster_grid_edge_stop (self);
  else if (!self->edge_tick)
    self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_cb, NULL, NULL);
}

/* --- The wheel --- */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, McRosterGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double turn = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? dy : dy / 20;
  Spot spot;

  if (state & GDK_CONTROL_MASK)
    {
      mc_roster_grid_layout_zoom (self, self->day_width * pow (ZOOM_STEP, -turn), self->pointer_x);
      return GDK_EVENT_STOP;
    }
  if (mc_roster_grid_layout_pick (self, self->pointer_x, self->pointer_y, &spot) &&
      (spot.pane == PANE_FEET || spot.pane == PANE_FOOT_NAMES))
    {
      double before = self->foot_top;

      mc_roster_grid_layout_scroll_feet (self, turn * WHEEL);
      return before != self->foot_top;
    }
  return GDK_EVENT_PROPAGATE;
}

/* --- What is under the pointer --- */

static void
motion_cb (McRosterGrid *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
query_tooltip_cb (McRosterGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  Spot spot = { PANE_BODY, self->cursor_row, self->cursor_slot };
  g_autofree char *text = NULL;

  if (!self->source || (keyboard ? !self->has_cursor : !mc_roster_grid_layout_pick (self, x, y, &spot)))
    return FALSE;
  if (spot.pane == PANE_HEAD)
    text = g_strdup (mc_roster_grid_source_get_day (self->source, spot.slot / self->n_parts).note);
  else if (spot.pane == PANE_NAMES || spot.pane == PANE_FOOT_NAMES)
    text = g_strdup (mc_roster_grid_source_get_row (self->source, spot.row).name);
  else if (spot.row >= self->n_rows || mc_roster_grid_selection_is_cell (self, spot.row))
    text = mc_roster_grid_source_dup_name (self->source, spot.row, spot.slot);
  if (!text)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
mc_roster_grid_pointer_init (McRosterGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  /* Added last, asked first: a press is known before it is dragged. */
  self->click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), 0);
  g_signal_connect_swapped (self->click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->click));
  gtk_gesture_group (self->drag, self->click);
  /* In the capture phase: the scrolled window would take the wheel that zooms. */
  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, controller);
  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, controller);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
