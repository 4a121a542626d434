/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-code-entry.h"

#include <glib/gi18n.h>

#include "mc-late-parts.h"

#define MOST_HITS 8

struct _McRosterCodeEntry
{
  GtkPopover parent_instance;

  McRosterGridSource *source;
  guint row, slot;

  GtkEntry *entry;
  GtkLabel *problem;
  GtkListBox *hits;
};

G_DEFINE_FINAL_TYPE (McRosterCodeEntry, mc_roster_code_entry, GTK_TYPE_POPOVER)

static guint chosen_signal;

static GQuark
code_quark (void)
{
  return g_quark_from_static_string ("mc-roster-code");
}

static void
show_problem (McRosterCodeEntry *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                      self->problem, NULL, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}

static void
choose (McRosterCodeEntry *self, const char *text)
{
  g_autofree char *code = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  int duty;

  if (mc_roster_grid_source_parse (self->source, code, &duty, &error))
    g_signal_emit (self, chosen_signal, 0, duty);
  else
    show_problem (self, error->message);
}

static void
add_hit (McRosterCodeEntry *self, const McRosterCode *code)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *short_text = gtk_label_new (code->code), *name = gtk_label_new (code->name);

  gtk_label_set_width_chars (GTK_LABEL (short_text), 5);
  gtk_label_set_xalign (GTK_LABEL (short_text), 0);
  gtk_widget_add_css_class (short_text, "mc-code");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), short_text);
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_qdata_full (G_OBJECT (row), code_quark (), g_strdup (code->code), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, code->name, -1);
  gtk_list_box_append (self->hits, row);
}

static void
changed_cb (McRosterCodeEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) codes = mc_roster_grid_source_complete (self->source, self->row, self->slot, text);

  show_problem (self, NULL);
  gtk_list_box_remove_all (self->hits);
  for (guint i = 0; i < MIN (codes->len, MOST_HITS); i++)
    add_hit (self, g_ptr_array_index (codes, i));
  gtk_widget_set_visible (GTK_WIDGET (self->hits), codes->len > 0);
}

/* What is picked with the arrows goes before what is typed. */
static void
activate_cb (McRosterCodeEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->hits);

  choose (self, row ? g_object_get_qdata (G_OBJECT (row), code_quark ())
                    : gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
hit_cb (McRosterCodeEntry *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_qdata (G_OBJECT (row), code_quark ()));
}

static gboolean
key_pressed_cb (McRosterCodeEntry *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->hits);
  int at = row ? gtk_list_box_row_get_index (row) : -1;

  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  at += key == GDK_KEY_Down ? 1 : -1;
  row = at >= 0 ? gtk_list_box_get_row_at_index (self->hits, at) : NULL;
  if (row || at < 0)
    gtk_list_box_select_row (self->hits, row);
  if (row)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  return GDK_EVENT_STOP;
}

static void
mc_roster_code_entry_dispose (GObject *object)
{
  McRosterCodeEntry *self = MC_ROSTER_CODE_ENTRY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_CODE_ENTRY);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (mc_roster_code_entry_parent_class)->dispose (object);
}

static void
mc_roster_code_entry_class_init (McRosterCodeEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_code_entry_dispose;
  chosen_signal = g_signal_new ("chosen", MC_TYPE_ROSTER_CODE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-code-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterCodeEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, McRosterCodeEntry, problem);
  gtk_widget_class_bind_template_child (widget_class, McRosterCodeEntry, hits);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_cb);
}

static void
mc_roster_code_entry_init (McRosterCodeEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  mc_late_parts_watch (GTK_WIDGET (self));
}

GtkWidget *
mc_roster_code_entry_new (McRosterGridSource *source, guint row, guint slot)
{
  McRosterCodeEntry *self = g_object_new (MC_TYPE_ROSTER_CODE_ENTRY, NULL);

  self->source = g_object_ref (source);
  self->row = row;
  self->slot = slot;
  return GTK_WIDGET (self);
}

void
mc_roster_code_entry_begin (McRosterCodeEntry *self, const char *text, gboolean select)
{
  g_return_if_fail (MC_IS_ROSTER_CODE_ENTRY (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text ? text : "");
  changed_cb (self);
  gtk_entry_grab_focus_without_selecting (self->entry);
  if (select)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
