/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-migrator.h"
#include "mc-pg-server.h"

static gboolean opt_latest;
static gboolean opt_list;

static const GOptionEntry entries[] = {
  { "latest", 0, 0, G_OPTION_ARG_NONE, &opt_latest, N_ ("the newest dump instead of a FILE"), NULL },
  { "list", 0, 0, G_OPTION_ARG_NONE, &opt_list, N_ ("list the dumps, newest first, and change nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

static char **
list_dumps (McCli *cli)
{
  g_autofree char *folder = mc_cli_dup_folder (cli);
  g_autoptr (McPgServer) server = mc_pg_server_new (folder);

  return mc_pg_server_list_dumps (server);
}

static void
report_list (McCli *cli, char **dumps)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (gsize i = 0; dumps[i]; i++)
    mc_cli_say (cli, "%s", dumps[i]);
  if (!mc_cli_wants_json (cli))
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dumps");
  json_builder_begin_array (builder);
  for (gsize i = 0; dumps[i]; i++)
    json_builder_add_string_value (builder, dumps[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
report (McCli *cli, const char *path, const char *saved, gboolean current)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  mc_cli_say (cli, _ ("Restored: %s"), path);
  if (!current)
    mc_cli_say (cli, "%s", _ ("The dump has an older schema: run “motcua-cli migrate”."));
  if (!mc_cli_wants_json (cli))
    return;
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "restored", path);
  mc_cli_set_string (builder, "saved", saved);
  mc_cli_set_bool (builder, "up_to_date", current);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static char *
choose (char **dumps, const char *file, GError **error)
{
  if (file && g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return g_strdup (file);
  if (!file && dumps[0])
    return g_strdup (dumps[0]);
  if (file)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("There is no dump %s; nothing was changed."), file);
  else
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("There is no dump yet; nothing was changed."));
  return NULL;
}

static gboolean
restore (McCli *cli, const char *path, GError **error)
{
  McPgServer *server = mc_cli_get_server (cli);
  /* A dump drives out the oldest of its kind, which must not be the one that is wanted. */
  McPgDumpKind kind = strstr (path, "-manual.") ? MC_PG_DUMP_SCHEMA : MC_PG_DUMP_MANUAL;
  g_autofree char *saved = dex_await_string (mc_pg_server_dump (server, kind), error);
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McMigrator) migrator = NULL;

  if (!saved)
    return FALSE;
  mc_cli_say (cli, _ ("What is there now was saved first: %s"), saved);
  if (!dex_await (mc_pg_server_restore (server, path), error))
    return FALSE;
  config = mc_cli_dup_config (cli, TRUE);
  migrator = mc_migrator_new (config, NULL);
  report (cli, path, saved, dex_await (mc_migrator_check (migrator), NULL));
  return TRUE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) dumps = NULL;
  g_autofree char *path = NULL;

  if ((arguments[0] != NULL) + opt_latest + opt_list != 1)
    return mc_cli_usage (error, "%s", _ ("say a FILE, --latest or --list"));
  dumps = list_dumps (cli);
  if (opt_list)
    {
      report_list (cli, dumps);
      return MC_CLI_OK;
    }
  path = choose (dumps, arguments[0], error);
  if (!path || !mc_cli_connect_alone (cli, error) || !restore (cli, path, error))
    return MC_CLI_FAILURE;
  return MC_CLI_OK;
}

const McCliCommand mc_cli_server_restore = {
  .name = "server restore",
  .arguments = N_ ("[FILE]"),
  .summary = N_ ("Put a dump in the place of the private server's data, which are saved first"),
  .json = "  {\"restored\": file, \"saved\": file with what was there before, \"up_to_date\": bool}\n"
          "  --list: {\"dumps\": [file]}",
  .json_note = N_ ("With --list the newest dump comes first."),
  .entries = entries,
  .max_args = 1,
  .run = run,
};
