/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-counter.h"
#include "mc-session-time.h"
#include "mc-staffing.h"

G_BEGIN_DECLS

/* How many people a counter's visitors need, as rows of McDemand that rosters are made by. */

/**
 * McNeedSession:
 * A session of the week at a counter.
 *
 * @weekday: 1 (Monday) to 5; on Saturdays and Sundays what is wanted stays as it is
 * @need: people, of the half-hour before or after noon that needs most; -1: no such weekday was measured
 * @least, @most: people that are wanted now, over the days of the period
 * @seats: people that will be: the need, but nowhere fewer than one, so that no counter closes for want of visitors,
 *   and no more than the counter has seats; where nothing was measured, the most that are wanted now
 */
typedef struct
{
  int weekday;
  McDaySession session;
  int need;
  int least, most;
  int seats;
} McNeedSession;

/**
 * mc_need_demand_find:
 * @needs: (element-type McStaffingNeed): of mc_staffing_find(), of the counter alone
 * @days: how many days of each weekday were measured, as there
 * @demands: (nullable): the rows of McDemand that there are
 * @period: has both ends
 *
 * Returns: (transfer full) (element-type McNeedSession): by weekday and session
 */
GArray *
mc_need_demand_find (McCounter *counter, const GArray *needs, const int days[8], GListModel *demands, McPeriod period);

/** mc_need_demand_differs: whether @sessions (element-type McNeedSession) want anything else than is wanted now. */
gboolean mc_need_demand_differs (const GArray *sessions);

/**
 * mc_need_demand_add:
 * @change: where it is added
 * @sessions: (element-type McNeedSession)
 * @note: what the need was made of
 *
 * In the period the counter needs @sessions each week; what its weekly rows say stands before and after it, and on
 * Saturdays and Sundays. Extra needs stay.
 *
 * Returns: how many rows are written anew
 */
guint mc_need_demand_add (McChange *change,
                          McCounter *counter,
                          const GArray *sessions,
                          GListModel *demands,
                          McPeriod period,
                          const char *note);

G_END_DECLS
