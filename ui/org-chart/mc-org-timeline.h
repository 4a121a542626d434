/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ORG_TIMELINE (mc_org_timeline_get_type ())
G_DECLARE_FINAL_TYPE (McOrgTimeline, mc_org_timeline, MC, ORG_TIMELINE, AdwBin)

/**
 * McOrgTimeline:
 * A slider over the days of the centre, with a mark where somebody came, left or moved, buttons to the change before
 * and after, and one that plays them. Moving it moves the as-of day of the window.
 *
 */
void mc_org_timeline_set_session (McOrgTimeline *self, McSession *session);

/** mc_org_timeline_set_day: the day that the window looks at. */
void mc_org_timeline_set_day (McOrgTimeline *self, McDay day);

/** mc_org_timeline_step: to the change before (-1) or after (1). FALSE if there is none. */
gboolean mc_org_timeline_step (McOrgTimeline *self, int direction);

/** mc_org_timeline_play: from here, or from the first change when at the end; stops when it plays already. */
void mc_org_timeline_play (McOrgTimeline *self);

/** mc_org_timeline_get_change_before: the last day before @day on which something changed, or MC_DAY_NONE. */
McDay mc_org_timeline_get_change_before (McOrgTimeline *self, McDay day);

G_END_DECLS
