/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-plan-feed.h"

G_BEGIN_DECLS

/* Which layers this desktop shows, by their names: kept in the settings, for the page and for the hall's screen alike.
 */

/** mc_plan_layers_follow: @feed hides the layers that are hidden here, now and whenever that changes. */
void mc_plan_layers_follow (McPlanFeed *feed);

/** mc_plan_layer_menu_install: keeps a line for each layer of @feed in @section of the menu of @button, to show and to
 * hide it. Lives as long as @feed. */
void mc_plan_layer_menu_install (GtkMenuButton *button, McPlanFeed *feed, GMenu *section);

G_END_DECLS
