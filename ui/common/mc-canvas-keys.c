/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

#include <glib/gi18n.h>

#include "mc-name.h"

/* Everything by keyboard: walking, finding by name, zooming, panning, and the acts on a node. */

#define FIND_PAUSE (1500 * G_TIME_SPAN_MILLISECOND) /* after it, letters begin another name */
#define PAN_STEP 80.0                               /* pixels */
#define PAN_TIME 120

static McSceneNode *
get_focus_node (McCanvas *self)
{
  return self->focus_key && self->scene ? mc_scene_find (self->scene, self->focus_key) : NULL;
}

static gboolean
focus_node (McCanvas *self, McSceneNode *node, GdkModifierType modifiers)
{
  const char *key = node ? mc_scene_node_get_key (node) : NULL;
  /* Who hears of the focus may show another scene. */
  g_autoptr (McSceneNode) held = node ? mc_scene_node_ref (node) : NULL;

  if (!key)
    return GDK_EVENT_STOP;
  mc_canvas_set_focus_key (self, key);
  if (modifiers & GDK_SHIFT_MASK)
    mc_canvas_selection_select (self, key, TRUE, FALSE);
  else
    mc_canvas_selection_select (self, key, FALSE, FALSE);
  mc_canvas_reveal (self, key);
  return GDK_EVENT_STOP;
}

static gboolean
walk (McCanvas *self, McSceneDirection direction, GdkModifierType modifiers)
{
  McSceneNode *from = get_focus_node (self);

  if (!self->scene)
    return GDK_EVENT_PROPAGATE;
  /* Whoever walks on has found what was typed; Space then folds. */
  g_string_truncate (self->typed, 0);
  return focus_node (self, mc_scene_step (self->scene, from, from ? direction : MC_SCENE_FIRST), modifiers);
}

static gboolean
pan (McCanvas *self, double dx, double dy)
{
  McCanvasView view = self->view;

  if (self->fitted)
    {
      self->fitted = FALSE;
      mc_canvas_notify_fitted (self);
    }
  view.x += dx * PAN_STEP / view.scale;
  view.y += dy * PAN_STEP / view.scale;
  mc_canvas_view_move_to (self, view, PAN_TIME);
  return GDK_EVENT_STOP;
}

static gboolean
select_all (McCanvas *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (self->selection_mode != GTK_SELECTION_MULTIPLE)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; self->scene && i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, i);

      if (mc_scene_node_get_key (node) && mc_scene_node_get_role (node) == MC_SCENE_ITEM)
        g_ptr_array_add (keys, (gpointer)mc_scene_node_get_key (node));
    }
  g_ptr_array_add (keys, NULL);
  mc_canvas_set_selection (self, (const char *const *)keys->pdata);
  return GDK_EVENT_STOP;
}

static gboolean
activate (McCanvas *self)
{
  McSceneNode *node = get_focus_node (self);
  g_autofree char *key = g_strdup (self->focus_key);

  if (!node)
    return GDK_EVENT_PROPAGATE;
  if (mc_scene_node_get_role (node) == MC_SCENE_BUTTON && mc_scene_node_get_expanded (node) >= 0)
    return mc_canvas_emit_toggle (self, key);
  return mc_canvas_emit_activate (self, key);
}

static gboolean
open_context (McCanvas *self)
{
  McSceneNode *node = get_focus_node (self);
  g_autofree char *key = g_strdup (self->focus_key);
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (node)
    {
      McRect box = mc_scene_node_get_bounds (node);
      McPoint middle = mc_canvas_from_scene (self, box.x + box.width / 2, box.y + box.height / 2);

      x = CLAMP (middle.x, 0, 2 * x);
      y = CLAMP (middle.y, 0, 2 * y);
    }
  return mc_canvas_emit_context (self, key, x, y);
}

/* Find by name */

static void
fold_names (McCanvas *self)
{
  if (self->folded)
    return;
  self->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, i);
      const char *name = mc_scene_node_get_name (node);
      gboolean counts = name && mc_scene_node_get_key (node) && mc_scene_node_get_role (node) != MC_SCENE_GROUND &&
                        mc_scene_node_get_role (node) != MC_SCENE_BUTTON;

      g_ptr_array_add (self->folded, counts ? mc_fold (name) : NULL);
    }
}

static guint
find_position (McCanvas *self)
{
  for (guint i = 0; self->focus_key && i < mc_scene_get_n_nodes (self->scene); i++)
    if (g_strcmp0 (mc_scene_node_get_key (mc_scene_get_node (self->scene, i)), self->focus_key) == 0)
      return i;
  return 0;
}

/* From the focused node on and round; a further letter may keep the node, the first one goes to the next. */
static McSceneNode *
find_typed (McCanvas *self, gboolean further)
{
  g_autofree char *needle = mc_fold (self->typed->str);
  guint n = mc_scene_get_n_nodes (self->scene), start = find_position (self) + (further ? 0 : 1);

  fold_names (self);
  for (guint i = 0; i < n; i++)
    {
      const char *name = g_ptr_array_index (self->folded, (start + i) % n);

      if (name && mc_fold_matches (name, needle))
        return mc_scene_get_node (self->scene, (start + i) % n);
    }
  return NULL;
}

