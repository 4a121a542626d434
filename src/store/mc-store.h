/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-entity.h"
#include "mc-pg-pool.h"
#include "mc-query.h"
#include "mc-row-op.h"

G_BEGIN_DECLS

/**
 * McStore:
 * The way from nouns to the database and back. Holds no rows; who asks gets fresh objects.
 *
 * Errors are of domain MC_ERROR with the server's detail; mc_error_text() turns
 * one into a sentence for people. Futures may be dropped: the statement is then cancelled.
 */
#define MC_TYPE_STORE (mc_store_get_type ())
G_DECLARE_FINAL_TYPE (McStore, mc_store, MC, STORE, GObject)

/** mc_store_new: @pool: held */
McStore *mc_store_new (McPgPool *pool);

/** mc_store_get_pool: (transfer none) */
McPgPool *mc_store_get_pool (McStore *self);

/**
 * mc_store_list:
 * @noun: a type of mc_noun_types(), but not one that is guarded
 * @query: (nullable): which; %NULL for all
 *
 * Returns: (transfer full): a future of a GPtrArray of McEntity (element type @noun); MC_ERROR_DENIED if the role may
 *   not read them
 */
DexFuture *mc_store_list (McStore *self, GType noun, McQuery *query);

/**
 * mc_store_get:
 * Returns: (transfer full): a future of the McEntity, large fields not loaded; MC_ERROR_NOT_FOUND if there is none, or
 *   none that the role may see
 */
DexFuture *mc_store_get (McStore *self, GType noun, gint64 id);

/**
 * mc_store_apply:
 * @ops: (element-type McRowOp): the steps, in order; held, not changed
 *
 * All steps in one transaction. Updates and deletions name the version that was
 * seen; where it is no longer there, everything is rolled back with
 * MC_ERROR_CONFLICT, and mc_store_error_get_row() tells which row it was. Updates
 * that change nothing are left out. A new McPersonPrivate goes through its function,
 * after the person that it is linked to.
 *
 * After the commit the entity of each insertion and update is made equal to the
 * row as the database has it (id, version, links, computed fields); if the
 * transaction fails, nothing about it has changed.
 *
 * When the connection breaks during COMMIT, the server is asked what came of it; where it cannot be reached, the error
 * (MC_ERROR_CONNECTION) has a mark (see mc_store_error_get_mark()) by which to ask later.
 *
 * Returns: (transfer full): a future of %TRUE
 */
DexFuture *mc_store_apply (McStore *self, GPtrArray *ops);

/**
 * mc_store_correction_op:
 * @reason: why a closed fact is corrected; goes into the audit of each row that later steps change
 *
 * What ended long ago is closed and refused otherwise. For the director and the deputies.
 *
 * Returns: (transfer full): a step for mc_store_apply(), to be the first
 */
McRowOp *mc_store_correction_op (const char *reason);

/**
 * mc_store_bulk_insert:
 * @entities: (element-type McEntity): new rows, all of one noun
 *
 * By COPY, in one transaction; thousands of rows a second. Ids are not told.
 *
 * Returns: (transfer full): a future of the number of rows (int64)
 */
DexFuture *mc_store_bulk_insert (McStore *self, GPtrArray *entities);

/**
 * mc_store_error_get_row:
 * @table: (out) (optional) (transfer none): valid as long as @error
 * @id: (out) (optional)
 *
 * Returns: whether @error is a conflict over a row
 */
gboolean mc_store_error_get_row (const GError *error, const char **table, gint64 *id);

G_END_DECLS
