/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "mc-agency-name.h"
#include "mc-agency.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-field.h"
#include "mc-name.h"
#include "mc-paths.h"
#include "mc-person.h"
#include "mc-quota.h"
#include "mc-rank.h"
#include "mc-service.h"
#include "mc-staff-rules.h"
#include "mc-tour.h"

/* The rules over 10,000 people of 100 agencies, each person with a tour, two services and a competence, every tenth
 * with something amiss. The goal is 50 ms: the rules run again after every change. */

#define N_PEOPLE 10000
#define N_AGENCIES 100
#define N_ROUNDS 20

static gpointer
add_row (McStaffFacts *facts, GType noun, gint64 id)
{
  g_autoptr (McEntity) row = g_object_new (noun, NULL);

  mc_entity_set_id (row, id);
  mc_staff_facts_add (facts, row);
  return row;
}

static void
add_agencies (McStaffFacts *facts)
{
  for (gint64 id = 1; id <= N_AGENCIES; id++)
    {
      McAgency *agency = add_row (facts, MC_TYPE_AGENCY, id);
      McAgencyName *name = add_row (facts, MC_TYPE_AGENCY_NAME, id);
      McQuota *quota = add_row (facts, MC_TYPE_QUOTA, id);
      McField *field = add_row (facts, MC_TYPE_FIELD, id);

      agency->receives = agency->standby_duty = TRUE;
      name->agency_id = quota->agency_id = field->agency_id = id;
      name->name = g_strdup_printf ("Sở số %d", (int)id);
      quota->officers = N_PEOPLE / N_AGENCIES - (int)(id % 3);
      agency->during = name->during = quota->during = field->during = MC_PERIOD_ALWAYS;
    }
}

static void
add_person (McStaffFacts *facts, gint64 id, McDay today)
{
  McPerson *person = add_row (facts, MC_TYPE_PERSON, id);
  McTour *tour = add_row (facts, MC_TYPE_TOUR, id);
  McCompetence *competence = add_row (facts, MC_TYPE_COMPETENCE, id);
  gboolean amiss = id % 10 == 0;

  person->full_name = g_strdup_printf ("Nguyễn Văn %d", (int)id);
  person->sort_key = mc_name_sort_key (person->full_name, NULL, NULL);
  person->rank_id = 1;
  tour->person_id = id;
  tour->agency_id = id % N_AGENCIES + 1;
  tour->kind = MC_TOUR_KIND_SECONDED;
  tour->role = MC_TOUR_ROLE_PRIMARY;
  tour->during.from = mc_day_add_months (today, -3);
  tour->during.until = tour->planned_until = mc_day_add_months (today, amiss ? 1 : 20);
  competence->person_id = id;
  competence->field_id = tour->agency_id;
  competence->during = MC_PERIOD_ALWAYS;
  for (int i = 0; i < 2; i++)
    {
      McService *service = add_row (facts, MC_TYPE_SERVICE, id * 2 + i);

      service->person_id = id;
      service->during = (McPeriod){ mc_day_add_months (today, amiss ? -12 : -60 + 30 * i), MC_DAY_NONE };
    }
  if (amiss)
    {
      McCondition *condition = add_row (facts, MC_TYPE_CONDITION, id);

      condition->person_id = id;
      condition->kind = MC_CONDITION_KIND_DISCIPLINE;
      condition->during = MC_PERIOD_ALWAYS;
    }
}

static McRuleBook *
load_rules (GError **error)
{
  const char *folder = g_getenv ("MOTCUA_DATADIR");
  g_autofree char *path = g_build_filename (folder ? folder : MC_PKGDATADIR, "plan", "rules.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  JsonArray *rows;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autoptr (McRuleVersion) version = mc_rule_version_new ();

      if (!mc_entity_from_json (MC_ENTITY (version), json_array_get_element (rows, i), error) ||
          !mc_rule_book_add (book, version, error))
        return NULL;
    }
  return g_steal_pointer (&book);
}

int
main (void)
{
  McDay today = mc_day_new (2026, 11, 23);
  g_autoptr (McStaffFacts) facts = mc_staff_facts_new (today);
  g_autoptr (GError) error = NULL;
  g_autoptr (McRuleBook) book = load_rules (&error);
  gint64 best = G_MAXINT64, sum = 0;
  guint found = 0;

  if (!book)
    {
      g_printerr ("bench-findings: %s\n", error->message);
      return 1;
    }
  add_agencies (facts);
  for (gint64 id = 1; id <= N_PEOPLE; id++)
    add_person (facts, id, today);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) findings = mc_staff_rules_check (facts, book);
      gint64 took = g_get_monotonic_time () - start;

      best = MIN (best, took);
      sum += took;
      found = findings->len;
    }
  g_print ("findings over %d people: %u found, best %.1f ms, mean %.1f ms (goal 50 ms)\n", N_PEOPLE, found,
           (double)best / 1000, (double)sum / N_ROUNDS / 1000);
  return 0;
}
