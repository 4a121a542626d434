/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-pg-params.h"
#include "mc-pg-result.h"
#include "mc-query.h"

G_BEGIN_DECLS

/*
 * SQL text from the static field tables of the nouns: names come from there
 * alone, and every value is a parameter. All texts are (transfer full).
 */

/** _mc_sql_table: such as "centre.tour". */
char *_mc_sql_table (McEntityClass *klass);

/** _mc_sql_columns: id, version and all fields but large ones, as an SQL list. */
char *_mc_sql_columns (McEntityClass *klass);

/** _mc_sql_select: @params: an empty list that takes the values of @query (nullable). */
char *_mc_sql_select (McEntityClass *klass, McQuery *query, McPgParams *params);

/** _mc_sql_insert: of @n_rows at once; what is nothing in all rows is left to the column's default. */
char *_mc_sql_insert (McEntityClass *klass, McEntity *const *rows, gsize n_rows, McPgParams *params);

/** _mc_sql_update: (nullable): %NULL if the two do not differ in a column that is ours to write. */
char *_mc_sql_update (McEntity *before, McEntity *after, gint64 id, int version, McPgParams *params);

char *_mc_sql_delete (McEntityClass *klass, gint64 id, int version, McPgParams *params);

/** _mc_sql_is_written: whether @field is written by us in an insertion or update. */
gboolean _mc_sql_is_written (const McFieldInfo *field);

/** _mc_sql_is_hidden: whether only a function shows @field: what a write gives back does not have it. */
gboolean _mc_sql_is_hidden (McEntityClass *klass, const McFieldInfo *field);

/** _mc_sql_decode: (transfer full): a GPtrArray of McEntity. Columns that @result does not have keep "nothing". */
GPtrArray *_mc_sql_decode (GType noun, McPgResult *result, GError **error);

G_END_DECLS
