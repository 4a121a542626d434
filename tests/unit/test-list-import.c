/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "mc-agency.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-counter-import.h"
#include "mc-counter-sheet.h"
#include "mc-counter.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-named-part.h"
#include "mc-person.h"
#include "mc-procedure-import.h"
#include "mc-procedure.h"
#include "mc-table-column.h"
#include "mc-tour.h"
#include "table-fixture.h"

static McListImport *
add_words (McListImport *self)
{
  mc_list_import_add_agency (self, 1, "TP", "Sở Tư pháp", "Tư pháp");
  mc_list_import_add_agency (self, 2, "NNMT", "Sở Nông nghiệp và Môi trường", "NN&MT");
  mc_list_import_add_agency (self, 2, NULL, "Sở Tài nguyên và Môi trường", "TN&MT");
  mc_list_import_add_field (self, 21, "TP-01", "Hộ tịch", 1);
  mc_list_import_add_field (self, 22, "TP-02", "Công chứng", 1);
  return self;
}

static void
read_text (McListImport *self, const char *text)
{
  g_autoptr (McTableReader) reader = table_fixture_open (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (McColumnMapping) mapping = table_fixture_await (mc_list_import_find_header (self, reader), &error);

  g_assert_no_error (error);
  table_fixture_await (mc_list_import_read (self, reader, mapping), &error);
  g_assert_no_error (error);
}

static void
assert_error (McListImport *self, guint position, const char *wanted)
{
  g_autoptr (McImportError) error = g_list_model_get_item (mc_list_import_get_errors (self), position);
  g_autofree char *text = error ? mc_import_error_format (error) : NULL;

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_counters (void)
{
  g_autoptr (McListImport) self = add_words (mc_counter_import_new (mc_day_new (2026, 11, 23)));
  McCounter *counter;

  read_text (self, "DANH SÁCH QUẦY;;;;;;;\n"
                   "STT;Số quầy;Tên quầy;Tầng;Số chỗ;Cơ quan;Lĩnh vực;Từ ngày\n"
                   "1;1;Quầy Tư pháp;Tầng trệt;2;Sở Tư pháp;TP-01, TP-02;01/12/2026\n"
                   "2;2;Quầy chung;Lầu 1;;TP, Sở Tài nguyên và Môi trường;;\n");
  assert_error (self, 0, NULL);
  g_assert_cmpuint (mc_list_import_get_n_rows (self), ==, 2);
  /* 1 with an agency and two fields, 2 with two agencies */
  g_assert_cmpuint (mc_list_import_get_n_items (self), ==, 7);
  counter = MC_COUNTER (mc_list_import_get_item (self, 0)->row);
  g_assert_cmpstr (counter->name, ==, "Quầy Tư pháp");
  g_assert_cmpint (counter->level, ==, 0);
  g_assert_cmpint (counter->seats, ==, 2);
  g_assert_cmpint (counter->during.from, ==, mc_day_new (2026, 12, 1));
  for (guint i = 1; i <= 3; i++)
    {
      g_assert_true (mc_list_import_get_item (self, i)->parent == MC_ENTITY (counter));
      g_assert_cmpstr (mc_list_import_get_item (self, i)->link, ==, "counter_id");
    }
  g_assert_cmpint (MC_COUNTER_AGENCY (mc_list_import_get_item (self, 1)->row)->agency_id, ==, 1);
  g_assert_cmpint (MC_COUNTER_FIELD (mc_list_import_get_item (self, 3)->row)->field_id, ==, 22);
  counter = MC_COUNTER (mc_list_import_get_item (self, 4)->row);
  g_assert_cmpint (counter->level, ==, 1);
  g_assert_cmpint (counter->seats, ==, 1);
  g_assert_cmpint (counter->during.from, ==, mc_day_new (2026, 11, 23));
  g_assert_cmpint (MC_COUNTER_AGENCY (mc_list_import_get_item (self, 6)->row)->agency_id, ==, 2);
}

static void
test_bad_counters (void)
{
  g_autoptr (McListImport) self = add_words (mc_counter_import_new (mc_day_new (2026, 11, 23)));

  mc_list_import_add_known (self, "7");
  read_text (self, "Số quầy;Tên quầy;Tầng;Số chỗ;Từ ngày;Đến ngày\n"
                   "1;;0;1;;\n"
                   "2;Quầy;Tầng 1;51;;\n"
                   "1;Quầy;0;1;;\n"
                   "3;Quầy;0;1;01/12/2026;30/11/2026\n"
                   "7;Quầy;0;1;;\n");
  assert_error (self, 0, "B2 (Tên quầy) \"\": the name is missing");
  assert_error (self, 1,
                "C3 (Tầng) \"Tầng 1\": write 0 or trệt for the ground floor, 1 or lầu 1 for the "
                "one above it");
  assert_error (self, 2, "D3 (Số chỗ) \"51\": a whole number from 1 to 50 is needed");
  assert_error (self, 3, "A4 (Số quầy) \"1\": row 2 has the same");
  assert_error (self, 4, "F5 (Đến ngày) \"30/11/2026\": the last day lies before the first");
  assert_error (self, 5, "A6 (Số quầy) \"7\": this is in the register already");
  assert_error (self, 6, NULL);
}

static void
test_known (void)
{
  g_autoptr (McListImport) self = add_words (mc_counter_import_new (mc_day_new (2026, 11, 23)));

  mc_list_import_add_known (self, "7");
  mc_list_import_set_skip_known (self, TRUE);
  read_text (self, "Số quầy;Tên quầy;Tầng\n7;Quầy bảy;0\n8;Quầy tám;0\n");
  assert_error (self, 0, NULL);
  g_assert_cmpuint (mc_list_import_get_n_known (self), ==, 1);
  g_assert_cmpuint (mc_list_import_get_n_rows (self), ==, 1);
}

/* What a person exported and corrected comes in again. */
static void
test_export_headers (void)
{
  g_autoptr (McListImport) self = add_words (mc_counter_import_new (mc_day_new (2026, 11, 23)));

  read_text (self, "Counter number;Counter name;Floor;Place;Seats;Agencies;Fields;First day;Last day;Note\n"
                   "1;One;0;Left;1;TP;TP-01;2026-12-01;2026-12-31;new\n");
  assert_error (self, 0, NULL);
  g_assert_cmpuint (mc_list_import_get_n_items (self), ==, 3);
  g_assert_cmpint (MC_COUNTER (mc_list_import_get_item (self, 0)->row)->during.until, ==, mc_day_new (2027, 1, 1));
}

static void
assert_part (const char *text, const char *what, const char *period)
{
  g_autofree char *cut = g_strdup (text);
  g_autofree char *reason = NULL;
  g_autofree char *found = NULL;
  McPeriod during;

  g_assert_cmpint (mc_named_part_cut (cut, &during, &reason), ==, period != NULL);
  g_assert_cmpstr (cut, ==, what);
  g_assert_null (reason);
  found = mc_period_format (during);
  g_assert_cmpstr (found, ==, period ? period : "(,)");
}

static void
test_named_parts (void)
{
  g_autofree char *bad = g_strdup ("Hộ tịch (32/01/2026–)");
  g_autofree char *reversed = g_strdup ("Hộ tịch (02/01/2026–01/01/2026)");
  g_autofree char *bad_reason = NULL, *reversed_reason = NULL, *written = NULL;
  McPeriod during;

  assert_part ("Hộ tịch", "Hộ tịch", NULL);
  assert_part ("Đất đai (cấp tỉnh)", "Đất đai (cấp tỉnh)", NULL);
  assert_part ("Hộ tịch (01/03/2026–31/12/2026)", "Hộ tịch", "[2026-03-01,2027-01-01)");
  assert_part ("Hộ tịch (2026-03-01 - 2026-12-31) ", "Hộ tịch", "[2026-03-01,2027-01-01)");
  assert_part ("Hộ tịch (1/3/2026-31/12/2026)", "Hộ tịch", "[2026-03-01,2027-01-01)");
  assert_part ("Hộ tịch (01/03/2026–)", "Hộ tịch", "[2026-03-01,)");
  assert_part ("Hộ tịch (–31/12/2026)", "Hộ tịch", "(,2027-01-01)");
  g_assert_true (mc_named_part_cut (bad, &during, &bad_reason));
  g_assert_nonnull (bad_reason);
  g_assert_true (mc_named_part_cut (reversed, &during, &reversed_reason));
  g_assert_nonnull (reversed_reason);
  written = mc_named_part_format ("A", (McPeriod){ mc_day_new (2026, 3, 1), MC_DAY_NONE });
  g_assert_cmpstr (written, ==, "A (01/03/2026–)");
}

static void
add_person (McListImport *self, gint64 id, const char *name, McPeriod tour)
{
  g_autoptr (McPerson) person = mc_person_new ();
  g_autoptr (McTour) row = mc_tour_new ();

  mc_entity_set_id (MC_ENTITY (person), id);
  person->full_name = g_strdup (name);
  row->person_id = id;
  row->during = tour;
  mc_counter_import_add_person (MC_COUNTER_IMPORT (self), person);
  mc_counter_import_add_person (MC_COUNTER_IMPORT (self), row);
}

/* Four people: two of one name, one whose two tours follow each other, one who sits at a counter already. */
static McListImport *
new_with_people (void)
{
  McListImport *self = add_words (mc_counter_import_new (mc_day_new (2026, 11, 23)));
  McPeriod year = { mc_day_new (2026, 1, 1), mc_day_new (2027, 1, 1) };
  g_autoptr (McCounterAssignment) sits = mc_counter_assignment_new ();

  add_person (self, 1, "Nguyễn Văn An", year);
  add_person (self, 2, "Nguyễn Văn An", year);
  add_person (self, 3, "Lê Thị Bình", year);
  add_person (self, 3, "Lê Thị Bình", (McPeriod){ mc_day_new (2027, 1, 1), mc_day_new (2027, 7, 1) });
  add_person (self, 4, "Trần Chi", year);
  sits->person_id = 4;
  sits->counter_id = 99;
  sits->role = MC_COUNTER_ROLE_PRIMARY;
  sits->during = (McPeriod){ mc_day_new (2026, 6, 1), mc_day_new (2026, 12, 1) };
  mc_counter_import_add_person (MC_COUNTER_IMPORT (self), sits);
  return self;
}

static void
assert_work (McListImport *self, guint at, gint64 person, McCounterRole role, const char *period)
{
  McCounterAssignment *work = MC_COUNTER_ASSIGNMENT (mc_list_import_get_item (self, at)->row);
  g_autofree char *found = mc_period_format (work->during);

  g_assert_cmpint (work->person_id, ==, person);
  g_assert_cmpint (work->role, ==, role);
  g_assert_cmpstr (found, ==, period);
  g_assert_cmpstr (mc_list_import_get_item (self, at)->link, ==, "counter_id");
}

/* Without days people come when the list is taken in, and stay as long as they are at the centre. */
static void
test_officers (void)
{
  g_autoptr (McListImport) self = new_with_people ();

  read_text (self, "Số quầy;Tên quầy;Số chỗ;Cán bộ tại quầy;Dự phòng;Từ ngày\n"
                   "1;Một;2;\"le thi binh; Nguyễn Văn An #2 (01/12/2026–15/12/2026)\";Trần Chi;01/01/2026\n"
                   "2;Hai;1;Lê Thị Bình (01/01/2026–22/11/2026);;01/01/2026\n");
  assert_error (self, 0, NULL);
  g_assert_cmpuint (mc_list_import_get_n_rows (self), ==, 2);
  g_assert_cmpuint (mc_list_import_get_n_items (self), ==, 6);
  assert_work (self, 1, 3, MC_COUNTER_ROLE_PRIMARY, "[2026-11-23,2027-07-01)");
  assert_work (self, 2, 2, MC_COUNTER_ROLE_PRIMARY, "[2026-12-01,2026-12-16)");
  assert_work (self, 3, 4, MC_COUNTER_ROLE_STANDBY, "[2026-11-23,2027-01-01)");
  assert_work (self, 5, 3, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,2026-11-23)");
}

static void
test_bad_officers (void)
{
  g_autoptr (McListImport) self = new_with_people ();
  const char *const list = "Số quầy;Tên quầy;Số chỗ;Cán bộ;Dự phòng;Từ ngày\n"
                           "1;Một;1;Không Ai;Nguyễn Văn An;01/01/2026\n"
                           "2;Hai;1;Trần Chi;Nguyễn Văn An #7;01/01/2026\n"
                           "3;Ba;1;\"Lê Thị Bình; Nguyễn Văn An #1\";Lê Thị Bình;01/01/2026\n"
                           "4;Bốn;1;Lê Thị Bình;Trần Chi (01/01/2027–31/01/2027);01/01/2026\n"
                           "5;Năm;1;;Trần Chi (01/12/2025–31/12/2026);01/01/2026\n";

  read_text (self, list);
  assert_error (self, 0, "D2 (Cán bộ) \"Không Ai\": nobody is called “Không Ai”");
  assert_error (self, 1,
                "E2 (Dự phòng) \"Nguyễn Văn An\": “Nguyễn Văn An” is not one person; write Nguyễn Văn An #1, "
                "Nguyễn Văn An #2");
  assert_error (self, 2, "D3 (Cán bộ) \"Trần Chi\": Trần Chi sits at another counter then");
  assert_error (self, 3,
                "E3 (Dự phòng) \"Nguyễn Văn An #7\": “Nguyễn Văn An #7” is not one person; write Nguyễn Văn An #1, "
                "Nguyễn Văn An #2");
  assert_error (self, 4, "E4 (Dự phòng) \"Lê Thị Bình\": this person is named twice for the same days");
  assert_error (
      self, 5,
      "D4 (Cán bộ) \"Lê Thị Bình; Nguyễn Văn An #1\": from 23/11/2026 there are 2 officers, more than the seats (1)");
  assert_error (self, 6, "D5 (Cán bộ) \"Lê Thị Bình\": Lê Thị Bình sits at the counter of row 4 then");
  assert_error (self, 7,
                "E5 (Dự phòng) \"Trần Chi (01/01/2027–31/01/2027)\": Trần Chi is not at the centre: "
                "01/01/2027 – 31/01/2027");
  assert_error (self, 8,
                "E6 (Dự phòng) \"Trần Chi (01/12/2025–31/12/2026)\": the days are not all days of the counter");
  assert_error (self, 9, NULL);

  /* Read again, nothing is remembered of the first time. */
  read_text (self, list);
  g_assert_cmpuint (g_list_model_get_n_items (mc_list_import_get_errors (self)), ==, 9);
}

static char *
write_row (GPtrArray *columns, gpointer entry)
{
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      McTableCell cell = { 0 };

      mc_table_column_read (columns->pdata[i], entry, &cell);
      g_string_append_printf (row, "%s\"%s\"", i > 0 ? ";" : "", cell.text ? cell.text : "");
      mc_table_cell_clear (&cell);
    }
  return g_string_free_and_steal (g_steal_pointer (&row));
}

static McCounterSheet *
new_sheet (void)
{
  McCounterSheet *sheet = mc_counter_sheet_new ();
  g_autoptr (McAgency) agency = mc_agency_new ();
  g_autoptr (McField) field = mc_field_new ();

  mc_entity_set_id (MC_ENTITY (agency), 1);
  agency->code = g_strdup ("TP");
  mc_entity_set_id (MC_ENTITY (field), 21);
  field->code = g_strdup ("TP-01");
  mc_counter_sheet_add (sheet, agency);
  mc_counter_sheet_add (sheet, field);
  for (gint64 id = 1; id <= 3; id++)
    {
      g_autoptr (McPerson) person = mc_person_new ();

      mc_entity_set_id (MC_ENTITY (person), id);
      person->full_name = g_strdup (id < 3 ? "Nguyễn Văn An" : "Lê Thị Bình");
      mc_counter_sheet_add (sheet, person);
    }
  return sheet;
}

/* What an import made of a row goes out as the same row. */
static void
test_there_and_back (void)
{
  g_autoptr (McListImport) self = new_with_people ();
  g_autoptr (McCounterSheet) sheet = new_sheet ();
  g_autoptr (GPtrArray) columns = mc_counter_sheet_get_columns (sheet);
  g_autoptr (McCounterEntry) entry = mc_counter_entry_new ();
  g_autofree char *written = NULL;
  g_autofree char *list = NULL;
  const char *const row = "\"3\";\"Ba\";\"1\";\"dãy A\";\"2\";\"TP\";\"TP-01 (01/02/2026–30/11/2026)\";"
                          "\"Lê Thị Bình (01/01/2026–30/06/2026); Nguyễn Văn An #2 (01/02/2026–31/12/2026)\";"
                          "\"Nguyễn Văn An #1 (01/01/2026–31/12/2026)\";\"2026-01-01\";\"\";\"gần cửa\"";

  list =
      g_strdup_printf ("Counter number;Counter name;Floor;Place;Seats;Agencies;Fields;Officers at the counter;Standbys;"
                       "First day;Last day;Note\n%s\n",
                       row);
  read_text (self, list);
  assert_error (self, 0, NULL);
  for (guint i = 0; i < mc_list_import_get_n_items (self); i++)
    {
      McEntity *item = mc_list_import_get_item (self, i)->row;

      if (MC_IS_COUNTER (item))
        {
          McCounter *counter = MC_COUNTER (item);

          mc_entity_set_id (MC_ENTITY (entry), 7);
          entry->number = counter->number;
          entry->name = g_strdup (counter->name);
          entry->level = counter->level;
          entry->place = g_strdup (counter->place);
          entry->seats = counter->seats;
          entry->during = counter->during;
          entry->note = g_strdup (counter->note);
          continue;
        }
      mc_entity_set_text (item, "counter_id", "7", NULL);
      mc_counter_sheet_add (sheet, item);
    }
  written = write_row (columns, entry);
  g_assert_cmpstr (written, ==, row);
}

static void
test_procedures (void)
{
  g_autoptr (McListImport) self = add_words (mc_procedure_import_new (mc_day_new (2026, 11, 23)));
  McProcedure *procedure;

  read_text (self, "Mã thủ tục;Tên thủ tục;Cơ quan;Lĩnh vực;Tiếp nhận;Lý do;Quyết định\n"
                   "2.000815;Chứng thực bản sao;;TP-02;Có;;1329/QĐ-BTP\n"
                   "2.000816;Đăng ký lưu động;TP;;Không;Làm lưu động;\n"
                   "2.000817;Xem đất;NNMT;;;phải xem tại hiện trường;\n"
                   "2.000818;Khác;TP;;Không;vì lẽ khác;\n");
  assert_error (self, 0, NULL);
  g_assert_cmpuint (mc_list_import_get_n_items (self), ==, 4);
  procedure = MC_PROCEDURE (mc_list_import_get_item (self, 0)->row);
  g_assert_true (procedure->received);
  g_assert_cmpint (procedure->agency_id, ==, 1);
  g_assert_cmpint (procedure->field_id, ==, 22);
  g_assert_cmpstr (procedure->source, ==, "1329/QĐ-BTP");
  procedure = MC_PROCEDURE (mc_list_import_get_item (self, 1)->row);
  g_assert_false (procedure->received);
  g_assert_cmpint (procedure->reason, ==, MC_PROCEDURE_REASON_MOBILE);
  g_assert_cmpint (MC_PROCEDURE (mc_list_import_get_item (self, 2)->row)->reason, ==, MC_PROCEDURE_REASON_ON_SITE);
  procedure = MC_PROCEDURE (mc_list_import_get_item (self, 3)->row);
  g_assert_cmpint (procedure->reason, ==, MC_PROCEDURE_REASON_OTHER);
  g_assert_cmpstr (procedure->note, ==, "vì lẽ khác");
}

static void
test_bad_procedures (void)
{
  g_autoptr (McListImport) self = add_words (mc_procedure_import_new (mc_day_new (2026, 11, 23)));

  read_text (self, "Mã thủ tục;Tên thủ tục;Cơ quan;Tiếp nhận;Lý do\n"
                   "2.000001;Một;Sở Không Có;Có;\n"
                   "2.000002;Hai;;Có;\n"
                   "2.000003;Ba;TP;Không;\n"
                   "2.000004;Bốn;TP;Có;lưu động\n");
  g_assert_cmpuint (g_list_model_get_n_items (mc_list_import_get_errors (self)), ==, 4);
  assert_error (self, 1, "C3 (Cơ quan) \"\": the agency is missing, or a field that tells it");
  assert_error (self, 2,
                "E4 (Lý do) \"\": say why it is not received here: lưu động (on the move), hiện "
                "trường (on the spot), or another reason");
  assert_error (self, 3, "E5 (Lý do) \"lưu động\": a procedure that is received needs no reason why not");
}

static void
test_no_header (void)
{
  g_autoptr (McListImport) self = add_words (mc_counter_import_new (mc_day_new (2026, 11, 23)));
  g_autoptr (McTableReader) reader = table_fixture_open ("Họ và tên;Ngày sinh\nNguyễn Văn A;01/02/1990\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (table_fixture_await (mc_list_import_find_header (self, reader), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/list-import/counters", test_counters);
  g_test_add_func ("/list-import/bad-counters", test_bad_counters);
  g_test_add_func ("/list-import/known", test_known);
  g_test_add_func ("/list-import/export-headers", test_export_headers);
  g_test_add_func ("/list-import/named-parts", test_named_parts);
  g_test_add_func ("/list-import/officers", test_officers);
  g_test_add_func ("/list-import/bad-officers", test_bad_officers);
  g_test_add_func ("/list-import/there-and-back", test_there_and_back);
  g_test_add_func ("/list-import/procedures", test_procedures);
  g_test_add_func ("/list-import/bad-procedures", test_bad_procedures);
  g_test_add_func ("/list-import/no-header", test_no_header);
  return g_test_run ();
}
