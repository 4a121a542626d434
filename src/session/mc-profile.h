/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McProfileKind:
 * @MC_PROFILE_PRIVATE: the server that the application runs for this computer alone
 * @MC_PROFILE_SERVER: the office's shared server
 */
typedef enum
{
  MC_PROFILE_PRIVATE,
  MC_PROFILE_SERVER,
} McProfileKind;

/**
 * McStartKind:
 * What an empty database is filled with; a database that has agencies is left as it is. On this computer each kind has
 * a folder of its own, so that none is taken for another.
 *
 * @MC_START_NONE: nothing
 * @MC_START_DEMO: the sample centre around the base day
 * @MC_START_PLAN: the founding plan of 2022, no people
 * @MC_START_EMPTY: the law alone
 */
typedef enum
{
  MC_START_NONE,
  MC_START_DEMO,
  MC_START_PLAN,
  MC_START_EMPTY,
} McStartKind;

#define MC_TYPE_PROFILE (mc_profile_get_type ())
G_DECLARE_FINAL_TYPE (McProfile, mc_profile, MC, PROFILE, GObject)

/**
 * McProfile:
 * A saved connection. Never holds a password.
 *
 * Properties (all read-write, notifying): `id` (string, construct-only: a UUID), `kind` (int, McProfileKind),
 * `name` (what the person calls it), `host`, `port` (uint, 5432), `dbname`, `user`, `tls-ca-file` (path or %NULL
 * for the system's certificates), `tls-mode` ("verify-full", "verify-ca", "require" or "disable"),
 * `remember-password` (bool), `data-dir` (private: another folder than the usual one, or %NULL).
 */
McProfile *mc_profile_new_server (const char *host, guint port, const char *dbname, const char *user);

/**
 * mc_profile_new_private:
 * @start: what this computer's own server is begun with; MC_START_NONE stands for the sample
 *
 * Always the same `id` for the same @start, so that drafts and the saved connection are found again.
 */
McProfile *mc_profile_new_private (McStartKind start);

/**
 * mc_profile_new_from_uri:
 * @uri: `postgresql://user[:password]@host[:port]/dbname[?sslmode=…&sslrootcert=…]`; a host that starts with
 *   `/` (percent-encoded) or an empty one with `?host=/dir` is a socket directory
 * @password: (out) (optional) (transfer full) (nullable): the password in the URI
 *
 * Returns: (transfer full) (nullable): %NULL with MC_ERROR_INVALID when @uri is none
 */
McProfile *mc_profile_new_from_uri (const char *uri, char **password, GError **error);

const char *mc_profile_get_id (McProfile *self);
McProfileKind mc_profile_get_kind (McProfile *self);
const char *mc_profile_get_name (McProfile *self);
const char *mc_profile_get_host (McProfile *self);
guint mc_profile_get_port (McProfile *self);
const char *mc_profile_get_dbname (McProfile *self);
const char *mc_profile_get_user (McProfile *self);
const char *mc_profile_get_tls_ca_file (McProfile *self);
const char *mc_profile_get_tls_mode (McProfile *self);
const char *mc_profile_get_data_dir (McProfile *self);
gboolean mc_profile_get_remember_password (McProfile *self);

/**
 * mc_profile_dup_folder:
 * Returns: (transfer full): of a private one: the folder of its database, `data-dir` or that of what it was begun with
 */
char *mc_profile_dup_folder (McProfile *self);

/**
 * mc_profile_dup_label:
 * Returns: (transfer full): one line for a list: the name, else "This computer" with what it was begun with, or "dbname
 *   on host"
 */
char *mc_profile_dup_label (McProfile *self);

/** mc_profile_check: FALSE with MC_ERROR_INVALID naming the first field that is missing or malformed. */
gboolean mc_profile_check (McProfile *self, GError **error);

G_END_DECLS
