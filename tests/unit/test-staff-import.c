/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "mc-error.h"
#include "mc-staff-cell.h"
#include "mc-staff-import.h"

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

static McTableReader *
open_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  McTableReader *reader = await (mc_table_reader_open (file), &error);

  g_assert_no_error (error);
  return reader;
}

static McTableReader *
open_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOTCUA_SRCDIR"), "tests", "data", "tables", name, NULL);

  return open_path (path);
}

static McTableReader *
open_text (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-import-XXXXXX.csv", NULL);
  McTableReader *reader;

  g_close (g_mkstemp (path), NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  reader = open_path (path);
  return reader;
}

static McStaffImport *
new_import (void)
{
  McStaffImport *self = mc_staff_import_new (mc_day_new (2026, 11, 23));

  mc_staff_import_add_agency (self, 1, "TP", "Sở Tư pháp", "Tư pháp");
  mc_staff_import_add_agency (self, 2, "CT", "Sở Công Thương", "Công Thương");
  mc_staff_import_add_agency (self, 3, "YT", "Sở Y tế", "Y tế");
  mc_staff_import_add_agency (self, 4, "KHĐT", "Sở Kế hoạch và Đầu tư", "KH&ĐT");
  mc_staff_import_add_agency (self, 5, "KHCN", "Sở Khoa học và Công nghệ", "KH&CN");
  mc_staff_import_add_rank (self, 11, "01.003", "Chuyên viên");
  mc_staff_import_add_rank (self, 12, "01.002", "Chuyên viên chính");
  mc_staff_import_add_field (self, 21, "TP-02", "Công chứng và luật sư");
  return self;
}

static gboolean
import_all (McStaffImport *self, McTableReader *reader, McColumnMapping **out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McColumnMapping) mapping = await (mc_staff_import_find_header (self, reader), &error);

  g_assert_no_error (error);
  await (mc_staff_import_read (self, reader, mapping), &error);
  g_assert_no_error (error);
  if (out)
    *out = g_steal_pointer (&mapping);
  return g_list_model_get_n_items (mc_staff_import_get_errors (self)) == 0;
}

static char *
error_text (McStaffImport *self, guint position)
{
  g_autoptr (McImportError) error = g_list_model_get_item (mc_staff_import_get_errors (self), position);

  return error ? mc_import_error_format (error) : NULL;
}

static void
assert_error (McStaffImport *self, guint position, const char *wanted)
{
  g_autofree char *text = error_text (self, position);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_good (gconstpointer data)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_table (data);
  gboolean good = import_all (self, reader, NULL);
  g_autofree char *first_error = error_text (self, 0);
  g_autoptr (McStaffImportRow) first = g_list_model_get_item (mc_staff_import_get_rows (self), 0);
  g_autoptr (McStaffImportRow) second = g_list_model_get_item (mc_staff_import_get_rows (self), 1);
  g_autoptr (McStaffImportRow) third = g_list_model_get_item (mc_staff_import_get_rows (self), 2);
  McPerson *person;
  McTour *tour;

  g_assert_cmpstr (first_error, ==, NULL);
  g_assert_true (good);
  g_assert_cmpuint (g_list_model_get_n_items (mc_staff_import_get_rows (self)), ==, 3);
  person = mc_staff_import_row_get_person (first);
  g_assert_cmpstr (person->full_name, ==, "Nguyễn Văn Hoà");
  g_assert_cmpstr (person->given_name, ==, "Hoà");
  g_assert_cmpint (person->sex, ==, MC_SEX_MALE);
  g_assert_cmpint (person->rank_id, ==, 11);
  g_assert_cmpstr (person->public_phone, ==, "0292 3812 345");
  g_assert_cmpint (mc_staff_import_row_get_private (first)->birth_date, ==, mc_day_new (1990, 3, 5));
  g_assert_cmpint (mc_staff_import_row_get_field (first), ==, 21);
  tour = mc_staff_import_row_get_tour (first);
  g_assert_cmpint (tour->agency_id, ==, 1);
  g_assert_cmpint (tour->during.from, ==, mc_day_new (2026, 3, 1));
  g_assert_cmpint (tour->planned_until, ==, mc_day_new (2027, 3, 1));
  g_assert_cmpstr (tour->decision_no, ==, "12/QĐ-STP");
  g_assert_cmpint (mc_staff_import_row_get_tour (second)->role, ==, MC_TOUR_ROLE_STANDBY);
  g_assert_cmpint (mc_staff_import_row_get_tour (second)->agency_id, ==, 2);
  g_assert_cmpint (mc_staff_import_row_get_tour (second)->during.from, ==, mc_day_new (2026, 4, 1));
  g_assert_cmpint (mc_staff_import_row_get_private (third)->birth_date, ==, mc_day_new (1988, 12, 31));
}

