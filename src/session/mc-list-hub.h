/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-live-list.h"
#include "mc-store.h"

G_BEGIN_DECLS

#define MC_TYPE_LIST_HUB (mc_list_hub_get_type ())
G_DECLARE_FINAL_TYPE (McListHub, mc_list_hub, MC, LIST_HUB, GObject)

/**
 * McListHub:
 * Loads live lists and keeps them true to the database: one list per key, held weakly, refreshed by notifications.
 *
 * Signal `failed` (GError): a refresh failed for another reason than a lost connection.
 */

/** mc_list_hub_new: @today: the day that a list of MC_DAY_NONE shows where the noun is the state of a day */
McListHub *mc_list_hub_new (McStore *store, McDay today);

/** mc_list_hub_get: (transfer full): the list for this key; begins to load it when it is new. */
McLiveList *mc_list_hub_get (McListHub *self, GType noun, McDay as_of, const char *field, gint64 key);

/** mc_list_hub_notify: what the database said on its channel: {"table", "op", "ids"}. */
void mc_list_hub_notify (McListHub *self, const char *payload);

/**
 * mc_list_hub_take_row: a row as the database has it after a write of this program, so that the next edit of a person
 * who is quick stands on it and meets no conflict with themselves.
 */
void mc_list_hub_take_row (McListHub *self, McEntity *fresh);

/** mc_list_hub_refresh: reads every list afresh, as after a gap in the notifications. */
void mc_list_hub_refresh (McListHub *self);

/** mc_list_hub_set_today: the lists of today move to @today. */
void mc_list_hub_set_today (McListHub *self, McDay today);

/** mc_list_hub_stop: no more reading. */
void mc_list_hub_stop (McListHub *self);

G_END_DECLS
