/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-roster.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "mc-change-ops.h"
#include "mc-error.h"
#include "mc-noun.h"
#include "mc-number.h"
#include "mc-roster-actions.h"
#include "mc-roster-amendment.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-origin.h"
#include "mc-roster-request.h"

gboolean
mc_cli_parse_month (const char *text, McPeriod *month, GError **error)
{
  int year = 0, number = 0, end = 0;

  if (text &&
      ((sscanf (text, "%4d-%2d%n", &year, &number, &end) == 2 && !text[end]) ||
       (sscanf (text, "%2d/%4d%n", &number, &year, &end) == 2 && !text[end])) &&
      number >= 1 && number <= 12 && year >= 1900 && year < 9999)
    {
      month->from = mc_day_new (year, number, 1);
      month->until = mc_day_add_months (month->from, 1);
      return TRUE;
    }
  mc_cli_usage (error, _ ("“%s” is no month; write it as 2026-12"), text ? text : "");
  return FALSE;
}

static int
rank_of (McRoster *roster, McCliRosterChoice choice)
{
  gboolean out = mc_roster_state_is_out (roster->state);

  if ((choice == MC_CLI_ROSTER_DRAFT && roster->state != MC_ROSTER_STATE_DRAFT) ||
      (choice == MC_CLI_ROSTER_PUBLISHED && !out))
    return 0;
  return 1 + (int)roster->state;
}

McRoster *
mc_cli_roster_find (McStore *store, gint64 id, McPeriod month, McCliRosterChoice choice, GError **error)
{
  g_autoptr (GPtrArray) rosters = dex_await_boxed (mc_store_list (store, MC_TYPE_ROSTER, NULL), error);
  McRoster *found = NULL;

  for (guint i = 0; rosters && i < rosters->len; i++)
    {
      McRoster *one = rosters->pdata[i];

      if (id ? mc_entity_get_id (MC_ENTITY (one)) != id
             : !mc_period_overlaps (one->during, month) || !rank_of (one, choice))
        continue;
      /* Of equals the newest: rows come by id. */
      if (!found || rank_of (one, choice) >= rank_of (found, choice))
        found = one;
    }
  if (found)
    return g_object_ref (found);
  if (rosters && id)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no roster %d."), (int)id);
  else if (rosters)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                         choice == MC_CLI_ROSTER_DRAFT       ? _ ("There is no draft of a roster for this month.")
                         : choice == MC_CLI_ROSTER_PUBLISHED ? _ ("No roster is published for this month.")
                                                             : _ ("There is no roster for this month."));
  return NULL;
}

static GListModel *
load_rows (McStore *store, McRoster *roster, GType noun, GError **error)
{
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GListStore) list = g_list_store_new (noun);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) failure = NULL;

  if (noun == MC_TYPE_ROSTER_CELL || noun == MC_TYPE_ROSTER_AMENDMENT)
    mc_query_where_id (query, "roster_id", mc_entity_get_id (MC_ENTITY (roster)));
  else if (mc_noun_get_class (noun)->kind == MC_NOUN_STATE)
    mc_query_at (query, roster->during.from);
  rows = dex_await_boxed (mc_store_list (store, noun, query), &failure);
  /* As in mc_roster_book_new(): requests are not for everybody's eyes, and nothing else may be missing. */
  if (!rows && !(mc_roster_book_may_lack (noun) && g_error_matches (failure, MC_ERROR, MC_ERROR_DENIED)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (rows)
    g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (g_steal_pointer (&list));
}

McRosterBook *
mc_cli_roster_open (McStore *store, McRoster *roster, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  guint n;
  const GType *nouns = mc_roster_book_get_nouns (&n);

  for (guint i = 0; i < n; i++)
    {
      GListModel *list = load_rows (store, roster, nouns[i], error);

      if (!list)
        return NULL;
      g_hash_table_insert (rows, GSIZE_TO_POINTER (nouns[i]), list);
    }
  return mc_roster_book_new_from_rows (roster, rows, mc_day_today (), error);
}

gboolean
mc_cli_roster_commit (McStore *store, McChange *change, GError **error)
{
  g_autoptr (McChange) held = change;
  g_autoptr (GPtrArray) ops = mc_change_to_row_ops (held);

  return dex_await (mc_store_apply (store, ops), error);
}

void
mc_cli_roster_add_head (JsonBuilder *builder, McRoster *roster)
{
  mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (roster)));
  mc_cli_set_day (builder, "from", roster->during.from);
  mc_cli_set_last_day (builder, "until", roster->during.until);
  mc_cli_set_string (builder, "title", roster->title);
  mc_cli_set_enum (builder, "state", mc_roster_state_values, roster->state);
}

