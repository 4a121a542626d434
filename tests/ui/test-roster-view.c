/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A roster made of rows, as the grid of the page gets it, and what hands did in the grid as cells. */
#include <adwaita.h>

#include "mc-absence.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-duty-competence.h"
#include "mc-duty.h"
#include "mc-error.h"
#include "mc-person.h"
#include "mc-planner-rule.h"
#include "mc-post.h"
#include "mc-roster-amendment.h"
#include "mc-roster-versions.h"
#include "mc-roster-view.h"
#include "mc-rule-version.h"
#include "mc-session-time.h"
#include "mc-staff-entry.h"
#include "mc-tour.h"

#define FIRST mc_day_new (2026, 12, 7) /* a Monday */
#define N_PEOPLE 3
#define N_COUNTERS 2
#define GUIDANCE 2 /* index of the duty after the counters */

typedef struct
{
  GHashTable *rows;
  McRoster *roster;
  McRosterBook *book;
  McRosterView *view;
  McRosterGridSource *source;
} Fixture;

static void
add (Fixture *fixture, gpointer entity, gint64 id)
{
  GType noun = G_OBJECT_TYPE (entity);
  GListStore *list = g_hash_table_lookup (fixture->rows, GSIZE_TO_POINTER (noun));

  mc_entity_set_id (entity, id);
  g_list_store_append (list, entity);
  g_object_unref (entity);
}

static void
add_person (Fixture *fixture, gint64 id, const char *name)
{
  McPerson *person = mc_person_new ();
  McTour *tour = mc_tour_new ();

  person->full_name = g_strdup (name);
  tour->person_id = id;
  tour->during = MC_PERIOD_ALWAYS;
  add (fixture, person, id);
  add (fixture, tour, id);
}

/* Counter n is person n's; all know the guidance desk. */
static void
add_counter (Fixture *fixture, gint64 id)
{
  McCounter *counter = mc_counter_new ();
  McCounterAssignment *one = mc_counter_assignment_new ();

  counter->number = (int)id;
  counter->seats = 1;
  counter->during = MC_PERIOD_ALWAYS;
  one->counter_id = one->person_id = id;
  one->role = MC_COUNTER_ROLE_PRIMARY;
  one->during = MC_PERIOD_ALWAYS;
  add (fixture, counter, id);
  add (fixture, one, id);
}

static void
add_cell (Fixture *fixture, gint64 id, gint64 person, McDay day, McDaySession session, gint64 counter, gboolean pinned)
{
  McRosterCell *cell = mc_roster_cell_new ();

  cell->roster_id = 1;
  cell->person_id = person;
  cell->day = day;
  cell->session = session;
  cell->counter_id = counter;
  cell->pinned = pinned;
  add (fixture, cell, id);
}

static void
add_guidance (Fixture *fixture)
{
  McDuty *duty = mc_duty_new ();

  duty->code = g_strdup ("HD");
  duty->name = g_strdup ("Guidance");
  duty->kind = MC_DUTY_KIND_GUIDANCE;
  duty->during = MC_PERIOD_ALWAYS;
  add (fixture, duty, 1);
  for (gint64 id = 1; id <= N_PEOPLE; id++)
    {
      McDutyCompetence *one = mc_duty_competence_new ();

      one->duty_id = 1;
      one->person_id = id;
      one->during = MC_PERIOD_ALWAYS;
      add (fixture, one, id);
    }
}

static void
add_away (Fixture *fixture)
{
  McAbsence *absence = mc_absence_new ();

  absence->person_id = 3;
  absence->during = (McPeriod){ FIRST + 1, FIRST + 2 };
  absence->half = MC_HALF_MORNING;
  absence->excused = TRUE;
  absence->state = MC_ABSENCE_REPORTED;
  add (fixture, absence, 1);
}

static void
add_holiday (Fixture *fixture)
{
  McRuleVersion *rule = mc_rule_version_new ();

  rule->topic = g_strdup ("calendar.holiday.feast");
  rule->value = g_strdup ("{\"name\": \"Feast\", \"month\": 12, \"day\": 9}");
  rule->source = g_strdup ("a law");
  rule->during = MC_PERIOD_ALWAYS;
  add (fixture, rule, 1);
}

