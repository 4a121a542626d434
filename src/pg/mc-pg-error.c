/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-error-private.h"

#include <string.h>

GError *
_mc_pg_error_from_result (PGconn *conn, const PGresult *result, gboolean asked_to_cancel)
{
  const char *sqlstate = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  const char *primary = PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY);
  McErrorCode code = mc_error_from_sqlstate (sqlstate);
  McErrorDetail detail = {
    .sqlstate = (char *)sqlstate,
    .schema = PQresultErrorField (result, PG_DIAG_SCHEMA_NAME),
    .table = PQresultErrorField (result, PG_DIAG_TABLE_NAME),
    .column = PQresultErrorField (result, PG_DIAG_COLUMN_NAME),
    .constraint = PQresultErrorField (result, PG_DIAG_CONSTRAINT_NAME),
    .detail = PQresultErrorField (result, PG_DIAG_MESSAGE_DETAIL),
    .hint = PQresultErrorField (result, PG_DIAG_MESSAGE_HINT),
  };
  g_autofree char *message = g_strdup (primary ? primary : PQresultErrorMessage (result));

  g_strchomp (message);
  if (conn && PQstatus (conn) == CONNECTION_BAD)
    code = MC_ERROR_CONNECTION;
  else if (code == MC_ERROR_CANCELLED && !asked_to_cancel && !strstr (message, "user request"))
    code = MC_ERROR_TIMEOUT;
  return mc_error_new_server (code, message, &detail);
}

GError *
_mc_pg_error_from_connection (PGconn *conn)
{
  const char *text = conn ? PQerrorMessage (conn) : "";
  g_autofree char *message = g_strdup (*text ? text : "the connection is closed");

  return g_error_new_literal (MC_ERROR, MC_ERROR_CONNECTION, g_strchomp (message));
}

/* libpq does not keep the SQLSTATE of a refused login; its verbose text does:
 * "FATAL:  28P01: password authentication failed for user …\nLOCATION:  …". */
static char *
find_sqlstate (const char *text)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (!regex)
    regex = g_regex_new ("^[^\\n]*?:\\s+((?=[A-Z]*[0-9])[0-9A-Z]{5}): ", G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL);
  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* The person needs neither the code nor the place in PostgreSQL's source. */
static char *
plain_text (const char *text, const char *sqlstate)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; lines[i]; i++)
    {
      if (*lines[i] == '\0' || (sqlstate && strstr (lines[i], "postmaster.c:")) ||
          (sqlstate && g_regex_match_simple ("^\\S+:\\s+\\w+, \\w+\\.c:[0-9]+$", lines[i], 0, 0)))
        continue;
      g_string_append_printf (plain, "%s%s", plain->len ? "\n" : "", lines[i]);
    }
  if (sqlstate)
    {
      g_autofree char *code = g_strdup_printf ("%s: ", sqlstate);

      g_string_replace (plain, code, "", 0);
    }
  return g_string_free_and_steal (plain);
}

GError *
_mc_pg_error_from_login (PGconn *conn, gboolean in_tls)
{
  const char *text = PQerrorMessage (conn);
  g_autofree char *sqlstate = find_sqlstate (text);
  g_autofree char *message = plain_text (text, sqlstate);
  McErrorDetail detail = { .sqlstate = sqlstate };
  McErrorCode code = MC_ERROR_CONNECTION;

  if (sqlstate)
    code = mc_error_from_sqlstate (sqlstate);
  else if (in_tls)
    code = MC_ERROR_TLS;
  else if (PQconnectionNeedsPassword (conn) || PQconnectionUsedPassword (conn))
    code = MC_ERROR_LOGIN;
  return mc_error_new_server (code, message, &detail);
}
