/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-export.h"

#include <glib/gi18n.h>

#include "mc-day.h"
#include "mc-file-folder.h"
#include "mc-report.h"
#include "mc-table-export.h"

typedef struct
{
  GtkWidget *from;
  char *name;
  GListModel *rows;
  GPtrArray *columns;
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_object (&self->from);
  g_clear_object (&self->rows);
  g_clear_object (&self->file);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static DexFuture *
write_fiber (gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL, *text = NULL;

  if (!dex_await (mc_table_export (self->rows, self->columns, self->name, self->file), &error))
    {
      mc_report_error (self->from, _ ("The table could not be exported."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  shown = g_file_get_basename (self->file);
  text = g_strdup_printf (_ ("Exported to “%s”"), shown);
  mc_report_toast (self->from, text);
  return dex_future_new_for_boolean (TRUE);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        mc_report_error (self->from, _ ("The file could not be chosen."), error);
      return;
    }
  mc_file_folder_remember (self->file);
  dex_future_disown (
      dex_scheduler_spawn (dex_scheduler_get_default (), 0, write_fiber, g_steal_pointer (&self), export_free));
}

static void
add_filter (GListStore *filters, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
}

void
mc_export_table (GtkWidget *from, const char *name, GListModel *rows, GPtrArray *columns)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GFile) folder = mc_file_folder_get ();
  g_autofree char *today = mc_day_format_iso (mc_day_today ());
  g_autofree char *suggested = g_strdup_printf ("%s %s.xlsx", name, today);
  Export *self = g_new0 (Export, 1);

  self->from = g_object_ref (from);
  self->name = g_strdup (name);
  self->rows = g_object_ref (rows);
  self->columns = g_ptr_array_ref (columns);
  add_filter (filters, _ ("Excel workbook (*.xlsx)"), "xlsx");
  add_filter (filters, _ ("Comma-separated values (*.csv)"), "csv");
  gtk_file_dialog_set_title (dialog, _ ("Export the Table"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, suggested);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, self);
}

/* Tabs and line ends part cells and rows on the clipboard, and so cannot stand in them. */
static void
append_cell (GString *table, const char *text)
{
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    g_string_append_c (table, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

static void
append_row (GString *table, GPtrArray *columns, gpointer item)
{
  for (guint i = 0; i < columns->len; i++)
    {
      McTableCell cell = { 0 };
      g_autofree char *day = NULL;

      mc_table_column_read (g_ptr_array_index (columns, i), item, &cell);
      if (cell.kind == MC_CELL_DATE)
        day = mc_day_format ((McDay)cell.number);
      if (i > 0)
        g_string_append_c (table, '\t');
      append_cell (table, day != NULL ? day : cell.text);
      mc_table_cell_clear (&cell);
    }
  g_string_append_c (table, '\n');
}

void
mc_export_copy (GtkWidget *from, GListModel *rows, GPtrArray *columns)
{
  g_autoptr (GString) table = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (rows);
  g_autofree char *text = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (table, '\t');
      append_cell (table, mc_table_column_get_title (g_ptr_array_index (columns, i)));
    }
  g_string_append_c (table, '\n');
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (rows, i);
      append_row (table, columns, item);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), table->str);
  text = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", n_rows), n_rows);
  mc_report_toast (from, text);
}
