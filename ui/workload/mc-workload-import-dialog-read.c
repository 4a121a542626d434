/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file, and taking it in: what waits. */
#include <glib/gi18n.h>

#include "mc-error.h"
#include "mc-report.h"
#include "mc-workload-actions.h"
#include "mc-workload-guess.h"
#include "mc-workload-import-dialog-private.h"
#include "mc-workload-known.h"

/* --- The columns --- */

static void
list_known (McWorkloadImportDialog *self)
{
  g_list_store_remove_all (self->known);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (McWorkloadSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if (source->kind == self->kind && !source->is_sample)
        g_list_store_append (self->known, source);
    }
}

static void
guess_source (McWorkloadImportDialog *self)
{
  guint n_met;

  g_clear_object (&self->source);
  self->source = mc_workload_guess_source (G_LIST_MODEL (self->sources), self->kind, self->mapping, &n_met);
}

static void
apply_meant (McWorkloadImportDialog *self)
{
  for (guint i = 0; self->mapping && i + 1 < self->meant->len; i += 2)
    mc_column_mapping_set (self->mapping, g_array_index (self->meant, guint, i),
                           g_array_index (self->meant, guint, i + 1));
  g_array_set_size (self->meant, 0);
}

static void
forget (McWorkloadImportDialog *self, McWorkloadAnew anew)
{
  if (anew >= MC_ANEW_SOURCE)
    g_clear_object (&self->mapping);
  if (anew >= MC_ANEW_KIND)
    self->source_chosen = FALSE;
  if (anew >= MC_ANEW_FILE)
    {
      g_clear_object (&self->reader);
      g_clear_pointer (&self->digest, g_free);
      self->kind_chosen = FALSE;
      self->sheet = 0;
    }
}

/* The file a correction is for says what it is and whence. */
static void
follow_wrong (McWorkloadImportDialog *self)
{
  self->kind = self->wrong->kind;
  list_known (self);
  g_set_object (&self->source, mc_live_list_get_by_id (self->sources, self->wrong->source_id));
  self->kind_chosen = self->source_chosen = TRUE;
}

static gboolean
open_file (McWorkloadImportDialog *self, GCancellable *cancellable, GError **error)
{
  if (!dex_await (mc_live_list_when_ready (self->sources), error) ||
      !dex_await (mc_live_list_when_ready (self->files), error))
    return FALSE;
  if (!self->reader)
    self->reader = dex_await_object (mc_table_reader_open_stoppable (self->file, cancellable), error);
  if (!self->reader)
    return FALSE;
  return mc_table_reader_get_sheet (self->reader) == self->sheet ||
         dex_await (mc_table_reader_select_sheet (self->reader, self->sheet), error);
}

static gboolean
map_columns (McWorkloadImportDialog *self, GError **error)
{
  if (self->wrong)
    follow_wrong (self);
  if (!self->kind_chosen)
    mc_workload_guess_kind (self->reader, G_LIST_MODEL (self->sources), &self->kind);
  list_known (self);
  self->mapping = mc_workload_guess_columns (self->reader, self->kind, &self->supposed, error);
  if (!self->mapping)
    return FALSE;
  if (!self->source_chosen)
    guess_source (self);
  if (self->source)
    mc_workload_guess_recall (self->source, self->mapping);
  return TRUE;
}

static gboolean
learn_names (McWorkloadImportDialog *self, GError **error)
{
  self->import = mc_workload_guess_names (self->session, self->reader, self->mapping, self->kind, self->source, error);
  return self->import != NULL;
}

/* --- Reading --- */

typedef struct
{
  McWorkloadImportDialog *self;
  DexFuture *before;
  GCancellable *cancellable;
  guint stamp;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->self);
  dex_clear (&reading->before);
  g_object_unref (reading->cancellable);
  g_free (reading);
}

/* On the thread that reads. */
static void
note_progress (guint n_rows, double fraction, gpointer user_data)
{
  McWorkloadImportDialog *self = user_data;

  g_atomic_int_set (&self->permille, fraction < 0 ? -1 : (int)(fraction * 1000));
  g_atomic_int_set (&self->n_read, (int)n_rows);
}

