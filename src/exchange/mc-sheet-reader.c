/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sheet-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mc-error.h"
#include "mc-ods.h"
#include "mc-sheet.h"
#include "mc-thread.h"
#include "mc-xls.h"
#include "mc-xlsx.h"
#include "mc-zip.h"

/* Enough for titles, headers and the first days below them. */
#define HEAD_ROWS 256

struct _McSheetReader
{
  McTableReader parent_instance;

  char *path;
  McSheetContainer container;
  GCancellable *cancellable;
  GPtrArray *rows;
  gboolean partial; /* they are the first ones alone */
  guint loaded;     /* the sheet that they are of */
  guint next;
};

G_DEFINE_FINAL_TYPE (McSheetReader, mc_sheet_reader, MC_TYPE_TABLE_READER)

/* What travels to the thread and back. */
#define MC_TYPE_SHEET_LOAD (mc_sheet_load_get_type ())
G_DECLARE_FINAL_TYPE (McSheetLoad, mc_sheet_load, MC, SHEET_LOAD, GObject)

struct _McSheetLoad
{
  GObject parent_instance;

  char *path;
  McSheetContainer container;
  GCancellable *cancellable;
  guint index;
  guint most_rows; /* 0: all */
  const char *format;
  McSheet *sheet;
};

G_DEFINE_FINAL_TYPE (McSheetLoad, mc_sheet_load, G_TYPE_OBJECT)

static void
mc_sheet_load_finalize (GObject *object)
{
  McSheetLoad *self = MC_SHEET_LOAD (object);

  g_free (self->path);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sheet, mc_sheet_free);
  G_OBJECT_CLASS (mc_sheet_load_parent_class)->finalize (object);
}

static void
mc_sheet_load_class_init (McSheetLoadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_sheet_load_finalize;
}

static void
mc_sheet_load_init (McSheetLoad *self)
{
}

static McSheet *
load_zip (McSheetLoad *load, GError **error)
{
  g_autoptr (McZip) zip = mc_zip_open (load->path, error);

  if (!zip)
    return NULL;
  mc_zip_set_cancellable (zip, load->cancellable);
  if (mc_zip_has (zip, "content.xml"))
    {
      load->format = "ODS";
      return mc_ods_load (zip, load->index, error);
    }
  if (mc_zip_has (zip, "[Content_Types].xml"))
    {
      load->format = "XLSX";
      return mc_xlsx_load (zip, load->index, load->most_rows, error);
    }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, "%s",
               _ ("The file is a ZIP archive but no spreadsheet. Unpack it and choose the table inside."));
  return NULL;
}

static DexFuture *
load_on_thread (gpointer data)
{
  McSheetLoad *load = data;
  GError *error = NULL;
  GStatBuf status;

  if (g_stat (load->path, &status) == 0 && status.st_size > MC_SHEET_MAX_FILE)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("The file is larger than %d MiB; it is not read."),
                                  MC_SHEET_MAX_FILE / 1024 / 1024);
  if (load->container == MC_SHEET_XLS)
    {
      load->format = "XLS";
      load->sheet = mc_xls_load (load->path, load->index, &error);
    }
  else
    load->sheet = load_zip (load, &error);
  if (!load->sheet)
    return dex_future_new_for_error (error);
  return dex_future_new_for_object (load);
}

/* Reads the selected sheet, or its first rows. */
static gboolean
load_rows (McSheetReader *self, guint most_rows, GError **error)
{
  g_autoptr (McSheetLoad) load = g_object_new (MC_TYPE_SHEET_LOAD, NULL);
  g_autoptr (McSheetLoad) done = NULL;
  gboolean first = self->rows == NULL;

  load->path = g_strdup (self->path);
  load->container = self->container;
  g_set_object (&load->cancellable, self->cancellable);
  load->index = mc_table_reader_get_sheet (MC_TABLE_READER (self));
  load->most_rows = most_rows;
  done = dex_await_object (mc_thread_spawn ("sheet", load_on_thread, g_object_ref (load), g_object_unref), error);
  if (!done)
    return FALSE;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (done->sheet->rows);
  self->partial = done->sheet->partial;
  self->loaded = load->index;
  if (first)
    {
      g_ptr_array_add (done->sheet->sheets, NULL);
      mc_table_reader_set_sheets (MC_TABLE_READER (self), (const char *const *)done->sheet->sheets->pdata, load->index);
      mc_table_reader_set_format (MC_TABLE_READER (self), done->format);
      if (done->sheet->note)
        mc_table_reader_add_note (MC_TABLE_READER (self), done->sheet->note);
    }
  return TRUE;
}

