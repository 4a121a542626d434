/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-config.h"
#include "mc-pg-params.h"
#include "mc-pg-result.h"

G_BEGIN_DECLS

/**
 * McPgConnection:
 * One connection to a PostgreSQL server, without blocking. Statements run one after another in the order they were
 * asked for. Who stops awaiting a statement's future (as the loser of dex_future_first(), or a cancelled fiber) cancels
 * it on the server. Belongs to the thread that made it.
 *
 * Errors are of domain MC_ERROR, with the server's own message and mc_error_get_detail(). After
 * MC_ERROR_CONNECTION the connection is of no more use.
 *
 * Signals: "notice" (const char *severity, const char *message).
 */
#define MC_TYPE_PG_CONNECTION (mc_pg_connection_get_type ())
G_DECLARE_FINAL_TYPE (McPgConnection, mc_pg_connection, MC, PG_CONNECTION, GObject)

/**
 * mc_pg_connection_new:
 * @config: copied
 *
 * Returns: (transfer full): a future of an #McPgConnection; rejected with MC_ERROR_CONNECTION, _LOGIN, _TLS, _TIMEOUT,
 *   _NOT_FOUND (no such database) or _BUSY (too many connections)
 */
DexFuture *mc_pg_connection_new (const McPgConfig *config);

/**
 * mc_pg_connection_query:
 * @sql: one statement, with $1, $2, …
 * @params: (nullable): its values
 *
 * Returns: (transfer full): a future of an #McPgResult
 */
DexFuture *mc_pg_connection_query (McPgConnection *self, const char *sql, McPgParams *params);

/**
 * mc_pg_connection_exec_script:
 * @sql: statements separated by semicolons, without parameters; unless they say BEGIN and COMMIT themselves, all of
 *   them are one transaction (that is how the server takes a script)
 *
 * Returns: (transfer full): a future of the #McPgResult of the last statement
 */
DexFuture *mc_pg_connection_exec_script (McPgConnection *self, const char *sql);

/**
 * mc_pg_connection_cancel:
 *
 * Asks the server to stop what is running; its future is then rejected with MC_ERROR_CANCELLED, if the server did
 * not finish first. Statements that still wait their turn are not touched.
 *
 * Returns: (transfer full): a future of %TRUE when the server has the request
 */
DexFuture *mc_pg_connection_cancel (McPgConnection *self);

/** mc_pg_connection_close: at once; what is running fails with MC_ERROR_CONNECTION. Needless before the last unref. */
void mc_pg_connection_close (McPgConnection *self);

/** mc_pg_connection_is_open: FALSE once the server is known to be gone; looks at the socket without waiting. */
gboolean mc_pg_connection_is_open (McPgConnection *self);
/** mc_pg_connection_is_idle: TRUE if no statement runs or waits and no transaction is open. */
gboolean mc_pg_connection_is_idle (McPgConnection *self);
/** mc_pg_connection_get_server_version: such as 170011 */
int mc_pg_connection_get_server_version (McPgConnection *self);
/** mc_pg_connection_get_backend_pid: the server process, as in pg_stat_activity; 0 if closed */
int mc_pg_connection_get_backend_pid (McPgConnection *self);
/** mc_pg_connection_uses_tls: whether what travels is encrypted */
gboolean mc_pg_connection_uses_tls (McPgConnection *self);
/**
 * mc_pg_connection_encrypt_password:
 * @user: the login role
 *
 * What the server keeps instead of the password (SCRAM-SHA-256), so that the password itself is never sent.
 *
 * Returns: (transfer full) (nullable): the verifier; %NULL with MC_ERROR_FAILED
 */
char *mc_pg_connection_encrypt_password (McPgConnection *self, const char *user, const char *password, GError **error);

/** mc_pg_quote_identifier: (transfer full): for the few statements that take no parameter, such as LISTEN
 * and CREATE ROLE */
char *mc_pg_quote_identifier (const char *name);
/** mc_pg_quote_literal: (transfer full): likewise, for ALTER ROLE … PASSWORD and its like; everywhere else use
 * #McPgParams */
char *mc_pg_quote_literal (const char *text);

G_END_DECLS
