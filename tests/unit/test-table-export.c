/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "mc-error.h"
#include "mc-person.h"
#include "mc-table-export.h"
#include "mc-table-reader.h"
#include "mc-table-writer.h"

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

static void
count (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_set_number (cell, 1234.5);
}

static void
formula (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_take_text (cell, g_strdup ("=HYPERLINK(\"http://x\")"));
}

static GListModel *
new_people (void)
{
  GListStore *people = g_list_store_new (MC_TYPE_PERSON);
  static const char *const names[] = { "Nguyễn Văn Hoà", "Trần \"Ba\"; Thuý", "+84 người" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (McPerson) person = mc_person_new ();

      g_set_str (&person->full_name, names[i]);
      person->sex = MC_SEX_FEMALE;
      person->joined_state_service = i == 2 ? MC_DAY_NONE : mc_day_new (2010, 9, 2);
      g_list_store_append (people, person);
    }
  return G_LIST_MODEL (people);
}

static GPtrArray *
new_columns (void)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (columns, mc_table_column_new_property ("Họ và tên", "full-name"));
  g_ptr_array_add (columns, mc_table_column_new_day ("Vào ngành", "joined-state-service"));
  g_ptr_array_add (columns, mc_table_column_new_field (NULL, MC_TYPE_PERSON, "sex"));
  g_ptr_array_add (columns, mc_table_column_new_property ("Mẫu", "is-sample"));
  g_ptr_array_add (columns, mc_table_column_new ("Số", count, NULL, NULL));
  g_ptr_array_add (columns, mc_table_column_new ("Công thức", formula, NULL, NULL));
  return columns;
}

static GFile *
export_to (const char *template)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), template, NULL);
  g_autoptr (GListModel) people = new_people ();
  g_autoptr (GPtrArray) columns = new_columns ();
  g_autoptr (GError) error = NULL;
  GFile *file;

  g_close (g_mkstemp (path), NULL);
  file = g_file_new_for_path (path);
  await (mc_table_export (people, columns, "Cán bộ: 2026/11 [mẫu] của Trung tâm Phục vụ hành chính công", file),
         &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_cell (McTableRow *row, guint column, McCellKind kind, const char *text)
{
  const McTableCell *cell = mc_table_row_get_cell (row, column);

  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpint (cell->kind, ==, kind);
}

static McTableRow *
next (McTableReader *reader)
{
  g_autoptr (GError) error = NULL;
  McTableRow *row = await (mc_table_reader_next_row (reader), &error);

  g_assert_no_error (error);
  return row;
}

/* What is written is read again as the same, where the comma is the decimal sign too. */
static void
test_xlsx (gconstpointer numeric)
{
  if (!setlocale (LC_NUMERIC, numeric))
    {
      g_test_skip ("no such locale here");
      return;
    }

  g_autoptr (GFile) file = export_to ("mc-export-XXXXXX.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (McTableReader) reader = await (mc_table_reader_open (file), &error);
  g_autoptr (McTableRow) header = NULL;
  g_autoptr (McTableRow) first = NULL;
  g_autoptr (McTableRow) second = NULL;
  g_autoptr (McTableRow) third = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (mc_table_reader_get_sheets (reader)[0], ==, "Cán bộ  2026 11  mẫu  của Trung");
  header = next (reader);
  assert_cell (header, 0, MC_CELL_TEXT, "Họ và tên");
  assert_cell (header, 2, MC_CELL_TEXT, "Sex");
  first = next (reader);
  assert_cell (first, 0, MC_CELL_TEXT, "Nguyễn Văn Hoà");
  assert_cell (first, 1, MC_CELL_DATE, "2010-09-02");
  assert_cell (first, 3, MC_CELL_BOOL, "FALSE");
  assert_cell (first, 4, MC_CELL_NUMBER, "1234.5");
  assert_cell (first, 5, MC_CELL_TEXT, "=HYPERLINK(\"http://x\")");
  second = next (reader);
  third = next (reader);
  assert_cell (third, 0, MC_CELL_TEXT, "+84 người");
  assert_cell (third, 1, MC_CELL_EMPTY, NULL);
  g_assert_null (next (reader));
  g_file_delete (file, NULL, NULL);
  setlocale (LC_NUMERIC, "C.UTF-8");
}

static void
test_csv (void)
{
  g_autoptr (GFile) file = export_to ("mc-export-XXXXXX.csv");
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfHọ và tên,Vào ngành,Sex,Mẫu,Số,Công thức\r\n"
                                         "Nguyễn Văn Hoà,02/09/2010,"));
  g_assert_nonnull (strstr (text, "\r\n\"Trần \"\"Ba\"\"; Thuý\","));
  g_assert_nonnull (strstr (text, "\r\n'+84 người,,"));
  g_assert_nonnull (strstr (text, ",1234.5,\"'=HYPERLINK(\"\"http://x\"\")\"\r\n"));
  g_file_delete (file, NULL, NULL);
}

static void
test_semicolon (void)
{
  const char *const titles[] = { "a", "b;c", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = mc_table_writer_csv (titles, rows, MC_CSV_SEMICOLON);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a;\"b;c\"\r\n", 9);
}

static void
test_refused (void)
{
  g_autoptr (GListModel) people = new_people ();
  g_autoptr (GPtrArray) columns = new_columns ();
  g_autoptr (GFile) strange = g_file_new_for_path ("/tmp/list.doc");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/no/such/list.csv");
  g_autoptr (GError) error = NULL;

  await (mc_table_export (people, columns, "x", strange), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  await (mc_table_export (people, columns, "x", nowhere), &error);
  g_assert_cmpint (error->domain, ==, MC_ERROR);
}

static void
test_too_long (void)
{
  const char *const titles[] = { "a", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  McTableRow *row = mc_table_row_new (2);

  mc_table_cell_take_text (mc_table_row_edit_cell (row, 0), g_strnfill (40000, 'x'));
  g_ptr_array_add (rows, row);
  g_assert_null (mc_table_writer_xlsx ("x", titles, rows, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_data_func ("/table-export/xlsx", "C.UTF-8", test_xlsx);
  g_test_add_data_func ("/table-export/xlsx-vi", "vi_VN.UTF-8", test_xlsx);
  g_test_add_func ("/table-export/csv", test_csv);
  g_test_add_func ("/table-export/semicolon", test_semicolon);
  g_test_add_func ("/table-export/refused", test_refused);
  g_test_add_func ("/table-export/too-long", test_too_long);
  return g_test_run ();
}
