/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-error.h"
#include "mc-roster-actions.h"
#include "mc-roster-planner.h"

static char *opt_month;
static int opt_seed;
static double opt_time;
static gboolean opt_dry_run;

static const GOptionEntry entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month"), N_ ("YYYY-MM") },
  { "seed", 0, 0, G_OPTION_ARG_INT, &opt_seed, N_ ("what the planner begins with (default: 0)"), N_ ("N") },
  { "time", 0, 0, G_OPTION_ARG_DOUBLE, &opt_time, N_ ("stop after so many seconds with the best so far"), N_ ("S") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &opt_dry_run, N_ ("plan and tell, but keep nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* The draft of the month; a new one where there is none, which is not saved yet. */
static McRoster *
find_draft (McStore *store, McPeriod month, gboolean *fresh, GError **error)
{
  g_autoptr (GError) failure = NULL;
  McRoster *roster = mc_cli_roster_find (store, 0, month, MC_CLI_ROSTER_DRAFT, &failure);

  *fresh = FALSE;
  if (roster)
    return roster;
  if (!g_error_matches (failure, MC_ERROR, MC_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  *fresh = TRUE;
  roster = mc_roster_new ();
  roster->during = month;
  return roster;
}

static McRoster *
begin (McCli *cli, McStore *store, McPeriod month, GError **error)
{
  gboolean fresh;
  g_autoptr (McRoster) roster = find_draft (store, month, &fresh, error);
  g_autoptr (McRoster) out = mc_cli_roster_find (store, 0, month, MC_CLI_ROSTER_PUBLISHED, NULL);

  if (out)
    mc_cli_say (cli, "%s",
                _ ("A roster of this month is published already; this draft cannot be published over it. "
                   "Amend the published one instead."));

  if (!roster || !fresh || opt_dry_run)
    return g_steal_pointer (&roster);
  if (!mc_cli_roster_commit (store, mc_roster_change_new (month, NULL), error))
    return NULL;
  return mc_cli_roster_find (store, 0, month, MC_CLI_ROSTER_DRAFT, error);
}

static void
tell (McCli *cli, McRosterBook *book, const McRosterSolution *best)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  g_autoptr (JsonBuilder) builder = NULL;

  if (!mc_cli_wants_json (cli))
    {
      mc_cli_roster_print_result (problem, best);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, mc_roster_book_get_roster (book));
  mc_cli_roster_add_result (builder, problem, best);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  McRosterOptions options = { .seed = (guint)opt_seed, .seconds = opt_time };
  g_autoptr (McRoster) roster = NULL;
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McRosterSolution) best = NULL;
  g_autoptr (GArray) edits = NULL;
  McRosterBrief *brief;
  McRosterProblem *problem;
  McPeriod month;
  McStore *store;

  if (opt_seed < 0 || opt_time < 0)
    return mc_cli_usage (error, "%s", _ ("--seed and --time are not below 0"));
  if (!mc_cli_parse_month (opt_month, &month, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  roster = store ? begin (cli, store, month, error) : NULL;
  book = roster ? mc_cli_roster_open (store, roster, error) : NULL;
  if (!book)
    return MC_CLI_FAILURE;
  brief = mc_roster_book_get_brief (book);
  problem = mc_roster_brief_get_problem (brief);
  best = mc_roster_plan (problem, NULL, &options);
  edits = mc_roster_book_diff (book, brief, best, NULL, MC_PERIOD_ALWAYS);
  if (!opt_dry_run && !mc_cli_roster_commit (store, mc_roster_change_accept (book, problem, best, edits), error))
    return MC_CLI_FAILURE;
  tell (cli, book, best);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_roster_plan = {
  .name = "roster plan",
  .summary = N_ ("Plan the draft of a month as well as can be, and keep it"),
  .json = "  {\"id\", \"from\", \"until\", \"title\", \"state\",\n"
          "   \"status\": \"optimal\", \"feasible\" or \"impossible\",\n"
          "   \"cost\", \"bound\": of all stages together, \"stage_costs\", \"stage_bounds\": of each,\n"
          "   \"seconds\", \"seed\",\n"
          "   \"uncovered\": [{\"day\", \"session\": \"morning\" or \"afternoon\", \"code\", \"seats\"}],\n"
          "   \"broken\": [{\"rule\", \"text\", \"amount\", \"cost\"}]}",
  .entries = entries,
  .run = run,
};