/* The files in force of the same source that list some of the same days. */
static void
find_rivals (McWorkloadImportDialog *self)
{
  gint64 source = self->source ? mc_entity_get_id (MC_ENTITY (self->source)) : 0;

  g_clear_object (&self->rival);
  self->n_rivals = 0;
  for (guint i = 0; source && i < g_list_model_get_n_items (G_LIST_MODEL (self->files)); i++)
    {
      g_autoptr (McWorkloadFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      if (file->source_id != source || !mc_workload_guess_lists_same_days (file, self->import) ||
          (self->wrong && mc_entity_same_row (MC_ENTITY (file), MC_ENTITY (self->wrong))))
        continue;
      self->n_rivals++;
      g_set_object (&self->rival, file);
    }
  if (self->n_rivals > 1)
    g_clear_object (&self->rival);
}

/* The digest is reckoned on another thread meanwhile. */
static gboolean
read_rows (Reading *reading, GError **error)
{
  McWorkloadImportDialog *self = reading->self;
  DexFuture *digest = self->digest ? dex_future_new_for_string (self->digest) : mc_workload_file_digest (self->file);
  gboolean read = (self->mapping || map_columns (self, error)) && learn_names (self, error) &&
                  dex_await (mc_workload_import_read (self->import, self->reader, self->mapping, reading->cancellable,
                                                      note_progress, self),
                             error);

  if (!read)
    {
      dex_unref (digest);
      return FALSE;
    }
  g_free (self->digest);
  self->digest = dex_await_string (digest, error);
  return self->digest != NULL;
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *reading = data;
  McWorkloadImportDialog *self = reading->self;
  g_autoptr (GError) error = NULL;

  /* The reader belongs to one at a time. */
  if (reading->before)
    dex_await (g_steal_pointer (&reading->before), NULL);
  if (reading->stamp != self->stamp)
    return dex_future_new_false ();
  forget (self, self->anew);
  self->anew = MC_ANEW_CELLS;
  g_clear_object (&self->import);
  apply_meant (self);
  _mc_workload_import_dialog_be_busy (self, _ ("Reading…"), TRUE);
  if (open_file (self, reading->cancellable, &error))
    read_rows (reading, &error);
  /* Another file or meaning may have been chosen meanwhile, or the dialog closed. */
  if (reading->stamp != self->stamp)
    return dex_future_new_false ();
  if (!error)
    find_rivals (self);
  _mc_workload_import_dialog_show (self, error);
  return dex_future_new_true ();
}

void
_mc_workload_import_dialog_stop (McWorkloadImportDialog *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

void
_mc_workload_import_dialog_read_again (McWorkloadImportDialog *self, McWorkloadAnew anew)
{
  Reading *reading = g_new0 (Reading, 1);

  _mc_workload_import_dialog_stop (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->anew = MAX (self->anew, anew);
  reading->self = g_object_ref (self);
  reading->before = g_steal_pointer (&self->turn);
  reading->cancellable = g_object_ref (self->cancellable);
  reading->stamp = ++self->stamp;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  self->turn = dex_scheduler_spawn (NULL, 0, read_fiber, reading, reading_free);
}

/* --- Taking in --- */

static McWorkloadSource *
make_source (McWorkloadImportDialog *self)
{
  McWorkloadSource *source = self->source ? mc_entity_clone (self->source) : mc_workload_source_new ();
  g_autoptr (JsonNode) mapping = mc_column_mapping_to_json (self->mapping);

  if (!self->source)
    {
      source->kind = self->kind;
      source->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
    }
  g_free (source->mapping);
  source->mapping = json_to_string (mapping, FALSE);
  return source;
}

static McWorkloadFile *
make_file (McWorkloadImportDialog *self)
{
  McWorkloadFile *file = mc_workload_guess_row (self->file, self->import, self->digest);
  McWorkloadFile *replaced = self->wrong ? self->wrong : self->rival;

  file->replaces_id = replaced ? mc_entity_get_id (MC_ENTITY (replaced)) : 0;
  return file;
}

static DexFuture *
commit_fiber (gpointer data)
{
  McWorkloadImportDialog *self = data;
  g_autoptr (McWorkloadSource) source = make_source (self);
  g_autoptr (McWorkloadFile) file = make_file (self);
  g_autofree char *target = NULL;
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  _mc_workload_import_dialog_be_busy (self, _ ("Writing…"), FALSE);
  id = dex_await_int64 (
      mc_session_import_workload (self->session, source, file, mc_workload_import_get_counts (self->import)), &error);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (error)
    {
      find_rivals (self);
      _mc_workload_import_dialog_show (self, error);
      return dex_future_new_false ();
    }
  done = g_strdup_printf (_ ("“%s” was taken in"), file->file_name);
  target = g_strdup_printf ("workload_file/%" G_GINT64_FORMAT, id);
  mc_report_undoable (GTK_WIDGET (self), done);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
  adw_dialog_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

void
_mc_workload_import_dialog_commit (McWorkloadImportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, commit_fiber, g_object_ref (self), g_object_unref));
}