static void
add_hours (Fixture *fixture)
{
  for (guint session = 0; session < MC_DAY_SESSIONS; session++)
    {
      McSessionTime *time = mc_session_time_new ();

      time->purpose = MC_HOURS_OFFICE;
      time->session = session;
      time->starts = g_strdup (session == 0 ? "07:00" : "13:00");
      time->ends = g_strdup (session == 0 ? "11:00" : "17:00");
      time->during = MC_PERIOD_ALWAYS;
      add (fixture, time, session + 1);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint n;
  const GType *nouns = mc_roster_book_get_nouns (&n);
  g_autoptr (GError) error = NULL;

  fixture->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (fixture->rows, GSIZE_TO_POINTER (nouns[i]), g_list_store_new (nouns[i]));
  add_person (fixture, 1, "Nguyễn Văn Hoà");
  add_person (fixture, 2, "Trần Thị Bích");
  add_person (fixture, 3, "Lê Hữu Đức");
  for (gint64 id = 1; id <= N_COUNTERS; id++)
    add_counter (fixture, id);
  add_guidance (fixture);
  add_away (fixture);
  add_holiday (fixture);
  add_hours (fixture);
  add_cell (fixture, 1, 1, FIRST, 0, 1, TRUE);
  add_cell (fixture, 2, 1, FIRST, 1, 1, FALSE);
  add_cell (fixture, 3, 2, FIRST, 0, 2, FALSE);
  fixture->roster = mc_roster_new ();
  mc_entity_set_id (MC_ENTITY (fixture->roster), 1);
  fixture->roster->during = (McPeriod){ FIRST, FIRST + 7 };
  fixture->book = mc_roster_book_new_from_rows (fixture->roster, fixture->rows, MC_DAY_NONE, &error);
  g_assert_no_error (error);
  fixture->view = mc_roster_view_new ();
  fixture->source = MC_ROSTER_GRID_SOURCE (fixture->view);
  mc_roster_view_set_book (fixture->view, fixture->book);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->view);
  g_object_unref (fixture->book);
  g_object_unref (fixture->roster);
  g_hash_table_unref (fixture->rows);
}

static guint
find_row (Fixture *fixture, const char *key)
{
  guint n = mc_roster_grid_source_get_n_rows (fixture->source) + mc_roster_grid_source_get_n_feet (fixture->source);

  for (guint row = 0; row < n; row++)
    if (g_strcmp0 (mc_roster_grid_source_get_row (fixture->source, row).key, key) == 0)
      return row;
  g_assert_not_reached ();
}

static void
assert_text (Fixture *fixture, const char *key, guint slot, const char *text)
{
  McRosterGridLook look = mc_roster_grid_source_get_look (fixture->source, find_row (fixture, key), slot);

  g_assert_cmpstr (look.text, ==, text);
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  guint hoa = find_row (fixture, "person/1");
  McRosterGridRow row = mc_roster_grid_source_get_row (fixture->source, hoa);
  McRosterGridLook look = mc_roster_grid_source_get_look (fixture->source, hoa, 0);
  g_autofree char *name = mc_roster_grid_source_dup_name (fixture->source, hoa, 0);

  g_assert_cmpuint (mc_roster_grid_source_get_n_days (fixture->source), ==, 7);
  g_assert_cmpuint (mc_roster_grid_source_get_n_rows (fixture->source), ==, 1 + N_PEOPLE);
  g_assert_true (mc_roster_grid_source_get_row (fixture->source, 0).heading);
  g_assert_cmpstr (row.name, ==, "Nguyễn Văn Hoà");
  g_assert_cmpstr (row.drag, ==, "person/1");
  g_assert_cmpstr (look.text, ==, "1");
  g_assert_cmpint (look.marks, ==, MC_ROSTER_MARK_PINNED);
  g_assert_cmpstr (name, ==, "Nguyễn Văn Hoà, Monday 07/12 morning, counter 1, pinned");
  assert_text (fixture, "person/1", 1, "1");
  assert_text (fixture, "person/2", 1, "");
  /* Away on Tuesday morning, not in the afternoon. */
  g_assert_cmpint (mc_roster_grid_source_get_look (fixture->source, find_row (fixture, "person/3"), 2).tone, ==,
                   MC_TONE_ABSENT);
  g_assert_cmpint (mc_roster_grid_source_get_look (fixture->source, find_row (fixture, "person/3"), 3).tone, ==,
                   MC_TONE_NONE);
  g_assert_cmpint (mc_roster_grid_source_get_day (fixture->source, 5).tone, ==, MC_TONE_WEEKEND);
  g_assert_cmpint (mc_roster_grid_source_get_day (fixture->source, 2).tone, ==, MC_TONE_HOLIDAY);
  g_assert_cmpstr (mc_roster_grid_source_get_day (fixture->source, 2).note, ==, "Feast");
  /* By given name. */
  g_assert_cmpuint (find_row (fixture, "person/2"), <, find_row (fixture, "person/3"));
  g_assert_cmpuint (find_row (fixture, "person/3"), <, hoa);
}

