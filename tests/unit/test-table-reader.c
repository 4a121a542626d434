/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <zip.h>

#include "mc-csv-parser.h"
#include "mc-csv-reader.h"
#include "mc-error.h"
#include "mc-sheet.h"
#include "mc-table-reader.h"
#include "mc-text-encoding.h"
#include "mc-xlsx-book.h"

/* Turns the main loop until the future is done. */
static gpointer
await (DexFuture *future, GError **error)
{
  const GValue *value;
  gpointer object = NULL;

  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  value = dex_future_get_value (future, error);
  if (value && G_VALUE_HOLDS_OBJECT (value))
    object = g_value_dup_object (value);
  dex_unref (future);
  return object;
}

static GFile *
table_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOTCUA_SRCDIR"), "tests", "data", "tables", name, NULL);

  return g_file_new_for_path (path);
}

static McTableReader *
open_table (const char *name)
{
  g_autoptr (GFile) file = table_file (name);
  g_autoptr (GError) error = NULL;
  McTableReader *reader = await (mc_table_reader_open (file), &error);

  g_assert_no_error (error);
  g_assert_nonnull (reader);
  return reader;
}

static McTableRow *
next (McTableReader *reader)
{
  g_autoptr (GError) error = NULL;
  McTableRow *row = await (mc_table_reader_next_row (reader), &error);

  g_assert_no_error (error);
  return row;
}

static void
assert_cell (McTableRow *row, guint column, McCellKind kind, const char *text)
{
  const McTableCell *cell = mc_table_row_get_cell (row, column);

  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpint (cell->kind, ==, kind);
}

/* Whichever way it was written, the list is the same. */
static void
test_staff (gconstpointer data)
{
  const char *name = data;
  g_autoptr (McTableReader) reader = open_table (name);
  g_autoptr (McTableRow) header = NULL;
  g_autoptr (McTableRow) first = NULL;
  g_autoptr (McTableRow) second = NULL;
  g_autoptr (McTableRow) third = NULL;
  gboolean is_sheet = !g_str_equal (mc_table_reader_get_format (reader), "CSV");
  gboolean is_xlsx = g_str_equal (mc_table_reader_get_format (reader), "XLSX");

  if (g_str_equal (name, "staff-utf16le.csv"))
    g_assert_cmpint (mc_csv_reader_get_delimiter (MC_CSV_READER (reader)), ==, '\t');
  if (is_xlsx)
    g_object_unref (next (reader));
  header = next (reader);
  assert_cell (header, 1, MC_CELL_TEXT, "Họ và tên");
  first = next (reader);
  g_assert_cmpuint (mc_table_row_get_number (first), ==, is_xlsx ? 4 : 2);
  assert_cell (first, 1, MC_CELL_TEXT, "Nguyễn Văn Hoà");
  if (is_sheet)
    assert_cell (first, 2, MC_CELL_DATE, "1990-03-05");
  else
    assert_cell (first, 2, MC_CELL_TEXT, "05/03/1990");
  second = next (reader);
  assert_cell (second, 1, MC_CELL_TEXT, "Trần Thị Thuý Ái");
  third = next (reader);
  assert_cell (third, 1, MC_CELL_TEXT, "Đặng Hoàng Ô");
  assert_cell (third, 20, MC_CELL_EMPTY, NULL);
  g_assert_null (next (reader));
  g_assert_null (next (reader));
}

static void
test_notes (void)
{
  g_autoptr (McTableReader) windows = open_table ("staff-1258.csv");
  g_autoptr (McTableReader) renamed = open_table ("xlsx-named.xls");
  g_autoptr (McTableReader) plain = open_table ("staff.csv");

  g_assert_nonnull (strstr (mc_table_reader_get_note (windows), "Windows-1258"));
  g_assert_cmpstr (mc_table_reader_get_format (renamed), ==, "XLSX");
  g_assert_nonnull (strstr (mc_table_reader_get_note (renamed), ".xls"));
  g_assert_null (mc_table_reader_get_note (plain));
}

static void
test_quotes (void)
{
  g_autoptr (McTableReader) reader = open_table ("quotes.csv");
  g_autoptr (McTableRow) header = next (reader);
  g_autoptr (McTableRow) quoted = next (reader);
  g_autoptr (McTableRow) plain = next (reader);
  g_autoptr (McTableRow) last = next (reader);

  assert_cell (quoted, 0, MC_CELL_TEXT, "Hoà, \"Ba\"");
  assert_cell (quoted, 1, MC_CELL_TEXT, "two\r\nlines");
  g_assert_cmpuint (mc_table_row_get_number (plain), ==, 5);
  assert_cell (plain, 0, MC_CELL_TEXT, "plain \"inside\" text");
  g_assert_cmpuint (mc_table_row_get_number (last), ==, 6);
  assert_cell (last, 1, MC_CELL_TEXT, "end");
  g_assert_null (next (reader));
}

