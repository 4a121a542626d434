/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-template-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-report.h"
#include "mc-roster-template-cell.h"
#include "mc-template-actions.h"

struct _McRosterTemplateDialog
{
  AdwDialog parent_instance;

  McRosterBook *book;
  McLiveList *templates;

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (McRosterTemplateDialog, mc_roster_template_dialog, ADW_TYPE_DIALOG)

/* --- What is done with one, on fibers --- */

typedef struct
{
  McRosterTemplateDialog *dialog;
  McRosterBook *book;
  McRosterTemplate *template_;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->dialog);
  g_object_unref (act->book);
  g_object_unref (act->template_);
  g_free (act);
}

static DexFuture *
delete_fiber (gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autofree char *body = g_strdup_printf (
      _ ("The template “%s” does not come back. Rosters that were filled from it stay."), act->template_->name);

  if (!dex_await_boolean (mc_ask_go (GTK_WIDGET (act->dialog), _ ("Delete the Template?"), body, _ ("_Delete"), TRUE),
                          &error))
    return dex_future_new_true ();
  change = mc_template_change_delete (act->template_);
  return mc_commit (GTK_WIDGET (act->dialog), mc_roster_book_get_session (act->book), change);
}

static DexFuture *
fill_fiber (gpointer data)
{
  Act *act = data;
  McSession *session = mc_roster_book_get_session (act->book);
  g_autoptr (McLiveList) cells = mc_session_list_of (session, MC_TYPE_ROSTER_TEMPLATE_CELL, "template_id",
                                                     mc_entity_get_id (MC_ENTITY (act->template_)));
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (McCommitResult) result = NULL;

  if (!dex_await (mc_live_list_when_ready (cells), &error))
    {
      mc_report_error (GTK_WIDGET (act->dialog), _ ("The template cannot be read."), error);
      return dex_future_new_true ();
    }
  change = mc_template_change_fill (act->book, G_LIST_MODEL (cells), act->template_->name);
  if (mc_change_is_empty (change))
    {
      mc_report_toast (GTK_WIDGET (act->dialog),
                       _ ("There is nothing to fill: the cells of this week's pattern are taken."));
      return dex_future_new_true ();
    }
  result = dex_await_object (mc_commit (GTK_WIDGET (act->dialog), session, change), &error);
  if (result)
    adw_dialog_close (ADW_DIALOG (act->dialog));
  return dex_future_new_true ();
}

static void
verb_cb (GtkButton *button, McRosterTemplateDialog *self)
{
  Act *act = g_new0 (Act, 1);

  act->dialog = g_object_ref (self);
  act->book = g_object_ref (self->book);
  act->template_ = g_object_ref (g_object_get_data (G_OBJECT (button), "template"));
  dex_future_disown (dex_scheduler_spawn (
      NULL, 0, g_object_get_data (G_OBJECT (button), "deletes") ? delete_fiber : fill_fiber, act, act_free));
}

/* --- Rows --- */

static void
add_verb (
    McRosterTemplateDialog *self, GtkWidget *row, GtkWidget *button, McRosterTemplate *template_, gboolean deletes)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "template", g_object_ref (template_), g_object_unref);
  g_object_set_data (G_OBJECT (button), "deletes", deletes ? button : NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (verb_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_template (McRosterTemplateDialog *self, McRosterTemplate *template_)
{
  GtkWidget *row = adw_action_row_new (), *fill = gtk_button_new_with_mnemonic (_ ("_Fill"));
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = g_markup_escape_text (template_->name, -1);
  g_autofree char *fill_words = g_strdup_printf (_ ("Fill from the template “%s”"), template_->name);
  g_autofree char *remove_words = g_strdup_printf (_ ("Delete the template “%s”"), template_->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fill), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fill_words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_words, -1);
  gtk_widget_set_tooltip_text (remove, remove_words);
  add_verb (self, row, remove, template_, TRUE);
  add_verb (self, row, fill, template_, FALSE);
  gtk_widget_set_sensitive (fill, mc_roster_book_is_open (self->book));
  gtk_list_box_append (self->list, row);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  McRosterTemplate *x = *(gpointer const *)a, *y = *(gpointer const *)b;

  return g_utf8_collate (x->name, y->name);
}

static void
refresh (McRosterTemplateDialog *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->templates)); i++)
    g_ptr_array_add (found, g_list_model_get_item (G_LIST_MODEL (self->templates), i));
  g_ptr_array_sort (found, compare_names);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    add_template (self, g_ptr_array_index (found, i));
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");
}

/* --- The dialog --- */

static void
mc_roster_template_dialog_dispose (GObject *object)
{
  McRosterTemplateDialog *self = MC_ROSTER_TEMPLATE_DIALOG (object);

  if (self->templates)
    g_signal_handlers_disconnect_by_func (self->templates, refresh, self);
  g_clear_object (&self->templates);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_TEMPLATE_DIALOG);
  G_OBJECT_CLASS (mc_roster_template_dialog_parent_class)->dispose (object);
}

static void
mc_roster_template_dialog_class_init (McRosterTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_template_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/roster/mc-roster-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterTemplateDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, McRosterTemplateDialog, list);
}

static void
mc_roster_template_dialog_init (McRosterTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_roster_template_dialog_new (McRosterBook *book)
{
  McRosterTemplateDialog *self = g_object_new (MC_TYPE_ROSTER_TEMPLATE_DIALOG, NULL);

  g_return_val_if_fail (mc_roster_book_get_ready (book), NULL);
  self->book = g_object_ref (book);
  self->templates = mc_session_list (mc_roster_book_get_session (book), MC_TYPE_ROSTER_TEMPLATE, MC_DAY_NONE);
  g_signal_connect_object (self->templates, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_DIALOG (self);
}