static void
add_leader (Fixture *fixture, gint64 person, const char *sort_key, gint64 post, int order)
{
  McStaffEntry *leader = mc_staff_entry_new ();
  McPost *one = mc_post_new ();

  leader->sort_key = g_strdup (sort_key);
  leader->post_id = post;
  one->sort_order = order;
  add (fixture, leader, person);
  add (fixture, one, post);
}

/* An amendment is compared with what lay under it: framed, told in words, and walked to in a round. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McRosterBook) amended = NULL;
  McRosterAmendment *amendment = mc_roster_amendment_new ();
  McRosterCell *cell = mc_roster_cell_new ();
  g_autofree char *words = NULL;
  guint row = 0, slot = 0, bich;

  amendment->roster_id = 1;
  amendment->number = 1;
  add (fixture, amendment, 1);
  cell->roster_id = cell->amendment_id = 1;
  cell->person_id = 2;
  cell->day = FIRST;
  cell->session = MC_DAY_SESSION_MORNING;
  cell->duty_id = 1;
  add (fixture, cell, 9);
  amended = mc_roster_book_new_from_rows (fixture->roster, fixture->rows, MC_DAY_NONE, &error);
  g_assert_no_error (error);
  mc_roster_view_set_book (fixture->view, amended);
  bich = find_row (fixture, "person/2");
  g_assert_false (mc_roster_view_find_difference (fixture->view, 1, &row, &slot));
  g_assert_cmpuint (mc_roster_view_compare (fixture->view, amended, 0), ==, 1);
  g_assert_true (mc_roster_grid_source_get_look (fixture->source, bich, 0).marks & MC_ROSTER_MARK_CHANGED);
  words = mc_roster_grid_source_describe (fixture->source, bich, 0);
  g_assert_cmpstr (words, ==, "Guidance, before: counter 2");
  for (int step = -1; step <= 1; step += 2)
    {
      row = slot = 0;
      g_assert_true (mc_roster_view_find_difference (fixture->view, step, &row, &slot));
      g_assert_cmpuint (row, ==, bich);
      g_assert_cmpuint (slot, ==, 0);
    }
  g_assert_cmpuint (mc_roster_view_compare (fixture->view, amended, 1), ==, 0);
  g_assert_false (mc_roster_view_find_difference (fixture->view, 1, &row, &slot));
}

/* The director before the deputies, whatever the names. */
static void
test_leaders (Fixture *fixture, gconstpointer data)
{
  add_leader (fixture, 1, "an", 8, 20);
  add_leader (fixture, 2, "yen", 7, 10);
  mc_roster_view_set_book (fixture->view, NULL);
  mc_roster_view_set_book (fixture->view, fixture->book);
  g_assert_cmpuint (find_row (fixture, "person/2"), ==, 1);
  g_assert_cmpuint (find_row (fixture, "person/1"), ==, 2);
}

