/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-undo-keys.h"

/* The field that has the keyboard, and what it held when it got it. */
typedef struct
{
  GtkWidget *field; /* weak */
  char *text;
  gboolean changed;
} UndoKeys;

static void
changed_cb (GtkEditable *field, UndoKeys *self)
{
  self->changed = TRUE;
}

static void
leave (UndoKeys *self)
{
  if (self->field)
    g_signal_handlers_disconnect_by_func (self->field, changed_cb, self);
  g_clear_weak_pointer (&self->field);
  g_clear_pointer (&self->text, g_free);
  self->changed = FALSE;
}

static void
undo_keys_free (gpointer data, GClosure *closure)
{
  leave (data);
  g_free (data);
}

static void
focus_cb (GtkWindow *window, GParamSpec *pspec, UndoKeys *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  leave (self);
  if (!GTK_IS_TEXT (focus))
    return;
  g_set_weak_pointer (&self->field, focus);
  self->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  g_signal_connect (focus, "changed", G_CALLBACK (changed_cb), self);
}

static gboolean
field_has_step (GtkWindow *window, UndoKeys *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      return redo ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer);
    }
  if (!self->field || self->field != focus || !self->changed)
    return FALSE;
  return redo || !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->field)), self->text);
}

static gboolean
key_cb (GtkWidget *window, GVariant *args, gpointer data)
{
  gboolean redo = g_variant_get_boolean (args);

  if (field_has_step (GTK_WINDOW (window), data, redo))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (window, redo ? "win.redo" : "win.undo", NULL);
}

static void
add_key (GtkShortcutController *keys, const char *trigger, UndoKeys *self, gboolean redo)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (key_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (redo));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

void
mc_undo_keys_install (GtkWindow *window)
{
  UndoKeys *self = g_new0 (UndoKeys, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_signal_connect_data (window, "notify::focus-widget", G_CALLBACK (focus_cb), self, undo_keys_free,
                         G_CONNECT_DEFAULT);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control>z", self, FALSE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control><Shift>z|<Control>y", self, TRUE);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
