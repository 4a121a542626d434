/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include "mc-agency-name.h"
#include "mc-person.h"
#include "mc-quota.h"
#include "mc-rank.h"
#include "mc-service.h"

McDay
fixture_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  McDay day = MC_DAY_NONE;

  mc_day_parse (text, &day, &error);
  g_assert_no_error (error);
  return day;
}

McPeriod
fixture_period (const char *from, const char *until)
{
  return (McPeriod){ from ? fixture_day (from) : MC_DAY_NONE, until ? fixture_day (until) : MC_DAY_NONE };
}

static JsonNode *
read_plan (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOTCUA_DATADIR"), "plan", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
add_rules (McRuleBook *book, JsonArray *rows)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autoptr (McRuleVersion) version = mc_rule_version_new ();
      g_autoptr (GError) error = NULL;

      mc_entity_from_json (MC_ENTITY (version), json_array_get_element (rows, i), &error);
      g_assert_no_error (error);
      mc_rule_book_add (book, version, &error);
      g_assert_no_error (error);
    }
}

McRuleBook *
fixture_book (void)
{
  g_autoptr (JsonNode) rules = read_plan ("rules.json");
  McRuleBook *book = mc_rule_book_new ();

  add_rules (book, json_node_get_array (rules));
  return book;
}

void
fixture_add_plan_rules (McRuleBook *book)
{
  g_autoptr (JsonNode) plan = read_plan ("plan-2022.json");

  add_rules (book, json_object_get_array_member (json_node_get_object (plan), "rules"));
}

gpointer
fixture_add_row (McStaffFacts *facts, GType noun, gint64 id)
{
  g_autoptr (McEntity) row = g_object_new (noun, NULL);

  mc_entity_set_id (row, id);
  mc_staff_facts_add (facts, row);
  return row;
}

McAgency *
fixture_add_agency (McStaffFacts *facts, gint64 id, const char *name, int quota)
{
  McAgency *agency = fixture_add_row (facts, MC_TYPE_AGENCY, id);
  McAgencyName *row = fixture_add_row (facts, MC_TYPE_AGENCY_NAME, id);

  agency->receives = TRUE;
  agency->standby_duty = TRUE;
  agency->during = fixture_period ("01/01/2020", NULL);
  row->agency_id = id;
  row->name = g_strdup (name);
  row->during = agency->during;
  if (quota >= 0)
    {
      McQuota *q = fixture_add_row (facts, MC_TYPE_QUOTA, id);

      q->agency_id = id;
      q->officers = quota;
      q->during = agency->during;
    }
  return agency;
}

void
fixture_add_person (McStaffFacts *facts, gint64 id, const char *name, gboolean specialist)
{
  McPerson *person = fixture_add_row (facts, MC_TYPE_PERSON, id);
  McRank *rank = fixture_add_row (facts, MC_TYPE_RANK, id);

  person->full_name = g_strdup (name);
  person->rank_id = id;
  rank->name = g_strdup (specialist ? "Chuyên viên" : "Cán sự");
  rank->specialist_equivalent = specialist;
}

McTour *
fixture_add_tour (McStaffFacts *facts, gint64 id, gint64 person, gint64 agency, const char *from, const char *until)
{
  McTour *tour = fixture_add_row (facts, MC_TYPE_TOUR, id);

  tour->person_id = person;
  tour->agency_id = agency;
  tour->kind = MC_TOUR_KIND_SECONDED;
  tour->role = MC_TOUR_ROLE_PRIMARY;
  tour->during = fixture_period (from, until);
  tour->planned_until = tour->during.until;
  return tour;
}

void
fixture_add_standby (McStaffFacts *facts, gint64 id, gint64 agency)
{
  McTour *tour;

  fixture_add_person (facts, id, "Lê Dự Phòng", TRUE);
  fixture_add_service (facts, id, id, "01/01/2010", NULL);
  tour = fixture_add_tour (facts, id, id, agency, "01/01/2020", NULL);
  tour->role = MC_TOUR_ROLE_STANDBY;
}

void
fixture_add_service (McStaffFacts *facts, gint64 id, gint64 person, const char *from, const char *until)
{
  McService *service = fixture_add_row (facts, MC_TYPE_SERVICE, id);

  service->person_id = person;
  service->during = fixture_period (from, until);
}

void
fixture_add_condition (
    McStaffFacts *facts, gint64 id, gint64 person, McConditionKind kind, const char *from, const char *until)
{
  McCondition *condition = fixture_add_row (facts, MC_TYPE_CONDITION, id);

  condition->person_id = person;
  condition->kind = kind;
  condition->during = fixture_period (from, until);
}

McFinding *
fixture_find (McStaffFacts *facts, McRuleBook *book, const char *day, const char *code)
{
  g_autoptr (GPtrArray) findings = NULL;
  McFinding *found = NULL;

  mc_staff_facts_set_as_of (facts, fixture_day (day));
  findings = mc_staff_rules_check (facts, book);
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_equal (mc_finding_get_code (finding), code))
        continue;
      g_assert_null (found);
      found = finding;
    }
  return found ? g_object_ref (found) : NULL;
}

void
fixture_assert_none (McStaffFacts *facts, McRuleBook *book, const char *day, const char *prefix)
{
  g_autoptr (GPtrArray) findings = NULL;

  mc_staff_facts_set_as_of (facts, fixture_day (day));
  findings = mc_staff_rules_check (facts, book);
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_has_prefix (mc_finding_get_code (finding), prefix))
        g_error ("%s: unexpected %s: %s", day, mc_finding_get_code (finding), mc_finding_get_message (finding));
    }
}

void
fixture_assert_found (McStaffFacts *facts,
                      McRuleBook *book,
                      const char *day,
                      const char *code,
                      McFindingSeverity severity,
                      const char *message)
{
  g_autoptr (McFinding) finding = fixture_find (facts, book, day, code);

  if (!finding)
    g_error ("%s: no %s", day, code);
  g_assert_cmpint (mc_finding_get_severity (finding), ==, severity);
  if (message)
    g_assert_cmpstr (mc_finding_get_message (finding), ==, message);
}

GListStore *
fixture_office_hours (void)
{
  static const char *const hours[][2] = { { "07:00", "11:00" }, { "13:00", "17:00" } };
  GListStore *list = g_list_store_new (MC_TYPE_SESSION_TIME);

  for (guint session = 0; session < G_N_ELEMENTS (hours); session++)
    {
      g_autoptr (McSessionTime) row = mc_session_time_new ();

      row->purpose = MC_HOURS_OFFICE;
      row->session = session;
      row->starts = g_strdup (hours[session][0]);
      row->ends = g_strdup (hours[session][1]);
      row->during = fixture_period ("01/01/2024", NULL);
      g_list_store_append (list, row);
    }
  return list;
}
