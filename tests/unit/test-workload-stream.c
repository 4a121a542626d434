/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long files become counts while they are read: CSV over the borders of blocks, XLSX while it is unpacked. */
#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#include "mc-error.h"
#include "mc-table-walk.h"
#include "mc-workload-import.h"
#include "table-fixture.h"

#define N_ROWS 30000

/* The sanitizer keeps what was freed, to tell who uses it again. */
#ifdef __SANITIZE_ADDRESS__
#define MEMORY_IS_OURS FALSE
#else
#define MEMORY_IS_OURS TRUE
#endif

/* The fields of row @i; one of them runs over three lines, one has quotation marks. */
static const char *const heads[] = { "Ghi chú", "Tên thủ tục", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả" };

static void
make_row (guint i, gboolean bad, char **cells)
{
  cells[0] = g_strdup (i % 7 == 0   ? "dòng một\ndòng hai\r\ndòng ba"
                       : i % 5 == 0 ? "nói \"được\", rồi về"
                                    : "Nguyễn Văn Mẫu");
  cells[1] = g_strdup ("Cấp phiếu");
  cells[2] = bad ? g_strdup ("31/02/2026") : g_strdup_printf ("%02u/10/2026", 1 + i % 5);
  cells[3] = g_strdup ("09/10/2026");
  cells[4] = g_strdup_printf ("%02u/10/2026", 6 + i % 7);
  cells[5] = NULL;
}

static gboolean
is_bad (guint i, guint every)
{
  return every > 0 && i % every == every - 1;
}

/* The text, and where each bad row begins. */
static GString *
make_csv (guint every, GArray *lines)
{
  GString *text = g_string_new (NULL);
  guint line = 2;

  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    g_string_append_printf (text, "%s%s", c ? "," : "", heads[c]);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < N_ROWS; i++)
    {
      char *cells[G_N_ELEMENTS (heads) + 1];

      make_row (i, is_bad (i, every), cells);
      if (is_bad (i, every))
        g_array_append_val (lines, line);
      for (guint c = 0; cells[c]; c++)
        {
          g_auto (GStrv) parts = g_strsplit (cells[c], "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          g_string_append_printf (text, c == 0 ? "\"%s\"" : ",%s", doubled);
          g_free (cells[c]);
        }
      g_string_append (text, "\r\n");
      line += i % 7 == 0 ? 3 : 1;
    }
  return text;
}

static void
put (zipFile zip, const char *name, const char *text)
{
  g_assert_cmpint (zipOpenNewFileInZip64 (zip, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 1, 0), ==, ZIP_OK);
  zipWriteInFileInZip (zip, text, (unsigned)strlen (text));
  zipCloseFileInZip (zip);
}

/* A workbook with a merged title above the headers, as such systems like it; its rows stand from number 3 on, and bad
 * ones have no day. */
static GBytes *
make_xlsx (guint every, const char *merges)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-stream-XXXXXX.xlsx", NULL);
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Sổ "
                                            "theo dõi</t></is></c></row><row r=\"2\">");
  char *data;
  gsize size;
  zipFile zip;

  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    g_string_append_printf (sheet, "<c t=\"inlineStr\"><is><t>%s</t></is></c>", heads[c]);
  g_string_append (sheet, "</row>");
  for (guint i = 0; i < N_ROWS; i++)
    {
      char *cells[G_N_ELEMENTS (heads) + 1];

      make_row (i, is_bad (i, every), cells);
      g_string_append_printf (sheet, "<row r=\"%u\">", i + 3);
      for (guint c = 0; cells[c]; c++)
        {
          g_autofree char *escaped = g_markup_escape_text (cells[c], -1);

          if (c == 2 && is_bad (i, every))
            g_string_append (sheet, "<c/>");
          else
            g_string_append_printf (sheet, "<c t=\"inlineStr\"><is><t>%s</t></is></c>", escaped);
          g_free (cells[c]);
        }
      g_string_append (sheet, "</row>");
    }
  g_string_append_printf (sheet, "</sheetData><mergeCells><mergeCell ref=\"A1:E1\"/>%s</mergeCells></worksheet>",
                          merges);
  g_close (g_mkstemp (path), NULL);
  zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  put (zip, "[Content_Types].xml", "<Types/>");
  put (zip, "_rels/.rels",
       "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"book.xml\"/>"
       "</Relationships>");
  put (zip, "book.xml", "<workbook><sheets><sheet name=\"Một\" id=\"s\"/></sheets></workbook>");
  put (zip, "_rels/book.xml.rels",
       "<Relationships><Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>"
       "</Relationships>");
  put (zip, "sheet.xml", sheet->str);
  zipClose (zip, NULL);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  return g_bytes_new_take (data, size);
}

