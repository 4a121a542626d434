/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-entry.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_INT (McCounterEntry, number, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Number")),
  MC_FIELD_TEXT (McCounterEntry, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_INT (McCounterEntry, level, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Floor")),
  MC_FIELD_TEXT (McCounterEntry, place, 0, N_ ("Place")),
  MC_FIELD_INT (McCounterEntry, seats, MC_FIELD_REQUIRED, N_ ("Seats")),
  MC_FIELD_TEXT (McCounterEntry, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McCounterEntry, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McCounterEntry, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McCounterEntry, agency_codes, MC_FIELD_LIST, N_ ("Agency codes")),
  MC_FIELD_TEXT (McCounterEntry, agency_names, MC_FIELD_LIST, N_ ("Agencies")),
  MC_FIELD_TEXT (McCounterEntry, field_codes, MC_FIELD_LIST, N_ ("Field codes")),
  MC_FIELD_TEXT (McCounterEntry, field_names, MC_FIELD_LIST, N_ ("Fields")),
  MC_FIELD_TEXT (McCounterEntry, officers, MC_FIELD_LIST, N_ ("Officers at the counter")),
  MC_FIELD_TEXT (McCounterEntry, standbys, MC_FIELD_LIST, N_ ("Standbys")),
  MC_FIELD_INT (McCounterEntry, officer_count, MC_FIELD_REQUIRED, N_ ("Number of officers")),
  MC_FIELD_INT (McCounterEntry, standby_count, MC_FIELD_REQUIRED, N_ ("Number of standbys")),
};

MC_DEFINE_ENTITY (McCounterEntry, mc_counter_entry, MC_NOUN_STATE, "counters_at", N_ ("Counter on a day"), fields)

McCounterEntry *
mc_counter_entry_new (void)
{
  return g_object_new (MC_TYPE_COUNTER_ENTRY, NULL);
}
