/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-absence.h"
#include "mc-attendance-view.h"
#include "mc-clock.h"
#include "mc-counter-assignment.h"
#include "mc-error.h"
#include "mc-paper-draft.h"
#include "mc-paper-facts.h"
#include "mc-session-records.h"
#include "session-fixture.h"

/* Who came in the sample's month, on two desktops; and what the register knows for a paper on one of its rows. */

static McSession *office; /* binh, of the roster office */
static McSession *head;   /* an, the director */

static gint64
number_of (const char *sql)
{
  g_autofree char *text = session_fixture_psql (sql);

  return g_ascii_strtoll (text, NULL, 10);
}

/* The last working day before today, on which nothing is entered. */
static McDay
open_day (void)
{
  McDay day = mc_session_get_today (office) - 1;
  g_autofree char *iso = NULL, *sql = NULL, *done = NULL;

  while (mc_day_weekday (day) > 5)
    day--;
  iso = mc_day_format_iso (day);
  sql = g_strdup_printf ("DELETE FROM centre.attendance WHERE day = '%s'", iso);
  done = session_fixture_psql (sql);
  return day;
}

static McAttendanceView *
open_view (McSession *session, McDay day)
{
  McAttendanceView *view = mc_attendance_view_new (session, day);
  GError *error = NULL;

  dex_await (mc_attendance_view_when_ready (view), &error);
  g_assert_no_error (error);
  g_assert_nonnull (mc_attendance_view_get (view));
  return view;
}

static McAttendanceCount
count (McAttendanceView *view, McDay day)
{
  return mc_attendance_month_count_day (mc_attendance_view_get (view), day);
}

static void
commit (McSession *session, McChange *change)
{
  g_assert_false (mc_change_is_empty (change));
  g_object_unref (session_fixture_commit (session, change));
  g_object_unref (change);
}