static McWorkloadImport *
make_import (void)
{
  McWorkloadImport *self = mc_workload_import_new (MC_WORKLOAD_DOSSIER, 15, mc_day_new (2026, 11, 23));

  mc_workload_import_add (self, MC_WORKLOAD_BY_PROCEDURE, 111, "1.0001", "Cấp phiếu", NULL);
  return self;
}

static McWorkloadImport *
read_bytes (GBytes *bytes, GCancellable *cancellable, McWorkloadProgress progress, gpointer data, GError **error)
{
  g_autoptr (McTableReader) reader = table_fixture_open_bytes (bytes);
  g_autoptr (McColumnMapping) mapping =
      table_fixture_await (mc_table_walk_find_header (reader, mc_workload_columns (MC_WORKLOAD_DOSSIER)), error);
  McWorkloadImport *self = make_import ();

  g_assert_nonnull (mapping);
  table_fixture_await (mc_workload_import_read (self, reader, mapping, cancellable, progress, data), error);
  return self;
}

static McWorkloadImport *
read_csv (guint every, GArray *lines)
{
  g_autoptr (GString) text = make_csv (every, lines);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);
  g_autoptr (GError) error = NULL;
  McWorkloadImport *self = read_bytes (bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return self;
}

static McImportError *
get_error (McWorkloadImport *self, guint i)
{
  GListModel *errors = mc_workload_import_get_errors (self);
  g_autoptr (McImportError) error = g_list_model_get_item (errors, i);

  /* The list holds it. */
  return error;
}

/* Each bad row is told with the line that it begins on, in order, and all are counted. */
static void
test_csv_errors (void)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (McWorkloadImport) self = read_csv (100, lines);

  g_assert_cmpuint (lines->len, ==, N_ROWS / 100);
  g_assert_cmpuint (mc_workload_import_get_n_rows (self), ==, N_ROWS);
  g_assert_cmpuint (mc_workload_import_get_n_errors (self), ==, N_ROWS / 100);
  g_assert_cmpuint (g_list_model_get_n_items (mc_workload_import_get_errors (self)), ==, MC_WORKLOAD_MAX_ERRORS);
  for (guint i = 0; i < MC_WORKLOAD_MAX_ERRORS; i++)
    {
      McImportError *error = get_error (self, i);

      g_assert_cmpuint (mc_import_error_get_row (error), ==, g_array_index (lines, guint, i));
      g_assert_cmpstr (mc_import_error_get_column (error), ==, "C");
      g_assert_cmpstr (mc_import_error_get_value (error), ==, "31/02/2026");
    }
  g_assert_cmpuint (mc_workload_import_get_counts (self)->len, ==, 0);
}

static void
assert_same_counts (McWorkloadImport *one, McWorkloadImport *other)
{
  GArray *left = mc_workload_import_get_counts (one), *right = mc_workload_import_get_counts (other);

  g_assert_cmpuint (left->len, ==, 12);
  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      const McWorkloadCount *a = &g_array_index (left, McWorkloadCount, i);
      const McWorkloadCount *b = &g_array_index (right, McWorkloadCount, i);

      g_assert_cmpint (a->day, ==, b->day);
      g_assert_cmpint (a->procedure_id, ==, b->procedure_id);
      g_assert_cmpint (a->sums.received, ==, b->sums.received);
      g_assert_cmpint (a->sums.early, ==, b->sums.early);
      g_assert_cmpint (a->sums.on_time, ==, b->sums.on_time);
      g_assert_cmpint (a->sums.overdue, ==, b->sums.overdue);
      g_assert_cmpint (a->sums.process_minutes, ==, b->sums.process_minutes);
    }
}

static guint64
resident_kib (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  return g_ascii_strtoull (strchr (text, ' '), NULL, 10) * 4;
}

typedef struct
{
  guint64 most; /* KiB resident at any call */
  double last;
  GCancellable *stop; /* at half the file */
} Watch;

static void
watch_cb (guint n_rows, double fraction, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  watch->most = MAX (watch->most, resident_kib ());
  if (watch->stop && fraction > 0.5)
    g_cancellable_cancel (watch->stop);
}

