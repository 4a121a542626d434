/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-server-private.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-pg-connection.h"
#include "mc-pg-dump-private.h"
#include "mc-pg-postmaster-private.h"
#include "mc-pg-server-files-private.h"

enum
{
  STATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McPgServer, mc_pg_server, G_TYPE_OBJECT)

static void
mc_pg_server_finalize (GObject *object)
{
  McPgServer *self = MC_PG_SERVER (object);

  g_free (self->folder);
  g_free (self->data);
  g_free (self->log);
  g_free (self->dumps);
  g_free (self->socket_dir);
  g_clear_pointer (&self->programs, _mc_pg_programs_free);
  g_queue_clear_full (&self->restarts, g_free);
  dex_clear (&self->starting);
  G_OBJECT_CLASS (mc_pg_server_parent_class)->finalize (object);
}

static void
mc_pg_server_class_init (McPgServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_pg_server_finalize;
  signals[STATE] = g_signal_new ("state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ERROR);
}

static void
mc_pg_server_init (McPgServer *self)
{
  self->lock_fd = -1;
  self->users_fd = -1;
  g_queue_init (&self->restarts);
}

char *
mc_pg_server_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "motcua", "db", NULL);
}

McPgServer *
mc_pg_server_new (const char *folder)
{
  McPgServer *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (MC_TYPE_PG_SERVER, NULL);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->data = g_build_filename (self->folder, "data", NULL);
  self->log = g_build_filename (self->folder, "server.log", NULL);
  self->dumps = g_build_filename (self->folder, "dumps", NULL);
  return self;
}

typedef struct
{
  McPgServer *server;
  McPgServerState state;
  GError *error;
} StateChange;

static gboolean
emit_state_cb (gpointer data)
{
  StateChange *change = data;

  g_signal_emit (change->server, signals[STATE], 0, (guint)change->state, change->error);
  return G_SOURCE_REMOVE;
}

static void
state_change_free (gpointer data)
{
  StateChange *change = data;

  g_object_unref (change->server);
  g_clear_error (&change->error);
  g_free (change);
}

void
_mc_pg_server_set_state (McPgServer *self, McPgServerState state, const GError *error)
{
  StateChange *change;

  if (self->state == state)
    return;
  self->state = state;
  /* Handlers may draw; a fiber's stack is too small for that. */
  change = g_new0 (StateChange, 1);
  change->server = g_object_ref (self);
  change->state = state;
  change->error = error ? g_error_copy (error) : NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, emit_state_cb, change, state_change_free);
}

static DexFuture *
start_fiber (gpointer data)
{
  McPgServer *self = data;
  GError *error = NULL;
  gboolean good = _mc_pg_server_enter (self, &error);

  dex_clear (&self->starting);
  if (good)
    return dex_future_new_true ();
  _mc_pg_server_set_state (self, MC_PG_SERVER_STOPPED, error);
  return dex_future_new_for_error (error);
}

DexFuture *
mc_pg_server_start (McPgServer *self)
{
  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  if (self->starting)
    return dex_ref (self->starting);
  if (self->state == MC_PG_SERVER_RUNNING || self->state == MC_PG_SERVER_JOINED)
    return dex_future_new_true ();
  self->starting = dex_scheduler_spawn (NULL, 0, start_fiber, g_object_ref (self), g_object_unref);
  /* Stopped half-way it would leave a server without a master. */
  dex_future_disown (dex_ref (self->starting));
  return dex_ref (self->starting);
}

static DexFuture *
stop_fiber (gpointer data)
{
  McPgServer *self = data;

  if (self->starting)
    dex_await (dex_ref (self->starting), NULL);
  if (self->state != MC_PG_SERVER_STOPPED)
    _mc_pg_server_leave (self);
  return dex_future_new_true ();
}

DexFuture *
mc_pg_server_stop (McPgServer *self)
{
  DexFuture *future;

  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  future = dex_scheduler_spawn (NULL, 0, stop_fiber, g_object_ref (self), g_object_unref);
  dex_future_disown (dex_ref (future));
  return future;
}

McPgServerState
mc_pg_server_get_state (McPgServer *self)
{
  g_return_val_if_fail (MC_IS_PG_SERVER (self), MC_PG_SERVER_STOPPED);

  return self->state;
}

McPgConfig *
mc_pg_server_get_config (McPgServer *self, McPgServerLogin login)
{
  g_autofree char *socket_dir = NULL;

  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  if (!self->socket_dir)
    socket_dir = _mc_pg_server_socket_dir (self->folder);
  return _mc_pg_postmaster_config (self->socket_dir ? self->socket_dir : socket_dir,
                                   login == MC_PG_SERVER_ADMIN ? "motcua_admin" : "local", "motcua");
}

