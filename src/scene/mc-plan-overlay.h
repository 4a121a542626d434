/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-counter-state.h"
#include "mc-day.h"
#include "mc-workload-query.h"
#include "mc-workload-row.h"

G_BEGIN_DECLS

/* The figures of the workload on the counters of the floor plan, and the scale of their tints. */

/** MC_PLAN_RATING_DAYS: a rating is that of so many days up to the one that is looked at; a session has too few. */
#define MC_PLAN_RATING_DAYS 30

/** mc_plan_overlay_get_query: what the figure is made of. Returns: %FALSE if it is not made of the workload */
gboolean mc_plan_overlay_get_query (McPlanOverlay overlay, McDay day, McWorkloadQuery *query);

/**
 * mc_plan_overlay_fill:
 * @rows: (element-type McWorkloadRow): of mc_plan_overlay_get_query()
 * @session: MC_HALF_MORNING or MC_HALF_AFTERNOON: visitors and waiting are those of this session
 * @least_ratings: fewer tell nothing
 * @states: (element-type McCounterState): get the value; what is not known stays so
 */
void mc_plan_overlay_fill (
    McPlanOverlay overlay, const GArray *rows, McHalf session, guint least_ratings, GPtrArray *states);

/** MC_PLAN_SCALE_STEPS: tints from little to much work, or from good to bad ratings. */
#define MC_PLAN_SCALE_STEPS 5

/** McPlanScale: plain; of one drawing, so that its tints can be compared with each other. */
typedef struct
{
  McPlanOverlay overlay;
  double most; /* the heaviest of all counters; NAN: nothing is known, or the figure has no scale */
} McPlanScale;

/** mc_plan_scale_init: @states: (nullable) (element-type McCounterState) */
void mc_plan_scale_init (McPlanScale *self, McPlanOverlay overlay, GPtrArray *states);
/** mc_plan_scale_tone: MC_TONE_HEAT_1 to _5; MC_TONE_NONE where there is no scale or no value. */
McTone mc_plan_scale_tone (const McPlanScale *self, double value);
/** mc_plan_scale_ink: for words on it. */
McTone mc_plan_scale_ink (McTone tone);
/** mc_plan_scale_dup_step: (transfer full): from where to where a step goes: "0–12 min". */
char *mc_plan_scale_dup_step (const McPlanScale *self, guint step);

/** mc_plan_overlay_format: (transfer full) (nullable): the figure as it is read: "34 min". */
char *mc_plan_overlay_format (McPlanOverlay overlay, double value);

G_END_DECLS
