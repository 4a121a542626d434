/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_FLOOR_PLAN_PAGE (mc_floor_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (McFloorPlanPage, mc_floor_plan_page, MC, FLOOR_PLAN_PAGE, McPage)

/**
 * McFloorPlanPage:
 * "Mặt bằng": who sits where on each floor in one half of a day, two weeks around the day of the window; other versions
 * of the plan beside the one in force. Targets: "floor-plan", "floor-plan/VERSION".
 */

G_END_DECLS
