/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-node-private.h"
#include "mc-shift-solver.h"

G_BEGIN_DECLS

/** McShiftSearch: what the parts of the engine share while one problem is solved; the caller's thread alone changes it.
 */
typedef struct
{
  McShiftTables *tables;
  GPtrArray *pricers; /* McShiftPricer of each person */
  McShiftCrew *crew;
  McShiftPool *pool;
  McShiftStop stop;
  const McShiftOptions *options;
  GRand *rand;
  guint8 *roster; /* the best so far */
  gint64 cost;
  gint64 bound;
  double *duals; /* of covers, from the root: what a shift is worth */
  guint round;
} McShiftSearch;

/** mc_shift_search_report: tells the caller where it stands. */
void mc_shift_search_report (const McShiftSearch *self);

/** mc_shift_search_offer: takes @roster if it keeps all limits and costs less than the best so far; counted by
 * mc_shift_evaluate(), not by who made it. */
gboolean mc_shift_search_offer (McShiftSearch *self, const guint8 *roster);

/** mc_shift_search_raise: no roster costs less than @bound. */
void mc_shift_search_raise (McShiftSearch *self, double bound);

/** mc_shift_search_is_over: proven, stopped, or all rounds done. */
gboolean mc_shift_search_is_over (const McShiftSearch *self);

/**
 * mc_shift_search_start:
 * @error: MC_ERROR_INVALID: somebody has no roster
 *
 * The first roster: one person after the other as the covers then want them, then each anew until nobody can do better
 * alone. Quick, and never stopped before it is there.
 */
gboolean mc_shift_search_start (McShiftSearch *self, GError **error);

/** mc_shift_search_root: the bound by all people's rosters, and a dive from there. */
void mc_shift_search_root (McShiftSearch *self);

/** mc_shift_search_rounds: parts of the roster made anew until the search is over. */
void mc_shift_search_rounds (McShiftSearch *self);

/** mc_shift_search_fill: puts into @node the columns of the pool that are most worth it at the root's duals, and those
 * of the best roster. */
void mc_shift_search_fill (const McShiftSearch *self, McShiftNode *node);

/** mc_shift_search_keep: moves what @node has made into the pool. */
void mc_shift_search_keep (McShiftSearch *self, McShiftNode *node);

G_END_DECLS
