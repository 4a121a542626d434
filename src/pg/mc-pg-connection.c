/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-connection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/socket.h>

#include "mc-pg-error-private.h"
#include "mc-pg-params-private.h"
#include "mc-pg-result-private.h"
#include "mc-pg-wait-private.h"

/* One statement (or script) from the asking to the answer. */
typedef struct
{
  McPgConnection *connection;
  char *sql;
  McPgParams *params;
  gboolean is_script;
  DexPromise *promise;
  gulong cancelled_id;
  GDestroyNotify done;
  gpointer done_data;
} Statement;

struct _McPgConnection
{
  GObject parent_instance;
  PGconn *conn;
  gboolean locked;
  gboolean closing;
  gboolean farewell;
  GQueue waiting; /* DexPromise, those who want the lock */
  Statement *current;
  gboolean asked_to_cancel;
  guint cancels_under_way;
  DexPromise *cancels_done;
};

enum
{
  NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McPgConnection, mc_pg_connection, G_TYPE_OBJECT)

static void
mc_pg_connection_finalize (GObject *object)
{
  McPgConnection *self = MC_PG_CONNECTION (object);

  /* Whoever waits or runs holds a reference, so nobody does. */
  g_clear_pointer (&self->conn, PQfinish);
  G_OBJECT_CLASS (mc_pg_connection_parent_class)->finalize (object);
}

static void
mc_pg_connection_class_init (McPgConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_pg_connection_finalize;
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mc_pg_connection_init (McPgConnection *self)
{
  g_queue_init (&self->waiting);
}

static void
notice_cb (void *data, const PGresult *notice)
{
  McPgConnection *self = data;
  const char *severity = PQresultErrorField (notice, PG_DIAG_SEVERITY_NONLOCALIZED);

  /* What ends an idle connection comes as a notice; the hang-up follows. */
  if (g_strcmp0 (severity, "FATAL") == 0 || g_strcmp0 (severity, "PANIC") == 0)
    self->farewell = TRUE;
  g_signal_emit (self, signals[NOTICE], 0, severity, PQresultErrorField (notice, PG_DIAG_MESSAGE_PRIMARY));
}

McPgConnection *
_mc_pg_connection_adopt (PGconn *conn)
{
  McPgConnection *self = g_object_new (MC_TYPE_PG_CONNECTION, NULL);

  self->conn = conn;
  PQsetNoticeReceiver (conn, notice_cb, self);
  return self;
}

PGconn *
_mc_pg_connection_get_conn (McPgConnection *self)
{
  return self->conn;
}

void
_mc_pg_connection_lock (McPgConnection *self)
{
  if (self->locked)
    {
      DexPromise *turn = dex_promise_new ();

      g_queue_push_tail (&self->waiting, dex_ref (turn));
      dex_await (DEX_FUTURE (turn), NULL);
    }
  self->locked = TRUE;
}

void
_mc_pg_connection_unlock (McPgConnection *self)
{
  g_autoptr (DexPromise) next = g_queue_pop_head (&self->waiting);

  if (self->closing)
    g_clear_pointer (&self->conn, PQfinish);
  /* With somebody waiting the lock passes on without ever being open. */
  if (next)
    dex_promise_resolve_boolean (next, TRUE);
  else
    self->locked = FALSE;
}

gboolean
_mc_pg_connection_flush (McPgConnection *self, GError **error)
{
  int left;

  /* The server may stop reading until we have read what it wrote. */
  while ((left = PQflush (self->conn)) == 1)
    {
      int ready = dex_await_int (_mc_pg_wait_fd (PQsocket (self->conn), G_IO_IN | G_IO_OUT), NULL);

      if ((ready & G_IO_IN) && !PQconsumeInput (self->conn))
        break;
    }
  if (left == 0)
    return TRUE;
  if (error)
    *error = _mc_pg_error_from_connection (self->conn);
  return FALSE;
}

PGresult *
_mc_pg_connection_next_result (McPgConnection *self)
{
  while (PQisBusy (self->conn))
    {
      dex_await (_mc_pg_wait_fd (PQsocket (self->conn), G_IO_IN), NULL);
      if (!PQconsumeInput (self->conn))
        break;
    }
  return PQgetResult (self->conn);
}

/* A COPY sent as an ordinary statement must not leave the connection waiting
 * for data that nobody will send or read. */
static void
leave_copy (McPgConnection *self, ExecStatusType status)
{
  char *row = NULL;

  if (status == PGRES_COPY_IN)
    {
      PQputCopyEnd (self->conn, "COPY is not possible here");
      _mc_pg_connection_flush (self, NULL);
      return;
    }
  for (;;)
    {
      int length = PQgetCopyData (self->conn, &row, TRUE);

      if (length < 0)
        return;
      if (length > 0)
        PQfreemem (row);
      else
        {
          dex_await (_mc_pg_wait_fd (PQsocket (self->conn), G_IO_IN), NULL);
          if (!PQconsumeInput (self->conn))
            return;
        }
    }
}

McPgResult *
_mc_pg_connection_finish (McPgConnection *self, GError **error)
{
  g_autoptr (GError) first = NULL;
  PGresult *last = NULL;
  PGresult *result;

  while ((result = _mc_pg_connection_next_result (self)))
    {
      ExecStatusType status = PQresultStatus (result);

      if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT)
        {
          PQclear (result);
          leave_copy (self, status);
          if (!first)
            g_set_error_literal (&first, MC_ERROR, MC_ERROR_UNSUPPORTED, "COPY is not possible here");
          continue;
        }
      if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
        {
          if (!first)
            first = _mc_pg_error_from_result (self->conn, result, self->asked_to_cancel);
          PQclear (result);
          continue;
        }
      g_clear_pointer (&last, PQclear);
      last = result;
    }
  /* A server that dies sends its farewell first and then hangs up. */
  if (first && PQstatus (self->conn) == CONNECTION_BAD && first->domain == MC_ERROR)
    first->code = MC_ERROR_CONNECTION;
  if (!first && !last)
    first = _mc_pg_error_from_connection (self->conn);
  if (first)
    {
      g_clear_pointer (&last, PQclear);
      g_propagate_error (error, g_steal_pointer (&first));
      return NULL;
    }
  return _mc_pg_result_new (last);
}

