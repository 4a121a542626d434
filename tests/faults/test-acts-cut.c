/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts of several rows, and the link that breaks between any two of their statements: nothing is in by halves, nothing
 * is lost, and it is in once in the end. */
#include <string.h>

#include "cut-desk.h"
#include "evaluation-desk.h"
#include "mc-absence-notices.h"
#include "mc-absence-outlook.h"
#include "mc-absence-papers.h"
#include "mc-attendance-view.h"
#include "mc-change-private.h"
#include "mc-error.h"
#include "mc-feedback.h"
#include "mc-paper-template.h"
#include "mc-session-records.h"
#include "mc-workload-actions.h"
#include "roster-desk.h"

static gint64
count_of (const char *format, gint64 id)
{
  g_auto (GStrv) parts = g_strsplit (format, "$1", 2);
  g_autofree char *sql = g_strdup_printf ("%s%" G_GINT64_FORMAT "%s", parts[0], id, parts[1]);

  return cut_desk_count (sql);
}

static void
commit (CutDesk *desk, McChange *change)
{
  roster_desk_commit (desk->session, change);
}

static void
sweep (CutDesk *desk, McChange *change)
{
  cut_desk_sweep (desk, change);
  g_object_unref (change);
}

/* --- Evaluation --- */

/* Counting is the program's own and is kept nowhere: it is done again. */
static McEvaluation *
reckon (CutDesk *desk, gint64 id)
{
  for (int n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (McEvaluation) reckoned = NULL;

      mc_test_proxy_cut_statement (desk->proxy, n);
      reckoned = dex_await_object (mc_session_reckon_evaluation (desk->session, id), &error);
      g_assert_cmpint (mc_test_proxy_get_fault (desk->proxy), ==, MC_TEST_PROXY_NONE);
      if (reckoned)
        {
          g_assert_cmpfloat (reckoned->total, ==, 90);
          return g_steal_pointer (&reckoned);
        }
      g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
      cut_desk_come_back (desk);
      g_assert_cmpint (count_of ("SELECT count(total) FROM centre.evaluation WHERE id = $1", id), ==, 0);
    }
}

static void
test_evaluation (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McEvaluation) one = NULL, reckoned = NULL;
  g_autoptr (McEvaluationCriterion) order = NULL;
  g_autoptr (McLiveList) list = NULL;
  g_autofree char *content = NULL;
  gint64 cycle, id, seals;

  cut_desk_open (&desk, "an");
  cycle = evaluation_desk_open (desk.session);
  list = session_fixture_list (desk.session, MC_TYPE_EVALUATION);
  one = evaluation_desk_find (list, cycle);
  id = mc_entity_get_id (MC_ENTITY (one));
  order = evaluation_desk_criterion (desk.session, one->scheme_id, "order");
  sweep (&desk, mc_evaluation_change_score (NULL, one, order, MC_RATER_DIRECTOR, 9, "Đúng quy định"));
  g_assert_cmpint (
      count_of ("SELECT count(*) FROM centre.evaluation_score WHERE role = 'director' AND evaluation_id = $1", id), ==,
      1);
  for (McTextRole role = MC_TEXT_ROLE_SELF; role <= MC_TEXT_ROLE_SUPERVISION; role++)
    commit (&desk, mc_evaluation_change_waive (one, role, "Đang đi học"));
  sweep (&desk, mc_evaluation_change_text (NULL, one, MC_TEXT_ROLE_DIRECTOR, "Đồng ý", TRUE));
  reckoned = reckon (&desk, id);
  seals = cut_desk_count ("SELECT count(*) FROM centre.evaluation_seal");
  sweep (&desk, mc_evaluation_change_sign (reckoned));
  g_assert_cmpint (cut_desk_count ("SELECT count(*) FROM centre.evaluation_seal"), ==, seals + 1);
  content = dex_await_string (mc_session_read_seal (desk.session, id), NULL);
  g_assert_nonnull (content);
  g_assert_nonnull (strstr (content, "Đồng ý"));
  g_clear_object (&one);
  g_clear_object (&list);
  cut_desk_close (&desk);
}

