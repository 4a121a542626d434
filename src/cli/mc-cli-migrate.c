/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-migrator.h"

static gboolean opt_check;

static const GOptionEntry entries[] = {
  { "check", 0, 0, G_OPTION_ARG_NONE, &opt_check, N_ ("change nothing; exit status 1 when there is something to do"),
    NULL },
  G_OPTION_ENTRY_NULL,
};

static const struct
{
  const char *name; /* stable, for programs */
  const char *label;
} states[] = {
  { "applied", N_ ("in force") },
  { "pending", N_ ("to come") },
  { "changed", N_ ("changed since") },
  { "unknown", N_ ("not known here") },
};

static void
print_table (GPtrArray *migrations)
{
  const char *const titles[] = { _ ("Step"), _ ("State"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < migrations->len; i++)
    {
      McMigration *migration = migrations->pdata[i];
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (migration->name);
      row[1] = g_strdup (_ (states[migration->state].label));
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static void
report (McCli *cli, GPtrArray *migrations, gboolean current, int n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!mc_cli_wants_json (cli))
    {
      print_table (migrations);
      g_print ("%s\n",
               current ? _ ("The schema is up to date.") : _ ("The schema is not the one that this program knows."));
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_bool (builder, "up_to_date", current);
  mc_cli_set_int (builder, "ran", n);
  json_builder_set_member_name (builder, "migrations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < migrations->len; i++)
    {
      McMigration *migration = migrations->pdata[i];

      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "name", migration->name);
      mc_cli_set_string (builder, "state", states[migration->state].name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McPgConfig) config = NULL;
  g_autoptr (McMigrator) migrator = NULL;
  g_autoptr (GPtrArray) migrations = NULL;
  GError *failure = NULL;
  gboolean current;
  int n = 0;

  if (!mc_cli_connect (cli, error))
    return MC_CLI_FAILURE;
  config = mc_cli_dup_config (cli, TRUE);
  migrator = mc_migrator_new (config, NULL);
  migrations = dex_await_boxed (mc_migrator_status (migrator), error);
  if (!migrations)
    return MC_CLI_FAILURE;
  if (!opt_check)
    {
      if (!mc_cli_dump_before (cli, migrations, error))
        return MC_CLI_FAILURE;
      n = dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &failure);
      g_ptr_array_unref (migrations);
      migrations = failure ? NULL : dex_await_boxed (mc_migrator_status (migrator), &failure);
      if (failure)
        {
          g_propagate_error (error, failure);
          return MC_CLI_FAILURE;
        }
    }
  current = dex_await (mc_migrator_check (migrator), NULL);
  report (cli, migrations, current, n);
  return current ? MC_CLI_OK : MC_CLI_FAILURE;
}

const McCliCommand mc_cli_migrate = {
  .name = "migrate",
  .summary = N_ ("Bring the schema up to date, after a dump"),
  .json = "  {\"up_to_date\": bool, \"ran\": number,\n"
          "   \"migrations\": [{\"name\", \"state\": \"applied\"|\"pending\"|\"changed\"|\"unknown\"}]}",
  .entries = entries,
  .run = run,
};
