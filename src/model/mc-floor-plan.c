/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor-plan.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_floor_plan_state_values[] = {
  { "draft", N_ ("Draft") },
  { "adopted", N_ ("Adopted") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McFloorPlan, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_ENUM (McFloorPlan, state, MC_FIELD_REQUIRED, N_ ("State"), mc_floor_plan_state_values),
  MC_FIELD_TEXT (McFloorPlan, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McFloorPlan, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McFloorPlan, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McFloorPlan, mc_floor_plan, MC_NOUN_TABLE, "floor_plan", N_ ("Floor plan"), fields)

McFloorPlan *
mc_floor_plan_new (void)
{
  return g_object_new (MC_TYPE_FLOOR_PLAN, NULL);
}
