/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-roster-solution.h"

G_BEGIN_DECLS

/** McRosterProgress: where an engine stands. */
typedef struct
{
  guint part; /* of the problem's parts that have nothing to do with each other */
  guint n_parts;
  guint stage; /* that it is at, in that part */
  guint n_stages;
  gint64 incumbent; /* cost of the best so far in this stage; G_MAXINT64: none yet */
  gint64 bound;     /* nothing can cost less; G_MININT64: unknown */
  gint64 nodes;
} McRosterProgress;

/** McRosterOptions: how an engine is to run. All 0 is well. */
typedef struct
{
  guint
      seed; /* of ties; with the same one the same problem has the same roster, if @seconds is 0 and nobody stops it */
  gint64 nodes;         /* of a search, at most; 0: the engine's own measure */
  double seconds;       /* at most, then with the best so far; 0: as long as it takes */
  GCancellable *cancel; /* (nullable): ends it soon, with the best so far */
  void (*progress) (const McRosterProgress *progress, gpointer data); /* (nullable): on the engine's thread, often */
  gpointer data;
} McRosterOptions;

/**
 * McRosterEngine:
 * @problem: sealed
 * @start: (nullable): a roster to begin with; the answer is never worse
 * @options: (nullable): all 0
 *
 * Makes a roster; blocks. Cancelling is no failure: there always is a roster.
 *
 * Returns: (transfer full): evaluated
 */
typedef McRosterSolution *(*McRosterEngine) (const McRosterProblem *problem,
                                             const McRosterSolution *start,
                                             const McRosterOptions *options);

G_END_DECLS
