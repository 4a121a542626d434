/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs, one server: who starts it, who joins, who takes over, who
 * stops it. */
#include "mc-pg-server-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include "mc-error.h"
#include "mc-pg-connection.h"
#include "mc-pg-postmaster-private.h"
#include "mc-pg-server-files-private.h"

/* Another program may be making or upgrading the cluster. */
#define ENTER_WAIT_US (60 * G_TIME_SPAN_SECOND)
#define UNREACHABLE_WAIT_US (15 * G_TIME_SPAN_SECOND)
#define ERRANDS_WAIT_US (20 * G_TIME_SPAN_SECOND)
#define TAKE_OVER_MS 400
#define MOST_RESTARTS 5
#define RESTARTS_WITHIN_US (60 * G_TIME_SPAN_SECOND)
#define FOREIGN_STOP_MS 10000
#define ORPHANS_WITHIN_US (120 * G_TIME_SPAN_SECOND)
#define LONGEST_PAUSE_MS 4050

static void supervise (McPgServer *self);
static void watch_foreign (McPgServer *self);

static void
pause_ms (int milliseconds)
{
  dex_await (dex_timeout_new_msec (milliseconds), NULL);
}

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/* The lock belongs to the open file, which our server shares. Closing ours, not
 * unlocking, leaves it with the server. */
static gboolean
try_lock (McPgServer *self)
{
  if (flock (self->lock_fd, LOCK_EX | LOCK_NB) != 0)
    return FALSE;
  self->lock_is_new = TRUE;
  return TRUE;
}

static gboolean
reopen_lock (McPgServer *self, GError **error)
{
  close_fd (&self->lock_fd);
  self->lock_fd = _mc_pg_server_open_lock (self->folder, "lock", error);
  return self->lock_fd >= 0;
}

/* Whoever is just stopping the server as its last user holds this alone. */
static gboolean
become_user (McPgServer *self, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + ENTER_WAIT_US;

  close_fd (&self->users_fd);
  self->users_fd = _mc_pg_server_open_lock (self->folder, "users", error);
  if (self->users_fd < 0)
    return FALSE;
  while (flock (self->users_fd, LOCK_SH | LOCK_NB) != 0)
    {
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error_literal (error, MC_ERROR, MC_ERROR_BUSY,
                               _ ("another Một Cửa has been stopping its server for long"));
          return FALSE;
        }
      pause_ms (20);
    }
  return TRUE;
}

static gboolean
try_join (McPgServer *self)
{
  g_autofree char *socket_dir = _mc_pg_server_read_owner (self->folder);
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McPgConnection) connection = NULL;

  if (!socket_dir)
    return FALSE;
  config = _mc_pg_postmaster_config (socket_dir, "local", "motcua");
  config->connect_timeout_ms = 3000;
  connection = dex_await_object (mc_pg_connection_new (config), NULL);
  if (!connection)
    return FALSE;
  g_set_str (&self->socket_dir, socket_dir);
  return TRUE;
}

static gboolean
launch (McPgServer *self, GError **error)
{
  if (!_mc_pg_server_launch (self, error))
    return FALSE;
  _mc_pg_server_set_state (self, MC_PG_SERVER_RUNNING, NULL);
  supervise (self);
  return TRUE;
}

static gboolean
start_or_join (McPgServer *self, GError **error)
{
  gint64 begin = g_get_monotonic_time ();

  for (;;)
    {
      gint64 waited = g_get_monotonic_time () - begin;

      if (try_lock (self))
        return launch (self, error);
      if (try_join (self))
        {
          _mc_pg_server_set_state (self, MC_PG_SERVER_JOINED, NULL);
          watch_foreign (self);
          return TRUE;
        }
      if (waited > ENTER_WAIT_US || (waited > UNREACHABLE_WAIT_US && _mc_pg_server_read_owner (self->folder)))
        {
          g_set_error (error, MC_ERROR, MC_ERROR_BUSY,
                       _ ("another Một Cửa uses the data in %s and does not answer; close it, or restart the computer"),
                       self->folder);
          return FALSE;
        }
      pause_ms (30);
    }
}

gboolean
_mc_pg_server_enter (McPgServer *self, GError **error)
{
  if (geteuid () == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                           _ ("the private server cannot run as root, for PostgreSQL refuses to. Start Một Cửa as an "
                              "ordinary user, or connect to the office's server."));
      return FALSE;
    }
  _mc_pg_server_set_state (self, MC_PG_SERVER_STARTING, NULL);
  if (_mc_pg_server_make_private_dir (self->folder, error) && become_user (self, error) && reopen_lock (self, error) &&
      start_or_join (self, error))
    return TRUE;
  close_fd (&self->lock_fd);
  close_fd (&self->users_fd);
  return FALSE;
}

/* A server that dies at once each time would otherwise be started for ever. */
static gboolean
may_restart (McPgServer *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 *when = g_memdup2 (&now, sizeof now);

  g_queue_push_tail (&self->restarts, when);
  if (self->restarts.length <= MOST_RESTARTS)
    return TRUE;
  g_free (g_queue_pop_head (&self->restarts));
  return now - *(gint64 *)g_queue_peek_head (&self->restarts) > RESTARTS_WITHIN_US;
}

