/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-report.h"
#include "mc-roster-import-dialog.h"

/* The roster from a table of a spreadsheet. */

static void
accept_cb (McRosterPage *self, GArray *edits)
{
  mc_roster_page_commit_edits (self, _ ("Import into the Roster"), edits);
}

static McRosterImport *
read_file (McRosterBook *book, GFile *file, char **note, GError **error)
{
  g_autoptr (McTableReader) reader = dex_await_object (mc_table_reader_open (file), error);
  g_autoptr (McRosterImport) import = NULL;

  if (!reader)
    return NULL;
  import = mc_roster_import_new (mc_roster_book_get_roster (book)->during);
  mc_roster_import_dialog_fill (import, book);
  if (!dex_await (mc_roster_import_read (import, reader), error))
    return NULL;
  *note = g_strdup (mc_table_reader_get_note (reader));
  return g_steal_pointer (&import);
}

static DexFuture *
import_fiber (gpointer data)
{
  static const char *const suffixes[] = { "xlsx", "ods", "xls", "csv", NULL };
  McRosterPage *self = data;
  g_autoptr (McRosterBook) book = g_object_ref (self->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      dex_await_object (mc_ask_open (GTK_WIDGET (self), _ ("Import into the Roster"), _ ("Tables"), suffixes), &error);
  g_autofree char *note = NULL, *name = file ? g_file_get_basename (file) : NULL;
  g_autoptr (McRosterImport) import = file ? read_file (book, file, &note, &error) : NULL;
  AdwDialog *dialog;

  if (!import || book != self->book || !mc_roster_page_is_ready (self))
    {
      if (error)
        mc_report_error (GTK_WIDGET (self), _ ("The table cannot be read."), error);
      return dex_future_new_true ();
    }
  dialog = mc_roster_import_dialog_new (book, import, name, note);
  g_signal_connect_object (dialog, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return dex_future_new_true ();
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (mc_roster_page_is_ready (MC_ROSTER_PAGE (widget)))
    dex_future_disown (dex_scheduler_spawn (NULL, 0, import_fiber, g_object_ref (widget), g_object_unref));
}

void
mc_roster_page_tables_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.import", NULL, import_action);
}
