/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-quota.h"

#include <glib/gi18n-lib.h>

static McQuota *
quota_on_day (McCheck *self, gint64 agency_id)
{
  const GPtrArray *quotas = g_hash_table_lookup (self->quotas_of_agency, &agency_id);

  for (guint i = 0; quotas && i < quotas->len; i++)
    {
      McQuota *quota = g_ptr_array_index (quotas, i);

      if (mc_period_contains (quota->during, self->as_of))
        return quota;
    }
  return NULL;
}

static int
count_present (McCheck *self, gint64 agency_id)
{
  const GPtrArray *tours = g_hash_table_lookup (self->tours_of_agency, &agency_id);
  int present = 0;

  for (guint i = 0; tours && i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);

      if (tour->kind == MC_TOUR_KIND_SECONDED && tour->role == MC_TOUR_ROLE_PRIMARY &&
          mc_period_contains (tour->during, self->as_of))
        present++;
    }
  return present;
}

/* The decision that set this quota is a better citation than the plan. */
static char *
cite_decision (McQuota *quota)
{
  if (!quota || !quota->decision_no || !*quota->decision_no)
    return NULL;
  return g_strdup_printf (_ ("Decision %s"), quota->decision_no);
}

static void
report_difference (McCheck *self, McAgency *agency, const McRule *rule, McQuota *quota, int present)
{
  McFindingInit init = MC_FINDING_INIT;
  const char *name = mc_check_agency_name (self, mc_entity_get_id (MC_ENTITY (agency)));
  g_autofree char *citation = cite_decision (quota);
  gboolean unmet = present < quota->officers;
  char *message;

  init.code = unmet ? "quota.unmet" : "quota.exceeded";
  init.severity = unmet && !present ? MC_FINDING_ERROR : MC_FINDING_WARNING;
  init.since = quota->during.from;
  init.citation = citation;
  init.remedy = unmet ? MC_REMEDY_ADD_OFFICER : MC_REMEDY_RECALL;
  init.remedy_count = ABS (quota->officers - present);
  if (unmet)
    /* Translators: agency; officers here; officers by the quota; officers missing */
    message = g_strdup_printf (_ ("Officers of %s here: %d of %d; missing: %d."), name, present, quota->officers,
                               init.remedy_count);
  else
    /* Translators: agency; officers here; officers by the quota */
    message =
        g_strdup_printf (_ ("Officers of %s here: %d, more than its quota of %d."), name, present, quota->officers);
  mc_check_report_agency (self, agency, rule, &init, message);
}

static void
report_unset (McCheck *self, McAgency *agency, const McRule *rule)
{
  McFindingInit init = MC_FINDING_INIT;
  gint64 id = mc_entity_get_id (MC_ENTITY (agency));

  init.code = "quota.unset";
  init.severity = MC_FINDING_NOTE;
  init.remedy = MC_REMEDY_SET_QUOTA;
  mc_check_report_agency (self, agency, rule, &init,
                          g_strdup_printf (_ ("%s receives dossiers here, but no quota of officers is in force."),
                                           mc_check_agency_name (self, id)));
}

void
mc_check_quota (McCheck *self)
{
  const McRule *rule = mc_check_rule (self, "agency.quota");
  const GPtrArray *agencies = mc_staff_facts_rows (self->facts, MC_TYPE_AGENCY);

  for (guint i = 0; rule && i < agencies->len; i++)
    {
      McAgency *agency = g_ptr_array_index (agencies, i);
      gint64 id = mc_entity_get_id (MC_ENTITY (agency));
      McQuota *quota;
      int present;

      if (!mc_period_contains (agency->during, self->as_of))
        continue;
      quota = quota_on_day (self, id);
      present = count_present (self, id);
      if (quota && present != quota->officers)
        report_difference (self, agency, rule, quota, present);
      else if (!quota && agency->receives)
        report_unset (self, agency, rule);
    }
}
