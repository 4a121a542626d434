/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-error.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-origin.h"
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

/* What stands now, counted by the rules of the plan. */
static McRosterSolution *
count_now (McRosterBook *book, const McRosterProblem *planned)
{
  McRosterSolution *now = mc_roster_solution_copy (mc_roster_brief_get_current (mc_roster_book_get_brief (book)));

  mc_roster_evaluate (planned, now);
  return now;
}

static void
print (McRosterProblem *planned, gboolean same_register, guint cells, guint people, int better)
{
  g_print ("%s\n", same_register ? _ ("The register says what it said when the roster was planned.")
                                 : _ ("The register, the rules or the program have changed since."));
  for (guint i = 0; i < planned->rules->len; i++)
    if (!mc_roster_rule (planned, i)->on)
      g_print (_ ("Planned without this rule: %s\n"), mc_roster_rule (planned, i)->text);
  g_print (_ ("Cells that differ from the plan: %u, of %u people\n"), cells, people);
  g_print ("%s\n", better < 0   ? _ ("Planned anew, the roster would be better.")
                   : better > 0 ? _ ("The roster is better than the plan.")
                                : _ ("The roster is as good as the plan."));
}

static void
add_left_out (JsonBuilder *builder, McRosterProblem *planned)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < planned->rules->len; i++)
    if (!mc_roster_rule (planned, i)->on)
      json_builder_add_string_value (builder, mc_roster_rule (planned, i)->text);
  json_builder_end_array (builder);
}

static void
tell (McCli *cli,
      McRosterBook *book,
      McRosterProblem *planned,
      gboolean same_register,
      const McRosterSolution *now,
      const McRosterSolution *again)
{
  guint people = 0, cells = mc_roster_solution_changed_cells (now, again, &people);
  int better = mc_roster_solution_compare (again, now);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!mc_cli_wants_json (cli))
    {
      print (planned, same_register, cells, people, better);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, mc_roster_book_get_roster (book));
  mc_cli_set_bool (builder, "same_register", same_register);
  add_left_out (builder, planned);
  mc_cli_set_int (builder, "changed_cells", cells);
  mc_cli_set_int (builder, "changed_people", people);
  mc_cli_set_string (builder, "against_plan", better < 0 ? "worse" : better > 0 ? "better" : "equal");
  mc_cli_roster_add_result (builder, planned, again);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

/* Makes the plan again by what the roster keeps of how it was made. */
static int
verify (McCli *cli, McRosterBook *book, McRoster *roster, GError **error)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterOptions options = { .seed = (guint)roster->seed };
  g_autoptr (McRosterProblem) planned = mc_roster_make_planned_problem (
      mc_roster_brief_get_problem (brief), mc_roster_brief_get_current (brief), roster->quality, error);
  g_autoptr (McRosterSolution) now = NULL;
  g_autoptr (McRosterSolution) again = NULL;
  g_autofree char *origin = NULL;
  gboolean same;

  if (!planned)
    return MC_CLI_FAILURE;
  origin = mc_roster_dup_origin (planned);
  same = g_str_equal (origin, roster->planned_by);
  now = count_now (book, planned);
  again = mc_roster_plan (planned, NULL, &options);
  tell (cli, book, planned, same, now, again);
  return same && mc_roster_solution_compare (again, now) == 0 ? MC_CLI_OK : MC_CLI_FAILURE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McRoster) roster = NULL;
  g_autoptr (McRoster) draft = NULL;
  g_autoptr (McRosterBook) book = NULL;
  McPeriod month = MC_PERIOD_ALWAYS;
  McStore *store;

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
  return book ? verify (cli, book, roster, error) : MC_CLI_FAILURE;
}

const McCliCommand mc_cli_roster_verify = {
  .name = "roster verify",
  .summary = N_ ("Plan a roster anew from what it was made of, and compare"),
  .json = "  as roster plan, of the plan made anew, and\n"
          "   \"same_register\": whether people, leave and rules are as they were,\n"
          "   \"left_out\": the rules that did not count in the plan,\n"
          "   \"changed_cells\", \"changed_people\": where the roster differs from the plan,\n"
          "   \"against_plan\": \"equal\", \"better\" or \"worse\"\n"
          "  Exit status 1 unless the register is the same and the roster is as good as the plan.",
  .entries = entries,
  .run = run,
};
