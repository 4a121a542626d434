/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libpq-fe.h>

#include "mc-pg-connection.h"

G_BEGIN_DECLS

/* For what holds the connection over several steps (COPY, LISTEN). From lock on they
 * must run on a fiber, between lock and unlock. */

/** _mc_pg_connection_adopt: @conn: (transfer full): connected and non-blocking */
McPgConnection *_mc_pg_connection_adopt (PGconn *conn);
/** _mc_pg_connection_get_conn: (transfer none) (nullable) */
PGconn *_mc_pg_connection_get_conn (McPgConnection *self);

/**
 * _mc_pg_connection_run:
 * @promise: resolved with the #McPgResult; if it is discarded, the statement is cancelled
 * @done: (nullable): called when the connection is free again, before @promise is resolved
 */
void _mc_pg_connection_run (McPgConnection *self,
                            const char *sql,
                            McPgParams *params,
                            gboolean is_script,
                            DexPromise *promise,
                            GDestroyNotify done,
                            gpointer done_data);

/** _mc_pg_connection_lock: waits until all earlier statements are done; @self must be held by the caller */
void _mc_pg_connection_lock (McPgConnection *self);
void _mc_pg_connection_unlock (McPgConnection *self);
/** _mc_pg_connection_flush: waits until libpq's buffer is on its way */
gboolean _mc_pg_connection_flush (McPgConnection *self, GError **error);
/** _mc_pg_connection_next_result: waits for the next PGresult; %NULL when the statement is done */
PGresult *_mc_pg_connection_next_result (McPgConnection *self);
/** _mc_pg_connection_finish: reads what is left of a statement. Returns: (transfer full) (nullable): the last result,
 * or %NULL with the first error set */
McPgResult *_mc_pg_connection_finish (McPgConnection *self, GError **error);

G_END_DECLS
