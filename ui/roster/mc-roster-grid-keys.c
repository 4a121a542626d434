/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

/* Walking by keyboard, and the beginning of typing. The verbs have their keys as bindings of the actions. */

typedef struct
{
  guint key, keypad;
  int rows, slots;
} Arrow;

static const Arrow arrows[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0 },
};

static guint
step (guint at, int by, guint n)
{
  gint64 to = (gint64)at + by;

  return (guint)CLAMP (to, 0, (gint64)n - 1);
}

static void
walk (McRosterGrid *self, int rows, int slots, gboolean extend)
{
  guint n = self->n_rows + (extend ? 0 : self->n_feet);

  mc_roster_grid_selection_move (self, step (self->cursor_row, rows, n),
                                 step (self->cursor_slot, slots, self->n_days * self->n_parts), extend);
}

/* From either end of the row, or with Ctrl of all. */
static gboolean
walk_far (McRosterGrid *self, guint key, gboolean control, gboolean extend)
{
  guint last_slot = self->n_days * self->n_parts - 1;
  int page = (int)mc_roster_grid_layout_page (self);

  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      mc_roster_grid_selection_move (self, control ? 0 : self->cursor_row, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      mc_roster_grid_selection_move (self, control ? self->n_rows - 1 : self->cursor_row, last_slot, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      walk (self, control ? 0 : -page, control ? -(int)(7 * self->n_parts) : 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      walk (self, control ? 0 : page, control ? (int)(7 * self->n_parts) : 0, extend);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
walk_arrow (McRosterGrid *self, guint key, gboolean control, gboolean extend)
{
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i].key == key || arrows[i].keypad == key)
      {
        /* With Ctrl by whole days, and by pages of rows. */
        int slots = arrows[i].slots * (control ? (int)self->n_parts : 1);
        int rows = arrows[i].rows * (control ? (int)mc_roster_grid_layout_page (self) : 1);

        walk (self, rows, slots, extend);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
escape (McRosterGrid *self)
{
  if (mc_roster_grid_selection_is_single (self))
    return GDK_EVENT_PROPAGATE;
  mc_roster_grid_selection_collapse (self);
  return GDK_EVENT_STOP;
}

static gboolean
type (McRosterGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[8] = { 0 };

  if (!self->editable || !g_unichar_isalnum (letter) || (!self->recording && (key == GDK_KEY_p || key == GDK_KEY_P)) ||
      !mc_roster_grid_selection_is_cell (self, self->cursor_row))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  if (!self->recording || !mc_roster_grid_edit_take (self, text))
    mc_roster_grid_edit_open (self, text);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (McRosterGrid *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean control = modifiers & GDK_CONTROL_MASK, shift = modifiers & GDK_SHIFT_MASK;

  if (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK) || !self->has_cursor)
    return GDK_EVENT_PROPAGATE;
  if (walk_arrow (self, key, control, shift) || walk_far (self, key, control, shift))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape)
    return escape (self);
  if (!modifiers && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter))
    {
      mc_roster_grid_emit_activate (self);
      return GDK_EVENT_STOP;
    }
  return control ? GDK_EVENT_PROPAGATE : type (self, key);
}

/* The first session of today; of the first day where today is not among them. */
static guint
find_first_slot (McRosterGrid *self)
{
  for (guint i = 0; i < self->n_days; i++)
    if (mc_roster_grid_source_get_day (self->source, i).day == self->today)
      return i * self->n_parts;
  return 0;
}

/* The keyboard begins in the first row. */
static void
focus_enter_cb (McRosterGrid *self)
{
  if (!self->has_cursor && self->source && self->n_days > 0 && self->hand == HAND_NONE)
    mc_roster_grid_selection_move (self, 0, find_first_slot (self), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (McRosterGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mc_roster_grid_keys_init (McRosterGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  int steps; /* of grid.zoom */
} Binding;

static const Binding bindings[] = {
  { GDK_KEY_F2, 0, "grid.edit", 0 },
  { GDK_KEY_Delete, 0, "grid.free", 0 },
  { GDK_KEY_KP_Delete, 0, "grid.free", 0 },
  { GDK_KEY_BackSpace, 0, "grid.free", 0 },
  { GDK_KEY_p, 0, "grid.pin", 0 },
  { GDK_KEY_p, GDK_SHIFT_MASK, "grid.pin", 0 },
  { GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy", 0 },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, "grid.copy", 0 },
  { GDK_KEY_x, GDK_CONTROL_MASK, "grid.cut", 0 },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "grid.cut", 0 },
  { GDK_KEY_v, GDK_CONTROL_MASK, "grid.paste", 0 },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "grid.paste", 0 },
  { GDK_KEY_r, GDK_CONTROL_MASK, "grid.fill-right", 0 },
  { GDK_KEY_d, GDK_CONTROL_MASK, "grid.fill-down", 0 },
  { GDK_KEY_a, GDK_CONTROL_MASK, "grid.select-all", 0 },
  { GDK_KEY_Menu, 0, "grid.menu", 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "grid.menu", 0 },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "grid.zoom", 1 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "grid.zoom", 1 },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "grid.zoom", 1 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "grid.zoom", -1 },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "grid.zoom", -1 },
  { GDK_KEY_0, GDK_CONTROL_MASK, "grid.zoom", 0 },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "grid.zoom", 0 },
};

void
mc_roster_grid_keys_class_init (GtkWidgetClass *klass)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    if (g_str_equal (bindings[i].action, "grid.zoom"))
      gtk_widget_class_add_binding_action (klass, bindings[i].key, bindings[i].modifiers, bindings[i].action, "i",
                                           bindings[i].steps);
    else
      gtk_widget_class_add_binding_action (klass, bindings[i].key, bindings[i].modifiers, bindings[i].action, NULL);
}
