/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include "mc-agency-succession.h"
#include "mc-appointment.h"
#include "mc-competence.h"
#include "mc-field.h"
#include "mc-home-agency.h"
#include "mc-post.h"
#include "mc-quota.h"
#include "mc-seat.h"
#include "mc-section.h"
#include "mc-service.h"

typedef struct
{
  McStaffFacts *facts;
  McRuleBook *book;
} Fixture;

#define JUSTICE 10
#define FINANCE 11

static void
set_up (Fixture *f, gconstpointer data)
{
  f->facts = mc_staff_facts_new (MC_DAY_NONE);
  f->book = fixture_book ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mc_staff_facts_free (f->facts);
  g_object_unref (f->book);
}

static McTour *
add_officer (Fixture *f, gint64 id, gint64 agency, const char *from, const char *until)
{
  fixture_add_person (f->facts, id, "Trần An", TRUE);
  fixture_add_service (f->facts, id, id, "01/01/2010", NULL);
  return fixture_add_tour (f->facts, id, id, agency, from, until);
}

static void
test_standby (Fixture *f, gconstpointer data)
{
  McAgency *agency = fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 2);

  add_officer (f, 1, JUSTICE, "01/01/2025", "01/01/2027");
  fixture_assert_found (f->facts, f->book, "30/06/2025", "standby.missing", MC_FINDING_ERROR,
                        "Sở Tư pháp has no standby for its only officer, so an absence closes its counter; the least "
                        "allowed is 1.");
  add_officer (f, 2, JUSTICE, "01/01/2025", "01/01/2027");
  fixture_assert_found (f->facts, f->book, "01/07/2025", "standby.missing", MC_FINDING_ERROR,
                        "Sở Tư pháp has no standby; the least allowed is 1.");
  agency->standby_duty = FALSE;
  fixture_assert_none (f->facts, f->book, "01/07/2025", "standby");
  agency->standby_duty = TRUE;
  fixture_add_standby (f->facts, 3, JUSTICE);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "standby");
}

static void
test_standby_left (Fixture *f, gconstpointer data)
{
  McTour *standby;
  g_autoptr (McFinding) finding = NULL;

  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 0);
  standby = add_officer (f, 3, JUSTICE, "01/01/2025", "01/04/2025");
  standby->role = MC_TOUR_ROLE_STANDBY;
  fixture_assert_none (f->facts, f->book, "31/03/2025", "standby");
  finding = fixture_find (f->facts, f->book, "01/04/2025", "standby.missing");
  g_assert_cmpint (mc_finding_get_since (finding), ==, fixture_day ("01/04/2025"));
  g_assert_cmpint (mc_finding_get_remedy (finding), ==, MC_REMEDY_REQUEST_STANDBY);
  g_assert_cmpint (mc_finding_get_remedy_count (finding), ==, 1);
  g_assert_cmpint (mc_finding_get_agency_id (finding), ==, JUSTICE);
}

/* From 05/08/2026 the number is agreed, and the centre's own staff count if they know a field of the agency. */
static void
test_standby_by_decree_309 (Fixture *f, gconstpointer data)
{
  McTour *own;
  McField *field;
  McCompetence *competence;

  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 1);
  add_officer (f, 1, JUSTICE, "01/01/2026", "01/01/2028");
  own = add_officer (f, 2, FINANCE, "01/01/2026", NULL);
  own->kind = MC_TOUR_KIND_OWN;
  fixture_assert_found (f->facts, f->book, "04/08/2026", "standby.missing", MC_FINDING_ERROR, NULL);
  fixture_assert_found (f->facts, f->book, "05/08/2026", "standby.missing", MC_FINDING_WARNING,
                        "Sở Tư pháp has no standby; please agree with it on at least 1, of its own or of the centre's "
                        "staff.");
  field = fixture_add_row (f->facts, MC_TYPE_FIELD, 5);
  field->agency_id = JUSTICE;
  field->during = MC_PERIOD_ALWAYS;
  competence = fixture_add_row (f->facts, MC_TYPE_COMPETENCE, 6);
  competence->person_id = 2;
  competence->field_id = 5;
  competence->during = fixture_period ("01/01/2026", NULL);
  fixture_assert_found (f->facts, f->book, "04/08/2026", "standby.missing", MC_FINDING_ERROR, NULL);
  fixture_assert_none (f->facts, f->book, "05/08/2026", "standby");
  fixture_assert_none (f->facts, f->book, "05/08/2026", "agency.single");
  competence->during = fixture_period ("01/01/2026", "05/08/2026");
  fixture_assert_found (f->facts, f->book, "05/08/2026", "standby.missing", MC_FINDING_WARNING, NULL);
}

