/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a whole file into counts. */
#include <glib/gi18n-lib.h>

#include "mc-csv-reader.h"
#include "mc-error.h"
#include "mc-sheet-reader.h"
#include "mc-thread.h"
#include "mc-workload-import-private.h"

#define ROWS_PER_WORD 5000

typedef struct
{
  McWorkloadImport *import;
  McTableReader *reader;
  GCancellable *cancellable;
  McWorkloadProgress progress;
  gpointer user_data;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->import);
  g_object_unref (reading->reader);
  g_clear_object (&reading->cancellable);
  g_free (reading);
}

static void
take_row (McWorkloadImport *self, McTableRow *row)
{
  static void (*const takers[]) (McWorkloadImport *, McTableRow *) = {
    [MC_WORKLOAD_DOSSIER] = _mc_workload_import_dossier,
    [MC_WORKLOAD_TICKET] = _mc_workload_import_ticket,
    [MC_WORKLOAD_RATING] = _mc_workload_import_rating,
  };

  if (!mc_column_mapping_is_row (self->mapping, row))
    return;
  self->n_rows++;
  takers[self->kind](self, row);
}

static gboolean
walk_row (McTableRow *row, double fraction, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  take_row (reading->import, row);
  if (reading->progress && reading->import->n_rows % ROWS_PER_WORD == 0)
    reading->progress (reading->import->n_rows, fraction, reading->user_data);
  return TRUE;
}

static DexFuture *
walk_file (gpointer data)
{
  Reading *reading = data;
  McColumnMapping *mapping = reading->import->mapping;
  guint n = mc_column_mapping_get_n_columns (mapping);
  g_autofree gboolean *wanted = g_new0 (gboolean, n);
  GError *error = NULL;
  gboolean read;

  for (guint i = 0; i < n; i++)
    wanted[i] = mc_column_mapping_get (mapping, i) != MC_COLUMN_NOTHING;
  if (MC_IS_CSV_READER (reading->reader))
    read = mc_csv_reader_walk (MC_CSV_READER (reading->reader), wanted, n, walk_row, reading, reading->cancellable,
                               &error);
  else
    read = mc_sheet_reader_walk (MC_SHEET_READER (reading->reader), wanted, n, walk_row, reading, reading->cancellable,
                                 &error);
  return read ? dex_future_new_true () : dex_future_new_for_error (error);
}

/* What was read becomes the result, on the caller's thread. */
static gboolean
conclude (McWorkloadImport *self, GError **error)
{
  g_list_store_splice (self->errors, 0, 0, self->bad->pdata, self->bad->len);
  if (self->n_rows == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ (mc_column_mapping_get_set (self->mapping)->no_rows));
      return FALSE;
    }
  mc_workload_tally_close (self->tally, self->last_event);
  if (self->n_errors == 0)
    {
      g_array_unref (self->counts);
      self->counts = mc_workload_tally_to_array (self->tally);
    }
  g_clear_pointer (&self->tally, mc_workload_tally_free);
  return TRUE;
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *reading = data;
  Reading *copy = g_memdup2 (reading, sizeof *reading);
  GError *error = NULL;

  g_object_ref (copy->import);
  g_object_ref (copy->reader);
  if (copy->cancellable)
    g_object_ref (copy->cancellable);
  if (!dex_await (mc_thread_spawn ("read-figures", walk_file, copy, reading_free), &error) ||
      !conclude (reading->import, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

DexFuture *
mc_workload_import_read (McWorkloadImport *self,
                         McTableReader *reader,
                         McColumnMapping *mapping,
                         GCancellable *cancellable,
                         McWorkloadProgress progress,
                         gpointer user_data)
{
  Reading *reading;
  GError *error = NULL;

  g_return_val_if_fail (MC_IS_WORKLOAD_IMPORT (self) && MC_IS_TABLE_READER (reader), NULL);
  g_return_val_if_fail (self->tally == NULL && self->n_rows == 0, NULL);
  if (!mc_column_mapping_check (mapping, &error))
    return dex_future_new_for_error (error);
  g_set_object (&self->mapping, mapping);
  for (guint i = 0; i < MC_WORKLOAD_N_COLUMNS; i++)
    self->columns[i] = i == MC_COLUMN_NOTHING ? -1 : mc_column_mapping_find (mapping, i);
  self->tally = mc_workload_tally_new ();
  reading = g_new0 (Reading, 1);
  reading->import = g_object_ref (self);
  reading->reader = g_object_ref (reader);
  reading->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  reading->progress = progress;
  reading->user_data = user_data;
  return dex_scheduler_spawn (NULL, 0, read_fiber, reading, reading_free);
}
