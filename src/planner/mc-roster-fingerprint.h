/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-problem.h"

G_BEGIN_DECLS

/**
 * mc_roster_fingerprint:
 * SHA-256 over all that decides a roster: rows in their order, rules, and the roster before where a rule asks for
 * stability. Names and sentences are left out. Two problems with the same one have, with the same seed and version of
 * the program, the same roster.
 *
 * Returns: (transfer full): in hexadecimal digits
 */
char *mc_roster_fingerprint (const McRosterProblem *problem);

G_END_DECLS
