/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-highs.h"
#include "mc-shift-crew-private.h"
#include "mc-shift-pool-private.h"

G_BEGIN_DECLS

/** McShiftStop: when to end; everything that takes long asks now and then. */
typedef struct
{
  GCancellable *cancel; /* (nullable) */
  gint64 deadline;      /* of g_get_monotonic_time(); 0: none */
} McShiftStop;

gboolean mc_shift_stop_is_due (const McShiftStop *self);

/** mc_shift_stop_seconds: what is left; 0 if there is no deadline. */
double mc_shift_stop_seconds (const McShiftStop *self);

/** McShiftEnd: what solving a node came to. */
typedef enum
{
  MC_SHIFT_END_SOLVED, /* the LP over all rosters there are, not only those in it */
  MC_SHIFT_END_PRUNED, /* no roster of the node costs less than what was asked for */
  MC_SHIFT_END_STOPPED,
  MC_SHIFT_END_FAILED, /* the solver gave up, or somebody has no roster */
} McShiftEnd;

/**
 * McShiftNode:
 * A part of the problem: some people are free, all days or within what the node allows them; the others stay as they
 * are. Its master LP takes one column a person and pays for covers; columns are priced in until none is worth it.
 *
 * Costs are those of the whole roster, the people who stay included.
 */
typedef struct
{
  const McShiftTables *tables;
  GPtrArray *pricers; /* McShiftPricer of each person of the problem */
  McShiftCrew *crew;
  const McShiftStop *stop;
  guint n_free;
  guint *free;       /* people */
  guint32 *allowed;  /* free person × day: choices */
  gboolean *settled; /* free person: the dive has fixed a column */
  gint *wanted;      /* of covers: what those who stay leave; below 0: they are too many */
  gint64 stay_cost;  /* requests of those who stay */
  McHighs *lp;
  GPtrArray *columns; /* const McShiftColumn, in the order of the LP */
  GArray *owners;     /* guint: the free person of each column */
  GPtrArray *made;    /* (element-type McShiftColumn): those that are new, owned */
  double value;       /* of the LP */
  double bound;       /* of whole rosters in this node; −INFINITY as long as nothing is known */
  double *duals;      /* of covers: those that gave the bound */
  double *gains;      /* of free people: what their cheapest column costs at @duals */
  guint n_runs;       /* of the LP */
} McShiftNode;

/**
 * mc_shift_node_new:
 * @roster: people × days: where those who are not in @free stay, and the others come from
 * @allowed: (nullable): @n_free × days; %NULL: each person's own
 */
McShiftNode *mc_shift_node_new (const McShiftTables *tables,
                                GPtrArray *pricers,
                                McShiftCrew *crew,
                                const McShiftStop *stop,
                                const guint8 *roster,
                                guint n_free,
                                const guint *free,
                                const guint32 *allowed);

void mc_shift_node_free (McShiftNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftNode, mc_shift_node_free)

/** mc_shift_node_lay_rows: into an empty program: a row for each cover (with a column for those missing, and one for
 * those beyond), then one for each free person. */
void mc_shift_node_lay_rows (const McShiftNode *self, McHighs *program);

/** mc_shift_node_lay_column: into a program with these rows: a column of the person at place @at in `free`. */
void mc_shift_node_lay_column (
    const McShiftNode *self, McHighs *program, guint at, const McShiftColumn *column, gboolean whole);

/** mc_shift_node_add: puts a column, which must outlive the node, into the LP. @at: the place of its person in `free`.
 */
void mc_shift_node_add (McShiftNode *self, guint at, const McShiftColumn *column);

/** mc_shift_node_take: (transfer full): a new column; it goes into the LP and into `made`. */
void mc_shift_node_take (McShiftNode *self, guint at, McShiftColumn *column);

/**
 * mc_shift_node_solve:
 * @target: of no interest is what costs as much
 * @gap: the bound is good enough if it is as near to the LP's value
 *
 * Column generation with smoothed duals (P. Wentges, 1997) and Lagrange's bound.
 */
McShiftEnd mc_shift_node_solve (McShiftNode *self, double target, double gap);

/** mc_shift_node_run_lp: solves the LP as it is, into `value`; FALSE if the solver gives up. */
gboolean mc_shift_node_run_lp (McShiftNode *self);

/** mc_shift_node_price: takes in what people who are not settled can add to the LP at its own duals; how many. */
guint mc_shift_node_price (McShiftNode *self);

/**
 * mc_shift_node_dive:
 * @limit: of no interest is what costs as much
 * @roster: (inout): people × days; the rows of the free people are written if it comes through
 *
 * Takes the column that is nearest to whole, again and again, pricing in new ones for the rest.
 */
gboolean mc_shift_node_dive (McShiftNode *self, double limit, guint8 *roster);

/**
 * mc_shift_node_choose:
 * @roster: (inout): people × days; costs @cost; the rows of the free people are written if there is something better
 * @n_nodes: of the search tree at most
 *
 * The best choice of whole columns among those that, by the bound, can stand in a roster that costs less than @cost.
 * To be called after mc_shift_node_solve() came to its end.
 */
gboolean mc_shift_node_choose (McShiftNode *self, gint64 cost, gint64 n_nodes, guint seed, guint8 *roster);

G_END_DECLS
