/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-postmaster-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "mc-error.h"
#include "mc-pg-server-files-private.h"

/* Where the child finds the lock; PostgreSQL neither uses nor closes it. */
#define CHILD_LOCK_FD 3
#define READY_WAIT_MS 120000
#define FAST_WAIT_MS 10000
#define IMMEDIATE_WAIT_MS 5000

/* For one person's computer: little memory, few processes, nothing risked. */
static const char *const settings[] = {
  "listen_addresses=",
  "port=5432",
  "unix_socket_permissions=0700",
  "fsync=on",
  "full_page_writes=on",
  "synchronous_commit=on",
  "shared_buffers=48MB",
  "max_connections=30",
  "superuser_reserved_connections=2",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=256MB",
  "min_wal_size=48MB",
  "autovacuum_max_workers=2",
  "max_worker_processes=4",
  "max_parallel_workers_per_gather=0",
  "max_logical_replication_workers=0",
  "jit=off",
  "password_encryption=scram-sha-256",
  /* The log is read by the program, too: in no other language, whoever made the cluster or changed its settings. */
  "lc_messages=C",
  "timezone=Asia/Ho_Chi_Minh",
  "log_timezone=Asia/Ho_Chi_Minh",
  "datestyle=ISO,DMY",
  "log_min_messages=warning",
  "log_checkpoints=off",
  /* A statement, or the detail of an error, may hold what the law keeps private. */
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "log_line_prefix=%m ",
  NULL,
};

/* Ctrl+C in a terminal is for the program, not for its server. */
static void
child_setup_cb (gpointer data)
{
  setsid ();
}

static gboolean
redirect_to_log (GSubprocessLauncher *launcher, const char *log, GError **error)
{
  int fd;

  _mc_pg_server_rotate_log (log);
  fd = g_open (log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("cannot write %s: %s"), log, g_strerror (errno));
      return FALSE;
    }
  g_subprocess_launcher_take_stderr_fd (launcher, fd);
  g_subprocess_launcher_take_stdout_fd (launcher, fcntl (fd, F_DUPFD_CLOEXEC, 0));
  return TRUE;
}

GSubprocess *
_mc_pg_postmaster_spawn (const McPgPrograms *programs,
                         const char *data,
                         const char *socket_dir,
                         const char *log,
                         int lock_fd,
                         GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = _mc_pg_launcher (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) failure = NULL;
  GSubprocess *process;

  if (!redirect_to_log (launcher, log, error))
    return NULL;
  _mc_pg_server_clear_socket (socket_dir);
  if (lock_fd >= 0)
    g_subprocess_launcher_take_fd (launcher, fcntl (lock_fd, F_DUPFD_CLOEXEC, 10), CHILD_LOCK_FD);
  g_subprocess_launcher_set_child_setup (launcher, child_setup_cb, NULL, NULL);
  g_strv_builder_take (argv, _mc_pg_programs_path (programs, "postgres"));
  g_strv_builder_add_many (argv, "-D", data, "-k", socket_dir, NULL);
  for (gsize i = 0; settings[i]; i++)
    g_strv_builder_add_many (argv, "-c", settings[i], NULL);
  arguments = g_strv_builder_end (argv);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)arguments, &failure);
  if (!process)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_FAILED, failure->message);
  return process;
}

McPgConfig *
_mc_pg_postmaster_config (const char *socket_dir, const char *user, const char *dbname)
{
  McPgConfig *config = mc_pg_config_new ();

  g_set_str (&config->socket_dir, socket_dir);
  g_set_str (&config->user, user);
  g_set_str (&config->dbname, dbname);
  return config;
}

static gboolean
has_ended (GSubprocess *process)
{
  return g_subprocess_get_identifier (process) == NULL;
}

McPgConnection *
_mc_pg_postmaster_wait (GSubprocess *process, const McPgConfig *config, const char *log, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + READY_WAIT_MS * G_TIME_SPAN_MILLISECOND;
  int pause = 5;

  for (;;)
    {
      g_autoptr (GError) failure = NULL;
      McPgConnection *connection = dex_await_object (mc_pg_connection_new (config), &failure);

      if (connection)
        return connection;
      if (has_ended (process))
        {
          g_autofree char *tail = _mc_pg_server_log_tail (log);

          g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("the private server did not start: %s"),
                       *tail ? tail : failure->message);
          return NULL;
        }
      /* No socket yet, starting up, recovering: it will come. All else will not. */
      if (!g_error_matches (failure, MC_ERROR, MC_ERROR_CONNECTION) || g_get_monotonic_time () > deadline)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      dex_await (dex_timeout_new_msec (pause), NULL);
      pause = MIN (pause + 2, 50);
    }
}

GSubprocess *
_mc_pg_postmaster_guard (GSubprocess *process, const char *data, const char *users)
{
  /* By now the number may be another process's; a server's folder tells. */
  static const char *const script = "[ \"$(readlink \"/proc/$1/cwd\")\" = \"$2\" ] && kill -INT \"$1\"";
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autofree char *real = realpath (data, NULL);
  const char *pid = g_subprocess_get_identifier (process);

  if (!pid || !real)
    return NULL;
  launcher = _mc_pg_launcher (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_child_setup (launcher, child_setup_cb, NULL, NULL);
  return g_subprocess_launcher_spawn (launcher, NULL, "flock", "-o", users, "sh", "-c", script, "guard", pid, real,
                                      NULL);
}

static gboolean
wait_for_end (DexFuture *ended, int milliseconds)
{
  dex_await (dex_future_first (dex_ref (ended), dex_timeout_new_msec (milliseconds), NULL), NULL);
  return !dex_future_is_pending (ended);
}

void
_mc_pg_postmaster_stop (GSubprocess *process)
{
  g_autoptr (DexFuture) ended = dex_subprocess_wait_check (process);

  /* The race between the waits must not discard the future. */
  dex_future_disown (dex_ref (ended));
  g_subprocess_send_signal (process, SIGINT);
  if (wait_for_end (ended, FAST_WAIT_MS))
    return;
  g_subprocess_send_signal (process, SIGQUIT);
  if (wait_for_end (ended, IMMEDIATE_WAIT_MS))
    return;
  g_subprocess_force_exit (process);
  dex_await (dex_ref (ended), NULL);
}
