/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-engine.h"

G_BEGIN_DECLS

/**
 * mc_roster_plan:
 * The engine for an office's month: a compact mixed-integer program, solved to a proven optimum stage by stage (what a
 * stage has reached becomes a condition of the next), each part of the problem that is joined to no other by itself.
 * If the hard rules cannot all be kept, it breaks the fewest. An McRosterEngine.
 *
 * `nodes` limits each stage of each part; 0 stands for 100 000.
 */
McRosterSolution *
mc_roster_plan (const McRosterProblem *problem, const McRosterSolution *start, const McRosterOptions *options);

/** mc_roster_parts: the part of the problem that each person belongs to, counted from 0; @n_parts: (out).
 * Returns: (transfer full): one number a person */
guint *mc_roster_parts (const McRosterProblem *problem, guint *n_parts);

G_END_DECLS
