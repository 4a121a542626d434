/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-connection-private.h"

#include <glib/gi18n-lib.h>
#include "mc-pg-pool.h"

#include "mc-error.h"

/* As DISCARD ALL, but SET SESSION AUTHORIZATION DEFAULT is left out, for it would
 * take the role away; RESET ROLE comes back to the role of the configuration. */
#define HYGIENE                                                                                                        \
  "CLOSE ALL; RESET ALL; RESET ROLE; DEALLOCATE ALL; UNLISTEN *; "                                                     \
  "SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES"

struct _McPgPool
{
  GObject parent_instance;
  McPgConfig *config;
  guint generation; /* of the configuration */
  guint max;
  guint open;     /* connections that exist or are being made */
  guint opening;  /* of these, those being made */
  GQueue idle;    /* McPgConnection, the one used last first */
  GQueue waiting; /* DexPromise */
  gboolean closed;
  DexPromise *emptied;
};

G_DEFINE_FINAL_TYPE (McPgPool, mc_pg_pool, G_TYPE_OBJECT)

static GQuark
generation_quark (void)
{
  return g_quark_from_static_string ("mc-pg-pool-generation");
}

static GError *
closed_error (void)
{
  return g_error_new_literal (MC_ERROR, MC_ERROR_CONNECTION, _ ("the connections are closed"));
}

static void
mc_pg_pool_finalize (GObject *object)
{
  McPgPool *self = MC_PG_POOL (object);

  g_queue_clear_full (&self->idle, g_object_unref);
  g_queue_clear_full (&self->waiting, dex_unref);
  g_clear_pointer (&self->config, mc_pg_config_free);
  dex_clear (&self->emptied);
  G_OBJECT_CLASS (mc_pg_pool_parent_class)->finalize (object);
}

static void
mc_pg_pool_class_init (McPgPoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_pg_pool_finalize;
}

static void
mc_pg_pool_init (McPgPool *self)
{
  g_queue_init (&self->idle);
  g_queue_init (&self->waiting);
}

McPgPool *
mc_pg_pool_new (const McPgConfig *config, guint max)
{
  McPgPool *self;

  g_return_val_if_fail (config != NULL, NULL);
  g_return_val_if_fail (max > 0, NULL);

  self = g_object_new (MC_TYPE_PG_POOL, NULL);
  self->config = mc_pg_config_copy (config);
  self->max = max;
  return self;
}

static void serve (McPgPool *self);

/* A connection has gone, or could not be made. */
static void
count_down (McPgPool *self)
{
  self->open--;
  if (self->open == 0 && self->emptied)
    {
      g_autoptr (DexPromise) emptied = g_steal_pointer (&self->emptied);

      dex_promise_resolve_boolean (emptied, TRUE);
    }
}

static void
drop (McPgPool *self, McPgConnection *connection)
{
  mc_pg_connection_close (connection);
  g_object_unref (connection);
  count_down (self);
}

/* Takes the next waiter who still wants a connection. */
static DexPromise *
next_waiting (McPgPool *self)
{
  DexPromise *promise;

  while ((promise = g_queue_pop_head (&self->waiting)))
    {
      if (!g_cancellable_is_cancelled (dex_promise_get_cancellable (promise)))
        return promise;
      dex_promise_reject (promise, g_error_new_literal (MC_ERROR, MC_ERROR_CANCELLED, "nobody waits any more"));
      dex_unref (promise);
    }
  return NULL;
}

static guint
generation_of (McPgConnection *connection)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (connection), generation_quark ()));
}

/* Somebody got a connection and forgot it, as a cancelled fiber may. */
static void
lost_cb (gpointer data, GObject *where_it_was)
{
  g_autoptr (McPgPool) self = data;

  count_down (self);
  serve (self);
}

static void
hand_out (McPgPool *self, McPgConnection *connection, DexPromise *promise)
{
  g_object_weak_ref (G_OBJECT (connection), lost_cb, g_object_ref (self));
  dex_promise_resolve_object (promise, connection);
}

