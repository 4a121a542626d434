/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-calendar-store.h"
#include "mc-cli-workload.h"
#include "mc-forecast.h"
#include "mc-number.h"

#define DEFAULT_DAYS 28
#define DEFAULT_CONFIDENCE 80
#define YEARS_BACK 4

static char *opt_field;
static char *opt_agency;
static char *opt_counter;
static char *opt_from;
static char *opt_of;
static int opt_days = DEFAULT_DAYS;
static double opt_confidence = DEFAULT_CONFIDENCE;

static const GOptionEntry entries[] = {
  { "field", 0, 0, G_OPTION_ARG_STRING, &opt_field, N_ ("of one field alone: its code or name"), N_ ("FIELD") },
  { "agency", 0, 0, G_OPTION_ARG_STRING, &opt_agency, N_ ("of one agency alone: its code or name"), N_ ("AGENCY") },
  { "counter", 0, 0, G_OPTION_ARG_STRING, &opt_counter, N_ ("of one counter alone: its number"), N_ ("NUMBER") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day to be forecast (default: today)"), N_ ("DAY") },
  { "days", 0, 0, G_OPTION_ARG_INT, &opt_days, N_ ("how many days (default: 28)"), N_ ("NUMBER") },
  { "of", 0, 0, G_OPTION_ARG_STRING, &opt_of, N_ ("arrivals (tickets; the default) or dossiers (received)"),
    N_ ("WHAT") },
  { "confidence", 0, 0, G_OPTION_ARG_DOUBLE, &opt_confidence,
    N_ ("how many days in a hundred should lie between the bounds (default: 80)"), N_ ("PCT") },
  G_OPTION_ENTRY_NULL,
};

/* What is to be forecast. */
typedef struct
{
  McWorkloadBy only;
  const char *text;
  gint64 key;
  gboolean dossiers;
  McDay from;
} Wish;

static gboolean
parse (Wish *wish, GError **error)
{
  guint given = (opt_field != NULL) + (opt_agency != NULL) + (opt_counter != NULL);

  if (given > 1)
    mc_cli_usage (error, "%s", _ ("say one of --field, --agency and --counter"));
  else if (opt_of && !g_str_equal (opt_of, "arrivals") && !g_str_equal (opt_of, "dossiers"))
    mc_cli_usage (error, "%s", _ ("--of is arrivals or dossiers"));
  else if (opt_days < 1 || opt_days > MC_FORECAST_MOST)
    mc_cli_usage (error, _ ("--days is a number from 1 to %d"), MC_FORECAST_MOST);
  else if (!(opt_confidence >= 1 && opt_confidence <= 99))
    mc_cli_usage (error, _ ("--confidence is a number from 1 to 99"));
  else
    {
      wish->only = opt_field     ? MC_WORKLOAD_BY_FIELD
                   : opt_agency  ? MC_WORKLOAD_BY_AGENCY
                   : opt_counter ? MC_WORKLOAD_BY_COUNTER
                                 : MC_WORKLOAD_BY_NONE;
      wish->text = opt_field ? opt_field : opt_agency ? opt_agency : opt_counter;
      wish->dossiers = opt_of && g_str_equal (opt_of, "dossiers");
      return mc_cli_parse_day (opt_from, &wish->from, error);
    }
  return FALSE;
}

static gint64
count (const Wish *wish, const McWorkloadRow *row)
{
  return wish->dossiers ? row->received : row->arrived;
}

/* A day on which something came to the centre, but nothing here, is known to have been empty here. */
static GArray *
load_history (McStore *store, const Wish *wish, GError **error)
{
  McWorkloadQuery query = { .from = mc_day_add_months (wish->from, -12 * YEARS_BACK),
                            .to = wish->from,
                            .bucket = MC_WORKLOAD_DAY };
  g_autoptr (GArray) all = mc_cli_load_workload (store, &query, error);
  g_autoptr (GArray) own = NULL;
  GArray *history;
  guint at = 0;

  query.only = wish->only;
  query.only_key = wish->key;
  own = all ? mc_cli_load_workload (store, &query, error) : NULL;
  if (!own)
    return NULL;
  history = g_array_new (FALSE, FALSE, sizeof (McForecastPoint));
  for (guint i = 0; i < all->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (all, McWorkloadRow, i);
      McForecastPoint point = { row->start, 0 };

      if (count (wish, row) == 0)
        continue;
      while (at < own->len && g_array_index (own, McWorkloadRow, at).start < row->start)
        at++;
      if (at < own->len && g_array_index (own, McWorkloadRow, at).start == row->start)
        point.value = count (wish, &g_array_index (own, McWorkloadRow, at));
      g_array_append_val (history, point);
    }
  return history;
}

static void
print_json (const Wish *wish, const McForecast *forecast)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "of", wish->dossiers ? "dossiers" : "arrivals");
  mc_cli_set_string (builder, "method", mc_forecast_method_get_key (forecast->method));
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_object (builder);
  for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
    mc_cli_set_double (builder, mc_forecast_method_get_key (m), forecast->errors[m]);
  json_builder_end_object (builder);
  mc_cli_set_double (builder, "confidence", opt_confidence / 100);
  mc_cli_set_double (builder, "coverage", forecast->coverage);
  mc_cli_set_int (builder, "tests", forecast->n_tests);
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < forecast->days->len; i++)
    {
      const McForecastDay *day = &g_array_index (forecast->days, McForecastDay, i);

      json_builder_begin_object (builder);
      mc_cli_set_day (builder, "date", day->day);
      mc_cli_set_bool (builder, "open", day->open);
      mc_cli_set_double (builder, "expected", day->expected);
      mc_cli_set_double (builder, "low", day->low);
      mc_cli_set_double (builder, "high", day->high);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_errors (const McForecast *forecast)
{
  for (guint m = 0; m < MC_N_FORECAST_METHODS; m++)
    {
      g_autofree char *error = mc_number_format (100 * forecast->errors[m], 1);

      if (isnan (forecast->errors[m]))
        g_print (_ ("  not tried, too little is known: %s"), mc_forecast_method_get_label (m));
      else
        g_print (_ ("  %s %% missed: %s"), error, mc_forecast_method_get_label (m));
      g_print ("%s\n", m == (guint)forecast->method ? _ (" (taken)") : "");
    }
}

static void
print_table (const McForecast *forecast)
{
  const char *const titles[] = { C_ ("column", "Day"), C_ ("column", "Expected"), C_ ("column", "From"),
                                 C_ ("column", "To"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < forecast->days->len; i++)
    {
      const McForecastDay *day = &g_array_index (forecast->days, McForecastDay, i);
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = mc_day_format (day->day);
      row[1] = day->open ? mc_number_format (day->expected, 0) : g_strdup (_ ("closed"));
      row[2] = day->open ? mc_number_format (day->low, 0) : g_strdup ("");
      row[3] = day->open ? mc_number_format (day->high, 0) : g_strdup ("");
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
  g_print ("%s\n", _ ("Forecast anew from days in the past, the methods came to this:"));
  print_errors (forecast);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McWorkCalendar) calendar = NULL;
  g_autoptr (McForecast) forecast = NULL;
  g_autoptr (GArray) history = NULL;
  Wish wish = { 0 };
  McStore *store;

  if (!parse (&wish, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  if (!store || (wish.only != MC_WORKLOAD_BY_NONE &&
                 !mc_cli_find_workload_key (store, wish.only, wish.text, wish.from, &wish.key, error)))
    return MC_CLI_FAILURE;
  calendar = dex_await_object (mc_calendar_store_load (store), error);
  history = calendar ? load_history (store, &wish, error) : NULL;
  forecast = history ? mc_forecast_new (history, calendar, wish.only == MC_WORKLOAD_BY_FIELD ? wish.key : 0, wish.from,
                                        (guint)opt_days, opt_confidence / 100, error)
                     : NULL;
  if (!forecast)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (&wish, forecast);
  else
    print_table (forecast);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_forecast = {
  .name = "forecast",
  .summary = N_ ("Forecast how many will come, with bounds, and tell how far such forecasts were off"),
  .json = "  {\"of\": \"arrivals\" or \"dossiers\", \"method\": \"last_week\", \"same_weekday\" or \"seasonal\",\n"
          "   \"errors\": {each method: missed as a share of all that came, null if not tried},\n"
          "   \"confidence\": wanted, \"coverage\": share of \"tests\" compared days that lay between the bounds,\n"
          "   \"days\": [{\"date\", \"open\", \"expected\", \"low\", \"high\"}]}",
  .entries = entries,
  .max_args = 0,
  .run = run,
};
