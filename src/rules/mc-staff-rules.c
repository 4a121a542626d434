/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-rules.h"

#include "mc-agency-name.h"
#include "mc-appointment.h"
#include "mc-check-private.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-field.h"
#include "mc-quota.h"
#include "mc-rating.h"
#include "mc-service.h"

static void
mc_check_init (McCheck *self, const McStaffFacts *facts, McRuleBook *book)
{
  const GPtrArray *tours = mc_staff_facts_rows (facts, MC_TYPE_TOUR);
  const struct
  {
    GHashTable **group;
    GType noun;
    gsize offset;
  } groups[] = {
    { &self->tours_of_person, MC_TYPE_TOUR, G_STRUCT_OFFSET (McTour, person_id) },
    { &self->tours_of_agency, MC_TYPE_TOUR, G_STRUCT_OFFSET (McTour, agency_id) },
    { &self->followers_of_tour, MC_TYPE_TOUR, G_STRUCT_OFFSET (McTour, replaces_tour_id) },
    { &self->names_of_agency, MC_TYPE_AGENCY_NAME, G_STRUCT_OFFSET (McAgencyName, agency_id) },
    { &self->quotas_of_agency, MC_TYPE_QUOTA, G_STRUCT_OFFSET (McQuota, agency_id) },
    { &self->fields_of_agency, MC_TYPE_FIELD, G_STRUCT_OFFSET (McField, agency_id) },
    { &self->services_of_person, MC_TYPE_SERVICE, G_STRUCT_OFFSET (McService, person_id) },
    { &self->ratings_of_person, MC_TYPE_RATING, G_STRUCT_OFFSET (McRating, person_id) },
    { &self->conditions_of_person, MC_TYPE_CONDITION, G_STRUCT_OFFSET (McCondition, person_id) },
    { &self->competences_of_field, MC_TYPE_COMPETENCE, G_STRUCT_OFFSET (McCompetence, field_id) },
    { &self->appointments_of_seat, MC_TYPE_APPOINTMENT, G_STRUCT_OFFSET (McAppointment, seat_id) },
  };

  self->facts = facts;
  self->book = book;
  self->as_of = mc_staff_facts_get_as_of (facts);
  self->running = g_ptr_array_new ();
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    *groups[i].group = mc_staff_facts_group (facts, groups[i].noun, groups[i].offset);
  for (guint i = 0; i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);

      if (mc_period_contains (tour->during, self->as_of))
        g_ptr_array_add (self->running, tour);
    }
}

static void
mc_check_clear (McCheck *self)
{
  GHashTable *groups[] = { self->tours_of_person,      self->tours_of_agency,     self->followers_of_tour,
                           self->names_of_agency,      self->quotas_of_agency,    self->fields_of_agency,
                           self->services_of_person,   self->ratings_of_person,   self->conditions_of_person,
                           self->competences_of_field, self->appointments_of_seat };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    g_hash_table_unref (groups[i]);
  g_ptr_array_unref (self->running);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  return mc_finding_compare (*(McFinding *const *)a, *(McFinding *const *)b);
}

GPtrArray *
mc_staff_rules_check (const McStaffFacts *facts, McRuleBook *book)
{
  static void (*const families[]) (McCheck *) = { mc_check_years,   mc_check_rank,         mc_check_rating,
                                                  mc_check_term,    mc_check_expiry,       mc_check_standby,
                                                  mc_check_quota,   mc_check_condition,    mc_check_leaders,
                                                  mc_check_section, mc_check_ended_agency, mc_check_counter };
  McCheck check;
  GPtrArray *findings;

  g_return_val_if_fail (facts, NULL);
  g_return_val_if_fail (MC_IS_RULE_BOOK (book), NULL);

  mc_check_init (&check, facts, book);
  if (check.as_of != MC_DAY_NONE)
    for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
      families[i](&check);
  findings = g_steal_pointer (&check.findings);
  mc_check_clear (&check);
  g_ptr_array_sort (findings, compare_findings);
  return findings;
}
