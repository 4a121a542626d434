/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The private server. Run with "--helper FOLDER" this program is an application
 * that uses a server in FOLDER: it prints what it does, one word a line, and
 * leaves when its standard input closes. */
#include <errno.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "mc-error.h"
#include "mc-pg-pool.h"
#include "mc-pg-server.h"
#include "mc-test-server.h"

static char *program;

static const char *const state_names[] = { "stopped", "starting", "running", "joined", "failed" };

static int
read_pid (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "data", "postmaster.pid", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? atoi (text) : 0;
}

/* A zombie, which nobody waits for after its parent was killed, is not alive. */
static gboolean
is_alive (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;

  return pid > 0 && g_file_get_contents (path, &text, NULL, NULL) && !strstr (text, ") Z ");
}

/* Waits until the main loop has brought the server to @state. */
static void
wait_for_state (McPgServer *server, McPgServerState state)
{
  for (int i = 0; i < 6000 && mc_pg_server_get_state (server) != state; i++)
    mc_test_await_msec (10);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, state);
}

typedef struct
{
  GSubprocess *process;
  GDataInputStream *output;
} Helper;

static Helper *
helper_new (const char *folder, const char *sandbox)
{
  Helper *self = g_new0 (Helper, 1);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, "--helper", folder, NULL };

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  if (sandbox)
    g_subprocess_launcher_setenv (launcher, "FLATPAK_ID", sandbox, TRUE);
  self->process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  return self;
}

static void
read_line_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (DexPromise) promise = data;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, NULL);

  dex_promise_resolve_string (promise, g_strdup (line ? line : "(end)"));
}

/* Reads what the helper says until it says @word. */
static void
helper_expect (Helper *self, const char *word)
{
  for (;;)
    {
      DexPromise *promise = dex_promise_new ();
      g_autofree char *line = NULL;

      g_data_input_stream_read_line_async (self->output, 0, NULL, read_line_cb, dex_ref (promise));
      line = dex_await_string (DEX_FUTURE (promise), NULL);
      if (g_str_equal (line, word))
        return;
      if (g_str_equal (line, "(end)"))
        g_error ("the helper ended without “%s”", word);
    }
}

static void
helper_wait (Helper *self)
{
  dex_await (dex_subprocess_wait_check (self->process), NULL);
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);
}

static void
helper_leave (Helper *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  helper_wait (self);
}

static void
helper_kill (Helper *self)
{
  g_subprocess_force_exit (self->process);
  helper_wait (self);
}

static void
test_cold_start (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autoptr (McPgConfig) config = NULL;
  GStatBuf info;
  int pid;

  mc_test_server_start (server);
  pid = mc_pg_server_get_pid (server);
  g_assert_cmpint (pid, ==, read_pid (path));
  g_assert_true (is_alive (pid));
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SHOW server_encoding", "UTF8");
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SHOW data_checksums", "on");
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SHOW listen_addresses", "");
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SHOW fsync", "on");
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SHOW full_page_writes", "on");
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SHOW unix_socket_permissions", "0700");
  mc_test_assert_answer (
      server, MC_PG_SERVER_LOCAL,
      "SELECT concat_ws(' ', datlocprovider, datlocale) FROM pg_database WHERE datname = current_database()", "i vi");
  /* In the Vietnamese alphabet đ is a letter behind d. */
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL,
                         "SELECT string_agg(t, ' ' ORDER BY t) FROM unnest('{đa,du,da}'::text[]) t", "da du đa");
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL,
                         "SELECT concat_ws(' ', current_user, pg_has_role('motcua_director', 'member'), rolsuper) "
                         "FROM pg_roles WHERE rolname = current_user",
                         "local t f");
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user",
                         "true");
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN,
                         "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'peer'", "0");
  config = mc_pg_server_get_config (server, MC_PG_SERVER_LOCAL);
  g_assert_cmpint (g_stat (config->socket_dir, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  mc_test_server_stop (server);
  g_assert_false (is_alive (pid));
  g_assert_false (g_file_test (config->socket_dir, G_FILE_TEST_EXISTS));
}

static void
test_stranger (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (GError) error = NULL;

  mc_test_server_start (server);
  config = mc_pg_server_get_config (server, MC_PG_SERVER_LOCAL);
  g_set_str (&config->user, "motcua_director");
  g_assert_false (dex_await (mc_pg_connection_new (config), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_LOGIN);
  mc_test_server_stop (server);
}

static void
test_restart (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (McPgServer) server = mc_pg_server_new (path);
      g_autofree char *count = NULL;

      mc_test_server_start (server);
      if (i == 0)
        g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "CREATE TABLE t (n int); "));
      g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "INSERT INTO t VALUES (1)"));
      count = mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM t");
      g_assert_cmpint (atoi (count), ==, i + 1);
      mc_test_server_stop (server);
    }
}

