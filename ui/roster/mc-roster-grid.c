/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 160

enum
{
  PROP_SOURCE = 1,
  PROP_EDITABLE,
  PROP_WIDTH,
  PROP_TODAY,
  PROP_EXTRA_MENU,
  PROP_RECORDING,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  EDIT,
  MOVE_CELL,
  DROP,
  ACTIVATE,
  CURSOR_MOVED,
  SELECTION_CHANGED,
  MESSAGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (McRosterWidth,
                    mc_roster_width,
                    G_DEFINE_ENUM_VALUE (MC_ROSTER_WIDTH_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (MC_ROSTER_WIDTH_WEEK, "week"),
                    G_DEFINE_ENUM_VALUE (MC_ROSTER_WIDTH_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (MC_ROSTER_WIDTH_OWN, "own"))

G_DEFINE_FINAL_TYPE_WITH_CODE (McRosterGrid,
                               mc_roster_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, mc_roster_grid_access_iface_init))

/* --- The source --- */

/* Somebody else's change does not take the keyboard from who is typing, as long as the cell is still there. */
static void
source_changed_cb (McRosterGrid *self)
{
  gboolean had = self->has_cursor;
  guint row = self->cursor_row, slot = self->cursor_slot;

  self->n_rows = self->source ? mc_roster_grid_source_get_n_rows (self->source) : 0;
  self->n_feet = self->source ? mc_roster_grid_source_get_n_feet (self->source) : 0;
  self->n_days = self->source ? mc_roster_grid_source_get_n_days (self->source) : 0;
  self->n_parts = self->source ? mc_roster_grid_source_get_n_parts (self->source) : 1;
  mc_roster_grid_access_source_changed (self);
  mc_roster_grid_selection_source_changed (self);
  if (had != self->has_cursor || row != self->cursor_row || slot != self->cursor_slot)
    mc_roster_grid_edit_close (self);
  mc_roster_grid_layout_update (self);
  mc_roster_grid_paint_all (self);
}

static void
cells_changed_cb (McRosterGrid *self, guint row, guint slot, guint n_rows, guint n_slots)
{
  mc_roster_grid_paint_cells (self, row, slot, n_rows, n_slots);
  mc_roster_grid_access_cells_changed (self, row, n_rows);
}

void
mc_roster_grid_set_source (McRosterGrid *self, McRosterGridSource *source)
{
  g_return_if_fail (MC_IS_ROSTER_GRID (self));
  if (self->source == source)
    return;
  if (self->source)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_set_object (&self->source, source);
  if (source)
    {
      g_signal_connect_object (source, "changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "cells-changed", G_CALLBACK (cells_changed_cb), self, G_CONNECT_SWAPPED);
    }
  mc_roster_grid_paint_clear (self);
  source_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

/* --- Width of the days --- */

McRosterWidth
mc_roster_grid_get_width (McRosterGrid *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID (self), MC_ROSTER_WIDTH_MONTH);
  return self->width_mode;
}

void
mc_roster_grid_set_width (McRosterGrid *self, McRosterWidth width)
{
  g_return_if_fail (MC_IS_ROSTER_GRID (self));
  if (self->width_mode == width)
    return;
  self->width_mode = width;
  if (width != MC_ROSTER_WIDTH_OWN)
    {
      mc_roster_grid_layout_update (self);
      if (self->has_cursor)
        mc_roster_grid_layout_reveal (self, self->cursor_row, self->cursor_slot);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

/* --- The widget --- */

static void
mc_roster_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  mc_roster_grid_paint_snapshot (MC_ROSTER_GRID (widget), snapshot);
}

static void
mc_roster_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum * 2;
}

static void
mc_roster_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  McRosterGrid *self = MC_ROSTER_GRID (widget);

  mc_roster_grid_paint_update_screen (self);
  mc_roster_grid_layout_update (self);
  if (self->entry)
    gtk_popover_present (GTK_POPOVER (self->entry));
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
mc_roster_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  McRosterGrid *self = MC_ROSTER_GRID (widget);

  GTK_WIDGET_CLASS (mc_roster_grid_parent_class)->css_changed (widget, change);
  if (!self->texts)
    return;
  g_hash_table_remove_all (self->texts);
  mc_roster_grid_paint_all (self);
}

static void
mc_roster_grid_unmap (GtkWidget *widget)
{
  mc_roster_grid_edge_stop (MC_ROSTER_GRID (widget));
  mc_roster_grid_edit_close (MC_ROSTER_GRID (widget));
  GTK_WIDGET_CLASS (mc_roster_grid_parent_class)->unmap (widget);
}

static void
mc_roster_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McRosterGrid *self = MC_ROSTER_GRID (object);

  switch (id)
    {
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_RECORDING:
      g_value_set_boolean (value, self->recording);
      break;
    case PROP_WIDTH:
      g_value_set_enum (value, self->width_mode);
      break;
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    case PROP_EXTRA_MENU:
      g_value_set_object (value, self->extra_menu);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      mc_scrolling_get_property (&self->scrolling, (McScrollingProp)(id - PROP_HADJUSTMENT), value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McRosterGrid *self = MC_ROSTER_GRID (object);

  switch (id)
    {
    case PROP_SOURCE:
      mc_roster_grid_set_source (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      self->editable = g_value_get_boolean (value);
      mc_roster_grid_edit_update_actions (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !self->editable, -1);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_RECORDING:
      self->recording = g_value_get_boolean (value);
      mc_roster_grid_edit_update_actions (self);
      break;
    case PROP_WIDTH:
      mc_roster_grid_set_width (self, g_value_get_enum (value));
      break;
    case PROP_TODAY:
      self->today = g_value_get_int (value);
      mc_roster_grid_paint_all (self);
      break;
    case PROP_EXTRA_MENU:
      g_set_object (&self->extra_menu, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      mc_scrolling_set_property (&self->scrolling, (McScrollingProp)(id - PROP_HADJUSTMENT), value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_grid_dispose (GObject *object)
{
  McRosterGrid *self = MC_ROSTER_GRID (object);

  mc_roster_grid_edge_stop (self);
  mc_roster_grid_edit_dispose (self);
  if (self->source)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->extra_menu);
  mc_roster_grid_layout_dispose (self);
  mc_roster_grid_access_dispose (self);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mc_roster_grid_parent_class)->dispose (object);
}

static void
mc_roster_grid_finalize (GObject *object)
{
  McRosterGrid *self = MC_ROSTER_GRID (object);

  mc_roster_grid_paint_dispose (self);
  mc_roster_grid_selection_dispose (self);
  G_OBJECT_CLASS (mc_roster_grid_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, MC_TYPE_ROSTER_GRID_SOURCE, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  properties[PROP_WIDTH] = g_param_spec_enum ("width", NULL, NULL, MC_TYPE_ROSTER_WIDTH, MC_ROSTER_WIDTH_MONTH, flags);
  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags);
  properties[PROP_RECORDING] = g_param_spec_boolean ("recording", NULL, NULL, FALSE, flags);
  properties[PROP_EXTRA_MENU] = g_param_spec_object ("extra-menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  mc_scrolling_install (object_class, PROP_HADJUSTMENT);
}

static guint
new_signal (const char *name, GType returns, guint n, ...)
{
  va_list types;
  guint id;

  va_start (types, n);
  id = g_signal_new_valist (name, MC_TYPE_ROSTER_GRID, G_SIGNAL_RUN_LAST, NULL,
                            returns == G_TYPE_BOOLEAN ? g_signal_accumulator_true_handled : NULL, NULL, NULL, returns,
                            n, types);
  va_end (types);
  return id;
}

static void
install_signals (void)
{
  const GType u = G_TYPE_UINT;

  signals[EDIT] = new_signal ("edit", G_TYPE_NONE, 1, MC_TYPE_GRID_EDIT);
  signals[MOVE_CELL] = new_signal ("move-cell", G_TYPE_NONE, 4, u, u, u, u);
  signals[DROP] = new_signal ("drop", G_TYPE_BOOLEAN, 3, G_TYPE_STRING, u, u);
  signals[ACTIVATE] = new_signal ("activate", G_TYPE_NONE, 2, u, u);
  signals[CURSOR_MOVED] = new_signal ("cursor-moved", G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = new_signal ("selection-changed", G_TYPE_NONE, 0);
  signals[MESSAGE] = new_signal ("message", G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mc_roster_grid_class_init (McRosterGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_roster_grid_get_property;
  object_class->set_property = mc_roster_grid_set_property;
  object_class->dispose = mc_roster_grid_dispose;
  object_class->finalize = mc_roster_grid_finalize;
  widget_class->snapshot = mc_roster_grid_snapshot;
  widget_class->measure = mc_roster_grid_measure;
  widget_class->size_allocate = mc_roster_grid_size_allocate;
  widget_class->css_changed = mc_roster_grid_css_changed;
  widget_class->unmap = mc_roster_grid_unmap;
  install_properties (object_class);
  install_signals ();
  mc_roster_grid_edit_class_init (widget_class);
  mc_roster_grid_keys_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rostergrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
mc_roster_grid_init (McRosterGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  self->today = MC_DAY_NONE;
  mc_roster_grid_selection_init (self);
  mc_roster_grid_paint_init (self);
  mc_roster_grid_layout_init (self);
  mc_roster_grid_access_init (self);
  mc_roster_grid_pointer_init (self);
  mc_roster_grid_drop_init (self);
  mc_roster_grid_keys_init (self);
  mc_roster_grid_edit_update_actions (self);
}

GtkWidget *
mc_roster_grid_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_GRID, NULL);
}

/* --- Signals --- */

void
mc_roster_grid_emit_edit (McRosterGrid *self, McGridEdit *edit)
{
  if (edit->cells->len > 0)
    g_signal_emit (self, signals[EDIT], 0, edit);
}

void
mc_roster_grid_emit_move (McRosterGrid *self, guint row, guint slot, guint to_row, guint to_slot)
{
  g_signal_emit (self, signals[MOVE_CELL], 0, row, slot, to_row, to_slot);
}

gboolean
mc_roster_grid_emit_drop (McRosterGrid *self, const char *payload, guint row, guint slot)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[DROP], 0, payload, row, slot, &taken);
  return taken;
}

void
mc_roster_grid_emit_activate (McRosterGrid *self)
{
  if (self->has_cursor)
    g_signal_emit (self, signals[ACTIVATE], 0, self->cursor_row, self->cursor_slot);
}

void
mc_roster_grid_emit_cursor_moved (McRosterGrid *self)
{
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

void
mc_roster_grid_emit_selection_changed (McRosterGrid *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
mc_roster_grid_emit_message (McRosterGrid *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}
