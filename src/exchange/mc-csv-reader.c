/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-csv-parser.h"
#include "mc-csv-scan.h"
#include "mc-error.h"
#include "mc-text-encoding.h"

#define BLOCK_SIZE 65536
#define WALK_BLOCK_SIZE (256 * 1024)
#define SAMPLE_ROWS 20

struct _McCsvReader
{
  McTableReader parent_instance;

  GFile *file;
  McTextEncoding encoding;
  gsize bom_length;
  char delimiter;
  gboolean skip_first_line;

  GInputStream *stream;
  McCsvParser *parser;
  GQueue rows;
  GError *error;
  gboolean at_end;
};

G_DEFINE_FINAL_TYPE (McCsvReader, mc_csv_reader, MC_TYPE_TABLE_READER)

static void
rewind_reader (McCsvReader *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->parser, mc_csv_parser_free);
  g_queue_clear_full (&self->rows, g_object_unref);
  g_clear_error (&self->error);
  self->at_end = FALSE;
}

/* The file as UTF-8 from after its byte order mark. */
static gboolean
open_stream (McCsvReader *self, GError **error)
{
  g_autoptr (GInputStream) raw = dex_await_object (dex_file_read (self->file, G_PRIORITY_DEFAULT), error);
  GError *skip_error = NULL;

  if (!raw)
    return FALSE;
  if (self->bom_length > 0)
    {
      dex_await_int64 (dex_input_stream_skip (raw, self->bom_length, G_PRIORITY_DEFAULT), &skip_error);
      if (skip_error)
        {
          g_propagate_error (error, skip_error);
          return FALSE;
        }
    }
  self->parser = mc_csv_parser_new (self->delimiter);
  if (self->encoding == MC_TEXT_UTF8)
    self->stream = g_steal_pointer (&raw);
  else
    {
      g_autoptr (GCharsetConverter) converter =
          g_charset_converter_new ("UTF-8", mc_text_encoding_charset (self->encoding), error);

      if (!converter)
        return FALSE;
      self->stream = g_converter_input_stream_new (raw, G_CONVERTER (converter));
    }
  return TRUE;
}

/* Reads on until there is a row, the end, or an error (kept for when its turn comes). */
static void
fill (McCsvReader *self)
{
  while (g_queue_is_empty (&self->rows) && !self->error && !self->at_end)
    {
      g_autoptr (GBytes) bytes = NULL;
      gsize size = 0;
      const char *data;

      if (!self->stream && !open_stream (self, &self->error))
        return;
      bytes =
          dex_await_boxed (dex_input_stream_read_bytes (self->stream, BLOCK_SIZE, G_PRIORITY_DEFAULT), &self->error);
      if (!bytes)
        {
          g_autoptr (GError) cause = g_steal_pointer (&self->error);

          self->error = g_error_new (MC_ERROR, MC_ERROR_INVALID, _ ("The file cannot be read after line %u: %s"),
                                     mc_csv_parser_get_line (self->parser), cause->message);
          return;
        }
      data = g_bytes_get_data (bytes, &size);
      if (size == 0)
        {
          self->at_end = TRUE;
          mc_csv_parser_finish (self->parser, &self->rows, &self->error);
        }
      else
        mc_csv_parser_feed (self->parser, data, size, &self->rows, &self->error);
      if (self->skip_first_line && !g_queue_is_empty (&self->rows) &&
          mc_table_row_get_number (g_queue_peek_head (&self->rows)) == 1)
        g_object_unref (g_queue_pop_head (&self->rows));
    }
}

static DexFuture *
take_row (McCsvReader *self)
{
  if (!g_queue_is_empty (&self->rows))
    return dex_future_new_take_object (g_queue_pop_head (&self->rows));
  if (self->error)
    return dex_future_new_for_error (g_error_copy (self->error));
  return dex_future_new_take_object (NULL);
}

static DexFuture *
next_row_fiber (gpointer data)
{
  McCsvReader *self = data;

  fill (self);
  return take_row (self);
}

static DexFuture *
mc_csv_reader_next_row (McTableReader *reader)
{
  McCsvReader *self = MC_CSV_READER (reader);

  if (!g_queue_is_empty (&self->rows) || self->error || self->at_end)
    return take_row (self);
  return dex_scheduler_spawn (NULL, 0, next_row_fiber, g_object_ref (self), g_object_unref);
}

static DexFuture *
mc_csv_reader_select_sheet (McTableReader *reader, guint index)
{
  rewind_reader (MC_CSV_READER (reader));
  return dex_future_new_true ();
}

static void
mc_csv_reader_finalize (GObject *object)
{
  McCsvReader *self = MC_CSV_READER (object);

  rewind_reader (self);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mc_csv_reader_parent_class)->finalize (object);
}