static void
test_standby_by_a_stricter_rule (Fixture *f, gconstpointer data)
{
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (McRuleVersion) version = mc_rule_version_new ();

  version->topic = g_strdup ("standby.min");
  version->source = g_strdup ("Quy chế");
  version->during = MC_PERIOD_ALWAYS;
  version->value = g_strdup ("{\"min\":2}");
  g_assert_true (mc_rule_book_add (book, version, NULL));
  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 0);
  fixture_add_standby (f->facts, 1, JUSTICE);
  fixture_assert_found (f->facts, book, "01/07/2025", "standby.missing", MC_FINDING_ERROR,
                        "Standbys of Sở Tư pháp: 1; the least allowed is 2.");
  fixture_add_standby (f->facts, 2, JUSTICE);
  fixture_assert_none (f->facts, book, "01/07/2025", "standby");
}

static void
test_single_officer (Fixture *f, gconstpointer data)
{
  McAgency *agency = fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 1);

  agency->standby_duty = FALSE;
  add_officer (f, 1, JUSTICE, "01/07/2025", "01/07/2027");
  fixture_assert_found (f->facts, f->book, "01/07/2025", "agency.single-officer", MC_FINDING_NOTE,
                        "Only one person can do the work of Sở Tư pháp; an absence closes its counter.");
  fixture_add_standby (f->facts, 2, JUSTICE);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "agency.single");
}

static void
test_quota (Fixture *f, gconstpointer data)
{
  g_autoptr (McFinding) exceeded = NULL;
  McAgency *agency = fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 2);
  McQuota *quota;
  McTour *other;

  fixture_assert_found (f->facts, f->book, "01/07/2025", "quota.unmet", MC_FINDING_ERROR,
                        "Officers of Sở Tư pháp here: 0 of 2; missing: 2.");
  add_officer (f, 1, JUSTICE, "01/07/2025", "01/07/2027");
  fixture_assert_found (f->facts, f->book, "01/07/2025", "quota.unmet", MC_FINDING_WARNING,
                        "Officers of Sở Tư pháp here: 1 of 2; missing: 1.");
  other = add_officer (f, 2, JUSTICE, "01/07/2025", "01/07/2027");
  fixture_assert_none (f->facts, f->book, "01/07/2025", "quota");
  fixture_assert_found (f->facts, f->book, "30/06/2025", "quota.unmet", MC_FINDING_ERROR, NULL);
  other->role = MC_TOUR_ROLE_STANDBY;
  fixture_assert_found (f->facts, f->book, "01/07/2025", "quota.unmet", MC_FINDING_WARNING, NULL);
  other->role = MC_TOUR_ROLE_PRIMARY;

  quota = fixture_add_row (f->facts, MC_TYPE_QUOTA, JUSTICE);
  quota->agency_id = JUSTICE;
  quota->officers = 1;
  quota->decision_no = g_strdup ("595/QĐ-UBND");
  quota->during = fixture_period ("01/07/2025", "01/08/2025");
  exceeded = fixture_find (f->facts, f->book, "31/07/2025", "quota.exceeded");
  g_assert_cmpint (mc_finding_get_severity (exceeded), ==, MC_FINDING_WARNING);
  g_assert_cmpstr (mc_finding_get_citation (exceeded), ==, "Decision 595/QĐ-UBND");
  g_assert_cmpint (mc_finding_get_remedy (exceeded), ==, MC_REMEDY_RECALL);
  g_assert_cmpint (mc_finding_get_remedy_count (exceeded), ==, 1);
  fixture_assert_found (f->facts, f->book, "01/08/2025", "quota.unset", MC_FINDING_NOTE, NULL);
  agency->receives = FALSE;
  fixture_assert_none (f->facts, f->book, "01/08/2025", "quota");
}

static McPost *
add_post (Fixture *f, gint64 id, const char *code, const char *name, gint64 section)
{
  McPost *post = fixture_add_row (f->facts, MC_TYPE_POST, id);

  post->code = g_strdup (code);
  post->name = g_strdup (name);
  post->section_id = section;
  post->during = MC_PERIOD_ALWAYS;
  return post;
}

/* A seat with the same id as its appointment; nobody sits on it if @person is 0. */
static McSeat *
add_seat (Fixture *f, gint64 id, gint64 post, const char *origin, gint64 person)
{
  McSeat *seat = fixture_add_row (f->facts, MC_TYPE_SEAT, id);

  seat->post_id = post;
  seat->origin_note = g_strdup (origin);
  seat->during = MC_PERIOD_ALWAYS;
  if (person)
    {
      McAppointment *appointment = fixture_add_row (f->facts, MC_TYPE_APPOINTMENT, id);

      appointment->person_id = person;
      appointment->seat_id = id;
      appointment->during = fixture_period ("01/01/2025", "01/01/2027");
    }
  return seat;
}

