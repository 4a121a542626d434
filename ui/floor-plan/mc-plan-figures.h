/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-plan-overlay.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_FIGURES (mc_plan_figures_get_type ())
G_DECLARE_FINAL_TYPE (McPlanFigures, mc_plan_figures, MC, PLAN_FIGURES, GObject)

/**
 * McPlanFigures:
 * The figures of the workload on the counters of a plan, following the database.
 *
 * Signal `changed`: there are others now.
 */
McPlanFigures *mc_plan_figures_new (void);

/**
 * mc_plan_figures_put:
 * @session: (nullable): none: what was asked for is forgotten
 * @states: (element-type McCounterState): get the figure of @overlay, if it has come; else it is asked for
 */
void mc_plan_figures_put (
    McPlanFigures *self, McSession *session, McPlanOverlay overlay, McDay day, McHalf half, GPtrArray *states);

G_END_DECLS