static void
mc_csv_reader_class_init (McCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_csv_reader_finalize;
  MC_TABLE_READER_CLASS (klass)->next_row = mc_csv_reader_next_row;
  MC_TABLE_READER_CLASS (klass)->select_sheet = mc_csv_reader_select_sheet;
}

static void
mc_csv_reader_init (McCsvReader *self)
{
  g_queue_init (&self->rows);
}

/* How well a delimiter explains the sample: rows that agree on how many columns there
 * are, more columns weighing more. */
static guint
rate_delimiter (char delimiter, const char *text, gsize size)
{
  g_autoptr (McCsvParser) parser = mc_csv_parser_new (delimiter);
  g_autoptr (GError) error = NULL;
  GQueue rows = G_QUEUE_INIT;
  guint widest = 0, agreeing = 0, n = 0;

  /* An error late in the sample (its end inside quotes) does not spoil what came before. */
  if (mc_csv_parser_feed (parser, text, size, &rows, &error))
    mc_csv_parser_finish (parser, &rows, &error);
  for (GList *l = rows.head; l && n < SAMPLE_ROWS; l = l->next, n++)
    widest = MAX (widest, mc_table_row_get_n_cells (l->data));
  n = 0;
  for (GList *l = rows.head; l && n < SAMPLE_ROWS; l = l->next, n++)
    agreeing += mc_table_row_get_n_cells (l->data) == widest;
  g_queue_clear_full (&rows, g_object_unref);
  return widest > 1 ? agreeing * 1000 + widest : 0;
}

static char *
decode_sample (McCsvReader *self, GBytes *top, gsize *size)
{
  gsize length;
  const char *data = g_bytes_get_data (top, &length);
  gsize read = 0;
  char *text;

  data += self->bom_length;
  length -= self->bom_length;
  if (self->encoding == MC_TEXT_UTF8)
    {
      *size = length;
      return g_memdup2 (data, MAX (length, 1));
    }
  /* The sample may end inside a letter: convert what can be. */
  text = g_convert (data, (gssize)length, "UTF-8", mc_text_encoding_charset (self->encoding), &read, size, NULL);
  if (!text && read > 0)
    text = g_convert (data, (gssize)read, "UTF-8", mc_text_encoding_charset (self->encoding), NULL, size, NULL);
  if (!text)
    *size = 0;
  return text ? text : g_strdup ("");
}

static void
sniff_delimiter (McCsvReader *self, GBytes *top)
{
  static const char candidates[] = { ',', ';', '\t' };
  gsize size;
  g_autofree char *text = decode_sample (self, top, &size);
  guint best = 0;

  self->delimiter = ',';
  /* Excel's own hint for its own delimiter. */
  if (size > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && memchr (",;\t", text[4], 3))
    {
      self->delimiter = text[4];
      self->skip_first_line = TRUE;
      return;
    }
  for (gsize i = 0; i < sizeof candidates; i++)
    {
      guint rating = rate_delimiter (candidates[i], text, size);

      if (rating > best)
        {
          best = rating;
          self->delimiter = candidates[i];
        }
    }
}

DexFuture *
mc_csv_reader_open (GFile *file, GBytes *top)
{
  static const char *const sheets[] = { "CSV", NULL };
  g_autoptr (McCsvReader) self = g_object_new (MC_TYPE_CSV_READER, NULL);

  self->file = g_object_ref (file);
  self->encoding = mc_text_encoding_sniff (top, &self->bom_length);
  if (!mc_text_encoding_charset (self->encoding))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", mc_text_encoding_advice (self->encoding));
  if (g_bytes_get_size (top) == self->bom_length)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", _ ("The file is empty."));
  sniff_delimiter (self, top);
  mc_table_reader_set_sheets (MC_TABLE_READER (self), sheets, 0);
  mc_table_reader_set_format (MC_TABLE_READER (self), "CSV");
  if (self->encoding == MC_TEXT_WINDOWS_1258)
    mc_table_reader_add_note (MC_TABLE_READER (self),
                              _ ("The file is not Unicode; it was read as Windows-1258. Look at the accents."));
  return dex_future_new_take_object (g_steal_pointer (&self));
}

char
mc_csv_reader_get_delimiter (McCsvReader *self)
{
  g_return_val_if_fail (MC_IS_CSV_READER (self), ',');
  return self->delimiter;
}

/* The bytes of the file as UTF-8, for reading that waits. */
static GInputStream *
open_walk (McCsvReader *self, GFileInputStream *raw, GCancellable *cancellable, GError **error)
{
  g_autoptr (GCharsetConverter) converter = NULL;

  if (self->bom_length > 0 &&
      g_input_stream_skip (G_INPUT_STREAM (raw), self->bom_length, cancellable, error) != (gssize)self->bom_length)
    return NULL;
  if (self->encoding == MC_TEXT_UTF8)
    return G_INPUT_STREAM (g_object_ref (raw));
  converter = g_charset_converter_new ("UTF-8", mc_text_encoding_charset (self->encoding), error);
  return converter ? g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (converter)) : NULL;
}

