/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports become counts; the expected figures are reckoned by hand from the rows in the tests' texts. */
#include <glib/gstdio.h>

#include "mc-csv-parser.h"
#include "mc-error.h"
#include "mc-table-walk.h"
#include "mc-workload-import.h"
#include "mc-workload-time.h"

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

static McWorkloadImport *
read_file (McWorkloadKind kind, const char *text, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-workload-XXXXXX.csv", NULL);
  McWorkloadImport *self = mc_workload_import_new (kind, 15, mc_day_new (2026, 11, 23));
  g_autoptr (GFile) file = NULL;
  g_autoptr (McTableReader) reader = NULL;
  g_autoptr (McColumnMapping) mapping = NULL;

  g_close (g_mkstemp (path), NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  mc_workload_import_add (self, MC_WORKLOAD_BY_COUNTER, 3, "3", "Đường bộ", "Quầy 3");
  mc_workload_import_add (self, MC_WORKLOAD_BY_AGENCY, 1, "TP", "Sở Tư pháp", "Tư pháp");
  mc_workload_import_add (self, MC_WORKLOAD_BY_FIELD, 11, "TP-01", "Hộ tịch", NULL);
  mc_workload_import_add (self, MC_WORKLOAD_BY_PROCEDURE, 111, "1.0001", "Cấp phiếu", NULL);
  mc_workload_import_link (self, MC_WORKLOAD_BY_FIELD, 11, MC_WORKLOAD_BY_AGENCY, 1);
  mc_workload_import_link (self, MC_WORKLOAD_BY_PROCEDURE, 111, MC_WORKLOAD_BY_FIELD, 11);
  file = g_file_new_for_path (path);
  reader = await (mc_table_reader_open (file), error);
  g_assert_nonnull (reader);
  mapping = await (mc_table_walk_find_header (reader, mc_workload_columns (kind)), error);
  g_assert_nonnull (mapping);
  await (mc_workload_import_read (self, reader, mapping, cancellable, NULL, NULL), error);
  g_unlink (path);
  return self;
}

static void
assert_time (const char *text, const char *day, int seconds)
{
  g_autofree char *copy = g_strdup (text);
  McTableCell cell = { .kind = MC_CELL_TEXT, .text = copy };
  McDay found;
  int at;
  g_autofree char *reason = mc_workload_time_read (&cell, &found, &at);
  g_autofree char *iso = mc_day_format_iso (found);

  g_test_message ("%s", text);
  if (!day)
    {
      g_assert_nonnull (reason);
      return;
    }
  g_assert_cmpstr (reason, ==, NULL);
  g_assert_cmpstr (iso, ==, day);
  g_assert_cmpint (at, ==, seconds);
}

static void
test_times (void)
{
  McTableCell serial = { .kind = MC_CELL_NUMBER, .number = 46058.3125 };
  McDay day;
  int seconds;

  assert_time ("05/02/2026", "2026-02-05", MC_TIME_UNSAID);
  assert_time (" 5/2/2026 7:30 ", "2026-02-05", 27000);
  assert_time ("05-02-2026 07:30:15", "2026-02-05", 27015);
  assert_time ("07:30 05/02/2026", "2026-02-05", 27000);
  assert_time ("07:30 - 05/02/2026", "2026-02-05", 27000);
  assert_time ("05/02/2026 07:30:15 SA", "2026-02-05", 27015);
  assert_time ("05/02/2026 3:05 CH", "2026-02-05", 54300);
  assert_time ("05/02/2026 12:00 AM", "2026-02-05", 0);
  assert_time ("05/02/2026 12:01 PM", "2026-02-05", 43260);
  assert_time ("2026-02-05 07:30:15.250", "2026-02-05", 27015);
  assert_time ("2026-02-05T07:30:15+07:00", "2026-02-05", 27015);
  assert_time ("2026-02-05T20:30:00Z", "2026-02-06", 12600);
  assert_time ("7h30 05/02/2026", "2026-02-05", 27000);
  assert_time ("07:30:15", "", 27015);
  assert_time ("29/02/2028", "2028-02-29", MC_TIME_UNSAID);
  assert_time ("29/02/2026", NULL, 0);
  assert_time ("02/13/2026", NULL, 0);
  assert_time ("05/02/26", NULL, 0);
  assert_time ("05/02/2026 25:00", NULL, 0);
  assert_time ("05/02/2026 13:00 CH", NULL, 0);
  assert_time ("hôm qua", NULL, 0);
  assert_time ("05/02/2026 07:30 và sau đó", NULL, 0);
  /* 46058 is 05/02/2026 in a spreadsheet. */
  g_assert_null (mc_workload_time_read (&serial, &day, &seconds));
  g_assert_cmpint (day, ==, mc_day_new (2026, 2, 5));
  g_assert_cmpint (seconds, ==, 27000);
}

static const McWorkloadCount *
find_count (McWorkloadImport *self, McDay day, int slot)
{
  GArray *counts = mc_workload_import_get_counts (self);

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, McWorkloadCount, i).day == day &&
        g_array_index (counts, McWorkloadCount, i).slot == slot)
      return &g_array_index (counts, McWorkloadCount, i);
  g_assert_not_reached ();
}

