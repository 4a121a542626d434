/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody is away: what closes, who takes over at what price, which papers go out by the same act, and that undoing it
 * takes everything back. */
#include <string.h>

#include "mc-absence-notices.h"
#include "mc-absence-outlook.h"
#include "mc-absence-papers.h"
#include "mc-counter-assignment.h"
#include "mc-error.h"
#include "mc-paper-template.h"
#include "mc-roster-actions.h"
#include "mc-roster-planner.h"
#include "mc-roster-toll.h"
#include "mc-session-records.h"
#include "session-fixture.h"

static McSession *office; /* binh, of the roster office */
static McSession *head;   /* an, the director */

#define ANSWERED(outlook) (!mc_absence_outlook_get_busy (outlook))

static int
count (const char *sql)
{
  g_autofree char *text = session_fixture_psql (sql);

  return atoi (text);
}

static void
commit (McSession *session, McChange *change)
{
  g_object_unref (session_fixture_commit (session, change));
  g_object_unref (change);
}

static McRosterBook *
open_book (gint64 id)
{
  g_autoptr (McRosterBook) book = mc_roster_book_new (office, id);
  GError *error = NULL;
  g_autoptr (McRosterBook) ready = dex_await_object (mc_roster_book_when_ready (book), &error);

  g_assert_no_error (error);
  return g_steal_pointer (&book);
}

/* The sample has a roster of this month alone. */
static McDay
first_of_next_month (void)
{
  McDay day = mc_day_add_months (mc_session_get_today (office), 1);
  int year, month;

  mc_day_split (day, &year, &month, NULL);
  return mc_day_new (year, month, 1);
}

static gint64
roster_of (McLiveList *list, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (mc_period_contains (roster->during, day))
        return mc_entity_get_id (MC_ENTITY (roster));
    }
  return 0;
}

static void
step (McSession *session, gint64 id, McRosterState state)
{
  g_autoptr (McLiveList) list = session_fixture_list (session, MC_TYPE_ROSTER);

  SESSION_WAIT (mc_live_list_get_by_id (list, id) != NULL);
  commit (session, mc_roster_change_step (mc_live_list_get_by_id (list, id), state, NULL));
}

static void
plan (gint64 id)
{
  g_autoptr (McRosterBook) book = open_book (id);
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  McRosterOptions options = { .seed = 7 };
  g_autoptr (McRosterSolution) best = mc_roster_plan (problem, NULL, &options);
  g_autoptr (GArray) edits = mc_roster_book_diff (book, brief, best, NULL, MC_PERIOD_ALWAYS);

  commit (office, mc_roster_change_accept (book, problem, best, edits));
}

static McRosterBook *
publish_next_month (void)
{
  g_autoptr (McLiveList) rosters = session_fixture_list (office, MC_TYPE_ROSTER);
  McDay first = first_of_next_month ();
  gint64 id;

  commit (office, mc_roster_change_new ((McPeriod){ first, mc_day_add_months (first, 1) }, NULL));
  SESSION_WAIT (roster_of (rosters, first) != 0);
  id = roster_of (rosters, first);
  plan (id);
  SESSION_WAIT (((McRoster *)mc_live_list_get_by_id (rosters, id))->quality != NULL);
  step (office, id, MC_ROSTER_STATE_SUBMITTED);
  SESSION_WAIT (((McRoster *)mc_live_list_get_by_id (rosters, id))->state == MC_ROSTER_STATE_SUBMITTED);
  {
    g_autoptr (McLiveList) theirs = session_fixture_list (head, MC_TYPE_ROSTER);

    SESSION_WAIT (mc_live_list_get_by_id (theirs, id) &&
                  ((McRoster *)mc_live_list_get_by_id (theirs, id))->state == MC_ROSTER_STATE_SUBMITTED);
  }
  step (head, id, MC_ROSTER_STATE_APPROVED);
  SESSION_WAIT (((McRoster *)mc_live_list_get_by_id (rosters, id))->state == MC_ROSTER_STATE_APPROVED);
  step (office, id, MC_ROSTER_STATE_PUBLISHED);
  return open_book (id);
}

