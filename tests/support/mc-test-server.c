/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-test-server.h"

#include <stdlib.h>
#include <string.h>

void
mc_test_server_start (McPgServer *server)
{
  g_autoptr (GError) error = NULL;

  dex_await (mc_pg_server_start (server), &error);
  g_assert_no_error (error);
}

void
mc_test_server_stop (McPgServer *server)
{
  g_autoptr (GError) error = NULL;

  dex_await (mc_pg_server_stop (server), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, MC_PG_SERVER_STOPPED);
}

static McPgConnection *
connect_as (McPgServer *server, McPgServerLogin login)
{
  g_autoptr (McPgConfig) config = mc_pg_server_get_config (server, login);
  g_autoptr (GError) error = NULL;
  McPgConnection *connection = dex_await_object (mc_pg_connection_new (config), &error);

  g_assert_no_error (error);
  return connection;
}

char *
mc_test_server_ask (McPgServer *server, McPgServerLogin login, const char *sql)
{
  g_autoptr (McPgConnection) connection = connect_as (server, login);
  g_autoptr (GError) error = NULL;
  g_autoptr (McPgResult) result = dex_await_object (mc_pg_connection_query (connection, sql, NULL), &error);

  g_assert_no_error (error);
  return mc_pg_result_get_n_rows (result) ? g_strdup (mc_pg_result_get_value (result, 0, 0)) : NULL;
}

int
mc_test_server_read_pid (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "data", "postmaster.pid", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? atoi (text) : 0;
}

/* A zombie, which nobody waits for after its parent was killed, is not alive. */
gboolean
mc_test_is_alive (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;

  return pid > 0 && g_file_get_contents (path, &text, NULL, NULL) && !strstr (text, ") Z ");
}

/* Waits until the main loop has brought the server to @state. */
void
mc_test_server_wait_for_state (McPgServer *server, McPgServerState state)
{
  for (int i = 0; i < 6000 && mc_pg_server_get_state (server) != state; i++)
    mc_test_await_msec (10);
  g_assert_cmpint (mc_pg_server_get_state (server), ==, state);
}

const char *
mc_test_server_state_name (McPgServerState state)
{
  static const char *const names[] = { "stopped", "starting", "running", "joined", "failed" };

  return names[state];
}
