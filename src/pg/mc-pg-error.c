/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-error-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
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
  g_autofree char *message = g_strdup (*text ? text : _ ("the connection is closed"));

  return g_error_new_literal (MC_ERROR, MC_ERROR_CONNECTION, g_strchomp (message));
}

/* libpq does not keep the SQLSTATE of a refused login; its verbose text does:
 * "… FATAL:  28P01: password authentication failed for user …\nLOCATION:  …",
 * once for each address that was tried. The last one counts. */
static char *
find_sqlstate (const char *text, char **message)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  char *sqlstate = NULL;

  if (!regex)
    regex = g_regex_new (":\\s+((?=[A-Z]*[0-9])[0-9A-Z]{5}): ([^\\n]*)", G_REGEX_OPTIMIZE, 0, NULL);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_free (sqlstate);
      sqlstate = g_match_info_fetch (match, 1);
      g_free (*message);
      *message = g_match_info_fetch (match, 2);
    }
  return sqlstate;
}

/* What libpq says of the address that it tried last. Each begins alike, up to the
 * quoted address. */
static char *
last_attempt (const char *text)
{
  g_autofree char *beginning = g_strndup (text, strcspn (text, "\""));
  const char *last = *beginning ? g_strrstr (text, beginning) : text;

  return g_strchomp (g_strdup (last));
}

GError *
_mc_pg_error_no_address (const char *host, const GError *reason)
{
  if (!reason || g_error_matches (reason, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    return g_error_new (MC_ERROR, MC_ERROR_CONNECTION,
                        _ ("There is no computer with the name %s in this network. Please check how it is written."),
                        host);
  return g_error_new (MC_ERROR, MC_ERROR_CONNECTION,
                      _ ("The name %s cannot be looked up now. Please check this computer's network."), host);
}

/* What libpq says without a code, in our own words; %NULL where its own must do. */
static char *
explain_login (PGconn *conn, const char *message, gboolean in_tls)
{
  const char *host = PQhost (conn), *port = PQport (conn);

  if (in_tls && strstr (message, "does not support SSL"))
    return g_strdup_printf (
        _ ("The server %s does not offer an encrypted connection (TLS), which is needed over a network. Set up TLS on "
           "the server; only in a network that is trusted add ?sslmode=disable to the address."),
        host);
  if (in_tls && strstr (message, "certificate verify failed"))
    return g_strdup_printf (_ ("The certificate of the server %s comes from an authority that is not trusted here."),
                            host);
  if (in_tls && strstr (message, "does not match host name"))
    return g_strdup_printf (_ ("The certificate is not made for the name %s."), host);
  if (!in_tls && host && *host != '/' && strstr (message, g_strerror (ECONNREFUSED)))
    return g_strdup_printf (
        _ ("Nothing answers at %s, port %s. Please check the address, and that the server runs and listens there."),
        host, port);
  return NULL;
}

GError *
_mc_pg_error_from_login (PGconn *conn, gboolean in_tls)
{
  const char *text = PQerrorMessage (conn);
  g_autofree char *message = NULL;
  g_autofree char *sqlstate = find_sqlstate (text, &message);
  McErrorDetail detail = { .sqlstate = sqlstate };
  McErrorCode code = MC_ERROR_CONNECTION;

  if (!message)
    {
      g_autofree char *last = last_attempt (text);

      message = explain_login (conn, last, in_tls);
      if (!message)
        message = g_steal_pointer (&last);
    }
  if (sqlstate)
    code = mc_error_from_sqlstate (sqlstate);
  else if (in_tls)
    code = MC_ERROR_TLS;
  else if (PQconnectionNeedsPassword (conn) || PQconnectionUsedPassword (conn))
    code = MC_ERROR_LOGIN;
  return mc_error_new_server (code, message, &detail);
}
