/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-csv-reader.h"
#include "mc-error.h"
#include "mc-sheet-reader.h"

typedef struct
{
  char **sheets;
  guint sheet;
  const char *format;
  char *note;
} McTableReaderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McTableReader, mc_table_reader, G_TYPE_OBJECT)

static void
mc_table_reader_finalize (GObject *object)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (MC_TABLE_READER (object));

  g_strfreev (priv->sheets);
  g_free (priv->note);
  G_OBJECT_CLASS (mc_table_reader_parent_class)->finalize (object);
}

static void
mc_table_reader_class_init (McTableReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_table_reader_finalize;
}

static void
mc_table_reader_init (McTableReader *self)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  priv->sheets = g_new0 (char *, 1);
  priv->format = "CSV";
}

DexFuture *
mc_table_reader_next_row (McTableReader *self)
{
  g_return_val_if_fail (MC_IS_TABLE_READER (self), NULL);
  return MC_TABLE_READER_GET_CLASS (self)->next_row (self);
}

const char *const *
mc_table_reader_get_sheets (McTableReader *self)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_val_if_fail (MC_IS_TABLE_READER (self), NULL);
  return (const char *const *)priv->sheets;
}

guint
mc_table_reader_get_sheet (McTableReader *self)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_val_if_fail (MC_IS_TABLE_READER (self), 0);
  return priv->sheet;
}

DexFuture *
mc_table_reader_select_sheet (McTableReader *self, guint index)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_val_if_fail (MC_IS_TABLE_READER (self), NULL);
  if (index >= g_strv_length (priv->sheets))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file has no sheet number %u."), index + 1);
  priv->sheet = index;
  return MC_TABLE_READER_GET_CLASS (self)->select_sheet (self, index);
}

const char *
mc_table_reader_get_format (McTableReader *self)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_val_if_fail (MC_IS_TABLE_READER (self), NULL);
  return priv->format;
}

const char *
mc_table_reader_get_note (McTableReader *self)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_val_if_fail (MC_IS_TABLE_READER (self), NULL);
  return priv->note;
}

void
mc_table_reader_set_sheets (McTableReader *self, const char *const *sheets, guint selected)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_if_fail (MC_IS_TABLE_READER (self));
  g_strfreev (priv->sheets);
  priv->sheets = g_strdupv ((char **)sheets);
  priv->sheet = selected;
}

void
mc_table_reader_set_format (McTableReader *self, const char *format)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);

  g_return_if_fail (MC_IS_TABLE_READER (self));
  priv->format = g_intern_string (format);
}

void
mc_table_reader_add_note (McTableReader *self, const char *note)
{
  McTableReaderPrivate *priv = mc_table_reader_get_instance_private (self);
  g_autofree char *before = NULL;

  g_return_if_fail (MC_IS_TABLE_READER (self));
  before = g_steal_pointer (&priv->note);
  priv->note = before ? g_strconcat (before, " ", note, NULL) : g_strdup (note);
}

/* A sentence for the person in place of GIO's own. */
static GError *
file_error (GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_error_new (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no file %s."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_error_new (MC_ERROR, MC_ERROR_DENIED, _ ("The file %s may not be read."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_error_new (MC_ERROR, MC_ERROR_INVALID, _ ("%s is a folder, not a file."), name);
  return g_error_new (MC_ERROR, MC_ERROR_FAILED, _ ("The file %s cannot be read: %s"), name, error->message);
}

/* Enough of the top of the file to tell what it is, and its encoding. */
static GBytes *
read_top (GFile *file, GError **error)
{
  g_autoptr (GByteArray) top = g_byte_array_new ();
  g_autoptr (GInputStream) stream = dex_await_object (dex_file_read (file, G_PRIORITY_DEFAULT), error);

  if (!stream)
    return NULL;
  while (top->len < MC_CSV_SAMPLE_SIZE)
    {
      g_autoptr (GBytes) bytes =
          dex_await_boxed (dex_input_stream_read_bytes (stream, MC_CSV_SAMPLE_SIZE, G_PRIORITY_DEFAULT), error);

      if (!bytes)
        return NULL;
      if (g_bytes_get_size (bytes) == 0)
        break;
      g_byte_array_append (top, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&top));
}

static gboolean
starts_with (GBytes *bytes, const char *magic, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, magic, length) == 0;
}

/* Many office systems "export to Excel" a web page under the name .xls. */
static gboolean
looks_like_markup (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize i = starts_with (bytes, "\xef\xbb\xbf", 3) ? 3 : 0;

  while (i < size && g_ascii_isspace (data[i]))
    i++;
  return size - i > 5 && data[i] == '<' && (data[i + 1] == '!' || data[i + 1] == '?' || g_ascii_isalpha (data[i + 1]));
}

static void
note_wrong_name (McTableReader *reader, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *dot = strrchr (lower, '.');
  g_autofree char *format = g_ascii_strdown (mc_table_reader_get_format (reader), -1);
  gboolean text = g_str_equal (format, "csv");

  if (!dot || g_str_equal (dot + 1, format) ||
      (text && (g_str_equal (dot, ".txt") || g_str_equal (dot, ".tsv") || g_str_equal (dot, ".tab"))) ||
      (g_str_equal (format, "xlsx") && g_str_equal (dot, ".xlsm")))
    return;
  g_autofree char *note = g_strdup_printf (_ ("The file is named %s but is truly %s, and was read as that."), dot,
                                           mc_table_reader_get_format (reader));
  mc_table_reader_add_note (reader, note);
}

typedef struct
{
  GFile *file;
  GCancellable *cancellable;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_clear_object (&opening->cancellable);
  g_free (opening);
}

static DexFuture *
open_fiber (gpointer data)
{
  Opening *opening = data;
  GFile *file = opening->file;
  g_autoptr (GError) error = NULL;
  g_autoptr (McTableReader) reader = NULL;
  g_autoptr (GBytes) top = read_top (file, &error);

  if (!top)
    return dex_future_new_for_error (file_error (file, error));
  if (g_bytes_get_size (top) == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", _ ("The file is empty."));
  if (starts_with (top, "PK\003\004", 4) || starts_with (top, "PK\005\006", 4))
    reader = dex_await_object (mc_sheet_reader_open (file, MC_SHEET_ZIP, opening->cancellable), &error);
  else if (starts_with (top, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    reader = dex_await_object (mc_sheet_reader_open (file, MC_SHEET_XLS, opening->cancellable), &error);
  else if (starts_with (top, "%PDF", 4))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s",
                                  _ ("The file is a PDF, not a table. Ask for the table it was printed from."));
  else if (looks_like_markup (top))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s",
                                  _ ("The file is a web page (HTML or XML), not a spreadsheet, whatever its name says. "
                                     "Open it in a spreadsheet program and save it as XLSX."));
  else
    reader = dex_await_object (mc_csv_reader_open (file, top), &error);
  if (!reader)
    return dex_future_new_for_error (g_steal_pointer (&error));
  note_wrong_name (reader, file);
  return dex_future_new_take_object (g_steal_pointer (&reader));
}

DexFuture *
mc_table_reader_open (GFile *file)
{
  return mc_table_reader_open_stoppable (file, NULL);
}

DexFuture *
mc_table_reader_open_stoppable (GFile *file, GCancellable *cancellable)
{
  Opening *opening;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  g_set_object (&opening->cancellable, cancellable);
  return dex_scheduler_spawn (NULL, 0, open_fiber, opening, opening_free);
}