/* --- A scheme --- */

/* The next version of a slip: the old one ends, and criteria with their weights come, all or none. */
static void
test_scheme (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McSchemeDraft) draft = NULL;
  g_autofree char *iso = NULL, *sql = NULL;
  McDay from;

  cut_desk_open (&desk, "an");
  draft = evaluation_desk_draft (desk.session, "monthly_slip");
  from = mc_evaluation_cycle_around (MC_CYCLE_MONTH, mc_session_get_today (desk.session)).until;
  mc_scheme_draft_set_version (draft, from);
  mc_scheme_draft_set_weight (draft, 0, 0, 30);
  mc_scheme_draft_set_weight (draft, 4, 0, 10);
  sweep (&desk, mc_scheme_draft_new_change (draft));
  iso = mc_day_format_iso (from);
  sql = g_strdup_printf (
      "SELECT count(*) FROM centre.evaluation_weight w JOIN centre.evaluation_criterion c ON c.id = "
      "w.criterion_id JOIN centre.evaluation_scheme s ON s.id = c.scheme_id WHERE lower(s.during) = '%s'",
      iso);
  g_assert_cmpint (cut_desk_count (sql), ==, 5);
  cut_desk_close (&desk);
}

/* --- Attendance --- */

/* The last day before today on which anybody was expected and not away. */
static McChange *
all_came (CutDesk *desk, McDay *day)
{
  for (*day = mc_session_get_today (desk->session) - 1;; (*day)--)
    {
      g_autoptr (McAttendanceView) view = mc_attendance_view_new (desk->session, *day);
      g_autofree char *iso = mc_day_format_iso (*day), *sql = NULL, *done = NULL;
      g_autoptr (McChange) change = NULL;

      sql = g_strdup_printf ("DELETE FROM centre.attendance WHERE day = '%s'", iso);
      done = session_fixture_psql (sql);
      dex_await (mc_attendance_view_when_ready (view), NULL);
      change = mc_attendance_month_make_all_came (mc_attendance_view_get (view), *day, MC_DAY_SESSION_AFTERNOON);
      if (!mc_change_is_empty (change))
        return g_steal_pointer (&change);
      g_assert_cmpint (*day, >, mc_session_get_today (desk->session) - 15);
    }
}

static void
test_attendance (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McChange) change = NULL;
  g_autofree char *iso = NULL, *sql = NULL;
  McDay day;

  cut_desk_open (&desk, "binh");
  change = all_came (&desk, &day);
  cut_desk_sweep (&desk, change);
  iso = mc_day_format_iso (day);
  sql = g_strdup_printf ("SELECT count(*) FROM centre.attendance WHERE day = '%s'", iso);
  g_assert_cmpint (cut_desk_count (sql), ==, mc_change_get_ops (change)->len);
  cut_desk_close (&desk);
}

/* --- Absence, amendment and papers --- */

static JsonNode *
look_up (const char *key, gpointer session)
{
  return mc_session_get_setting (session, key);
}

static GPtrArray *
make_papers (CutDesk *desk, const McAbsenceNotice *notice)
{
  g_autoptr (McLiveList) templates = session_fixture_list (desk->session, MC_TYPE_PAPER_TEMPLATE);
  g_autoptr (McPaperOffice) office = mc_paper_office_new (look_up, desk->session);

  return mc_absence_papers_new (notice, G_LIST_MODEL (templates), office, mc_session_get_today (desk->session));
}

/* Nobody is rostered who is away that day. */
static gboolean
is_quiet (McRosterBook *book, McDay day)
{
  g_autofree char *iso = mc_day_format_iso (day);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM centre.roster_cells_now(%" G_GINT64_FORMAT ") c"
                                          " JOIN centre.absence a ON a.person_id = c.person_id AND a.during @> c.day"
                                          " WHERE num_nonnulls(c.counter_id, c.duty_id) > 0 AND c.day = '%s'",
                                          mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book))), iso);

  return cut_desk_count (sql) == 0;
}