/* The reverse of hand_out(): the reference to the pool goes to the caller. */
static McPgPool *
take_in (McPgPool *self, McPgConnection *connection)
{
  g_object_weak_unref (G_OBJECT (connection), lost_cb, self);
  return self;
}

static void
put_idle (McPgPool *self, McPgConnection *connection)
{
  if (self->closed || generation_of (connection) != self->generation || !mc_pg_connection_is_open (connection))
    drop (self, connection);
  else
    g_queue_push_head (&self->idle, connection);
  serve (self);
}

typedef struct
{
  McPgPool *pool;
  McPgConfig *config;
  guint generation;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->pool);
  mc_pg_config_free (opening->config);
  g_free (opening);
}

/* The server does not want another connection. Those who wait can still be served
 * by the ones there are, unless there is none: then they should know at once. */
static void
opening_failed (McPgPool *self, const GError *error)
{
  DexPromise *promise;

  count_down (self);
  if (g_error_matches (error, MC_ERROR, MC_ERROR_BUSY) && self->open > self->opening)
    return;
  while ((promise = next_waiting (self)))
    {
      dex_promise_reject (promise, g_error_copy (error));
      dex_unref (promise);
    }
}

static DexFuture *
open_fiber (gpointer data)
{
  Opening *opening = data;
  McPgPool *self = opening->pool;
  g_autoptr (GError) error = NULL;
  McPgConnection *connection = dex_await_object (mc_pg_connection_new (opening->config), &error);

  self->opening--;
  if (connection)
    {
      g_object_set_qdata (G_OBJECT (connection), generation_quark (), GUINT_TO_POINTER (opening->generation));
      put_idle (self, connection);
    }
  else
    opening_failed (self, error);
  return dex_future_new_true ();
}

static void
open_one (McPgPool *self)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->pool = g_object_ref (self);
  opening->config = mc_pg_config_copy (self->config);
  opening->generation = self->generation;
  self->open++;
  self->opening++;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, open_fiber, opening, opening_free));
}

/* Brings together who waits and what is idle, and opens more where that helps. */
static void
serve (McPgPool *self)
{
  McPgConnection *connection;

  while (self->waiting.length && (connection = g_queue_pop_head (&self->idle)))
    {
      g_autoptr (DexPromise) promise = NULL;

      if (!mc_pg_connection_is_open (connection))
        drop (self, connection);
      else if ((promise = next_waiting (self)))
        hand_out (self, connection, promise);
      else
        g_queue_push_head (&self->idle, connection);
    }
  while (!self->closed && self->opening < self->waiting.length && self->open < self->max)
    open_one (self);
}

DexFuture *
mc_pg_pool_acquire (McPgPool *self)
{
  DexPromise *promise;

  g_return_val_if_fail (MC_IS_PG_POOL (self), NULL);

  if (self->closed)
    return dex_future_new_for_error (closed_error ());
  promise = dex_promise_new_cancellable ();
  g_queue_push_tail (&self->waiting, dex_ref (promise));
  serve (self);
  return DEX_FUTURE (promise);
}

typedef struct
{
  McPgPool *pool;
  McPgConnection *connection;
  gboolean in_transaction;
} Cleaning;

static void
cleaning_free (gpointer data)
{
  Cleaning *cleaning = data;

  g_clear_object (&cleaning->connection);
  g_object_unref (cleaning->pool);
  g_free (cleaning);
}

static DexFuture *
clean_fiber (gpointer data)
{
  Cleaning *cleaning = data;
  const char *script = cleaning->in_transaction ? "ROLLBACK; " HYGIENE : HYGIENE;
  McPgConnection *connection = g_steal_pointer (&cleaning->connection);

  /* One that cannot be cleaned is not used again. */
  if (dex_await (mc_pg_connection_exec_script (connection, script), NULL) && mc_pg_connection_is_idle (connection))
    put_idle (cleaning->pool, connection);
  else
    {
      drop (cleaning->pool, connection);
      serve (cleaning->pool);
    }
  return dex_future_new_true ();
}

