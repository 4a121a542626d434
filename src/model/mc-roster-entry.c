/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-entry.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRosterEntry, roster_id, MC_FIELD_REQUIRED, N_ ("Roster"), "roster"),
  MC_FIELD_REF (McRosterEntry, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_TEXT (McRosterEntry, full_name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_ENUM (McRosterEntry, session, MC_FIELD_REQUIRED, N_ ("Session"), mc_day_session_values),
  MC_FIELD_REF (McRosterEntry, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McRosterEntry, duty_id, 0, N_ ("Duty"), "duty"),
  MC_FIELD_TEXT (McRosterEntry, code, 0, N_ ("Code")),
  MC_FIELD_TEXT (McRosterEntry, label, 0, N_ ("Place")),
  MC_FIELD_INT (McRosterEntry, amendment, MC_FIELD_NAMES, N_ ("Amendment")),
};

MC_DEFINE_ENTITY (
    McRosterEntry, mc_roster_entry, MC_NOUN_STATE, "roster_at", N_ ("Place in the roster of a day"), fields)
