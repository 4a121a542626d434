/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-solution.h"

G_BEGIN_DECLS

/**
 * mc_roster_evaluate:
 * @problem: sealed
 * @solution: its cells are read, all its costs, gaps and breaches are written
 *
 * What a roster comes to by each rule, counted from the cells alone. It knows nothing of the engines' models, so that a
 * mistake there shows. The sharing of burdens has a cost but no breaches. That more people are on a duty than ever may
 * be is a breach of the cover rule that counts as one of a hard rule, even where the rule is soft.
 */
void mc_roster_evaluate (const McRosterProblem *problem, McRosterSolution *solution);

/** mc_roster_evaluate_rule: the amount by which one rule is broken, as its kind counts; on or off. */
gint64 mc_roster_evaluate_rule (const McRosterProblem *problem, const McRosterSolution *solution, guint rule);

/** mc_roster_load: what a person has in a ledger from this roster alone, what was brought in left out. */
gint mc_roster_load (const McRosterProblem *problem, const McRosterSolution *solution, guint person, guint ledger);

/** mc_roster_pool_base: the least that anyone of the person's pool brings into a ledger: from there loads are counted.
 */
gint mc_roster_pool_base (const McRosterProblem *problem, const McRosterRule *fairness, guint pool);

G_END_DECLS
