/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-request.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_request_wish_values[] = {
  { "off", N_ ("Not on duty") },
  { "on", N_ ("On duty") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McRosterRequest, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_PERIOD (McRosterRequest, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_ENUM (McRosterRequest, half, MC_FIELD_REQUIRED, N_ ("Part of the day"), mc_half_values),
  MC_FIELD_ENUM (McRosterRequest, wish, MC_FIELD_REQUIRED, N_ ("Wish"), mc_request_wish_values),
  MC_FIELD_REF (McRosterRequest, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McRosterRequest, duty_id, 0, N_ ("Duty"), "duty"),
  MC_FIELD_INT (McRosterRequest, weight, MC_FIELD_REQUIRED, N_ ("Weight")),
  MC_FIELD_TEXT (McRosterRequest, note, MC_FIELD_SENSITIVE, N_ ("Note")),
};

MC_DEFINE_ENTITY (McRosterRequest, mc_roster_request, MC_NOUN_TABLE, "roster_request", N_ ("Request"), fields)