/* What is done if @person is away; %NULL where nothing is to be done. */
static McChange *
report_one (CutDesk *desk, McRosterBook *book, gint64 person, McDay day, guint *n_papers)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  g_autoptr (McRosterSolution) before = NULL;
  g_autoptr (McRosterRepair) repair =
      mc_absence_outlook_reckon (book, person, (McPeriod){ day, day + 1 }, MC_HALF_DAY, day, &before);
  g_autoptr (McAbsence) absence = mc_absence_new ();
  g_autoptr (McAbsenceNotice) notice = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  if (!repair || repair->answers->len == 0)
    return NULL;
  absence->person_id = person;
  absence->during = (McPeriod){ day, day + 1 };
  absence->excused = TRUE;
  absence->state = MC_ABSENCE_REPORTED;
  notice = mc_roster_book_make_notice (book, brief, repair, repair->answers->pdata[0], absence);
  papers = make_papers (desk, notice);
  *n_papers = papers->len;
  return mc_absence_change_amend (book, brief, repair->answers->pdata[0], absence, papers);
}

/* Somebody is away, late in the roster, on a day on which all others who are rostered are there. */
static McChange *
report_absence (CutDesk *desk, McRosterBook *book, guint *n_papers)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McDay last = MC_DAY_NONE;

  for (guint k = problem->sessions->len; k > 0; k--)
    {
      McDay day = mc_roster_session (problem, k - 1)->day;
      gboolean quiet = day != last && is_quiet (book, day);

      for (guint i = 0; quiet && i < problem->people->len; i++)
        {
          McChange *change = report_one (desk, book, mc_roster_person (problem, i)->id, day, n_papers);

          if (change)
            return change;
        }
      last = day;
    }
  g_assert_not_reached ();
}

#define AMENDMENTS "SELECT count(*) FROM centre.roster_amendment WHERE roster_id = $1"
#define PAPERS "SELECT count(*) FROM centre.paper WHERE subject = 'absence' AND subject_id = $1"
#define LAST_ABSENCE "SELECT max(id) FROM centre.absence"

/* The link breaks before each statement of the undoing: it stays on offer, and all is there. */
static void
undo_at_last (CutDesk *desk, gint64 absence, gint64 n_papers)
{
  for (int n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;
      gboolean undone;

      mc_test_proxy_cut_statement (desk->proxy, n);
      undone = dex_await (mc_session_undo (desk->session), &error);
      g_assert_cmpint (mc_test_proxy_get_fault (desk->proxy), ==, MC_TEST_PROXY_NONE);
      if (undone)
        return;
      g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
      g_assert_cmpstr (error->message, ==,
                       "The server cannot be reached. The change can be undone when the connection is back.");
      g_assert_cmpint (count_of (PAPERS, absence), ==, n_papers);
      cut_desk_come_back (desk);
    }
}

static void
test_absence (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McChange) change = NULL;
  gint64 roster, amendments, absence;
  guint n_papers = 0;

  cut_desk_open (&desk, "binh");
  roster = roster_desk_find (desk.session, mc_session_get_today (desk.session));
  book = roster_desk_open (desk.session, roster);
  amendments = count_of (AMENDMENTS, roster);
  change = report_absence (&desk, book, &n_papers);
  g_assert_cmpuint (n_papers, >, 0);
  cut_desk_kill (&desk, change, 3);
  cut_desk_sweep (&desk, change);
  absence = cut_desk_count (LAST_ABSENCE);
  g_assert_cmpint (count_of (AMENDMENTS, roster), ==, amendments + 1);
  g_assert_cmpint (count_of (AMENDMENTS " AND absence_id IS NOT NULL", roster), ==, 1);
  g_assert_cmpint (count_of (PAPERS, absence), ==, n_papers);
  undo_at_last (&desk, absence, n_papers);
  g_assert_cmpint (count_of ("SELECT count(*) FROM centre.absence WHERE id = $1", absence), ==, 0);
  g_assert_cmpint (count_of (PAPERS, absence), ==, 0);
  g_assert_cmpint (count_of (AMENDMENTS, roster), ==, amendments + 2);
  g_clear_object (&book);
  cut_desk_close (&desk);
}

