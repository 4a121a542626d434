/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-page.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_FRAME (mc_frame_get_type ())
G_DECLARE_FINAL_TYPE (McFrame, mc_frame, MC, FRAME, AdwBin)

/**
 * McFrame:
 * What stands in the window once there is a session: sidebar, header, banners and the pages. Folds its sidebar to
 * icons below 1180 px and to a drawer below 860 px. Pages are made when they are first shown.
 */
void mc_frame_set_session (McFrame *self, McSession *session);

/**
 * mc_frame_open:
 * @target: a page's name, or "noun/id" such as "person/12"
 *
 * Shows the page and what it names. Returns: FALSE where nobody opens such a thing.
 */
gboolean mc_frame_open (McFrame *self, const char *target);

/** mc_frame_get_page: Returns: (transfer none) (nullable): the page that is shown */
McPage *mc_frame_get_page (McFrame *self);

/** mc_frame_get_page_name: Returns: (transfer none) (nullable): its name in the page table */
const char *mc_frame_get_page_name (McFrame *self);

/** mc_frame_go_back: one step back inside the page, or to the page shown before. FALSE at the very start. */
gboolean mc_frame_go_back (McFrame *self);

/** mc_frame_step: shows the page @step lines on in the sidebar. */
void mc_frame_step (McFrame *self, int step);

/** mc_frame_activate_primary: runs the shown page's primary action, where it can be used now. */
void mc_frame_activate_primary (McFrame *self);

void mc_frame_toggle_sidebar (McFrame *self);

/** mc_frame_popup_as_of: opens the calendar of the as-of day. */
void mc_frame_popup_as_of (McFrame *self);

G_END_DECLS