static void
statement_free (gpointer data)
{
  Statement *self = data;

  g_clear_object (&self->connection);
  g_clear_pointer (&self->params, mc_pg_params_unref);
  dex_clear (&self->promise);
  g_free (self->sql);
  g_free (self);
}

static McPgResult *
statement_perform (Statement *statement, GError **error)
{
  McPgConnection *self = statement->connection;
  int sent;

  if (!self->conn || PQstatus (self->conn) != CONNECTION_OK)
    {
      g_propagate_error (error, _mc_pg_error_from_connection (self->conn));
      return NULL;
    }
  if (statement->is_script)
    sent = PQsendQuery (self->conn, statement->sql);
  else
    sent = _mc_pg_params_send (statement->params, self->conn, statement->sql);
  if (!sent)
    {
      g_propagate_error (error, _mc_pg_error_from_connection (self->conn));
      if (PQstatus (self->conn) == CONNECTION_OK)
        (*error)->code = MC_ERROR_INVALID;
      return NULL;
    }
  /* If writing fails the server may have said why, so its answer is read anyway. */
  _mc_pg_connection_flush (self, NULL);
  return _mc_pg_connection_finish (self, error);
}

static DexFuture *
statement_fiber (gpointer data)
{
  Statement *statement = data;
  McPgConnection *self = statement->connection;
  GCancellable *cancellable = dex_promise_get_cancellable (statement->promise);
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GError) error = NULL;

  _mc_pg_connection_lock (self);
  if (g_cancellable_is_cancelled (cancellable))
    g_set_error_literal (&error, MC_ERROR, MC_ERROR_CANCELLED, _ ("cancelled before it was sent"));
  else
    {
      self->current = statement;
      self->asked_to_cancel = FALSE;
      result = statement_perform (statement, &error);
      self->current = NULL;
      /* A cancel request that is still under way would hit the next statement. */
      while (self->cancels_done)
        dex_await (dex_ref (DEX_FUTURE (self->cancels_done)), NULL);
    }
  g_cancellable_disconnect (cancellable, statement->cancelled_id);
  _mc_pg_connection_unlock (self);
  if (statement->done)
    statement->done (statement->done_data);
  if (error)
    dex_promise_reject (statement->promise, g_steal_pointer (&error));
  else
    dex_promise_resolve_object (statement->promise, g_steal_pointer (&result));
  return dex_future_new_true ();
}

