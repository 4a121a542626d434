/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-model.h"

G_BEGIN_DECLS

/**
 * McShiftProgress:
 * @cost: of the best roster so far
 * @bound: no roster costs less
 * @round: how many parts have been tried since
 *
 * On the thread that solves, whenever one of them changes. Short, and nothing of a screen.
 */
typedef void (*McShiftProgress) (gint64 cost, gint64 bound, guint round, gpointer data);

/** McShiftOptions: 0 and %NULL: no limit, none. */
typedef struct
{
  double seconds;
  guint rounds; /* of trying parts anew; what it comes to then depends on the input and @seed alone */
  guint seed;
  guint threads;        /* 0: as many as there are processors; no influence on the outcome of @rounds */
  GCancellable *cancel; /* (nullable): ends it with the best so far */
  McShiftProgress progress;
  gpointer data;
} McShiftOptions;

/** McShiftResult: a roster that keeps all limits, with the proof of how good it is. */
typedef struct
{
  guint8 *choices; /* people × days */
  gint64 cost;     /* counted by mc_shift_evaluate() */
  gint64 bound;    /* no roster costs less; @cost if it is proven to be the best */
  guint rounds;
  double seconds;
} McShiftResult;

void mc_shift_result_free (McShiftResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftResult, mc_shift_result_free)

/**
 * mc_shift_solve: (blocks; for threads)
 * @options: (nullable)
 * @error: MC_ERROR_INVALID: somebody has no roster at all within their limits, or the best one found breaks one
 *   (MC_ERROR_FAILED), which would be a mistake of the engine
 *
 * Column generation: a first roster person by person, the bound of the LP over all rosters, a dive, then parts of the
 * roster made anew as long as time allows or until the bound proves that nothing can be better.
 *
 * Returns: (transfer full) (nullable)
 */
McShiftResult *mc_shift_solve (McShiftModel *model, const McShiftOptions *options, GError **error);

G_END_DECLS
