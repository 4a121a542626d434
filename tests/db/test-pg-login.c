/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords and certificates. */
#include <string.h>

#include "mc-error.h"
#include "mc-pg-connection.h"
#include "mc-test-cluster.h"

#define PASSWORD "bí mật 'trong' ngăn"

static McTestCluster *tls;
static McTestCluster *plain;

static McPgConfig *
config_for (McTestCluster *cluster, const char *host)
{
  McPgConfig *config = mc_pg_config_new ();

  g_set_str (&config->host, host);
  config->port = mc_test_cluster_get_port (cluster);
  g_set_str (&config->user, "clerk");
  g_set_str (&config->dbname, "postgres");
  g_set_str (&config->password, PASSWORD);
  g_set_str (&config->root_certificate, mc_test_cluster_get_ca (tls));
  return config;
}

static void
assert_refused (const McPgConfig *config, McErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (mc_pg_connection_new (config), &error));
  g_assert_error (error, MC_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_null (strstr (error->message, PASSWORD));
}

/* In whole sentences that say what helps. */
static void
assert_told (const McPgConfig *config, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dex_await (mc_pg_connection_new (config), &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, what));
}

static void
test_right_password (void)
{
  g_autoptr (McPgConfig) config = config_for (tls, "localhost");
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (config->tls, ==, MC_PG_TLS_VERIFY_FULL);
  connection = dex_await_object (mc_pg_connection_new (config), &error);
  g_assert_no_error (error);
  g_assert_true (mc_pg_connection_uses_tls (connection));
}

static void
test_wrong_password (void)
{
  g_autoptr (McPgConfig) config = config_for (tls, "localhost");

  g_set_str (&config->password, "wrong");
  assert_refused (config, MC_ERROR_LOGIN);
  g_set_str (&config->password, NULL);
  assert_refused (config, MC_ERROR_LOGIN);
  g_set_str (&config->password, PASSWORD);
  g_set_str (&config->user, "nobody");
  assert_refused (config, MC_ERROR_LOGIN);
}

static void
test_wrong_authority (void)
{
  g_autoptr (McPgConfig) config = config_for (tls, "localhost");

  g_set_str (&config->root_certificate, mc_test_cluster_get_wrong_ca (tls));
  assert_refused (config, MC_ERROR_TLS);
  assert_told (config, "comes from an authority that is not trusted here");
  /* The system's own authorities do not know this server, either. */
  g_set_str (&config->root_certificate, NULL);
  assert_refused (config, MC_ERROR_TLS);
}

static void
test_wrong_name (void)
{
  g_autoptr (McPgConfig) config = config_for (tls, "127.0.0.1");
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (config, MC_ERROR_TLS);
  /* The authority is right; only the name is not. */
  config->tls = MC_PG_TLS_VERIFY_CA;
  connection = dex_await_object (mc_pg_connection_new (config), &error);
  g_assert_no_error (error);
}

static void
test_server_without_tls (void)
{
  g_autoptr (McPgConfig) config = config_for (plain, "localhost");
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (config, MC_ERROR_TLS);
  assert_told (config, "?sslmode=disable");
  config->tls = MC_PG_TLS_REQUIRE;
  assert_refused (config, MC_ERROR_TLS);
  config->tls = MC_PG_TLS_DISABLE;
  connection = dex_await_object (mc_pg_connection_new (config), &error);
  g_assert_no_error (error);
  g_assert_false (mc_pg_connection_uses_tls (connection));
}

static void
test_no_server (void)
{
  g_autoptr (McPgConfig) config = config_for (plain, "127.0.0.1");

  config->port = 1;
  assert_refused (config, MC_ERROR_CONNECTION);
  assert_told (config, "Nothing answers at 127.0.0.1, port 1.");
  /* The names under .invalid are nobody's; where no server of names is asked, that is what is said. */
  g_set_str (&config->host, "khongco.invalid");
  assert_refused (config, MC_ERROR_CONNECTION);
  assert_told (config, "name khongco.invalid ");
}

/* A server that asks for the password itself does not get it. */
static void
test_password_in_the_clear (void)
{
  g_autoptr (McPgConfig) config = config_for (plain, "127.0.0.1");
  g_autofree char *hba = g_build_filename (mc_test_cluster_get_folder (plain), "data", "pg_hba.conf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (hba, "local all all trust\nhost all all 127.0.0.1/32 password\n", -1, &error));
  g_free (mc_test_cluster_psql (plain, "postgres", "SELECT pg_reload_conf(), pg_sleep(0.3)"));
  config->tls = MC_PG_TLS_DISABLE;
  g_assert_false (dex_await (mc_pg_connection_new (config), &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "scram-sha-256"));
}

static void
test_role (void)
{
  g_autoptr (McPgConfig) config = config_for (tls, "localhost");
  g_autoptr (McPgConnection) connection = NULL;
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&config->role, "a role");
  connection = dex_await_object (mc_pg_connection_new (config), &error);
  g_assert_no_error (error);
  result = dex_await_object (
      mc_pg_connection_query (connection, "SELECT current_user AS role, session_user AS login", NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "role"), ==, "a role");
  g_assert_cmpstr (mc_pg_result_get_text (result, 0, "login"), ==, "clerk");
  g_set_str (&config->role, "postgres");
  assert_refused (config, MC_ERROR_DENIED);
}

int
main (int argc, char **argv)
{
  static const char *const roles = "CREATE ROLE \"a role\"; "
                                   "CREATE ROLE clerk LOGIN IN ROLE \"a role\" PASSWORD $$" PASSWORD "$$";
  int status;

  mc_test_init (&argc, &argv);
  tls = mc_test_cluster_new (MC_TEST_CLUSTER_TLS);
  plain = mc_test_cluster_new (MC_TEST_CLUSTER_TCP);
  g_free (mc_test_cluster_psql (tls, "postgres", roles));
  g_free (mc_test_cluster_psql (plain, "postgres", roles));
  mc_test_add_fiber ("/pg/login/right-password", test_right_password);
  mc_test_add_fiber ("/pg/login/wrong-password", test_wrong_password);
  mc_test_add_fiber ("/pg/login/wrong-authority", test_wrong_authority);
  mc_test_add_fiber ("/pg/login/wrong-name", test_wrong_name);
  mc_test_add_fiber ("/pg/login/server-without-tls", test_server_without_tls);
  mc_test_add_fiber ("/pg/login/no-server", test_no_server);
  mc_test_add_fiber ("/pg/login/password-in-the-clear", test_password_in_the_clear);
  mc_test_add_fiber ("/pg/login/role", test_role);
  status = mc_test_run ();
  mc_test_cluster_free (tls);
  mc_test_cluster_free (plain);
  return status;
}
