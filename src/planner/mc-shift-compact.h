/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-highs.h"
#include "mc-shift-model.h"

G_BEGIN_DECLS

/**
 * mc_shift_compact_solve:
 * @start: (nullable): people × days, a roster to begin with
 * @limits: (nullable): none; what they report are costs of whole rosters
 * @choices: (out): people × days; written if there is a roster
 * @bound: (out): no roster costs less; −INFINITY if nothing is known
 *
 * The whole problem as one mixed-integer program with a variable for each person, day and shift. It proves small
 * problems where the bound of column generation stays below the best roster, and is what that is checked against. On
 * large ones it may find no roster at all.
 *
 * Returns: MC_HIGHS_INFEASIBLE if somebody's limits leave no roster
 */
McHighsStatus mc_shift_compact_solve (
    McShiftModel *model, const guint8 *start, const McHighsLimits *limits, guint8 *choices, double *bound);

G_END_DECLS
