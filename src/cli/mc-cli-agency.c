/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-agency-store.h"
#include "mc-cli.h"

static char *opt_as_of;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

static void
print_json (GPtrArray *agencies)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < agencies->len; i++)
    {
      McAgencyEntry *agency = agencies->pdata[i];

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (agency)));
      mc_cli_set_string (builder, "code", agency->code);
      mc_cli_set_string (builder, "name", agency->name);
      mc_cli_set_string (builder, "short_name", agency->short_name);
      mc_cli_set_enum (builder, "kind", mc_agency_kind_values, agency->kind);
      mc_cli_set_bool (builder, "receives", agency->receives);
      mc_cli_set_bool (builder, "standby_duty", agency->standby_duty);
      mc_cli_set_int (builder, "quota", agency->quota);
      mc_cli_set_int (builder, "present", agency->present);
      mc_cli_set_int (builder, "standby", agency->standby);
      mc_cli_set_day (builder, "from", agency->during.from);
      mc_cli_set_last_day (builder, "until", agency->during.until);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (GPtrArray *agencies)
{
  const char *const titles[] = { _ ("Code"), _ ("Name"), _ ("Quota"), _ ("Present"), _ ("Standby"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < agencies->len; i++)
    {
      McAgencyEntry *agency = agencies->pdata[i];
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (agency->code);
      row[1] = g_strdup (agency->name);
      row[2] = agency->receives ? g_strdup_printf ("%d", agency->quota) : g_strdup ("–");
      row[3] = g_strdup_printf ("%d", agency->present);
      row[4] = g_strdup_printf ("%d", agency->standby);
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) agencies = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  agencies = store ? dex_await_boxed (mc_agency_store_list (store, day), error) : NULL;
  if (!agencies)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (agencies);
  else
    print_table (agencies);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_agency_list = {
  .name = "agency list",
  .summary = N_ ("List the agencies of a day with quota and people"),
  .json = "  [{\"id\", \"code\", \"name\", \"short_name\", \"kind\", \"receives\": bool, \"standby_duty\": bool,\n"
          "    \"quota\", \"present\", \"standby\": numbers, \"from\", \"until\": first and last day or null}]",
  .entries = entries,
  .run = run,
};
