/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-solution.h"

G_BEGIN_DECLS

/**
 * McRosterFold:
 * A part of a problem that is a roster of shifts: runs, rests or weekends of its people are limited, and what is needed
 * is needed all day long. @days is that part with one session a day, by what must be kept and by the cover of seats
 * alone, so that mc_roster_plan_columns() knows all of it.
 */
typedef struct
{
  McRosterProblem *days;
  guint *people; /* of each person of @days: that of the whole problem */
  guint *duties; /* likewise */
  guint stage;   /* of the whole problem, that the cover of @days is of */
  gboolean
      exact; /* whether the whole problem has no other rosters of the part: what costs least here, costs least there */
} McRosterFold;

/** mc_roster_fold_new: (transfer full) (nullable): @members: of each person: whether they are of the part; %NULL where
 * it is no roster of shifts. */
McRosterFold *mc_roster_fold_new (const McRosterProblem *problem, const guint8 *members);

void mc_roster_fold_free (McRosterFold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterFold, mc_roster_fold_free)

/** mc_roster_fold_take: puts a roster of the fold's days into the cells of the part. */
void mc_roster_fold_take (const McRosterFold *self,
                          const McRosterProblem *problem,
                          const McRosterSolution *days,
                          McRosterSolution *roster);

G_END_DECLS
