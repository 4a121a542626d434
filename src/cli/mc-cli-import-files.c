/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-workload-file.h"

static char *
format_id (McWorkloadFile *file)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (file)));
}

static void
add_json (JsonBuilder *builder, McWorkloadFile *file)
{
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (file)));
  mc_cli_set_enum (builder, "kind", mc_workload_kind_values, file->kind);
  mc_cli_set_string (builder, "file", file->file_name);
  mc_cli_set_enum (builder, "state", mc_workload_state_values, file->state);
  mc_cli_set_day (builder, "first_day", file->first_day);
  mc_cli_set_day (builder, "last_day", file->last_day);
  mc_cli_set_int (builder, "rows", file->rows_read);
  mc_cli_set_bool (builder, "manual", file->manual);
  mc_cli_set_bool (builder, "sample", file->is_sample);
  mc_cli_set_string (builder, "imported_by", file->imported_by);
  json_builder_end_object (builder);
}

static void
print_files (McCli *cli, GPtrArray *files)
{
  const char *const titles[] = { _ ("Number"),   _ ("Kind"),  _ ("File"), _ ("First day"),
                                 _ ("Last day"), _ ("State"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      McWorkloadFile *file = files->pdata[i];
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      add_json (builder, file);
      g_strv_builder_take (row, format_id (file));
      g_strv_builder_add (row, mc_enum_label (mc_workload_kind_values, file->kind));
      g_strv_builder_add (row, file->file_name);
      g_strv_builder_take (row, mc_day_format (file->first_day));
      g_strv_builder_take (row, mc_day_format (file->last_day));
      g_strv_builder_add (row, mc_enum_label (mc_workload_state_values, file->state));
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  json_builder_end_array (builder);
  if (mc_cli_wants_json (cli))
    mc_cli_print_json (json_builder_get_root (builder));
  else
    mc_cli_print_table (titles, rows);
}

static int
run_list (McCli *cli, char **arguments, GError **error)
{
  McStore *store = mc_cli_open_store (cli, error);
  g_autoptr (GPtrArray) files =
      store ? dex_await_boxed (mc_store_list (store, MC_TYPE_WORKLOAD_FILE, NULL), error) : NULL;

  if (!files)
    return MC_CLI_FAILURE;
  print_files (cli, files);
  return MC_CLI_OK;
}

static int
run_withdraw (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_autoptr (McWorkloadFile) before = NULL;
  g_autoptr (McWorkloadFile) after = NULL;
  McStore *store;
  gint64 id;

  if (!mc_cli_parse_id (arguments[0], &id, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  before = store ? dex_await_object (mc_store_get (store, MC_TYPE_WORKLOAD_FILE, id), error) : NULL;
  if (!before)
    return MC_CLI_FAILURE;
  after = mc_entity_clone (before);
  after->state = MC_WORKLOAD_WITHDRAWN;
  g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (before), MC_ENTITY (after)));
  if (!dex_await (mc_store_apply (store, ops), error))
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      add_json (builder, after);
      mc_cli_print_json (json_builder_get_root (builder));
    }
  else
    g_print (_ ("The figures of %s count no longer.\n"), after->file_name);
  return MC_CLI_OK;
}

#define FILE_JSON                                                                                                      \
  "{\"id\": number, \"kind\": \"dossier\"|\"ticket\"|\"rating\", \"file\": name,\n"                                    \
  "   \"state\": \"imported\"|\"replaced\"|\"withdrawn\", \"first_day\", \"last_day\": days, \"rows\": number,\n"      \
  "   \"manual\", \"sample\": bools, \"imported_by\": login}"

const McCliCommand mc_cli_import_list = {
  .name = "import list",
  .summary = N_ ("List the files of figures that were taken in"),
  .json = "  [" FILE_JSON "]",
  .run = run_list,
};

const McCliCommand mc_cli_import_withdraw = {
  .name = "import withdraw",
  .arguments = N_ ("NUMBER"),
  .summary = N_ ("Take back a file of figures as a whole"),
  .json = "  " FILE_JSON,
  .min_args = 1,
  .max_args = 1,
  .run = run_withdraw,
};
