/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_duty_kind_values[] = {
  { "leader", N_ ("Leader on duty") },
  { "guidance", N_ ("Guidance desk") },
  { "supervision", N_ ("Supervision") },
  { "it", N_ ("Information technology") },
  { "guard", N_ ("Guard") },
  { "clerk", N_ ("Clerk") },
  { "late", N_ ("Late closing") },
  { "holiday", N_ ("Holiday duty") },
  { "extra", N_ ("Other") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McDuty, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McDuty, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_ENUM (McDuty, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_duty_kind_values),
  MC_FIELD_BOOL (McDuty, whole_day, MC_FIELD_REQUIRED, N_ ("The whole day")),
  MC_FIELD_INT (McDuty, sort_order, MC_FIELD_REQUIRED, N_ ("Place")),
  MC_FIELD_TEXT (McDuty, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McDuty, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McDuty, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McDuty, mc_duty, MC_NOUN_TABLE, "duty", N_ ("Duty"), fields)

McDuty *
mc_duty_new (void)
{
  return g_object_new (MC_TYPE_DUTY, NULL);
}
