/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-error.h"
#include "mc-roster-actions.h"
#include "mc-roster-planner.h"

static char *opt_month;
static gint64 opt_roster;

static const GOptionEntry entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month"), N_ ("YYYY-MM") },
  { "roster", 0, 0, G_OPTION_ARG_INT64, &opt_roster, N_ ("one roster by the number that roster list prints"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

/* The roster as it was when it was planned: no amendments, nothing frozen. */
static McRoster *
as_planned (McRoster *roster)
{
  McRoster *copy = mc_entity_clone (roster);

  copy->state = MC_ROSTER_STATE_DRAFT;
  return copy;
}

static McRosterSolution *
plan_again (McRosterBook *book, guint seed)
{
  McRosterOptions options = { .seed = seed };

  return mc_roster_plan (mc_roster_brief_get_problem (mc_roster_book_get_brief (book)), NULL, &options);
}

static void
tell (McCli *cli, McRosterBook *book, gboolean same_register, const McRosterSolution *again)
{
  McRosterSolution *now = mc_roster_book_get_current (book);
  guint people = 0, cells = mc_roster_solution_changed_cells (now, again, &people);
  int better = mc_roster_solution_compare (again, now);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!mc_cli_wants_json (cli))
    {
      g_print ("%s\n", same_register ? _ ("The register says what it said when the roster was planned.")
                                     : _ ("The register, the rules or the program have changed since, or the roster "
                                          "was planned in part or without some rules."));
      g_print (_ ("Cells that differ from the plan: %u, of %u people\n"), cells, people);
      g_print ("%s\n", better < 0   ? _ ("Planned anew, the roster would be better.")
                       : better > 0 ? _ ("The roster is better than the plan.")
                                    : _ ("The roster is as good as the plan."));
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, mc_roster_book_get_roster (book));
  mc_cli_set_bool (builder, "same_register", same_register);
  mc_cli_set_int (builder, "changed_cells", cells);
  mc_cli_set_int (builder, "changed_people", people);
  mc_cli_set_string (builder, "against_plan", better < 0 ? "worse" : better > 0 ? "better" : "equal");
  mc_cli_roster_add_result (builder, mc_roster_brief_get_problem (mc_roster_book_get_brief (book)), again);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McRoster) roster = NULL;
  g_autoptr (McRoster) draft = NULL;
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McRosterSolution) again = NULL;
  g_autofree char *origin = NULL;
  McPeriod month = MC_PERIOD_ALWAYS;
  McStore *store;
  gboolean same;

  if (!opt_roster && !mc_cli_parse_month (opt_month, &month, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  roster = store ? mc_cli_roster_find (store, opt_roster, month, MC_CLI_ROSTER_ANY, error) : NULL;
  if (!roster)
    return MC_CLI_FAILURE;
  if (!roster->planned_by)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                           _ ("This roster was made by hand; there is no plan to compare it with."));
      return MC_CLI_FAILURE;
    }
  draft = as_planned (roster);
  book = mc_cli_roster_open (store, draft, error);
  if (!book)
    return MC_CLI_FAILURE;
  origin = mc_roster_dup_origin (mc_roster_brief_get_problem (mc_roster_book_get_brief (book)));
  same = g_str_equal (origin, roster->planned_by);
  again = plan_again (book, (guint)roster->seed);
  tell (cli, book, same, again);
  return same && mc_roster_solution_compare (again, mc_roster_book_get_current (book)) == 0 ? MC_CLI_OK
                                                                                            : MC_CLI_FAILURE;
}

const McCliCommand mc_cli_roster_verify = {
  .name = "roster verify",
  .summary = N_ ("Plan a roster anew from what it was made of, and compare"),
  .json = "  as roster plan, of the plan made anew, and\n"
          "   \"same_register\": whether people, leave and rules are as they were,\n"
          "   \"changed_cells\", \"changed_people\": where the roster differs from the plan,\n"
          "   \"against_plan\": \"equal\", \"better\" or \"worse\"\n"
          "  Exit status 1 unless the register is the same and the roster is as good as the plan.",
  .entries = entries,
  .run = run,
};
