/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-agency-succession.h"
#include "mc-home-agency.h"

#include <glib/gi18n-lib.h>

#define MAX_CHAIN 32

/* The succession that took effect for this agency by the as-of day, the main one if there are several. */
static McAgencySuccession *
succession_of (McCheck *self, gint64 agency_id)
{
  const GPtrArray *rows = mc_staff_facts_rows (self->facts, MC_TYPE_AGENCY_SUCCESSION);
  McAgencySuccession *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      McAgencySuccession *row = g_ptr_array_index (rows, i);

      if (row->predecessor_id == agency_id && row->successor_id != agency_id && row->effective <= self->as_of &&
          (!found || (row->is_main && !found->is_main)))
        found = row;
    }
  return found;
}

/* The agency that stands in its place on the as-of day; 0 if none is known. */
static gint64
successor_of (McCheck *self, gint64 agency_id)
{
  for (int i = 0; i < MAX_CHAIN; i++)
    {
      McAgency *agency = mc_check_agency (self, agency_id);
      McAgencySuccession *succession;

      if (i > 0 && agency && mc_period_contains (agency->during, self->as_of))
        return agency_id;
      succession = succession_of (self, agency_id);
      if (!succession)
        return 0;
      agency_id = succession->successor_id;
    }
  return 0;
}

static char *
cite (McAgencySuccession *succession)
{
  g_autofree char *date = NULL;

  if (!succession || !succession->decision_no || !*succession->decision_no)
    return NULL;
  if (succession->decision_date == MC_DAY_NONE)
    return g_strdup_printf (_ ("Decision %s"), succession->decision_no);
  date = mc_day_format (succession->decision_date);
  return g_strdup_printf (_ ("Decision %s of %s"), succession->decision_no, date);
}

static void
report (McCheck *self, McTour *tour, McAgency *agency, const char *code)
{
  McFindingInit init = MC_FINDING_INIT;
  gint64 id = mc_entity_get_id (MC_ENTITY (agency));
  gint64 successor = successor_of (self, id);
  g_autofree char *citation = cite (succession_of (self, id));
  g_autofree char *last = mc_day_format (agency->during.until - 1);
  g_autofree char *old_name = g_strdup (mc_check_agency_name (self, id));
  const char *name = mc_check_person_name (self, tour->person_id);
  char *message;

  init.code = code;
  init.severity = MC_FINDING_WARNING;
  init.since = agency->during.until;
  init.citation = citation;
  init.remedy = successor ? MC_REMEDY_MOVE_TO_SUCCESSOR : MC_REMEDY_NONE;
  init.remedy_agency_id = successor;
  if (successor)
    /* Translators: name; old agency; date; new agency */
    message = g_strdup_printf (_ ("%s is still registered with %s, which ended on %s; its successor is %s."), name,
                               old_name, last, mc_check_agency_name (self, successor));
  else
    /* Translators: name; old agency; date */
    message = g_strdup_printf (_ ("%s is still registered with %s, which ended on %s; no successor is known."), name,
                               old_name, last);
  mc_check_report_tour (self, tour, NULL, &init, message);
}

/* The agency if it ended by the as-of day. */
static McAgency *
ended (McCheck *self, gint64 agency_id)
{
  McAgency *agency = mc_check_agency (self, agency_id);

  return agency && agency->during.until != MC_DAY_NONE && agency->during.until <= self->as_of ? agency : NULL;
}

static McAgency *
ended_home (McCheck *self, GHashTable *homes, gint64 person_id)
{
  const GPtrArray *rows = g_hash_table_lookup (homes, &person_id);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      McHomeAgency *home = g_ptr_array_index (rows, i);

      if (mc_period_contains (home->during, self->as_of))
        return ended (self, home->agency_id);
    }
  return NULL;
}

void
mc_check_ended_agency (McCheck *self)
{
  g_autoptr (GHashTable) homes =
      mc_staff_facts_group (self->facts, MC_TYPE_HOME_AGENCY, G_STRUCT_OFFSET (McHomeAgency, person_id));

  for (guint i = 0; i < self->running->len; i++)
    {
      McTour *tour = g_ptr_array_index (self->running, i);
      McAgency *agency = ended (self, tour->agency_id);

      if (agency)
        report (self, tour, agency, "agency.ended");
      else if ((agency = ended_home (self, homes, tour->person_id)))
        report (self, tour, agency, "home.ended");
    }
}