static void
test_separator_line (void)
{
  g_autoptr (McTableReader) reader = open_table ("sep.csv");
  g_autoptr (McTableRow) header = next (reader);
  g_autoptr (McTableRow) row = next (reader);

  assert_cell (header, 0, MC_CELL_TEXT, "a");
  assert_cell (row, 0, MC_CELL_TEXT, "1,5");
  g_assert_cmpuint (mc_table_row_get_number (row), ==, 3);
}

static void
test_kinds (void)
{
  g_autoptr (McTableReader) reader = open_table ("kinds.xlsx");
  g_autoptr (McTableRow) texts = next (reader);
  g_autoptr (McTableRow) numbers = next (reader);
  g_autoptr (McTableRow) last = next (reader);

  assert_cell (texts, 0, MC_CELL_TEXT, "chung một");
  assert_cell (texts, 1, MC_CELL_TEXT, "Nguyễn Văn");
  assert_cell (texts, 2, MC_CELL_TEXT, "công thức");
  assert_cell (texts, 3, MC_CELL_BOOL, "TRUE");
  assert_cell (texts, 4, MC_CELL_ERROR, "the cell shows the error #DIV/0!");
  assert_cell (texts, 5, MC_CELL_NUMBER, "2");
  g_assert_cmpint (mc_table_row_get_cell (texts, 6)->kind, ==, MC_CELL_ERROR);
  g_assert_cmpuint (mc_table_row_get_number (numbers), ==, 3);
  assert_cell (numbers, 0, MC_CELL_DATE, "2023-03-15");
  g_assert_cmpfloat (mc_table_row_get_cell (numbers, 0)->number, ==, 19431);
  assert_cell (numbers, 1, MC_CELL_DATE, "2023-03-15 10:30:00");
  assert_cell (numbers, 2, MC_CELL_NUMBER, "45000");
  assert_cell (numbers, 3, MC_CELL_NUMBER, "45000");
  assert_cell (numbers, 4, MC_CELL_DATE, "1990-03-05");
  assert_cell (numbers, 5, MC_CELL_DATE, "1900-02-28");
  assert_cell (numbers, 6, MC_CELL_NUMBER, "0.1");
  assert_cell (numbers, 7, MC_CELL_NUMBER, "1234567890123");
  g_assert_cmpint (mc_table_row_get_cell (numbers, 8)->kind, ==, MC_CELL_ERROR);
  assert_cell (numbers, 9, MC_CELL_EMPTY, NULL);
  g_assert_cmpuint (mc_table_row_get_number (last), ==, 1048576);
  g_assert_null (next (reader));
}

static void
test_date1904 (void)
{
  g_autoptr (McTableReader) reader = open_table ("date1904.xlsx");
  g_autoptr (McTableRow) row = next (reader);

  assert_cell (row, 0, MC_CELL_DATE, "2023-03-15");
}

static void
test_merged (void)
{
  g_autoptr (McTableReader) reader = open_table ("merged.xlsx");
  g_autoptr (McTableRow) header = next (reader);
  g_autoptr (McTableRow) first = next (reader);
  g_autoptr (McTableRow) second = next (reader);

  assert_cell (first, 1, MC_CELL_TEXT, "Sở Y tế");
  g_assert_false (mc_table_row_get_cell (first, 1)->merged);
  assert_cell (second, 1, MC_CELL_EMPTY, "B2");
  g_assert_true (mc_table_row_get_cell (second, 1)->merged);
  g_assert_null (next (reader));
}

static void
test_sheets (void)
{
  g_autoptr (McTableReader) reader = open_table ("staff.xlsx");
  const char *const *sheets = mc_table_reader_get_sheets (reader);
  g_autoptr (McTableRow) row = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length ((char **)sheets), ==, 2);
  g_assert_cmpstr (sheets[0], ==, "Cán bộ");
  await (mc_table_reader_select_sheet (reader, 7), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_object (&reader);

  reader = open_table ("staff.xlsx");
  g_object_unref (await (mc_table_reader_select_sheet (reader, 1), &error));
  g_assert_no_error (error);
  row = next (reader);
  assert_cell (row, 0, MC_CELL_TEXT, "hai");
}

