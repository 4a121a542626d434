/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-counter-entry.h"
#include "mc-counter-sheet.h"
#include "mc-error.h"
#include "mc-person.h"
#include "mc-table-export.h"

static char *opt_as_of;
static gboolean opt_force;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &opt_force, N_ ("replace a file that is there already"), NULL },
  G_OPTION_ENTRY_NULL,
};

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return ((const McCounterEntry *)a)->number - ((const McCounterEntry *)b)->number;
}

static gboolean
add_rows (McCounterSheet *sheet, McStore *store, McDay day, GError **error)
{
  GType noun;

  for (guint n = 0; (noun = mc_counter_sheet_noun (n)) != G_TYPE_INVALID; n++)
    {
      g_autoptr (McQuery) query = noun == MC_TYPE_PERSON ? NULL : mc_query_at (mc_query_new (), day);
      g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, noun, query), error);

      if (!rows)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        mc_counter_sheet_add (sheet, rows->pdata[i]);
    }
  return TRUE;
}

static gboolean
write_counters (McStore *store, McDay day, GFile *file, guint *n, GError **error)
{
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), day);
  g_autoptr (GPtrArray) counters = dex_await_boxed (mc_store_list (store, MC_TYPE_COUNTER_ENTRY, query), error);
  g_autoptr (GListStore) list = g_list_store_new (MC_TYPE_COUNTER_ENTRY);
  g_autoptr (McCounterSheet) sheet = mc_counter_sheet_new ();
  g_autoptr (GPtrArray) columns = NULL;

  if (!counters || !add_rows (sheet, store, day, error))
    return FALSE;
  for (guint i = 0; i < counters->len; i++)
    g_list_store_insert_sorted (list, counters->pdata[i], compare_numbers, NULL);
  *n = counters->len;
  columns = mc_counter_sheet_get_columns (sheet);
  return dex_await (mc_table_export (G_LIST_MODEL (list), columns, _ ("Counters"), file), error);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[0]);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  McStore *store;
  McDay day;
  guint n = 0;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  if (!opt_force && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_EXISTS,
                   _ ("The file %s is there already; nothing was written. Use --force to replace it."), name);
      return MC_CLI_FAILURE;
    }
  store = mc_cli_open_store (cli, error);
  if (!store || !write_counters (store, day, file, &n, error))
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      g_print (g_dngettext (GETTEXT_PACKAGE, "%s: %u counter\n", "%s: %u counters\n", n), name, n);
      return MC_CLI_OK;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "file", name);
  mc_cli_set_int (builder, "counters", n);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_counter_export = {
  .name = "counter export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write the counters of a day to FILE.xlsx or FILE.csv"),
  .json = "  {\"file\": path, \"counters\": number}",
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
