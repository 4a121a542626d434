/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-roster-solution.h"

G_BEGIN_DECLS

/* How a plan was made, as the roster keeps it, so that anybody can make it again. */

/** mc_roster_dup_origin: (transfer full): what is kept of how a plan was made: program and digest of the sealed
 * problem.
 */
char *mc_roster_dup_origin (const McRosterProblem *problem);

/** mc_roster_status_word: (transfer none): as programs read it: "draft", "feasible", "optimal" or "impossible". */
const char *mc_roster_status_word (McRosterStatus status);

/**
 * mc_roster_dup_quality:
 * @problem: that was solved
 *
 * Returns: (transfer full): costs, bounds, empty seats and broken rules of a roster as a JSON object: status, costs,
 *   bounds, uncovered, rules ([{key, text, cost}]); and what else the plan was asked for: left_out (ids of rules that
 * did not count), kept (which cells stood already, a bit each, in base64)
 */
char *mc_roster_dup_quality (McRosterProblem *problem, const McRosterSolution *solution);

/**
 * mc_roster_make_planned_problem:
 * @problem: the roster's, by all rules, as the register is now
 * @now: the cells of the roster as they stand
 * @quality: (nullable): what mc_roster_dup_quality() gave when it was planned
 * @error: as mc_roster_problem_seal()
 *
 * Returns: (transfer full): sealed: what was solved, if the register is as it was: without the rules that were left
 * out, and with what was kept
 */
McRosterProblem *mc_roster_make_planned_problem (const McRosterProblem *problem,
                                                 const McRosterSolution *now,
                                                 const char *quality,
                                                 GError **error);

G_END_DECLS
