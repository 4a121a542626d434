/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-day.h"
#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_LIVE_LIST (mc_live_list_get_type ())
G_DECLARE_FINAL_TYPE (McLiveList, mc_live_list, MC, LIVE_LIST, GObject)

/**
 * McLiveList:
 * A GListModel of entities of one noun that follows the database. Rows stand in order of id; sort, filter and group
 * with GTK's models. A row that changes keeps its object: the object gets the new field values and notifies; only rows
 * that come and go emit `items-changed`. Get one from mc_session_list() and hold the reference while you show it.
 *
 * Properties (read-only, notifying): `loading` (bool: the first load is under way), `ready` (bool: loaded once),
 * `error` (GError, boxed, or %NULL: the last refresh failed; the rows are those of before), `as-of` (int, McDay).
 *
 * Signals: `row-changed` (McEntity) for a row that got new values; `changed`, once after a refresh that changed
 * anything.
 */

gboolean mc_live_list_get_loading (McLiveList *self);
gboolean mc_live_list_get_ready (McLiveList *self);
const GError *mc_live_list_get_error (McLiveList *self);
GType mc_live_list_get_noun (McLiveList *self);
McDay mc_live_list_get_as_of (McLiveList *self);

/** mc_live_list_get_by_id: (transfer none) (nullable): the row with this id; constant time. */
gpointer mc_live_list_get_by_id (McLiveList *self, gint64 id);

/** mc_live_list_get_position: the row's place, or GTK_INVALID_LIST_POSITION's value G_MAXUINT. */
guint mc_live_list_get_position (McLiveList *self, gint64 id);

/** mc_live_list_when_ready: (transfer full): future of this McLiveList once it is loaded; rejects when loading failed.
 */
DexFuture *mc_live_list_when_ready (McLiveList *self);

G_END_DECLS
