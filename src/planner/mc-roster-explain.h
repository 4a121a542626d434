/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-engine.h"

G_BEGIN_DECLS

/** McRosterObstacle: what keeps a person from a cell; the mildest first. */
typedef enum
{
  MC_ROSTER_OBSTACLE_NONE, /* free in this session */
  MC_ROSTER_OBSTACLE_BUSY, /* would have to leave another duty */
  MC_ROSTER_OBSTACLE_PINNED,
  MC_ROSTER_OBSTACLE_AWAY,
  MC_ROSTER_OBSTACLE_SKILL, /* is not competent for it */
} McRosterObstacle;

/** McRosterCandidate: someone for a cell. */
typedef struct
{
  guint person;
  McRosterObstacle obstacle;
  gint leaves;     /* the duty that they would leave, or MC_ROSTER_FREE */
  gint64 hard;     /* by how much more (less, if negative) hard rules are broken then */
  GArray *prices;  /* gint64 of each stage: what it costs more; empty for those who cannot */
  GArray *by_rule; /* gint64 of each rule; likewise */
  char *text;      /* a sentence */
} McRosterCandidate;

/**
 * mc_roster_candidates:
 * @roster: evaluated
 * @instead_of: who has the duty now and would be free, or MC_ROSTER_NONE
 *
 * Who can take a duty in a session, the cheapest first, then those who cannot, with the reason. “Cannot” is by
 * competence, leave and pins; other rules have their price.
 *
 * Returns: (transfer full) (element-type McRosterCandidate)
 */
GPtrArray *mc_roster_candidates (
    const McRosterProblem *problem, const McRosterSolution *roster, guint session, guint duty, gint instead_of);

/** mc_roster_explain_cell: (transfer full): why the cell is as it is, and who else could at what price; some sentences.
 */
char *
mc_roster_explain_cell (const McRosterProblem *problem, const McRosterSolution *roster, guint person, guint session);

/** mc_roster_explain_wish: (transfer full): whether a wish is granted; if not, what granting it would take. */
char *mc_roster_explain_wish (const McRosterProblem *problem, const McRosterSolution *roster, guint wish);

/** mc_roster_explain_rule: (transfer full): how well a rule is kept: its sum, and where it is broken; sentences. */
char *mc_roster_explain_rule (const McRosterProblem *problem, const McRosterSolution *roster, guint rule);

/** McRosterRelaxation: a rule that, if it may be broken, lets the others be kept. */
typedef struct
{
  guint rule;
  gint64 amount; /* by how much it must then be broken at the least; −1: as far as is known */
  char *text;
} McRosterRelaxation;

/** McRosterDeadlock: hard rules that cannot be kept together. */
typedef struct
{
  GArray *rules;          /* guint: leave out any of them, and the others can be kept */
  gboolean with_pins;     /* only as long as the pinned cells stay */
  GPtrArray *relaxations; /* (element-type McRosterRelaxation): one for each of the rules, the cheapest first */
  char *text;
} McRosterDeadlock;

/**
 * mc_roster_find_deadlock:
 * The smallest set of hard rules of which no roster keeps all, found by leaving out one after the other. Solves the
 * problem some twenty times; blocks.
 *
 * Returns: (transfer full) (nullable): %NULL if they can all be kept
 */
McRosterDeadlock *mc_roster_find_deadlock (const McRosterProblem *problem, const McRosterOptions *options);

void mc_roster_deadlock_free (McRosterDeadlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterDeadlock, mc_roster_deadlock_free)

G_END_DECLS
