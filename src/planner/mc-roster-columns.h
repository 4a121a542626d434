/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-engine.h"
#include "mc-shift-model.h"

G_BEGIN_DECLS

/**
 * mc_roster_columns_can:
 * @error: MC_ERROR_UNSUPPORTED: names the rules, or what else it is, that rosters of shifts do not have
 *
 * Whether mc_roster_plan_columns() knows all that is asked for: one session a day; hard rules of succession, rest,
 * runs, days off, weekends and sums over the whole time; cover, competence, leave, patterns, standing places, wishes
 * and changes, hard or soft.
 */
gboolean mc_roster_columns_can (const McRosterProblem *problem, GError **error);

/**
 * mc_roster_plan_columns:
 * The engine for rosters with runs, rests and weekends: column generation (mc_shift_solve()). What it cannot express,
 * and where somebody's limits leave no roster at all, goes to mc_roster_plan(), as the answer's `engine` tells. An
 * McRosterEngine.
 *
 * `nodes` limits the rounds; 0 stands for 100 where `seconds` is 0 too, for none else.
 */
McRosterSolution *
mc_roster_plan_columns (const McRosterProblem *problem, const McRosterSolution *start, const McRosterOptions *options);

/** mc_roster_columns_try: (transfer full) (nullable): evaluated; %NULL where mc_roster_plan_columns() would go
 * elsewhere. */
McRosterSolution *mc_roster_columns_try (const McRosterProblem *problem, const McRosterOptions *options);

/** McRosterShifts: a problem as one of shifts; day and choice stand for session and duty. */
typedef struct
{
  McShiftModel *model;
  guint *sessions; /* of each day; G_MAXUINT: none, everybody is off */
  gint64 *scales;  /* of each stage: what a unit of its cost is in the model's */
  guint n_stages;
} McRosterShifts;

/** mc_roster_shifts_new: (transfer full) (nullable): @error: as mc_roster_columns_can() */
McRosterShifts *mc_roster_shifts_new (const McRosterProblem *problem, GError **error);

void mc_roster_shifts_free (McRosterShifts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterShifts, mc_roster_shifts_free)

G_END_DECLS
