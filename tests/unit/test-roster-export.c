/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rosters as a workbook and as calendars. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "mc-calendar-file.h"
#include "mc-roster-xlsx.h"
#include "mc-zip.h"

static char *
make_calendar (const McCalendarEvent *events, guint n)
{
  g_autoptr (GBytes) bytes = mc_calendar_file ("Nguyễn Văn Mẫu", events, n, 1796000000);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_calendar (void)
{
  g_autofree char *uid = mc_calendar_uid (12, mc_day_new (2026, 12, 7), 1);
  const McCalendarEvent events[] = {
    { .uid = uid,
      .day = mc_day_new (2026, 12, 7),
      .from = 7 * 60,
      .until = 10 * 60 + 30,
      .summary = "Trực quầy 02; hộ tịch, lý lịch tư pháp",
      .description = "Dòng một\nDòng hai \\ cuối\r",
      .sequence = 3 },
    { .uid = "x", .day = mc_day_new (2026, 12, 8), .from = 0, .until = 1, .summary = "Nghỉ", .cancelled = TRUE },
  };
  g_autofree char *file = make_calendar (events, 2), *again = make_calendar (events, 2);

  g_assert_cmpstr (uid, ==, "12-2026-12-07-1@motcua.cantho.gov.vn");
  g_assert_cmpstr (file, ==, again);
  g_assert_true (g_str_has_prefix (file, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  g_assert_true (g_str_has_suffix (file, "END:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (file, "\r\nUID:12-2026-12-07-1@motcua.cantho.gov.vn\r\n"));
  g_assert_nonnull (strstr (file, "\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261207T070000\r\n"));
  g_assert_nonnull (strstr (file, "\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20261207T103000\r\n"));
  g_assert_nonnull (strstr (file, "SUMMARY:Trực quầy 02\\; hộ tịch\\, lý lịch tư pháp\r\n"));
  g_assert_nonnull (strstr (file, "DESCRIPTION:Dòng một\\nDòng hai \\\\ cuối\r\n"));
  g_assert_nonnull (strstr (file, "\r\nTZID:Asia/Ho_Chi_Minh\r\n"));
  g_assert_nonnull (strstr (file, "\r\nSEQUENCE:3\r\n"));
  g_assert_nonnull (strstr (file, "\r\nSTATUS:CANCELLED\r\n"));
  g_assert_nonnull (strstr (file, "\r\nDTSTAMP:"));
}

/* No line is longer than 75 octets, no letter is torn, and what is unfolded is what was put in. */
static void
test_folding (void)
{
  for (guint length = 1; length < 300; length++)
    {
      g_autoptr (GString) summary = g_string_new (NULL);
      McCalendarEvent event = { .uid = "u", .day = mc_day_new (2026, 1, 1), .until = 60 };
      g_autofree char *file = NULL, *wanted = NULL;
      g_auto (GStrv) lines = NULL, parts = NULL;
      g_autofree char *unfolded = NULL;

      for (guint i = 0; i < length; i++)
        g_string_append (summary, i % 3 ? "a" : "ộ");
      event.summary = summary->str;
      file = make_calendar (&event, 1);
      lines = g_strsplit (file, "\r\n", -1);
      for (guint i = 0; lines[i]; i++)
        {
          g_assert_cmpuint (strlen (lines[i]), <=, 75);
          g_assert_true (g_utf8_validate (lines[i], -1, NULL));
        }
      parts = g_strsplit (file, "\r\n ", -1);
      unfolded = g_strjoinv ("", parts);
      wanted = g_strdup_printf ("\r\nSUMMARY:%s\r\n", summary->str);
      g_assert_nonnull (strstr (unfolded, wanted));
    }
}

static void
take_start (gpointer data, const char *name, const char **attributes, GError **error)
{
}

static void
take_text (gpointer data, const char *text, gsize length, GError **error)
{
  g_string_append_len (data, text, (gssize)length);
}

static void
take_end (gpointer data, const char *name, GError **error)
{
  g_string_append_c (data, '|');
}

static void
test_workbook (void)
{
  static const char *const worked[] = { "X", "M", NULL };
  g_autoptr (McRosterSheet) sheet = mc_roster_sheet_new (mc_day_new (2026, 12, 1), mc_day_new (2026, 12, 2));
  guint row = mc_roster_sheet_add_row (sheet, "Nguyễn Văn Mẫu", "TP", NULL);
  g_autofree char *folder = g_dir_make_tmp ("motcua-roster-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  const McXmlHandlers handlers = { .start = take_start, .end = take_end, .text = take_text };
  g_autoptr (McZip) zip = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 1), MC_HALF_DAY, "X", MC_SHEET_PLAIN);
  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 2), MC_HALF_MORNING, "M", MC_SHEET_PLAIN);
  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 2), MC_HALF_AFTERNOON, "Trống", MC_SHEET_GAP);
  mc_roster_sheet_add_total (sheet, "Ngày công", worked);
  mc_roster_sheet_add_total (sheet, "Tất cả", NULL);
  mc_roster_sheet_add_legend (sheet, "X", "có mặt");
  bytes = mc_roster_xlsx (sheet, "Bảng chấm công", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error));
  zip = mc_zip_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (mc_zip_parse (zip, "xl/worksheets/sheet1.xml", &handlers, out, &error));
  g_assert_no_error (error);
  /* One and a half days either way; a point whatever the locale. */
  g_assert_nonnull (strstr (out->str, "(COUNTIF(D5:G5,\"X\")+COUNTIF(D5:G5,\"M\"))/2|1.5|"));
  g_assert_nonnull (strstr (out->str, "(COUNTA(D5:G5)-COUNTIF(D5:G5,\"Trống\"))/2|1.5|"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  if (!setlocale (LC_ALL, "vi_VN.UTF-8"))
    setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-export/calendar", test_calendar);
  g_test_add_func ("/roster-export/folding", test_folding);
  g_test_add_func ("/roster-export/workbook", test_workbook);
  return g_test_run ();
}
