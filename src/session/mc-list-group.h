/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_LIST_GROUP (mc_list_group_get_type ())
G_DECLARE_FINAL_TYPE (McListGroup, mc_list_group, MC, LIST_GROUP, GObject)

/**
 * McListGroup:
 * Several live lists that are looked at together: one act of a person changes more than one of them, and whoever
 * reckons from them wants to look once.
 *
 * Property (read-only, notifying): `ready` (bool): all have been read, or cannot be. Signal `changed` (): they have
 * come to rest after a change; the first time just before `ready`.
 */
McListGroup *mc_list_group_new (McSession *session, const GType *nouns, guint n_nouns);

/** mc_list_group_add: @list: one more, of which there may be several of a noun; found by whoever holds it. */
void mc_list_group_add (McListGroup *self, McLiveList *list);

gboolean mc_list_group_get_ready (McListGroup *self);

/** mc_list_group_get: (transfer none): the list of @noun of every day; empty for what the account may not read. */
McLiveList *mc_list_group_get (McListGroup *self, GType noun);

/** mc_list_group_get_lists: (transfer none) (element-type McLiveList): all of them. */
GPtrArray *mc_list_group_get_lists (McListGroup *self);

G_END_DECLS
