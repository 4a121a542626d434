/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-swap.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_swap_state_values[] = {
  { "requested", N_ ("Requested") },
  { "approved", N_ ("Approved") },
  { "refused", N_ ("Refused") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRosterSwap, roster_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Roster"), "roster"),
  MC_FIELD_REF (McRosterSwap, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_DAY (McRosterSwap, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_ENUM (McRosterSwap, session, MC_FIELD_REQUIRED, N_ ("Session"), mc_day_session_values),
  MC_FIELD_REF (McRosterSwap, other_person_id, MC_FIELD_REQUIRED, N_ ("Other person"), "person"),
  MC_FIELD_DAY (McRosterSwap, other_day, MC_FIELD_REQUIRED, N_ ("Other day")),
  MC_FIELD_ENUM (McRosterSwap, other_session, MC_FIELD_REQUIRED, N_ ("Other session"), mc_day_session_values),
  MC_FIELD_TEXT (McRosterSwap, reason, MC_FIELD_SENSITIVE, N_ ("Reason")),
  MC_FIELD_ENUM (McRosterSwap, state, MC_FIELD_REQUIRED, N_ ("State"), mc_swap_state_values),
  MC_FIELD_TEXT (McRosterSwap, decided_by, MC_FIELD_READONLY, N_ ("Decided by")),
  MC_FIELD_TIMESTAMP (McRosterSwap, decided_at, MC_FIELD_READONLY, N_ ("Decided")),
  MC_FIELD_REF (McRosterSwap, amendment_id, 0, N_ ("Amendment"), "roster_amendment"),
  MC_FIELD_TEXT (McRosterSwap, answer, MC_FIELD_SENSITIVE, N_ ("Answer")),
};

MC_DEFINE_ENTITY (McRosterSwap, mc_roster_swap, MC_NOUN_TABLE, "roster_swap", N_ ("Swap"), fields)

McRosterSwap *
mc_roster_swap_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_SWAP, NULL);
}
