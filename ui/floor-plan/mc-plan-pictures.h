/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-floor-plan-scene.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_PICTURES (mc_plan_pictures_get_type ())
G_DECLARE_FINAL_TYPE (McPlanPictures, mc_plan_pictures, MC, PLAN_PICTURES, GObject)

/**
 * McPlanPictures:
 * The files under a floor plan, each read and understood once. Signal `changed`: one more is there.
 */
McPlanPictures *mc_plan_pictures_new (void);

/**
 * mc_plan_pictures_get:
 * @backgrounds: (nullable): of the version; what is not there yet is read
 *
 * Returns: (transfer full) (element-type McPlanPicture): those that are there
 */
GPtrArray *mc_plan_pictures_get (McPlanPictures *self, McSession *session, McLiveList *backgrounds);

G_END_DECLS
