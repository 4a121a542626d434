/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-profile.h"
#include "mc-session.h"
#include "mc-test-cluster.h"

G_BEGIN_DECLS

/* What the tests of the session share. All on a fiber. */

/** session_fixture_init: instead of mc_test_init(): the state folder of the person who runs the test is left alone. */
void session_fixture_init (int *argc, char ***argv);
int session_fixture_run (void);

/** session_fixture_cluster: (transfer none): with the schema, the sample centre, and the accounts "an" (director),
 * "binh" (roster office), "cuc" (supervision) and "xem" (viewer). */
McTestCluster *session_fixture_cluster (void);

/** session_fixture_psql: runs @sql as the superuser, past all rights. Returns: (transfer full): the output */
char *session_fixture_psql (const char *sql);

/** session_fixture_open: (transfer full): a session of @login, as on a desktop of its own. */
McSession *session_fixture_open (const char *login);

/** session_fixture_profile: (transfer full): the connection of @login; through the socket in @folder, or that of the
 * cluster if %NULL. */
McProfile *session_fixture_profile (const char *login, const char *folder);

/** session_fixture_open_profile: (transfer full): as session_fixture_open(), by a connection that is given. */
McSession *session_fixture_open_profile (McProfile *profile);

/** session_fixture_close: (transfer full): and forgets it. */
void session_fixture_close (McSession *session);

/** session_fixture_list: (transfer full): mc_session_list(), loaded. */
McLiveList *session_fixture_list (McSession *session, GType noun);

/** session_fixture_commit: (transfer full): @change must go. */
McCommitResult *session_fixture_commit (McSession *session, McChange *change);

/** session_fixture_set_text: one field of the @row of a list to @text as one change. Returns: (transfer full): future
 * of mc_session_commit() */
DexFuture *session_fixture_set_text (McSession *session, gpointer row, const char *field, const char *text);

/** SESSION_WAIT: lets the main loop run until @condition, at most five seconds. */
#define SESSION_WAIT(condition)                                                                                        \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 deadline_ = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;                                                   \
    while (!(condition) && g_get_monotonic_time () < deadline_)                                                        \
      mc_test_await_msec (2);                                                                                          \
    g_assert_true (condition);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

G_END_DECLS
