/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-draft-list.h"

#include <glib/gi18n.h>

#include "mc-drawing-print.h"
#include "mc-official-paper.h"
#include "mc-report.h"

struct _McDraftList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *papers;
  GPtrArray *rows; /* borrowed: the group holds them */
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (McDraftList, mc_draft_list, ADW_TYPE_PREFERENCES_GROUP)

static McRegisteredPaper *
paper_of (McDraftList *self, GtkButton *button)
{
  return g_ptr_array_index (self->papers, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "paper")));
}

static void
print_cb (GtkButton *button, McDraftList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McOfficialPaper) sheets = mc_official_paper_new_from_json (paper_of (self, button)->content, &error);

  if (sheets)
    mc_drawing_print_ask (GTK_WIDGET (self), MC_SHEETS (sheets), _ ("The paper could not be printed."));
  else
    mc_report_error (GTK_WIDGET (self), _ ("The paper could not be printed."), error);
}

static void
open_cb (GtkButton *button, McDraftList *self)
{
  g_autofree char *target =
      g_strdup_printf ("paper/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (paper_of (self, button))));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
  g_signal_emit (self, opened_signal, 0);
}

static void
add_button (McDraftList *self, AdwActionRow *row, guint at, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  McRegisteredPaper *paper = g_ptr_array_index (self->papers, at);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "paper", GUINT_TO_POINTER (at));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, paper->abstract, -1);
  g_signal_connect (button, "clicked", callback, self);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (McDraftList *self, guint at)
{
  McRegisteredPaper *paper = g_ptr_array_index (self->papers, at);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (paper->abstract, -1);
  g_autofree char *number = mc_registered_paper_dup_number (paper);
  g_autofree char *text = g_strdup_printf ("%s · %s", mc_enum_label (mc_paper_kind_values, paper->kind), number);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_button (self, ADW_ACTION_ROW (row), at, _ ("Print…"), G_CALLBACK (print_cb));
  add_button (self, ADW_ACTION_ROW (row), at, _ ("Open"), G_CALLBACK (open_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

void
mc_draft_list_show (McDraftList *self, GPtrArray *papers)
{
  g_return_if_fail (MC_IS_DRAFT_LIST (self));
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_ref (papers);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  self->papers = papers;
  for (guint i = 0; i < papers->len; i++)
    add_row (self, i);
}

static void
mc_draft_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_DRAFT_LIST);
  G_OBJECT_CLASS (mc_draft_list_parent_class)->dispose (object);
}

static void
mc_draft_list_finalize (GObject *object)
{
  McDraftList *self = MC_DRAFT_LIST (object);

  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (mc_draft_list_parent_class)->finalize (object);
}

static void
mc_draft_list_class_init (McDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_draft_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_draft_list_finalize;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/gov/cantho/MotCua/roster/mc-draft-list.ui");
  opened_signal =
      g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_draft_list_init (McDraftList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
