/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-copy.h"

#include "mc-pg-connection-private.h"
#include "mc-pg-error-private.h"

/* Rows gather up to this size before they are given to the socket. */
#define CHUNK (64 * 1024)

struct _McPgCopy
{
  GObject parent_instance;
  McPgConnection *connection; /* NULL when ended */
  GString *buffer;
};

G_DEFINE_FINAL_TYPE (McPgCopy, mc_pg_copy, G_TYPE_OBJECT)

/* One step of a copy, on its way through a fiber. */
typedef struct
{
  McPgConnection *connection;
  McPgCopy *copy;
  GBytes *bytes;
  char *text; /* SQL, or the reason of an abort */
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->connection);
  g_clear_object (&step->copy);
  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step->text);
  g_free (step);
}

static DexFuture *
spawn (DexFiberFunc fiber, McPgConnection *connection, McPgCopy *copy, GBytes *bytes, const char *text)
{
  Step *step = g_new0 (Step, 1);
  DexFuture *future;

  step->connection = connection ? g_object_ref (connection) : NULL;
  step->copy = copy ? g_object_ref (copy) : NULL;
  step->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  step->text = g_strdup (text);
  future = dex_scheduler_spawn (NULL, 0, fiber, step, step_free);
  /* A step cut off in the middle would leave the connection in an unknown state. */
  dex_future_disown (dex_ref (future));
  return future;
}

static DexFuture *
abort_fiber (gpointer data)
{
  Step *step = data;
  PGconn *conn = _mc_pg_connection_get_conn (step->connection);
  g_autoptr (McPgResult) result = NULL;

  PQputCopyEnd (conn, step->text);
  _mc_pg_connection_flush (step->connection, NULL);
  result = _mc_pg_connection_finish (step->connection, NULL);
  _mc_pg_connection_unlock (step->connection);
  return dex_future_new_true ();
}

static void
mc_pg_copy_dispose (GObject *object)
{
  McPgCopy *self = MC_PG_COPY (object);
  g_autoptr (McPgConnection) connection = g_steal_pointer (&self->connection);

  if (connection)
    dex_unref (spawn (abort_fiber, connection, NULL, NULL, "the copy was given up"));
  G_OBJECT_CLASS (mc_pg_copy_parent_class)->dispose (object);
}

static void
mc_pg_copy_finalize (GObject *object)
{
  g_string_free (MC_PG_COPY (object)->buffer, TRUE);
  G_OBJECT_CLASS (mc_pg_copy_parent_class)->finalize (object);
}

static void
mc_pg_copy_class_init (McPgCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_pg_copy_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_pg_copy_finalize;
}

static void
mc_pg_copy_init (McPgCopy *self)
{
  self->buffer = g_string_new (NULL);
}

static DexFuture *
start_fiber (gpointer data)
{
  Step *step = data;
  PGconn *conn;
  PGresult *result;
  McPgCopy *copy;
  ExecStatusType status;
  GError *error = NULL;

  _mc_pg_connection_lock (step->connection);
  conn = _mc_pg_connection_get_conn (step->connection);
  if (!conn || !PQsendQuery (conn, step->text))
    {
      error = _mc_pg_error_from_connection (conn);
      _mc_pg_connection_unlock (step->connection);
      return dex_future_new_for_error (error);
    }
  _mc_pg_connection_flush (step->connection, NULL);
  result = _mc_pg_connection_next_result (step->connection);
  status = PQresultStatus (result);
  if (status != PGRES_COPY_IN)
    {
      g_autoptr (McPgResult) rest = NULL;

      if (status == PGRES_FATAL_ERROR)
        error = _mc_pg_error_from_result (conn, result, FALSE);
      PQclear (result);
      rest = _mc_pg_connection_finish (step->connection, NULL);
      _mc_pg_connection_unlock (step->connection);
      if (!error)
        error = g_error_new_literal (MC_ERROR, MC_ERROR_UNSUPPORTED, "the statement is not a COPY … FROM STDIN");
      return dex_future_new_for_error (error);
    }
  PQclear (result);
  copy = g_object_new (MC_TYPE_PG_COPY, NULL);
  copy->connection = g_object_ref (step->connection);
  return dex_future_new_take_object (copy);
}

DexFuture *
mc_pg_copy_new (McPgConnection *connection, const char *sql)
{
  g_return_val_if_fail (MC_IS_PG_CONNECTION (connection), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  return spawn (start_fiber, connection, NULL, NULL, sql);
}

static DexFuture *
ended (void)
{
  return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, "the copy has ended");
}

