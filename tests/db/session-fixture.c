/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "mc-account-store.h"
#include "mc-loader.h"
#include "mc-migrator.h"

static char *state_folder;
static char *database;

void
session_fixture_init (int *argc, char ***argv)
{
  state_folder = g_dir_make_tmp ("session-test-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", state_folder, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", state_folder, TRUE);
  mc_test_init (argc, argv);
}

int
session_fixture_run (void)
{
  int status = mc_test_run ();
  const char *argv[] = { "rm", "-rf", state_folder, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return status;
}

static void
add_account (McStore *store, const char *login, const char *name, McGroupRole group)
{
  g_autoptr (McAccount) account = mc_account_new ();
  GError *error = NULL;

  g_set_str (&account->login, login);
  g_set_str (&account->display_name, name);
  account->group_role = group;
  account->active = TRUE;
  dex_await (mc_account_store_add (store, account, NULL), &error);
  g_assert_no_error (error);
}

McTestCluster *
session_fixture_cluster (void)
{
  McTestCluster *cluster = mc_test_get_cluster ();
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McMigrator) migrator = NULL;
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (McStore) store = NULL;
  GError *error = NULL;

  if (database)
    return cluster;
  database = mc_test_cluster_fresh_database (cluster);
  config = mc_test_cluster_config (cluster, "postgres", database);
  migrator = mc_migrator_new (config, NULL);
  dex_await (mc_migrator_run (migrator, NULL, NULL, NULL), &error);
  g_assert_no_error (error);
  pool = mc_pg_pool_new (config, 1);
  store = mc_store_new (pool);
  dex_await (mc_loader_load_demo (store, MC_DAY_NONE), &error);
  g_assert_no_error (error);
  add_account (store, "an", "Nguyễn An", MC_GROUP_ROLE_DIRECTOR);
  add_account (store, "binh", "Trần Bình", MC_GROUP_ROLE_ROSTER_OFFICE);
  add_account (store, "cuc", "Lê Cúc", MC_GROUP_ROLE_SUPERVISION);
  add_account (store, "xem", "Phạm Xem", MC_GROUP_ROLE_VIEWER);
  dex_await (mc_pg_pool_close (pool), NULL);
  return cluster;
}

char *
session_fixture_psql (const char *sql)
{
  McTestCluster *cluster = session_fixture_cluster ();

  return mc_test_cluster_psql (cluster, database, sql);
}

McProfile *
session_fixture_profile (const char *login, const char *folder)
{
  McTestCluster *cluster = session_fixture_cluster ();
  g_autoptr (McPgConfig) config = mc_test_cluster_config (cluster, login, database);
  McProfile *profile = mc_profile_new_server (folder ? folder : config->socket_dir, config->port, database, login);

  g_object_set (profile, "tls-mode", "disable", NULL);
  return profile;
}

McSession *
session_fixture_open_profile (McProfile *profile)
{
  GError *error = NULL;
  McSession *session =
      dex_await_object (mc_session_open (profile, MC_START_NONE, MC_DAY_NONE, NULL, NULL, NULL, NULL), &error);

  g_assert_no_error (error);
  g_assert_cmpint (mc_session_get_state (session), ==, MC_SESSION_ONLINE);
  return session;
}

McSession *
session_fixture_open (const char *login)
{
  g_autoptr (McProfile) profile = session_fixture_profile (login, NULL);

  return session_fixture_open_profile (profile);
}

void
session_fixture_close (McSession *session)
{
  GError *error = NULL;

  dex_await (mc_session_close (session), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_session_get_state (session), ==, MC_SESSION_CLOSED);
  g_object_unref (session);
}

McLiveList *
session_fixture_list (McSession *session, GType noun)
{
  McLiveList *list = mc_session_list (session, noun, MC_DAY_NONE);
  GError *error = NULL;

  dex_await (mc_live_list_when_ready (list), &error);
  g_assert_no_error (error);
  return list;
}

McCommitResult *
session_fixture_commit (McSession *session, McChange *change)
{
  GError *error = NULL;
  McCommitResult *result = dex_await_object (mc_session_commit (session, change), &error);

  g_assert_no_error (error);
  return result;
}

DexFuture *
session_fixture_set_text (McSession *session, gpointer row, const char *field, const char *text)
{
  g_autoptr (McChange) change = mc_change_new ("test");
  g_autoptr (McEntity) after = mc_entity_clone (row);
  GError *error = NULL;

  mc_entity_set_text (after, field, text, &error);
  g_assert_no_error (error);
  mc_change_update (change, row, after);
  return mc_session_commit (session, change);
}
