/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-demand.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_demand_kind_values[] = {
  { "weekly", N_ ("Each week") },
  { "extra", N_ ("In addition") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McDemand, counter_id, MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McDemand, duty_id, MC_FIELD_KEY, N_ ("Duty"), "duty"),
  MC_FIELD_ENUM (McDemand, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_demand_kind_values),
  MC_FIELD_TEXT (McDemand, weekdays, MC_FIELD_REQUIRED | MC_FIELD_WEEKDAYS, N_ ("Days of the week")),
  MC_FIELD_ENUM (McDemand, half, MC_FIELD_REQUIRED, N_ ("Part of the day"), mc_half_values),
  MC_FIELD_INT (McDemand, seats, MC_FIELD_REQUIRED, N_ ("People")),
  MC_FIELD_TEXT (McDemand, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McDemand, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McDemand, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McDemand, mc_demand, MC_NOUN_TABLE, "demand", N_ ("Need of people"), fields)

McDemand *
mc_demand_new (void)
{
  return g_object_new (MC_TYPE_DEMAND, NULL);
}