/* A process that was at work when its server was killed goes on to the end of its statement, and until then PostgreSQL
 * starts no other server on the same data. */
static gboolean
is_held_by_orphans (McPgServer *self, gint64 since)
{
  g_autofree char *tail = _mc_pg_server_log_tail (self->log);

  return strstr (tail, "shared memory block") && g_get_monotonic_time () - since < ORPHANS_WITHIN_US;
}

static void
relaunch (McPgServer *self)
{
  gint64 begun = g_get_monotonic_time ();
  int wait = 50;

  _mc_pg_server_set_state (self, MC_PG_SERVER_STARTING, NULL);
  while (!self->leaving)
    {
      g_autoptr (GError) error = NULL;

      if (launch (self, &error))
        return;
      if (!is_held_by_orphans (self, begun) && !may_restart (self))
        {
          _mc_pg_server_set_state (self, MC_PG_SERVER_FAILED, error);
          return;
        }
      /* Processes of the dead server may take a moment to notice. */
      pause_ms (wait);
      wait = MIN (wait * 3, LONGEST_PAUSE_MS);
    }
  _mc_pg_server_set_state (self, MC_PG_SERVER_STOPPED, NULL);
}

static void
dismiss_guard (McPgServer *self)
{
  if (self->guard)
    g_subprocess_force_exit (self->guard);
  g_clear_object (&self->guard);
}

static DexFuture *
supervise_fiber (gpointer data)
{
  McPgServer *self = data;
  g_autoptr (GSubprocess) process = g_object_ref (self->process);

  dex_await (dex_subprocess_wait_check (process), NULL);
  if (self->process != process || self->leaving)
    return dex_future_new_true ();
  g_clear_object (&self->process);
  dismiss_guard (self);
  g_message ("the private server ended by itself and is started again");
  if (may_restart (self))
    relaunch (self);
  else
    {
      g_autofree char *tail = _mc_pg_server_log_tail (self->log);
      g_autoptr (GError) error =
          g_error_new (MC_ERROR, MC_ERROR_FAILED, _ ("the private server ends again and again: %s"), tail);

      _mc_pg_server_set_state (self, MC_PG_SERVER_FAILED, error);
    }
  return dex_future_new_true ();
}

static void
supervise (McPgServer *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, supervise_fiber, g_object_ref (self), g_object_unref));
}

/* The lock comes free when the other program's server has gone. */
static DexFuture *
watch_foreign_fiber (gpointer data)
{
  McPgServer *self = data;

  while (!self->leaving && self->state == MC_PG_SERVER_JOINED)
    {
      pause_ms (TAKE_OVER_MS);
      if (!self->leaving && self->state == MC_PG_SERVER_JOINED && try_lock (self))
        relaunch (self);
    }
  return dex_future_new_true ();
}

static void
watch_foreign (McPgServer *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, watch_foreign_fiber, g_object_ref (self), g_object_unref));
}

static gboolean
wait_for_lock (McPgServer *self, int milliseconds)
{
  for (int waited = 0; waited < milliseconds; waited += 20)
    {
      if (try_lock (self))
        return TRUE;
      pause_ms (20);
    }
  return FALSE;
}

/* The server outlived the program that had started it. */
static void
stop_foreign (McPgServer *self)
{
  int pid = _mc_pg_server_read_pid (self->data);

  if (!pid)
    return;
  kill (pid, SIGINT);
  if (wait_for_lock (self, FOREIGN_STOP_MS))
    return;
  kill (pid, SIGQUIT);
  wait_for_lock (self, FOREIGN_STOP_MS);
}

/* A guard that has just been let in goes again at once. */
static gboolean
is_last_user (McPgServer *self)
{
  for (int i = 0; self->users_fd >= 0 && i < 3; i++)
    {
      if (flock (self->users_fd, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
      pause_ms (20);
    }
  return FALSE;
}

void
_mc_pg_server_leave (McPgServer *self)
{
  gint64 patience = g_get_monotonic_time () + ERRANDS_WAIT_US;
  gboolean last;

  while (self->errands && g_get_monotonic_time () < patience)
    pause_ms (20);
  self->leaving = TRUE;
  /* A relaunch under way ends first, one way or the other. */
  while (self->state == MC_PG_SERVER_STARTING)
    pause_ms (20);
  last = is_last_user (self);
  if (self->process && (last || g_getenv ("FLATPAK_ID")))
    _mc_pg_postmaster_stop (self->process);
  else if (last && self->state == MC_PG_SERVER_JOINED)
    stop_foreign (self);
  /* Goes only if no server has its socket there any more. */
  if (self->socket_dir)
    g_rmdir (self->socket_dir);
  if (last)
    dismiss_guard (self);
  g_clear_object (&self->guard);
  g_clear_object (&self->process);
  close_fd (&self->lock_fd);
  close_fd (&self->users_fd);
  g_queue_clear_full (&self->restarts, g_free);
  self->leaving = FALSE;
  _mc_pg_server_set_state (self, MC_PG_SERVER_STOPPED, NULL);
}
