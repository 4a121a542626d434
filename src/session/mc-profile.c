/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-pg-server.h"

struct _McProfile
{
  GObject parent_instance;

  char *id;
  McProfileKind kind;
  char *name;
  char *host;
  guint port;
  char *dbname;
  char *user;
  char *tls_ca_file;
  char *tls_mode;
  char *data_dir;
  gboolean remember_password;
};

G_DEFINE_FINAL_TYPE (McProfile, mc_profile, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_NAME,
  PROP_HOST,
  PROP_PORT,
  PROP_DBNAME,
  PROP_USER,
  PROP_TLS_CA_FILE,
  PROP_TLS_MODE,
  PROP_DATA_DIR,
  PROP_REMEMBER_PASSWORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_profile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McProfile *self = MC_PROFILE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_HOST:
      g_value_set_string (value, self->host);
      break;
    case PROP_PORT:
      g_value_set_uint (value, self->port);
      break;
    case PROP_DBNAME:
      g_value_set_string (value, self->dbname);
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    case PROP_TLS_CA_FILE:
      g_value_set_string (value, self->tls_ca_file);
      break;
    case PROP_TLS_MODE:
      g_value_set_string (value, self->tls_mode);
      break;
    case PROP_DATA_DIR:
      g_value_set_string (value, self->data_dir);
      break;
    case PROP_REMEMBER_PASSWORD:
      g_value_set_boolean (value, self->remember_password);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_profile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McProfile *self = MC_PROFILE (object);

  switch (id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_KIND:
      if (self->kind != (McProfileKind)g_value_get_int (value))
        {
          self->kind = (McProfileKind)g_value_get_int (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_NAME:
      if (g_set_str (&self->name, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_HOST:
      if (g_set_str (&self->host, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PORT:
      if (self->port != g_value_get_uint (value))
        {
          self->port = g_value_get_uint (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_DBNAME:
      if (g_set_str (&self->dbname, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_USER:
      if (g_set_str (&self->user, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TLS_CA_FILE:
      if (g_set_str (&self->tls_ca_file, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TLS_MODE:
      if (g_set_str (&self->tls_mode, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DATA_DIR:
      if (g_set_str (&self->data_dir, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_REMEMBER_PASSWORD:
      if (self->remember_password != g_value_get_boolean (value))
        {
          self->remember_password = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_profile_finalize (GObject *object)
{
  McProfile *self = MC_PROFILE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->dbname, g_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->tls_ca_file, g_free);
  g_clear_pointer (&self->tls_mode, g_free);
  g_clear_pointer (&self->data_dir, g_free);
  G_OBJECT_CLASS (mc_profile_parent_class)->finalize (object);
}

static void
mc_profile_class_init (McProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_profile_get_property;
  object_class->set_property = mc_profile_set_property;
  object_class->finalize = mc_profile_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, G_MININT, G_MAXINT, 0, flags | G_PARAM_CONSTRUCT);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_PORT] = g_param_spec_uint ("port", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_CONSTRUCT);
  properties[PROP_DBNAME] = g_param_spec_string ("dbname", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_USER] = g_param_spec_string ("user", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_TLS_CA_FILE] = g_param_spec_string ("tls-ca-file", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_TLS_MODE] = g_param_spec_string ("tls-mode", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_DATA_DIR] = g_param_spec_string ("data-dir", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT);
  properties[PROP_REMEMBER_PASSWORD] =
      g_param_spec_boolean ("remember-password", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_profile_init (McProfile *self)
{
}

const char *
mc_profile_get_id (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->id;
}

McProfileKind
mc_profile_get_kind (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), 0);
  return self->kind;
}

const char *
mc_profile_get_name (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->name;
}

const char *
mc_profile_get_host (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->host;
}

guint
mc_profile_get_port (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), 0);
  return self->port;
}

const char *
mc_profile_get_dbname (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->dbname;
}

const char *
mc_profile_get_user (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->user;
}

const char *
mc_profile_get_tls_ca_file (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->tls_ca_file;
}

const char *
mc_profile_get_tls_mode (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->tls_mode;
}

const char *
mc_profile_get_data_dir (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  return self->data_dir;
}

gboolean
mc_profile_get_remember_password (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), 0);
  return self->remember_password;
}

/* The folder beside the usual one, in which the sample is: it was the only one once, and the console's. */
static const struct
{
  McStartKind start;
  const char *id;
  const char *folder;
  const char *label;
} private_kinds[] = {
  { MC_START_DEMO, "private", NULL, N_ ("This computer") },
  { MC_START_PLAN, "private-plan", "db-plan", N_ ("This computer: the plan of 2022") },
  { MC_START_EMPTY, "private-empty", "db-empty", N_ ("This computer: begun empty") },
};

static guint
find_private_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (private_kinds); i++)
    if (g_strcmp0 (private_kinds[i].id, id) == 0)
      return i;
  return 0;
}

McProfile *
mc_profile_new_private (McStartKind start)
{
  guint kind = 0;

  for (guint i = 0; i < G_N_ELEMENTS (private_kinds); i++)
    if (private_kinds[i].start == start)
      kind = i;
  return g_object_new (MC_TYPE_PROFILE, "id", private_kinds[kind].id, "kind", MC_PROFILE_PRIVATE, NULL);
}

char *
mc_profile_dup_folder (McProfile *self)
{
  g_autofree char *usual = mc_pg_server_default_folder ();
  g_autofree char *parent = g_path_get_dirname (usual);
  const char *folder;

  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  if (self->data_dir)
    return g_strdup (self->data_dir);
  folder = private_kinds[find_private_kind (self->id)].folder;
  return folder ? g_build_filename (parent, folder, NULL) : g_steal_pointer (&usual);
}

McProfile *
mc_profile_new_server (const char *host, guint port, const char *dbname, const char *user)
{
  g_autofree char *id = g_uuid_string_random ();

  return g_object_new (MC_TYPE_PROFILE, "id", id, "kind", MC_PROFILE_SERVER, "host", host, "port", port ? port : 5432,
                       "dbname", dbname, "user", user, "tls-mode", "verify-full", NULL);
}

/* A host with a slash is the folder of a socket, which has neither TLS nor a name to verify. */
static gboolean
is_socket (const char *host)
{
  return host && host[0] == '/';
}

static gboolean
apply_query (McProfile *self, const char *query, GError **error)
{
  g_autoptr (GHashTable) pairs = NULL;
  const char *host, *user, *mode, *ca;

  if (!query)
    return TRUE;
  pairs = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, error);
  if (!pairs)
    return FALSE;
  host = g_hash_table_lookup (pairs, "host");
  user = g_hash_table_lookup (pairs, "user");
  mode = g_hash_table_lookup (pairs, "sslmode");
  ca = g_hash_table_lookup (pairs, "sslrootcert");
  if (host)
    g_object_set (self, "host", host, NULL);
  if (user)
    g_object_set (self, "user", user, NULL);
  if (mode)
    g_object_set (self, "tls-mode", mode, NULL);
  if (ca && g_strcmp0 (ca, "system") != 0)
    g_object_set (self, "tls-ca-file", ca, NULL);
  if (g_hash_table_lookup (pairs, "port"))
    g_object_set (self, "port", (guint)g_ascii_strtoull (g_hash_table_lookup (pairs, "port"), NULL, 10), NULL);
  return TRUE;
}

/* The same address on another day is the same connection, so that drafts are found again. */
static void
name_by_place (McProfile *self)
{
  g_autofree char *place = g_strdup_printf ("%s\n%u\n%s\n%s", self->host, self->port, self->dbname, self->user);

  g_free (self->id);
  self->id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place, -1);
}

McProfile *
mc_profile_new_from_uri (const char *text, char **password, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (McProfile) self = NULL;
  g_autoptr (GError) local = NULL;
  const char *path;
  int port;

  g_return_val_if_fail (text, NULL);
  uri = g_uri_parse (text, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_NON_DNS, &local);
  if (!uri ||
      (g_strcmp0 (g_uri_get_scheme (uri), "postgresql") != 0 && g_strcmp0 (g_uri_get_scheme (uri), "postgres") != 0))
    {
      /* The text may hold a password: do not repeat it. */
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                           _ ("This is no address of a database (postgresql://user@host/database)."));
      return NULL;
    }
  path = g_uri_get_path (uri);
  port = g_uri_get_port (uri);
  self = mc_profile_new_server (g_uri_get_host (uri), port > 0 ? (guint)port : 5432,
                                path && path[0] == '/' && path[1] ? path + 1 : "motcua", g_uri_get_user (uri));
  if (!apply_query (self, g_uri_get_query (uri), error))
    return NULL;
  if (is_socket (self->host))
    g_object_set (self, "tls-mode", "disable", NULL);
  if (!self->user || !self->user[0])
    g_object_set (self, "user", g_get_user_name (), NULL);
  if (!mc_profile_check (self, error))
    return NULL;
  if (password)
    *password = g_strdup (g_uri_get_password (uri));
  name_by_place (self);
  return g_steal_pointer (&self);
}

char *
mc_profile_dup_label (McProfile *self)
{
  g_return_val_if_fail (MC_IS_PROFILE (self), NULL);
  if (self->name && self->name[0])
    return g_strdup (self->name);
  if (self->kind == MC_PROFILE_PRIVATE)
    return g_strdup (_ (private_kinds[find_private_kind (self->id)].label));
  /* Translators: a database and the computer that serves it. */
  return g_strdup_printf (_ ("%s on %s"), self->dbname, self->host);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, message);
  return FALSE;
}

gboolean
mc_profile_check (McProfile *self, GError **error)
{
  static const char *const modes[] = { "verify-full", "verify-ca", "require", "disable", NULL };

  g_return_val_if_fail (MC_IS_PROFILE (self), FALSE);
  if (self->kind == MC_PROFILE_PRIVATE)
    return TRUE;
  if (!self->host || !self->host[0] || strpbrk (self->host, " \t\n"))
    return refuse (error, _ ("The server's name or address is missing or has spaces in it."));
  if (self->port < 1 || self->port > 65535)
    return refuse (error, _ ("The port is a number from 1 to 65535 (usually 5432)."));
  if (!self->dbname || !self->dbname[0])
    return refuse (error, _ ("The name of the database is missing."));
  if (!self->user || !self->user[0])
    return refuse (error, _ ("The name of the user is missing."));
  if (self->tls_mode && !g_strv_contains (modes, self->tls_mode))
    return refuse (error, _ ("The TLS mode is verify-full, verify-ca, require or disable."));
  return TRUE;
}
