/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_LAYER (mc_plan_layer_get_type ())
G_DECLARE_FINAL_TYPE (McPlanLayer, mc_plan_layer, MC, PLAN_LAYER, McEntity)

/**
 * McPlanLayer:
 * A layer of a floor plan; the lower @sort_order is painted first.
 */
struct _McPlanLayer
{
  McEntity parent_instance;

  gint64 floor_plan_id;
  char *name;
  int sort_order;
  gboolean visible;
  gboolean locked;
};

/** mc_plan_layer_new: (transfer full): an unsaved one. */
McPlanLayer *mc_plan_layer_new (void);

G_END_DECLS
