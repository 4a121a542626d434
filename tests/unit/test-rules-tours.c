/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include "mc-person.h"
#include "mc-rating.h"

/* One officer of one agency with a standby, blameless until a test changes something. */
typedef struct
{
  McStaffFacts *facts;
  McRuleBook *book;
} Fixture;

#define HOA 1
#define JUSTICE 10
#define STANDBY 900

static void
set_up (Fixture *f, gconstpointer data)
{
  f->facts = mc_staff_facts_new (MC_DAY_NONE);
  f->book = fixture_book ();
  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 1);
  fixture_add_person (f->facts, HOA, "Nguyễn Văn Hoà", TRUE);
  fixture_add_standby (f->facts, STANDBY, JUSTICE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mc_staff_facts_free (f->facts);
  g_object_unref (f->book);
}

static void
test_blameless (Fixture *f, gconstpointer data)
{
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/03/2027");
  fixture_add_service (f->facts, 1, HOA, "01/01/2015", NULL);
  fixture_assert_none (f->facts, f->book, "01/03/2025", "");
  fixture_assert_none (f->facts, f->book, "30/06/2025", "");
  fixture_assert_none (f->facts, f->book, "01/07/2025", "");
  fixture_assert_none (f->facts, f->book, "05/08/2026", "");
}

static void
test_years (Fixture *f, gconstpointer data)
{
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/03/2027");
  fixture_assert_found (f->facts, f->book, "30/06/2025", "years.unknown", MC_FINDING_WARNING,
                        "No service history is recorded for Nguyễn Văn Hoà, so the required 3 years in the field are "
                        "not shown.");

  /* Two years and a half on the day when the law changes: too few the day before, enough then. */
  fixture_add_service (f->facts, 1, HOA, "01/01/2023", NULL);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "years");
  fixture_assert_found (f->facts, f->book, "30/06/2025", "years.below", MC_FINDING_ERROR,
                        "Nguyễn Văn Hoà has worked in the field for 2 years 5 months; 3 years are required and will be "
                        "reached on 01/01/2026.");
}

static void
test_years_boundary (Fixture *f, gconstpointer data)
{
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/07/2025", "01/07/2027");
  fixture_add_service (f->facts, 1, HOA, "15/09/2023", NULL);
  fixture_assert_found (f->facts, f->book, "14/09/2025", "years.below", MC_FINDING_ERROR, NULL);
  fixture_assert_none (f->facts, f->book, "15/09/2025", "years");
}

static void
test_years_of_several_services (Fixture *f, gconstpointer data)
{
  g_autoptr (McFinding) finding = NULL;

  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/07/2025", "01/07/2027");
  /* 12 months, 4 of them twice, then 8: 20 months; ended, so the standard will not be reached. */
  fixture_add_service (f->facts, 1, HOA, "01/01/2020", "01/09/2020");
  fixture_add_service (f->facts, 2, HOA, "01/05/2020", "01/01/2021");
  fixture_add_service (f->facts, 3, HOA, "01/01/2022", "01/09/2022");
  finding = fixture_find (f->facts, f->book, "01/01/2026", "years.below");
  g_assert_cmpstr (mc_finding_get_message (finding), ==,
                   "Nguyễn Văn Hoà has worked in the field for 1 year 8 months; 2 years are required.");
  g_assert_cmpint (mc_finding_get_until (finding), ==, MC_DAY_NONE);
  g_assert_cmpint (mc_finding_get_remedy (finding), ==, MC_REMEDY_REQUEST_REPLACEMENT);
  g_assert_cmpint (mc_finding_get_person_id (finding), ==, HOA);
  g_assert_cmpint (mc_finding_get_tour_id (finding), ==, 1);
}

static void
test_own_staff_have_no_standard (Fixture *f, gconstpointer data)
{
  McTour *tour = fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", NULL);

  tour->kind = MC_TOUR_KIND_OWN;
  fixture_assert_none (f->facts, f->book, "30/06/2025", "years");
  fixture_assert_none (f->facts, f->book, "30/06/2025", "term");
}

static void
test_rank (Fixture *f, gconstpointer data)
{
  McPerson *person;

  fixture_add_tour (f->facts, 1, 2, JUSTICE, "01/03/2025", "01/03/2027");
  fixture_add_person (f->facts, 2, "Trần Thị Bích", FALSE);
  fixture_assert_found (
      f->facts, f->book, "30/06/2025", "rank.below", MC_FINDING_ERROR,
      "Trần Thị Bích has the rank “Cán sự”; the rank of specialist or an equivalent one is required.");
  /* Decree 118/2025 asks for no rank. */
  fixture_assert_none (f->facts, f->book, "01/07/2025", "rank");

  person = fixture_add_row (f->facts, MC_TYPE_PERSON, 2);
  person->full_name = g_strdup ("Trần Thị Bích");
  fixture_assert_found (f->facts, f->book, "30/06/2025", "rank.unknown", MC_FINDING_WARNING, NULL);
}

