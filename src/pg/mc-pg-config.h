/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * McPgTls:
 * How far a TCP connection is protected; a socket on this computer never uses TLS.
 *
 * @MC_PG_TLS_VERIFY_FULL: encrypted, certificate trusted and made for this host name (the default)
 * @MC_PG_TLS_VERIFY_CA: encrypted and certificate trusted
 * @MC_PG_TLS_REQUIRE: encrypted, but to whomever answers
 * @MC_PG_TLS_DISABLE: in the clear; only for a loopback address
 */
typedef enum
{
  MC_PG_TLS_VERIFY_FULL,
  MC_PG_TLS_VERIFY_CA,
  MC_PG_TLS_REQUIRE,
  MC_PG_TLS_DISABLE,
} McPgTls;

/**
 * McPgConfig:
 * Where and how to connect. Plain data; every string is owned by the struct (set them
 * with g_set_str()).
 *
 * @host: (nullable): host name or address for TCP; %NULL connects through @socket_dir
 * @socket_dir: (nullable): folder of the Unix socket, used when @host is %NULL
 * @port: TCP port, or the number in the socket's name
 * @dbname: database
 * @user: login role
 * @password: (nullable): never written into a URI, a log or an error
 * @role: (nullable): role to take after login (as by SET ROLE), kept through resets
 * @tls: protection of TCP
 * @root_certificate: (nullable): PEM file with the trusted authority; %NULL means the system's
 * @require_scram: refuse a server that asks for the password in a weaker form than SCRAM-SHA-256
 * @application_name: shown in pg_stat_activity
 * @connect_timeout_ms: for each connection, name resolution included; 0 waits for ever
 * @statement_timeout_ms: set on the server; 0 for none
 * @lock_timeout_ms: set on the server; 0 for none
 * @idle_transaction_timeout_ms: set on the server; 0 for none
 */
typedef struct
{
  char *host;
  char *socket_dir;
  guint16 port;
  char *dbname;
  char *user;
  char *password;
  char *role;
  McPgTls tls;
  char *root_certificate;
  gboolean require_scram;
  char *application_name;
  guint connect_timeout_ms;
  guint statement_timeout_ms;
  guint lock_timeout_ms;
  guint idle_transaction_timeout_ms;
} McPgConfig;

#define MC_TYPE_PG_CONFIG (mc_pg_config_get_type ())
GType mc_pg_config_get_type (void);

/** mc_pg_config_new: Returns: (transfer full): port 5432, database and user "motcua", verify-full, SCRAM, time-outs
 * of 10 s (connect), 30 s (statement), 5 s (lock) and 5 min (idle in transaction) */
McPgConfig *mc_pg_config_new (void);

/**
 * mc_pg_config_new_from_uri:
 * @uri: `postgresql://[user[:password]@][host][:port][/dbname][?key=value&…]`; keys: host (a folder
 *   is a socket), port, dbname, user, password, sslmode, sslrootcert, connect_timeout (seconds),
 *   application_name, role
 * @error: MC_ERROR_INVALID with what is wrong
 *
 * What the URI does not say keeps the value of mc_pg_config_new().
 *
 * Returns: (transfer full) (nullable): the configuration
 */
McPgConfig *mc_pg_config_new_from_uri (const char *uri, GError **error);

/** mc_pg_config_to_uri: Returns: (transfer full): a URI that mc_pg_config_new_from_uri() reads back; without the
 * password, so it may be stored and shown */
char *mc_pg_config_to_uri (const McPgConfig *self);

McPgConfig *mc_pg_config_copy (const McPgConfig *self);
void mc_pg_config_free (McPgConfig *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPgConfig, mc_pg_config_free)

G_END_DECLS
