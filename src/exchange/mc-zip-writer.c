/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#include "mc-error.h"
#include "mc-thread.h"

/* General purpose bit 11: names are UTF-8. */
#define NAMES_ARE_UTF8 (1u << 11)

struct _McZipWriter
{
  GObject parent_instance;

  GFile *file;
  GFileOutputStream *stream;
  zipFile zip;
  GError *error; /* the first one of the stream */
  guint64 size;
};

G_DEFINE_FINAL_TYPE (McZipWriter, mc_zip_writer, G_TYPE_OBJECT)

/* --- minizip writes to the stream --- */

static voidpf ZCALLBACK
open_cb (voidpf opaque, const void *name, int mode)
{
  return opaque;
}

static uLong ZCALLBACK
read_cb (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  return 0;
}

static uLong ZCALLBACK
write_cb (voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
  McZipWriter *self = opaque;
  gsize written = 0;

  if (!self->error)
    g_output_stream_write_all (G_OUTPUT_STREAM (self->stream), buffer, size, &written, NULL, &self->error);
  return (uLong)written;
}

static ZPOS64_T ZCALLBACK
tell_cb (voidpf opaque, voidpf stream)
{
  return (ZPOS64_T)g_seekable_tell (G_SEEKABLE (((McZipWriter *)opaque)->stream));
}

static long ZCALLBACK
seek_cb (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  static const GSeekType types[] = {
    [ZLIB_FILEFUNC_SEEK_SET] = G_SEEK_SET, [ZLIB_FILEFUNC_SEEK_CUR] = G_SEEK_CUR, [ZLIB_FILEFUNC_SEEK_END] = G_SEEK_END
  };
  McZipWriter *self = opaque;

  if (self->error)
    return -1;
  return g_seekable_seek (G_SEEKABLE (self->stream), (goffset)offset, types[origin], NULL, &self->error) ? 0 : -1;
}

static int ZCALLBACK
close_cb (voidpf opaque, voidpf stream)
{
  return 0;
}

static int ZCALLBACK
error_cb (voidpf opaque, voidpf stream)
{
  return ((McZipWriter *)opaque)->error != NULL;
}

/* --- The file --- */

static void
mc_zip_writer_finalize (GObject *object)
{
  McZipWriter *self = MC_ZIP_WRITER (object);

  if (self->stream)
    {
      g_autoptr (GCancellable) give_up = g_cancellable_new ();

      /* A closing that is cancelled leaves what was there. */
      g_cancellable_cancel (give_up);
      g_output_stream_close (G_OUTPUT_STREAM (self->stream), give_up, NULL);
    }
  if (self->zip)
    zipClose (self->zip, NULL);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_object_unref (self->file);
  G_OBJECT_CLASS (mc_zip_writer_parent_class)->finalize (object);
}

static void
mc_zip_writer_class_init (McZipWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_zip_writer_finalize;
}

static void
mc_zip_writer_init (McZipWriter *self)
{
}

McZipWriter *
mc_zip_writer_new (GFile *file)
{
  McZipWriter *self = g_object_new (MC_TYPE_ZIP_WRITER, NULL);

  self->file = g_object_ref (file);
  return self;
}

guint64
mc_zip_writer_get_size (McZipWriter *self)
{
  g_return_val_if_fail (MC_IS_ZIP_WRITER (self), 0);
  return self->size;
}

typedef struct
{
  McZipWriter *self;
  char *name;
  GBytes *bytes;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->self);
  g_free (step->name);
  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step);
}

static gboolean
open_file (McZipWriter *self)
{
  zlib_filefunc64_def functions = { open_cb, read_cb, write_cb, tell_cb, seek_cb, close_cb, error_cb, self };

  if (self->zip || self->error)
    return self->zip != NULL;
  self->stream = g_file_replace (self->file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                 NULL, &self->error);
  if (self->stream)
    self->zip = zipOpen2_64 ("", APPEND_STATUS_CREATE, NULL, &functions);
  return self->zip != NULL;
}

static gboolean
put (McZipWriter *self, const char *name, GBytes *bytes)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  zip_fileinfo info = { 0 };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  info.tmz_date.tm_year = g_date_time_get_year (now);
  info.tmz_date.tm_mon = g_date_time_get_month (now) - 1;
  info.tmz_date.tm_mday = g_date_time_get_day_of_month (now);
  info.tmz_date.tm_hour = g_date_time_get_hour (now);
  info.tmz_date.tm_min = g_date_time_get_minute (now);
  info.tmz_date.tm_sec = g_date_time_get_second (now);
  return zipOpenNewFileInZip4_64 (self->zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0,
                                  -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0, 0, NAMES_ARE_UTF8,
                                  0) == ZIP_OK &&
         (size == 0 || zipWriteInFileInZip (self->zip, data, (unsigned)size) == ZIP_OK) &&
         zipCloseFileInZip (self->zip) == ZIP_OK;
}

static DexFuture *
failed (McZipWriter *self)
{
  if (self->error)
    return dex_future_new_for_error (g_error_copy (self->error));
  return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, _ ("The file could not be packed."));
}

static DexFuture *
add_on_thread (gpointer data)
{
  Step *step = data;
  McZipWriter *self = step->self;

  if (!open_file (self) || !put (self, step->name, step->bytes))
    return failed (self);
  self->size = (guint64)g_seekable_tell (G_SEEKABLE (self->stream));
  return dex_future_new_true ();
}

static DexFuture *
finish_on_thread (gpointer data)
{
  McZipWriter *self = ((Step *)data)->self;
  gboolean closed;

  if (!open_file (self))
    return failed (self);
  closed = zipClose (self->zip, NULL) == ZIP_OK;
  self->zip = NULL;
  if (!closed || self->error)
    return failed (self);
  self->size = (guint64)g_seekable_tell (G_SEEKABLE (self->stream));
  if (!g_output_stream_close (G_OUTPUT_STREAM (self->stream), NULL, &self->error))
    return failed (self);
  g_clear_object (&self->stream);
  return dex_future_new_true ();
}

static DexFuture *
run_step (McZipWriter *self, McThreadFunc func, const char *name, GBytes *bytes)
{
  Step *step = g_new0 (Step, 1);

  step->self = g_object_ref (self);
  step->name = g_strdup (name);
  step->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  return mc_thread_spawn ("zip", func, step, step_free);
}

DexFuture *
mc_zip_writer_add (McZipWriter *self, const char *name, GBytes *bytes)
{
  g_return_val_if_fail (MC_IS_ZIP_WRITER (self) && name && bytes, NULL);
  return run_step (self, add_on_thread, name, bytes);
}

DexFuture *
mc_zip_writer_finish (McZipWriter *self)
{
  g_return_val_if_fail (MC_IS_ZIP_WRITER (self), NULL);
  return run_step (self, finish_on_thread, NULL, NULL);
}
