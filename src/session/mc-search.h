/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-search-hit.h"

G_BEGIN_DECLS

#define MC_TYPE_SEARCH (mc_search_get_type ())
G_DECLARE_FINAL_TYPE (McSearch, mc_search, MC, SEARCH, GObject)

/**
 * McSearch:
 * Finds by the beginnings of words in any order, without accents, with old and new tone placement alike ("hoa nguyen"
 * finds "Nguyễn Văn Hoà" and "Nguyễn Thị Hòa"). Under 5 ms over 10,000 entries; no I/O. mc_session_search() uses the
 * session's own.
 */
McSearch *mc_search_new (void);

/** mc_search_set: enters or replaces the hit with @hit's target; @words are further words that find it. */
void mc_search_set (McSearch *self, McSearchHit *hit, const char *words);
void mc_search_remove (McSearch *self, const char *target);
/** mc_search_remove_kind: forgets all hits of @kind. */
void mc_search_remove_kind (McSearch *self, McSearchKind kind);
guint mc_search_get_size (McSearch *self);

/**
 * mc_search_find:
 * Returns: (transfer full): a GListModel of McSearchHit, best first, at most @limit (0: 50). Whole words rank before
 *   beginnings, titles before further words, the given name before the other names, people before pages.
 */
GListModel *mc_search_find (McSearch *self, const char *text, guint limit);

G_END_DECLS
