/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By COPY over two connections of ours, not by pg_dump and pg_restore: those of a newer version than the office's
 * server may send it what it does not know, and would need the password. */
#include "mc-server-move.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-pg-connection.h"
#include "mc-pg-copy.h"

/* Rows read at once: a file may have 20 MiB, and twice that in PostgreSQL's text. */
#define BATCH 1000
#define BATCH_OF_FILES 2

typedef struct
{
  McPgConnection *from;
  McPgConnection *to;
} Move;

static McPgResult *
query (McPgConnection *connection, const char *sql, McPgParams *params, GError **error)
{
  return dex_await_object (mc_pg_connection_query (connection, sql, params), error);
}

static gboolean G_GNUC_PRINTF (3, 4) do_it (McPgConnection *connection, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list values;

  va_start (values, format);
  sql = g_strdup_vprintf (format, values);
  va_end (values);
  return dex_await (mc_pg_connection_exec_script (connection, sql), error);
}

static gint64
count (McPgConnection *connection, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) AS n FROM %s", table);
  g_autoptr (McPgResult) result = query (connection, sql, NULL, error);

  return result ? mc_pg_result_get_int64 (result, 0, "n") : -1;
}

/* A journal that nothing may be taken from: here it holds what migrations did, which the other one tells as well. */
static gboolean
empty_table (McPgConnection *to, const char *table, gboolean journal, GError **error)
{
  if (!journal)
    return do_it (to, error, "DELETE FROM %s", table);
  return do_it (to, error,
                "ALTER TABLE %1$s DISABLE TRIGGER append_only; DELETE FROM %1$s;"
                "ALTER TABLE %1$s ENABLE ALWAYS TRIGGER append_only",
                table);
}

static gboolean
write_rows (McPgCopy *copy, McPgResult *rows, GError **error)
{
  guint n = mc_pg_result_get_n_columns (rows);
  g_autofree const char **fields = g_new0 (const char *, n);

  for (guint r = 0; r < mc_pg_result_get_n_rows (rows); r++)
    {
      for (guint c = 0; c < n; c++)
        fields[c] = mc_pg_result_get_value (rows, r, c);
      if (!dex_await (mc_pg_copy_write_row (copy, fields, n), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_rows (Move *move, const char *table, const char *columns, gboolean files, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("COPY %s (%s) FROM STDIN", table, columns);
  g_autofree char *fetch = g_strdup_printf ("FETCH %d FROM moving", files ? BATCH_OF_FILES : BATCH);
  g_autoptr (McPgCopy) copy = NULL;
  g_autoptr (McPgResult) copied = NULL;
  guint n;

  if (!do_it (move->from, error, "DECLARE moving NO SCROLL CURSOR FOR SELECT %s FROM %s", columns, table))
    return FALSE;
  copy = dex_await_object (mc_pg_copy_new (move->to, sql), error);
  if (!copy)
    return FALSE;
  do
    {
      g_autoptr (McPgResult) rows = query (move->from, fetch, NULL, error);

      if (!rows || !write_rows (copy, rows, error))
        return FALSE;
      n = mc_pg_result_get_n_rows (rows);
    }
  while (n > 0);
  copied = dex_await_object (mc_pg_copy_finish (copy), error);
  return copied && do_it (move->from, error, "CLOSE moving");
}

static gint64
move_table (Move *move, McPgResult *tables, guint row, GError **error)
{
  const char *table = mc_pg_result_get_text (tables, row, "name");
  gint64 before, after;

  if (!empty_table (move->to, table, mc_pg_result_get_bool (tables, row, "journal"), error) ||
      !copy_rows (move, table, mc_pg_result_get_text (tables, row, "columns"),
                  mc_pg_result_get_bool (tables, row, "files"), error))
    return -1;
  before = count (move->from, table, error);
  after = before < 0 ? -1 : count (move->to, table, error);
  if (after >= 0 && before != after)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("%s has %d rows here and %d there; nothing was moved."), table,
                   (int)before, (int)after);
      return -1;
    }
  return after;
}

static gboolean
move_tables (Move *move, McServerMoveProgress progress, gpointer user_data, McServerMoveReport *report, GError **error)
{
  g_autoptr (McPgResult) tables =
      query (move->from,
             "SELECT format('%I.%I', n.nspname, c.relname) AS name, n.nspname = 'audit' AS journal,"
             " string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,"
             " bool_or(a.atttypid = 'pg_catalog.bytea'::regtype) AS files"
             " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
             " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
             " AND a.attgenerated = ''"
             " WHERE n.nspname IN ('centre', 'audit') AND c.relkind = 'r' AND c.relname <> 'schema_migration'"
             " GROUP BY n.nspname, c.relname ORDER BY n.nspname DESC, c.relname",
             NULL, error);

  for (guint i = 0; tables && i < mc_pg_result_get_n_rows (tables); i++)
    {
      gint64 rows = move_table (move, tables, i, error);

      if (rows < 0)
        return FALSE;
      report->tables++;
      report->rows += rows;
      if (progress)
        progress (mc_pg_result_get_text (tables, i, "name"), rows, user_data);
    }
  return tables != NULL;
}

/* The numbers of rows that are gone stand in the journal, and are not given again. */
static gboolean
move_sequences (Move *move, GError **error)
{
  g_autoptr (McPgResult) sequences =
      query (move->from,
             "SELECT format('%I.%I', schemaname, sequencename) AS name, last_value FROM pg_catalog.pg_sequences"
             " WHERE schemaname IN ('centre', 'audit') AND last_value IS NOT NULL",
             NULL, error);

  for (guint i = 0; sequences && i < mc_pg_result_get_n_rows (sequences); i++)
    {
      g_autoptr (McPgParams) params = mc_pg_params_new ();

      mc_pg_params_add_text (params, mc_pg_result_get_text (sequences, i, "name"));
      mc_pg_params_add_int64 (params, mc_pg_result_get_int64 (sequences, i, "last_value"));
      if (!dex_await (mc_pg_connection_query (move->to, "SELECT setval($1::text::regclass, $2)", params), error))
        return FALSE;
    }
  return sequences != NULL;
}

static gboolean
move_login (Move *move, McPgResult *logins, guint row, GError **error)
{
  g_autoptr (McPgParams) params = mc_pg_params_new ();
  g_autoptr (McPgResult) role = NULL;
  const char *login = mc_pg_result_get_text (logins, row, "login");
  const char *grant = mc_pg_result_get_text (logins, row, "join_group");

  mc_pg_params_add_text (params, login);
  role = query (move->to, "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = $1", params, error);
  if (!role)
    return FALSE;
  if (mc_pg_result_get_n_rows (role) > 0 && mc_pg_result_get_bool (role, 0, "rolsuper"))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_EXISTS,
                   _ ("The account “%s” has the name of an administrator of that server; nothing was moved."), login);
      return FALSE;
    }
  if (mc_pg_result_get_n_rows (role) == 0 &&
      !do_it (move->to, error, "%s", mc_pg_result_get_text (logins, row, "create_role")))
    return FALSE;
  return !grant || do_it (move->to, error, "%s", grant);
}

