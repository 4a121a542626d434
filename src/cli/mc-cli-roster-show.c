/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-roster.h"
#include "mc-roster-amendment.h"

static char *opt_month;
static gint64 opt_roster;

static const GOptionEntry entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month"), N_ ("YYYY-MM") },
  { "roster", 0, 0, G_OPTION_ARG_INT64, &opt_roster, N_ ("one roster by the number that roster list prints"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

static void
add_cells (JsonBuilder *builder, McRosterBook *book)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSolution *now = mc_roster_book_get_current (book);

  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < problem->sessions->len; k++)
      {
        gint duty = mc_roster_solution_get (now, i, k);
        McRosterSession *session = mc_roster_session (problem, k);
        McRosterPerson *person = mc_roster_person (problem, i);
        McRosterCell *cell = mc_roster_book_get_cell (book, person->id, session->day, session->part);

        if (duty == MC_ROSTER_FREE)
          continue;
        json_builder_begin_object (builder);
        mc_cli_set_int (builder, "person_id", person->id);
        mc_cli_set_string (builder, "full_name", person->name);
        mc_cli_set_day (builder, "day", session->day);
        mc_cli_set_enum (builder, "session", mc_day_session_values, session->part);
        mc_cli_set_string (builder, "code", mc_roster_duty (problem, duty)->key);
        mc_cli_set_bool (builder, "pinned", cell && cell->pinned);
        mc_cli_set_bool (builder, "amended", cell && cell->amendment_id);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

/* A line a person: what is done on each day, morning and afternoon in one where they are the same. */
static void
print_person (McRosterBook *book, guint person, GPtrArray *rows)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSolution *now = mc_roster_book_get_current (book);
  g_autoptr (GString) line = g_string_new (NULL);
  guint worked = 0;
  char **row = g_new0 (char *, 4);

  for (guint d = 0; d < mc_roster_problem_n_days (problem); d++)
    {
      guint n, first = mc_roster_problem_day_sessions (problem, d, &n);
      const char *codes[2] = { "-", "-" };

      for (guint k = first; k < first + n; k++)
        {
          gint duty = mc_roster_solution_get (now, person, k);

          if (duty == MC_ROSTER_FREE)
            continue;
          codes[mc_roster_session (problem, k)->part] = mc_roster_duty (problem, duty)->key;
          worked++;
        }
      if (g_str_equal (codes[0], codes[1]))
        g_string_append_printf (line, " %5s", codes[0]);
      else
        g_string_append_printf (line, " %2s/%-2s", codes[0], codes[1]);
    }
  if (worked == 0)
    {
      g_strfreev (row);
      return;
    }
  row[0] = g_strdup (mc_roster_person (problem, person)->name);
  row[1] = g_strdup_printf ("%.1f", worked / 2.0);
  row[2] = g_string_free (g_steal_pointer (&line), FALSE);
  g_ptr_array_add (rows, row);
}

static void
print_table (McRosterBook *book)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GString) days = g_string_new (NULL);
  const char *titles[] = { _ ("Name"), _ ("Days"), NULL, NULL };

  for (guint d = 0; d < mc_roster_problem_n_days (problem); d++)
    {
      guint n;
      int day;

      mc_day_split (mc_roster_session (problem, mc_roster_problem_day_sessions (problem, d, &n))->day, NULL, NULL,
                    &day);
      g_string_append_printf (days, " %5d", day);
    }
  titles[2] = days->str;
  for (guint i = 0; i < problem->people->len; i++)
    print_person (book, i, rows);
  mc_cli_print_table (titles, rows);
}

static void
add_amendments (JsonBuilder *builder, McRosterBook *book)
{
  GListModel *list = mc_roster_book_get_rows (book, MC_TYPE_ROSTER_AMENDMENT);

  json_builder_set_member_name (builder, "amendments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McRosterAmendment) one = g_list_model_get_item (list, i);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "number", one->number);
      mc_cli_set_string (builder, "reason", one->reason);
      mc_cli_set_string (builder, "made_by", one->made_by);
      mc_cli_set_string (builder, "confirmed_by", one->confirmed_by);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McRoster) roster = NULL;
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  McPeriod month = MC_PERIOD_ALWAYS;
  McStore *store;

  if (!opt_roster && !mc_cli_parse_month (opt_month, &month, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  roster = store ? mc_cli_roster_find (store, opt_roster, month, MC_CLI_ROSTER_ANY, error) : NULL;
  book = roster ? mc_cli_roster_open (store, roster, error) : NULL;
  if (!book)
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      print_table (book);
      mc_cli_roster_print_result (mc_roster_brief_get_problem (mc_roster_book_get_brief (book)),
                                  mc_roster_book_get_current (book));
      return MC_CLI_OK;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, roster);
  mc_cli_roster_add_result (builder, mc_roster_brief_get_problem (mc_roster_book_get_brief (book)),
                            mc_roster_book_get_current (book));
  add_amendments (builder, book);
  add_cells (builder, book);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_roster_show = {
  .name = "roster show",
  .summary = N_ ("Show a roster with its amendments, and what it comes to"),
  .json = "  as roster plan, and\n"
          "   \"amendments\": [{\"number\", \"reason\", \"made_by\", \"confirmed_by\": or null}],\n"
          "   \"cells\": [{\"person_id\", \"full_name\", \"day\", \"session\", \"code\", \"pinned\", \"amended\"}]}",
  .entries = entries,
  .run = run,
};

static void
add_row (GPtrArray *rows, McRoster *roster)
{
  char **row = g_new0 (char *, 5);

  row[0] = g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (roster)));
  row[1] = mc_period_format_people (roster->during);
  row[2] = g_strdup (mc_enum_label (mc_roster_state_values, roster->state));
  row[3] = g_strdup (roster->title ? roster->title : "");
  g_ptr_array_add (rows, row);
}

static int
run_list (McCli *cli, char **arguments, GError **error)
{
  const char *const titles[] = { _ ("No."), _ ("Period"), _ ("State"), _ ("Title"), NULL };
  McStore *store = mc_cli_open_store (cli, error);
  g_autoptr (GPtrArray) rosters = store ? dex_await_boxed (mc_store_list (store, MC_TYPE_ROSTER, NULL), error) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!rosters)
    return MC_CLI_FAILURE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rosters->len; i++)
    {
      add_row (rows, rosters->pdata[i]);
      json_builder_begin_object (builder);
      mc_cli_roster_add_head (builder, rosters->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (mc_cli_wants_json (cli))
    mc_cli_print_json (json_builder_get_root (builder));
  else
    mc_cli_print_table (titles, rows);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_roster_list = {
  .name = "roster list",
  .summary = N_ ("List the rosters"),
  .json = "  [{\"id\", \"from\", \"until\", \"title\",\n"
          "    \"state\": \"draft\", \"submitted\", \"approved\", \"published\" or \"amended\"}]",
  .run = run_list,
};