/* The first who is expected in the morning and not away. */
static guint
somebody (McAttendanceMonth *month, McDay day)
{
  for (guint i = 0; i < mc_attendance_month_get_n_people (month); i++)
    {
      McAttendanceCell cell = mc_attendance_month_get_cell (month, i, day, MC_DAY_SESSION_MORNING);

      if (cell.expected && !cell.away)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_day (void)
{
  McDay day;
  g_autoptr (McAttendanceView) here = NULL, there = NULL;
  McAttendanceCount before, after;

  session_fixture_cluster ();
  office = session_fixture_open ("binh");
  head = session_fixture_open ("an");
  day = open_day ();
  here = open_view (office, day);
  there = open_view (head, day);
  before = count (here, day);
  g_assert_cmpuint (before.expected, >, 60);
  g_assert_cmpuint (before.present, ==, 0);
  g_assert_cmpuint (before.open + before.excused + before.unexcused, ==, before.expected);

  commit (office, mc_attendance_month_make_all_came (mc_attendance_view_get (here), day, MC_DAY_SESSION_AFTERNOON));
  SESSION_WAIT (count (there, day).open == 0);
  after = count (there, day);
  g_assert_cmpuint (after.present, ==, before.open);
  g_assert_cmpuint (after.excused, ==, before.excused);

  /* One act, taken back as one. */
  dex_await (mc_session_undo (office), NULL);
  SESSION_WAIT (count (there, day).present == 0 && count (here, day).present == 0);
  commit (office, mc_attendance_month_make_all_came (mc_attendance_view_get (here), day, MC_DAY_SESSION_MORNING));
  SESSION_WAIT (count (here, day).present > 0);
  g_assert_cmpuint (count (here, day).present, <, before.open);
}

static void
test_marks (void)
{
  McDay day = open_day ();
  g_autoptr (McAttendanceView) here = open_view (office, day);
  McAttendanceMonth *month = mc_attendance_view_get (here);
  guint who = somebody (month, day);
  McAttendanceEdit edit = { .person = who, .day = day, .session = MC_DAY_SESSION_MORNING };
  McAttendanceCell cell;
  McClockSpan span;
  g_autofree char *expected = NULL;
  GError *error = NULL;

  g_assert_true (mc_attendance_mark_parse ("m 15", &edit.mark, &error));
  commit (office, mc_attendance_month_make_change (month, &edit, 1, "M"));
  SESSION_WAIT (count (here, day).late == 1);
  month = mc_attendance_view_get (here);
  cell = mc_attendance_month_get_cell (month, who, day, MC_DAY_SESSION_MORNING);
  g_assert_true (mc_work_calendar_get_times (mc_attendance_month_get_calendar (month), MC_HOURS_OFFICE, day,
                                             MC_DAY_SESSION_MORNING, &span));
  expected = mc_clock_format (span.starts + 15);
  g_assert_cmpstr (cell.row->came_at, ==, expected);
  g_assert_cmpstr (mc_attendance_cell_get_code (&cell), ==, "M");
  g_assert_true (mc_attendance_cell_differs (&cell));

  /* The same again is no change; away has no times; what is cleared is open again. */
  {
    g_autoptr (McChange) again = mc_attendance_month_make_change (month, &edit, 1, "M");

    g_assert_true (mc_change_is_empty (again));
  }
  g_assert_true (mc_attendance_mark_parse ("KP", &edit.mark, &error));
  commit (office, mc_attendance_month_make_change (month, &edit, 1, "K"));
  SESSION_WAIT (count (here, day).unexcused >= 1 && count (here, day).late == 0);
  cell = mc_attendance_month_get_cell (mc_attendance_view_get (here), who, day, MC_DAY_SESSION_MORNING);
  g_assert_null (cell.row->came_at);
  edit.clear = TRUE;
  commit (office, mc_attendance_month_make_change (mc_attendance_view_get (here), &edit, 1, "xoá"));
  SESSION_WAIT (count (here, day).present == 0 && count (here, day).late == 0);

  for (const char *const *bad = (const char *const[]){ "", "Z", "X 7:20", "M 7h90", "M 300", NULL }; *bad; bad++)
    {
      McAttendanceMark mark;

      g_assert_false (mc_attendance_mark_parse (*bad, &mark, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
      g_clear_error (&error);
    }
  for (const char *const *good = (const char *const[]){ "x", "S 16h", "M 7.20", "k", "p", NULL }; *good; good++)
    {
      McAttendanceMark mark, back;

      g_assert_true (mc_attendance_mark_parse (*good, &mark, NULL));
      back = mc_attendance_mark_unpack (mc_attendance_mark_pack (&mark));
      g_assert_cmpint (back.state, ==, mark.state);
      g_assert_cmpint (back.minutes, ==, mark.minutes);
      g_assert_cmpint (back.relative, ==, mark.relative);
    }
}

/* The totals of the sheet are what the rows say, and nobody reads of sickness in it. */
static void
test_sheet (void)
{
  McDay day = mc_session_get_today (office);
  g_autoptr (McAttendanceView) here = open_view (office, day);
  McAttendanceMonth *month = mc_attendance_view_get (here);
  g_autoptr (McRosterSheet) sheet = mc_attendance_month_make_sheet (month);
  McPeriod days = mc_attendance_month_get_period (month);

  g_assert_cmpuint (mc_roster_sheet_get_n_rows (sheet), ==, mc_attendance_month_get_n_people (month));
  g_assert_cmpuint (mc_roster_sheet_get_n_totals (sheet), ==, 5);
  for (guint i = 0; i < mc_roster_sheet_get_n_rows (sheet); i++)
    {
      double worked = 0;

      for (McDay d = days.from; d < days.until; d++)
        for (int session = 0; session < MC_DAY_SESSIONS; session++)
          {
            McAttendanceCell cell = mc_attendance_month_get_cell (month, i, d, (McDaySession)session);
            const char *code = mc_attendance_cell_get_code (&cell);

            if (code && strstr ("X M S CT HT H", code))
              worked += 0.5;
          }
      g_assert_cmpfloat (mc_roster_sheet_get_total (sheet, i, 0), ==, worked);
    }
  for (int kind = MC_ABSENCE_KIND_SICK; kind <= MC_ABSENCE_KIND_PERSONAL_UNPAID; kind++)
    g_assert_cmpstr (mc_attendance_absence_code ((McAbsenceKind)kind, TRUE), ==, "V");
  g_assert_cmpstr (mc_attendance_absence_code (MC_ABSENCE_KIND_SICK, FALSE), ==, "KP");
}

static JsonNode *
look_up (const char *key, gpointer data)
{
  return mc_session_get_setting (data, key);
}

/* A draft of the matter has nothing open, and is kept; the row then has a paper. */
static void
check_paper (McPaperKind kind, gint64 id, const char *said)
{
  GError *error = NULL;
  g_autoptr (McPaperMatter) matter = dex_await_boxed (mc_session_gather_paper (office, kind, id), &error);
  g_autoptr (McPaperTemplate) texts =
      matter ? dex_await_object (mc_session_find_template (office, kind), &error) : NULL;
  g_autoptr (McPaperOffice) paper_office = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (McRegisteredPaper) draft = NULL;
  g_autofree char *open = NULL;
  McChange *change;

  g_assert_no_error (error);
  /* What the button asks the person for. */
  g_set_str (&matter->where, "tỉnh Vĩnh Long");
  g_set_str (&matter->reason, "Lý do ghi ở đây.");
  paper_office = mc_paper_office_new (look_up, office);
  values = mc_paper_matter_make_values (matter);
  open = mc_paper_draft_dup_open (texts, paper_office, values);
  g_assert_cmpstr (open, ==, NULL);
  draft = mc_paper_draft_new (matter, texts, paper_office, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (draft->content, said));
  g_assert_cmpint (draft->subject, ==, matter->subject);
  g_assert_cmpint (dex_await_int64 (mc_session_find_paper (office, kind, matter->subject, id), NULL), ==, 0);
  change = mc_change_new ("dự thảo");
  mc_change_insert (change, MC_ENTITY (draft));
  commit (office, change);
  g_assert_cmpint (dex_await_int64 (mc_session_find_paper (office, kind, matter->subject, id), &error), ==,
                   mc_entity_get_id (MC_ENTITY (draft)));
}

static void
test_papers (void)
{
  gint64 leave = number_of ("SELECT a.id FROM centre.absence a JOIN centre.absence_reason r ON r.absence_id = a.id"
                            " WHERE r.kind = 'annual' AND a.state = 'agreed' ORDER BY a.id DESC LIMIT 1");
  gint64 sick = number_of ("SELECT a.id FROM centre.absence a JOIN centre.absence_reason r ON r.absence_id = a.id"
                           " WHERE r.kind = 'sick' LIMIT 1");
  gint64 work =
      number_of ("SELECT min(id) FROM centre.counter_assignment WHERE role = 'primary' AND during @> centre.today()");
  gint64 tour =
      number_of ("SELECT t.id FROM centre.tour t JOIN centre.counter_assignment a ON a.person_id = t.person_id"
                 " AND a.during @> centre.today() AND a.role = 'primary'"
                 " WHERE t.during @> centre.today() AND t.role = 'primary' ORDER BY t.id LIMIT 1");
  g_autoptr (McPaperMatter) none = NULL;
  GError *error = NULL;

  check_paper (MC_PAPER_KIND_LEAVE, leave, "Sở Nông nghiệp và Môi trường");
  check_paper (MC_PAPER_KIND_STANDBY_REQUEST, leave, "quầy số");
  check_paper (MC_PAPER_KIND_STANDBY_REQUEST, sick, "buổi sáng từ");
  check_paper (MC_PAPER_KIND_TERM_ENDING, tour, "Thời hạn cử kết thúc");
  check_paper (MC_PAPER_KIND_REPLACEMENT, tour, "Lý do ghi ở đây.");
  check_paper (MC_PAPER_KIND_ASSIGNMENT, work, "quầy số");

  none = dex_await_boxed (mc_session_gather_paper (office, MC_PAPER_KIND_LEAVE, sick), &error);
  g_assert_null (none);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  none = dex_await_boxed (mc_session_gather_paper (office, MC_PAPER_KIND_LEAVE, 999999), &error);
  g_assert_null (none);
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  session_fixture_close (office);
  session_fixture_close (head);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/attendance/day", test_day);
  mc_test_add_fiber ("/attendance/marks", test_marks);
  mc_test_add_fiber ("/attendance/sheet", test_sheet);
  mc_test_add_fiber ("/papers/gathered", test_papers);
  return session_fixture_run ();
}