static void
test_ods (void)
{
  g_autoptr (McTableReader) reader = open_table ("staff.ods");
  g_autoptr (McTableRow) first = NULL;
  g_autoptr (McTableRow) second = NULL;
  g_autoptr (McTableRow) merged = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (await (mc_table_reader_select_sheet (reader, 1), &error));
  g_assert_no_error (error);
  first = next (reader);
  assert_cell (first, 0, MC_CELL_TEXT, "Nguyễn Văn\nhàng hai");
  assert_cell (first, 1, MC_CELL_TEXT, "Nguyễn Văn\nhàng hai");
  assert_cell (first, 2, MC_CELL_NUMBER, "1.5");
  assert_cell (first, 3, MC_CELL_BOOL, "TRUE");
  g_assert_cmpint (mc_table_row_get_cell (first, 4)->kind, ==, MC_CELL_ERROR);
  second = next (reader);
  g_assert_cmpuint (mc_table_row_get_number (second), ==, 2);
  assert_cell (second, 0, MC_CELL_TEXT, "Nguyễn Văn\nhàng hai");
  merged = next (reader);
  g_assert_cmpuint (mc_table_row_get_number (merged), ==, 1503);
  g_assert_true (mc_table_row_get_cell (merged, 1)->merged);
}

static void
read_all (McTableReader *reader, GError **error)
{
  McTableRow *row;

  while (reader && (row = await (mc_table_reader_next_row (reader), error)))
    g_object_unref (row);
}

