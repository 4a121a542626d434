/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the counters are in a half of a day. */
#include "mc-absence-entry.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-counter-states.h"
#include "mc-day-override.h"
#include "mc-roster-entry.h"
#include "mc-saturday-field.h"
#include "mc-staff-entry.h"

static gpointer
row (gpointer entity, gint64 id)
{
  mc_entity_set_id (entity, id);
  return entity;
}

static GPtrArray *
rows (gpointer first, ...)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  va_list more;

  va_start (more, first);
  for (gpointer entity = first; entity; entity = va_arg (more, gpointer))
    g_ptr_array_add (array, entity);
  va_end (more);
  return array;
}

static gpointer
counter (gint64 id, int seats)
{
  return row (g_object_new (MC_TYPE_COUNTER_ENTRY, "number", (int)id, "name", "Hộ tịch", "seats", seats, "agency-codes",
                            "TP, NV", NULL),
              id);
}

static gpointer
officer (gint64 id, const char *name, McTourRole role)
{
  return row (g_object_new (MC_TYPE_STAFF_ENTRY, "full-name", name, "tour-agency-code", "TP", "tour-role", role, NULL),
              id);
}

static gpointer
assignment (gint64 counter_id, gint64 person, McCounterRole role, const char *during)
{
  McCounterAssignment *self = mc_counter_assignment_new ();

  self->counter_id = counter_id;
  self->person_id = person;
  self->role = role;
  g_assert_true (mc_period_parse (during, &self->during, NULL));
  return self;
}

static gpointer
absence (gint64 person, McHalf half, gboolean excused)
{
  McAbsenceEntry *self = mc_absence_entry_new ();

  self->person_id = person;
  self->half = half;
  self->excused = excused;
  return self;
}

static McTone
tone_at (McCounterFacts *facts, McDay day, McHalf session, guint index)
{
  g_autoptr (GPtrArray) states = NULL;

  facts->day = day;
  facts->session = session;
  states = mc_counter_states_new (facts);
  return ((McCounterState *)g_ptr_array_index (states, index))->tone;
}

/* The week alone, but for one notice; one field is received on Saturday mornings if @saturdays. */
static McWorkCalendar *
make_calendar (McDayOverride *notice, gint64 saturday_field)
{
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (GListStore) notices = g_list_store_new (MC_TYPE_DAY_OVERRIDE);
  g_autoptr (GListStore) saturdays = g_list_store_new (MC_TYPE_SATURDAY_FIELD);
  g_autoptr (McSaturdayField) field = mc_saturday_field_new ();

  if (notice)
    g_list_store_append (notices, notice);
  field->field_id = saturday_field;
  field->during = MC_PERIOD_ALWAYS;
  if (saturday_field)
    g_list_store_append (saturdays, field);
  return mc_work_calendar_new (book, G_LIST_MODEL (notices), NULL, G_LIST_MODEL (saturdays));
}

/* Who is at the counters in a half of a day, by assignments, absences and holidays. */
static void
test_counter_states (void)
{
  McDay monday = mc_day_new (2026, 11, 23), sunday = monday - 1;
  g_autoptr (GPtrArray) counters = rows (counter (1, 1), counter (2, 2), counter (3, 1), NULL);
  g_autoptr (GPtrArray) staff =
      rows (officer (11, "An", MC_TOUR_ROLE_PRIMARY), officer (12, "Bình", MC_TOUR_ROLE_PRIMARY),
            officer (13, "Cúc", MC_TOUR_ROLE_STANDBY), NULL);
  g_autoptr (GPtrArray) assignments =
      rows (assignment (1, 11, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,)"),
            assignment (1, 13, MC_COUNTER_ROLE_STANDBY, "[2026-01-01,)"),
            assignment (2, 12, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,)"),
            assignment (2, 13, MC_COUNTER_ROLE_PRIMARY, "[2026-11-23,)"),
            assignment (3, 11, MC_COUNTER_ROLE_PRIMARY, "[2025-01-01,2026-01-01)"), NULL);
  g_autoptr (GPtrArray) absences =
      rows (absence (11, MC_HALF_MORNING, TRUE), absence (12, MC_HALF_AFTERNOON, FALSE), NULL);
  g_autoptr (McDayOverride) half = mc_day_override_new ();
  g_autoptr (McWorkCalendar) halved = NULL;
  g_autoptr (McWorkCalendar) feast = NULL;
  McCounterFacts facts = { .counters = counters, .assignments = assignments, .staff = staff, .absences = absences };
  g_autoptr (GPtrArray) states = NULL;
  const McCounterState *second;
  g_autofree char *why = NULL;

  half->day = sunday;
  half->kind = MC_DAY_KIND_HALF_DAY;
  half->session = MC_HALF_DAY_MORNING;
  facts.calendar = halved = make_calendar (half, 0);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_MORNING, 0), ==, MC_TONE_ABSENT);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_AFTERNOON, 0), ==, MC_TONE_STAFFED);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_MORNING, 1), ==, MC_TONE_STANDBY);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_MORNING, 2), ==, MC_TONE_GAP);
  g_assert_cmpint (tone_at (&facts, sunday, MC_HALF_MORNING, 1), ==, MC_TONE_STAFFED);
  g_assert_cmpint (tone_at (&facts, sunday, MC_HALF_AFTERNOON, 1), ==, MC_TONE_CLOSED);
  g_assert_cmpint (tone_at (&facts, sunday - 1, MC_HALF_MORNING, 1), ==, MC_TONE_CLOSED);
  half->day = monday;
  half->kind = MC_DAY_KIND_HOLIDAY;
  half->name = g_strdup ("Ngày Văn hóa Việt Nam");
  facts.calendar = feast = make_calendar (half, 0);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_MORNING, 0), ==, MC_TONE_CLOSED);
  why = mc_counter_facts_why_closed (&facts);
  g_assert_cmpstr (why, ==, "Ngày Văn hóa Việt Nam");
  facts.calendar = halved;
  facts.day = monday;
  facts.session = MC_HALF_AFTERNOON;
  states = mc_counter_states_new (&facts);
  second = g_ptr_array_index (states, 1);
  g_assert_cmpstr (second->number, ==, "2");
  g_assert_cmpstr (second->agency_codes, ==, "TP · NV");
  g_assert_cmpuint (second->people->len, ==, 2);
  g_assert_cmpint (((McCounterPerson *)g_ptr_array_index (second->people, 0))->tone, ==, MC_TONE_ABSENT_UNEXCUSED);
  /* One absence more, and nobody is left. */
  g_assert_cmpfloat (second->values[MC_PLAN_OVERLAY_RISK], ==, 1);
}

