/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty-credit.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_credit_kind_values[] = {
  { "saturday", N_ ("Saturday duty") },
  { "sunday", N_ ("Sunday duty") },
  { "holiday", N_ ("Holiday duty") },
  { "overtime", N_ ("Overtime") },
  { NULL, NULL },
};

const McEnumValue mc_credit_source_values[] = {
  { "manual", N_ ("Entered by hand") },
  { "roster", N_ ("Roster") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McDutyCredit, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_DAY (McDutyCredit, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_ENUM (McDutyCredit, session, MC_FIELD_REQUIRED, N_ ("Half-day"), mc_day_session_values),
  MC_FIELD_ENUM (McDutyCredit, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_credit_kind_values),
  MC_FIELD_INT (McDutyCredit, halves, MC_FIELD_REQUIRED, N_ ("Half-days earned")),
  MC_FIELD_DAY (McDutyCredit, expires_on, 0, N_ ("Lapses on")),
  MC_FIELD_ENUM (McDutyCredit, source, MC_FIELD_REQUIRED, N_ ("Source"), mc_credit_source_values),
  MC_FIELD_TEXT (McDutyCredit, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McDutyCredit, mc_duty_credit, MC_NOUN_TABLE, "duty_credit", N_ ("Compensatory leave earned"), fields)

McDutyCredit *
mc_duty_credit_new (void)
{
  return g_object_new (MC_TYPE_DUTY_CREDIT, "halves", 1, NULL);
}
