/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-nav-item.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_SIDEBAR (mc_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (McSidebar, mc_sidebar, MC, SIDEBAR, AdwBin)

/**
 * McSidebar:
 * The pages by section, and at the foot the connection and who is signed in.
 * "compact" folds it to icons. Emits "page-activated" (McNavItem) when a page is chosen by hand.
 */
void mc_sidebar_set_session (McSidebar *self, McSession *session);

/** mc_sidebar_find: Returns: (transfer none) (nullable): the line of that page */
McNavItem *mc_sidebar_find (McSidebar *self, const char *page_name);

/** mc_sidebar_select: marks the page as shown, without emitting "page-activated". */
void mc_sidebar_select (McSidebar *self, const char *page_name);

/** mc_sidebar_step: Returns: (transfer none): the line @step lines from the selected one, round the ends. */
McNavItem *mc_sidebar_step (McSidebar *self, int step);

G_END_DECLS
