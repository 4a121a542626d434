/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-config-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"

G_DEFINE_BOXED_TYPE (McPgConfig, mc_pg_config, mc_pg_config_copy, mc_pg_config_free)

static const char *const tls_names[] = {
  [MC_PG_TLS_VERIFY_FULL] = "verify-full",
  [MC_PG_TLS_VERIFY_CA] = "verify-ca",
  [MC_PG_TLS_REQUIRE] = "require",
  [MC_PG_TLS_DISABLE] = "disable",
};

McPgConfig *
mc_pg_config_new (void)
{
  McPgConfig *self = g_new0 (McPgConfig, 1);

  self->port = 5432;
  self->dbname = g_strdup ("motcua");
  self->user = g_strdup ("motcua");
  self->tls = MC_PG_TLS_VERIFY_FULL;
  self->require_scram = TRUE;
  self->application_name = g_strdup ("motcua");
  self->connect_timeout_ms = 10 * 1000;
  self->statement_timeout_ms = 30 * 1000;
  self->lock_timeout_ms = 5 * 1000;
  self->idle_transaction_timeout_ms = 5 * 60 * 1000;
  return self;
}

McPgConfig *
mc_pg_config_copy (const McPgConfig *self)
{
  McPgConfig *copy = g_memdup2 (self, sizeof *self);

  copy->host = g_strdup (self->host);
  copy->socket_dir = g_strdup (self->socket_dir);
  copy->dbname = g_strdup (self->dbname);
  copy->user = g_strdup (self->user);
  copy->password = g_strdup (self->password);
  copy->role = g_strdup (self->role);
  copy->root_certificate = g_strdup (self->root_certificate);
  copy->application_name = g_strdup (self->application_name);
  return copy;
}

void
mc_pg_config_free (McPgConfig *self)
{
  g_free (self->host);
  g_free (self->socket_dir);
  g_free (self->dbname);
  g_free (self->user);
  if (self->password)
    explicit_bzero (self->password, strlen (self->password));
  g_free (self->password);
  g_free (self->role);
  g_free (self->root_certificate);
  g_free (self->application_name);
  g_free (self);
}

static gboolean
set_port (McPgConfig *self, const char *value, GError **error)
{
  guint64 port;

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT16, &port, NULL))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is not a port number"), value);
      return FALSE;
    }
  self->port = (guint16)port;
  return TRUE;
}

static gboolean
set_tls (McPgConfig *self, const char *value, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tls_names); i++)
    if (g_str_equal (value, tls_names[i]))
      {
        self->tls = (McPgTls)i;
        return TRUE;
      }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
               _ ("sslmode “%s” is not one of verify-full, verify-ca, require, disable"), value);
  return FALSE;
}

static gboolean
set_seconds (guint *milliseconds, const char *value, GError **error)
{
  guint64 seconds;

  if (!g_ascii_string_to_unsigned (value, 10, 0, 3600, &seconds, NULL))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is not a number of seconds"), value);
      return FALSE;
    }
  *milliseconds = (guint)seconds * 1000;
  return TRUE;
}

static void
set_host (McPgConfig *self, const char *value)
{
  if (value[0] == '/')
    g_set_str (&self->socket_dir, value);
  else if (value[0] != '\0')
    g_set_str (&self->host, value);
}

static gboolean
set_key (McPgConfig *self, const char *key, const char *value, GError **error)
{
  const struct
  {
    const char *key;
    char **target;
  } texts[] = {
    { "dbname", &self->dbname },
    { "user", &self->user },
    { "password", &self->password },
    { "sslrootcert", &self->root_certificate },
    { "application_name", &self->application_name },
    { "role", &self->role },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (key, texts[i].key))
      {
        g_set_str (texts[i].target, value);
        return TRUE;
      }
  if (g_str_equal (key, "host"))
    {
      set_host (self, value);
      return TRUE;
    }
  if (g_str_equal (key, "port"))
    return set_port (self, value, error);
  if (g_str_equal (key, "sslmode"))
    return set_tls (self, value, error);
  if (g_str_equal (key, "connect_timeout"))
    return set_seconds (&self->connect_timeout_ms, value, error);
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("unknown key “%s” in the database address"), key);
  return FALSE;
}