/* Who leads stands first, who has no post last. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  McStaffEntry *leader = mc_staff_entry_new (), *clerk = mc_staff_entry_new ();

  leader->sort_key = g_strdup ("hoa");
  leader->post_id = 1;
  clerk->sort_key = g_strdup ("duc");
  clerk->post_id = 2;
  clerk->section_code = g_strdup ("A");
  clerk->section_name = g_strdup ("Administration");
  add (fixture, leader, 1);
  add (fixture, clerk, 3);
  mc_roster_view_set_book (fixture->view, NULL);
  mc_roster_view_set_book (fixture->view, fixture->book);
  g_assert_cmpstr (mc_roster_grid_source_get_row (fixture->source, 0).name, ==, "Leaders of the centre · 1");
  g_assert_cmpuint (find_row (fixture, "person/1"), ==, 1);
  g_assert_cmpstr (mc_roster_grid_source_get_row (fixture->source, 2).name, ==, "Administration · 1");
  g_assert_cmpuint (find_row (fixture, "person/3"), ==, 3);
  g_assert_cmpstr (mc_roster_grid_source_get_row (fixture->source, 4).name, ==, "Others · 1");
  g_assert_cmpuint (find_row (fixture, "person/2"), ==, 5);
}

/* A light is what is there of what is wanted. */
static void
test_feet (Fixture *fixture, gconstpointer data)
{
  assert_text (fixture, "counter/1", 0, "✓");
  assert_text (fixture, "counter/2", 1, "✗1");
  assert_text (fixture, "counter/2", 10, ""); /* Saturday */
  assert_text (fixture, "all-seats", 0, "✓");
  assert_text (fixture, "all-seats", 1, "✗1");
  assert_text (fixture, "all-seats", 2, "✗2");
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) offered = NULL;
  g_autoptr (GError) error = NULL;
  int duty;

  g_assert_true (mc_roster_grid_source_parse (fixture->source, "hd", &duty, NULL));
  g_assert_cmpint (duty, ==, GUIDANCE);
  g_assert_true (mc_roster_grid_source_parse (fixture->source, "", &duty, NULL));
  g_assert_cmpint (duty, ==, MC_ROSTER_GRID_FREE);
  g_assert_false (mc_roster_grid_source_parse (fixture->source, "Q99", &duty, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Q99"));
  /* What the person may do comes first. */
  offered = mc_roster_grid_source_complete (fixture->source, find_row (fixture, "person/2"), 0, "");
  g_assert_cmpuint (offered->len, ==, N_COUNTERS + 1);
  g_assert_cmpstr (((McRosterCode *)g_ptr_array_index (offered, 0))->code, ==, "2");
}

static McRosterEdit *
nth (GArray *edits, guint i)
{
  return &g_array_index (edits, McRosterEdit, i);
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  guint hoa = find_row (fixture, "person/1"), bich = find_row (fixture, "person/2");
  g_autoptr (McGridEdit) fill = mc_grid_edit_new (MC_GRID_VERB_FILL), pin = mc_grid_edit_new (MC_GRID_VERB_PIN);
  g_autoptr (GArray) filled = NULL, pinned = NULL, moved = NULL, taken = NULL, nothing = NULL;

  mc_grid_edit_add (fill, bich, 3, GUIDANCE);
  filled = mc_roster_view_make_edits (fixture->view, fill);
  g_assert_cmpuint (filled->len, ==, 1);
  g_assert_cmpint (nth (filled, 0)->person, ==, 2);
  g_assert_cmpint (nth (filled, 0)->day, ==, FIRST + 1);
  g_assert_cmpint (nth (filled, 0)->session, ==, 1);
  g_assert_cmpint (nth (filled, 0)->place.duty_id, ==, 1);
  g_assert_cmpint (nth (filled, 0)->pinned, ==, -1);
  mc_grid_edit_add (pin, hoa, 1, MC_ROSTER_GRID_FREE);
  pinned = mc_roster_view_make_edits (fixture->view, pin);
  g_assert_cmpint (nth (pinned, 0)->place.counter_id, ==, 1); /* as it is */
  g_assert_cmpint (nth (pinned, 0)->pinned, ==, 1);
  /* Two change places. */
  moved = mc_roster_view_make_move (fixture->view, hoa, 0, bich, 0);
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_cmpint (nth (moved, 0)->person, ==, 1);
  g_assert_cmpint (nth (moved, 0)->place.counter_id, ==, 2);
  g_assert_cmpint (nth (moved, 1)->place.counter_id, ==, 1);
  /* One takes over, the other is free. */
  taken = mc_roster_view_make_takeover (fixture->view, 3, hoa, 1);
  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_cmpint (nth (taken, 0)->person, ==, 1);
  g_assert_cmpint (nth (taken, 0)->place.counter_id, ==, 0);
  g_assert_cmpint (nth (taken, 1)->person, ==, 3);
  g_assert_cmpint (nth (taken, 1)->place.counter_id, ==, 1);
  nothing = mc_roster_view_make_takeover (fixture->view, 3, bich, 1);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_counters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McGridEdit) fill = mc_grid_edit_new (MC_GRID_VERB_FILL);
  g_autoptr (GArray) edits = NULL;
  g_autofree char *words = NULL;
  int person;
  guint row;

  mc_roster_view_set_side (fixture->view, MC_ROSTER_SIDE_COUNTERS);
  row = find_row (fixture, "counter/1");
  assert_text (fixture, "counter/1", 0, "Hoà");
  assert_text (fixture, "counter/2", 1, "✗1");
  words = mc_roster_grid_source_describe (fixture->source, row, 0);
  g_assert_cmpstr (words, ==, "Nguyễn Văn Hoà");
  g_assert_true (mc_roster_grid_source_parse (fixture->source, "duc", &person, NULL));
  /* Another name takes the place of who was there. */
  mc_grid_edit_add (fill, row, 0, person);
  edits = mc_roster_view_make_edits (fixture->view, fill);
  g_assert_cmpuint (edits->len, ==, 2);
  g_assert_cmpint (nth (edits, 0)->person, ==, 1);
  g_assert_cmpint (nth (edits, 0)->place.counter_id, ==, 0);
  g_assert_cmpint (nth (edits, 1)->person, ==, 3);
  g_assert_cmpint (nth (edits, 1)->place.counter_id, ==, 1);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (McRosterEdit));
  McRosterEdit edit = { 2, FIRST, 1, { 2, 0 }, -1 };
  McRosterGridLook look;

  mc_roster_view_set_needle (fixture->view, "bich");
  g_assert_cmpuint (mc_roster_grid_source_get_n_rows (fixture->source), ==, 2);
  mc_roster_view_set_needle (fixture->view, NULL);
  /* What is on its way looks so, and nothing else does. */
  g_array_append_val (edits, edit);
  mc_roster_view_set_pending (fixture->view, edits);
  look = mc_roster_grid_source_get_look (fixture->source, find_row (fixture, "person/2"), 1);
  g_assert_cmpstr (look.text, ==, "2");
  g_assert_cmpint (look.marks, ==, MC_ROSTER_MARK_PENDING);
  mc_roster_view_set_pending (fixture->view, NULL);
  assert_text (fixture, "person/2", 1, "");
  g_assert_cmpuint (mc_roster_view_compare (fixture->view, fixture->book, MC_ROSTER_VERSION_NOW), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/roster-view/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/roster-view/sections", Fixture, NULL, set_up, test_sections, tear_down);
  g_test_add ("/roster-view/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/roster-view/leaders", Fixture, NULL, set_up, test_leaders, tear_down);
  g_test_add ("/roster-view/feet", Fixture, NULL, set_up, test_feet, tear_down);
  g_test_add ("/roster-view/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/roster-view/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/roster-view/counters", Fixture, NULL, set_up, test_counters, tear_down);
  g_test_add ("/roster-view/shown", Fixture, NULL, set_up, test_shown, tear_down);
  return g_test_run ();
}
