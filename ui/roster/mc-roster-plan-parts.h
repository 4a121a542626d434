/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-actions.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_PLAN_PARTS (mc_roster_plan_parts_get_type ())
G_DECLARE_FINAL_TYPE (McRosterPlanParts, mc_roster_plan_parts, MC, ROSTER_PLAN_PARTS, AdwBin)

/**
 * McRosterPlanParts:
 * Which cells of a plan are taken over: on which days, of whom, and at which counters and duties. At first all.
 *
 * Signal “changed” (): others are chosen.
 */

/** mc_roster_plan_parts_show: @brief: that @plan was made of. @days: that were planned. */
void mc_roster_plan_parts_show (
    McRosterPlanParts *self, McRosterBook *book, McRosterBrief *brief, McRosterSolution *plan, McPeriod days);

/** mc_roster_plan_parts_make_edits: (transfer full) (element-type McRosterEdit): those that are chosen. */
GArray *mc_roster_plan_parts_make_edits (McRosterPlanParts *self);

/** mc_roster_plan_parts_get_n_cells: how many the plan would change. */
guint mc_roster_plan_parts_get_n_cells (McRosterPlanParts *self);

/** mc_roster_plan_parts_get_n_chosen: how many of them are chosen. */
guint mc_roster_plan_parts_get_n_chosen (McRosterPlanParts *self);

G_END_DECLS
