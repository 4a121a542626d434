/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-live-list.h"

G_BEGIN_DECLS

/* For McListHub, which loads and refreshes. */

/** mc_live_list_new: @field: (nullable): a static or interned key that every row has the value @key of */
McLiveList *mc_live_list_new (GType noun, McDay as_of, const char *field, gint64 key);

const char *mc_live_list_get_field (McLiveList *self);
gint64 mc_live_list_get_key (McLiveList *self);

void mc_live_list_begin (McLiveList *self);

/** mc_live_list_take_all: @rows (McEntity) are all that belong here now. Objects of rows that stay are kept. */
void mc_live_list_take_all (McLiveList *self, GPtrArray *rows);

/** mc_live_list_take_some: of the rows @ids (gint64), @rows are those that belong here now. */
void mc_live_list_take_some (McLiveList *self, GArray *ids, GPtrArray *rows);

/**
 * mc_live_list_take_row: what this program has just written, ahead of the notification; for a row that is here. A
 * reading that began before the write does not bring the old row back.
 */
void mc_live_list_take_row (McLiveList *self, McEntity *fresh);

/** mc_live_list_trust: what is read next holds, even where it looks older: another database may stand behind it. */
void mc_live_list_trust (McLiveList *self);

/** mc_live_list_fail: the refresh failed; the rows stay. */
void mc_live_list_fail (McLiveList *self, const GError *error);

G_END_DECLS