/*
 * Received on 1/10: five. One is settled two days early (2 days = 2880 minutes), one on its day, one a day late; one is
 * returned; one is open and was appointed for 5/10, which is past when the last thing of the file happens (9/10).
 */
static void
test_dossiers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McWorkloadImport) self =
      read_file (MC_WORKLOAD_DOSSIER,
                 "Mã hồ sơ,Tên thủ tục,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái,Hình thức\n"
                 "H1,cap phieu,01/10/2026,05/10/2026,03/10/2026,Đã trả,Trực tuyến\n"
                 "H2,1.0001,01/10/2026 08:00,05/10/2026,05/10/2026 09:30,Đã trả,Trực tiếp\n"
                 "H3,Cấp phiếu,01/10/2026,08/10/2026,09/10/2026,Đã trả,Trực tiếp\n"
                 "H4,Cấp phiếu,01/10/2026,08/10/2026,,Rút hồ sơ,Trực tiếp\n"
                 "H5,Cấp phiếu,01/10/2026,05/10/2026,,Đang xử lý,Trực tiếp\n"
                 ",,,,,Cộng,\n",
                 NULL, &error);
  const McWorkloadCount *count;

  g_assert_no_error (error);
  g_assert_cmpuint (mc_workload_import_get_n_errors (self), ==, 0);
  g_assert_cmpuint (mc_workload_import_get_n_rows (self), ==, 5);
  count = find_count (self, mc_day_new (2026, 10, 1), -1);
  g_assert_cmpint (count->sums.received, ==, 5);
  g_assert_cmpint (count->sums.digital, ==, 1);
  g_assert_cmpint (count->sums.returned, ==, 1);
  g_assert_cmpint (count->sums.open_late, ==, 1);
  g_assert_cmpint (count->procedure_id, ==, 111);
  g_assert_cmpint (count->field_id, ==, 11);
  g_assert_cmpint (count->agency_id, ==, 1);
  count = find_count (self, mc_day_new (2026, 10, 3), -1);
  g_assert_cmpint (count->sums.early, ==, 1);
  g_assert_cmpint (count->sums.process_minutes, ==, 2880);
  count = find_count (self, mc_day_new (2026, 10, 5), -1);
  g_assert_cmpint (count->sums.on_time, ==, 1);
  g_assert_cmpint (count->sums.process_minutes, ==, 4 * 1440 + 90);
  g_assert_cmpint (find_count (self, mc_day_new (2026, 10, 9), -1)->sums.overdue, ==, 1);
}

/*
 * Between 07:30 and 08:00 four are drawn: one waits 4 minutes and is served 10, one waits 25 (above the level of 15)
 * and is served 5, one is called after 9 and does not come, one is called after 13 and never closed. One of 10:20 is
 * never called.
 */
static void
test_tickets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McWorkloadImport) self = read_file (
      MC_WORKLOAD_TICKET,
      "Số phiếu,Ngày,Giờ lấy số,Giờ gọi,Giờ kết thúc,Quầy,Trạng thái\n"
      "A1,01/10/2026,07:31,07:35,07:45,3,Hoàn thành\nA2,01/10/2026,07:40,08:05,08:10,Quầy 3,Hoàn thành\n"
      "A3,01/10/2026,07:41,07:50,,3,Vắng\nA4,01/10/2026,07:42,07:55,,3,Hoàn thành\nA5,01/10/2026,10:20,,,3,\n",
      NULL, &error);
  const McWorkloadRow *sums;

  g_assert_no_error (error);
  g_assert_cmpuint (mc_workload_import_get_n_errors (self), ==, 0);
  sums = &find_count (self, mc_day_new (2026, 10, 1), 15)->sums;
  g_assert_cmpint (sums->arrived, ==, 4);
  g_assert_cmpint (sums->served, ==, 3);
  g_assert_cmpint (sums->no_show, ==, 1);
  g_assert_cmpint (sums->incomplete, ==, 1);
  g_assert_cmpint (sums->above_level, ==, 1);
  g_assert_cmpint (sums->wait_seconds, ==, (4 + 25 + 9 + 13) * 60);
  g_assert_cmpint (sums->wait_max, ==, 25 * 60);
  g_assert_cmpint (sums->service_seconds, ==, 15 * 60);
  g_assert_cmpint (sums->service_max, ==, 10 * 60);
  /* 4 minutes: from 2 on; 9: from 5 on; 13: from 10 on; 25: from 20 on */
  g_assert_cmpint (sums->wait_histogram[2], ==, 1);
  g_assert_cmpint (sums->wait_histogram[3], ==, 1);
  g_assert_cmpint (sums->wait_histogram[4], ==, 1);
  g_assert_cmpint (sums->wait_histogram[6], ==, 1);
  g_assert_cmpint (find_count (self, mc_day_new (2026, 10, 1), 20)->sums.unserved, ==, 1);
}

