/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-save.h"

#include <glib/gi18n.h>

#include "mc-drawing-file.h"
#include "mc-error.h"
#include "mc-file-folder.h"
#include "mc-thread.h"

typedef struct
{
  GtkWidget *from;
  McSheets *sheets;
  McDrawingFormat format;
  double dpi;
  char *path;
} Save;

static const struct
{
  const char *suffix;
  const char *name;
} formats[] = {
  [MC_DRAWING_PDF] = { "pdf", N_ ("PDF document (*.pdf)") },
  [MC_DRAWING_SVG] = { "svg", N_ ("SVG drawing (*.svg)") },
  [MC_DRAWING_PNG] = { "png", N_ ("PNG picture (*.png)") },
};

static void
save_free (gpointer data)
{
  Save *self = data;

  g_clear_object (&self->from);
  g_clear_object (&self->sheets);
  g_free (self->path);
  g_free (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DexPromise *promise = data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file)
    dex_promise_resolve_object (promise, file);
  else
    dex_promise_reject (promise, error);
  dex_unref (promise);
}

/* A title may hold what a file's name cannot. */
static char *
suggest_name (Save *self)
{
  const char *title = mc_sheets_get_title (self->sheets);
  g_autofree char *name = g_strdup (title && *title ? title : _ ("Drawing"));

  g_strdelimit (name, "/\\:*?\"<>|\n", '-');
  return g_strdup_printf ("%s.%s", name, formats[self->format].suffix);
}

static DexFuture *
choose_file (Save *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = mc_file_folder_get ();
  g_autofree char *name = suggest_name (self);
  DexPromise *promise = dex_promise_new ();

  gtk_file_filter_set_name (filter, _ (formats[self->format].name));
  gtk_file_filter_add_suffix (filter, formats[self->format].suffix);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Export the Drawing"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (self->from)), NULL, chosen_cb, dex_ref (promise));
  return DEX_FUTURE (promise);
}

static DexFuture *
write_on_thread (gpointer data)
{
  Save *self = data;
  GError *error = NULL;

  if (!mc_drawing_write (self->sheets, self->path, self->dpi, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
save_fiber (gpointer data)
{
  Save *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dex_await_object (choose_file (self), &error);
  g_autofree char *suffix = NULL;

  if (!file)
    return dex_future_new_for_error (g_steal_pointer (&error));
  self->path = g_file_get_path (file);
  if (!self->path)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", _ ("Please choose a folder of this computer."));
  mc_file_folder_remember (file);
  /* Who typed a name of another kind gets this kind under that name. */
  suffix = g_strdup_printf (".%s", formats[self->format].suffix);
  if (!g_str_has_suffix (self->path, suffix))
    {
      g_autofree char *path = g_steal_pointer (&self->path);

      self->path = g_strconcat (path, suffix, NULL);
      g_clear_object (&file);
      file = g_file_new_for_path (self->path);
    }
  if (!dex_await (mc_thread_spawn ("drawing-write", write_on_thread, self, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return dex_future_new_for_object (file);
}

DexFuture *
mc_drawing_save (GtkWidget *from, McSheets *sheets, McDrawingFormat format, double dpi)
{
  Save *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from) && MC_IS_SHEETS (sheets), NULL);
  self = g_new0 (Save, 1);
  self->from = g_object_ref (from);
  self->sheets = g_object_ref (sheets);
  self->format = format;
  self->dpi = dpi;
  return dex_scheduler_spawn (NULL, 0, save_fiber, self, save_free);
}
