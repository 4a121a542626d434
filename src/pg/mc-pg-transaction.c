/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-transaction.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

struct _McPgTransaction
{
  GObject parent_instance;
  McPgPool *pool;
  McPgConnection *connection; /* NULL when ended */
};

G_DEFINE_FINAL_TYPE (McPgTransaction, mc_pg_transaction, G_TYPE_OBJECT)

static void
give_back (McPgTransaction *self)
{
  McPgConnection *connection = g_steal_pointer (&self->connection);

  if (connection)
    mc_pg_pool_release (self->pool, connection);
}

static void
mc_pg_transaction_dispose (GObject *object)
{
  McPgTransaction *self = MC_PG_TRANSACTION (object);

  give_back (self);
  g_clear_object (&self->pool);
  G_OBJECT_CLASS (mc_pg_transaction_parent_class)->dispose (object);
}

static void
mc_pg_transaction_class_init (McPgTransactionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_pg_transaction_dispose;
}

static void
mc_pg_transaction_init (McPgTransaction *self)
{
}

typedef struct
{
  McPgPool *pool;
  McPgTransactionMode mode;
} Begin;

static void
begin_free (gpointer data)
{
  g_object_unref (((Begin *)data)->pool);
  g_free (data);
}

static DexFuture *
begin_fiber (gpointer data)
{
  static const char *const statements[] = {
    [MC_PG_READ_WRITE] = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
    [MC_PG_SNAPSHOT] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    [MC_PG_SERIALIZABLE] = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
  };
  Begin *begin = data;
  g_autoptr (McPgTransaction) self = g_object_new (MC_TYPE_PG_TRANSACTION, NULL);
  GError *error = NULL;

  self->pool = g_object_ref (begin->pool);
  self->connection = dex_await_object (mc_pg_pool_acquire (self->pool), &error);
  if (!self->connection ||
      !dex_await (mc_pg_connection_query (self->connection, statements[begin->mode], NULL), &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_object (g_steal_pointer (&self));
}

DexFuture *
mc_pg_transaction_new (McPgPool *pool, McPgTransactionMode mode)
{
  Begin *begin;

  g_return_val_if_fail (MC_IS_PG_POOL (pool), NULL);

  begin = g_new0 (Begin, 1);
  begin->pool = g_object_ref (pool);
  begin->mode = mode;
  return dex_scheduler_spawn (NULL, 0, begin_fiber, begin, begin_free);
}

static DexFuture *
ended (void)
{
  return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, "the transaction has ended");
}

DexFuture *
mc_pg_transaction_query (McPgTransaction *self, const char *sql, McPgParams *params)
{
  g_return_val_if_fail (MC_IS_PG_TRANSACTION (self), NULL);

  return self->connection ? mc_pg_connection_query (self->connection, sql, params) : ended ();
}

static DexFuture *
commit_fiber (gpointer data)
{
  McPgTransaction *self = data;
  GError *error = NULL;
  g_autoptr (McPgResult) result = NULL;

  if (!self->connection)
    return ended ();
  result = dex_await_object (mc_pg_connection_query (self->connection, "COMMIT", NULL), &error);
  give_back (self);
  if (!result)
    return dex_future_new_for_error (error);
  /* After an error the server answers COMMIT with ROLLBACK, and calls that success. */
  if (!g_str_equal (mc_pg_result_get_tag (result), "COMMIT"))
    return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED,
                                  _ ("nothing was saved, for an earlier step of the transaction had failed"));
  return dex_future_new_true ();
}

static DexFuture *
rollback_fiber (gpointer data)
{
  McPgTransaction *self = data;

  if (self->connection)
    dex_await (mc_pg_connection_query (self->connection, "ROLLBACK", NULL), NULL);
  give_back (self);
  return dex_future_new_true ();
}

/* An ending must come to its end even if nobody waits for it. */
static DexFuture *
end (McPgTransaction *self, DexFiberFunc fiber)
{
  DexFuture *future = dex_scheduler_spawn (NULL, 0, fiber, g_object_ref (self), g_object_unref);

  dex_future_disown (dex_ref (future));
  return future;
}

DexFuture *
mc_pg_transaction_commit (McPgTransaction *self)
{
  g_return_val_if_fail (MC_IS_PG_TRANSACTION (self), NULL);

  return self->connection ? end (self, commit_fiber) : ended ();
}

DexFuture *
mc_pg_transaction_rollback (McPgTransaction *self)
{
  g_return_val_if_fail (MC_IS_PG_TRANSACTION (self), NULL);

  return self->connection ? end (self, rollback_fiber) : dex_future_new_true ();
}

McPgConnection *
mc_pg_transaction_get_connection (McPgTransaction *self)
{
  g_return_val_if_fail (MC_IS_PG_TRANSACTION (self), NULL);

  return self->connection;
}
