/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McFloorPlanState: Whether a version is being drawn or in force. */
typedef enum
{
  MC_FLOOR_PLAN_STATE_DRAFT,
  MC_FLOOR_PLAN_STATE_ADOPTED,
} McFloorPlanState;

extern const McEnumValue mc_floor_plan_state_values[];

#define MC_TYPE_FLOOR_PLAN (mc_floor_plan_get_type ())
G_DECLARE_FINAL_TYPE (McFloorPlan, mc_floor_plan, MC, FLOOR_PLAN, McEntity)

/**
 * McFloorPlan:
 * A version of the plan of all floors; an adopted one cannot be changed, a draft stands beside it.
 */
struct _McFloorPlan
{
  McEntity parent_instance;

  char *name;
  McFloorPlanState state;
  char *note;
  gboolean is_sample;
  McPeriod during;
};

/** mc_floor_plan_new: (transfer full): an unsaved one. */
McFloorPlan *mc_floor_plan_new (void);

G_END_DECLS
