/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-migrator.h"
#include "mc-pg-pool.h"
#include "mc-pg-server.h"
#include "mc-profile-store.h"
#include "mc-server-move.h"

/* One after the other, but a listing may read two nouns at once. */
#define POOL_SIZE 2

struct _McCli
{
  char *database;
  char *folder; /* of the private server, once it was asked for */
  gboolean json;
  McPgServer *server;
  McPgConfig *config; /* of --database */
  McPgPool *pool;
  McStore *store;
};

G_DEFINE_QUARK (mc - cli - error - quark, mc_cli_error)

McCli *
mc_cli_new (const char *database, gboolean json)
{
  McCli *self = g_new0 (McCli, 1);

  self->database = g_strdup (database);
  self->json = json;
  return self;
}

void
mc_cli_free (McCli *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->pool);
  g_clear_object (&self->server);
  g_clear_pointer (&self->config, mc_pg_config_free);
  g_free (self->database);
  g_free (self->folder);
  g_free (self);
}

gboolean
mc_cli_wants_json (McCli *self)
{
  return self->json;
}

const char *
mc_cli_get_database (McCli *self)
{
  return self->database;
}

McPgServer *
mc_cli_get_server (McCli *self)
{
  return self->server;
}

char *
mc_cli_dup_label (McCli *self)
{
  if (self->config)
    return mc_pg_config_to_uri (self->config);
  return mc_cli_dup_folder (self);
}

char *
mc_cli_dup_folder (McCli *self)
{
  g_autoptr (McProfileStore) profiles = NULL;
  g_autoptr (McProfile) here = NULL;
  McProfile *last;

  if (self->folder)
    return g_strdup (self->folder);
  profiles = mc_profile_store_new (NULL);
  /* Without a list, or with a damaged one, it is the usual folder. */
  dex_await (mc_profile_store_load (profiles), NULL);
  last = mc_profile_store_get_last (profiles);
  here = last && mc_profile_get_kind (last) == MC_PROFILE_PRIVATE ? g_object_ref (last)
                                                                  : mc_profile_new_private (MC_START_NONE);
  self->folder = mc_profile_dup_folder (here);
  return g_strdup (self->folder);
}

int
mc_cli_usage (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, MC_CLI_ERROR, MC_CLI_ERROR_USAGE, message);
  return MC_CLI_USAGE;
}

gboolean
mc_cli_connect (McCli *self, GError **error)
{
  g_autofree char *folder = NULL;

  if (self->server || self->config)
    return TRUE;
  if (self->database)
    {
      self->config = mc_pg_config_new_from_uri (self->database, error);
      if (self->config)
        g_set_str (&self->config->application_name, "motcua-cli");
      return self->config != NULL;
    }
  folder = mc_cli_dup_folder (self);
  self->server = mc_pg_server_new (folder);
  return dex_await (mc_pg_server_start (self->server), error);
}

gboolean
mc_cli_connect_alone (McCli *self, GError **error)
{
  g_autoptr (McPgConfig) admin = NULL;

  if (self->database)
    {
      mc_cli_usage (error, "%s", _ ("this concerns the private server of this computer: leave --database out"));
      return FALSE;
    }
  if (!mc_cli_connect (self, error))
    return FALSE;
  admin = mc_cli_dup_config (self, TRUE);
  if (mc_pg_server_get_state (self->server) == MC_PG_SERVER_RUNNING && mc_server_move_is_alone (admin))
    return TRUE;
  g_set_error_literal (
      error, MC_ERROR, MC_ERROR_BUSY,
      _ ("Another program uses the private server. Close Một Cửa and try again; nothing was changed."));
  return FALSE;
}

gboolean
mc_cli_dump_before (McCli *self, GPtrArray *migrations, GError **error)
{
  return !self->server || !mc_migrations_change_data (migrations) ||
         dex_await (mc_pg_server_dump (self->server, MC_PG_DUMP_SCHEMA), error);
}

void
mc_cli_say (McCli *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list values;

  if (self->json)
    return;
  va_start (values, format);
  line = g_strdup_vprintf (format, values);
  va_end (values);
  g_print ("%s\n", line);
}

McPgConfig *
mc_cli_dup_config (McCli *self, gboolean admin)
{
  if (self->config)
    return mc_pg_config_copy (self->config);
  return mc_pg_server_get_config (self->server, admin ? MC_PG_SERVER_ADMIN : MC_PG_SERVER_LOCAL);
}

/* An older schema is told from a missing one: the remedy differs. The migrator's own sentence tells that of the older.
 */
static gboolean
check_schema (McCli *self, GError **error)
{
  g_autoptr (McPgConfig) config = mc_cli_dup_config (self, TRUE);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (GError) failure = NULL;

  if (dex_await (mc_migrator_check (migrator), &failure))
    return TRUE;
  if (mc_migrator_error_is_empty (failure))
    g_set_error_literal (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                         _ ("There is no centre here yet: begin with “motcua-cli init”."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

McStore *
mc_cli_open_store (McCli *self, GError **error)
{
  g_autoptr (McPgConfig) config = NULL;

  if (self->store)
    return self->store;
  if (!mc_cli_connect (self, error) || !check_schema (self, error))
    return NULL;
  config = mc_cli_dup_config (self, FALSE);
  self->pool = mc_pg_pool_new (config, POOL_SIZE);
  self->store = mc_store_new (self->pool);
  return self->store;
}

void
mc_cli_close (McCli *self)
{
  if (self->pool)
    dex_await (mc_pg_pool_close (self->pool), NULL);
  if (self->server)
    dex_await (mc_pg_server_stop (self->server), NULL);
}

gboolean
mc_cli_parse_day (const char *text, McDay *day, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!text)
    {
      *day = mc_day_today ();
      return TRUE;
    }
  if (mc_day_parse (text, day, &failure))
    return TRUE;
  mc_cli_usage (error, "%s", failure->message);
  return FALSE;
}

gboolean
mc_cli_parse_session (const char *text, McDay *day, guint *part, GError **error)
{
  g_autofree char *before = NULL;

  if (!g_str_has_suffix (text, "-am") && !g_str_has_suffix (text, "-pm"))
    {
      mc_cli_usage (error, _ ("“%s” must end in -am or -pm"), text);
      return FALSE;
    }
  *part = g_str_has_suffix (text, "-pm");
  before = g_strndup (text, strlen (text) - strlen ("-am"));
  return mc_cli_parse_day (g_str_equal (before, "today") ? NULL : before, day, error);
}

gboolean
mc_cli_parse_id (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  mc_cli_usage (error, _ ("“%s” is no number from 1 on"), text);
  return FALSE;
}
