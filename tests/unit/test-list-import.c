/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "mc-counter-agency.h"
#include "mc-counter-field.h"
#include "mc-counter-import.h"
#include "mc-counter-sheet.h"
#include "mc-counter.h"
#include "mc-error.h"
#include "mc-procedure-import.h"
#include "mc-procedure.h"

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
open_text (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-list-XXXXXX.csv", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  McTableReader *reader;

  g_close (g_mkstemp (path), NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  reader = await (mc_table_reader_open (file), &error);
  g_assert_no_error (error);
  return reader;
}

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
  g_autoptr (McTableReader) reader = open_text (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (McColumnMapping) mapping = await (mc_list_import_find_header (self, reader), &error);

  g_assert_no_error (error);
  await (mc_list_import_read (self, reader, mapping), &error);
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
  g_autoptr (McTableReader) reader = open_text ("Họ và tên;Ngày sinh\nNguyễn Văn A;01/02/1990\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (await (mc_list_import_find_header (self, reader), &error));
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
  g_test_add_func ("/list-import/procedures", test_procedures);
  g_test_add_func ("/list-import/bad-procedures", test_bad_procedures);
  g_test_add_func ("/list-import/no-header", test_no_header);
  return g_test_run ();
}