/* The part between // and the path. GUri would do, were an empty host with a
 * user ("//me@/base") not an error to it. */
static gboolean
set_authority (McPgConfig *self, const char *authority, GError **error)
{
  const char *at = strrchr (authority, '@');
  const char *place = at ? at + 1 : authority;
  const char *colon = strrchr (place, ':');
  const char *bracket = strchr (place, ']');
  g_autofree char *host = NULL;

  if (at)
    {
      g_autofree char *login = g_strndup (authority, (gsize)(at - authority));
      char *secret = strchr (login, ':');
      g_autofree char *user = g_uri_unescape_segment (login, secret ? secret : login + strlen (login), NULL);

      if (!user)
        {
          g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                               _ ("the user in the database address is badly escaped"));
          return FALSE;
        }
      if (*user)
        g_set_str (&self->user, user);
      if (secret)
        {
          g_free (self->password);
          self->password = g_uri_unescape_string (secret + 1, NULL);
        }
    }
  if (colon && (!bracket || colon > bracket))
    {
      if (colon[1] && !set_port (self, colon + 1, error))
        return FALSE;
    }
  else
    colon = place + strlen (place);
  if (bracket && *place == '[')
    host = g_strndup (place + 1, (gsize)(bracket - place - 1));
  else
    host = g_uri_unescape_segment (place, colon, NULL);
  if (host)
    set_host (self, host);
  return TRUE;
}

