/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-figure.h"

G_BEGIN_DECLS

/* What a time is held against to find why people waited: what is usual on that weekday. */

/** MC_USUAL_WEEKS: so many weeks before a day tell what is usual on its weekday. */
#define MC_USUAL_WEEKS 12
/** MC_USUAL_LEAST: fewer such days tell nothing. */
#define MC_USUAL_LEAST 3

/**
 * McUsual:
 * A part of the work at a time, beside what is usual.
 *
 * @key: as the rows have it
 * @now: then; NAN: not known
 * @usual: the median of the same weekday before; NAN: too few days
 */
typedef struct
{
  gint64 key;
  double now;
  double usual;
} McUsual;

/** mc_usual_from: the first of the days that tell what is usual on @day. */
McDay mc_usual_from (McDay day);

/**
 * mc_usual_find:
 * @rows: (element-type McWorkloadRow): by day, or by half-hour, and key, from mc_usual_from() to @day
 * @slot: a half-hour of the day; -1: all of it
 * @days: (out) (optional): how many earlier days of that weekday had anything. A key that had nothing on one of them
 * had 0 where the figure is a sum; where it is a mean or a share, that day says nothing of it
 *
 * Returns: (transfer full) (element-type McUsual): what came then, from what is most above the usual to what is least
 */
GArray *mc_usual_find (const GArray *rows, McDay day, int slot, McWorkloadFigure figure, guint *days);

/** McWaitPeak: where people waited longest; @slot -1 and @key 0 where the rows do not tell them apart. */
typedef struct
{
  McDay day;
  int slot;
  gint64 key;
  double wait; /* mean, minutes */
} McWaitPeak;

/** MC_PEAK_LEAST: the mean of fewer called tickets is chance; such a time is a peak only where no other is known. */
#define MC_PEAK_LEAST 5

/**
 * mc_wait_peak_find:
 * @rows: (element-type McWorkloadRow): by day or half-hour, and key
 * @weekday: of these days alone; 1 is Monday, 0: of all
 * @slot: of this half-hour alone; -1: of all
 *
 * The longest mean waiting; of equals the first. Returns: %FALSE if nobody is known to have waited
 */
gboolean mc_wait_peak_find (const GArray *rows, int weekday, int slot, McWaitPeak *peak);

G_END_DECLS
