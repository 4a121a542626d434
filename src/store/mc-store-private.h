/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/** MC_STORE_CONFLICT_ROW: how the detail of a conflict begins; the row's id follows. */
#define MC_STORE_CONFLICT_ROW "row "

/**
 * _mc_store_query_rows:
 * @sql: static text
 * @params: (transfer full) (nullable)
 *
 * Returns: (transfer full): a future of a GPtrArray of @noun, decoded from the columns that @sql names
 */
DexFuture *_mc_store_query_rows (McStore *self, GType noun, const char *sql, McPgParams *params);

/** _mc_store_query: likewise, but a future of the McPgResult. */
DexFuture *_mc_store_query (McStore *self, const char *sql, McPgParams *params);

/** _mc_store_run: likewise, but a future of %TRUE. */
DexFuture *_mc_store_run (McStore *self, const char *sql, McPgParams *params);

/** _mc_store_query_int64: likewise, but a future of the int64 of the first row and column; 0 for no row and NULL. */
DexFuture *_mc_store_query_int64 (McStore *self, const char *sql, McPgParams *params);

/** _mc_store_query_text: likewise, but a future of the (nullable) string of the first row and column. */
DexFuture *_mc_store_query_text (McStore *self, const char *sql, McPgParams *params);

G_END_DECLS
