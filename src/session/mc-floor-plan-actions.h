/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-floor-plan.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** mc_floor_plan_at: (transfer none) (nullable): the adopted one of @plans (of McFloorPlan) in force on @day. */
McFloorPlan *mc_floor_plan_at (GListModel *plans, McDay day);

/**
 * mc_floor_plan_change_adopt:
 * @plans: all versions, as a live list gives them
 * @draft: the one of them to be adopted
 * @since: the first day on which it is in force
 *
 * The plan in force on that day ends, and @draft is in force until the next adopted one begins. Can be undone as long
 * as no day of it has passed. For the director and the deputies.
 *
 * Returns: (transfer full): to commit
 */
McChange *mc_floor_plan_change_adopt (GListModel *plans, McFloorPlan *draft, McDay since);

/**
 * mc_session_copy_floor_plan:
 * Returns: (transfer full): future of the id (int64) of a draft with all that the plan @source has, meant for @since on
 */
DexFuture *mc_session_copy_floor_plan (McSession *self, gint64 source, const char *name, McDay since);

/** mc_session_read_background: future of GBytes: the file of a background; MC_ERROR_NOT_FOUND when it is gone. */
DexFuture *mc_session_read_background (McSession *self, gint64 background);

G_END_DECLS
