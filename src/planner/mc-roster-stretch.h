/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-roster-problem.h"

G_BEGIN_DECLS

/**
 * McRosterStretch:
 * Days in a row, as far as the roster has sessions on them, of which the same half, or all of each, is meant.
 *
 * @from, @last: both included
 * @sessions: how many
 */
typedef struct
{
  McDay from;
  McDay last;
  McHalf half;
  guint sessions;
} McRosterStretch;

/**
 * mc_roster_stretches:
 * @sessions: (element-type guint): indices, in order, none twice
 *
 * Returns: (transfer full) (element-type McRosterStretch): as few as say the same
 */
GArray *mc_roster_stretches (const McRosterProblem *problem, const GArray *sessions);

/** mc_roster_stretch_format: (transfer full): "07/12/2026", "07/12/2026 (morning)", "07/12/2026 – 11/12/2026". */
char *mc_roster_stretch_format (const McRosterStretch *self);

/** mc_roster_stretches_format: (transfer full): all of @sessions, with commas. */
char *mc_roster_stretches_format (const McRosterProblem *problem, const GArray *sessions);

G_END_DECLS