/* Reads all of it; what goes wrong at any point must be an MC_ERROR_INVALID whose text has @data after the bar. */
static void
test_refused (gconstpointer data)
{
  g_auto (GStrv) parts = g_strsplit (data, "|", 2);
  g_autoptr (GFile) file = table_file (parts[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (McTableReader) reader = await (mc_table_reader_open (file), &error);

  read_all (reader, &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  if (!strstr (error->message, parts[1]))
    g_error ("%s: %s", parts[0], error->message);
}

/* FreeXL reads what a damaged XLS still holds, or refuses; it must only come to an end. */
static void
test_damaged_xls (gconstpointer data)
{
  g_autoptr (GFile) file = table_file (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (McTableReader) reader = await (mc_table_reader_open (file), &error);

  read_all (reader, &error);
  if (error)
    g_assert_cmpint (error->domain, ==, MC_ERROR);
}

/* motcua-xls that falls over, talks nonsense or is not there is a sentence, and nothing worse. */
static void
test_xls_program (void)
{
  static const struct
  {
    const char *script;
    int code;
  } table[] = {
    { "#!/bin/sh\nkill -SEGV $$\n", MC_ERROR_INVALID },
    { "#!/bin/sh\nyes nonsense\n", MC_ERROR_INVALID },
    { "#!/bin/sh\nexit 0\n", MC_ERROR_INVALID },
    { NULL, MC_ERROR_UNSUPPORTED },
  };
  g_autofree char *before = g_strdup (g_getenv ("MOTCUA_LIBEXECDIR"));
  g_autofree char *folder = g_dir_make_tmp ("mc-xls-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "motcua-xls", NULL);
  g_autoptr (GFile) file = table_file ("staff.xls");

  g_setenv ("MOTCUA_LIBEXECDIR", folder, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_unlink (program);
      if (table[i].script)
        g_assert_true (g_file_set_contents_full (program, table[i].script, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
      await (mc_table_reader_open (file), &error);
      g_assert_error (error, MC_ERROR, table[i].code);
    }
  g_rmdir (folder);
  if (before)
    g_setenv ("MOTCUA_LIBEXECDIR", before, TRUE);
  else
    g_unsetenv ("MOTCUA_LIBEXECDIR");
}

static void
test_missing (void)
{
  g_autoptr (GFile) missing = table_file ("no-such-file.csv");
  g_autoptr (GFile) folder = table_file (".");
  g_autoptr (GError) error = NULL;

  await (mc_table_reader_open (missing), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  await (mc_table_reader_open (folder), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

static void
zip_part (zipFile zip, const char *name, const char *text, gsize blanks)
{
  g_autofree char *block = g_strnfill (1024 * 1024, ' ');

  g_assert_cmpint (zipOpenNewFileInZip64 (zip, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 1, 0), ==, ZIP_OK);
  zipWriteInFileInZip (zip, text, (unsigned)strlen (text));
  for (; blanks > 0; blanks--)
    zipWriteInFileInZip (zip, block, 1024 * 1024);
  zipCloseFileInZip (zip);
}

/* A truthful directory, 270 MiB of blanks in 1 MiB of file. */
static void
test_bomb (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-bomb-XXXXXX.xlsx", NULL);
  int fd = g_mkstemp (path);
  zipFile zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_close (fd, NULL);
  zip_part (zip, "content.xml", "<a>", 90);
  zipClose (zip, NULL);
  zip = zipOpen64 (path, APPEND_STATUS_ADDINZIP);
  zip_part (zip, "other.xml", "<a>", 1);
  zipClose (zip, NULL);
  await (mc_table_reader_open (file), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);

  zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  zip_part (zip, "content.xml", "<a>", MC_SHEET_MAX_UNPACKED / 1024 / 1024 + 1);
  zipClose (zip, NULL);
  await (mc_table_reader_open (file), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "unpacks to more than 256 MiB"));
  g_file_delete (file, NULL, NULL);
}

static guint64
resident_pages (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  return g_ascii_strtoull (strchr (text, ' '), NULL, 10);
}

/* 400,000 rows go by; what is held at once stays one block. */
static void
test_constant_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("AddressSanitizer keeps what is freed");
  return;
#endif
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-long-XXXXXX.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Họ và tên,Ngày sinh\n");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (McTableReader) reader = NULL;
  McTableRow *row;
  guint64 before;
  guint n = 0;

  g_close (g_mkstemp (path), NULL);
  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (text, "Nguyễn Văn Số %u,05/03/1990\n", i);
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  g_string_set_size (text, 0);
  file = g_file_new_for_path (path);
  reader = await (mc_table_reader_open (file), &error);
  g_assert_no_error (error);
  g_object_unref (next (reader));
  before = resident_pages ();
  while ((row = next (reader)))
    {
      n++;
      g_object_unref (row);
    }
  g_assert_cmpuint (n, ==, 400000);
  /* The file is 16 MB; a tenth of that would already be a leak. */
  g_assert_cmpuint (resident_pages (), <, before + 1600000 / 4096);
  g_file_delete (file, NULL, NULL);
}

/* Any cut of the input gives the same rows. */
static void
test_parser_cuts (void)
{
  const char *text = "a,\"b\"\"c\r\nd\",é\r\n1,2,3\r4,5,6\n\n\"x\" ,y,z";
  gsize size = strlen (text);

  for (gsize cut = 0; cut <= size; cut++)
    {
      g_autoptr (McCsvParser) parser = mc_csv_parser_new (',');
      GQueue rows = G_QUEUE_INIT;

      g_assert_true (mc_csv_parser_feed (parser, text, cut, &rows, NULL));
      g_assert_true (mc_csv_parser_feed (parser, text + cut, size - cut, &rows, NULL));
      g_assert_true (mc_csv_parser_finish (parser, &rows, NULL));
      g_assert_cmpuint (rows.length, ==, 4);
      assert_cell (rows.head->data, 1, MC_CELL_TEXT, "b\"c\r\nd");
      assert_cell (rows.head->data, 2, MC_CELL_TEXT, "é");
      g_assert_cmpuint (mc_table_row_get_number (rows.tail->data), ==, 6);
      assert_cell (rows.tail->data, 0, MC_CELL_TEXT, "x");
      g_queue_clear_full (&rows, g_object_unref);
    }
}

static void
test_legacy_text (void)
{
  static const char *const unicode[] = {
    "Nguyễn Văn Hoà", "Trần Thị Thuý", "Đặng Hoàng Ô", "Số: 12/QĐ-UBND · 5 ± 2", "hoá đơn", "Quý III",
    "ngoằn ngoèo",    "37° C",         "100 m² (½)",   "thuỷ, thuế, huân",       ""
  };

  for (gsize i = 0; i < G_N_ELEMENTS (unicode); i++)
    g_assert_cmpint (mc_text_encoding_legacy (unicode[i]), ==, MC_TEXT_UTF8);
  g_assert_cmpint (mc_text_encoding_legacy ("NguyÔn V¨n Hoµ"), ==, MC_TEXT_TCVN3);
  g_assert_cmpint (mc_text_encoding_legacy ("Së T­ ph¸p"), ==, MC_TEXT_TCVN3);
  g_assert_cmpint (mc_text_encoding_legacy ("Nguyeãn Vaên Haø"), ==, MC_TEXT_VNI);
  g_assert_cmpint (mc_text_encoding_legacy ("Sôû Tö phaùp"), ==, MC_TEXT_VNI);
}

static void
test_formats (void)
{
  g_assert_true (mc_xlsx_format_is_date ("dd/mm/yyyy"));
  g_assert_true (mc_xlsx_format_is_date ("[$-42A]d\\ mmmm\\ yyyy;@"));
  g_assert_true (mc_xlsx_format_is_date ("[$-F800]dddd, mmmm dd, yyyy"));
  g_assert_false (mc_xlsx_format_is_date ("General"));
  g_assert_false (mc_xlsx_format_is_date ("#,##0 \"đồng/day\""));
  g_assert_false (mc_xlsx_format_is_date ("[Red]0.00E+00"));
  g_assert_false (mc_xlsx_format_is_date ("hh:mm:ss"));
  g_assert_false (mc_xlsx_format_is_date ("0\\d"));
}

static void
test_letters (void)
{
  g_autofree char *a = mc_table_column_letters (0);
  g_autofree char *z = mc_table_column_letters (25);
  g_autofree char *aa = mc_table_column_letters (26);
  g_autofree char *xfd = mc_table_column_letters (16383);

  g_assert_cmpstr (a, ==, "A");
  g_assert_cmpstr (z, ==, "Z");
  g_assert_cmpstr (aa, ==, "AA");
  g_assert_cmpstr (xfd, ==, "XFD");
}

static void
add_refusals (void)
{
  static const char *const refused[] = {
    "empty.csv|is empty",
    "only-bom.csv|is empty",
    "binary.csv|holds no text",
    "staff-tcvn3.csv|TCVN3",
    "staff-vni.csv|VNI",
    "open-quote.csv|Line 3, column B: the quotation mark",
    "after-quote.csv|Line 2, column B: there is text after",
    "late-latin.csv|Line 14002, column A: the text is not UTF-8",
    "zero-byte.csv|Line 14002, column A: there is a zero byte",
    "truncated.xlsx|cut off",
    "flipped.xlsx|damaged",
    "claims-huge.xlsx|unpacks to more than 256 MiB",
    "web-page.xls|web page",
    "letter.xlsx|no spreadsheet",
    "doctype.xlsx|document type",
    "rows-backwards.xlsx|Row 2 stands after row 5",
    "far-column.xlsx|Row 5 has something beyond column 1024",
    "bad-xml.xlsx|mismatched tag",
    "no-workbook.xls|password",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (GStrv) parts = g_strsplit (refused[i], "|", 2);
      g_autofree char *path = g_strconcat ("/table-reader/refused/", parts[0], NULL);

      g_test_add_data_func (path, refused[i], test_refused);
    }
}

int
main (int argc, char **argv)
{
  static const char *const staff[] = { "staff.csv",         "staff-bom-semicolon.csv",
                                       "staff-tab-lf.txt",  "staff-utf16le.csv",
                                       "staff-utf16be.csv", "staff-1258.csv",
                                       "staff.xlsx",        "staff.ods",
                                       "staff.xls" };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      g_autofree char *path = g_strconcat ("/table-reader/staff/", staff[i], NULL);

      g_test_add_data_func (path, staff[i], test_staff);
    }
  add_refusals ();
  g_test_add_data_func ("/table-reader/damaged/truncated.xls", "truncated.xls", test_damaged_xls);
  g_test_add_data_func ("/table-reader/damaged/garbage.xls", "garbage.xls", test_damaged_xls);
  g_test_add_func ("/table-reader/xls-program", test_xls_program);
  g_test_add_func ("/table-reader/missing", test_missing);
  g_test_add_func ("/table-reader/notes", test_notes);
  g_test_add_func ("/table-reader/quotes", test_quotes);
  g_test_add_func ("/table-reader/separator-line", test_separator_line);
  g_test_add_func ("/table-reader/kinds", test_kinds);
  g_test_add_func ("/table-reader/date1904", test_date1904);
  g_test_add_func ("/table-reader/merged", test_merged);
  g_test_add_func ("/table-reader/sheets", test_sheets);
  g_test_add_func ("/table-reader/ods", test_ods);
  g_test_add_func ("/table-reader/bomb", test_bomb);
  g_test_add_func ("/table-reader/constant-memory", test_constant_memory);
  g_test_add_func ("/table-reader/parser-cuts", test_parser_cuts);
  g_test_add_func ("/table-reader/legacy-text", test_legacy_text);
  g_test_add_func ("/table-reader/formats", test_formats);
  g_test_add_func ("/table-reader/letters", test_letters);
  return g_test_run ();
}
