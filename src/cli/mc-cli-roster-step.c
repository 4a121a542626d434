/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-error.h"
#include "mc-roster-actions.h"

static char *opt_month;
static gint64 opt_roster;
static char *opt_reason;

static const GOptionEntry entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month"), N_ ("YYYY-MM") },
  { "roster", 0, 0, G_OPTION_ARG_INT64, &opt_roster, N_ ("one roster by the number that roster list prints"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry return_entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month"), N_ ("YYYY-MM") },
  { "roster", 0, 0, G_OPTION_ARG_INT64, &opt_roster, N_ ("one roster by the number that roster list prints"),
    N_ ("ID") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &opt_reason, N_ ("why it is sent back"), N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

/* The one of the month that can take the step. */
static McRoster *
find_before (McStore *store, McPeriod month, McRosterState before, GError **error)
{
  g_autoptr (GPtrArray) rosters = dex_await_boxed (mc_store_list (store, MC_TYPE_ROSTER, NULL), error);
  McRoster *found = NULL;

  for (guint i = 0; rosters && i < rosters->len; i++)
    {
      McRoster *one = rosters->pdata[i];

      if (mc_period_overlaps (one->during, month) && one->state == before)
        found = one;
    }
  if (!found && rosters)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("No roster of this month is in the state “%s”."),
                 mc_enum_label (mc_roster_state_values, before));
  return found ? g_object_ref (found) : NULL;
}

static void
tell (McCli *cli, McRoster *roster, McRosterState state)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *days = mc_period_format_people (roster->during);

  roster->state = state;
  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("Roster %s: %s\n"), days, mc_enum_label (mc_roster_state_values, state));
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, roster);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
take_step (McCli *cli, McRosterState before, McRosterState after, GError **error)
{
  g_autoptr (McRoster) roster = NULL;
  McPeriod month = MC_PERIOD_ALWAYS;
  McStore *store;

  if (!opt_roster && !mc_cli_parse_month (opt_month, &month, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  if (!store)
    return MC_CLI_FAILURE;
  roster = opt_roster ? mc_cli_roster_find (store, opt_roster, month, MC_CLI_ROSTER_ANY, error)
                      : find_before (store, month, before, error);
  if (!roster || !mc_cli_roster_commit (store, mc_roster_change_step (roster, after, opt_reason), error))
    return MC_CLI_FAILURE;
  tell (cli, roster, after);
  return MC_CLI_OK;
}

static int
run_submit (McCli *cli, char **arguments, GError **error)
{
  return take_step (cli, MC_ROSTER_STATE_DRAFT, MC_ROSTER_STATE_SUBMITTED, error);
}

static int
run_approve (McCli *cli, char **arguments, GError **error)
{
  return take_step (cli, MC_ROSTER_STATE_SUBMITTED, MC_ROSTER_STATE_APPROVED, error);
}

static int
run_publish (McCli *cli, char **arguments, GError **error)
{
  return take_step (cli, MC_ROSTER_STATE_APPROVED, MC_ROSTER_STATE_PUBLISHED, error);
}

static int
run_return (McCli *cli, char **arguments, GError **error)
{
  return take_step (cli, MC_ROSTER_STATE_SUBMITTED, MC_ROSTER_STATE_DRAFT, error);
}

#define STEP_JSON "  {\"id\", \"from\", \"until\", \"title\", \"state\"}"

const McCliCommand mc_cli_roster_submit = {
  .name = "roster submit",
  .summary = N_ ("Submit a draft to the director"),
  .json = STEP_JSON,
  .entries = entries,
  .run = run_submit,
};

const McCliCommand mc_cli_roster_approve = {
  .name = "roster approve",
  .summary = N_ ("Approve a submitted roster, as the director or a deputy for the director"),
  .json = STEP_JSON,
  .entries = entries,
  .run = run_approve,
};

const McCliCommand mc_cli_roster_publish = {
  .name = "roster publish",
  .summary = N_ ("Publish an approved roster; from then on it changes by amendments"),
  .json = STEP_JSON,
  .entries = entries,
  .run = run_publish,
};

const McCliCommand mc_cli_roster_return = {
  .name = "roster return",
  .summary = N_ ("Send a submitted roster back, and say why"),
  .json = STEP_JSON,
  .entries = return_entries,
  .run = run_return,
};
