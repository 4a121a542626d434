/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

/* A chosen cell is dragged to another; a name, or a person from a list beside the grid, is dropped on a cell. What is
 * dragged is text ("person/12"), as on the canvases. */

#define CELL "roster-cell/"

static gboolean
find_target (McRosterGrid *self, double x, double y, Spot *spot)
{
  return self->editable && self->source && mc_roster_grid_layout_pick (self, x, y, spot) && spot->pane == PANE_BODY &&
         mc_roster_grid_selection_is_cell (self, spot->row);
}

static void
set_drop (McRosterGrid *self, gboolean has, guint row, guint slot)
{
  self->has_drop = has;
  self->drop_row = row;
  self->drop_slot = slot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, McRosterGrid *self)
{
  Spot spot;
  gboolean found = find_target (self, x, y, &spot);

  set_drop (self, found, found ? spot.row : 0, found ? spot.slot : 0);
  mc_roster_grid_edge_update (self, x, y);
  return found ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (GtkDropTarget *target, McRosterGrid *self)
{
  set_drop (self, FALSE, 0, 0);
  mc_roster_grid_edge_stop (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, McRosterGrid *self)
{
  const char *payload = g_value_get_string (value);
  Spot spot;

  drop_leave_cb (target, self);
  if (!payload || !find_target (self, x, y, &spot))
    return FALSE;
  if (!g_str_has_prefix (payload, CELL))
    return mc_roster_grid_emit_drop (self, payload, spot.row, spot.slot);
  if (!self->dragging || (self->drag_row == spot.row && self->drag_slot == spot.slot))
    return FALSE;
  mc_roster_grid_emit_move (self, self->drag_row, self->drag_slot, spot.row, spot.slot);
  return TRUE;
}

static char *
dup_payload (McRosterGrid *self)
{
  if (self->press.pane == PANE_NAMES && self->press.row < self->n_rows)
    return g_strdup (mc_roster_grid_source_get_row (self->source, self->press.row).drag);
  if (self->press.pane == PANE_BODY && self->press_was_selected && self->editable)
    return g_strdup_printf (CELL "%u/%u", self->press.row, self->press.slot);
  return NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, McRosterGrid *self)
{
  g_autofree char *payload = self->source && self->hand != HAND_SELECT ? dup_payload (self) : NULL;

  if (!payload)
    return NULL;
  self->dragging = self->press.pane == PANE_BODY;
  self->drag_row = self->press.row;
  self->drag_slot = self->press.slot;
  return gdk_content_provider_new_typed (G_TYPE_STRING, payload);
}

/* What hangs on the pointer says what it is. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, McRosterGrid *self)
{
  McRosterGridRow row = mc_roster_grid_source_get_row (self->source, self->drag_row);
  GtkWidget *label = gtk_label_new (row.name);

  self->hand = HAND_LEFT;
  if (self->dragging)
    {
      McRosterGridLook look = mc_roster_grid_source_get_look (self->source, self->drag_row, self->drag_slot);
      g_autofree char *text = g_strdup_printf ("%s · %s", row.name, look.label ? look.label : look.text);

      gtk_label_set_label (GTK_LABEL (label), text);
    }
  gtk_widget_add_css_class (label, "mc-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, McRosterGrid *self)
{
  self->hand = HAND_NONE;
  self->dragging = FALSE;
}

void
mc_roster_grid_drop_init (McRosterGrid *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  self->drag_source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (self->drag_source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (self->drag_source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (self->drag_source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag_source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_source));
}