McPgConfig *
mc_pg_config_new_from_uri (const char *uri, GError **error)
{
  g_autoptr (McPgConfig) self = mc_pg_config_new ();
  g_autofree char *authority = NULL;
  g_autofree char *path = NULL;
  const char *rest, *query;
  gsize length;

  if (g_str_has_prefix (uri, "postgresql://"))
    rest = uri + strlen ("postgresql://");
  else if (g_str_has_prefix (uri, "postgres://"))
    rest = uri + strlen ("postgres://");
  else
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("a database address begins with postgresql://"));
      return NULL;
    }
  length = strcspn (rest, "/?");
  authority = g_strndup (rest, length);
  if (!set_authority (self, authority, error))
    return NULL;
  rest += length;
  query = strchr (rest, '?');
  path = g_uri_unescape_segment (*rest == '/' ? rest + 1 : rest, query ? query : rest + strlen (rest), NULL);
  if (path && *path)
    g_set_str (&self->dbname, path);
  if (query)
    {
      GUriParamsIter iter;
      g_autoptr (GError) bad = NULL;
      char *key, *value;

      g_uri_params_iter_init (&iter, query + 1, -1, "&", G_URI_PARAMS_NONE);
      while (g_uri_params_iter_next (&iter, &key, &value, &bad))
        {
          g_autofree char *own_key = key;
          g_autofree char *own_value = value;

          if (!set_key (self, own_key, own_value, error))
            return NULL;
        }
      if (bad)
        {
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("the database address cannot be read: %s"), bad->message);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

static void
append_key (GString *uri, char *separator, const char *key, const char *value)
{
  if (!value)
    return;
  g_string_append_printf (uri, "%c%s=", *separator, key);
  g_string_append_uri_escaped (uri, value, "/", FALSE);
  *separator = '&';
}

char *
mc_pg_config_to_uri (const McPgConfig *self)
{
  GString *uri = g_string_new ("postgresql://");
  char separator = '?';

  if (self->user)
    {
      g_string_append_uri_escaped (uri, self->user, NULL, FALSE);
      g_string_append_c (uri, '@');
    }
  if (self->host)
    g_string_append_printf (uri, strchr (self->host, ':') ? "[%s]" : "%s", self->host);
  if (self->port != 5432)
    g_string_append_printf (uri, ":%u", self->port);
  g_string_append_c (uri, '/');
  if (self->dbname)
    g_string_append_uri_escaped (uri, self->dbname, NULL, FALSE);
  if (!self->host)
    append_key (uri, &separator, "host", self->socket_dir);
  if (self->tls != MC_PG_TLS_VERIFY_FULL)
    append_key (uri, &separator, "sslmode", tls_names[self->tls]);
  append_key (uri, &separator, "sslrootcert", self->root_certificate);
  append_key (uri, &separator, "role", self->role);
  return g_string_free_and_steal (uri);
}

/* The "options" of a connection are split at blanks; backslash escapes. */
static void
append_option (GString *options, const char *name, const char *value)
{
  g_string_append_printf (options, "%s-c %s=", options->len ? " " : "", name);
  for (const char *c = value; *c; c++)
    {
      if (g_ascii_isspace (*c) || *c == '\\')
        g_string_append_c (options, '\\');
      g_string_append_c (options, *c);
    }
}

/* Settings and the role travel with the login: no round trip, and RESET ALL and
 * RESET ROLE come back to them. */
static char *
session_options (const McPgConfig *self)
{
  g_autoptr (GString) options = g_string_new (NULL);
  const struct
  {
    const char *name;
    guint value;
  } times[] = {
    { "statement_timeout", self->statement_timeout_ms },
    { "lock_timeout", self->lock_timeout_ms },
    { "idle_in_transaction_session_timeout", self->idle_transaction_timeout_ms },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", times[i].value);

      append_option (options, times[i].name, value);
    }
  append_option (options, "datestyle", "ISO,DMY");
  append_option (options, "timezone", "Asia/Ho_Chi_Minh");
  if (self->role)
    append_option (options, "role", self->role);
  return g_string_free_and_steal (g_steal_pointer (&options));
}

static void
add (GStrvBuilder *keywords, GStrvBuilder *values, const char *key, const char *value)
{
  if (!value)
    return;
  g_strv_builder_add (keywords, key);
  g_strv_builder_add (values, value);
}

static void
add_tcp (const McPgConfig *self, GList *addresses, GStrvBuilder *keywords, GStrvBuilder *values)
{
  g_autoptr (GString) hosts = g_string_new (NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);

  /* libpq tries each address in turn and checks the certificate against the name. */
  for (GList *l = addresses; l; l = l->next)
    {
      g_autofree char *number = g_inet_address_to_string (l->data);

      g_string_append_printf (hosts, "%s%s", l == addresses ? "" : ",", self->host);
      g_string_append_printf (numbers, "%s%s", l == addresses ? "" : ",", number);
    }
  add (keywords, values, "host", addresses ? hosts->str : self->host);
  add (keywords, values, "hostaddr", addresses ? numbers->str : NULL);
  add (keywords, values, "sslmode", tls_names[self->tls]);
  if (self->root_certificate)
    add (keywords, values, "sslrootcert", self->root_certificate);
  else if (self->tls == MC_PG_TLS_VERIFY_FULL)
    add (keywords, values, "sslrootcert", "system");
  if (self->require_scram)
    add (keywords, values, "require_auth", "scram-sha-256");
  /* A pulled cable is noticed within half a minute. */
  add (keywords, values, "keepalives_idle", "15");
  add (keywords, values, "keepalives_interval", "5");
  add (keywords, values, "keepalives_count", "3");
  add (keywords, values, "tcp_user_timeout", "30000");
}

void
_mc_pg_config_keywords (const McPgConfig *self, GList *addresses, char ***keywords, char ***values)
{
  g_autoptr (GStrvBuilder) k = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) v = g_strv_builder_new ();
  g_autofree char *port = g_strdup_printf ("%u", self->port);
  g_autofree char *options = session_options (self);

  if (self->host)
    add_tcp (self, addresses, k, v);
  else
    add (k, v, "host", self->socket_dir);
  add (k, v, "port", port);
  add (k, v, "dbname", self->dbname);
  add (k, v, "user", self->user);
  add (k, v, "password", self->password);
  add (k, v, "application_name", self->application_name);
  add (k, v, "client_encoding", "UTF8");
  add (k, v, "options", options);
  /* Kerberos would look for tickets with calls that block. */
  add (k, v, "gssencmode", "disable");
  *keywords = g_strv_builder_end (k);
  *values = g_strv_builder_end (v);
}
