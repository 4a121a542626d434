/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-error.h"
#include "mc-pg-config.h"
#include "mc-pg-connection.h"

static McPgConfig *
read_uri (const char *uri)
{
  g_autoptr (GError) error = NULL;
  McPgConfig *config = mc_pg_config_new_from_uri (uri, &error);

  g_assert_no_error (error);
  return config;
}

static void
test_defaults (void)
{
  g_autoptr (McPgConfig) config = read_uri ("postgresql://may-chu.cantho.gov.vn");

  g_assert_cmpstr (config->host, ==, "may-chu.cantho.gov.vn");
  g_assert_cmpint (config->port, ==, 5432);
  g_assert_cmpstr (config->dbname, ==, "motcua");
  g_assert_cmpint (config->tls, ==, MC_PG_TLS_VERIFY_FULL);
  g_assert_true (config->require_scram);
  g_assert_cmpint (config->statement_timeout_ms, ==, 30000);
}

static void
test_all_parts (void)
{
  g_autoptr (McPgConfig) config = read_uri (
      "postgres://nguy%E1%BB%85n:b%C3%AD%40m%E1%BA%ADt@[::1]:6543/trung%20t%C3%A2m?sslmode=require&sslrootcert=/ca.pem"
      "&connect_timeout=3&role=motcua_director&application_name=x");

  g_assert_cmpstr (config->user, ==, "nguyễn");
  g_assert_cmpstr (config->password, ==, "bí@mật");
  g_assert_cmpstr (config->host, ==, "::1");
  g_assert_cmpint (config->port, ==, 6543);
  g_assert_cmpstr (config->dbname, ==, "trung tâm");
  g_assert_cmpint (config->tls, ==, MC_PG_TLS_REQUIRE);
  g_assert_cmpstr (config->root_certificate, ==, "/ca.pem");
  g_assert_cmpint (config->connect_timeout_ms, ==, 3000);
  g_assert_cmpstr (config->role, ==, "motcua_director");
  g_assert_cmpstr (config->application_name, ==, "x");
}

static void
test_round_trip (void)
{
  static const char *const uris[] = {
    "postgresql://me@example.org/db",
    "postgresql://me@[::1]:6543/db?sslmode=require&sslrootcert=/a%20b.pem",
    "postgresql://me@/db?host=/run/user/1000/motcua",
    "postgresql://a%40b@h/d%2Fb?role=motcua_viewer",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (McPgConfig) config = read_uri (uris[i]);
      g_autofree char *back = mc_pg_config_to_uri (config);

      g_assert_cmpstr (back, ==, uris[i]);
    }
}

static void
test_no_password_out (void)
{
  g_autoptr (McPgConfig) config = read_uri ("postgresql://me:secret@example.org/db?password=hush");
  g_autofree char *uri = mc_pg_config_to_uri (config);

  g_assert_cmpstr (config->password, ==, "hush");
  g_assert_null (strstr (uri, "secret"));
  g_assert_null (strstr (uri, "hush"));
}

static void
test_bad_uris (void)
{
  static const char *const uris[] = {
    "",
    "mysql://h/db",
    "postgresql://h:port/db",
    "postgresql://h:70000/db",
    "postgresql://h/db?sslmode=prefer",
    "postgresql://h/db?no_such_key=1",
    "postgresql://h/db?connect_timeout=soon",
    "postgresql://%zz@h/db",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mc_pg_config_new_from_uri (uris[i], &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
}

static void
test_quoting (void)
{
  g_autofree char *identifier = mc_pg_quote_identifier ("a \"b\" c");
  g_autofree char *literal = mc_pg_quote_literal ("it's");
  g_autofree char *escaped = mc_pg_quote_literal ("a\\'b");

  g_assert_cmpstr (identifier, ==, "\"a \"\"b\"\" c\"");
  g_assert_cmpstr (literal, ==, "'it''s'");
  g_assert_cmpstr (escaped, ==, " E'a\\\\''b'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pg/config/defaults", test_defaults);
  g_test_add_func ("/pg/config/all-parts", test_all_parts);
  g_test_add_func ("/pg/config/round-trip", test_round_trip);
  g_test_add_func ("/pg/config/no-password-out", test_no_password_out);
  g_test_add_func ("/pg/config/bad-uris", test_bad_uris);
  g_test_add_func ("/pg/config/quoting", test_quoting);
  return g_test_run ();
}
