/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a configuration to an open connection: name, socket, TLS, login. */
#include "mc-pg-config-private.h"
#include "mc-pg-connection-private.h"
#include "mc-pg-error-private.h"
#include "mc-pg-wait-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef PGconn McPGconn;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPGconn, PQfinish)

static void
addresses_free (GList *addresses)
{
  g_list_free_full (addresses, g_object_unref);
}

static GError *
timeout_error (const McPgConfig *config)
{
  return g_error_new (MC_ERROR, MC_ERROR_TIMEOUT, _ ("the server %s did not answer within %u seconds"),
                      config->host ? config->host : config->socket_dir, (config->connect_timeout_ms + 999) / 1000);
}

static DexFuture *
with_deadline (DexFuture *future, gint64 deadline)
{
  return deadline ? dex_future_first (future, dex_timeout_new_deadline (deadline), NULL) : future;
}

/* PQconnectStart() would look a host name up with a call that blocks. */
static gboolean
resolve (const McPgConfig *config, gint64 deadline, GList **addresses, GError **error)
{
  g_autoptr (GResolver) resolver = NULL;
  g_autoptr (GInetAddress) literal = config->host ? g_inet_address_new_from_string (config->host) : NULL;
  g_autoptr (GError) failure = NULL;

  *addresses = NULL;
  if (!config->host)
    return TRUE;
  if (literal)
    {
      *addresses = g_list_append (NULL, g_steal_pointer (&literal));
      return TRUE;
    }
  resolver = g_resolver_get_default ();
  *addresses =
      dex_await_boxed (with_deadline (dex_resolver_lookup_by_name (resolver, config->host), deadline), &failure);
  if (*addresses)
    return TRUE;
  if (g_error_matches (failure, DEX_ERROR, DEX_ERROR_TIMED_OUT))
    g_propagate_error (error, timeout_error (config));
  else
    g_propagate_error (error, _mc_pg_error_no_address (config->host, failure));
  return FALSE;
}

/* Drives the connection until it stands. The socket may change from poll to
 * poll, when libpq tries the next address. */
static gboolean
poll_until_open (PGconn *conn, const McPgConfig *config, gint64 deadline, GError **error)
{
  PostgresPollingStatusType next = PGRES_POLLING_WRITING;
  gboolean in_tls = FALSE;

  while (PQstatus (conn) != CONNECTION_BAD && next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED)
    {
      g_autoptr (GError) failure = NULL;
      GIOCondition condition = next == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT;

      if (!dex_await (with_deadline (_mc_pg_wait_fd (PQsocket (conn), condition), deadline), &failure))
        {
          if (g_error_matches (failure, DEX_ERROR, DEX_ERROR_TIMED_OUT))
            g_propagate_error (error, timeout_error (config));
          else
            g_set_error_literal (error, MC_ERROR, MC_ERROR_CANCELLED, failure->message);
          return FALSE;
        }
      in_tls = PQstatus (conn) == CONNECTION_SSL_STARTUP;
      next = PQconnectPoll (conn);
    }
  if (next == PGRES_POLLING_OK)
    return TRUE;
  g_propagate_error (error, _mc_pg_error_from_login (conn, in_tls));
  return FALSE;
}

static DexFuture *
connect_fiber (gpointer data)
{
  const McPgConfig *config = data;
  gint64 deadline = config->connect_timeout_ms ? g_get_monotonic_time () + config->connect_timeout_ms * 1000LL : 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (McPGconn) conn = NULL;
  g_auto (GStrv) keywords = NULL;
  g_auto (GStrv) values = NULL;
  GList *addresses = NULL;

  if (!resolve (config, deadline, &addresses, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  _mc_pg_config_keywords (config, addresses, &keywords, &values);
  addresses_free (addresses);
  conn = PQconnectStartParams ((const char *const *)keywords, (const char *const *)values, 0);
  if (!conn)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_FAILED, "out of memory");
  PQsetErrorVerbosity (conn, PQERRORS_VERBOSE);
  if (!poll_until_open (conn, config, deadline, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  PQsetErrorVerbosity (conn, PQERRORS_DEFAULT);
  PQsetnonblocking (conn, 1);
  return dex_future_new_take_object (_mc_pg_connection_adopt (g_steal_pointer (&conn)));
}

DexFuture *
mc_pg_connection_new (const McPgConfig *config)
{
  g_return_val_if_fail (config != NULL, NULL);

  return dex_scheduler_spawn (NULL, 0, connect_fiber, mc_pg_config_copy (config), (GDestroyNotify)mc_pg_config_free);
}
