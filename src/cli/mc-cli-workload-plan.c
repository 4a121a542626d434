/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-workload.h"
#include "mc-dossier-year.h"
#include "mc-number.h"

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const McDossierYear *x = *(McDossierYear *const *)a, *y = *(McDossierYear *const *)b;

  return x->year - y->year;
}

static void
print_json (GPtrArray *years)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < years->len; i++)
    {
      McDossierYear *year = years->pdata[i];

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "year", year->year);
      mc_cli_set_int (builder, "received", year->received);
      mc_cli_set_int (builder, "resolved", year->resolved);
      mc_cli_set_int (builder, "unresolved", year->received - year->resolved);
      mc_cli_set_double (builder, "printed_resolved_pct", year->printed_resolved_pct);
      mc_cli_set_double (builder, "resolved_pct", mc_dossier_year_get_resolved_pct (year));
      mc_cli_set_bool (builder, "agrees", mc_dossier_year_agrees (year));
      mc_cli_set_double (builder, "printed_on_time_pct", year->on_time_pct);
      mc_cli_set_string (builder, "source", year->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (GPtrArray *years)
{
  const char *const titles[] = { C_ ("column", "Year"),
                                 C_ ("column", "Received"),
                                 C_ ("column", "Resolved"),
                                 C_ ("column", "Unresolved"),
                                 C_ ("column", "Resolved as printed, %"),
                                 C_ ("column", "Resolved as computed, %"),
                                 C_ ("column", "On time as printed, %"),
                                 C_ ("column", "Source"),
                                 NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < years->len; i++)
    {
      McDossierYear *year = years->pdata[i];
      g_autofree char *computed = mc_number_format (mc_dossier_year_get_resolved_pct (year), 2);
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup_printf ("%d", year->year);
      row[1] = mc_number_format (year->received, 0);
      row[2] = mc_number_format (year->resolved, 0);
      row[3] = mc_number_format (year->received - year->resolved, 0);
      row[4] = mc_number_format (year->printed_resolved_pct, 2);
      row[5] = g_strconcat (computed, mc_dossier_year_agrees (year) ? "" : " ≠", NULL);
      row[6] = mc_number_format (year->on_time_pct, 1);
      row[7] = g_strdup (year->source ? year->source : "");
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
  g_print ("%s\n",
           _ ("These are the one-stop units of the whole city, as the founding plan prints them. How many were on "
              "time it says as a share alone: there is nothing to compute it from."));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McStore *store = mc_cli_open_store (cli, error);
  g_autoptr (GPtrArray) years = NULL;

  years = store ? dex_await_boxed (mc_store_list (store, MC_TYPE_DOSSIER_YEAR, NULL), error) : NULL;
  if (!years)
    return MC_CLI_FAILURE;
  g_ptr_array_sort (years, compare_years);
  if (mc_cli_wants_json (cli))
    print_json (years);
  else
    print_table (years);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_workload_plan = {
  .name = "workload plan",
  .summary =
      N_ ("The dossiers of 2018 to 2021 in the founding plan, with shares as it prints them and as they compute"),
  .json = "  [{\"year\", \"received\", \"resolved\", \"unresolved\": dossiers of the whole city,\n"
          "    \"printed_resolved_pct\": as the plan prints it, \"resolved_pct\": 100 × resolved ÷ received,\n"
          "    \"agrees\": whether both are the same at two decimals,\n"
          "    \"printed_on_time_pct\": as the plan prints it; nothing is given to compute it from,\n"
          "    \"source\": the report that the plan cites}], by year; empty where the plan was not loaded",
  .max_args = 0,
  .run = run,
};