static void
add_rating (Fixture *f, gint64 id, int year, McRatingLevel level)
{
  McRating *rating = fixture_add_row (f->facts, MC_TYPE_RATING, id);

  rating->person_id = HOA;
  rating->year = year;
  rating->level = level;
}

static void
test_rating (Fixture *f, gconstpointer data)
{
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/03/2027");
  add_rating (f, 1, 2023, MC_RATING_LEVEL_NOT_COMPLETED);
  add_rating (f, 2, 2024, MC_RATING_LEVEL_GOOD);
  add_rating (f, 3, 2025, MC_RATING_LEVEL_COMPLETED);
  /* The rating of the year itself is not given yet. */
  fixture_assert_none (f->facts, f->book, "30/06/2025", "rating");
  add_rating (f, 2, 2024, MC_RATING_LEVEL_COMPLETED);
  fixture_assert_found (f->facts, f->book, "30/06/2025", "rating.below", MC_FINDING_ERROR, NULL);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "rating");
}

static void
test_term_by_the_law_of_its_first_day (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *from, *until, *code;
  } cases[] = {
    /* Decree 61/2018: 6 to 24 months */
    { "30/06/2025", "30/12/2025", NULL },
    { "30/06/2025", "29/12/2025", "term.below" },
    { "30/06/2025", "30/06/2027", NULL },
    { "30/06/2025", "01/07/2027", "term.above" },
    /* Decree 118/2025: 12 to 36 months */
    { "01/07/2025", "01/07/2026", NULL },
    { "01/07/2025", "30/06/2026", "term.below" },
    { "01/07/2025", "01/07/2028", NULL },
    { "01/07/2025", "02/07/2028", "term.above" },
    { "05/08/2026", "05/08/2027", NULL },
    { "05/08/2026", "04/08/2027", "term.below" },
    { "31/08/2025", "28/02/2027", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_add_tour (f->facts, 1, HOA, JUSTICE, cases[i].from, cases[i].until);
      if (cases[i].code)
        fixture_assert_found (f->facts, f->book, cases[i].from, cases[i].code, MC_FINDING_ERROR, NULL);
      else
        fixture_assert_none (f->facts, f->book, cases[i].from, "term");
    }
}

static void
test_term_says_which_law (Fixture *f, gconstpointer data)
{
  g_autoptr (McFinding) finding = NULL;

  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "02/03/2027");
  /* Judged years later, still by the law of the first day. */
  finding = fixture_find (f->facts, f->book, "05/08/2026", "term.above");
  g_assert_cmpstr (mc_finding_get_message (finding), ==,
                   "The tour of Nguyễn Văn Hoà (01/03/2025 – 01/03/2027) lasts 24 months 1 day, longer than the 24 "
                   "months that Nghị định 61/2018/NĐ-CP allows, the law in force when it began on 01/03/2025.");
  g_assert_cmpstr (mc_finding_get_citation (finding), ==, "Nghị định 61/2018/NĐ-CP, khoản 4 Điều 11");
  g_assert_cmpint (mc_finding_get_remedy (finding), ==, MC_REMEDY_REDUCE_TERM);
  g_assert_cmpint (mc_finding_get_remedy_day (finding), ==, fixture_day ("28/02/2027"));
  g_assert_cmpstr (mc_finding_get_key (finding), ==, "term.above/tour/1");
  g_assert_cmpstr (mc_finding_get_agency_name (finding), ==, "Sở Tư pháp");
}

static void
test_term_exceptions (Fixture *f, gconstpointer data)
{
  McTour *tour = fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/04/2025");

  fixture_assert_found (f->facts, f->book, "01/03/2025", "term.below", MC_FINDING_ERROR, NULL);
  tour->role = MC_TOUR_ROLE_STANDBY;
  fixture_assert_none (f->facts, f->book, "01/03/2025", "term");
  tour->role = MC_TOUR_ROLE_PRIMARY;
  tour->kind = MC_TOUR_KIND_POSTAL;
  fixture_assert_none (f->facts, f->book, "01/03/2025", "term");

  tour = fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", NULL);
  fixture_assert_found (f->facts, f->book, "01/03/2025", "term.unset", MC_FINDING_WARNING, NULL);

  /* Recalled after a month: the decided term counts. */
  tour = fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/04/2025");
  tour->planned_until = fixture_day ("01/03/2026");
  tour->end_reason = MC_TOUR_END_RECALLED;
  fixture_assert_none (f->facts, f->book, "01/03/2025", "term");
}

