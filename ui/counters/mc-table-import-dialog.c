/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-import-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-error.h"
#include "mc-import-rows.h"
#include "mc-report.h"
#include "mc-table-import-kind.h"

struct _McTableImportDialog
{
  AdwDialog parent_instance;

  McSession *session;
  const McTableImportKind *kind;
  McListImport *import;
  McTableReader *reader;
  McColumnMapping *mapping;
  GFile *file;
  guint stamp;
  gboolean filling; /* the rows of the mapping are being made */

  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *start;
  GtkLabel *file_name;
  GtkLabel *summary;
  AdwSwitchRow *skip_row;
  AdwPreferencesGroup *columns;
  GtkWidget *errors_group;
  GtkListBox *errors;
  GPtrArray *column_rows;
};

G_DEFINE_FINAL_TYPE (McTableImportDialog, mc_table_import_dialog, ADW_TYPE_DIALOG)

static void
show_banner (McTableImportDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
show_result (McTableImportDialog *self)
{
  guint n_errors = g_list_model_get_n_items (mc_list_import_get_errors (self->import));
  guint n_rows = mc_list_import_get_n_rows (self->import);
  guint n_known = mc_list_import_get_n_known (self->import);
  g_autofree char *text = NULL;

  if (n_errors > 0)
    text = g_strdup_printf (g_dngettext (NULL, "✗ %u cell is bad; nothing is written until it is mended.",
                                         "✗ %u cells are bad; nothing is written until they are mended.", n_errors),
                            n_errors);
  else
    text = g_strdup_printf (_ ("✓ %u rows can be taken in, %u are there already."), n_rows, n_known);
  mc_report_tell (self->summary, text);
  gtk_widget_set_visible (self->errors_group, n_errors > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_row), n_known > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", n_errors == 0 && n_rows > 0);
}

static void read_again (McTableImportDialog *self);

static void
meaning_changed_cb (McTableImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column;

  if (self->filling || !g_ptr_array_find (self->column_rows, row, &column))
    return;
  mc_column_mapping_set (self->mapping, column, mc_import_column_row_get (row));
  read_again (self);
}

static void
show_mapping (McTableImportDialog *self)
{
  self->filling = TRUE;
  for (guint i = self->column_rows->len; i < mc_column_mapping_get_n_columns (self->mapping); i++)
    {
      GtkWidget *row = mc_import_column_row_new (self->mapping, i);

      adw_preferences_group_add (self->columns, row);
      g_ptr_array_add (self->column_rows, row);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (meaning_changed_cb), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < self->column_rows->len; i++)
    mc_import_column_row_show (g_ptr_array_index (self->column_rows, i), self->mapping, i);
  self->filling = FALSE;
}

static gboolean
open_file (McTableImportDialog *self, GError **error)
{
  McDay day = mc_session_get_as_of (self->session);

  g_clear_object (&self->reader);
  g_clear_object (&self->import);
  g_clear_object (&self->mapping);
  self->import = self->kind->make (day);
  self->reader = dex_await_object (mc_table_reader_open (self->file), error);
  if (!self->reader || !self->kind->fill (self->import, self->session, day, error))
    return FALSE;
  self->mapping = dex_await_object (mc_list_import_find_header (self->import, self->reader), error);
  return self->mapping != NULL;
}

static DexFuture *
read_fiber (gpointer data)
{
  McTableImportDialog *self = data;
  guint stamp = ++self->stamp;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);

  gtk_label_set_label (self->file_name, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  if (self->mapping || open_file (self, &error))
    {
      mc_list_import_set_skip_known (self->import, adw_switch_row_get_active (self->skip_row));
      dex_await (mc_list_import_read (self->import, self->reader, self->mapping), &error);
    }
  /* Another file or meaning may have been chosen meanwhile, or the dialog closed. */
  if (stamp != self->stamp || !self->session)
    return dex_future_new_false ();
  show_banner (self, error ? error->message : mc_table_reader_get_note (self->reader));
  gtk_stack_set_visible_child_name (self->stack, self->mapping ? "list" : "start");
  if (!self->mapping)
    return dex_future_new_false ();
  show_mapping (self);
  gtk_list_box_bind_model (self->errors, mc_list_import_get_errors (self->import), mc_import_error_row_new, NULL, NULL);
  show_result (self);
  if (error)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  return dex_future_new_true ();
}

static void
read_again (McTableImportDialog *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, g_object_ref (self), g_object_unref));
}

static void
skip_changed_cb (McTableImportDialog *self)
{
  if (self->mapping)
    read_again (self);
}

void
mc_table_import_dialog_read (McTableImportDialog *self, GFile *file)
{
  g_return_if_fail (MC_IS_TABLE_IMPORT_DIALOG (self) && G_IS_FILE (file));
  g_set_object (&self->file, file);
  g_clear_object (&self->mapping);
  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->columns, g_ptr_array_index (self->column_rows, i));
  g_ptr_array_set_size (self->column_rows, 0);
  read_again (self);
}

static DexFuture *
choose_fiber (gpointer data)
{
  static const char *const suffixes[] = { "csv", "xlsx", "xls", "ods", "txt", NULL };
  McTableImportDialog *self = data;
  g_autoptr (GFile) file =
      dex_await_object (mc_ask_open (GTK_WIDGET (self), _ ("Choose the List"), _ ("Tables"), suffixes), NULL);

  if (file && self->session)
    mc_table_import_dialog_read (self, file);
  return dex_future_new_true ();
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, choose_fiber, g_object_ref (widget), g_object_unref));
}

static DexFuture *
commit_fiber (gpointer data)
{
  McTableImportDialog *self = data;
  guint n = mc_list_import_get_n_rows (self->import);
  g_autofree char *label = self->kind->dup_label (n);
  g_autoptr (McChange) change = mc_change_new (label);

  for (guint i = 0; i < mc_list_import_get_n_items (self->import); i++)
    {
      const McImportItem *item = mc_list_import_get_item (self->import, i);

      mc_change_insert (change, item->row);
      if (item->parent)
        mc_change_link (change, item->row, item->link, item->parent);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  if (dex_await (mc_commit (GTK_WIDGET (self), self->session, change), NULL))
    adw_dialog_close (ADW_DIALOG (self));
  else
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", TRUE);
  return dex_future_new_true ();
}

static void
commit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, commit_fiber, g_object_ref (widget), g_object_unref));
}

static void
mc_table_import_dialog_dispose (GObject *object)
{
  McTableImportDialog *self = MC_TABLE_IMPORT_DIALOG (object);

  self->stamp++;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_TABLE_IMPORT_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->import);
  g_clear_object (&self->reader);
  g_clear_object (&self->mapping);
  g_clear_object (&self->file);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_table_import_dialog_parent_class)->dispose (object);
}

static void
mc_table_import_dialog_class_init (McTableImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_table_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/counters/mc-table-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, start);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, skip_row);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, errors_group);
  gtk_widget_class_bind_template_child (widget_class, McTableImportDialog, errors);
  gtk_widget_class_bind_template_callback (widget_class, skip_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit_action);
}

static void
mc_table_import_dialog_init (McTableImportDialog *self)
{
  self->column_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
}

AdwDialog *
mc_table_import_dialog_new (McSession *session, const char *table)
{
  McTableImportDialog *self = g_object_new (MC_TYPE_TABLE_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->kind = mc_table_import_kind_find (table);
  adw_dialog_set_title (ADW_DIALOG (self), _ (self->kind->title));
  adw_status_page_set_description (self->start, _ (self->kind->description));
  return ADW_DIALOG (self);
}
