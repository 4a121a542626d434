/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-amendment.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRosterAmendment, roster_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Roster"), "roster"),
  MC_FIELD_INT (McRosterAmendment, number, MC_FIELD_READONLY | MC_FIELD_NAMES, N_ ("Number")),
  MC_FIELD_TEXT (McRosterAmendment, reason, MC_FIELD_REQUIRED, N_ ("Reason")),
  MC_FIELD_REF (McRosterAmendment, absence_id, 0, N_ ("Absence"), "absence"),
  MC_FIELD_TEXT (McRosterAmendment, made_by, MC_FIELD_READONLY, N_ ("Made by")),
  MC_FIELD_TIMESTAMP (McRosterAmendment, made_at, MC_FIELD_READONLY, N_ ("Made")),
  MC_FIELD_TEXT (McRosterAmendment, confirmed_by, MC_FIELD_READONLY, N_ ("Confirmed by")),
  MC_FIELD_TIMESTAMP (McRosterAmendment, confirmed_at, MC_FIELD_READONLY, N_ ("Confirmed")),
  MC_FIELD_ENUM (McRosterAmendment, confirmed_as, 0, N_ ("Confirmed as"), mc_roster_signer_values),
};

MC_DEFINE_ENTITY (
    McRosterAmendment, mc_roster_amendment, MC_NOUN_TABLE, "roster_amendment", N_ ("Amendment of a roster"), fields)

McRosterAmendment *
mc_roster_amendment_new (void)
{
  return g_object_new (MC_TYPE_ROSTER_AMENDMENT, NULL);
}