static void
test_ratings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McWorkloadImport) self = read_file (
      MC_WORKLOAD_RATING,
      "Thời gian,Thiết bị,Mức độ hài lòng\n01/10/2026 08:00:00,TB1,Rất hài lòng\n01/10/2026 08:00:02,TB1,Rất hài lòng\n"
      "01/10/2026 08:00:03,TB1,Không hài lòng\n01/10/2026 08:10,TB1,Bình thường\n01/10/2026 08:11,TB1,2\n"
      "01/10/2026 08:12,TB1,hai long\n",
      NULL, &error);
  const McWorkloadRow *sums = &find_count (self, mc_day_new (2026, 10, 1), 16)->sums;

  g_assert_no_error (error);
  g_assert_cmpint (sums->very_satisfied, ==, 2);
  g_assert_cmpint (sums->satisfied, ==, 1);
  g_assert_cmpint (sums->neutral, ==, 1);
  g_assert_cmpint (sums->dissatisfied, ==, 2);
  g_assert_cmpint (sums->burst, ==, 2);
}

/* However many rows there are, counts grow with the different days and places alone; and all agree with the rows. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("Tên thủ tục,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (McWorkloadImport) self = NULL;
  GArray *counts;
  gint64 received = 0, settled = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "Cấp phiếu,%02u/10/2026,09/10/2026,%02u/10/2026\r\n", 1 + i % 5, 6 + i % 7);
  self = read_file (MC_WORKLOAD_DOSSIER, text->str, NULL, &error);
  g_assert_no_error (error);
  counts = mc_workload_import_get_counts (self);
  g_assert_cmpuint (counts->len, ==, 12);
  for (guint i = 0; i < counts->len; i++)
    {
      const McWorkloadRow *sums = &g_array_index (counts, McWorkloadCount, i).sums;

      received += sums->received;
      settled += sums->early + sums->on_time + sums->overdue;
    }
  g_assert_cmpint (received, ==, 30000);
  g_assert_cmpint (settled, ==, 30000);
}

static void
test_stopped (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (McWorkloadImport) self = NULL;

  g_cancellable_cancel (cancellable);
  self = read_file (MC_WORKLOAD_DOSSIER,
                    "Tên thủ tục,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả\nCấp phiếu,01/10/2026,,\n", cancellable,
                    &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mc_workload_import_get_counts (self)->len, ==, 0);
}

/* Of columns that are not wanted no text is kept; the others are as ever. */
static void
test_wanted (void)
{
  static const gboolean wanted[] = { FALSE, TRUE, FALSE };
  static const char text[] = "a,\"b,\"\"b\"\"\nb\",c,d\n,e,\n";
  g_autoptr (McCsvParser) parser = mc_csv_parser_new (',');
  g_autoptr (GError) error = NULL;
  GQueue rows = G_QUEUE_INIT;

  mc_csv_parser_set_wanted (parser, wanted, G_N_ELEMENTS (wanted));
  /* Byte by byte: a run never swallows what follows it. */
  for (gsize i = 0; i < sizeof text - 1; i++)
    g_assert_true (mc_csv_parser_feed (parser, text + i, 1, &rows, &error));
  g_assert_true (mc_csv_parser_finish (parser, &rows, &error));
  g_assert_cmpuint (rows.length, ==, 2);
  g_assert_cmpint (mc_table_row_get_cell (rows.head->data, 0)->kind, ==, MC_CELL_EMPTY);
  g_assert_cmpstr (mc_table_row_get_cell (rows.head->data, 1)->text, ==, "b,\"b\"\nb");
  g_assert_cmpint (mc_table_row_get_cell (rows.head->data, 3)->kind, ==, MC_CELL_EMPTY);
  g_assert_cmpstr (mc_table_row_get_cell (rows.tail->data, 1)->text, ==, "e");
  g_queue_clear_full (&rows, g_object_unref);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_func ("/workload-import/times", test_times);
  g_test_add_func ("/workload-import/dossiers", test_dossiers);
  g_test_add_func ("/workload-import/tickets", test_tickets);
  g_test_add_func ("/workload-import/ratings", test_ratings);
  g_test_add_func ("/workload-import/many", test_many);
  g_test_add_func ("/workload-import/stopped", test_stopped);
  g_test_add_func ("/workload-import/wanted", test_wanted);
  return g_test_run ();
}
