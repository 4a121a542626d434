/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-solution.h"

G_BEGIN_DECLS

/** McRosterConflict: seats that have too few people, with all that could change it in the session. */
typedef struct
{
  GArray *duties; /* guint: the seats of these … */
  guint seats;    /* … of which so many are wanted … */
  GArray *people; /* guint: … have these alone, all of them busy with these very seats */
  guint lacking;  /* seats that stay empty */
  GArray *away;   /* guint of `aways`: those who could, but are away */
  GArray *pinned; /* guint: people who could, but are pinned elsewhere, or free */
} McRosterConflict;

void mc_roster_conflict_free (McRosterConflict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterConflict, mc_roster_conflict_free)

/** McRosterCureKind: what would fill a seat, the mildest first. */
typedef enum
{
  MC_ROSTER_CURE_UNPIN,        /* let the person's cell be planned */
  MC_ROSTER_CURE_GRANT,        /* authorise someone who has nothing else to do */
  MC_ROSTER_CURE_CANCEL_LEAVE, /* ask someone to come */
} McRosterCureKind;

/** McRosterCure: one way to fill one seat of a conflict. */
typedef struct
{
  McRosterCureKind kind;
  guint person;
  guint duty;
  gint away;          /* of `aways`, for MC_ROSTER_CURE_CANCEL_LEAVE */
  gboolean same_unit; /* the person is of the agency of someone who may do the duty */
} McRosterCure;

/**
 * McRosterMatching:
 * Who could sit where in one session, by a matching of people with seats: what can be covered and what cannot, without
 * a solver, in microseconds. Rules that join sessions are not looked at, so that it may promise too much but never too
 * little.
 */
typedef struct
{
  const McRosterProblem *problem; /* not owned; outlives it */
  guint session;
  gint16 *duty;    /* of each person, or MC_ROSTER_FREE */
  guint16 *filled; /* of each duty: how many people are on it */
  guint lacking;   /* seats that cannot be filled */

  /*< private >*/
  gint16 *fixed; /* of each person: what the draft has, else MC_ROSTER_FREE */
  guint *start;  /* of each duty in @able, and one past the last */
  guint *able;   /* people who may do a duty, the best first */
} McRosterMatching;

/**
 * mc_roster_matching_new:
 * @draft: (nullable): whoever has a duty there keeps it; the others are free to be put anywhere
 * @loads: (nullable): for each person: among equals, those with less go first
 *
 * Returns: (transfer full): with as many seats filled as can be, and people at their own duties where that costs none
 */
McRosterMatching *mc_roster_matching_new (const McRosterProblem *problem,
                                          guint session,
                                          const McRosterSolution *draft,
                                          const gint *loads);

void mc_roster_matching_free (McRosterMatching *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterMatching, mc_roster_matching_free)

/** mc_roster_matching_conflicts: (transfer full) (element-type McRosterConflict): why seats stay empty; each as small
 * as it can be, and no seat in two. */
GPtrArray *mc_roster_matching_conflicts (const McRosterMatching *self);

/** mc_roster_matching_cures: (transfer full) (element-type McRosterCure): of a conflict, the mildest first. */
GArray *mc_roster_matching_cures (const McRosterMatching *self, const McRosterConflict *conflict);

/** mc_roster_count_lacking: seats in the whole horizon that no roster can fill, whatever the other rules. */
guint mc_roster_count_lacking (const McRosterProblem *problem);

/**
 * mc_roster_start:
 * A roster at once, without a solver: whole-day duties first, then session by session as many seats as can be, by those
 * who have had least of the marked sessions. Other rules are not heeded.
 *
 * Returns: (transfer full): evaluated
 */
McRosterSolution *mc_roster_start (const McRosterProblem *problem);

G_END_DECLS
