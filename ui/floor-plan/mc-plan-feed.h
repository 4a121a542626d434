/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-absence.h"
#include "mc-floor-plan-scene.h"
#include "mc-floor-plan.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_FEED (mc_plan_feed_get_type ())
G_DECLARE_FINAL_TYPE (McPlanFeed, mc_plan_feed, MC, PLAN_FEED, GObject)

/**
 * McPlanFeed:
 * A floor of a version of the floor plan, as it is in one half of a day: follows the lists of the session that it is
 * made of, and draws it anew, once, after they changed.
 *
 * Signals: `changed`: there is another scene (or none any more).
 */
McPlanFeed *mc_plan_feed_new (void);

/** mc_plan_feed_half_now: the half-day that it is in Cần Thơ: MC_HALF_MORNING until noon. */
McHalf mc_plan_feed_half_now (void);

/** mc_plan_feed_look_at: @session (nullable); @half: MC_HALF_MORNING or MC_HALF_AFTERNOON. */
void mc_plan_feed_look_at (McPlanFeed *self, McSession *session, McDay day, McHalf half);
/** mc_plan_feed_set_plan: the id of a version; 0: the one in force on the day. */
void mc_plan_feed_set_plan (McPlanFeed *self, gint64 plan);
/** mc_plan_feed_set_floor: the id of a floor; 0: the lowest. */
void mc_plan_feed_set_floor (McPlanFeed *self, gint64 floor);
/** mc_plan_feed_set_options: copied, but for `hidden`; see mc_plan_feed_set_hidden_layers(). Its `editing` shows no
 * people. */
void mc_plan_feed_set_options (McPlanFeed *self, const McFloorPlanOptions *options);
McFloorPlanOptions mc_plan_feed_get_options (McPlanFeed *self);
/** mc_plan_feed_set_hidden_layers: @names of layers that are not shown here, whatever the plan says, in this version
 * and in the next; all are where one draws. */
void mc_plan_feed_set_hidden_layers (McPlanFeed *self, const char *const *names);

McSession *mc_plan_feed_get_session (McPlanFeed *self);
McDay mc_plan_feed_get_day (McPlanFeed *self);
McHalf mc_plan_feed_get_half (McPlanFeed *self);
/** mc_plan_feed_get_scene: (transfer none) (nullable): NULL until all is loaded, and where there is no plan. */
McScene *mc_plan_feed_get_scene (McPlanFeed *self);
/** mc_plan_feed_get_ready: whether all lists are loaded, so that a missing scene means that there is no plan. */
gboolean mc_plan_feed_get_ready (McPlanFeed *self);
/** mc_plan_feed_get_plan: (transfer none) (nullable): the version that is shown. */
McFloorPlan *mc_plan_feed_get_plan (McPlanFeed *self);
/** mc_plan_feed_get_floor: (transfer none) (nullable): the floor that is shown. */
McFloor *mc_plan_feed_get_floor (McPlanFeed *self);
/** Live lists (transfer none) (nullable): all versions; all floors; layers, objects and backgrounds of the version. */
McLiveList *mc_plan_feed_get_plans (McPlanFeed *self);
McLiveList *mc_plan_feed_get_floors (McPlanFeed *self);
McLiveList *mc_plan_feed_get_layers (McPlanFeed *self);
McLiveList *mc_plan_feed_get_objects (McPlanFeed *self);
McLiveList *mc_plan_feed_get_backgrounds (McPlanFeed *self);
/** mc_plan_feed_dup_sketch: (transfer full) (nullable): the floor in plain lines, for a DXF. */
McSketch *mc_plan_feed_dup_sketch (McPlanFeed *self);
/** mc_plan_feed_find_picture: what a background holds, valid until the next `changed`; %FALSE until it has been read.
 */
gboolean mc_plan_feed_find_picture (McPlanFeed *self, gint64 background, McPlanPicture *picture);
/** mc_plan_feed_get_states: (transfer none) (nullable) (element-type McCounterState): of all floors. */
GPtrArray *mc_plan_feed_get_states (McPlanFeed *self);
/** mc_plan_feed_get_why_closed: (nullable): the name of the holiday, or "Weekend"; %NULL when it is a working session.
 */
const char *mc_plan_feed_get_why_closed (McPlanFeed *self);
/** mc_plan_feed_find_state: (transfer none) (nullable): of the counter whose node has @key ("counter/7"). */
const McCounterState *mc_plan_feed_find_state (McPlanFeed *self, const char *key);
/** mc_plan_feed_dup_target: (transfer full) (nullable): where the node @key leads, for win.open-target. */
char *mc_plan_feed_dup_target (McPlanFeed *self, const char *key);
/** mc_plan_feed_dup_objects: (transfer full) (element-type McPlanObject): what stands on the floor, in painting order.
 */
GPtrArray *mc_plan_feed_dup_objects (McPlanFeed *self);

G_END_DECLS
