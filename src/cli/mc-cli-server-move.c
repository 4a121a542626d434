/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-cli-password.h"
#include "mc-cli.h"
#include "mc-error.h"
#include "mc-migrator.h"
#include "mc-server-move.h"
#include "mc-server-setup.h"

static char *opt_to;
static char *opt_dbname;
static char *opt_director;
static char *opt_name;
static gboolean opt_password_stdin;

static const GOptionEntry entries[] = {
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to,
    N_ ("the office's server, as its administrator: postgresql://postgres@HOST/postgres (password: PGPASSWORD or a "
        "pgpass file)"),
    N_ ("URI") },
  { "dbname", 0, 0, G_OPTION_ARG_STRING, &opt_dbname, N_ ("the database to make (default: motcua)"), N_ ("NAME") },
  { "director", 0, 0, G_OPTION_ARG_STRING, &opt_director, N_ ("the login of the first director"), N_ ("LOGIN") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &opt_name, N_ ("the director's name as others see it (default: the login)"),
    N_ ("NAME") },
  { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &opt_password_stdin,
    N_ ("read the director's password from the first line of standard input (default: make one and print it)"), NULL },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  McCli *cli;
  McPgConfig *to; /* the new database, as administrator */
  char *password; /* the director's */
  McServerMoveReport report;
} Move;

static gboolean
make_schema (Move *move, GError **error)
{
  g_autoptr (McMigrator) migrator = mc_migrator_new (move->to, NULL);

  return dex_await (mc_migrator_run (migrator, NULL, NULL, NULL), error);
}

static gboolean
add_director (Move *move, GError **error)
{
  g_autoptr (McPgPool) pool = NULL;
  g_autoptr (McStore) store = NULL;
  g_autoptr (McAccount) account = mc_account_new ();
  gboolean ok;

  if (!opt_director)
    return TRUE;
  pool = mc_pg_pool_new (move->to, 1);
  store = mc_store_new (pool);
  g_set_str (&account->login, opt_director);
  g_set_str (&account->display_name, opt_name ? opt_name : opt_director);
  account->group_role = MC_GROUP_ROLE_DIRECTOR;
  account->active = TRUE;
  ok = dex_await (mc_account_store_add (store, account, move->password), error);
  dex_await (mc_pg_pool_close (pool), NULL);
  return ok;
}

static void
progress_cb (const char *table, gint64 rows, gpointer data)
{
  Move *move = data;

  if (rows > 0)
    mc_cli_say (move->cli, "    %-28s %" G_GINT64_FORMAT, table, rows);
}

static gboolean
fill (Move *move, GError **error)
{
  g_autoptr (McPgConfig) from = mc_cli_dup_config (move->cli, TRUE);

  mc_cli_say (move->cli, "%s", _ ("3. Making roles and schema…"));
  if (!make_schema (move, error))
    return FALSE;
  mc_cli_say (move->cli, "%s", _ ("4. Copying every table, and counting its rows on both sides:"));
  return mc_server_move_copy (from, move->to, progress_cb, move, &move->report, error) && add_director (move, error);
}

static void
report (Move *move)
{
  g_autoptr (McPgConfig) director = mc_pg_config_copy (move->to);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *uri = NULL;

  if (opt_director)
    g_set_str (&director->user, opt_director);
  uri = mc_pg_config_to_uri (director);
  mc_cli_say (move->cli, _ ("5. Done: tables %u, rows %d, accounts %u; the same on both sides."), move->report.tables,
              (int)move->report.rows, move->report.accounts);
  mc_cli_say (move->cli, "%s", _ ("This computer's private server stays as it was. What to do next:"));
  mc_cli_say (move->cli, _ ("  – connect each computer's Một Cửa to: %s"), uri);
  if (opt_director && !opt_password_stdin)
    mc_cli_say (move->cli, _ ("  – give the director the password: %s"), move->password);
  mc_cli_say (move->cli, "%s",
              _ ("  – add everybody's account: motcua-cli account add LOGIN --group … --database URI"));
  if (!mc_cli_wants_json (move->cli))
    return;
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "tables", move->report.tables);
  mc_cli_set_int (builder, "rows", move->report.rows);
  mc_cli_set_int (builder, "accounts", move->report.accounts);
  mc_cli_set_string (builder, "database", uri);
  mc_cli_set_string (builder, "director", opt_director);
  mc_cli_set_string (builder, "password", opt_director && !opt_password_stdin ? move->password : NULL);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static gboolean
move_all (Move *move, const McPgConfig *admin, GError **error)
{
  mc_cli_say (move->cli, "%s", _ ("1. Looking at the private server…"));
  if (!mc_cli_connect_alone (move->cli, error) || !mc_cli_open_store (move->cli, error))
    return FALSE;
  mc_cli_say (move->cli, _ ("2. Making the database “%s” on the office's server…"), move->to->dbname);
  if (!dex_await (mc_server_setup_create_database (admin, move->to->dbname), error))
    return FALSE;
  if (fill (move, error))
    return TRUE;
  dex_await (mc_server_setup_drop_database (admin, move->to->dbname), NULL);
  return FALSE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McPgConfig) admin = NULL;
  g_autoptr (McPgConfig) to = NULL;
  g_autofree char *password = NULL;
  Move move = { .cli = cli };

  if (!opt_to)
    return mc_cli_usage (
        error, "%s", _ ("--to names the office's server, as its administrator: postgresql://postgres@HOST/postgres"));
  admin = mc_pg_config_new_from_uri (opt_to, error);
  password = !admin ? NULL : opt_password_stdin ? mc_cli_read_password (error) : mc_cli_make_password ();
  if (!password)
    return MC_CLI_FAILURE;
  g_set_str (&admin->application_name, "motcua-cli");
  to = mc_pg_config_copy (admin);
  g_set_str (&to->dbname, opt_dbname ? opt_dbname : "motcua");
  move.to = to;
  move.password = password;
  if (!move_all (&move, admin, error))
    return MC_CLI_FAILURE;
  report (&move);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_server_move = {
  .name = "server move",
  .summary = N_ ("Move from the private server to the office's: a new database with the same data"),
  .json = "  {\"tables\": number, \"rows\": number, \"accounts\": number that came along, \"database\": URI to connect "
          "to,\n"
          "   \"director\": login or null, \"password\": the one that was made, or null}",
  .entries = entries,
  .run = run,
};