GPid
mc_pg_server_get_pid (McPgServer *self)
{
  const char *identifier;

  g_return_val_if_fail (MC_IS_PG_SERVER (self), 0);

  identifier = self->process ? g_subprocess_get_identifier (self->process) : NULL;
  return identifier ? (GPid)g_ascii_strtoll (identifier, NULL, 10) : 0;
}

/* What dump and restore take along to their fiber. */
typedef struct
{
  McPgServer *server;
  McPgDumpKind kind;
  gboolean only_if_due;
  char *path;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  errand->server->errands--;
  g_object_unref (errand->server);
  g_free (errand->path);
  g_free (errand);
}

static DexFuture *
run_errand (McPgServer *self, DexFiberFunc fiber, McPgDumpKind kind, gboolean only_if_due, const char *path)
{
  Errand *errand = g_new0 (Errand, 1);

  self->errands++;
  errand->server = g_object_ref (self);
  errand->kind = kind;
  errand->only_if_due = only_if_due;
  errand->path = g_strdup (path);
  return dex_scheduler_spawn (NULL, 0, fiber, errand, errand_free);
}

static gboolean
is_up (McPgServer *self, GError **error)
{
  if (self->state != MC_PG_SERVER_RUNNING && self->state != MC_PG_SERVER_JOINED)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_CONNECTION, _ ("the private server does not run"));
      return FALSE;
    }
  return _mc_pg_server_need_programs (self, error);
}

static DexFuture *
dump_fiber (gpointer data)
{
  Errand *errand = data;
  McPgServer *self = errand->server;
  GError *error = NULL;
  char *path = NULL;

  if (errand->only_if_due && !_mc_pg_dump_is_due (self->dumps))
    return dex_future_new_false ();
  if (is_up (self, &error))
    path = _mc_pg_dump_write (self->programs, self->socket_dir, self->dumps, errand->kind, &error);
  if (!path)
    return dex_future_new_for_error (error);
  if (!errand->only_if_due)
    return dex_future_new_take_string (path);
  g_free (path);
  return dex_future_new_true ();
}

DexFuture *
mc_pg_server_dump (McPgServer *self, McPgDumpKind kind)
{
  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  return run_errand (self, dump_fiber, kind, FALSE, NULL);
}

DexFuture *
mc_pg_server_dump_daily (McPgServer *self)
{
  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  return run_errand (self, dump_fiber, MC_PG_DUMP_DAILY, TRUE, NULL);
}

char **
mc_pg_server_list_dumps (McPgServer *self)
{
  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  return _mc_pg_dump_list (self->dumps);
}

/* Both names change in one transaction. Somebody may connect again between the
 * sending away and the renaming, so it is tried a few times. */
static gboolean
exchange_databases (McPgConnection *connection, GError **error)
{
  for (int attempt = 0;; attempt++)
    {
      g_autoptr (GError) failure = NULL;

      if (!dex_await (mc_pg_connection_query (connection,
                                              "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity "
                                              "WHERE datname = 'motcua'",
                                              NULL),
                      error))
        return FALSE;
      if (dex_await (mc_pg_connection_exec_script (connection, "ALTER DATABASE motcua RENAME TO motcua_before_restore; "
                                                               "ALTER DATABASE motcua_restoring RENAME TO motcua"),
                     &failure))
        return TRUE;
      if (attempt == 5)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
}

static DexFuture *
restore_fiber (gpointer data)
{
  Errand *errand = data;
  McPgServer *self = errand->server;
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McPgConnection) connection = NULL;
  GError *error = NULL;

  if (!is_up (self, &error))
    return dex_future_new_for_error (error);
  config = _mc_pg_postmaster_config (self->socket_dir, "motcua_admin", "postgres");
  config->statement_timeout_ms = 0;
  connection = dex_await_object (mc_pg_connection_new (config), &error);
  if (connection &&
      dex_await (mc_pg_connection_query (connection, "DROP DATABASE IF EXISTS motcua_restoring", NULL), &error) &&
      dex_await (mc_pg_connection_query (connection, "CREATE DATABASE motcua_restoring", NULL), &error) &&
      _mc_pg_dump_read (self->programs, self->socket_dir, errand->path, "motcua_restoring", &error) &&
      dex_await (mc_pg_connection_query (connection, "DROP DATABASE IF EXISTS motcua_before_restore", NULL), &error) &&
      exchange_databases (connection, &error))
    return dex_future_new_true ();
  return dex_future_new_for_error (error);
}

DexFuture *
mc_pg_server_restore (McPgServer *self, const char *path)
{
  g_return_val_if_fail (MC_IS_PG_SERVER (self), NULL);

  return run_errand (self, restore_fiber, MC_PG_DUMP_MANUAL, FALSE, path);
}
