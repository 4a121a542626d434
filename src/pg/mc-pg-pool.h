/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-config.h"
#include "mc-pg-connection.h"
#include "mc-pg-params.h"
#include "mc-pg-result.h"

G_BEGIN_DECLS

/**
 * McPgPool:
 * A few connections to one server with one login. They are opened when needed, at most @max of them, and those who ask
 * for more wait in turn. A connection comes back clean: an open transaction is rolled back, and settings, cursors,
 * temporary tables, advisory locks and LISTENs of the last user are gone, while the configured role stays. Broken
 * connections are thrown away, so the pool works again as soon as the server does. Belongs to the thread that made it.
 */
#define MC_TYPE_PG_POOL (mc_pg_pool_get_type ())
G_DECLARE_FINAL_TYPE (McPgPool, mc_pg_pool, MC, PG_POOL, GObject)

/** mc_pg_pool_new: @config: copied; @max: most connections at a time, at least 1. Opens none yet. */
McPgPool *mc_pg_pool_new (const McPgConfig *config, guint max);

/** mc_pg_pool_set_config: @config: copied; for connections from now on, the open ones go when they come back */
void mc_pg_pool_set_config (McPgPool *self, const McPgConfig *config);

/**
 * mc_pg_pool_acquire:
 *
 * Returns: (transfer full): a future of an #McPgConnection for the caller alone; give it back with
 *   mc_pg_pool_release(). Rejected as mc_pg_connection_new().
 */
DexFuture *mc_pg_pool_acquire (McPgPool *self);

/** mc_pg_pool_release: @connection: (transfer full): from mc_pg_pool_acquire(); cleaned in the background */
void mc_pg_pool_release (McPgPool *self, McPgConnection *connection);

/**
 * mc_pg_pool_query:
 * @sql: one statement, with $1, $2, …; not BEGIN, SET, LISTEN or anything else that outlives it
 * @params: (nullable): its values
 *
 * Acquire, query, release in one. Who stops awaiting the future cancels the statement.
 *
 * Returns: (transfer full): a future of an #McPgResult
 */
DexFuture *mc_pg_pool_query (McPgPool *self, const char *sql, McPgParams *params);

/** mc_pg_pool_exec_script: as mc_pg_connection_exec_script(). Returns: (transfer full): a future of an #McPgResult */
DexFuture *mc_pg_pool_exec_script (McPgPool *self, const char *sql);

/**
 * mc_pg_pool_close:
 *
 * Those who wait are rejected, idle connections are closed, and those in use when they come back.
 *
 * Returns: (transfer full): a future of %TRUE when the last connection is closed
 */
DexFuture *mc_pg_pool_close (McPgPool *self);

G_END_DECLS
