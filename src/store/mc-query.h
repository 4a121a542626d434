/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/**
 * McQuery:
 * Which rows of a noun to read. All conditions must hold; with none, every row
 * is meant. Rows come in a stable order: by sort order or name where the noun has
 * one, then by id. Each function returns @self for chaining. Reference counted.
 */
typedef struct _McQuery McQuery;

#define MC_TYPE_QUERY (mc_query_get_type ())
GType mc_query_get_type (void);

McQuery *mc_query_new (void);
McQuery *mc_query_ref (McQuery *self);
void mc_query_unref (McQuery *self);

/** mc_query_where_id: rows whose reference or number @column is @id. */
McQuery *mc_query_where_id (McQuery *self, const char *column, gint64 id);

/** mc_query_where_text: rows whose text or enum @column is @text. */
McQuery *mc_query_where_text (McQuery *self, const char *column, const char *text);

/** mc_query_where_ids: rows whose reference @column is one of @ids. */
McQuery *mc_query_where_ids (McQuery *self, const char *column, const gint64 *ids, gsize n_ids);

/** mc_query_ids: rows whose own id is one of @ids. */
McQuery *mc_query_ids (McQuery *self, const gint64 *ids, gsize n_ids);

/**
 * mc_query_at:
 * Rows in force on @day, for nouns with a period; the state of @day, for nouns
 * that are a state (these show today where no day is named). No other noun may
 * be asked so. MC_DAY_NONE takes the condition away.
 */
McQuery *mc_query_at (McQuery *self, McDay day);

/** mc_query_limit: at most @n rows; 0 for all. */
McQuery *mc_query_limit (McQuery *self, guint n);

/** mc_query_newest_first: by id, falling, as logs are read. */
McQuery *mc_query_newest_first (McQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McQuery, mc_query_unref)

G_END_DECLS
