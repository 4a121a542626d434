/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_FLOOR (mc_floor_get_type ())
G_DECLARE_FINAL_TYPE (McFloor, mc_floor, MC, FLOOR, McEntity)

/**
 * McFloor:
 * A floor of the building.
 */
struct _McFloor
{
  McEntity parent_instance;

  char *code;
  char *name;
  int level;
  int sort_order;
  McPeriod during;
};

/** mc_floor_new: (transfer full): an unsaved one. */
McFloor *mc_floor_new (void);

G_END_DECLS
