/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-loader.h"
#include "mc-migrator.h"

static gboolean opt_plan;
static gboolean opt_demo;
static gboolean opt_empty;
static char *opt_base_date;

static const GOptionEntry entries[] = {
  { "plan", 0, 0, G_OPTION_ARG_NONE, &opt_plan,
    N_ ("the founding plan of 2022 and the reorganisation of 2025, without people"), NULL },
  { "demo", 0, 0, G_OPTION_ARG_NONE, &opt_demo, N_ ("the plan and a sample centre of invented people"), NULL },
  { "empty", 0, 0, G_OPTION_ARG_NONE, &opt_empty, N_ ("nothing but the schema and the law"), NULL },
  { "base-date", 0, 0, G_OPTION_ARG_STRING, &opt_base_date, N_ ("the day the sample is built around (default: today)"),
    N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

/* A database that has no schema yet gets it; one that is up to date is left alone, which needs no owner's rights. */
static int
bring_up_to_date (McCli *cli, GError **error)
{
  g_autoptr (McPgConfig) config = mc_cli_dup_config (cli, TRUE);
  g_autoptr (McMigrator) migrator = mc_migrator_new (config, NULL);
  g_autoptr (GPtrArray) migrations = NULL;
  g_autoptr (GError) failure = NULL;
  GError *run_error = NULL;
  int n;

  if (dex_await (mc_migrator_check (migrator), &failure))
    return 0;
  if (!mc_migrator_error_is_pending (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }
  migrations = dex_await_boxed (mc_migrator_status (migrator), error);
  if (!migrations || !mc_cli_dump_before (cli, migrations, error))
    return -1;
  n = dex_await_int (mc_migrator_run (migrator, NULL, NULL, NULL), &run_error);
  if (run_error)
    {
      g_propagate_error (error, run_error);
      return -1;
    }
  return n;
}

static gboolean
load (McStore *store, McDay base, GError **error)
{
  GError *failure = NULL;
  gboolean empty = dex_await_boolean (mc_loader_is_empty (store), &failure);

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!empty)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_EXISTS,
                           _ ("The database holds a centre already; nothing was changed."));
      return FALSE;
    }
  if (opt_plan)
    return dex_await (mc_loader_load_plan (store), error);
  if (opt_empty)
    return dex_await (mc_loader_load_rules (store), error);
  return dex_await (mc_loader_load_demo (store, base), error) &&
         dex_await (mc_loader_load_demo_workload (store, base), error);
}

static void
report (McCli *cli, const char *what, McDay base, int migrations)
{
  g_autofree char *label = mc_cli_dup_label (cli);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("Ready: %s in %s.\n"),
               opt_plan   ? _ ("the founding plan")
               : opt_demo ? _ ("the sample centre")
                          : _ ("an empty centre"),
               label);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "database", label);
  mc_cli_set_string (builder, "loaded", what);
  mc_cli_set_day (builder, "base_date", opt_demo ? base : MC_DAY_NONE);
  mc_cli_set_int (builder, "migrations_run", migrations);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McStore *store;
  McDay base;
  int migrations;

  if (opt_plan + opt_demo + opt_empty != 1)
    return mc_cli_usage (error, "%s", _ ("say one of --plan, --demo and --empty"));
  if (opt_base_date && !opt_demo)
    return mc_cli_usage (error, "%s", _ ("--base-date goes with --demo"));
  if (!mc_cli_parse_day (opt_base_date, &base, error) || !mc_cli_connect (cli, error))
    return MC_CLI_FAILURE;
  migrations = bring_up_to_date (cli, error);
  if (migrations < 0)
    return MC_CLI_FAILURE;
  store = mc_cli_open_store (cli, error);
  if (!store || !load (store, base, error))
    return MC_CLI_FAILURE;
  report (cli, opt_plan ? "plan" : opt_demo ? "demo" : "empty", base, migrations);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_init = {
  .name = "init",
  .summary = N_ ("Make the database and fill it"),
  .json = "  {\"database\": URI or folder, \"loaded\": \"plan\"|\"demo\"|\"empty\", \"base_date\": day or null,\n"
          "   \"migrations_run\": number}",
  .entries = entries,
  .run = run,
};