static gboolean
ask (McAbsenceOutlook *outlook, gint64 person, McDay day)
{
  mc_absence_outlook_ask (outlook, person, (McPeriod){ day, day + 1 }, MC_HALF_DAY);
  SESSION_WAIT (ANSWERED (outlook));
  return mc_absence_outlook_get_repair (outlook) && mc_absence_outlook_get_losses (outlook)->len > 0;
}

/* The first day on which @person has a place in the roster. */
static McDay
find_day (McRosterBook *book, gint64 person)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  gint index = mc_roster_brief_find_person (mc_roster_book_get_brief (book), person);

  for (guint k = 0; index >= 0 && k < problem->sessions->len; k++)
    if (mc_roster_solution_get (mc_roster_book_get_current (book), (guint)index, k) != MC_ROSTER_FREE)
      return mc_roster_session (problem, k)->day;
  return MC_DAY_NONE;
}

/* --- Before there is a roster --- */

/* Days without a roster are told by the standing assignments, calmly, and by the roster as soon as there is one. */
static McRosterBook *
test_standing_then_roster (McAbsenceOutlook *outlook)
{
  g_autoptr (McLiveList) assignments = session_fixture_list (office, MC_TYPE_COUNTER_ASSIGNMENT);
  McDay day = first_of_next_month ();
  gboolean closes = FALSE;
  McRosterBook *book;

  while (mc_day_weekday (day) > 5)
    day++;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (assignments)) && !closes; i++)
    {
      g_autoptr (McCounterAssignment) one = g_list_model_get_item (G_LIST_MODEL (assignments), i);
      GArray *losses;
      g_autofree char *words = NULL;

      if (one->role != MC_COUNTER_ROLE_PRIMARY || !mc_period_contains (one->during, day) ||
          !ask (outlook, one->person_id, day))
        continue;
      g_assert_null (mc_absence_outlook_get_book (outlook));
      g_assert_null (mc_absence_outlook_get_error (outlook));
      losses = mc_absence_outlook_get_losses (outlook);
      g_assert_cmpuint (losses->len, ==, 1);
      closes = g_array_index (losses, McRosterLoss, 0).closes;
      words =
          mc_roster_loss_describe (mc_absence_outlook_get_repair (outlook), &g_array_index (losses, McRosterLoss, 0));
      g_assert_true (g_utf8_strlen (words, -1) > 12);
      g_assert_cmpuint (g_array_index (losses, McRosterLoss, 0).sessions->len, ==, 2);
    }
  g_assert_true (closes);
  book = publish_next_month ();
  SESSION_WAIT (mc_absence_outlook_get_book (outlook) && ANSWERED (outlook));
  return book;
}

/* --- The act --- */

typedef struct
{
  McAbsenceOutlook *outlook;
  McRosterBook *book; /* of the test, which outlives the outlook's */
  GListModel *templates;
  McPaperOffice *papers_office;
  gint64 person;
  McDay day;
} Scene;

static JsonNode *
look_up (const char *key, gpointer session)
{
  return mc_session_get_setting (session, key);
}

static McAbsenceNotice *
take_notice (Scene *scene, McAbsence *absence)
{
  McRosterRepair *repair = mc_absence_outlook_get_repair (scene->outlook);

  return mc_roster_book_make_notice (mc_absence_outlook_get_book (scene->outlook),
                                     mc_absence_outlook_get_brief (scene->outlook), repair, repair->answers->pdata[0],
                                     absence);
}

static McAbsence *
new_absence (Scene *scene, McAbsenceState state)
{
  McAbsence *absence = mc_absence_new ();

  absence->person_id = scene->person;
  absence->during = (McPeriod){ scene->day, scene->day + 1 };
  absence->excused = TRUE;
  absence->state = state;
  return absence;
}

/* Somebody whom another one can replace, and whose agency has nobody else here. */
static void
find_scene (Scene *scene)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (scene->book));

  for (guint i = 0; i < problem->people->len; i++)
    {
      g_autoptr (McAbsence) absence = NULL;
      g_autoptr (McAbsenceNotice) notice = NULL;

      scene->person = mc_roster_person (problem, i)->id;
      scene->day = find_day (scene->book, scene->person);
      if (scene->day == MC_DAY_NONE || !ask (scene->outlook, scene->person, scene->day) ||
          ((McRosterAnswer *)mc_absence_outlook_get_repair (scene->outlook)->answers->pdata[0])->people == 0)
        continue;
      absence = new_absence (scene, MC_ABSENCE_REPORTED);
      notice = take_notice (scene, absence);
      if (notice->request)
        return;
    }
  g_assert_not_reached ();
}