static gboolean
type (McCanvas *self, gunichar letter)
{
  gint64 now = g_get_monotonic_time ();
  gboolean further = self->typed->len > 0 && now - self->typed_at < FIND_PAUSE;
  McSceneNode *node;

  if (!self->scene || mc_scene_get_n_nodes (self->scene) == 0)
    return GDK_EVENT_PROPAGATE;
  if (!further)
    g_string_truncate (self->typed, 0);
  g_string_append_unichar (self->typed, letter);
  self->typed_at = now;
  node = find_typed (self, further);
  if (node)
    focus_node (self, node, 0);
  else
    {
      g_autofree char *text = g_strdup_printf (_ ("No name with “%s”"), self->typed->str);

      gtk_widget_error_bell (GTK_WIDGET (self));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  return GDK_EVENT_STOP;
}

static gboolean
is_typing (McCanvas *self)
{
  return self->typed->len > 0 && g_get_monotonic_time () - self->typed_at < FIND_PAUSE;
}

static gboolean
escape (McCanvas *self)
{
  if (self->card)
    {
      mc_canvas_hover_hide (self);
      return GDK_EVENT_STOP;
    }
  if (self->hand == MC_CANVAS_HAND_BAND || self->hand == MC_CANVAS_HAND_PAN)
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return GDK_EVENT_STOP;
    }
  if (mc_canvas_get_n_selected (self) == 0)
    return GDK_EVENT_PROPAGATE;
  mc_canvas_selection_select (self, NULL, FALSE, FALSE);
  return GDK_EVENT_STOP;
}

typedef struct
{
  guint key, keypad;
  McSceneDirection direction;
  double dx, dy;
} Arrow;

static const Arrow arrows[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, MC_SCENE_LEFT, -1, 0 }, { GDK_KEY_Right, GDK_KEY_KP_Right, MC_SCENE_RIGHT, 1, 0 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, MC_SCENE_UP, 0, -1 },       { GDK_KEY_Down, GDK_KEY_KP_Down, MC_SCENE_DOWN, 0, 1 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, MC_SCENE_FIRST, 0, 0 }, { GDK_KEY_End, GDK_KEY_KP_End, MC_SCENE_LAST, 0, 0 },
};

static const Arrow *
find_arrow (guint key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i].key == key || arrows[i].keypad == key)
      return &arrows[i];
  return NULL;
}

static gboolean
zoom_key (McCanvas *self, guint key, gboolean control)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      mc_canvas_zoom_step (self, 1, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      mc_canvas_zoom_step (self, -1, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      if (!control)
        return GDK_EVENT_PROPAGATE;
      mc_canvas_zoom_to (self, 1, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_9:
    case GDK_KEY_KP_9:
      if (!control)
        return GDK_EVENT_PROPAGATE;
      mc_canvas_fit (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
act_key (McCanvas *self, guint key, GdkModifierType modifiers)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return modifiers ? GDK_EVENT_PROPAGATE : activate (self);
    case GDK_KEY_Menu:
      return open_context (self);
    case GDK_KEY_F10:
      return modifiers == GDK_SHIFT_MASK ? open_context (self) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_F2:
      mc_canvas_hover_show (self, self->card ? NULL : self->focus_key);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return escape (self);
    case GDK_KEY_a:
    case GDK_KEY_A:
      return modifiers == GDK_CONTROL_MASK ? select_all (self) : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_space (McCanvas *self, GdkModifierType modifiers)
{
  if (is_typing (self) && !modifiers)
    return type (self, ' ');
  if (modifiers & GDK_CONTROL_MASK)
    {
      mc_canvas_selection_select (self, self->focus_key, TRUE, TRUE);
      return GDK_EVENT_STOP;
    }
  /* It may be held to pan; what else it means shows when it is let go. */
  if (!self->space_down)
    self->space_used = FALSE;
  self->space_down = TRUE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (McCanvas *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean control = modifiers & GDK_CONTROL_MASK;
  const Arrow *arrow = find_arrow (key);
  gunichar letter = gdk_keyval_to_unicode (key);

  if (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (arrow && control && (arrow->dx != 0 || arrow->dy != 0))
    return pan (self, arrow->dx, arrow->dy);
  if (arrow)
    return walk (self, arrow->direction, modifiers);
  if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    return press_space (self, modifiers);
  if (zoom_key (self, key, control) || act_key (self, key, modifiers))
    return GDK_EVENT_STOP;
  if (!control && letter != 0 && g_unichar_isalnum (letter))
    return type (self, letter);
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (McCanvas *self, guint key, guint code, GdkModifierType state)
{
  McSceneNode *node = get_focus_node (self);
  g_autofree char *focused = g_strdup (self->focus_key);

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || !self->space_down)
    return;
  self->space_down = FALSE;
  if (!node || self->space_used)
    return;
  if (mc_scene_node_get_expanded (node) >= 0)
    mc_canvas_emit_toggle (self, focused);
  else if (mc_scene_node_get_role (node) == MC_SCENE_BUTTON)
    mc_canvas_emit_activate (self, focused);
  else
    mc_canvas_selection_select (self, focused, FALSE, TRUE);
}

/* The keyboard begins at what is selected, or at the first node. */
static void
focus_enter_cb (McCanvas *self)
{
  g_auto (GStrv) selected = NULL;
  McSceneNode *first;

  if (self->focus_key || !self->scene || self->hand != MC_CANVAS_HAND_NONE)
    return;
  selected = mc_canvas_dup_selection (self);
  first = mc_scene_step (self->scene, NULL, MC_SCENE_FIRST);
  mc_canvas_set_focus_key (self, selected[0] ? selected[0] : first ? mc_scene_node_get_key (first) : NULL);
}

static void
focus_leave_cb (McCanvas *self)
{
  self->space_down = FALSE;
  mc_canvas_hover_hide (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mc_canvas_keys_init (McCanvas *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->typed = g_string_new (NULL);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
mc_canvas_keys_dispose (McCanvas *self)
{
  if (self->typed)
    g_string_free (g_steal_pointer (&self->typed), TRUE);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
}
