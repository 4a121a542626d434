/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-what-if.h"

G_BEGIN_DECLS

/* By what ways to run the centre are compared. */

/** McWhatIfMeasure: a line of the comparison. */
typedef enum
{
  MC_WHAT_IF_PEOPLE,
  MC_WHAT_IF_COUNTERS,
  MC_WHAT_IF_WAIT,
  MC_WHAT_IF_IN_TIME,
  MC_WHAT_IF_LEFT,
  MC_WHAT_IF_BUSY,
  MC_WHAT_IF_CLOSED_BY_ONE,
  MC_WHAT_IF_CLOSED,
  MC_WHAT_IF_FAIRNESS,
  MC_WHAT_IF_OVERDUE,
  MC_N_WHAT_IF_MEASURES,
} McWhatIfMeasure;

/* (transfer none), translated: what it is called; how it comes about. */
const char *mc_what_if_measure_label (McWhatIfMeasure measure);
const char *mc_what_if_measure_words (McWhatIfMeasure measure);

/** mc_what_if_measure_value: shares in percent; NAN where it is not known. */
double mc_what_if_measure_value (McWhatIfMeasure measure, const McWhatIfResult *result);

/** mc_what_if_measure_format: (transfer full): as it is read; a dash where it is not known. */
char *mc_what_if_measure_format (McWhatIfMeasure measure, const McWhatIfResult *result);

/** mc_what_if_measure_format_change: (transfer full): "+1,2" against @today; "=" where it reads the same; empty where
 * either is not known. */
char *
mc_what_if_measure_format_change (McWhatIfMeasure measure, const McWhatIfResult *today, const McWhatIfResult *result);

/**
 * mc_what_if_measure_judge:
 * Returns: 1 if @result is better than @today, -1 if it is worse, 0 if it reads the same or is neither: more people or
 *   counters are a price, and busier ones are no worse for the public
 */
int mc_what_if_measure_judge (McWhatIfMeasure measure, const McWhatIfResult *today, const McWhatIfResult *result);

/**
 * mc_what_if_run_all:
 * @scenarios: (element-type McScenario)
 * @failures: (nullable) (element-type utf8): "name: why" is added of each that cannot be, and the others are run;
 *   without it the first ends it all
 * @error: MC_ERROR_INVALID, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type McWhatIfResult): today, and then those that can be
 */
GPtrArray *mc_what_if_run_all (
    const McWhatIfCentre *centre, GPtrArray *scenarios, GPtrArray *failures, GCancellable *cancel, GError **error);

/** mc_what_if_wait_apart: mean minutes of the same people if each agency has a queue of its own, as today. */
double mc_what_if_wait_apart (const McWhatIfResult *today, const McWhatIfQueue *queue);

/**
 * mc_what_if_explain:
 * Of each group of agencies that shares counters, what it gains by that: what cross-authorisation is worth in minutes.
 *
 * Returns: (transfer full): sentences; none where nobody shares
 */
char **mc_what_if_explain (const McWhatIfResult *today, const McWhatIfResult *result);

/**
 * mc_what_if_notes:
 * @scenarios: (element-type McScenario)
 *
 * Returns: (transfer full): sentences: from which days it was reckoned, and what is assumed
 */
char **mc_what_if_notes (const McWhatIfCentre *centre, const McWhatIfResult *today, GPtrArray *scenarios);

/**
 * mc_what_if_share_quiet:
 * @scenario: its groups are set: agencies to which fewer than half of the mean come share, from the quietest on,
 *   @most_members of it at a counter
 *
 * Returns: whether there are two such agencies
 */
gboolean mc_what_if_share_quiet (const McWhatIfCentre *centre, McScenario *scenario);

G_END_DECLS