static McChange *
build (Scene *scene, McAbsence *absence, guint *n_papers)
{
  McRosterRepair *repair = mc_absence_outlook_get_repair (scene->outlook);
  g_autoptr (McAbsenceNotice) notice = take_notice (scene, absence);
  g_autoptr (GPtrArray) papers =
      mc_absence_papers_new (notice, scene->templates, scene->papers_office, mc_session_get_today (office));

  *n_papers = papers->len;
  g_assert_cmpuint (notice->sheets->len, ==, 1);
  g_assert_cmpuint (notice->people->len, ==, ((McRosterAnswer *)repair->answers->pdata[0])->people);
  g_assert_cmpuint (papers->len, ==, notice->people->len + 2);
  return mc_absence_change_amend (mc_absence_outlook_get_book (scene->outlook),
                                  mc_absence_outlook_get_brief (scene->outlook), repair->answers->pdata[0], absence,
                                  papers);
}

static gint16 *
dup_cells (McRosterBook *book)
{
  McRosterSolution *now = mc_roster_book_get_current (book);

  return g_memdup2 (now->cells, sizeof *now->cells * now->n_people * now->n_sessions);
}

static gboolean
has_cells (McRosterBook *book, const gint16 *cells)
{
  McRosterSolution *now = mc_roster_book_get_current (book);

  return memcmp (now->cells, cells, sizeof *cells * now->n_people * now->n_sessions) == 0;
}

#define DRAFTS "SELECT count(*) FROM centre.paper WHERE subject = 'absence' AND state = 'draft'"
#define ABSENCES                                                                                                       \
  "SELECT count(*) FROM centre.absence a JOIN centre.paper p ON p.subject = 'absence' AND p.subject_id = a.id"
#define AMENDMENTS                                                                                                     \
  "SELECT count(*) FROM centre.roster_amendment m JOIN centre.roster r ON r.id = m.roster_id WHERE NOT r.is_sample"

/* What the papers say: everybody by name, nothing left open, and not why. */
static void
check_papers (guint n)
{
  g_assert_cmpint (count (DRAFTS), ==, (int)n);
  g_assert_cmpint (count (ABSENCES), ==, (int)n);
  g_assert_cmpint (count (DRAFTS " AND content::text ~ '\\{[a-z_]+\\}'"), ==, 0);
  g_assert_cmpint (count (DRAFTS " AND kind = 'move' AND type_code = 'TB' AND person_id IS NOT NULL"), ==, (int)n - 2);
  g_assert_cmpint (count (DRAFTS " AND kind = 'standby_request' AND type_code IS NULL AND agency_id IS NOT NULL"
                                 " AND content::text LIKE '%dự phòng%'"),
                   ==, 1);
  g_assert_cmpint (count (DRAFTS " AND kind = 'roster' AND abstract LIKE 'Lịch trực tại các quầy ngày %'"
                                 " AND content::text LIKE '%Buổi sáng%'"),
                   ==, 1);
  g_assert_cmpint (count (DRAFTS " AND content::text ~* 'ốm|sick'"), ==, 0);
}

static void
turn (DexFuture *future)
{
  GError *error = NULL;

  dex_await (future, &error);
  g_assert_no_error (error);
}

/* One act enters the absence, the amendment and the papers; undo takes all back, redo does it again. */
static void
test_act (Scene *scene)
{
  g_autoptr (McAbsence) absence = new_absence (scene, MC_ABSENCE_REPORTED);
  g_autofree gint16 *before = dup_cells (scene->book);
  McRoster *roster = mc_roster_book_get_roster (scene->book);
  guint n;
  McChange *change = build (scene, absence, &n);

  g_assert_true (mc_change_can_undo (change));
  commit (office, change);
  SESSION_WAIT (roster->state == MC_ROSTER_STATE_AMENDED && !has_cells (scene->book, before));
  check_papers (n);
  turn (mc_session_undo (office));
  SESSION_WAIT (has_cells (scene->book, before));
  g_assert_cmpint (count (DRAFTS), ==, 0);
  g_assert_cmpint (count (AMENDMENTS), ==, 2);
  g_assert_cmpint (count ("SELECT count(*) FROM centre.roster_amendment WHERE reason LIKE 'Taken back: %'"), ==, 1);
  turn (mc_session_redo (office));
  SESSION_WAIT (!has_cells (scene->book, before));
  check_papers (n);
  g_assert_cmpint (count (AMENDMENTS), ==, 3);
}