/* On Saturday mornings those counters are open that serve a field that is received then, but on no holiday. */
static void
test_counter_states_saturday (void)
{
  McDay saturday = mc_day_new (2026, 11, 21);
  g_autoptr (GPtrArray) counters = rows (counter (1, 1), counter (2, 1), NULL);
  g_autoptr (GPtrArray) staff =
      rows (officer (11, "An", MC_TOUR_ROLE_PRIMARY), officer (12, "Bình", MC_TOUR_ROLE_PRIMARY), NULL);
  g_autoptr (GPtrArray) assignments = rows (assignment (1, 11, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,)"),
                                            assignment (2, 12, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,)"), NULL);
  McCounterField *served = mc_counter_field_new ();
  g_autoptr (GPtrArray) fields = rows (served, NULL);
  g_autoptr (McDayOverride) feast = mc_day_override_new ();
  g_autoptr (McWorkCalendar) calendar = make_calendar (NULL, 7);
  g_autoptr (McWorkCalendar) without = NULL;
  McCounterFacts facts = {
    .counters = counters, .assignments = assignments, .staff = staff, .calendar = calendar, .fields = fields
  };
  g_autofree char *why = NULL;

  served->counter_id = 2;
  served->field_id = 7;
  served->during = MC_PERIOD_ALWAYS;
  g_assert_cmpint (tone_at (&facts, saturday, MC_HALF_MORNING, 0), ==, MC_TONE_CLOSED);
  g_assert_cmpint (tone_at (&facts, saturday, MC_HALF_MORNING, 1), ==, MC_TONE_STAFFED);
  g_assert_null (mc_counter_facts_why_closed (&facts));
  g_assert_cmpint (tone_at (&facts, saturday, MC_HALF_AFTERNOON, 1), ==, MC_TONE_CLOSED);
  feast->day = saturday;
  feast->kind = MC_DAY_KIND_HOLIDAY;
  feast->name = g_strdup ("Ngày lễ");
  facts.calendar = without = make_calendar (feast, 7);
  g_assert_cmpint (tone_at (&facts, saturday, MC_HALF_MORNING, 1), ==, MC_TONE_CLOSED);
  why = mc_counter_facts_why_closed (&facts);
  g_assert_cmpstr (why, ==, "Ngày lễ");
}

static gpointer
rostered (gint64 person, McDaySession session, gint64 counter_id)
{
  return g_object_new (MC_TYPE_ROSTER_ENTRY, "person-id", person, "session", session, "counter-id", counter_id, NULL);
}

/* A published roster goes before the standing assignments: who is put there instead stands in, who is away though the
 * roster names him is missed, and a Saturday is open where somebody is rostered. */
static void
test_counter_states_rostered (void)
{
  McDay monday = mc_day_new (2026, 11, 23), saturday = monday - 2;
  g_autoptr (GPtrArray) counters = rows (counter (1, 1), counter (2, 1), counter (3, 1), NULL);
  g_autoptr (GPtrArray) staff =
      rows (officer (11, "An", MC_TOUR_ROLE_PRIMARY), officer (12, "Bình", MC_TOUR_ROLE_PRIMARY), NULL);
  g_autoptr (GPtrArray) assignments = rows (assignment (1, 11, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,)"),
                                            assignment (2, 12, MC_COUNTER_ROLE_PRIMARY, "[2026-01-01,)"), NULL);
  g_autoptr (GPtrArray) absences = rows (absence (11, MC_HALF_AFTERNOON, TRUE), NULL);
  g_autoptr (GPtrArray) roster =
      rows (rostered (12, MC_DAY_SESSION_MORNING, 1), rostered (11, MC_DAY_SESSION_AFTERNOON, 1), NULL);
  g_autoptr (McWorkCalendar) calendar = make_calendar (NULL, 0);
  McCounterFacts facts = { .counters = counters,
                           .assignments = assignments,
                           .staff = staff,
                           .absences = absences,
                           .calendar = calendar,
                           .roster = roster };

  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_MORNING, 0), ==, MC_TONE_STANDBY);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_MORNING, 1), ==, MC_TONE_GAP);
  g_assert_cmpint (tone_at (&facts, monday, MC_HALF_AFTERNOON, 0), ==, MC_TONE_ABSENT);
  g_assert_cmpint (tone_at (&facts, saturday, MC_HALF_MORNING, 0), ==, MC_TONE_STANDBY);
  g_assert_cmpint (tone_at (&facts, saturday, MC_HALF_MORNING, 1), ==, MC_TONE_CLOSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counter-states/half-days", test_counter_states);
  g_test_add_func ("/counter-states/saturday", test_counter_states_saturday);
  g_test_add_func ("/counter-states/rostered", test_counter_states_rostered);
  return g_test_run ();
}
