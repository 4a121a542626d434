/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-agency-name.h"

/* A chain of mergers is short; more than this is a ring made by mistake. */
#define MAX_CHAIN 32

const McRule *
mc_check_rule (McCheck *self, const char *topic)
{
  return mc_rule_book_find (self->book, topic, self->as_of);
}

McPerson *
mc_check_person (McCheck *self, gint64 id)
{
  return mc_staff_facts_find (self->facts, MC_TYPE_PERSON, id);
}

McAgency *
mc_check_agency (McCheck *self, gint64 id)
{
  return mc_staff_facts_find (self->facts, MC_TYPE_AGENCY, id);
}

const char *
mc_check_person_name (McCheck *self, gint64 id)
{
  McPerson *person = mc_check_person (self, id);

  return person && person->full_name ? person->full_name : "";
}

/* An agency that has ended is called as on its last day. */
static McAgencyName *
name_on_day (McCheck *self, gint64 id)
{
  GPtrArray *names = g_hash_table_lookup (self->names_of_agency, &id);
  McAgencyName *latest = NULL;

  for (guint i = 0; names && i < names->len; i++)
    {
      McAgencyName *name = g_ptr_array_index (names, i);

      if (mc_period_contains (name->during, self->as_of))
        return name;
      if (name->during.from <= self->as_of && (!latest || latest->during.from < name->during.from))
        latest = name;
    }
  return latest;
}

const char *
mc_check_agency_name (McCheck *self, gint64 id)
{
  McAgencyName *name = name_on_day (self, id);
  McAgency *agency;

  if (name && name->short_name)
    return name->short_name;
  if (name && name->name)
    return name->name;
  agency = mc_check_agency (self, id);
  return agency && agency->code ? agency->code : "";
}

McDay
mc_check_tour_start (McCheck *self, McTour *tour)
{
  McDay start = tour->during.from;

  for (int i = 0; i < MAX_CHAIN && tour->replaces_tour_id; i++)
    {
      McTour *before = mc_staff_facts_find (self->facts, MC_TYPE_TOUR, tour->replaces_tour_id);

      if (!before || before->person_id != tour->person_id || before->end_reason != MC_TOUR_END_MERGED)
        break;
      start = MIN (start, before->during.from);
      tour = before;
    }
  return start;
}

gboolean
mc_check_is_followed (McCheck *self, McTour *tour)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (tour));
  GPtrArray *others = g_hash_table_lookup (self->tours_of_person, &tour->person_id);

  if (id && g_hash_table_contains (self->followers_of_tour, &id))
    return TRUE;
  for (guint i = 0; others && i < others->len; i++)
    {
      McTour *other = g_ptr_array_index (others, i);

      if (other != tour && other->during.from > tour->during.from)
        return TRUE;
    }
  return FALSE;
}

gboolean
mc_check_counts (McTour *tour)
{
  return tour->role == MC_TOUR_ROLE_PRIMARY && tour->kind != MC_TOUR_KIND_OWN && tour->kind != MC_TOUR_KIND_SUPERVISION;
}

McFindingSeverity
mc_check_lower (McFindingSeverity severity, McTour *tour)
{
  return tour->role == MC_TOUR_ROLE_STANDBY && severity < MC_FINDING_NOTE ? severity + 1 : severity;
}

void
mc_check_report (McCheck *self, const McRule *rule, McFindingInit *init, char *message)
{
  g_autofree char *taken = message;
  McPerson *person = init->person_id ? mc_check_person (self, init->person_id) : NULL;

  if (person)
    {
      init->person_name = person->full_name;
      init->person_sort_key = person->sort_key;
    }
  if (init->agency_id)
    init->agency_name = mc_check_agency_name (self, init->agency_id);
  if (!init->citation && rule)
    init->citation = mc_rule_get_citation (rule);
  init->message = taken;
  g_ptr_array_add (self->findings, mc_finding_new (init));
}

static void
fill_from_tour (McTour *tour, McFindingInit *init)
{
  init->tour_id = mc_entity_get_id (MC_ENTITY (tour));
  init->person_id = tour->person_id;
  init->agency_id = tour->agency_id;
}

void
mc_check_report_tour (McCheck *self, McTour *tour, const McRule *rule, McFindingInit *init, char *message)
{
  fill_from_tour (tour, init);
  init->subject = MC_FINDING_SUBJECT_TOUR;
  init->subject_id = init->tour_id;
  mc_check_report (self, rule, init, message);
}

void
mc_check_report_person (McCheck *self, McTour *tour, const McRule *rule, McFindingInit *init, char *message)
{
  fill_from_tour (tour, init);
  init->subject = MC_FINDING_SUBJECT_PERSON;
  init->subject_id = init->person_id;
  mc_check_report (self, rule, init, message);
}

void
mc_check_report_agency (McCheck *self, McAgency *agency, const McRule *rule, McFindingInit *init, char *message)
{
  init->agency_id = mc_entity_get_id (MC_ENTITY (agency));
  init->subject = MC_FINDING_SUBJECT_AGENCY;
  init->subject_id = init->agency_id;
  mc_check_report (self, rule, init, message);
}