/* Once somebody has amended it again, undoing would take away what is not one's own. */
static void
test_late_undo (Scene *scene)
{
  g_autoptr (McRosterBook) theirs =
      mc_roster_book_new (head, mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (scene->book))));
  g_autoptr (McRosterBook) ready = dex_await_object (mc_roster_book_when_ready (theirs), NULL);
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (theirs));
  McRosterEdit edit = { mc_roster_person (problem, 0)->id,
                        mc_roster_session (problem, problem->sessions->len - 1)->day,
                        mc_roster_session (problem, problem->sessions->len - 1)->part,
                        { 0, 0 },
                        -1 };
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof edit);
  g_autoptr (GError) error = NULL;
  int before = count (DRAFTS);

  g_assert_true (ready == theirs);
  g_array_append_val (edits, edit);
  commit (head, mc_roster_change_amend (theirs, "Đổi chỗ", NULL, edits));
  dex_await (mc_session_undo (office), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_CONFLICT);
  g_assert_cmpint (count (DRAFTS), ==, before);
  g_assert_cmpint (count (AMENDMENTS), ==, 4);
}

/* Leave that was asked for is agreed to with its repair; taking that back leaves it asked for. */
static void
test_agree (Scene *scene)
{
  g_autoptr (McAbsence) asked = NULL;
  g_autoptr (McAbsence) agreed = NULL;
  McChange *change = mc_change_new ("Xin nghỉ");
  McDay day = scene->day;
  guint n;

  do
    day++;
  while (!ask (scene->outlook, scene->person, day) ||
         ((McRosterAnswer *)mc_absence_outlook_get_repair (scene->outlook)->answers->pdata[0])->people == 0);
  scene->day = day;
  asked = new_absence (scene, MC_ABSENCE_REQUESTED);
  mc_change_insert (change, MC_ENTITY (asked));
  commit (head, change);
  agreed = mc_entity_clone (asked);
  agreed->state = MC_ABSENCE_AGREED;
  SESSION_WAIT (ANSWERED (scene->outlook));
  change = build (scene, agreed, &n);
  mc_change_update (change, MC_ENTITY (asked), MC_ENTITY (agreed));
  commit (head, change);
  g_assert_cmpint (count ("SELECT count(*) FROM centre.absence WHERE state = 'agreed' AND answered_by = 'an'"
                          " AND id = (SELECT max(id) FROM centre.absence)"),
                   ==, 1);
  g_assert_cmpint (count (AMENDMENTS " AND m.absence_id = (SELECT max(id) FROM centre.absence)"), ==, 1);
  turn (mc_session_undo (head));
  g_assert_cmpint (count ("SELECT count(*) FROM centre.absence WHERE state = 'requested'"
                          " AND id = (SELECT max(id) FROM centre.absence)"),
                   ==, 1);
  g_assert_cmpint (count (DRAFTS " AND subject_id = (SELECT max(id) FROM centre.absence)"), ==, 0);
}

static void
test_absence (void)
{
  g_autoptr (McAbsenceOutlook) outlook = NULL;
  g_autoptr (McLiveList) templates = NULL;
  g_autoptr (McPaperOffice) papers_office = NULL;
  Scene scene;

  office = session_fixture_open ("binh");
  head = session_fixture_open ("an");
  outlook = mc_absence_outlook_new (office);
  templates = session_fixture_list (office, MC_TYPE_PAPER_TEMPLATE);
  papers_office = mc_paper_office_new (look_up, office);
  scene = (Scene){ outlook, test_standing_then_roster (outlook), G_LIST_MODEL (templates), papers_office, 0, 0 };
  find_scene (&scene);
  test_act (&scene);
  test_late_undo (&scene);
  test_agree (&scene);
  g_clear_object (&scene.book);
  g_clear_object (&outlook);
  session_fixture_close (g_steal_pointer (&office));
  session_fixture_close (g_steal_pointer (&head));
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/absence", test_absence);
  return session_fixture_run ();
}
