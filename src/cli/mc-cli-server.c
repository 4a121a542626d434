/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-cli-password.h"
#include "mc-cli.h"
#include "mc-loader.h"
#include "mc-migrator.h"
#include "mc-server-setup.h"

static char *opt_dbname;
static char *opt_director;
static char *opt_name;
static gboolean opt_password_stdin;

static const GOptionEntry entries[] = {
  { "dbname", 0, 0, G_OPTION_ARG_STRING, &opt_dbname, N_ ("the database to make (default: motcua)"), N_ ("NAME") },
  { "director", 0, 0, G_OPTION_ARG_STRING, &opt_director, N_ ("the login of the first director"), N_ ("LOGIN") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &opt_name, N_ ("the director's name as others see it (default: the login)"),
    N_ ("NAME") },
  { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &opt_password_stdin,
    N_ ("read the director's password from the first line of standard input (default: make one and print it)"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* Schema, law and first director in the database just made. */
static gboolean
furnish (const McPgConfig *config, const char *password, int *migrations, GError **error)
{
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (McPgPool) pool = mc_pg_pool_new (config, 1);
  g_autoptr (McStore) store = mc_store_new (pool);
  g_autoptr (McAccount) account = mc_account_new ();
  GError *failure = NULL;
  gboolean ok;

  *migrations = dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &failure);
  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_set_str (&account->login, opt_director);
  g_set_str (&account->display_name, opt_name ? opt_name : opt_director);
  account->group_role = MC_GROUP_ROLE_DIRECTOR;
  account->active = TRUE;
  ok = dex_await (mc_loader_load_rules (store), error) &&
       dex_await (mc_account_store_add (store, account, password), error);
  dex_await (mc_pg_pool_close (pool), NULL);
  return ok;
}

static void
report (McCli *cli, const McPgConfig *config, const char *password, int migrations)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (McPgConfig) director = mc_pg_config_copy (config);
  g_autofree char *uri = NULL;

  g_set_str (&director->user, opt_director);
  uri = mc_pg_config_to_uri (director);
  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("The server is ready. The director connects with: %s\n"), uri);
      if (!opt_password_stdin)
        g_print (_ ("Password: %s\n"), password);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "database", uri);
  mc_cli_set_string (builder, "dbname", config->dbname);
  mc_cli_set_string (builder, "director", opt_director);
  mc_cli_set_string (builder, "password", opt_password_stdin ? NULL : password);
  mc_cli_set_int (builder, "migrations_run", migrations);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McPgConfig) admin = NULL;
  g_autoptr (McPgConfig) config = NULL;
  g_autofree char *password = NULL;
  int migrations = 0;

  if (!mc_cli_get_database (cli))
    return mc_cli_usage (error, "%s",
                         _ ("--database names the server, as its administrator: postgresql://postgres@HOST/postgres"));
  if (!opt_director)
    return mc_cli_usage (error, "%s", _ ("--director names the first director's login"));
  password = opt_password_stdin ? mc_cli_read_password (error) : mc_cli_make_password ();
  if (!password || !mc_cli_connect (cli, error))
    return MC_CLI_FAILURE;
  admin = mc_cli_dup_config (cli, TRUE);
  config = mc_pg_config_copy (admin);
  g_set_str (&config->dbname, opt_dbname ? opt_dbname : "motcua");
  if (!dex_await (mc_server_setup_create_database (admin, config->dbname), error))
    return MC_CLI_FAILURE;
  if (!furnish (config, password, &migrations, error))
    {
      dex_await (mc_server_setup_drop_database (admin, config->dbname), NULL);
      return MC_CLI_FAILURE;
    }
  report (cli, config, password, migrations);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_server_setup = {
  .name = "server setup",
  .summary = N_ ("Make database, roles, schema and the first director on an empty server"),
  .json =
      "  {\"database\": URI for the director, \"dbname\", \"director\", \"password\": the one that was made, or null,\n"
      "   \"migrations_run\": number}",
  .note = N_ ("Over a network the server must offer TLS (ssl = on and a certificate, sslrootcert=FILE in the address); "
              "only where the network is trusted may the address end with ?sslmode=disable."),
  .entries = entries,
  .run = run,
};