/* A making that was cut off has never been used, and is begun again. */
static void
test_interrupted_making (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *data = g_build_filename (path, "data", NULL);
  g_autofree char *partial = g_build_filename (path, "data.new", "base", NULL);
  g_autofree char *version = g_build_filename (data, "PG_VERSION", NULL);

  g_assert_cmpint (g_mkdir_with_parents (data, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (partial, 0700), ==, 0);
  g_assert_true (g_file_set_contents (version, "17\n", -1, NULL));
  mc_test_server_start (server);
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SELECT 1", "1");
  mc_test_server_stop (server);
}

static void
test_application_killed (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *helper = helper_new (path, NULL);
  int pid;

  helper_expect (helper, "running");
  helper_kill (helper);
  pid = read_pid (path);
  g_assert_true (is_alive (pid));
  /* The server lives, and so does its lock: it is joined, not started twice. */
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_JOINED);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
  /* The last user stops it, though another had started it. */
  mc_test_server_stop (server);
  g_assert_false (is_alive (pid));
}

static void
test_both_killed (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *helper = helper_new (path, NULL);

  helper_expect (helper, "running");
  helper_kill (helper);
  kill (read_pid (path), SIGKILL);
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_RUNNING);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
  mc_test_server_stop (server);
}

/* The number in an old postmaster.pid is some other program's by now. */
static void
test_stale_pid (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *pid_file = g_build_filename (path, "data", "postmaster.pid", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, NULL, "cat", NULL);

  mc_test_server_start (server);
  mc_test_server_stop (server);
  text = g_strdup_printf ("%s\n%s\n0\n5432\n", g_subprocess_get_identifier (other), path);
  g_assert_true (g_file_set_contents (pid_file, text, -1, NULL));
  mc_test_server_start (server);
  mc_test_server_stop (server);
}

static void
test_server_killed (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (GError) error = NULL;
  int pid;

  mc_test_server_start (server);
  g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "CREATE TABLE kept AS SELECT 7 AS n"));
  g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "GRANT SELECT ON kept TO local"));
  config = mc_pg_server_get_config (server, MC_PG_SERVER_LOCAL);
  pool = mc_pg_pool_new (config, 2);
  g_assert_true (dex_await (mc_pg_pool_query (pool, "SELECT n FROM kept", NULL), NULL));
  pid = mc_pg_server_get_pid (server);
  kill (pid, SIGKILL);
  for (int i = 0; i < 6000 && (mc_pg_server_get_pid (server) == pid || mc_pg_server_get_pid (server) == 0); i++)
    mc_test_await_msec (10);
  wait_for_state (server, MC_PG_SERVER_RUNNING);
  g_assert_cmpint (mc_pg_server_get_pid (server), !=, pid);
  /* The pool notices the dead connection before it uses it. */
  dex_await (mc_pg_pool_query (pool, "SELECT n FROM kept", NULL), &error);
  g_assert_no_error (error);
  dex_await (mc_pg_pool_close (pool), NULL);
  mc_test_server_stop (server);
}

static void
state_cb (McPgServer *server, guint state, const GError *error, GString *seen)
{
  g_string_append_printf (seen, "%s ", state_names[state]);
}

/* A server that cannot stay up is given up after some tries, with its reason. */
static void
test_gives_up (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *control = g_build_filename (path, "data", "global", "pg_control", NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  gulong handler;

  mc_test_server_start (server);
  handler = g_signal_connect (server, "state", G_CALLBACK (state_cb), seen);
  g_assert_cmpint (g_unlink (control), ==, 0);
  kill (mc_pg_server_get_pid (server), SIGKILL);
  wait_for_state (server, MC_PG_SERVER_FAILED);
  mc_test_await_msec (20);
  g_assert_true (g_str_has_suffix (seen->str, "starting failed "));
  g_signal_handler_disconnect (server, handler);
  mc_test_server_stop (server);
}

static void
test_two_instances (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *first = helper_new (path, NULL);
  int pid;

  /* The second one comes while the first is still making the cluster. */
  mc_test_server_start (server);
  g_assert_true (mc_pg_server_get_state (server) == MC_PG_SERVER_JOINED ||
                 mc_pg_server_get_state (server) == MC_PG_SERVER_RUNNING);
  helper_expect (first, "ready");
  pid = read_pid (path);
  helper_leave (first);
  /* Whoever started it: while one uses it, it stays. */
  g_assert_true (is_alive (pid));
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SELECT 1", "1");
  mc_test_server_stop (server);
  g_assert_false (is_alive (pid));
}

/* In a sandbox the server ends with whoever started it; the other takes over. */
static void
test_take_over (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *first = helper_new (path, "vn.gov.cantho.MotCua.Test");

  helper_expect (first, "running");
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_JOINED);
  helper_leave (first);
  wait_for_state (server, MC_PG_SERVER_RUNNING);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
  mc_test_server_stop (server);
}

/* The lock is held by somebody whose server cannot be reached. */
static void
test_lock_is_the_servers (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *lock = g_build_filename (path, "lock", NULL);
  const char *const argv[] = { "flock", "-n", lock, "true", NULL };
  int status = 0;
  Helper *helper = helper_new (path, NULL);

  helper_expect (helper, "running");
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, !=, 0);
  helper_kill (helper);
  /* Now only the server's own processes can hold it. */
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, !=, 0);
  mc_test_server_start (server);
  mc_test_server_stop (server);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, ==, 0);
}

