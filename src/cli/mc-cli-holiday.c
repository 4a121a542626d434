/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-calendar-store.h"
#include "mc-cli.h"
#include "mc-lunar.h"
#include "mc-work-calendar.h"

static int opt_year;

static const GOptionEntry entries[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &opt_year, N_ ("the year (default: this one)"), N_ ("YEAR") },
  G_OPTION_ENTRY_NULL,
};

static void
print_json (GPtrArray *days)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const McWorkDay *day = days->pdata[i];
      McLunarDay lunar = mc_lunar_from_day (day->day);
      g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", lunar.year, lunar.month, lunar.day);

      json_builder_begin_object (builder);
      mc_cli_set_day (builder, "date", day->day);
      mc_cli_set_string (builder, "name", day->name);
      mc_cli_set_string (builder, "kind", mc_work_day_kind_get_name (day->kind));
      mc_cli_set_string (builder, "lunar", text);
      mc_cli_set_bool (builder, "lunar_leap", lunar.leap);
      mc_cli_set_string (builder, "source", day->source);
      mc_cli_set_bool (builder, "assumed", day->assumed);
      mc_cli_set_day (builder, "because_of", day->because_of);
      mc_cli_set_bool (builder, "morning", day->works[MC_DAY_SESSION_MORNING]);
      mc_cli_set_bool (builder, "afternoon", day->works[MC_DAY_SESSION_AFTERNOON]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (GPtrArray *days)
{
  const char *const titles[] = { C_ ("column", "Day"),  C_ ("column", "Lunar"),  C_ ("column", "Kind"),
                                 C_ ("column", "Name"), C_ ("column", "Source"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < days->len; i++)
    {
      const McWorkDay *day = days->pdata[i];
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = mc_day_format (day->day);
      row[1] = mc_lunar_format (mc_lunar_from_day (day->day));
      row[2] = g_strdup (mc_work_day_kind_get_label (day->kind));
      row[3] = g_strdup (day->name ? day->name : "");
      row[4] = day->assumed ? g_strdup_printf (_ ("%s; assumed, no notice known"), day->source)
                            : g_strdup (day->source ? day->source : "");
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McWorkCalendar) calendar = NULL;
  g_autoptr (GPtrArray) days = NULL;
  McStore *store;
  int year = opt_year;

  if (year == 0)
    mc_day_split (mc_day_today (), &year, NULL, NULL);
  if (year < 1900 || year > 2199)
    return mc_cli_usage (error, "%s", _ ("the year lies between 1900 and 2199"));
  store = mc_cli_open_store (cli, error);
  calendar = store ? dex_await_object (mc_calendar_store_load (store), error) : NULL;
  if (!calendar)
    return MC_CLI_FAILURE;
  days = mc_work_calendar_list (calendar, year);
  if (mc_cli_wants_json (cli))
    print_json (days);
  else
    print_table (days);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_holiday_list = {
  .name = "holiday list",
  .summary = N_ ("List the holidays of a year, what makes up for them, and the days that are exchanged"),
  .json =
      "  [{\"date\", \"name\", \"kind\": \"holiday\", \"make_up\", \"swapped_off\", \"swapped_work\" or \"half_day\",\n"
      "    \"lunar\": \"YYYY-MM-DD\" by the Vietnamese calendar, \"lunar_leap\": in a leap month, \"source\",\n"
      "    \"assumed\": the yearly notice is not known, \"because_of\": day made up for or exchanged with, or null,\n"
      "    \"morning\", \"afternoon\": whether it is worked}]",
  .entries = entries,
  .run = run,
};
