/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-engine.h"

G_BEGIN_DECLS

/** McRosterMove: one cell that an answer changes. */
typedef struct
{
  guint person;
  guint session;
  gint before; /* duty or MC_ROSTER_FREE */
  gint after;
} McRosterMove;

/** McRosterAnswer: one way to go on without those who are away. */
typedef struct
{
  McRosterSolution *roster; /* evaluated as the repair's problem says */
  GArray *moves;            /* McRosterMove of those who are there, by person and session */
  guint people;             /* how many have a move */
  guint gaps;               /* seats that stay empty on the days concerned */
  GArray *prices; /* gint64 of each stage of the problem: what it costs more (less, if negative) than doing nothing */
} McRosterAnswer;

/** McRosterRepair: what is to be done about absences. */
typedef struct
{
  McRosterProblem *problem;  /* with the absences */
  McRosterSolution *nothing; /* the roster if nobody takes over: evaluated */
  guint gaps;                /* seats that then stay empty on the days concerned */
  GPtrArray *answers; /* (element-type McRosterAnswer): at most three, the best first; no two move the same people
                       * to the same duties */
} McRosterRepair;

/**
 * mc_roster_repair:
 * @problem: sealed; the published roster may break its rules
 * @published: whose cells are kept wherever they can be
 * @absences: (element-type McRosterAway): from now on
 * @now: the first session that may still change
 * @options: (nullable)
 *
 * First what the first stage counts (cover), then the fewest cells of the fewest people, then the other stages. Only
 * days on which someone is missing change. Another answer is the best one that leaves someone of the first where they
 * are.
 *
 * Returns: (transfer full)
 */
McRosterRepair *mc_roster_repair (const McRosterProblem *problem,
                                  const McRosterSolution *published,
                                  const GArray *absences,
                                  guint now,
                                  const McRosterOptions *options);

void mc_roster_repair_free (McRosterRepair *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRosterRepair, mc_roster_repair_free)

G_END_DECLS
