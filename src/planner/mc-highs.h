/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McHighs:
 * A linear or mixed-integer program to be minimised, and the solver that does it. mc-highs.c alone includes HiGHS's
 * header, which defines its constants and cannot be included twice.
 *
 * HiGHS keeps a scheduler for each thread of the program, which minds no other number of threads later: so every
 * instance works with one, and runs on different threads go side by side (a test tries it). Making and freeing take
 * turns.
 */
typedef struct _McHighs McHighs;

/** McHighsStatus: what a run came to. */
typedef enum
{
  MC_HIGHS_FAILED,     /* neither: the solver gave up */
  MC_HIGHS_OPTIMAL,    /* proven */
  MC_HIGHS_FEASIBLE,   /* stopped with a solution; mc_highs_get_bound() says how much better one could be */
  MC_HIGHS_NOTHING,    /* stopped before there was a solution */
  MC_HIGHS_INFEASIBLE, /* there is none: proven */
} McHighsStatus;

/**
 * McHighsProgress:
 * @incumbent: the best so far; infinite as long as there is none
 * @bound: nothing can be better
 *
 * On the thread of the run, now and then. Short, and nothing of a screen.
 */
typedef void (*McHighsProgress) (double incumbent, double bound, gint64 nodes, gpointer data);

/** McHighsLimits: when a run ends at the latest. 0 and %NULL: no limit. */
typedef struct
{
  gint64 nodes;             /* of the search tree: the same on every machine */
  gint64 iterations;        /* of its LPs in all: likewise, and nearer to the time that it takes */
  double seconds;           /* for those who need no repeatable answer */
  double gap;               /* it is good enough if nothing can be better by more than this; absolute */
  guint seed;               /* of ties; the same one gives the same answer */
  GCancellable *cancel;     /* (nullable): ends the run with what there is, within a second or so */
  McHighsProgress progress; /* (nullable) */
  gpointer data;
} McHighsLimits;

/** mc_highs_new: (transfer full): without columns and rows. */
McHighs *mc_highs_new (void);

void mc_highs_free (McHighs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McHighs, mc_highs_free)

/* Building. What is added counts up from 0; INFINITY is no bound. Additions are kept together and given to the solver
 * when it next runs or is asked. */

guint mc_highs_add_column (McHighs *self, double cost, double lower, double upper, gboolean whole);

/** mc_highs_add_column_in: a column that stands in @n rows that there are. */
guint mc_highs_add_column_in (McHighs *self,
                              double cost,
                              double lower,
                              double upper,
                              gboolean whole,
                              guint n,
                              const int *rows,
                              const double *values);

guint mc_highs_add_row (McHighs *self, double lower, double upper, guint n, const int *columns, const double *values);

guint mc_highs_n_columns (const McHighs *self);

/** mc_highs_set_costs: of all columns. */
void mc_highs_set_costs (McHighs *self, const double *costs);

void mc_highs_set_bounds (McHighs *self, guint column, double lower, double upper);

/** mc_highs_set_start: a solution to start from, one value a column; it counts only if no row forbids it. */
void mc_highs_set_start (McHighs *self, const double *values);

/**
 * mc_highs_run:
 * @limits: (nullable): none
 *
 * Solves; as an LP if no column is whole, from the last basis where there is one.
 */
McHighsStatus mc_highs_run (McHighs *self, const McHighsLimits *limits);

/**
 * mc_highs_fix_dear:
 * @most: what a solution may cost; one is known that does not cost more
 *
 * Solves the relaxation and fixes those columns from 0 to 1 of which it proves that no solution at this price has them
 * otherwise. To be called when the costs are still those that @most is of.
 *
 * Returns: how many were fixed
 */
guint mc_highs_fix_dear (McHighs *self, double most);

/** mc_highs_get_values: (transfer none): of the columns, after a run that has a solution. */
const double *mc_highs_get_values (McHighs *self);

/** mc_highs_get_duals: (transfer none): of the rows, after an LP. */
const double *mc_highs_get_duals (McHighs *self);

double mc_highs_get_objective (McHighs *self);

/** mc_highs_get_bound: no solution can cost less; −INFINITY if nothing is known. */
double mc_highs_get_bound (McHighs *self);

gint64 mc_highs_get_nodes (McHighs *self);

G_END_DECLS