void
mc_pg_pool_release (McPgPool *self, McPgConnection *connection)
{
  g_autoptr (McPgPool) pool = NULL;
  Cleaning *cleaning;

  g_return_if_fail (MC_IS_PG_POOL (self));
  g_return_if_fail (MC_IS_PG_CONNECTION (connection));

  pool = take_in (self, connection);
  if (self->closed || !mc_pg_connection_is_open (connection))
    {
      drop (self, connection);
      serve (self);
      return;
    }
  /* What nobody waits for any more should not keep the next user waiting. */
  dex_future_disown (mc_pg_connection_cancel (connection));
  cleaning = g_new0 (Cleaning, 1);
  cleaning->pool = g_steal_pointer (&pool);
  cleaning->in_transaction = !mc_pg_connection_is_idle (connection);
  cleaning->connection = connection;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, clean_fiber, cleaning, cleaning_free));
}

/* A query through the pool. It waits for its connection without a fiber, so that
 * thousands may wait without a stack each. */
typedef struct
{
  McPgPool *pool;
  char *sql;
  McPgParams *params;
  gboolean is_script;
  DexPromise *promise;
  McPgConnection *connection;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->pool);
  g_free (job->sql);
  g_clear_pointer (&job->params, mc_pg_params_unref);
  dex_unref (job->promise);
  g_free (job);
}

static void
job_done (gpointer data)
{
  Job *job = data;
  McPgConnection *connection = g_steal_pointer (&job->connection);

  if (job->is_script || !mc_pg_connection_is_idle (connection))
    mc_pg_pool_release (job->pool, connection);
  else
    {
      g_autoptr (McPgPool) pool = take_in (job->pool, connection);

      put_idle (pool, connection);
    }
  job_free (job);
}

static DexFuture *
job_start (DexFuture *acquired, gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  const GValue *value = dex_future_get_value (acquired, &error);

  if (!value)
    {
      dex_promise_reject (job->promise, error);
      job_free (job);
      return NULL;
    }
  job->connection = g_value_dup_object (value);
  _mc_pg_connection_run (job->connection, job->sql, job->params, job->is_script, job->promise, job_done, job);
  return NULL;
}

static DexFuture *
start_job (McPgPool *self, const char *sql, McPgParams *params, gboolean is_script)
{
  Job *job = g_new0 (Job, 1);
  DexPromise *promise = dex_promise_new_cancellable ();

  job->pool = g_object_ref (self);
  job->sql = g_strdup (sql);
  job->params = params ? mc_pg_params_ref (params) : NULL;
  job->is_script = is_script;
  job->promise = dex_ref (promise);
  dex_future_disown (dex_future_finally (mc_pg_pool_acquire (self), job_start, job, NULL));
  return DEX_FUTURE (promise);
}

DexFuture *
mc_pg_pool_query (McPgPool *self, const char *sql, McPgParams *params)
{
  g_return_val_if_fail (MC_IS_PG_POOL (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  return start_job (self, sql, params, FALSE);
}

DexFuture *
mc_pg_pool_exec_script (McPgPool *self, const char *sql)
{
  g_return_val_if_fail (MC_IS_PG_POOL (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  return start_job (self, sql, NULL, TRUE);
}

static void
drop_idle (McPgPool *self)
{
  McPgConnection *connection;

  while ((connection = g_queue_pop_head (&self->idle)))
    drop (self, connection);
}

void
mc_pg_pool_set_config (McPgPool *self, const McPgConfig *config)
{
  McPgConfig *copy = mc_pg_config_copy (config);

  g_return_if_fail (MC_IS_PG_POOL (self));

  mc_pg_config_free (self->config);
  self->config = copy;
  self->generation++;
  drop_idle (self);
}

DexFuture *
mc_pg_pool_close (McPgPool *self)
{
  DexPromise *promise;

  g_return_val_if_fail (MC_IS_PG_POOL (self), NULL);

  self->closed = TRUE;
  while ((promise = next_waiting (self)))
    {
      dex_promise_reject (promise, closed_error ());
      dex_unref (promise);
    }
  drop_idle (self);
  if (self->open == 0)
    return dex_future_new_true ();
  if (!self->emptied)
    self->emptied = dex_promise_new ();
  return DEX_FUTURE (dex_ref (self->emptied));
}