static void
statement_cancelled_cb (GCancellable *cancellable, gpointer data)
{
  Statement *statement = data;

  if (statement->connection->current == statement)
    dex_future_disown (mc_pg_connection_cancel (statement->connection));
}

void
_mc_pg_connection_run (McPgConnection *self,
                       const char *sql,
                       McPgParams *params,
                       gboolean is_script,
                       DexPromise *promise,
                       GDestroyNotify done,
                       gpointer done_data)
{
  Statement *statement = g_new0 (Statement, 1);

  statement->connection = g_object_ref (self);
  statement->sql = g_strdup (sql);
  statement->params = params ? mc_pg_params_ref (params) : NULL;
  statement->is_script = is_script;
  statement->promise = dex_ref (promise);
  statement->done = done;
  statement->done_data = done_data;
  statement->cancelled_id = g_cancellable_connect (dex_promise_get_cancellable (promise),
                                                   G_CALLBACK (statement_cancelled_cb), statement, NULL);
  /* The fiber always runs to its end, whoever still listens: only so is the
   * connection in a known state afterwards. */
  dex_future_disown (dex_scheduler_spawn (NULL, 0, statement_fiber, statement, statement_free));
}

DexFuture *
mc_pg_connection_query (McPgConnection *self, const char *sql, McPgParams *params)
{
  DexPromise *promise;

  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  promise = dex_promise_new_cancellable ();
  _mc_pg_connection_run (self, sql, params, FALSE, promise, NULL, NULL);
  return DEX_FUTURE (promise);
}

DexFuture *
mc_pg_connection_exec_script (McPgConnection *self, const char *sql)
{
  DexPromise *promise;

  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  promise = dex_promise_new_cancellable ();
  _mc_pg_connection_run (self, sql, NULL, TRUE, promise, NULL, NULL);
  return DEX_FUTURE (promise);
}

/* The older PQcancel function blocks; this sends the same request on a second
 * connection without that. */
static gboolean
send_cancel (PGcancelConn *cancel, GError **error)
{
  PostgresPollingStatusType next = PGRES_POLLING_WRITING;

  if (PQcancelStart (cancel))
    while (next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED)
      {
        GIOCondition condition = next == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT;

        dex_await (_mc_pg_wait_fd (PQcancelSocket (cancel), condition), NULL);
        next = PQcancelPoll (cancel);
      }
  if (next == PGRES_POLLING_OK)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_CONNECTION, PQcancelErrorMessage (cancel));
  return FALSE;
}

static DexFuture *
cancel_fiber (gpointer data)
{
  McPgConnection *self = data;
  PGcancelConn *cancel = PQcancelCreate (self->conn);
  g_autoptr (GError) error = NULL;

  send_cancel (cancel, &error);
  PQcancelFinish (cancel);
  if (--self->cancels_under_way == 0)
    {
      g_autoptr (DexPromise) done = g_steal_pointer (&self->cancels_done);

      dex_promise_resolve_boolean (done, TRUE);
    }
  return error ? dex_future_new_for_error (g_steal_pointer (&error)) : dex_future_new_true ();
}