/* A walk through the file, a block at a time. */
typedef struct
{
  McCsvReader *reader;
  GInputStream *raw;
  GInputStream *stream;
  McTableRowFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  double size; /* of the file; 0: not known */
  double fraction;
  char *block;
  gsize capacity; /* and one byte more */
  gsize n;        /* bytes in the block */
  gboolean whole; /* nothing comes after them */
} Walk;

static gboolean
give (Walk *walk, McTableRow *row, GError **error)
{
  /* Excel's own hint is no row. */
  if (walk->reader->skip_first_line && mc_table_row_get_number (row) == 1)
    return TRUE;
  return walk->func (row, walk->fraction, walk->user_data, error);
}

/* Reads on behind what is in the block already, which becomes larger if it is full. */
static gboolean
read_block (Walk *walk, GError **error)
{
  gssize got;

  if (walk->n == walk->capacity)
    {
      walk->capacity *= 2;
      walk->block = g_realloc (walk->block, walk->capacity + 1);
    }
  got = g_input_stream_read (walk->stream, walk->block + walk->n, walk->capacity - walk->n, walk->cancellable, error);
  if (got < 0)
    return FALSE;
  walk->n += (gsize)got;
  walk->whole = got == 0;
  walk->fraction = walk->size > 0 ? MIN ((double)g_seekable_tell (G_SEEKABLE (walk->raw)) / walk->size, 1) : -1;
  return TRUE;
}

static gboolean
give_rows (Walk *walk, GQueue *rows, GError **error)
{
  gboolean going = TRUE;

  while (going && !g_queue_is_empty (rows))
    {
      g_autoptr (McTableRow) row = g_queue_pop_head (rows);

      going = give (walk, row, error);
    }
  g_queue_clear_full (rows, g_object_unref);
  return going;
}

/* From a row that is not plainly right: the parser tells what is wrong, or that nothing is. */
static gboolean
walk_carefully (Walk *walk, gsize at, guint line, const gboolean *wanted, guint n, GError **error)
{
  g_autoptr (McCsvParser) parser = mc_csv_parser_new (walk->reader->delimiter);
  GQueue rows = G_QUEUE_INIT;
  gboolean parsed = TRUE;

  mc_csv_parser_set_line (parser, line);
  mc_csv_parser_set_wanted (parser, wanted, n);
  while (parsed)
    {
      parsed = mc_csv_parser_feed (parser, walk->block + at, walk->n - at, &rows, error);
      at = walk->n = 0;
      if (parsed && walk->whole)
        parsed = mc_csv_parser_finish (parser, &rows, error);
      /* What came before a damaged place is judged as well, but does not hide it. */
      if (!give_rows (walk, &rows, parsed ? error : NULL))
        return FALSE;
      if (parsed && walk->whole)
        return TRUE;
      parsed = parsed && read_block (walk, error);
    }
  return FALSE;
}

static gboolean
walk_rows (Walk *walk, const gboolean *wanted, guint n, GError **error)
{
  g_autoptr (McCsvScan) scan = mc_csv_scan_new (walk->reader->delimiter, wanted, n);
  g_autoptr (McTableRow) row = mc_table_row_new (1);

  while (!walk->whole)
    {
      McCsvScanned found;
      gsize at = 0, used;

      if (!read_block (walk, error))
        return FALSE;
      while ((found = mc_csv_scan_next (scan, walk->block + at, walk->n - at, walk->whole, row, &used)) ==
             MC_CSV_SCAN_ROW)
        {
          at += used;
          if (!give (walk, row, error))
            return FALSE;
        }
      at += used;
      if (found == MC_CSV_SCAN_ODD)
        return walk_carefully (walk, at, mc_csv_scan_get_line (scan), wanted, n, error);
      walk->n -= at;
      memmove (walk->block, walk->block + at, walk->n);
    }
  return TRUE;
}

gboolean
mc_csv_reader_walk (McCsvReader *self,
                    const gboolean *wanted,
                    guint n,
                    McTableRowFunc func,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GFileInputStream) raw = g_file_read (self->file, cancellable, error);
  g_autoptr (GInputStream) stream = raw ? open_walk (self, raw, cancellable, error) : NULL;
  g_autoptr (GFileInfo) info = NULL;
  Walk walk = { .reader = self, .func = func, .user_data = user_data, .cancellable = cancellable };
  gboolean done;

  if (!stream)
    return FALSE;
  info = g_file_input_stream_query_info (raw, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  walk.size = info ? (double)g_file_info_get_size (info) : 0;
  walk.raw = G_INPUT_STREAM (raw);
  walk.stream = stream;
  walk.capacity = WALK_BLOCK_SIZE;
  walk.block = g_malloc (walk.capacity + 1);
  done = walk_rows (&walk, wanted, n, error);
  g_free (walk.block);
  return done;
}
