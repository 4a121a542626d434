/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-cell.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRosterCell, roster_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Roster"), "roster"),
  MC_FIELD_REF (McRosterCell, amendment_id, MC_FIELD_KEY, N_ ("Amendment"), "roster_amendment"),
  MC_FIELD_REF (McRosterCell, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_DAY (McRosterCell, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_ENUM (McRosterCell, session, MC_FIELD_REQUIRED, N_ ("Session"), mc_day_session_values),
  MC_FIELD_REF (McRosterCell, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McRosterCell, duty_id, 0, N_ ("Duty"), "duty"),
  MC_FIELD_BOOL (McRosterCell, pinned, MC_FIELD_REQUIRED, N_ ("Pinned")),
};

MC_DEFINE_ENTITY (McRosterCell, mc_roster_cell, MC_NOUN_TABLE, "roster_cell", N_ ("Cell of a roster"), fields)

McRosterCell *
mc_roster_cell_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_CELL, NULL);
}
