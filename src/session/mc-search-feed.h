/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-list-hub.h"
#include "mc-search.h"

G_BEGIN_DECLS

#define MC_TYPE_SEARCH_FEED (mc_search_feed_get_type ())
G_DECLARE_FINAL_TYPE (McSearchFeed, mc_search_feed, MC, SEARCH_FEED, GObject)

/** McSearchFeed: keeps people, agencies, posts and findings in an index of searching as they change. */
McSearchFeed *mc_search_feed_new (McSearch *search, McListHub *hub, GListModel *findings);

G_END_DECLS
