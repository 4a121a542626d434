/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-rank.h"

#include <glib/gi18n-lib.h>

static void
report (McCheck *self, McTour *tour, const McRule *rule, McRank *rank)
{
  McFindingInit init = MC_FINDING_INIT;
  const char *name = mc_check_person_name (self, tour->person_id);
  char *message;

  if (rank)
    {
      init.code = "rank.below";
      init.severity = mc_check_lower (MC_FINDING_ERROR, tour);
      init.remedy = MC_REMEDY_REQUEST_REPLACEMENT;
      message = g_strdup_printf (_ ("%s has the rank “%s”; the rank of specialist or an equivalent one is required."),
                                 name, rank->name ? rank->name : "");
    }
  else
    {
      init.code = "rank.unknown";
      init.severity = mc_check_lower (MC_FINDING_WARNING, tour);
      init.remedy = MC_REMEDY_SET_RANK;
      message = g_strdup_printf (
          _ ("No rank is recorded for %s; the rank of specialist or an equivalent one is required."), name);
    }
  init.since = tour->during.from;
  mc_check_report_person (self, tour, rule, &init, message);
}

/* Decree 61/2018 asks for a rank; Decree 118/2025 for a qualification that fits the post instead, so the topic ends. */
void
mc_check_rank (McCheck *self)
{
  const McRule *rule = mc_check_rule (self, "staff.rank");

  if (!rule || !mc_rule_get_bool (rule, "specialist"))
    return;
  for (guint i = 0; i < self->running->len; i++)
    {
      McTour *tour = g_ptr_array_index (self->running, i);
      McPerson *person = mc_check_person (self, tour->person_id);
      McRank *rank;

      if (tour->kind != MC_TOUR_KIND_SECONDED || !person)
        continue;
      rank = mc_staff_facts_find (self->facts, MC_TYPE_RANK, person->rank_id);
      if (!rank || !rank->specialist_equivalent)
        report (self, tour, rule, rank);
    }
}