static gint64
time_to_connected (const char *path)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  gint64 took;

  mc_test_server_start (server);
  g_free (mc_test_server_ask (server, MC_PG_SERVER_LOCAL, "SELECT 1"));
  took = g_get_monotonic_time () - begin;
  mc_test_server_stop (server);
  return took;
}

/* Promised are 1.5 s from nothing and 0.7 s from an existing cluster. The best of
 * a few tries counts, and nothing if others want more than the whole machine. */
static void
test_speed (void)
{
  gint64 cold = G_MAXINT64;
  gint64 existing = G_MAXINT64;
  double load = 0;

  for (int i = 0; i < 4 && (cold > 1500 * 1000 || existing > 700 * 1000); i++)
    {
      g_autoptr (McTestFolder) folder = mc_test_folder_new ();
      const char *path = mc_test_folder_get_path (folder);
      gint64 first = time_to_connected (path);
      gint64 second = time_to_connected (path);

      cold = MIN (cold, first);
      existing = MIN (existing, second);
    }
  g_test_message ("cold %" G_GINT64_FORMAT " ms, existing %" G_GINT64_FORMAT " ms", cold / 1000, existing / 1000);
  getloadavg (&load, 1);
  if ((cold > 1500 * 1000 || existing > 700 * 1000) && load > g_get_num_processors ())
    {
      g_test_skip ("the machine is too busy to measure");
      return;
    }
  g_assert_cmpint (cold, <=, 1500 * 1000);
  g_assert_cmpint (existing, <=, 700 * 1000);
}

/* Where the test may, it becomes root in a namespace of its own. */
static void
test_root_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mc-root-XXXXXX", NULL);
  const char *const argv[] = { "unshare", "--user", "--map-root-user", program, "--helper", folder, NULL };
  const char *const probe[] = { "unshare", "--user", "--map-root-user", "true", NULL };
  g_autofree char *complaint = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **)probe, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                     NULL, &status, NULL) ||
      status != 0)
    {
      g_test_skip ("user namespaces are refused here");
      return;
    }
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &complaint, &status, NULL);
  g_assert_cmpint (status, !=, 0);
  g_assert_nonnull (strstr (complaint, "cannot run as root"));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
say_state_cb (McPgServer *server, guint state, const GError *error, gpointer data)
{
  g_print ("%s\n", state_names[state]);
}

static DexFuture *
helper_fiber (gpointer data)
{
  g_autoptr (McPgServer) server = mc_pg_server_new (data);
  g_autoptr (GInputStream) input = g_object_new (G_TYPE_UNIX_INPUT_STREAM, "fd", 0, NULL);
  GError *error = NULL;

  if (!dex_await (mc_pg_server_start (server), &error))
    return dex_future_new_for_error (error);
  if (mc_pg_server_get_state (server) == MC_PG_SERVER_RUNNING)
    g_free (mc_test_server_ask (server, MC_PG_SERVER_ADMIN, "CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS n"));
  g_print ("ready\n%s\n", state_names[mc_pg_server_get_state (server)]);
  g_signal_connect (server, "state", G_CALLBACK (say_state_cb), NULL);
  dex_await (dex_input_stream_read_bytes (input, 1, 0), NULL);
  dex_await (mc_pg_server_stop (server), NULL);
  return dex_future_new_true ();
}

static int
run_helper (char *folder)
{
  g_autoptr (DexFuture) fiber = NULL;
  g_autoptr (GError) error = NULL;

  dex_init ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  fiber = dex_scheduler_spawn (NULL, 0, helper_fiber, folder, NULL);
  while (dex_future_is_pending (fiber))
    g_main_context_iteration (NULL, TRUE);
  if (dex_future_get_value (fiber, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--helper"))
    return run_helper (argv[2]);
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/pg/server/cold-start", test_cold_start);
  mc_test_add_fiber ("/pg/server/speed", test_speed);
  mc_test_add_fiber ("/pg/server/stranger", test_stranger);
  mc_test_add_fiber ("/pg/server/restart", test_restart);
  mc_test_add_fiber ("/pg/server/interrupted-making", test_interrupted_making);
  mc_test_add_fiber ("/pg/server/application-killed", test_application_killed);
  mc_test_add_fiber ("/pg/server/both-killed", test_both_killed);
  mc_test_add_fiber ("/pg/server/stale-pid", test_stale_pid);
  mc_test_add_fiber ("/pg/server/server-killed", test_server_killed);
  mc_test_add_fiber ("/pg/server/gives-up", test_gives_up);
  mc_test_add_fiber ("/pg/server/two-instances", test_two_instances);
  mc_test_add_fiber ("/pg/server/take-over", test_take_over);
  mc_test_add_fiber ("/pg/server/lock", test_lock_is_the_servers);
  mc_test_add_fiber ("/pg/server/root", test_root_refused);
  return mc_test_run ();
}
