/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-server.h"
#include "mc-test-cluster.h"

G_BEGIN_DECLS

/* The private server in tests; all on a fiber. What fails ends the test. */

void mc_test_server_start (McPgServer *server);
void mc_test_server_stop (McPgServer *server);
/** mc_test_server_wait_for_state: lets the main loop run until the server is in @state */
void mc_test_server_wait_for_state (McPgServer *server, McPgServerState state);
const char *mc_test_server_state_name (McPgServerState state);
/** mc_test_server_read_pid: what postmaster.pid in the private server's @folder says; 0 if there is none */
int mc_test_server_read_pid (const char *folder);
/** mc_test_is_alive: FALSE also for a zombie, which nobody waits for after its parent was killed */
gboolean mc_test_is_alive (int pid);
/** mc_test_server_ask: Returns: (transfer full) (nullable): the first value of what @sql gives, on a connection of its
 * own */
char *mc_test_server_ask (McPgServer *server, McPgServerLogin login, const char *sql);

#define mc_test_assert_answer(server, login, sql, expected)                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *answer_ = mc_test_server_ask (server, login, sql);                                                \
    g_assert_cmpstr (answer_, ==, expected);                                                                           \
  }                                                                                                                    \
  G_STMT_END

G_END_DECLS