#define HEADER "Họ và tên;Ngày sinh;Cơ quan cử;Từ ngày;Đến ngày;Email\n"

static void
test_bad_cells (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader =
      open_text (HEADER "Nguyễn Văn A;31/02/1990;Sở Tư pháp;01/03/2026;28/02/2027;a@b.vn\n"
                        "Lê Thị B;5/3/90;Sở Xây dựng;01/03/2026;28/02/2026;b@b\n"
                        ";5/3/1990;Khoa;;28/02/2027;\n"
                        "Trần C1;1990;YT;1/3/2026;28/02/2027;\n"
                        "Trần D;3/1990;YT;1/3/2026;28/02/2027;\n"
                        "NguyÔn V¨n;5/3/1990;YT;1/3/2026;28/02/2027;\n"
                        "Phan Văn E;5/3/1990;YT;1/3/2026;28/02/2027;\n"
                        "phan van e;05-03-1990;Y tế;1/3/2026;28/02/2027;\n"
                        "Tổng cộng: 8 người\n");

  g_assert_false (import_all (self, reader, NULL));
  assert_error (self, 0, "B2 (Ngày sinh) \"31/02/1990\": “31/02/1990”: there is no day 31 in month 2/1990");
  assert_error (self, 1, "B3 (Ngày sinh) \"5/3/90\": the year has only two digits; write all four");
  assert_error (self, 2, "C3 (Cơ quan cử) \"Sở Xây dựng\": nothing of this name is known");
  assert_error (self, 3, "F3 (Email) \"b@b\": this is no e-mail address");
}

static gpointer
find_reason (McStaffImport *self, const char *cell, const char *part)
{
  for (guint i = 0; i < g_list_model_get_n_items (mc_staff_import_get_errors (self)); i++)
    {
      g_autofree char *text = error_text (self, i);

      if (g_str_has_prefix (text, cell) && strstr (text, part))
        return self;
    }
  g_error ("no error at %s about %s", cell, part);
}

static void
test_reasons (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_text (HEADER "Lê Thị B;5/3/1990;YT;01/03/2026;28/02/2026;\n"
                                                       ";5/3/1990;Khoa;;28/02/2027;\n"
                                                       "Trần C1;1990;Sở Kế;1/3/2026;28/02/2027;\n"
                                                       "Trần D;3/1990;Sở KH&ĐT;1/3/2026;28/02/2027;\n"
                                                       "NguyÔn V¨n;5/3/2020;sở k;1/3/2026;28/02/2027;\n"
                                                       "Phan Văn E;5/3/1990;YT;1/3/2026;28/02/2027;\n"
                                                       "phan van e;05-03-1990;Y tế;1/3/2026;28/02/2027;\n"
                                                       "Hoà;ngày 5 tháng 3 năm 1990;TP;1/3/2126;;\n");

  g_assert_false (import_all (self, reader, NULL));
  find_reason (self, "E2 ", "before the first");
  find_reason (self, "A3 ", "name is missing");
  find_reason (self, "D3 ", "first day is missing");
  find_reason (self, "A4 ", "letters only");
  find_reason (self, "B4 ", "only a year");
  find_reason (self, "B5 ", "only a month");
  find_reason (self, "A6 ", "TCVN3");
  find_reason (self, "B6 ", "birth date of somebody at work");
  find_reason (self, "C6 ", "could be any of: Sở Kế hoạch và Đầu tư, Sở Khoa học và Công nghệ");
  find_reason (self, "A8 ", "stands in row 7 already");
  find_reason (self, "A9 ", "full name is needed");
  find_reason (self, "D9 ", "year cannot be meant");
}

