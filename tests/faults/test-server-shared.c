/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One private server and several programs, some of which are killed. Run with
 * "--helper FOLDER" this program is an application that uses a server in FOLDER:
 * it says what it does, one word a line, and leaves when its input closes. */
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "mc-pg-server.h"
#include "mc-test-server.h"

static char *program;

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

/* The guard of a server: the process that waits to stop it. */
static int
find_guard (const char *folder)
{
  g_autofree char *users = g_build_filename (folder, "users", NULL);
  g_autofree char *pattern = g_strdup_printf ("flock -o %s .*", users);
  const char *const argv[] = { "pgrep", "-f", "-o", "-x", pattern, NULL };
  g_autofree char *output = NULL;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL);
  return output ? atoi (output) : 0;
}

static void
kill_guard (const char *folder)
{
  int pid = find_guard (folder);

  for (int i = 0; i < 1000 && pid == 0; i++)
    {
      mc_test_await_msec (10);
      pid = find_guard (folder);
    }
  g_assert_cmpint (pid, >, 0);
  kill (pid, SIGKILL);
  while (find_guard (folder))
    mc_test_await_msec (10);
}

/* Nobody else uses the server, so it ends as well, and properly. */
static void
test_application_killed (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  g_autofree char *pid_file = g_build_filename (path, "data", "postmaster.pid", NULL);
  Helper *helper = helper_new (path, NULL);
  int pid;

  helper_expect (helper, "running");
  pid = mc_test_server_read_pid (path);
  helper_kill (helper);
  for (int i = 0; i < 3000 && mc_test_is_alive (pid); i++)
    mc_test_await_msec (10);
  g_assert_false (mc_test_is_alive (pid));
  g_assert_false (g_file_test (pid_file, G_FILE_TEST_EXISTS));
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_RUNNING);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
  mc_test_server_stop (server);
  g_assert_cmpint (find_guard (path), ==, 0);
}

/* Somebody else uses the server of the one that was killed: it stays. */
static void
test_other_application_killed (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *helper = helper_new (path, NULL);
  int pid;

  helper_expect (helper, "running");
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_JOINED);
  pid = mc_test_server_read_pid (path);
  helper_kill (helper);
  mc_test_await_msec (300);
  g_assert_true (mc_test_is_alive (pid));
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
  mc_test_server_stop (server);
  g_assert_false (mc_test_is_alive (pid));
}

/* With the guard killed, too, the server lives on, and its lock with it: the next
 * one joins it and does not start a second. */
static void
test_server_left_over (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *helper = helper_new (path, NULL);
  int pid;

  helper_expect (helper, "running");
  kill_guard (path);
  helper_kill (helper);
  pid = mc_test_server_read_pid (path);
  g_assert_true (mc_test_is_alive (pid));
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_JOINED);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
  /* The last user stops it, though another had started it. */
  mc_test_server_stop (server);
  g_assert_false (mc_test_is_alive (pid));
}

static void
test_both_killed (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McPgServer) server = mc_pg_server_new (path);
  Helper *helper = helper_new (path, NULL);

  helper_expect (helper, "running");
  kill_guard (path);
  helper_kill (helper);
  kill (mc_test_server_read_pid (path), SIGKILL);
  mc_test_server_start (server);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_RUNNING);
  mc_test_assert_answer (server, MC_PG_SERVER_ADMIN, "SELECT count(*) FROM kept", "1");
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
  pid = mc_test_server_read_pid (path);
  helper_leave (first);
  /* Whoever started it: while one uses it, it stays. */
  g_assert_true (mc_test_is_alive (pid));
  mc_test_assert_answer (server, MC_PG_SERVER_LOCAL, "SELECT 1", "1");
  mc_test_server_stop (server);
  g_assert_false (mc_test_is_alive (pid));
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
  mc_test_server_wait_for_state (server, MC_PG_SERVER_RUNNING);
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
  kill_guard (path);
  helper_kill (helper);
  /* Now only the server's own processes can hold it. */
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, !=, 0);
  mc_test_server_start (server);
  mc_test_server_stop (server);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, ==, 0);
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
  g_print ("%s\n", mc_test_server_state_name (state));
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
  g_print ("ready\n%s\n", mc_test_server_state_name (mc_pg_server_get_state (server)));
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
  mc_test_add_fiber ("/pg/server-shared/application-killed", test_application_killed);
  mc_test_add_fiber ("/pg/server-shared/other-application-killed", test_other_application_killed);
  mc_test_add_fiber ("/pg/server-shared/server-left-over", test_server_left_over);
  mc_test_add_fiber ("/pg/server-shared/both-killed", test_both_killed);
  mc_test_add_fiber ("/pg/server-shared/two-instances", test_two_instances);
  mc_test_add_fiber ("/pg/server-shared/take-over", test_take_over);
  mc_test_add_fiber ("/pg/server-shared/lock", test_lock_is_the_servers);
  mc_test_add_fiber ("/pg/server-shared/root", test_root_refused);
  return mc_test_run ();
}
