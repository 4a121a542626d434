/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "mc-error.h"
#include "mc-roster-import.h"
#include "mc-roster-xlsx.h"
#include "table-fixture.h"

/* Rosters from tables: what our own workbook says is what it was made of; a plain table; and what is wrong in one. */

#define FIRST mc_day_new (2026, 12, 1)
#define N_DAYS 31
#define N_PEOPLE 12

static McRosterImport *
import_new (void)
{
  McRosterImport *import = mc_roster_import_new ((McPeriod){ FIRST, FIRST + N_DAYS });

  mc_roster_import_add_person (import, 1, "Nguyễn Văn An", "TP");
  mc_roster_import_add_person (import, 2, "Trần Thị Bình", "YT");
  mc_roster_import_add_person (import, 3, "Lê Hoà", "TP");
  mc_roster_import_add_person (import, 4, "Lê Hoà", "YT");
  mc_roster_import_add_place (import, "3", 30, 0);
  mc_roster_import_add_place (import, "5", 50, 0);
  mc_roster_import_add_place (import, "HD", 0, 7);
  return import;
}

static McRosterImport *
read_table (McRosterImport *import, McTableReader *reader, GError **error)
{
  table_fixture_await (mc_roster_import_read (import, reader), error);
  return import;
}

static McRosterImport *
read_text (const char *text)
{
  g_autoptr (McTableReader) reader = table_fixture_open (text);
  GError *error = NULL;
  McRosterImport *import = read_table (import_new (), reader, &error);

  g_assert_no_error (error);
  return import;
}