static void
test_leaders (Fixture *f, gconstpointer data)
{
  McService *service;

  add_post (f, 1, "director", "Giám đốc", 0);
  add_post (f, 2, "deputy_director", "Phó Giám đốc", 0);
  add_seat (f, 1, 1, NULL, 0);
  fixture_assert_found (f->facts, f->book, "01/07/2025", "leaders.vacant", MC_FINDING_WARNING,
                        "The post “Giám đốc” is vacant.");
  add_seat (f, 1, 1, NULL, 1);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "leaders");
  fixture_assert_found (f->facts, f->book, "01/01/2027", "leaders.vacant", MC_FINDING_WARNING, NULL);

  add_seat (f, 2, 2, "Phòng Hành chính - Quản trị", 2);
  fixture_assert_found (f->facts, f->book, "14/09/2025", "leaders.control-deputy", MC_FINDING_WARNING, NULL);
  fixture_assert_found (f->facts, f->book, "15/09/2025", "leaders.control-deputy", MC_FINDING_NOTE, NULL);
  service = fixture_add_row (f->facts, MC_TYPE_SERVICE, 2);
  service->person_id = 2;
  service->role = g_strdup ("Trưởng phòng Kiểm soát Thủ tục hành chính");
  service->during = fixture_period ("01/01/2020", NULL);
  fixture_assert_none (f->facts, f->book, "14/09/2025", "leaders");
  service->during = fixture_period ("01/01/2020", "14/09/2025");
  add_seat (f, 3, 2, "Phòng Kiểm soát thủ tục hành chính", 0);
  fixture_assert_found (f->facts, f->book, "14/09/2025", "leaders.control-deputy", MC_FINDING_WARNING, NULL);
  add_seat (f, 3, 2, "Phòng Kiểm soát thủ tục hành chính", 3);
  fixture_assert_none (f->facts, f->book, "14/09/2025", "leaders");
  add_seat (f, 4, 2, NULL, 4);
  fixture_assert_found (f->facts, f->book, "14/09/2025", "leaders.too-many", MC_FINDING_ERROR,
                        "The post “Phó Giám đốc” is held by 3 people; at most 2 are allowed.");
}

static void
test_section_ceiling (Fixture *f, gconstpointer data)
{
  McSection *section = fixture_add_row (f->facts, MC_TYPE_SECTION, 1);

  section->name = g_strdup ("Bộ phận Tiếp nhận và Trả kết quả");
  section->ceiling = 2;
  section->during = MC_PERIOD_ALWAYS;
  add_post (f, 1, "reception", "Công chức tiếp nhận", 1);
  add_post (f, 2, "head", "Trưởng bộ phận", 1);
  add_seat (f, 1, 1, NULL, 1);
  add_seat (f, 2, 1, NULL, 2);
  /* The head is one of the two. */
  add_seat (f, 3, 2, NULL, 2);
  fixture_assert_none (f->facts, f->book, "01/07/2025", "section");
  add_seat (f, 4, 1, NULL, 3);
  fixture_assert_found (f->facts, f->book, "01/07/2025", "section.over-ceiling", MC_FINDING_ERROR,
                        "People in Bộ phận Tiếp nhận và Trả kết quả: 3; its ceiling is 2.");
  fixture_assert_none (f->facts, f->book, "01/01/2027", "section");
  section->ceiling = MC_INT_NONE;
  fixture_assert_none (f->facts, f->book, "01/07/2025", "section");
}

static void
add_succession (Fixture *f, gint64 id, gint64 from, gint64 to, gboolean is_main)
{
  McAgencySuccession *row = fixture_add_row (f->facts, MC_TYPE_AGENCY_SUCCESSION, id);

  row->predecessor_id = from;
  row->successor_id = to;
  row->is_main = is_main;
  row->effective = fixture_day ("01/07/2025");
  row->decision_no = g_strdup ("816/QĐ-UBND");
  row->decision_date = fixture_day ("13/08/2025");
}

