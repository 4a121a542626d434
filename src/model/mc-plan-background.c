/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-background.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_plan_background_kind_values[] = {
  { "image", N_ ("Picture") },
  { "dxf", N_ ("DXF drawing") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McPlanBackground, floor_plan_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Floor plan"), "floor_plan"),
  MC_FIELD_REF (McPlanBackground, floor_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Floor"), "floor"),
  MC_FIELD_ENUM (McPlanBackground, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_plan_background_kind_values),
  MC_FIELD_TEXT (McPlanBackground, file_name, MC_FIELD_REQUIRED, N_ ("File name")),
  MC_FIELD_BYTES (McPlanBackground, content, MC_FIELD_REQUIRED | MC_FIELD_LAZY, N_ ("Content")),
  MC_FIELD_DOUBLE (McPlanBackground, scale, MC_FIELD_REQUIRED, N_ ("Scale")),
  MC_FIELD_DOUBLE (McPlanBackground, x, MC_FIELD_REQUIRED, N_ ("Place across")),
  MC_FIELD_DOUBLE (McPlanBackground, y, MC_FIELD_REQUIRED, N_ ("Place down")),
  MC_FIELD_DOUBLE (McPlanBackground, rotation, MC_FIELD_REQUIRED, N_ ("Turned by")),
  MC_FIELD_DOUBLE (McPlanBackground, opacity, MC_FIELD_REQUIRED, N_ ("Opacity")),
  MC_FIELD_BOOL (McPlanBackground, visible, MC_FIELD_REQUIRED, N_ ("Visible")),
  MC_FIELD_BOOL (McPlanBackground, locked, MC_FIELD_REQUIRED, N_ ("Locked")),
};

MC_DEFINE_ENTITY (
    McPlanBackground, mc_plan_background, MC_NOUN_TABLE, "plan_background", N_ ("Background of the plan"), fields)

McPlanBackground *
mc_plan_background_new (void)
{
  return g_object_new (MC_TYPE_PLAN_BACKGROUND, NULL);
}