/* The same rows as a workbook make the same counts, and are never in memory together. */
static void
test_xlsx (void)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (McWorkloadImport) csv = read_csv (0, lines);
  g_autoptr (GBytes) bytes = make_xlsx (0, "");
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };
  guint64 before = resident_kib ();
  g_autoptr (McWorkloadImport) self = read_bytes (bytes, NULL, watch_cb, &watch, &error);

  g_assert_no_error (error);
  assert_same_counts (self, csv);
  g_assert_cmpfloat (watch.last, >, 0.5);
  /* As rows with their cells they would be more than 15 MiB. */
  if (MEMORY_IS_OURS)
    g_assert_cmpuint (watch.most, <, before + 6 * 1024);
}

/* What is merged stands at the end of the sheet, in any order, and is known for each row all the same. */
static void
test_merged (void)
{
  g_autoptr (GBytes) bytes = make_xlsx (
      10000, "<mergeCell ref=\"C30001:D30002\"/><mergeCell ref=\"C10001:C10002\"/><mergeCell ref=\"B5:B6\"/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (McWorkloadImport) self = read_bytes (bytes, NULL, NULL, NULL, &error);
  static const guint rows[] = { 10002, 20002, 30002 };
  static const char *const values[] = { "C10001", "", "C30001" };

  g_assert_no_error (error);
  g_assert_cmpuint (mc_workload_import_get_n_errors (self), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      McImportError *bad = get_error (self, i);

      g_assert_cmpuint (mc_import_error_get_row (bad), ==, rows[i]);
      g_assert_cmpstr (mc_import_error_get_value (bad), ==, values[i]);
    }
}

static void
test_stop (void)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GBytes) bytes = make_xlsx (0, "");
  g_autoptr (GError) error = NULL;
  Watch watch = { .stop = stop };
  g_autoptr (McWorkloadImport) self = read_bytes (bytes, stop, watch_cb, &watch, &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mc_workload_import_get_n_rows (self), <, N_ROWS);
  g_assert_cmpuint (mc_workload_import_get_counts (self)->len, ==, 0);
}

/* A workbook whose opening was stopped says so, and does not open. */
static void
test_stop_opening (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-stream-XXXXXX.xlsx", NULL);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GBytes) bytes = make_xlsx (0, "");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_close (g_mkstemp (path), NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), NULL));
  file = g_file_new_for_path (path);
  g_cancellable_cancel (stop);
  g_assert_null (table_fixture_await (mc_table_reader_open_stoppable (file, stop), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
}

/* None of the headers is known: a person says what they mean, and the file is read. */
static void
test_unknown_heads (void)
{
  const char *text = "Danh mục tháng 10\nsố,khi vào,khi ra,hạn,việc\n1,01/10/2026,03/10/2026,05/10/2026,Cấp phiếu\n"
                     "2,02/10/2026,09/10/2026,05/10/2026,Cấp phiếu\n";
  const McColumnSet *set = mc_workload_columns (MC_WORKLOAD_DOSSIER);
  g_autoptr (McTableReader) reader = table_fixture_open (text);
  g_autoptr (McWorkloadImport) self = make_import ();
  g_autoptr (McColumnMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (table_fixture_await (mc_table_walk_find_header (reader, set), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  mapping = table_fixture_await (mc_table_walk_likely_header (reader, set), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mc_column_mapping_get_header_row (mapping), ==, 2);
  g_assert_cmpstr (mc_column_mapping_get_header (mapping, 1), ==, "khi vào");
  table_fixture_await (mc_workload_import_read (self, reader, mapping, NULL, NULL, NULL), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  mc_column_mapping_set (mapping, 1, MC_WORKLOAD_COLUMN_START);
  mc_column_mapping_set (mapping, 2, MC_WORKLOAD_COLUMN_END);
  mc_column_mapping_set (mapping, 3, MC_WORKLOAD_COLUMN_DUE);
  mc_column_mapping_set (mapping, 4, MC_WORKLOAD_COLUMN_PROCEDURE);
  table_fixture_await (mc_workload_import_read (self, reader, mapping, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mc_workload_import_get_n_rows (self), ==, 2);
  g_assert_cmpuint (mc_workload_import_get_counts (self)->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_func ("/workload-stream/csv-errors", test_csv_errors);
  g_test_add_func ("/workload-stream/xlsx", test_xlsx);
  g_test_add_func ("/workload-stream/merged", test_merged);
  g_test_add_func ("/workload-stream/stop", test_stop);
  g_test_add_func ("/workload-stream/stop-opening", test_stop_opening);
  g_test_add_func ("/workload-stream/unknown-heads", test_unknown_heads);
  return g_test_run ();
}
