/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_SETUP_PAGE (mc_roster_setup_page_get_type ())
G_DECLARE_FINAL_TYPE (McRosterSetupPage, mc_roster_setup_page, MC, ROSTER_SETUP_PAGE, McPage)

/**
 * McRosterSetupPage:
 * What rosters are made of besides people and counters: the rules that the planner weighs, the duties, how many people
 * each needs, who may be given which, and what people have asked for. Opens "planner_rule/ID", "duty/ID" and the like.
 */

G_END_DECLS
