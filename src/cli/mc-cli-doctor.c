/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error-text.h"
#include "mc-health-store.h"
#include "mc-migrator.h"
#include "mc-pg-pool.h"
#include "mc-pg-server.h"

#define GAP 2

typedef enum
{
  DOCTOR_OK,
  DOCTOR_WARNING,
  DOCTOR_ERROR,
} DoctorState;

static const char *const state_names[] = { "ok", "warning", "error" };
static const char *const state_signs[] = { "✓", "!", "✗" };

/* What people are told of each check; what is not here are names of programs. */
static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  { "database", N_ ("database") },
  { "connection", N_ ("connection") },
  { "server", N_ ("server") },
  { "encoding", N_ ("encoding") },
  { "role", N_ ("role") },
  { "extension btree_gist", N_ ("extension btree_gist") },
  { "extension pg_trgm", N_ ("extension pg_trgm") },
  { "extension unaccent", N_ ("extension unaccent") },
  { "schema", N_ ("schema") },
};

typedef struct
{
  const char *name; /* stable, for programs */
  DoctorState state;
  char *detail;
  const char *remedy;
} Check;

static void
clear_check (gpointer data)
{
  g_free (((Check *)data)->detail);
}

/* @detail: (transfer full) */
static void
add (GArray *checks, const char *name, DoctorState state, char *detail, const char *remedy)
{
  Check check = { name, state, detail, state == DOCTOR_OK ? NULL : remedy };

  g_array_append_val (checks, check);
}

static void
check_programs (GArray *checks)
{
  add (checks, "motcua", DOCTOR_OK, g_strdup (MC_VERSION), NULL);
  add (checks, "glib", DOCTOR_OK,
       g_strdup_printf ("%u.%u.%u", glib_major_version, glib_minor_version, glib_micro_version), NULL);
}

static gboolean
check_connection (McCli *cli, GArray *checks)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (mc_cli_connect (cli, &error))
    {
      label = mc_cli_dup_label (cli);
      add (checks, "database", DOCTOR_OK, g_steal_pointer (&label), NULL);
      return TRUE;
    }
  add (checks, "database", DOCTOR_ERROR, mc_error_text (error),
       mc_cli_get_database (cli)
           ? _ ("Check the address: postgresql://USER@HOST/DATABASE")
           : _ ("Install the PostgreSQL server programs (version 15 or later), and do not run as root."));
  return FALSE;
}

