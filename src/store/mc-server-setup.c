/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-server-setup.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-pg-connection.h"

#define OLDEST_SERVER 150000

typedef struct
{
  McPgConfig *config;
  char *dbname;
} Setup;

static void
setup_free (gpointer data)
{
  Setup *setup = data;

  mc_pg_config_free (setup->config);
  g_free (setup->dbname);
  g_free (setup);
}

static Setup *
setup_new (const McPgConfig *config, const char *dbname)
{
  Setup *setup = g_new0 (Setup, 1);

  setup->config = mc_pg_config_copy (config);
  /* Copying the template takes its time on a slow disk. */
  setup->config->statement_timeout_ms = 0;
  setup->dbname = g_strdup (dbname);
  return setup;
}

/* On a fiber: one truth from the catalogue. */
static gboolean
ask (McPgConnection *connection, const char *sql, const char *name, gboolean *truth, GError **error)
{
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (McPgResult) result = NULL;

  mc_pg_params_add_text (params, name);
  result = dex_await_object (mc_pg_connection_query (connection, sql, params), error);
  if (result)
    *truth = mc_pg_result_get_bool (result, 0, "truth");
  return result != NULL;
}

static gboolean
check_server (McPgConnection *connection, const char *dbname, GError **error)
{
  int version = mc_pg_connection_get_server_version (connection);
  gboolean may = FALSE, exists = FALSE;

  if (version < OLDEST_SERVER)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                   _ ("The server is PostgreSQL %d; version 15 or later is needed."), version / 10000);
      return FALSE;
    }
  if (!ask (connection,
            "SELECT rolsuper OR (rolcreatedb AND rolcreaterole) AS truth FROM pg_catalog.pg_roles"
            " WHERE rolname = current_user AND $1::text IS NOT NULL",
            dbname, &may, error) ||
      !ask (connection, "SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = $1) AS truth", dbname,
            &exists, error))
    return FALSE;
  if (!may)
    g_set_error (error, MC_ERROR, MC_ERROR_DENIED, "%s",
                 _ ("This user may not make databases and roles. Use the server's administrator (postgres)."));
  else if (exists)
    g_set_error (error, MC_ERROR, MC_ERROR_EXISTS, _ ("The server has a database “%s” already; nothing was changed."),
                 dbname);
  return may && !exists;
}

static gboolean
run_on_name (McPgConnection *connection, const char *before, const char *dbname, const char *after, GError **error)
{
  g_autofree char *quoted = mc_pg_quote_identifier (dbname);
  g_autofree char *sql = g_strconcat (before, quoted, after, NULL);

  return dex_await (mc_pg_connection_query (connection, sql, NULL), error);
}

static DexFuture *
create_fiber (gpointer data)
{
  Setup *setup = data;
  GError *error = NULL;
  g_autoptr (McPgConnection) connection = dex_await_object (mc_pg_connection_new (setup->config), &error);

  if (!connection || !check_server (connection, setup->dbname, &error) ||
      !run_on_name (connection, "CREATE DATABASE ", setup->dbname,
                    " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi'", &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

static DexFuture *
drop_fiber (gpointer data)
{
  Setup *setup = data;
  GError *error = NULL;
  g_autoptr (McPgConnection) connection = dex_await_object (mc_pg_connection_new (setup->config), &error);

  if (!connection || !run_on_name (connection, "DROP DATABASE ", setup->dbname, " WITH (FORCE)", &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

DexFuture *
mc_server_setup_create_database (const McPgConfig *admin, const char *dbname)
{
  return dex_scheduler_spawn (NULL, 0, create_fiber, setup_new (admin, dbname), setup_free);
}

DexFuture *
mc_server_setup_drop_database (const McPgConfig *admin, const char *dbname)
{
  return dex_scheduler_spawn (NULL, 0, drop_fiber, setup_new (admin, dbname), setup_free);
}
