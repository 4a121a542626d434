/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-problem.h"

G_BEGIN_DECLS

/**
 * McRosterTables:
 * What a sealed problem looks up: places in its arrays, by what is asked for. Made by mc_roster_problem_seal().
 */
typedef struct _McRosterTables McRosterTables;

struct _McRosterTables
{
  GArray *day_starts; /* guint: the first session of each day, and one past the last */
  guint n_weeks;
  guint n_stages;

  gint *need;                   /* session × duty: place in `needs`, or NONE */
  const McRosterNeed **needs;   /* by session, duty */
  guint *needs_start;           /* of each session in @needs, and one past the last */
  const McRosterSkill **skills; /* by person, duty, cost */
  guint *skills_start;
  const McRosterWish **wishes; /* by person, session */
  guint *wishes_start;
  gint *away;                        /* person × session */
  gint *pin;                         /* person × session */
  gint *carried;                     /* person × ledger: the load */
  guint8 *forbidden;                 /* (nullable): duty × duty: 1 the next session, 2 the next day */
  gint rule[MC_ROSTER_N_RULE_KINDS]; /* the first that is on, or NONE */
};

/** mc_roster_tables_new: (transfer full): of a problem whose rows have been checked. */
McRosterTables *mc_roster_tables_new (const McRosterProblem *problem);

void mc_roster_tables_free (McRosterTables *self);

/** mc_roster_problem_check: whether all rows point where something is. For mc_roster_problem_seal(). */
gboolean mc_roster_problem_check (const McRosterProblem *self, GError **error);

G_END_DECLS
