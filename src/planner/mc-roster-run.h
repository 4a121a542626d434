/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-roster-engine.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_RUN (mc_roster_run_get_type ())
G_DECLARE_FINAL_TYPE (McRosterRun, mc_roster_run, MC, ROSTER_RUN, GObject)

/**
 * McRosterRun:
 * An engine at work on a thread of its own. The properties `part`, `n-parts`, `stage`, `n-stages` (counted from 0),
 * `incumbent`, `bound` and `running` follow it, and notify on the thread that started it.
 */

/**
 * mc_roster_run_new:
 * @start: (nullable)
 * @options: (nullable): seed, nodes and seconds; the rest is the run's own
 */
McRosterRun *mc_roster_run_new (McRosterEngine engine,
                                McRosterProblem *problem,
                                const McRosterSolution *start,
                                const McRosterOptions *options);

/**
 * mc_roster_run_start:
 * Once.
 *
 * Returns: (transfer full): a future of the roster (MC_TYPE_ROSTER_SOLUTION), stopped or not
 */
DexFuture *mc_roster_run_start (McRosterRun *self);

/** mc_roster_run_stop: asks it to end with the best so far; the future says when it has. */
void mc_roster_run_stop (McRosterRun *self);

G_END_DECLS
