/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-need-demand.h"
#include "mc-workload-query.h"

G_BEGIN_DECLS

/**
 * McNeedPlan:
 * What the rosters of some days would want if each counter had as many people as its visitors need. Plain.
 *
 * @month: the days of those rosters
 * @measured: whose visitors tell the need
 * @days: how many of each weekday had visitors, at the index of the weekday
 * @counters: (element-type McCounter): of which something is known
 * @sessions: (element-type GArray of McNeedSession): of each of these
 * @unknown: (element-type McCounter): those of which no complete ticket is known; they keep what they have
 * @change: all of it, to be committed as one
 * @rows: how many rows it writes
 */
typedef struct
{
  McPeriod month, measured;
  McStaffingTarget target;
  int days[8];
  GPtrArray *counters;
  GPtrArray *sessions;
  GPtrArray *unknown;
  McChange *change;
  guint rows;
} McNeedPlan;

/** mc_need_plan_new: (transfer full): of no counter yet; set its days. */
McNeedPlan *mc_need_plan_new (McPeriod month, McPeriod measured, const McStaffingTarget *target);
void mc_need_plan_free (McNeedPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McNeedPlan, mc_need_plan_free)

/** mc_need_plan_get_query: the visitors of a counter, by weekday and half-hour. */
void mc_need_plan_get_query (const McNeedPlan *self, McCounter *counter, McWorkloadQuery *query);

/**
 * mc_need_plan_add:
 * @rows: (element-type McWorkloadRow): of mc_need_plan_get_query()
 * @demands: (nullable): the rows of McDemand that there are
 *
 * Returns: %FALSE where the target cannot be reached at all
 */
gboolean
mc_need_plan_add (McNeedPlan *self, McCounter *counter, const GArray *rows, GListModel *demands, GError **error);

/** mc_need_plan_dup_note: (transfer full): what the need was made of. */
char *mc_need_plan_dup_note (const McNeedPlan *self);

/** mc_need_session_format: (transfer full): "2", "2 → 1", "1–2 → 2"; "3 (5)" where five are needed. */
char *mc_need_session_format (const McNeedSession *session);

G_END_DECLS