/* --- A swap --- */

static void
test_swap (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McLiveList) list = NULL;
  g_autoptr (McRosterSwap) swap = NULL;
  g_autoptr (McSwapEffect) effect = NULL;
  gint64 roster, amendments, id;

  cut_desk_open (&desk, "binh");
  roster = roster_desk_find (desk.session, mc_session_get_today (desk.session));
  book = roster_desk_open (desk.session, roster);
  list = mc_session_list_of (desk.session, MC_TYPE_ROSTER_SWAP, "roster_id", roster);
  amendments = count_of (AMENDMENTS, roster);
  swap = roster_desk_find_swap (book, TRUE);
  effect = mc_swap_weigh (book, swap, mc_roster_book_get_roster (book)->during.from);
  sweep (&desk, mc_swap_change_request (book, swap));
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1);
  {
    g_autoptr (McRosterSwap) asked = g_list_model_get_item (G_LIST_MODEL (list), 0);

    id = mc_entity_get_id (MC_ENTITY (asked));
    sweep (&desk, mc_swap_change_approve (book, asked, effect));
  }
  g_assert_cmpint (count_of ("SELECT count(*) FROM centre.roster_swap s JOIN centre.roster_cell c USING (amendment_id)"
                             " WHERE s.state = 'approved' AND s.id = $1",
                             id),
                   ==, 2);
  g_assert_cmpint (count_of (AMENDMENTS, roster), ==, amendments + 1);
  g_clear_object (&list);
  g_clear_object (&book);
  cut_desk_close (&desk);
}

/* --- Feedback --- */

#define MATTER "SELECT count(*) FROM centre.feedback WHERE matter = 'đường dây bị đứt'"

static void
test_feedback (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McFeedback) row = mc_feedback_new (), after = NULL;
  g_autoptr (McLiveList) list = NULL;
  McChange *enter = mc_change_new ("enter"), *examine = mc_change_new ("examine");

  cut_desk_open (&desk, "cuc");
  row->received_on = mc_session_get_today (desk.session);
  g_set_str (&row->matter, "đường dây bị đứt");
  mc_change_insert (enter, MC_ENTITY (row));
  sweep (&desk, enter);
  g_assert_cmpint (cut_desk_count (MATTER), ==, 1);
  after = mc_entity_clone (MC_ENTITY (row));
  after->state = MC_FEEDBACK_STATE_EXAMINED;
  mc_change_update (examine, MC_ENTITY (row), MC_ENTITY (after));
  sweep (&desk, examine);
  g_assert_cmpint (cut_desk_count (MATTER " AND state = 'examined'"), ==, 1);
  cut_desk_close (&desk);
}

/* --- Figures --- */

#define FIGURES                                                                                                        \
  "SELECT (SELECT count(*) FROM centre.workload_source) + (SELECT count(*) FROM centre.workload_file)"                 \
  " + (SELECT count(*) FROM centre.dossier_count) + (SELECT count(*) FROM centre.workload_sum)"

/* What is kept as sums against the rows, counted anew; how many lines differ. */
#define DIFFERENCES                                                                                                    \
  "WITH wanted AS (SELECT grain, part, date_trunc(grain, day)::date AS start, COALESCE(id, 0) AS key_id,"              \
  " count(DISTINCT day)::int AS days, sum(received)::bigint AS received, sum(process_minutes)::bigint AS minutes"      \
  " FROM centre.workload_fact, unnest(ARRAY['day', 'week', 'month']) grain,"                                           \
  " LATERAL (VALUES ('none', 0), ('agency', agency_id)) p (part, id) GROUP BY 1, 2, 3, 4),"                            \
  " kept AS (SELECT grain, part, start, key_id, days, received::bigint, process_minutes::bigint"                       \
  " FROM centre.workload_sum WHERE grain <> 'slot' AND part IN ('none', 'agency'))"                                    \
  " SELECT count(*) FROM ((TABLE wanted EXCEPT ALL TABLE kept) UNION ALL (TABLE kept EXCEPT ALL TABLE wanted)) d"

