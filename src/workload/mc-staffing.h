/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-erlang.h"
#include "mc-workload-row.h"

G_BEGIN_DECLS

/**
 * McStaffingTarget:
 * @share: of those who come, above 0 and below 1
 * @within: are served after so many seconds of waiting at most
 */
typedef struct
{
  double share;
  double within;
} McStaffingTarget;

/** MC_STAFFING_TARGET: of those who come to a counter, so many wait no longer: the office's own wish, not a rule. */
#define MC_STAFFING_TARGET ((McStaffingTarget){ 0.8, 900 })

/**
 * McStaffingNeed:
 * @weekday: 1 is Monday
 * @slot: half-hour of the day
 * @arrivals: who comes in it on average
 * @result: of the fewest counters that reach the target; 0 where nobody comes
 */
typedef struct
{
  int weekday;
  int slot;
  double arrivals;
  McErlangResult result;
} McStaffingNeed;

/**
 * mc_staffing_find:
 * @rows: (element-type McWorkloadRow): by weekday and half-hour, of the whole period
 * @days: how many days of each weekday were measured, at the index of the weekday; a weekday without any is left out
 * @service: (out): the mean minutes at the counter that were reckoned with, of all rows together: single half-hours
 *   have too few
 * @error: MC_ERROR_NOT_FOUND: no complete ticket, so that nobody knows how long one takes
 *
 * Each half-hour by itself, by Erlang C as if it lasted: a rush that passes needs less, one that follows another more.
 *
 * Returns: (transfer full) (element-type McStaffingNeed): in the order of the rows
 */
GArray *mc_staffing_find (
    const GArray *rows, const int days[8], const McStaffingTarget *target, double *service, GError **error);

/**
 * mc_staffing_count_days:
 * @rows: (element-type McWorkloadRow): of the centre, by day
 * @days: (out caller-allocates): how many of each weekday had visitors, at the index of the weekday. The centre's, not
 *   those of a part: where nobody came to a counter, nobody needed it
 */
void mc_staffing_count_days (const GArray *rows, int days[8]);

/** mc_staffing_most: the most counters that any half-hour of the weekday in [@first, @end) needs. */
int mc_staffing_most (const GArray *needs, int weekday, int first, int end);

/**
 * mc_staffing_pool:
 * @one, @other: two queues, each for itself, with so many counters
 * @apart: (out): mean minutes of waiting of all who come, if each keeps to itself; INFINITY if one grows without end
 * @pooled: (out): likewise if all serve all (cross-authorisation), by M/M/n with the mean service time of both
 *
 * Both without patience.
 */
void mc_staffing_pool (const McErlangQueue *one,
                       int agents_one,
                       const McErlangQueue *other,
                       int agents_other,
                       double *apart,
                       double *pooled);

G_END_DECLS