DexFuture *
mc_pg_connection_cancel (McPgConnection *self)
{
  DexFuture *future;

  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), NULL);

  if (!self->current || !self->conn)
    return dex_future_new_true ();
  self->asked_to_cancel = TRUE;
  if (self->cancels_under_way++ == 0)
    self->cancels_done = dex_promise_new ();
  future = dex_scheduler_spawn (NULL, 0, cancel_fiber, g_object_ref (self), g_object_unref);
  /* It must reach its end even if the caller does not wait for it. */
  dex_future_disown (dex_ref (future));
  return future;
}

void
mc_pg_connection_close (McPgConnection *self)
{
  g_return_if_fail (MC_IS_PG_CONNECTION (self));

  self->closing = TRUE;
  if (!self->conn)
    return;
  /* The fiber that uses the connection must be the one that frees it. */
  if (self->locked)
    shutdown (PQsocket (self->conn), SHUT_RDWR);
  else
    g_clear_pointer (&self->conn, PQfinish);
}

gboolean
mc_pg_connection_is_open (McPgConnection *self)
{
  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), FALSE);

  if (!self->conn || self->closing)
    return FALSE;
  if (!self->locked)
    {
      GPollFD fd = { .fd = PQsocket (self->conn), .events = G_IO_IN };

      while (g_poll (&fd, 1, 0) > 0 && PQconsumeInput (self->conn))
        PQisBusy (self->conn); /* takes apart what was read */
    }
  return !self->farewell && PQstatus (self->conn) == CONNECTION_OK;
}

gboolean
mc_pg_connection_is_idle (McPgConnection *self)
{
  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), FALSE);
  return self->conn && !self->locked && PQtransactionStatus (self->conn) == PQTRANS_IDLE;
}

int
mc_pg_connection_get_server_version (McPgConnection *self)
{
  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), 0);
  return self->conn ? PQserverVersion (self->conn) : 0;
}

int
mc_pg_connection_get_backend_pid (McPgConnection *self)
{
  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), 0);
  return self->conn ? PQbackendPID (self->conn) : 0;
}

char *
mc_pg_connection_encrypt_password (McPgConnection *self, const char *user, const char *password, GError **error)
{
  char *verifier = NULL;
  char *copy;

  g_return_val_if_fail (MC_IS_PG_CONNECTION (self) && user && password, NULL);
  /* With the method named, libpq computes here and asks the server nothing. */
  if (self->conn)
    verifier = PQencryptPasswordConn (self->conn, password, user, "scram-sha-256");
  if (!verifier)
    {
      g_set_error_literal (error, MC_ERROR, self->conn ? MC_ERROR_FAILED : MC_ERROR_CONNECTION,
                           self->conn ? PQerrorMessage (self->conn) : "the connection is closed");
      return NULL;
    }
  copy = g_strdup (verifier);
  PQfreemem (verifier);
  return copy;
}

gboolean
mc_pg_connection_uses_tls (McPgConnection *self)
{
  g_return_val_if_fail (MC_IS_PG_CONNECTION (self), FALSE);
  return self->conn && PQsslInUse (self->conn);
}

static char *
quote (const char *prefix, char mark, const char *text)
{
  GString *quoted = g_string_new (prefix);

  g_string_append_c (quoted, mark);
  for (const char *c = text; *c; c++)
    {
      if (*c == mark || (*c == '\\' && *prefix))
        g_string_append_c (quoted, *c);
      g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, mark);
  return g_string_free_and_steal (quoted);
}

char *
mc_pg_quote_identifier (const char *name)
{
  return quote ("", '"', name);
}

char *
mc_pg_quote_literal (const char *text)
{
  return strchr (text, '\\') ? quote (" E", '\'', text) : quote ("", '\'', text);
}
