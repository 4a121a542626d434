/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-competence.h"
#include "mc-field.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int present;   /* counted for the quota */
  int standby;   /* of the agency */
  int competent; /* of the centre's own staff, for a field of the agency */
  int others;    /* of other agencies, for a field of the agency */
  McDay since;   /* the day after its last standby left */
} Cover;

/* The person's tour on the as-of day; NULL if he is not here or only stands by. */
static McTour *
tour_on_duty (McCheck *self, gint64 person_id)
{
  const GPtrArray *tours = g_hash_table_lookup (self->tours_of_person, &person_id);

  for (guint i = 0; tours && i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);

      if (tour->role == MC_TOUR_ROLE_PRIMARY && mc_period_contains (tour->during, self->as_of))
        return tour;
    }
  return NULL;
}

/* Counts who is competent for the field, each person once however many fields he knows. */
static void
count_competent (McCheck *self, gint64 agency_id, gint64 field_id, GHashTable *seen, Cover *cover)
{
  const GPtrArray *competences = g_hash_table_lookup (self->competences_of_field, &field_id);

  for (guint i = 0; competences && i < competences->len; i++)
    {
      McCompetence *competence = g_ptr_array_index (competences, i);
      McTour *tour;

      if (!mc_period_contains (competence->during, self->as_of))
        continue;
      tour = tour_on_duty (self, competence->person_id);
      if (!tour || (mc_check_counts (tour) && tour->agency_id == agency_id) ||
          !g_hash_table_add (seen, &competence->person_id))
        continue;
      if (tour->kind == MC_TOUR_KIND_OWN)
        cover->competent++;
      else
        cover->others++;
    }
}

/* Those of elsewhere who could sit here. */
static void
count_helpers (McCheck *self, gint64 agency_id, Cover *cover)
{
  const GPtrArray *fields = g_hash_table_lookup (self->fields_of_agency, &agency_id);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; fields && i < fields->len; i++)
    count_competent (self, agency_id, mc_entity_get_id (g_ptr_array_index (fields, i)), seen, cover);
}

static void
count_cover (McCheck *self, gint64 agency_id, Cover *cover)
{
  const GPtrArray *tours = g_hash_table_lookup (self->tours_of_agency, &agency_id);

  *cover = (Cover){ .since = MC_DAY_NONE };
  for (guint i = 0; tours && i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);
      gboolean here = mc_period_contains (tour->during, self->as_of);

      if (here && tour->role == MC_TOUR_ROLE_STANDBY)
        cover->standby++;
      else if (here && mc_check_counts (tour))
        cover->present++;
      else if (tour->role == MC_TOUR_ROLE_STANDBY && tour->during.until <= self->as_of)
        cover->since = MAX (cover->since, tour->during.until);
    }
}

static void
report_missing (McCheck *self, McAgency *agency, const McRule *rule, const Cover *cover, int have, int min)
{
  McFindingInit init = MC_FINDING_INIT;
  const char *name = mc_check_agency_name (self, mc_entity_get_id (MC_ENTITY (agency)));
  gboolean agreed = mc_rule_get_bool (rule, "agreed");
  char *message;

  init.code = "standby.missing";
  /* Where the number is agreed with the centre, the agency has not broken the law by itself. */
  init.severity = agreed ? MC_FINDING_WARNING : MC_FINDING_ERROR;
  init.since = cover->since;
  init.remedy = MC_REMEDY_REQUEST_STANDBY;
  init.remedy_count = min - have;
  if (agreed && !have)
    /* Translators: agency; number of standbys */
    message = g_strdup_printf (
        _ ("%s has no standby; please agree with it on at least %d, of its own or of the centre's staff."), name, min);
  else if (agreed)
    /* Translators: agency; number of standbys; number of standbys */
    message = g_strdup_printf (
        _ ("Standbys of %s: %d; please agree with it on at least %d, of its own or of the centre's staff."), name, have,
        min);
  else if (cover->present == 1 && !have)
    /* Translators: agency; number required */
    message = g_strdup_printf (
        _ ("%s has no standby for its only officer, so an absence closes its counter; the least allowed is %d."), name,
        min);
  else if (!have)
    /* Translators: agency; number required */
    message = g_strdup_printf (_ ("%s has no standby; the least allowed is %d."), name, min);
  else
    /* Translators: agency; number of standbys; number required */
    message = g_strdup_printf (_ ("Standbys of %s: %d; the least allowed is %d."), name, have, min);
  mc_check_report_agency (self, agency, rule, &init, message);
}

static void
report_single (McCheck *self, McAgency *agency, const McRule *rule)
{
  McFindingInit init = MC_FINDING_INIT;
  gint64 id = mc_entity_get_id (MC_ENTITY (agency));

  init.code = "agency.single-officer";
  init.severity = MC_FINDING_NOTE;
  init.remedy = MC_REMEDY_REQUEST_STANDBY;
  init.remedy_count = 1;
  mc_check_report_agency (self, agency, rule, &init,
                          g_strdup_printf (_ ("Only one person can do the work of %s; an absence closes its counter."),
                                           mc_check_agency_name (self, id)));
}

static void
judge (McCheck *self, McAgency *agency, const McRule *standby_rule, const McRule *single_rule)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (agency));
  int min = standby_rule && agency->standby_duty ? mc_rule_get_int (standby_rule, "min", 0) : 0;
  Cover cover;
  int counted;

  count_cover (self, id, &cover);
  if (cover.standby >= MAX (min, 1))
    return;
  count_helpers (self, id, &cover);
  counted = cover.standby + (standby_rule && mc_rule_get_bool (standby_rule, "centre_staff") ? cover.competent : 0);
  if (counted < min)
    report_missing (self, agency, standby_rule, &cover, counted, min);
  else if (single_rule && agency->receives && cover.present == 1 && cover.standby + cover.competent + cover.others == 0)
    report_single (self, agency, single_rule);
}

void
mc_check_standby (McCheck *self)
{
  const McRule *standby_rule = mc_check_rule (self, "standby.min");
  const McRule *single_rule = mc_check_rule (self, "agency.single_officer");
  const GPtrArray *agencies = mc_staff_facts_rows (self->facts, MC_TYPE_AGENCY);

  for (guint i = 0; i < agencies->len; i++)
    {
      McAgency *agency = g_ptr_array_index (agencies, i);

      if (mc_period_contains (agency->during, self->as_of))
        judge (self, agency, standby_rule, single_rule);
    }
}