/* One row with the month first makes the whole column unsafe. */
static void
test_month_first (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_text (HEADER "Lê Thị B;3/4/1990;YT;01/03/2026;;\n"
                                                       "Lê Thị C;12/25/1990;YT;01/03/2026;;\n"
                                                       "Lê Thị D;5/5/1990;YT;01/03/2026;;\n");

  g_assert_false (import_all (self, reader, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (mc_staff_import_get_errors (self)), ==, 2);
  find_reason (self, "B3 ", "there is no month 25; the day comes first, so write 25/12/1990");
  find_reason (self, "B2 ", "row 3 of this column has the month first");
}

static void
test_merged_cell (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_table ("merged.xlsx");
  g_autoptr (GError) error = NULL;

  /* Two headers are too few to be sure of the header row. */
  await (mc_staff_import_find_header (self, reader), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

static void
test_split_name (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_text ("DANH SÁCH\nNgày 01 tháng 3 năm 2026\n"
                                                "TT,Họ và tên đệm,Tên,Đơn vị,Ngày bắt đầu,CCCD,Điện thoại\n"
                                                "1,Nguyễn Văn,Hoà,TP,1/3/2026,092090001234,'+84 909 123 456\n");
  g_autoptr (McColumnMapping) mapping = NULL;
  gboolean good = import_all (self, reader, &mapping);
  g_autofree char *first_error = error_text (self, 0);
  g_autoptr (McStaffImportRow) row = g_list_model_get_item (mc_staff_import_get_rows (self), 0);

  g_assert_cmpstr (first_error, ==, NULL);
  g_assert_true (good);
  g_assert_cmpuint (mc_column_mapping_get_header_row (mapping), ==, 3);
  g_assert_cmpuint (mc_staff_import_row_get_number (row), ==, 4);
  g_assert_cmpstr (mc_staff_import_row_get_person (row)->full_name, ==, "Nguyễn Văn Hoà");
  g_assert_cmpstr (mc_staff_import_row_get_person (row)->public_phone, ==, "+84 909 123 456");
  g_assert_cmpstr (mc_staff_import_row_get_private (row)->identity_no, ==, "092090001234");
}

static void
test_mapping_json (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_text ("Họ và tên;Cơ quan cử;Ngày vào;Từ ngày\nA B;TP;1/3/2026;1/4/2026\n");
  g_autoptr (McTableReader) later = open_text ("Ngày vào;Từ ngày;Cơ quan cử;HỌ VÀ TÊN\n1/3/2026;1/4/2026;TP;A B\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (McColumnMapping) mapping = await (mc_staff_import_find_header (self, reader), &error);
  g_autoptr (McColumnMapping) again = await (mc_staff_import_find_header (self, later), &error);
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpint (mc_column_mapping_get (mapping, 3), ==, MC_STAFF_FROM);
  mc_column_mapping_set (mapping, 2, MC_STAFF_FROM);
  g_assert_cmpint (mc_column_mapping_get (mapping, 3), ==, MC_STAFF_NOTHING);
  node = mc_column_mapping_to_json (mapping);
  g_assert_cmpuint (mc_column_mapping_apply_json (again, node), ==, 4);
  g_assert_cmpint (mc_column_mapping_get (again, 0), ==, MC_STAFF_FROM);
  g_assert_cmpint (mc_column_mapping_get (again, 1), ==, MC_STAFF_NOTHING);
  g_assert_true (mc_column_mapping_check (again, &error));
  mc_column_mapping_set (again, 2, MC_STAFF_NOTHING);
  g_assert_false (mc_column_mapping_check (again, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Sending agency"));
}

static DexFuture *
known (const char *full_name, McDay birth_date, gint64 agency, gpointer user_data)
{
  McPerson *person = NULL;

  if (g_str_equal (full_name, "Nguyễn Văn Hoà") && birth_date == mc_day_new (1990, 3, 5) && agency == 1)
    person = mc_person_new ();
  return dex_future_new_take_object (person);
}

static void
test_known (void)
{
  g_autoptr (McStaffImport) self = new_import ();
  g_autoptr (McTableReader) reader = open_table ("staff.xlsx");
  g_autoptr (McStaffImportRow) first = NULL;
  g_autoptr (McStaffImportRow) second = NULL;

  mc_staff_import_set_known_func (self, known, NULL, NULL);
  g_assert_true (import_all (self, reader, NULL));
  g_assert_cmpuint (mc_staff_import_get_n_known (self), ==, 1);
  first = g_list_model_get_item (mc_staff_import_get_rows (self), 0);
  second = g_list_model_get_item (mc_staff_import_get_rows (self), 1);
  g_assert_nonnull (mc_staff_import_row_get_known (first));
  g_assert_null (mc_staff_import_row_get_known (second));
}

static void
test_words (void)
{
  McSex sex = MC_SEX_MALE;
  McTourRole role = MC_TOUR_ROLE_PRIMARY;
  McTourKind kind = MC_TOUR_KIND_SECONDED;
  McEmployment employment = MC_EMPLOYMENT_CIVIL_SERVANT;
  g_autofree char *reason = NULL;

  g_assert_null (mc_staff_cell_sex ("NỮ", &sex));
  g_assert_cmpint (sex, ==, MC_SEX_FEMALE);
  /* Every value comes back as our own lists write it. */
  for (guint i = 0; i < mc_enum_count (mc_sex_values); i++)
    {
      g_assert_null (mc_staff_cell_sex (mc_enum_label (mc_sex_values, i), &sex));
      g_assert_cmpuint (sex, ==, i);
    }
  for (guint i = MC_TOUR_ROLE_PRIMARY; i < mc_enum_count (mc_tour_role_values); i++)
    {
      g_assert_null (mc_staff_cell_role (mc_enum_label (mc_tour_role_values, i), &role));
      g_assert_cmpuint (role, ==, i);
    }
  for (guint i = MC_TOUR_KIND_SECONDED; i < mc_enum_count (mc_tour_kind_values); i++)
    {
      g_assert_null (mc_staff_cell_kind (mc_tour_kind_values[i].text, &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = 0; i < mc_enum_count (mc_employment_values); i++)
    {
      g_assert_null (mc_staff_cell_employment (mc_employment_values[i].text, &employment));
      g_assert_cmpuint (employment, ==, i);
    }
  reason = mc_staff_cell_sex ("x", &sex);
  g_assert_nonnull (reason);
}

static void
test_headers (void)
{
  static const struct
  {
    const char *header;
    McStaffColumn meaning;
  } table[] = {
    { "HỌ VÀ TÊN", MC_STAFF_FULL_NAME },
    { "Ngày, tháng, năm sinh", MC_STAFF_BIRTH_DATE },
    { "Ngày sinh (dd/mm/yyyy) *", MC_STAFF_BIRTH_DATE },
    { "Cơ quan, đơn vị công tác", MC_STAFF_AGENCY },
    { "Số QĐ", MC_STAFF_DECISION_NO },
    { "Ngày QĐ", MC_STAFF_DECISION_DATE },
    { "Người ký", MC_STAFF_SIGNER },
    { "Chức danh/ngạch", MC_STAFF_RANK },
    { "Vai trò (chính thức/dự phòng)", MC_STAFF_ROLE },
    { "Thời gian từ", MC_STAFF_FROM },
    { "Đến ngày", MC_STAFF_UNTIL },
    { "Thời gian đến", MC_STAFF_UNTIL },
    { "SĐT", MC_STAFF_PHONE },
    { "Home agency", MC_STAFF_AGENCY },
    { "Ghi chú", MC_STAFF_NOTE },
    { "Tên đơn vị công tác", MC_STAFF_AGENCY },
    { "STT", MC_STAFF_NOTHING },
    { "", MC_STAFF_NOTHING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint rating;
      McStaffColumn found = mc_staff_column_guess (table[i].header, &rating);

      if (found != table[i].meaning)
        g_error ("%s: %s", table[i].header, mc_staff_column_key (found));
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* or NULL: refused */
  } table[] = {
    { "5/3/1990", "1990-03-05" },
    { "05-03-1990", "1990-03-05" },
    { "05.03.1990", "1990-03-05" },
    { "1990-03-05", "1990-03-05" },
    { " 5/3/1990 ", "1990-03-05" },
    { "29/02/2024", "2024-02-29" },
    { "29/02/2023", NULL },
    { "ngày 5 tháng 3 năm 1990", "1990-03-05" },
    { "Ngày 31 tháng 4 năm 1990", NULL },
    { "3/25/1990", NULL },
    { "0/1/1990", NULL },
    { "5/3-1990", NULL },
    { "5/3/190", NULL },
    { "12/1990", NULL },
    { "chưa rõ", NULL },
    { "45000", NULL },
  };
  McTableCell serial = { 0 };
  McDay day;
  gboolean month_first;

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      McTableCell cell = { .kind = MC_CELL_TEXT, .text = (char *)table[i].text };
      g_autofree char *reason = mc_staff_cell_day (&cell, &day, &month_first);
      g_autofree char *iso = reason ? NULL : mc_day_format_iso (day);

      if (g_strcmp0 (iso, table[i].iso) != 0)
        g_error ("%s: %s, %s", table[i].text, iso ? iso : "refused", reason ? reason : "good");
    }
  mc_table_cell_set_number (&serial, 45000);
  g_assert_null (mc_staff_cell_day (&serial, &day, &month_first));
  g_assert_cmpint (day, ==, mc_day_new (2023, 3, 15));
  mc_table_cell_clear (&serial);
}

int
main (int argc, char **argv)
{
  static const char *const good[] = { "staff.csv",  "staff-utf16be.csv", "staff-1258.csv",
                                      "staff.xlsx", "staff.ods",         "staff.xls" };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strconcat ("/staff-import/good/", good[i], NULL);

      g_test_add_data_func (path, good[i], test_good);
    }
  g_test_add_func ("/staff-import/bad-cells", test_bad_cells);
  g_test_add_func ("/staff-import/reasons", test_reasons);
  g_test_add_func ("/staff-import/month-first", test_month_first);
  g_test_add_func ("/staff-import/merged-cell", test_merged_cell);
  g_test_add_func ("/staff-import/split-name", test_split_name);
  g_test_add_func ("/staff-import/mapping-json", test_mapping_json);
  g_test_add_func ("/staff-import/known", test_known);
  g_test_add_func ("/staff-import/words", test_words);
  g_test_add_func ("/staff-import/headers", test_headers);
  g_test_add_func ("/staff-import/days", test_days);
  return g_test_run ();
}