/* What the server keeps of a password is no password, but lets its owner in as before. */
static gboolean
move_logins (Move *move, McServerMoveReport *report, GError **error)
{
  g_autoptr (McPgResult) logins =
      query (move->from,
             "SELECT a.login, format('CREATE ROLE %I %s PASSWORD %L', a.login,"
             " CASE WHEN a.active THEN 'LOGIN' ELSE 'NOLOGIN' END, r.rolpassword) AS create_role,"
             " CASE WHEN a.active THEN format('GRANT %I TO %I', 'motcua_' || a.group_role, a.login) END AS join_group"
             " FROM centre.account a JOIN pg_catalog.pg_authid r ON r.rolname = a.login ORDER BY a.login",
             NULL, error);

  for (guint i = 0; logins && i < mc_pg_result_get_n_rows (logins); i++)
    {
      if (!move_login (move, logins, i, error))
        return FALSE;
      report->accounts++;
    }
  return logins != NULL;
}

static gboolean
check_target (McPgConnection *to, GError **error)
{
  g_autoptr (McPgResult) result = query (to,
                                         "SELECT rolsuper, EXISTS (SELECT FROM centre.agency)"
                                         " OR EXISTS (SELECT FROM centre.person) AS used"
                                         " FROM pg_catalog.pg_roles WHERE rolname = current_user",
                                         NULL, error);

  if (!result)
    return FALSE;
  if (!mc_pg_result_get_bool (result, 0, "rolsuper"))
    g_set_error_literal (error, MC_ERROR, MC_ERROR_DENIED,
                         _ ("Only a superuser of that server (postgres) may move a centre into it."));
  else if (mc_pg_result_get_bool (result, 0, "used"))
    g_set_error_literal (error, MC_ERROR, MC_ERROR_EXISTS,
                         _ ("The database holds a centre already; nothing was changed."));
  else
    return TRUE;
  return FALSE;
}

static McPgConnection *
connect_for_long (const McPgConfig *config, GError **error)
{
  g_autoptr (McPgConfig) patient = mc_pg_config_copy (config);

  patient->statement_timeout_ms = 0;
  patient->idle_transaction_timeout_ms = 0;
  return dex_await_object (mc_pg_connection_new (patient), error);
}

gboolean
mc_server_move_copy (const McPgConfig *from,
                     const McPgConfig *to,
                     McServerMoveProgress progress,
                     gpointer user_data,
                     McServerMoveReport *report,
                     GError **error)
{
  g_autoptr (McPgConnection) source = connect_for_long (from, error);
  g_autoptr (McPgConnection) target = source ? connect_for_long (to, error) : NULL;
  Move move = { .from = source, .to = target };

  *report = (McServerMoveReport){ 0 };
  /* Triggers wrote down what happened when it happened, and constraints between tables hold in what is copied. Who
   * leaves before the COMMIT leaves nothing behind. */
  return target && check_target (target, error) &&
         do_it (source, error, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") && do_it (target, error, "BEGIN") &&
         do_it (target, error, "SET LOCAL session_replication_role = replica") &&
         move_tables (&move, progress, user_data, report, error) && move_sequences (&move, error) &&
         move_logins (&move, report, error) && do_it (target, error, "COMMIT");
}

/* Connections of ours that were just closed may still be counted for a moment. */
gboolean
mc_server_move_is_alone (const McPgConfig *admin)
{
  g_autoptr (McPgConnection) connection = dex_await_object (mc_pg_connection_new (admin), NULL);

  for (int attempt = 0; connection && attempt < 20; attempt++)
    {
      g_autoptr (McPgResult) others = query (connection,
                                             "SELECT FROM pg_catalog.pg_stat_activity"
                                             " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
                                             NULL, NULL);

      if (others && mc_pg_result_get_n_rows (others) == 0)
        return TRUE;
      dex_await (dex_timeout_new_msec (100), NULL);
    }
  return FALSE;
}