static void
assert_error (McRosterImport *import, guint at, const char *wanted)
{
  g_autoptr (McImportError) error = g_list_model_get_item (mc_roster_import_get_errors (import), at);
  g_autofree char *text = error ? mc_import_error_format (error) : NULL;

  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_place (McRosterImport *import, gint64 person, int day, McDaySession session, gint64 counter, gint64 duty)
{
  GArray *cells = mc_roster_import_get_cells (import);

  for (guint i = 0; i < cells->len; i++)
    {
      McRosterImportCell *cell = &g_array_index (cells, McRosterImportCell, i);

      if (cell->person != person || cell->day != FIRST + day - 1 || cell->session != session)
        continue;
      g_assert_cmpint (cell->counter_id, ==, counter);
      g_assert_cmpint (cell->duty_id, ==, duty);
      return;
    }
  g_assert_not_reached ();
}

/* --- Out and in again --- */

static const char *const codes[] = { "", "3", "5", "HD", "V" };

static guint
code_of (guint person, guint day, guint half)
{
  return (person * 7 + day * 3 + half * 5 + day * person) % G_N_ELEMENTS (codes);
}

static GBytes *
write_month (void)
{
  g_autoptr (McRosterSheet) sheet = mc_roster_sheet_new (FIRST, FIRST + N_DAYS - 1);
  GError *error = NULL;
  GBytes *bytes;

  mc_roster_sheet_set_row_title (sheet, "Họ và tên", "Cơ quan");
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Người Mẫu %c", 'A' + (int)i);

      mc_roster_sheet_add_row (sheet, name, i % 2 ? "TP" : NULL, "Bộ phận");
      for (guint day = 0; day < N_DAYS; day++)
        for (guint half = 0; half < 2; half++)
          mc_roster_sheet_set_cell (sheet, i, FIRST + (McDay)day, half ? MC_HALF_AFTERNOON : MC_HALF_MORNING,
                                    codes[code_of (i, day, half)], MC_SHEET_PLAIN);
    }
  mc_roster_sheet_add_total (sheet, "Ngày", NULL);
  mc_roster_sheet_add_legend (sheet, "HD", "Quầy hướng dẫn");
  mc_roster_sheet_add_legend (sheet, "V", "vắng");
  bytes = mc_roster_xlsx (sheet, "Lịch trực tháng 12/2026", &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_inverse (void)
{
  static const gint64 counters[] = { 0, 30, 50, 0, 0 }, duties[] = { 0, 0, 0, 7, 0 };
  g_autoptr (GBytes) bytes = write_month ();
  g_autoptr (McTableReader) reader = table_fixture_open_bytes (bytes);
  g_autoptr (McRosterImport) import = import_new ();
  GError *error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Người Mẫu %c", 'A' + (int)i);

      mc_roster_import_add_person (import, 100 + i, name, i % 2 ? "TP" : NULL);
    }
  read_table (import, reader, &error);
  g_assert_no_error (error);
  assert_error (import, 0, NULL);
  g_assert_cmpuint (mc_roster_import_get_n_people (import), ==, N_PEOPLE);
  g_assert_cmpuint (mc_roster_import_get_cells (import)->len, ==, N_PEOPLE * N_DAYS * 2);
  for (guint i = 0; i < N_PEOPLE; i++)
    for (guint day = 0; day < N_DAYS; day++)
      for (guint half = 0; half < 2; half++)
        {
          guint code = code_of (i, day, half);

          assert_place (import, 100 + i, (int)day + 1, (McDaySession)half, counters[code], duties[code]);
        }
}

/* --- By hand --- */

/* A column a day: one code for the day, or two with a stroke; days without a year; codes as they are typed. */
static void
test_plain (void)
{
  g_autoptr (McRosterImport) import = read_text ("Lịch trực dự kiến\n"
                                                 "Họ tên;Cơ quan;1/12;02/12/2026\n"
                                                 "nguyen van an;TP;q3;3/hd\n"
                                                 "Lê Hoà;YT;5;/5\n");

  g_assert_cmpuint (g_list_model_get_n_items (mc_roster_import_get_errors (import)), ==, 0);
  g_assert_cmpuint (mc_roster_import_get_n_people (import), ==, 2);
  assert_place (import, 1, 1, MC_DAY_SESSION_MORNING, 30, 0);
  assert_place (import, 1, 1, MC_DAY_SESSION_AFTERNOON, 30, 0);
  assert_place (import, 1, 2, MC_DAY_SESSION_MORNING, 30, 0);
  assert_place (import, 1, 2, MC_DAY_SESSION_AFTERNOON, 0, 7);
  assert_place (import, 4, 1, MC_DAY_SESSION_AFTERNOON, 50, 0);
  assert_place (import, 4, 2, MC_DAY_SESSION_MORNING, 0, 0);
  assert_place (import, 4, 2, MC_DAY_SESSION_AFTERNOON, 50, 0);
}

/* Row, column, value and why, all of them at once. */
static void
test_errors (void)
{
  g_autoptr (McRosterImport) import = read_text ("Họ tên,01/12/2026,01/01/2027\n"
                                                 "Nguyễn Văn An,99,3\n"
                                                 "Nguyễn Văn An,3,\n"
                                                 ",3,\n"
                                                 "Trần Thị Bình,3/X,\n");

  g_assert_cmpuint (g_list_model_get_n_items (mc_roster_import_get_errors (import)), ==, 5);
  assert_error (import, 0, "C1 (01/01/2027) \"01/01/2027\": this day lies outside the roster");
  assert_error (import, 1, "B2 (01/12/2026) \"99\": no counter and no duty has the code “99”");
  assert_error (import, 2, "A3 (Name) \"Nguyễn Văn An\": this person has a row already");
  assert_error (import, 3, "A4 (Name) \"\": codes stand here, but no name");
  assert_error (import, 4, "B5 (01/12/2026) \"3/X\": no counter and no duty has the code “X”");
}

static void
test_no_table (void)
{
  g_autoptr (McTableReader) reader = table_fixture_open ("Tên hàng,Giá\nBút,3000\n");
  g_autoptr (McTableReader) empty = table_fixture_open ("Họ tên,01/12/2026\n\n");
  g_autoptr (McRosterImport) none = NULL, nobody = NULL;
  g_autoptr (GError) error = NULL;

  none = read_table (import_new (), reader, &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  nobody = read_table (import_new (), empty, &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-import/inverse", test_inverse);
  g_test_add_func ("/roster-import/plain", test_plain);
  g_test_add_func ("/roster-import/errors", test_errors);
  g_test_add_func ("/roster-import/no-table", test_no_table);
  return g_test_run ();
}
