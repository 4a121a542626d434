/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include "mc-competence.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-serving.h"

typedef struct
{
  McStaffFacts *facts;
  McRuleBook *book;
} Fixture;

#define JUSTICE 10
#define HEALTH 11
#define RECORDS 21 /* fields */
#define NOTARIES 22
#define DOCTORS 23
#define ONE 31 /* counters */
#define TWO 32

static McCounterAgency *
serve_agency (Fixture *f, gint64 counter, gint64 agency)
{
  McCounterAgency *row = fixture_add_row (f->facts, MC_TYPE_COUNTER_AGENCY, counter * 100 + agency);

  row->counter_id = counter;
  row->agency_id = agency;
  row->during = fixture_period ("01/01/2020", NULL);
  return row;
}

static McCounter *
add_counter (Fixture *f, gint64 id, int number, const char *name, gint64 agency)
{
  McCounter *counter = fixture_add_row (f->facts, MC_TYPE_COUNTER, id);

  counter->number = number;
  counter->name = g_strdup (name);
  counter->seats = 2;
  counter->during = fixture_period ("01/01/2020", NULL);
  serve_agency (f, id, agency);
  return counter;
}

static void
add_field (Fixture *f, gint64 id, gint64 agency, const char *name, gint64 counter)
{
  McField *field = fixture_add_row (f->facts, MC_TYPE_FIELD, id);
  McCounterField *row = fixture_add_row (f->facts, MC_TYPE_COUNTER_FIELD, id);

  field->name = g_strdup (name);
  field->agency_id = agency;
  field->during = fixture_period ("01/01/2020", NULL);
  row->counter_id = counter;
  row->field_id = id;
  row->during = field->during;
}

static McCompetence *
teach (Fixture *f, gint64 person, gint64 field, McCompetenceLevel level)
{
  McCompetence *row = fixture_add_row (f->facts, MC_TYPE_COMPETENCE, person * 100 + field);

  row->person_id = person;
  row->field_id = field;
  row->level = level;
  row->during = fixture_period ("01/01/2020", NULL);
  return row;
}

static McCounterAssignment *
assign (Fixture *f, gint64 person, gint64 counter, McCounterRole role)
{
  McCounterAssignment *row = fixture_add_row (f->facts, MC_TYPE_COUNTER_ASSIGNMENT, person * 100 + counter);

  row->person_id = person;
  row->counter_id = counter;
  row->role = role;
  row->during = fixture_period ("01/01/2025", NULL);
  return row;
}

/* Two counters of two agencies; An sits at the first, Bình stands by, Chi sits at the second. */
static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { NULL, "Trần An", "Lê Bình", "Phạm Chi" };

  f->facts = mc_staff_facts_new (MC_DAY_NONE);
  f->book = fixture_book ();
  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 2);
  fixture_add_agency (f->facts, HEALTH, "Sở Y tế", 1);
  add_counter (f, ONE, 1, "Tư pháp", JUSTICE);
  add_counter (f, TWO, 2, "Y tế", HEALTH);
  add_field (f, RECORDS, JUSTICE, "Lý lịch tư pháp", ONE);
  add_field (f, NOTARIES, JUSTICE, "Công chứng", ONE);
  add_field (f, DOCTORS, HEALTH, "Khám bệnh", TWO);
  for (gint64 id = 1; id <= 3; id++)
    {
      fixture_add_person (f->facts, id, names[id], TRUE);
      fixture_add_tour (f->facts, id, id, id == 3 ? HEALTH : JUSTICE, "01/01/2025", "01/01/2027");
    }
  teach (f, 1, RECORDS, MC_COMPETENCE_LEVEL_CERTIFIED);
  teach (f, 2, RECORDS, MC_COMPETENCE_LEVEL_TRAINED);
  teach (f, 3, DOCTORS, MC_COMPETENCE_LEVEL_CERTIFIED);
  assign (f, 1, ONE, MC_COUNTER_ROLE_PRIMARY);
  assign (f, 2, ONE, MC_COUNTER_ROLE_STANDBY);
  assign (f, 3, TWO, MC_COUNTER_ROLE_PRIMARY);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mc_staff_facts_free (f->facts);
  g_object_unref (f->book);
}

static void
assert_cell (
    Fixture *f, const char *day, gint64 person, gint64 field, McServingState state, gboolean cross, gboolean at)
{
  g_autoptr (McServing) serving = NULL;
  McServingCell cell;

  mc_staff_facts_set_as_of (f->facts, fixture_day (day));
  serving = mc_serving_new (f->facts);
  cell = mc_serving_get (serving, person, field);
  g_assert_cmpint (cell.state, ==, state);
  g_assert_cmpint (cell.cross, ==, cross);
  g_assert_cmpint (cell.assigned, ==, at);
}

static void
test_matrix (Fixture *f, gconstpointer data)
{
  McCompetence *later = teach (f, 1, DOCTORS, MC_COMPETENCE_LEVEL_TRAINED);

  later->during = fixture_period ("01/06/2025", NULL);
  assert_cell (f, "01/03/2025", 1, RECORDS, MC_SERVING_CERTIFIED, FALSE, TRUE);
  assert_cell (f, "01/03/2025", 2, RECORDS, MC_SERVING_TRAINED, FALSE, TRUE);
  /* At the counter of a field, and not competent for it. */
  assert_cell (f, "01/03/2025", 1, NOTARIES, MC_SERVING_NO, FALSE, TRUE);
  assert_cell (f, "31/05/2025", 1, DOCTORS, MC_SERVING_NO, TRUE, FALSE);
  assert_cell (f, "01/06/2025", 1, DOCTORS, MC_SERVING_TRAINED, TRUE, FALSE);
}

