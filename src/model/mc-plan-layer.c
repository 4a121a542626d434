/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-layer.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McPlanLayer, floor_plan_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Floor plan"), "floor_plan"),
  MC_FIELD_TEXT (McPlanLayer, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_INT (McPlanLayer, sort_order, MC_FIELD_REQUIRED, N_ ("Order")),
  MC_FIELD_BOOL (McPlanLayer, visible, MC_FIELD_REQUIRED, N_ ("Visible")),
  MC_FIELD_BOOL (McPlanLayer, locked, MC_FIELD_REQUIRED, N_ ("Locked")),
};

MC_DEFINE_ENTITY (McPlanLayer, mc_plan_layer, MC_NOUN_TABLE, "plan_layer", N_ ("Layer"), fields)

McPlanLayer *
mc_plan_layer_new (void)
{
  return g_object_new (MC_TYPE_PLAN_LAYER, NULL);
}
