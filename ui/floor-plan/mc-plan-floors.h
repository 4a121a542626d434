/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-plan-feed.h"

G_BEGIN_DECLS

/* The floors of the building as toggles, the lowest first. */

/** mc_plan_floors_list: makes a toggle for each floor of @feed, where they are not those already, and presses the one
 * that is shown. */
void mc_plan_floors_list (AdwToggleGroup *group, McPlanFeed *feed);

/** mc_plan_floors_choose: shows the floor whose toggle is pressed. */
void mc_plan_floors_choose (AdwToggleGroup *group, McPlanFeed *feed);

/** mc_plan_floors_dup_sorted: (transfer full) (element-type McFloor): the lowest first. */
GPtrArray *mc_plan_floors_dup_sorted (McPlanFeed *feed);

G_END_DECLS