static void
test_cover (Fixture *f, gconstpointer data)
{
  g_autoptr (McServing) serving = NULL;
  McCounterCover cover;
  gint64 only;

  mc_staff_facts_set_as_of (f->facts, fixture_day ("01/03/2025"));
  serving = mc_serving_new (f->facts);
  cover = mc_serving_get_cover (serving, ONE);
  g_assert_cmpint (cover.officers, ==, 1);
  g_assert_cmpint (cover.standbys, ==, 1);
  g_assert_cmpint (cover.able, ==, 2);
  g_assert_cmpint (cover.only, ==, 0);
  cover = mc_serving_get_cover (serving, TWO);
  g_assert_cmpint (cover.able, ==, 1);
  g_assert_cmpint (cover.only, ==, 3);
  g_assert_cmpint (mc_serving_count (serving, RECORDS, &only), ==, 2);
  g_assert_cmpint (only, ==, 0);
  g_assert_cmpint (mc_serving_count (serving, NOTARIES, NULL), ==, 0);
  g_assert_true (mc_serving_can_serve (serving, 1, ONE));
  g_assert_false (mc_serving_can_serve (serving, 3, ONE));
  g_assert_true (mc_serving_is_here (serving, 3));
  g_assert_false (mc_serving_is_here (serving, 99));
}

static void
test_single (Fixture *f, gconstpointer data)
{
  McTour *tour;

  fixture_assert_found (f->facts, f->book, "01/03/2025", "counter.single", MC_FINDING_WARNING,
                        "Counter 2 “Y tế” can be served by Phạm Chi alone; an absence closes it.");
  /* Another who knows the work keeps it open, wherever he sits, as long as he is here. */
  teach (f, 2, DOCTORS, MC_COMPETENCE_LEVEL_TRAINED);
  fixture_assert_none (f->facts, f->book, "01/03/2025", "counter.single");
  teach (f, 3, RECORDS, MC_COMPETENCE_LEVEL_TRAINED);
  tour = fixture_add_tour (f->facts, 2, 2, JUSTICE, "01/01/2025", "01/03/2025");
  g_assert_nonnull (tour);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "counter.single", MC_FINDING_WARNING,
                        "Counter 2 “Y tế” can be served by Phạm Chi alone; an absence closes it.");
}

static void
test_field_single (Fixture *f, gconstpointer data)
{
  teach (f, 2, NOTARIES, MC_COMPETENCE_LEVEL_CERTIFIED);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "field.single", MC_FINDING_NOTE,
                        "Only Lê Bình can serve: Công chứng. An absence stops this work.");
  teach (f, 1, NOTARIES, MC_COMPETENCE_LEVEL_TRAINED);
  fixture_assert_none (f->facts, f->book, "01/03/2025", "field.single");
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  teach (f, 1, DOCTORS, MC_COMPETENCE_LEVEL_TRAINED);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "counter.no-standby", MC_FINDING_NOTE,
                        "Nobody stands by for counter 2 “Y tế”.");
  mc_staff_facts_remove (f->facts, MC_TYPE_COUNTER_ASSIGNMENT, 3 * 100 + TWO);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "counter.no-officer", MC_FINDING_WARNING,
                        "Nobody sits at counter 2 “Y tế”.");
  fixture_assert_none (f->facts, f->book, "01/03/2025", "counter.no-standby");
  /* A counter that is not there on the day wants nobody. */
  fixture_assert_none (f->facts, f->book, "31/12/2019", "counter");
}

static void
test_competence (Fixture *f, gconstpointer data)
{
  fixture_assert_none (f->facts, f->book, "01/03/2025", "counter.competence");
  mc_staff_facts_remove (f->facts, MC_TYPE_COMPETENCE, 2 * 100 + RECORDS);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "counter.competence", MC_FINDING_NOTE,
                        "Lê Bình stands by for counter 1 “Tư pháp” without competence for any of its fields.");
  mc_staff_facts_remove (f->facts, MC_TYPE_COMPETENCE, 3 * 100 + DOCTORS);
  teach (f, 2, RECORDS, MC_COMPETENCE_LEVEL_TRAINED);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "counter.competence", MC_FINDING_WARNING,
                        "Phạm Chi sits at counter 2 “Y tế” without competence for any of its fields.");
}

static void
test_agency (Fixture *f, gconstpointer data)
{
  McAgency *third;

  fixture_assert_none (f->facts, f->book, "01/03/2025", "agency.no-counter");
  third = fixture_add_agency (f->facts, 12, "Sở Xây dựng", 1);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "agency.no-counter", MC_FINDING_WARNING,
                        "Sở Xây dựng receives at the centre but has no counter.");
  /* Several may share one. */
  serve_agency (f, ONE, 12);
  fixture_assert_none (f->facts, f->book, "01/03/2025", "agency.no-counter");
  serve_agency (f, ONE, 12)->during = fixture_period ("01/01/2020", "01/01/2024");
  third->receives = FALSE;
  fixture_assert_none (f->facts, f->book, "01/03/2025", "agency.no-counter");
  /* A centre without counters is not asked yet. */
  third->receives = TRUE;
  mc_staff_facts_remove (f->facts, MC_TYPE_COUNTER, ONE);
  mc_staff_facts_remove (f->facts, MC_TYPE_COUNTER, TWO);
  fixture_assert_none (f->facts, f->book, "01/03/2025", "agency.no-counter");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/rules/counters/matrix", test_matrix },   { "/rules/counters/cover", test_cover },
    { "/rules/counters/single", test_single },   { "/rules/counters/field-single", test_field_single },
    { "/rules/counters/missing", test_missing }, { "/rules/counters/competence", test_competence },
    { "/rules/counters/agency", test_agency },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
