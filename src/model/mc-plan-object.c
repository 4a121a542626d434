/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-object.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_plan_kind_values[] = {
  { "wall", N_ ("Wall") },
  { "door", N_ ("Door") },
  { "window", N_ ("Window") },
  { "column", N_ ("Column") },
  { "stairs", N_ ("Stairs") },
  { "lift", N_ ("Lift") },
  { "area", N_ ("Area") },
  { "counter", N_ ("Counter") },
  { "desk", N_ ("Desk") },
  { "table", N_ ("Plain table") },
  { "chair", N_ ("Chair") },
  { "bench", N_ ("Bench") },
  { "cabinet", N_ ("Cabinet") },
  { "kiosk", N_ ("Look-up kiosk") },
  { "queue_machine", N_ ("Queue machine") },
  { "survey_device", N_ ("Survey device") },
  { "screen", N_ ("Screen") },
  { "computer", N_ ("Computer") },
  { "printer", N_ ("Printer or scanner") },
  { "camera", N_ ("Camera") },
  { "water", N_ ("Water dispenser") },
  { "fixture", N_ ("Sanitary fixture") },
  { "plant", N_ ("Plant") },
  { "vehicle", N_ ("Parking place") },
  { "sign", N_ ("Sign") },
  { "text", N_ ("Text") },
  { "line", N_ ("Line") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const McEnumValue mc_area_use_values[] = {
  { "", "" },
  { "information", N_ ("Information") },
  { "reception", N_ ("Reception and results") },
  { "feedback", N_ ("Feedback") },
  { "waiting", N_ ("Waiting") },
  { "office", N_ ("Offices") },
  { "meeting", N_ ("Meeting") },
  { "postal", N_ ("Postal") },
  { "service", N_ ("Services") },
  { "parking", N_ ("Parking") },
  { "sanitary", N_ ("Toilets") },
  { "passage", N_ ("Passage") },
  { "outdoor", N_ ("Outdoors") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McPlanObject, floor_plan_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Floor plan"), "floor_plan"),
  MC_FIELD_REF (McPlanObject, floor_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Floor"), "floor"),
  MC_FIELD_REF (McPlanObject, layer_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Layer"), "plan_layer"),
  MC_FIELD_ENUM (McPlanObject, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_plan_kind_values),
  MC_FIELD_ENUM (McPlanObject, area_use, 0, N_ ("Use"), mc_area_use_values),
  MC_FIELD_DOUBLE (McPlanObject, x, MC_FIELD_REQUIRED, N_ ("Place across")),
  MC_FIELD_DOUBLE (McPlanObject, y, MC_FIELD_REQUIRED, N_ ("Place down")),
  MC_FIELD_DOUBLE (McPlanObject, width, MC_FIELD_REQUIRED, N_ ("Width")),
  MC_FIELD_DOUBLE (McPlanObject, height, MC_FIELD_REQUIRED, N_ ("Depth")),
  MC_FIELD_DOUBLE (McPlanObject, rotation, MC_FIELD_REQUIRED, N_ ("Turned by")),
  MC_FIELD_JSON (McPlanObject, points, 0, N_ ("Points")),
  MC_FIELD_TEXT (McPlanObject, label, 0, N_ ("Label")),
  MC_FIELD_TEXT (McPlanObject, number, 0, N_ ("Number")),
  MC_FIELD_REF (McPlanObject, premises_item_id, 0, N_ ("Item of the premises"), "premises_item"),
  MC_FIELD_JSON (McPlanObject, props, 0, N_ ("Properties")),
  MC_FIELD_INT (McPlanObject, z, MC_FIELD_REQUIRED, N_ ("Order")),
};

MC_DEFINE_ENTITY (McPlanObject, mc_plan_object, MC_NOUN_TABLE, "plan_object", N_ ("Object of the plan"), fields)

McPlanObject *
mc_plan_object_new (void)
{
  return g_object_new (MC_TYPE_PLAN_OBJECT, NULL);
}

gboolean
mc_plan_kind_has_points (McPlanKind kind)
{
  return kind == MC_PLAN_KIND_WALL || kind == MC_PLAN_KIND_LINE || kind == MC_PLAN_KIND_AREA;
}
