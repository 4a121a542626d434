/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-brief.h"

G_BEGIN_DECLS

/**
 * mc_roster_standing_new:
 * @brief: of days that have no roster
 * @current: (out) (transfer full): everybody at the standing counter, as far as there are seats; evaluated
 *
 * What can be said of days before their roster is made: the counters by their standing assignments. Needed is what they
 * fill; seats that nobody has, and duties that only a roster gives out, are left out.
 *
 * Returns: (transfer full): sealed
 */
McRosterProblem *mc_roster_standing_new (McRosterBrief *brief, McRosterSolution **current);

G_END_DECLS