/* Dossiers of @n days from @first on. */
static GArray *
make_counts (McDay first, int n)
{
  gint64 agencies[] = { cut_desk_count ("SELECT min(id) FROM centre.agency WHERE upper_inf(during)"), 0 };
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (McWorkloadCount));

  for (int i = 0; i < n; i++)
    {
      McWorkloadCount count = { .day = first + i, .slot = -1, .agency_id = agencies[i % 2] };

      count.sums.received = 1 + i;
      count.sums.process_minutes = 100 * i;
      g_array_append_val (counts, count);
    }
  return counts;
}

static McWorkloadFile *
make_file (const char *name, McDay first, int n)
{
  McWorkloadFile *file = mc_workload_file_new ();

  file->kind = MC_WORKLOAD_DOSSIER;
  file->file_name = g_strdup (name);
  file->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  file->first_day = first;
  file->last_day = first + n - 1;
  file->rows_read = n * (n + 1) / 2;
  return file;
}

/* Reads it in, and again, for the link breaks at each statement; with the last, whose answer alone gets lost, it is in
 * and that is known. */
static gint64
import_at_last (CutDesk *desk, McWorkloadSource *source, McWorkloadFile *file, GArray *counts)
{
  gint64 figures = cut_desk_count (FIGURES);

  for (int n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;
      gint64 id;

      mc_test_proxy_cut_statement (desk->proxy, n);
      id = dex_await_int64 (mc_session_import_workload (desk->session, source, file, counts), &error);
      g_assert_cmpint (mc_test_proxy_get_fault (desk->proxy), ==, MC_TEST_PROXY_NONE);
      if (!error)
        {
          g_assert_cmpint (n, >, 5);
          return id;
        }
      g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
      cut_desk_come_back (desk);
      g_assert_cmpint (cut_desk_count (FIGURES), ==, figures);
    }
}

/* What counts already is refused in plain words, and nothing changes. */
static void
expect_refused (CutDesk *desk, McWorkloadSource *source, McWorkloadFile *file, GArray *counts, const char *why)
{
  gint64 figures = cut_desk_count (FIGURES);
  g_autoptr (GError) error = NULL;

  dex_await_int64 (mc_session_import_workload (desk->session, source, file, counts), &error);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, why);
  g_assert_cmpint (cut_desk_count (FIGURES), ==, figures);
}

/* Any of the files goes or comes back, now and then over a link that breaks; and now and then it is thought better of.
 */
static void
turn_files (CutDesk *desk, McLiveList *list)
{
  for (guint i = 0; i < 12; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
      g_autoptr (McWorkloadFile) file =
          g_list_model_get_item (G_LIST_MODEL (list), (guint)g_test_rand_int_range (0, (gint32)n));
      int version = mc_entity_get_version (MC_ENTITY (file));
      McChange *change =
          file->state == MC_WORKLOAD_IMPORTED ? mc_workload_change_withdraw (file) : mc_workload_change_restore (file);

      if (i % 4 == 0)
        sweep (desk, change);
      else
        commit (desk, change);
      SESSION_WAIT (mc_entity_get_version (MC_ENTITY (file)) > version);
      g_assert_cmpint (cut_desk_count (DIFFERENCES), ==, 0);
      if (i % 3 != 0)
        continue;
      version = mc_entity_get_version (MC_ENTITY (file));
      g_assert_true (dex_await (mc_session_undo (desk->session), NULL));
      SESSION_WAIT (mc_entity_get_version (MC_ENTITY (file)) > version);
      g_assert_cmpint (cut_desk_count (DIFFERENCES), ==, 0);
    }
}

