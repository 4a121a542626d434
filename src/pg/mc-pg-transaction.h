/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-pool.h"

G_BEGIN_DECLS

/**
 * McPgTransactionMode:
 * @MC_PG_READ_WRITE: READ COMMITTED, for a user's action
 * @MC_PG_SNAPSHOT: REPEATABLE READ, READ ONLY: several reads that fit together
 * @MC_PG_SERIALIZABLE: may be rejected with MC_ERROR_CONFLICT at any point; try again
 */
typedef enum
{
  MC_PG_READ_WRITE,
  MC_PG_SNAPSHOT,
  MC_PG_SERIALIZABLE,
} McPgTransactionMode;

/**
 * McPgTransaction:
 * One transaction on a pool's connection. It ends with commit or rollback; dropped without either, it is rolled back.
 */
#define MC_TYPE_PG_TRANSACTION (mc_pg_transaction_get_type ())
G_DECLARE_FINAL_TYPE (McPgTransaction, mc_pg_transaction, MC, PG_TRANSACTION, GObject)

/** mc_pg_transaction_new: Returns: (transfer full): a future of an #McPgTransaction that has begun */
DexFuture *mc_pg_transaction_new (McPgPool *pool, McPgTransactionMode mode);

/** mc_pg_transaction_query: as mc_pg_connection_query(). After an error only rollback is possible. */
DexFuture *mc_pg_transaction_query (McPgTransaction *self, const char *sql, McPgParams *params);

/**
 * mc_pg_transaction_commit:
 *
 * Returns: (transfer full): a future of %TRUE when the server has made it durable. Rejected with the error of a
 *   deferred constraint, with MC_ERROR_FAILED if an earlier error had spoilt the transaction, or with
 *   MC_ERROR_CONNECTION if the server went away in between: then it may have happened or not.
 */
DexFuture *mc_pg_transaction_commit (McPgTransaction *self);
/** mc_pg_transaction_rollback: Returns: (transfer full): a future of %TRUE; never rejected, as a lost connection
 * rolls back, too */
DexFuture *mc_pg_transaction_rollback (McPgTransaction *self);

/** mc_pg_transaction_get_connection: (transfer none) (nullable): for COPY; %NULL when ended */
McPgConnection *mc_pg_transaction_get_connection (McPgTransaction *self);

G_END_DECLS
