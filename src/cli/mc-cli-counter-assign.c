/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-error.h"

static char *opt_from;
static char *opt_until;
static gboolean opt_standby;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day (default: today)"), N_ ("DAY") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &opt_until, N_ ("the last day (default: that of the tour)"), N_ ("DAY") },
  { "standby", 0, 0, G_OPTION_ARG_NONE, &opt_standby, N_ ("stands by instead of sitting there"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gint64
find_counter (McStore *store, gint64 number, McDay day, GError **error)
{
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), day);
  g_autoptr (GPtrArray) counters = dex_await_boxed (mc_store_list (store, MC_TYPE_COUNTER, query), error);

  if (!counters)
    return 0;
  for (guint i = 0; i < counters->len; i++)
    if (MC_COUNTER (counters->pdata[i])->number == number)
      return mc_entity_get_id (counters->pdata[i]);
  g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no counter %d on that day."), (int)number);
  return 0;
}

static gboolean
assign (McStore *store, gint64 counter, McStaffEntry *person, McPeriod during, GError **error)
{
  g_autoptr (McCounterAssignment) row = mc_counter_assignment_new ();
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  row->counter_id = counter;
  row->person_id = mc_entity_get_id (MC_ENTITY (person));
  row->role = opt_standby ? MC_COUNTER_ROLE_STANDBY : MC_COUNTER_ROLE_PRIMARY;
  row->during = during;
  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (row)));
  return dex_await (mc_store_apply (store, ops), error);
}

static void
print_result (McCli *cli, gint64 number, McStaffEntry *person, McPeriod during)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *period = mc_period_format_people (during);

  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("Counter %d: %s, %s\n"), (int)number, person->full_name, period);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "number", number);
  mc_cli_set_int (builder, "person_id", mc_entity_get_id (MC_ENTITY (person)));
  mc_cli_set_string (builder, "full_name", person->full_name);
  mc_cli_set_string (builder, "role", opt_standby ? "standby" : "primary");
  mc_cli_set_day (builder, "from", during.from);
  mc_cli_set_last_day (builder, "until", during.until);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McStaffEntry) person = NULL;
  McPeriod during = MC_PERIOD_ALWAYS;
  McStore *store;
  McDay last;
  gint64 number, counter;

  if (!mc_cli_parse_id (arguments[0], &number, error) || !mc_cli_parse_day (opt_from, &during.from, error) ||
      !mc_cli_parse_day (opt_until, &last, error))
    return MC_CLI_USAGE;
  if (opt_until && last < during.from)
    return mc_cli_usage (error, "%s", _ ("the last day lies before the first"));
  store = mc_cli_open_store (cli, error);
  counter = store ? find_counter (store, number, during.from, error) : 0;
  person = counter ? mc_cli_find_person (store, arguments[1], during.from, error) : NULL;
  if (!person)
    return MC_CLI_FAILURE;
  during.until = opt_until ? last + 1 : person->tour_until;
  if (!assign (store, counter, person, during, error))
    return MC_CLI_FAILURE;
  print_result (cli, number, person, during);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_counter_assign = {
  .name = "counter assign",
  .arguments = N_ ("NUMBER PERSON"),
  .summary = N_ ("Let a person (name or number) sit at a counter, or stand by for it"),
  .json = "  {\"number\", \"person_id\", \"full_name\", \"role\": \"primary\" or \"standby\",\n"
          "   \"from\", \"until\": first and last day or null}",
  .entries = entries,
  .min_args = 2,
  .max_args = 2,
  .run = run,
};