static DexFuture *
load_fiber (gpointer data)
{
  McSheetReader *self = data;
  GError *error = NULL;

  if (!load_rows (self, HEAD_ROWS, &error))
    return dex_future_new_for_error (error);
  /* What stops the opening says nothing of what comes after it. */
  g_clear_object (&self->cancellable);
  self->next = 0;
  return dex_future_new_for_object (self);
}

static DexFuture *
mc_sheet_reader_select_sheet (McTableReader *reader, guint index)
{
  McSheetReader *self = MC_SHEET_READER (reader);

  /* What is in memory is begun again; callers come back to the top for header, first day and rows. */
  if (self->rows && self->loaded == index)
    {
      self->next = 0;
      return dex_future_new_true ();
    }
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (reader), g_object_unref);
}

static DexFuture *
take_row (McSheetReader *self)
{
  while (self->rows && self->next < self->rows->len)
    {
      McTableRow *row = g_ptr_array_index (self->rows, self->next++);

      if (!mc_table_row_is_empty (row))
        return dex_future_new_for_object (row);
    }
  return dex_future_new_take_object (NULL);
}

/* The first rows were not enough. */
static DexFuture *
next_row_fiber (gpointer data)
{
  McSheetReader *self = data;
  GError *error = NULL;

  if (!load_rows (self, 0, &error))
    return dex_future_new_for_error (error);
  return take_row (self);
}

static DexFuture *
mc_sheet_reader_next_row (McTableReader *reader)
{
  McSheetReader *self = MC_SHEET_READER (reader);

  if (self->partial && self->next >= self->rows->len)
    return dex_scheduler_spawn (NULL, 0, next_row_fiber, g_object_ref (self), g_object_unref);
  return take_row (self);
}

gboolean
mc_sheet_reader_walk (McSheetReader *self,
                      const gboolean *wanted,
                      guint n,
                      McTableRowFunc func,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  if (self->partial)
    return mc_xlsx_walk (self->path, self->loaded, wanted, n, func, user_data, cancellable, error);
  for (guint i = 0; i < self->rows->len; i++)
    {
      McTableRow *row = g_ptr_array_index (self->rows, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!mc_table_row_is_empty (row) && !func (row, (double)i / self->rows->len, user_data, error))
        return FALSE;
    }
  return TRUE;
}

static void
mc_sheet_reader_finalize (GObject *object)
{
  McSheetReader *self = MC_SHEET_READER (object);

  g_free (self->path);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_sheet_reader_parent_class)->finalize (object);
}

static void
mc_sheet_reader_class_init (McSheetReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_sheet_reader_finalize;
  MC_TABLE_READER_CLASS (klass)->next_row = mc_sheet_reader_next_row;
  MC_TABLE_READER_CLASS (klass)->select_sheet = mc_sheet_reader_select_sheet;
}

static void
mc_sheet_reader_init (McSheetReader *self)
{
}

DexFuture *
mc_sheet_reader_open (GFile *file, McSheetContainer container, GCancellable *cancellable)
{
  g_autoptr (McSheetReader) self = NULL;
  g_autofree char *path = g_file_get_path (file);

  if (!path)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_UNSUPPORTED, "%s",
                                  _ ("The file is not on this computer. Copy it here first."));
  self = g_object_new (MC_TYPE_SHEET_READER, NULL);
  self->path = g_steal_pointer (&path);
  self->container = container;
  g_set_object (&self->cancellable, cancellable);
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_steal_pointer (&self), g_object_unref);
}