static void
test_figures (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McWorkloadSource) source = mc_workload_source_new ();
  g_autoptr (McLiveList) list = NULL;
  McDay first;
  gint64 received = 0;

  cut_desk_open (&desk, "binh");
  first = mc_session_get_today (desk.session) - 120;
  source->kind = MC_WORKLOAD_DOSSIER;
  source->name = g_strdup ("Cổng bị đứt");
  source->mapping = g_strdup ("{}");
  source->wait_level = 15;
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("tệp %d.csv", i), *shifted = g_strdup_printf ("tệp %d khác.csv", i);
      g_autoptr (McWorkloadFile) file = make_file (name, first + 35 * i, 20 + i);
      g_autoptr (McWorkloadFile) other = make_file (shifted, first + 35 * i + 19, 1);
      g_autoptr (GArray) counts = make_counts (first + 35 * i, 20 + i), day = make_counts (first + 35 * i + 19, 1);

      if (i == 0)
        import_at_last (&desk, source, file, counts);
      else
        g_assert_cmpint (dex_await_int64 (mc_session_import_workload (desk.session, source, file, counts), NULL), >, 0);
      received += file->rows_read;
      expect_refused (&desk, source, file, counts, "This file has been read in already.");
      expect_refused (&desk, source, other, day,
                      "Another file of this source covers some of these days. Replace it, or withdraw it first.");
      g_assert_cmpint (cut_desk_count (DIFFERENCES), ==, 0);
    }
  g_assert_cmpint (
      cut_desk_count ("SELECT sum(received) FROM centre.workload_sum WHERE grain = 'week' AND part = 'none'"), ==,
      received);
  list = session_fixture_list (desk.session, MC_TYPE_WORKLOAD_FILE);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (list)) == 3);
  turn_files (&desk, list);
  g_clear_object (&list);
  cut_desk_close (&desk);
}

/* --- Undo, of which nobody can tell what came of it --- */

static void
test_undo_unknown (void)
{
  CutDesk desk = { 0 };
  g_autoptr (McFeedback) row = mc_feedback_new ();
  McChange *enter = mc_change_new ("enter");
  g_autoptr (GError) error = NULL, away = NULL, none = NULL;
  g_autofree char *label = NULL;

  cut_desk_open (&desk, "cuc");
  row->received_on = mc_session_get_today (desk.session);
  g_set_str (&row->matter, "mất tín hiệu");
  mc_change_insert (enter, MC_ENTITY (row));
  commit (&desk, enter);

  /* While it is known that the server is away, nothing is tried, and the entry stays. */
  mc_test_proxy_set_fault (desk.proxy, MC_TEST_PROXY_DOWN);
  SESSION_WAIT (mc_session_get_state (desk.session) == MC_SESSION_OFFLINE);
  g_assert_false (dex_await (mc_session_undo (desk.session), &away));
  g_assert_cmpstr (away->message, ==,
                   "The server cannot be reached. The change can be undone when the connection is back.");
  cut_desk_come_back (&desk);
  g_object_get (desk.session, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "enter");

  mc_test_proxy_set_fault (desk.proxy, MC_TEST_PROXY_CUT_AFTER_COMMIT);
  g_assert_false (dex_await (mc_session_undo (desk.session), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_cmpstr (error->message, ==,
                   "The connection broke in the middle of “enter”. Please look how it stands when the connection is "
                   "back; what came before cannot be undone any more.");
  cut_desk_come_back (&desk);
  g_assert_cmpint (cut_desk_count ("SELECT count(*) FROM centre.feedback WHERE matter = 'mất tín hiệu'"), ==, 0);
  g_assert_false (dex_await (mc_session_undo (desk.session), &none));
  g_assert_error (none, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_assert_cmpuint (cut_desk_n_pending (&desk), ==, 0);
  cut_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/acts-cut/evaluation", test_evaluation);
  mc_test_add_fiber ("/acts-cut/scheme", test_scheme);
  mc_test_add_fiber ("/acts-cut/attendance", test_attendance);
  mc_test_add_fiber ("/acts-cut/absence", test_absence);
  mc_test_add_fiber ("/acts-cut/swap", test_swap);
  mc_test_add_fiber ("/acts-cut/feedback", test_feedback);
  mc_test_add_fiber ("/acts-cut/figures", test_figures);
  mc_test_add_fiber ("/acts-cut/undo-unknown", test_undo_unknown);
  return session_fixture_run ();
}
