/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"
#include "mc-page-table.h"

G_BEGIN_DECLS

#define MC_TYPE_NAV_ITEM (mc_nav_item_get_type ())
G_DECLARE_FINAL_TYPE (McNavItem, mc_nav_item, MC, NAV_ITEM, GObject)

/**
 * McNavItem:
 * One line of the sidebar: an entry of the page table, in the user's language,
 * with what can change about it: "badge" (a number, 0 for none), "badge-text",
 * and "compact" (the sidebar is folded to icons).
 */
McNavItem *mc_nav_item_new (const McPageEntry *entry);

const McPageEntry *mc_nav_item_get_entry (McNavItem *self);
const char *mc_nav_item_get_section (McNavItem *self);
const char *mc_nav_item_get_title (McNavItem *self);
void mc_nav_item_set_badge (McNavItem *self, guint badge);
void mc_nav_item_set_compact (McNavItem *self, gboolean compact);

G_END_DECLS
