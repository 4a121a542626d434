/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-import-dialog.h"

#include <glib/gi18n.h>

#include "mc-import-error.h"
#include "mc-roster-actions.h"

#define MOST_ERRORS 200 /* told one by one; who has more has another table in hand */

struct _McRosterImportDialog
{
  AdwDialog parent_instance;

  GArray *edits;

  GtkButton *go_button;
  GtkLabel *summary;
  GtkLabel *detail;
  GtkListBox *list;
};

static guint accept_signal;

G_DEFINE_FINAL_TYPE (McRosterImportDialog, mc_roster_import_dialog, ADW_TYPE_DIALOG)

/* --- Between the table and the roster --- */

void
mc_roster_import_dialog_fill (McRosterImport *import, McRosterBook *book)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);

  for (guint i = 0; i < problem->people->len; i++)
    {
      McRosterPerson *person = mc_roster_person (problem, i);
      const char *code = person->unit >= 0 ? g_array_index (problem->units, McRosterUnit, person->unit).key : NULL;

      mc_roster_import_add_person (import, person->id, person->name, code);
    }
  for (guint i = 0; i < problem->duties->len; i++)
    {
      McRosterPlace place = mc_roster_brief_get_place (brief, (gint)i);

      mc_roster_import_add_place (import, mc_roster_duty (problem, i)->key, place.counter_id, place.duty_id);
    }
}

GArray *
mc_roster_import_dup_edits (McRosterBook *book, McRosterImport *import)
{
  GArray *cells = mc_roster_import_get_cells (import);
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (McRosterEdit));

  for (guint i = 0; i < cells->len; i++)
    {
      McRosterImportCell *cell = &g_array_index (cells, McRosterImportCell, i);
      McRosterCell *now = mc_roster_book_get_cell (book, cell->person, cell->day, cell->session);
      McRosterEdit edit = { cell->person, cell->day, cell->session, { cell->counter_id, cell->duty_id }, -1 };

      if ((now ? now->counter_id : 0) != cell->counter_id || (now ? now->duty_id : 0) != cell->duty_id)
        g_array_append_val (edits, edit);
    }
  return edits;
}

/* --- What is shown --- */

static void
add_error (McRosterImportDialog *self, McImportError *error)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = mc_import_error_format (error), *title = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->list, row);
}

static void
show_errors (McRosterImportDialog *self, GListModel *errors)
{
  guint n = g_list_model_get_n_items (errors);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (NULL, "%u cell of the table is not understood.", "%u cells of the table are not understood.", n), n);

  gtk_label_set_label (self->summary, text);
  gtk_label_set_label (self->detail, _ ("Nothing is imported until all of the table is understood. Mend it and import "
                                        "it again."));
  for (guint i = 0; i < MIN (n, MOST_ERRORS); i++)
    {
      g_autoptr (McImportError) error = g_list_model_get_item (errors, i);

      add_error (self, error);
    }
}

static void
show_changes (McRosterImportDialog *self, McRosterImport *import)
{
  guint n = mc_roster_import_get_n_people (import), cells = mc_roster_import_get_cells (import)->len;
  g_autofree char *text = NULL;

  text = self->edits->len == 0 ? g_strdup (_ ("The roster is as in the table already."))
                               : g_strdup_printf (g_dngettext (NULL, "%u cell of the roster changes.",
                                                               "%u cells of the roster change.", self->edits->len),
                                                  self->edits->len);
  gtk_label_set_label (self->summary, text);
  g_clear_pointer (&text, g_free);
  /* Translators: people, then sessions of people */
  text = g_strdup_printf (_ ("The table has %u people and %u half-days. Who is not in it keeps what they have."), n,
                          cells);
  gtk_label_set_label (self->detail, text);
}

/* --- The dialog --- */

static void
go_cb (McRosterImportDialog *self)
{
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, accept_signal, 0, self->edits);
  g_object_unref (self);
}

static void
cancel_cb (McRosterImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mc_roster_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ROSTER_IMPORT_DIALOG);
  G_OBJECT_CLASS (mc_roster_import_dialog_parent_class)->dispose (object);
}

static void
mc_roster_import_dialog_finalize (GObject *object)
{
  g_clear_pointer (&MC_ROSTER_IMPORT_DIALOG (object)->edits, g_array_unref);
  G_OBJECT_CLASS (mc_roster_import_dialog_parent_class)->finalize (object);
}

static void
mc_roster_import_dialog_class_init (McRosterImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_import_dialog_finalize;
  accept_signal = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_ARRAY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterImportDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, McRosterImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, McRosterImportDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, McRosterImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mc_roster_import_dialog_init (McRosterImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_roster_import_dialog_new (McRosterBook *book, McRosterImport *import, const char *file, const char *note)
{
  McRosterImportDialog *self = g_object_new (MC_TYPE_ROSTER_IMPORT_DIALOG, NULL);
  GListModel *errors = mc_roster_import_get_errors (import);
  gboolean good = g_list_model_get_n_items (errors) == 0;

  g_return_val_if_fail (mc_roster_book_get_ready (book), NULL);
  self->edits = mc_roster_import_dup_edits (book, import);
  if (good)
    show_changes (self, import);
  else
    show_errors (self, errors);
  if (note)
    {
      g_autofree char *text = g_strdup_printf ("%s\n%s", gtk_label_get_label (self->detail), note);

      gtk_label_set_label (self->detail, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), !good);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), good && self->edits->len > 0);
  if (file)
    adw_dialog_set_title (ADW_DIALOG (self), file);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->go_button));
  return ADW_DIALOG (self);
}