static void
test_term_through_a_merger (Fixture *f, gconstpointer data)
{
  McTour *before = fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/10/2024", "01/07/2025");
  McTour *after = fixture_add_tour (f->facts, 2, HOA, JUSTICE, "01/07/2025", "01/10/2025");

  before->end_reason = MC_TOUR_END_MERGED;
  after->replaces_tour_id = 1;
  /* One tour of 12 months under Decree 61/2018, not one of 3 under Decree 118/2025. */
  fixture_assert_none (f->facts, f->book, "01/07/2025", "term");
  before->end_reason = MC_TOUR_END_EXPIRED;
  fixture_assert_found (f->facts, f->book, "01/07/2025", "term.below", MC_FINDING_ERROR, NULL);
}

static void
test_expiry (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *day;
    int severity; /* -1: none */
    const char *message;
  } cases[] = {
    { "31/12/2026", -1, NULL }, /* 61 days left */
    { "01/01/2027", MC_FINDING_NOTE,
      "The tour of Nguyễn Văn Hoà (Sở Tư pháp) has 60 days left; its last day is 01/03/2027." },
    { "30/01/2027", MC_FINDING_NOTE, NULL },
    { "31/01/2027", MC_FINDING_WARNING,
      "The tour of Nguyễn Văn Hoà (Sở Tư pháp) has 30 days left; its last day is 01/03/2027." },
    { "28/02/2027", MC_FINDING_WARNING,
      "The tour of Nguyễn Văn Hoà (Sở Tư pháp) has 2 days left; its last day is 01/03/2027." },
    { "01/03/2027", MC_FINDING_WARNING,
      "The tour of Nguyễn Văn Hoà (Sở Tư pháp) ends today, 01/03/2027, and nobody follows yet." },
  };

  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "02/09/2025", "02/03/2027");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].severity < 0)
      fixture_assert_none (f->facts, f->book, cases[i].day, "tour.");
    else
      fixture_assert_found (f->facts, f->book, cases[i].day, "tour.expiring", (McFindingSeverity)cases[i].severity,
                            cases[i].message);
  fixture_assert_found (f->facts, f->book, "02/03/2027", "tour.expired", MC_FINDING_ERROR,
                        "The tour of Nguyễn Văn Hoà (Sở Tư pháp) ended on 01/03/2027; neither an extension nor its end "
                        "is recorded.");
  fixture_assert_found (f->facts, f->book, "30/05/2027", "tour.expired", MC_FINDING_ERROR, NULL);
  fixture_assert_none (f->facts, f->book, "31/05/2027", "tour.");
}

static void
test_expiry_answered (Fixture *f, gconstpointer data)
{
  McTour *tour = fixture_add_tour (f->facts, 1, HOA, JUSTICE, "02/09/2025", "02/03/2027");
  McTour *next;

  fixture_assert_found (f->facts, f->book, "01/03/2027", "tour.expiring", MC_FINDING_WARNING, NULL);
  next = fixture_add_tour (f->facts, 2, 2, JUSTICE, "02/03/2027", "02/03/2028");
  fixture_assert_found (f->facts, f->book, "01/03/2027", "tour.expiring", MC_FINDING_WARNING, NULL);
  next->replaces_tour_id = 1;
  fixture_assert_none (f->facts, f->book, "01/03/2027", "tour.");
  mc_staff_facts_remove (f->facts, MC_TYPE_TOUR, 2);
  tour->end_reason = MC_TOUR_END_EXPIRED;
  fixture_assert_none (f->facts, f->book, "02/03/2027", "tour.");
}

static void
test_expiry_remedy (Fixture *f, gconstpointer data)
{
  g_autoptr (McFinding) room = NULL;
  g_autoptr (McFinding) full = NULL;

  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/07/2025", "01/07/2027");
  room = fixture_find (f->facts, f->book, "01/06/2027", "tour.expiring");
  g_assert_cmpint (mc_finding_get_remedy (room), ==, MC_REMEDY_EXTEND_TOUR);
  g_assert_cmpint (mc_finding_get_remedy_day (room), ==, fixture_day ("30/06/2028"));
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/06/2025", "01/06/2027");
  full = fixture_find (f->facts, f->book, "20/05/2027", "tour.expiring");
  g_assert_cmpint (mc_finding_get_remedy (full), ==, MC_REMEDY_REQUEST_REPLACEMENT);
}

