/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-problem.h"

G_BEGIN_DECLS

/** McRosterStatus: how far a roster is known to be good. */
typedef enum
{
  MC_ROSTER_STATUS_DRAFT,      /* made by hand or by a quick start: no claim */
  MC_ROSTER_STATUS_FEASIBLE,   /* no hard rule is broken; could be better */
  MC_ROSTER_STATUS_OPTIMAL,    /* none can be better, stage by stage: proven */
  MC_ROSTER_STATUS_IMPOSSIBLE, /* the hard rules cannot all be kept: the fewest are broken */
} McRosterStatus;

/** McRosterGap: seats that nobody sits on. */
typedef struct
{
  guint session;
  guint duty;
  guint seats;
} McRosterGap;

/** McRosterBreach: where a rule is broken. What does not apply is MC_ROSTER_NONE. */
typedef struct
{
  guint rule;
  gint person;
  gint session; /* the first one that it is about */
  gint duty;
  gint wish;     /* of the problem's wishes */
  gint64 amount; /* as the rule's kind counts */
  gint64 cost;   /* amount times weight; 0 of a hard rule */
} McRosterBreach;

/**
 * McRosterSolution:
 * A roster: one cell for each person and session, and what it comes to. The costs are those of mc_roster_evaluate(),
 * never an engine's own.
 */
typedef struct
{
  guint n_people;
  guint n_sessions;
  gint16 *cells; /* duty or MC_ROSTER_FREE, person by person */

  McRosterStatus status;
  GArray *costs;       /* gint64 of each stage */
  GArray *bounds;      /* gint64 of each stage: no roster that is as good in all stages before can cost less */
  GArray *rule_costs;  /* gint64 of each rule of the problem */
  GArray *gaps;        /* McRosterGap, by session and duty */
  GArray *breaches;    /* McRosterBreach, by rule; those of soft rules that cost nothing are left out */
  guint64 hard_broken; /* the sum of the amounts by which hard rules are broken */

  guint seed;
  double seconds;
  gint64 nodes;       /* of the search tree: the measure of work that does not depend on the machine */
  const char *engine; /* static: “matching”, “mip”, “columns”, “repair” */

  /*< private >*/
  gatomicrefcount refs;
} McRosterSolution;

#define MC_TYPE_ROSTER_SOLUTION (mc_roster_solution_get_type ())
GType mc_roster_solution_get_type (void);

/** mc_roster_solution_new: (transfer full): all free, but for what is pinned; not yet evaluated. */
McRosterSolution *mc_roster_solution_new (const McRosterProblem *problem);

McRosterSolution *mc_roster_solution_ref (McRosterSolution *self);
void mc_roster_solution_unref (McRosterSolution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterSolution, mc_roster_solution_unref)

/** mc_roster_solution_copy: (transfer full): one of its own. */
McRosterSolution *mc_roster_solution_copy (const McRosterSolution *self);

static inline gint
mc_roster_solution_get (const McRosterSolution *self, guint person, guint session)
{
  return self->cells[(gsize)person * self->n_sessions + session];
}

static inline void
mc_roster_solution_set (McRosterSolution *self, guint person, guint session, gint duty)
{
  self->cells[(gsize)person * self->n_sessions + session] = (gint16)duty;
}

/** mc_roster_solution_count: how many people are on a duty in a session. */
guint mc_roster_solution_count (const McRosterSolution *self, guint session, guint duty);

/** mc_roster_solution_cost: of a stage; 0 of one that there is not. */
gint64 mc_roster_solution_cost (const McRosterSolution *self, guint stage);

/** mc_roster_solution_bound: of a stage: the cost cannot be less; 0 where nothing is known. */
gint64 mc_roster_solution_bound (const McRosterSolution *self, guint stage);

/**
 * mc_roster_solution_gap:
 * @stage: (out): the first stage that is not proven
 *
 * Returns: by how much the roster could be better in that stage at most; 0 where all are proven, -1 where nothing is
 *   known
 */
gint64 mc_roster_solution_gap (const McRosterSolution *self, guint *stage);

/**
 * mc_roster_solution_compare:
 * Of two evaluated rosters of one problem: fewer breaches of hard rules first, then the costs stage by stage.
 *
 * Returns: below 0 if @a is better, above 0 if @b is, 0 if neither
 */
int mc_roster_solution_compare (const McRosterSolution *a, const McRosterSolution *b);

/** mc_roster_solution_changed_cells: in how many cells two rosters of one problem differ; @n_people: (out) (optional).
 */
guint mc_roster_solution_changed_cells (const McRosterSolution *a, const McRosterSolution *b, guint *n_people);

G_END_DECLS