/* The server has refused a row: what it says is read, and the copy is over. */
static GError *
fail (McPgCopy *self)
{
  g_autoptr (McPgConnection) connection = g_steal_pointer (&self->connection);
  g_autoptr (McPgResult) result = NULL;
  GError *error = NULL;

  result = _mc_pg_connection_finish (connection, &error);
  _mc_pg_connection_unlock (connection);
  return error ? error : g_error_new_literal (MC_ERROR, MC_ERROR_FAILED, "the server ended the copy");
}

/* On a fiber. */
static gboolean
put (McPgCopy *self, const char *data, gsize length, GError **error)
{
  PGconn *conn = _mc_pg_connection_get_conn (self->connection);

  while (length)
    {
      int chunk = (int)MIN (length, CHUNK);
      int status = PQputCopyData (conn, data, chunk);

      if (status < 0 || !_mc_pg_connection_flush (self->connection, NULL))
        {
          g_propagate_error (error, fail (self));
          return FALSE;
        }
      if (status == 0)
        continue;
      data += chunk;
      length -= (gsize)chunk;
    }
  return TRUE;
}

static gboolean
put_buffer (McPgCopy *self, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = self->buffer->len;

  text = g_string_free_and_steal (g_steal_pointer (&self->buffer));
  self->buffer = g_string_new (NULL);
  return put (self, text, length, error);
}

static DexFuture *
write_fiber (gpointer data)
{
  Step *step = data;
  McPgCopy *self = step->copy;
  GError *error = NULL;

  if (!self->connection)
    return ended ();
  if (!put_buffer (self, &error) ||
      (step->bytes && !put (self, g_bytes_get_data (step->bytes, NULL), g_bytes_get_size (step->bytes), &error)))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

static void
append_field (GString *buffer, const char *field)
{
  for (const char *c = field; *c; c++)
    switch (*c)
      {
      case '\\':
        g_string_append (buffer, "\\\\");
        break;
      case '\t':
        g_string_append (buffer, "\\t");
        break;
      case '\n':
        g_string_append (buffer, "\\n");
        break;
      case '\r':
        g_string_append (buffer, "\\r");
        break;
      default:
        g_string_append_c (buffer, *c);
      }
}

DexFuture *
mc_pg_copy_write_row (McPgCopy *self, const char *const *fields, guint n_fields)
{
  g_return_val_if_fail (MC_IS_PG_COPY (self), NULL);

  if (!self->connection)
    return ended ();
  for (guint i = 0; i < n_fields; i++)
    {
      if (i)
        g_string_append_c (self->buffer, '\t');
      if (fields[i])
        append_field (self->buffer, fields[i]);
      else
        g_string_append (self->buffer, "\\N");
    }
  g_string_append_c (self->buffer, '\n');
  if (self->buffer->len < CHUNK)
    return dex_future_new_true ();
  return spawn (write_fiber, NULL, self, NULL, NULL);
}

static DexFuture *
finish_fiber (gpointer data)
{
  Step *step = data;
  McPgCopy *self = step->copy;
  g_autoptr (McPgConnection) connection = NULL;
  McPgResult *result;
  GError *error = NULL;

  if (!self->connection)
    return ended ();
  if (!put_buffer (self, &error))
    return dex_future_new_for_error (error);
  connection = g_steal_pointer (&self->connection);
  PQputCopyEnd (_mc_pg_connection_get_conn (connection), NULL);
  _mc_pg_connection_flush (connection, NULL);
  result = _mc_pg_connection_finish (connection, &error);
  _mc_pg_connection_unlock (connection);
  return result ? dex_future_new_take_object (result) : dex_future_new_for_error (error);
}

DexFuture *
mc_pg_copy_finish (McPgCopy *self)
{
  g_return_val_if_fail (MC_IS_PG_COPY (self), NULL);

  return self->connection ? spawn (finish_fiber, NULL, self, NULL, NULL) : ended ();
}

DexFuture *
mc_pg_copy_abort (McPgCopy *self, const char *reason)
{
  g_autoptr (McPgConnection) connection = NULL;

  g_return_val_if_fail (MC_IS_PG_COPY (self), NULL);

  connection = g_steal_pointer (&self->connection);
  return connection ? spawn (abort_fiber, connection, NULL, NULL, reason) : dex_future_new_true ();
}