static void
test_condition (Fixture *f, gconstpointer data)
{
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/03/2027");
  fixture_add_condition (f->facts, 1, HOA, MC_CONDITION_KIND_CHILD_UNDER_36_MONTHS, "01/03/2025", "15/01/2028");
  fixture_assert_found (f->facts, f->book, "01/03/2025", "condition.child-under-36-months", MC_FINDING_ERROR, NULL);
  fixture_add_condition (f->facts, 1, HOA, MC_CONDITION_KIND_CHILD_UNDER_36_MONTHS, "02/03/2025", "15/01/2028");
  fixture_assert_none (f->facts, f->book, "01/03/2025", "condition");
  fixture_assert_found (f->facts, f->book, "02/03/2025", "condition.child-under-36-months", MC_FINDING_WARNING, NULL);
}

static void
test_condition_and_the_change_of_law (Fixture *f, gconstpointer data)
{
  g_autoptr (McFinding) finding = NULL;

  /* Discipline forbids only from 01/07/2025; the tour began before, so it is a reason to act and no violation. */
  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/03/2025", "01/03/2027");
  fixture_add_condition (f->facts, 1, HOA, MC_CONDITION_KIND_DISCIPLINE, "01/01/2025", "01/01/2026");
  fixture_assert_none (f->facts, f->book, "30/06/2025", "condition");
  finding = fixture_find (f->facts, f->book, "01/07/2025", "condition.discipline");
  g_assert_cmpint (mc_finding_get_severity (finding), ==, MC_FINDING_WARNING);
  g_assert_cmpstr (mc_finding_get_citation (finding), ==,
                   "Nghị định 170/2025/NĐ-CP, khoản 7 Điều 26 (dẫn khoản 5 Điều 25)");
  fixture_assert_found (f->facts, f->book, "31/12/2025", "condition.discipline", MC_FINDING_WARNING, NULL);
  fixture_assert_none (f->facts, f->book, "01/01/2026", "condition");

  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/07/2025", "01/07/2027");
  fixture_assert_found (f->facts, f->book, "01/07/2025", "condition.discipline", MC_FINDING_ERROR, NULL);
}

static void
test_every_condition_has_a_code (Fixture *f, gconstpointer data)
{
  static const char *const codes[] = { "condition.pregnancy", "condition.maternity", "condition.child-under-36-months",
                                       "condition.discipline", "condition.serious-illness" };

  fixture_add_tour (f->facts, 1, HOA, JUSTICE, "01/07/2025", "01/07/2027");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    fixture_add_condition (f->facts, i + 1, HOA, (McConditionKind)i, "01/06/2025", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    fixture_assert_found (f->facts, f->book, "01/07/2025", codes[i], MC_FINDING_ERROR, NULL);
}

static void
test_standbys_are_judged_milder (Fixture *f, gconstpointer data)
{
  fixture_add_condition (f->facts, 1, STANDBY, MC_CONDITION_KIND_MATERNITY, "01/06/2025", NULL);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "condition");
  mc_staff_facts_remove (f->facts, g_type_from_name ("McService"), STANDBY);
  fixture_assert_found (f->facts, f->book, "01/07/2025", "years.unknown", MC_FINDING_NOTE, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } cases[] = {
    { "/rules/tours/blameless", test_blameless },
    { "/rules/tours/years", test_years },
    { "/rules/tours/years-boundary", test_years_boundary },
    { "/rules/tours/years-several", test_years_of_several_services },
    { "/rules/tours/own-staff", test_own_staff_have_no_standard },
    { "/rules/tours/rank", test_rank },
    { "/rules/tours/rating", test_rating },
    { "/rules/tours/term", test_term_by_the_law_of_its_first_day },
    { "/rules/tours/term-law", test_term_says_which_law },
    { "/rules/tours/term-exceptions", test_term_exceptions },
    { "/rules/tours/term-merger", test_term_through_a_merger },
    { "/rules/tours/expiry", test_expiry },
    { "/rules/tours/expiry-answered", test_expiry_answered },
    { "/rules/tours/expiry-remedy", test_expiry_remedy },
    { "/rules/tours/condition", test_condition },
    { "/rules/tours/condition-law", test_condition_and_the_change_of_law },
    { "/rules/tours/condition-codes", test_every_condition_has_a_code },
    { "/rules/tours/standby", test_standbys_are_judged_milder },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);
  return g_test_run ();
}