/* --- What a plan came to --- */

static void
add_numbers (JsonBuilder *builder, const char *name, GArray *numbers)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < numbers->len; i++)
    json_builder_add_int_value (builder, g_array_index (numbers, gint64, i));
  json_builder_end_array (builder);
}

static void
add_gaps (JsonBuilder *builder, McRosterProblem *problem, const McRosterSolution *solution)
{
  json_builder_set_member_name (builder, "uncovered");
  json_builder_begin_array (builder);
  for (guint i = 0; i < solution->gaps->len; i++)
    {
      McRosterGap *gap = &g_array_index (solution->gaps, McRosterGap, i);
      McRosterSession *session = mc_roster_session (problem, gap->session);

      json_builder_begin_object (builder);
      mc_cli_set_day (builder, "day", session->day);
      mc_cli_set_enum (builder, "session", mc_day_session_values, session->part);
      mc_cli_set_string (builder, "code", mc_roster_duty (problem, gap->duty)->key);
      mc_cli_set_int (builder, "seats", gap->seats);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gint64
cost_of_rule (const McRosterSolution *solution, guint rule)
{
  return rule < solution->rule_costs->len ? g_array_index (solution->rule_costs, gint64, rule) : 0;
}

static void
add_broken (JsonBuilder *builder, McRosterProblem *problem, const McRosterSolution *solution)
{
  json_builder_set_member_name (builder, "broken");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problem->rules->len; i++)
    {
      gint64 amount = mc_roster_evaluate_rule (problem, solution, i);

      if (amount == 0)
        continue;
      json_builder_begin_object (builder);
      mc_cli_set_string (builder, "rule", mc_roster_rule_kind_get_nick (mc_roster_rule (problem, i)->kind));
      mc_cli_set_string (builder, "text", mc_roster_rule (problem, i)->text);
      mc_cli_set_int (builder, "amount", amount);
      mc_cli_set_int (builder, "cost", cost_of_rule (solution, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gint64
sum (GArray *numbers)
{
  gint64 total = 0;

  for (guint i = 0; i < numbers->len; i++)
    total += g_array_index (numbers, gint64, i);
  return total;
}

void
mc_cli_roster_add_result (JsonBuilder *builder, McRosterProblem *problem, const McRosterSolution *solution)
{
  mc_cli_set_string (builder, "status", mc_roster_status_word (solution->status));
  mc_cli_set_int (builder, "cost", sum (solution->costs));
  mc_cli_set_int (builder, "bound", sum (solution->bounds));
  add_numbers (builder, "stage_costs", solution->costs);
  add_numbers (builder, "stage_bounds", solution->bounds);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, solution->seconds);
  mc_cli_set_int (builder, "seed", solution->seed);
  add_gaps (builder, problem, solution);
  add_broken (builder, problem, solution);
}

void
mc_cli_roster_print_result (McRosterProblem *problem, const McRosterSolution *solution)
{
  static const char *const words[] = { N_ ("as it stands"), N_ ("good, but perhaps not the best"),
                                       N_ ("proven: there is no better one"), N_ ("not all musts can be kept") };
  guint seats = 0, stage;
  gint64 distance = mc_roster_solution_gap (solution, &stage);

  for (guint i = 0; i < solution->gaps->len; i++)
    seats += g_array_index (solution->gaps, McRosterGap, i).seats;
  g_print (_ ("Result: %s (%.2f s)\n"), _ (words[solution->status]), solution->seconds);
  if (distance > 0)
    {
      g_autofree char *number = mc_number_format_int (distance);

      g_print (_ ("At most %s from the best possible, in stage %u\n"), number, stage);
    }
  g_print (_ ("Seats without anybody: %u\n"), seats);
  for (guint i = 0; i < solution->gaps->len; i++)
    {
      McRosterGap *gap = &g_array_index (solution->gaps, McRosterGap, i);
      McRosterSession *session = mc_roster_session (problem, gap->session);
      g_autofree char *day = mc_day_format (session->day);

      g_print ("  %s %s: %s\n", day, mc_enum_label (mc_day_session_values, session->part),
               mc_roster_duty (problem, gap->duty)->name);
    }
  for (guint i = 0; i < problem->rules->len; i++)
    if (cost_of_rule (solution, i))
      g_print ("  %s: %" G_GINT64_FORMAT "\n", mc_roster_rule (problem, i)->text, cost_of_rule (solution, i));
}