static void
check_server (JsonObject *health, GArray *checks)
{
  const char *version = json_object_get_string_member (health, "server_version");
  gint64 number = json_object_get_int_member (health, "server_version_num");
  const char *encoding = json_object_get_string_member (health, "encoding");
  JsonArray *groups = json_object_get_array_member (health, "groups");
  g_autoptr (GString) names = g_string_new (NULL);

  add (checks, "server", number >= 150000 ? DOCTOR_OK : DOCTOR_ERROR, g_strdup_printf ("PostgreSQL %s", version),
       _ ("Bring the server to PostgreSQL 15 or later."));
  add (checks, "encoding", g_str_equal (encoding, "UTF8") ? DOCTOR_OK : DOCTOR_ERROR, g_strdup (encoding),
       _ ("Make the database anew with “motcua-cli server setup”."));
  for (guint i = 0; i < json_array_get_length (groups); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", json_array_get_string_element (groups, i));
  add (checks, "role", names->len > 0 ? DOCTOR_OK : DOCTOR_WARNING,
       g_strdup_printf ("%s (%s)", json_object_get_string_member (health, "user"), names->len > 0 ? names->str : "–"),
       _ ("The login is in no group of the centre; a director adds it with “motcua-cli account add”."));
}

static void
check_extensions (JsonObject *health, GArray *checks)
{
  static const char *const names[] = { "extension btree_gist", "extension pg_trgm", "extension unaccent" };
  JsonArray *extensions = json_object_get_array_member (health, "extensions");

  for (guint i = 0; i < json_array_get_length (extensions) && i < G_N_ELEMENTS (names); i++)
    {
      JsonObject *extension = json_array_get_object_element (extensions, i);
      const char *available = json_object_get_string_member_with_default (extension, "available", NULL);
      const char *installed = json_object_get_string_member_with_default (extension, "installed", NULL);

      if (installed)
        add (checks, names[i], DOCTOR_OK, g_strdup (installed), NULL);
      else if (available)
        add (checks, names[i], DOCTOR_WARNING, g_strdup (_ ("available, not installed")),
             _ ("“motcua-cli migrate” installs it with the schema."));
      else
        add (checks, names[i], DOCTOR_ERROR, g_strdup (_ ("missing on the server")),
             _ ("Install the package postgresql-contrib on the server."));
    }
}

static void
check_schema (McCli *cli, GArray *checks)
{
  g_autoptr (McPgConfig) config = mc_cli_dup_config (cli, TRUE);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (GError) error = NULL;

  if (dex_await (mc_migrator_check (migrator), &error))
    add (checks, "schema", DOCTOR_OK, g_strdup (_ ("up to date")), NULL);
  else if (mc_migrator_error_is_pending (error))
    add (checks, "schema", DOCTOR_WARNING, mc_error_text (error),
         _ ("Run “motcua-cli init” for a new centre, or “motcua-cli migrate” for an older one."));
  else
    add (checks, "schema", DOCTOR_ERROR, mc_error_text (error),
         _ ("Use the program of the version that made the schema, or a newer one."));
}

static void
check_health (McCli *cli, GArray *checks)
{
  g_autoptr (McPgConfig) config = mc_cli_dup_config (cli, FALSE);
  g_autoptr (McPgPool) pool = mc_pg_pool_new (config, 1);
  g_autoptr (McStore) store = mc_store_new (pool);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) health = dex_await_boxed (mc_health_store_get (store), &error);

  if (health)
    {
      add (checks, "connection", DOCTOR_OK, g_strdup (config->host ? config->host : config->socket_dir), NULL);
      check_server (json_node_get_object (health), checks);
      check_extensions (json_node_get_object (health), checks);
      check_schema (cli, checks);
    }
  else
    add (checks, "connection", DOCTOR_ERROR, mc_error_text (error),
         _ ("Check address, user and password (PGPASSWORD or a pgpass file), certificate and network. Over a network "
            "the "
            "server needs TLS; only where the network is trusted may the address end with ?sslmode=disable."));
  dex_await (mc_pg_pool_close (pool), NULL);
}

static void
print_json (GArray *checks, gboolean healthy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_bool (builder, "healthy", healthy);
  json_builder_set_member_name (builder, "checks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < checks->len; i++)
    {
      const Check *check = &g_array_index (checks, Check, i);

      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "name", check->name);
      mc_cli_set_string (builder, "state", state_names[check->state]);
      mc_cli_set_string (builder, "detail", check->detail);
      mc_cli_set_string (builder, "remedy", check->remedy);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static const char *
label_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return _ (labels[i].label);
  return name;
}

static void
print_text (GArray *checks)
{
  glong width = 0;

  for (guint i = 0; i < checks->len; i++)
    width = MAX (width, g_utf8_strlen (label_of (g_array_index (checks, Check, i).name), -1));
  for (guint i = 0; i < checks->len; i++)
    {
      const Check *check = &g_array_index (checks, Check, i);

      const char *label = label_of (check->name);

      g_print ("%s %s%*s%s\n", state_signs[check->state], label, (int)(width + GAP - g_utf8_strlen (label, -1)), "",
               check->detail ? check->detail : "");
      if (check->remedy)
        g_print ("  → %s\n", check->remedy);
    }
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (Check));
  gboolean healthy = TRUE;

  g_array_set_clear_func (checks, clear_check);
  check_programs (checks);
  if (check_connection (cli, checks))
    check_health (cli, checks);
  for (guint i = 0; i < checks->len; i++)
    healthy = healthy && g_array_index (checks, Check, i).state == DOCTOR_OK;
  if (mc_cli_wants_json (cli))
    print_json (checks, healthy);
  else
    print_text (checks);
  return healthy ? MC_CLI_OK : MC_CLI_FAILURE;
}

const McCliCommand mc_cli_doctor = {
  .name = "doctor",
  .summary = N_ ("Look at versions, connection, schema and extensions, with remedies"),
  .json = "  {\"healthy\": bool,\n"
          "   \"checks\": [{\"name\", \"state\": \"ok\"|\"warning\"|\"error\", \"detail\", \"remedy\": text or null}]}",
  .run = run,
};