static void
test_ended_agency (Fixture *f, gconstpointer data)
{
  McAgency *planning = fixture_add_agency (f->facts, JUSTICE, "Sở Kế hoạch và Đầu tư", -1);
  McHomeAgency *home;
  McTour *tour;
  g_autoptr (McFinding) finding = NULL;

  fixture_add_agency (f->facts, FINANCE, "Sở Tài chính", -1);
  fixture_add_agency (f->facts, 12, "Sở Xây dựng", -1);
  tour = add_officer (f, 1, JUSTICE, "01/01/2025", "01/01/2027");
  planning->during.until = fixture_day ("01/07/2025");
  fixture_assert_none (f->facts, f->book, "30/06/2025", "agency.ended");
  fixture_assert_found (
      f->facts, f->book, "01/07/2025", "agency.ended", MC_FINDING_WARNING,
      "Trần An is still registered with Sở Kế hoạch và Đầu tư, which ended on 30/06/2025; no successor "
      "is known.");
  add_succession (f, 1, JUSTICE, 12, FALSE);
  add_succession (f, 2, JUSTICE, FINANCE, TRUE);
  finding = fixture_find (f->facts, f->book, "01/07/2025", "agency.ended");
  g_assert_cmpstr (
      mc_finding_get_message (finding), ==,
      "Trần An is still registered with Sở Kế hoạch và Đầu tư, which ended on 30/06/2025; its successor is "
      "Sở Tài chính.");
  g_assert_cmpstr (mc_finding_get_citation (finding), ==, "Decision 816/QĐ-UBND of 13/08/2025");
  g_assert_cmpint (mc_finding_get_remedy (finding), ==, MC_REMEDY_MOVE_TO_SUCCESSOR);
  g_assert_cmpint (mc_finding_get_remedy_agency_id (finding), ==, FINANCE);

  tour->agency_id = FINANCE;
  fixture_assert_none (f->facts, f->book, "01/07/2025", "agency.ended");
  home = fixture_add_row (f->facts, MC_TYPE_HOME_AGENCY, 1);
  home->person_id = 1;
  home->agency_id = JUSTICE;
  home->during = fixture_period ("01/01/2020", NULL);
  fixture_assert_none (f->facts, f->book, "30/06/2025", "home");
  fixture_assert_found (f->facts, f->book, "01/07/2025", "home.ended", MC_FINDING_WARNING, NULL);
}

static void
test_ring_of_successions (Fixture *f, gconstpointer data)
{
  McAgency *a = fixture_add_agency (f->facts, JUSTICE, "A", -1);
  McAgency *b = fixture_add_agency (f->facts, FINANCE, "B", -1);

  a->during.until = b->during.until = fixture_day ("01/07/2025");
  add_succession (f, 1, JUSTICE, FINANCE, TRUE);
  add_succession (f, 2, FINANCE, JUSTICE, TRUE);
  add_officer (f, 1, JUSTICE, "01/01/2025", "01/01/2027");
  fixture_assert_found (f->facts, f->book, "01/07/2025", "agency.ended", MC_FINDING_WARNING, NULL);
}

static void
test_order_and_rows_that_miss (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) again = NULL;

  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 2);
  add_officer (f, 1, JUSTICE, "01/07/2025", "01/08/2025");
  /* A tour whose person and agency nobody has loaded must not break the rest. */
  fixture_add_tour (f->facts, 99, 98, 97, "01/07/2025", "01/09/2025");
  mc_staff_facts_set_as_of (f->facts, fixture_day ("15/07/2025"));
  findings = mc_staff_rules_check (f->facts, f->book);
  again = mc_staff_rules_check (f->facts, f->book);
  g_assert_cmpuint (findings->len, >, 4);
  g_assert_cmpuint (findings->len, ==, again->len);
  for (guint i = 0; i < findings->len; i++)
    {
      g_assert_true (mc_finding_equal (g_ptr_array_index (findings, i), g_ptr_array_index (again, i)));
      if (i)
        g_assert_cmpint (mc_finding_compare (g_ptr_array_index (findings, i - 1), g_ptr_array_index (findings, i)), <,
                         0);
    }
}

static void
test_nothing_without_facts_or_rules (Fixture *f, gconstpointer data)
{
  g_autoptr (McRuleBook) empty = mc_rule_book_new ();

  fixture_assert_none (f->facts, f->book, "01/07/2025", "");
  fixture_add_agency (f->facts, JUSTICE, "Sở Tư pháp", 2);
  add_officer (f, 1, JUSTICE, "01/07/2025", "01/08/2025");
  fixture_assert_none (f->facts, empty, "01/07/2025", "");
  /* Before Decree 61/2018 none of the rules was in force. */
  fixture_add_tour (f->facts, 1, 1, JUSTICE, "01/01/2018", "01/02/2018");
  fixture_assert_none (f->facts, f->book, "15/01/2018", "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } cases[] = {
    { "/rules/agencies/standby", test_standby },
    { "/rules/agencies/standby-left", test_standby_left },
    { "/rules/agencies/standby-309", test_standby_by_decree_309 },
    { "/rules/agencies/standby-stricter", test_standby_by_a_stricter_rule },
    { "/rules/agencies/single-officer", test_single_officer },
    { "/rules/agencies/quota", test_quota },
    { "/rules/agencies/leaders", test_leaders },
    { "/rules/agencies/section", test_section_ceiling },
    { "/rules/agencies/ended", test_ended_agency },
    { "/rules/agencies/ring", test_ring_of_successions },
    { "/rules/agencies/order", test_order_and_rows_that_miss },
    { "/rules/agencies/nothing", test_nothing_without_facts_or_rules },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);
  return g_test_run ();
}
