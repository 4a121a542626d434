/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 of the private server: it is started again, and all that stands on it goes on. */
#include <gio/gio.h>
#include <signal.h>

#include "mc-person.h"
#include "mc-pg-pool.h"
#include "mc-pg-server.h"
#include "mc-test-server.h"
#include "session-fixture.h"

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
  mc_test_server_wait_for_state (server, MC_PG_SERVER_RUNNING);
  g_assert_cmpint (mc_pg_server_get_pid (server), !=, pid);
  /* The pool notices the dead connection before it uses it. */
  dex_await (mc_pg_pool_query (pool, "SELECT n FROM kept", NULL), &error);
  g_assert_no_error (error);
  dex_await (mc_pg_pool_close (pool), NULL);
  mc_test_server_stop (server);
}

static McSession *
open_private (McProfile *profile, const char *folder)
{
  GError *error = NULL;
  McSession *session;

  g_object_set (profile, "data-dir", folder, NULL);
  session = dex_await_object (mc_session_open (profile, MC_START_DEMO, MC_DAY_NONE, NULL, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  return session;
}

static void
test_session_recovers (void)
{
  g_autoptr (McTestFolder) folder = mc_test_folder_new ();
  const char *path = mc_test_folder_get_path (folder);
  g_autoptr (McProfile) profile = mc_profile_new_private (MC_START_DEMO);
  McSession *session = open_private (profile, path);
  g_autoptr (McLiveList) people = session_fixture_list (session, MC_TYPE_PERSON);
  g_autoptr (McPerson) person = g_list_model_get_item (G_LIST_MODEL (people), 0);
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  g_assert_cmpint (mc_test_server_read_pid (path), >, 0);
  kill (mc_test_server_read_pid (path), SIGKILL);
  SESSION_WAIT (mc_session_get_state (session) == MC_SESSION_OFFLINE);
  /* What the killed server was at, such as the sample's figures, comes to its end first. */
  for (guint i = 0; i < 2400 && mc_session_get_state (session) != MC_SESSION_ONLINE; i++)
    mc_test_await_msec (50);
  g_assert_cmpint (mc_session_get_state (session), ==, MC_SESSION_ONLINE);
  g_test_message ("started again and online %.0f ms after the kill", (double)(g_get_monotonic_time () - start) / 1000);
  dex_await (session_fixture_set_text (session, person, "note", "after the crash"), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_strcmp0 (person->note, "after the crash") == 0);
  g_clear_object (&people);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/private-killed/server", test_server_killed);
  mc_test_add_fiber ("/private-killed/session", test_session_recovers);
  return session_fixture_run ();
}
