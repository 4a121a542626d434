/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-workload.h"
#include "mc-number.h"

static char *opt_from;
static char *opt_to;
static char *opt_counter;
static char *opt_agency;
static char *opt_field;
static char *opt_target;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last day"), N_ ("DAY") },
  { "field", 0, 0, G_OPTION_ARG_STRING, &opt_field, N_ ("of one field alone: its code or name"), N_ ("FIELD") },
  { "agency", 0, 0, G_OPTION_ARG_STRING, &opt_agency, N_ ("of one agency alone: its code or name"), N_ ("AGENCY") },
  { "counter", 0, 0, G_OPTION_ARG_STRING, &opt_counter, N_ ("of one counter alone: its number"), N_ ("NUMBER") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &opt_target,
    N_ ("the fewest counters at which so many per cent wait no longer (default: 80/900)"), N_ ("PCT/SECONDS") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
parse_only (McWorkloadQuery *query, const char **text, GError **error)
{
  if ((opt_field != NULL) + (opt_agency != NULL) + (opt_counter != NULL) > 1)
    {
      mc_cli_usage (error, "%s", _ ("say one of --field, --agency and --counter"));
      return FALSE;
    }
  query->only = opt_field     ? MC_WORKLOAD_BY_FIELD
                : opt_agency  ? MC_WORKLOAD_BY_AGENCY
                : opt_counter ? MC_WORKLOAD_BY_COUNTER
                              : MC_WORKLOAD_BY_NONE;
  *text = opt_field ? opt_field : opt_agency ? opt_agency : opt_counter;
  return TRUE;
}

static char *
format_slot (int slot)
{
  return g_strdup_printf ("%02d:%02d", slot / 2, slot % 2 * 30);
}

static void
print_json (const GArray *needs, double service, const McStaffingTarget *target)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_double (builder, "service_min", service);
  mc_cli_set_double (builder, "share", target->share);
  mc_cli_set_double (builder, "within_s", target->within);
  json_builder_set_member_name (builder, "needs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < needs->len; i++)
    {
      const McStaffingNeed *need = &g_array_index (needs, McStaffingNeed, i);
      g_autofree char *time = format_slot (need->slot);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "weekday", need->weekday);
      mc_cli_set_string (builder, "time", time);
      mc_cli_set_double (builder, "arrivals", need->arrivals);
      mc_cli_set_int (builder, "agents", need->result.agents);
      mc_cli_set_double (builder, "occupancy", need->result.occupancy);
      mc_cli_set_double (builder, "mean_wait_s", need->result.mean_wait);
      mc_cli_set_double (builder, "service_level", need->result.service_level);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

/* Half-hours by weekdays. */
static void
print_table (const GArray *needs, double service, const McStaffingTarget *target)
{
  const char *const titles[] = { C_ ("column", "From"), _ ("Monday"),   _ ("Tuesday"),
                                 _ ("Wednesday"),       _ ("Thursday"), _ ("Friday"),
                                 _ ("Saturday"),        _ ("Sunday"),   NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autofree char *minutes = mc_number_format (service, 1);
  g_autofree char *share = mc_number_format (100 * target->share, 0);
  g_autofree char *within = mc_number_format (target->within / 60, 1);

  for (int slot = 0; slot < 48; slot++)
    {
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));
      int most = 0;

      row[0] = format_slot (slot);
      for (int weekday = 1; weekday <= 7; weekday++)
        {
          int agents = mc_staffing_most (needs, weekday, slot, slot + 1);

          row[weekday] = agents > 0 ? g_strdup_printf ("%d", agents) : g_strdup ("");
          most = MAX (most, agents);
        }
      if (most > 0)
        g_ptr_array_add (rows, row);
      else
        g_strfreev (row);
    }
  mc_cli_print_table (titles, rows);
  g_print (
      _ ("Counters needed for %s %% to wait no longer than %s minutes, %s minutes each; every half-hour by itself.\n"),
      share, within, minutes);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McWorkloadQuery query = { .bucket = MC_WORKLOAD_WHOLE, .by = MC_WORKLOAD_BY_WEEKDAY_SLOT };
  McStaffingTarget target = MC_STAFFING_TARGET;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) needs = NULL;
  const char *text = NULL;
  int days[8] = { 0 };
  McPeriod period;
  McStore *store;
  double service;

  if (!mc_cli_parse_days (opt_from, opt_to, &period, error) || !parse_only (&query, &text, error) ||
      !mc_cli_parse_target (opt_target, &target.share, &target.within, error))
    return MC_CLI_USAGE;
  query.from = period.from;
  query.to = period.until;
  store = mc_cli_open_store (cli, error);
  if (!store || (text && !mc_cli_find_workload_key (store, query.only, text, query.to - 1, &query.only_key, error)) ||
      !mc_cli_count_visit_days (store, period, days, error))
    return MC_CLI_FAILURE;
  rows = mc_cli_load_workload (store, &query, error);
  needs = rows ? mc_staffing_find (rows, days, &target, &service, error) : NULL;
  if (!needs)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (needs, service, &target);
  else
    print_table (needs, service, &target);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_workload_need = {
  .name = "workload need",
  .summary = N_ ("How many counters each half-hour of the week needs, by who came and how long each took"),
  .json = "  {\"service_min\": mean minutes at the counter, \"share\", \"within_s\": the target,\n"
          "   \"needs\": [{\"weekday\": 1 is Monday, \"time\": the half-hour's start, \"arrivals\": mean, \"agents\": "
          "counters,\n"
          "   \"occupancy\", \"mean_wait_s\", \"service_level\"}]}",
  .entries = entries,
  .max_args = 0,
  .run = run,
};
