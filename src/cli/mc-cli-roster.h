/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"
#include "mc-roster-book.h"

G_BEGIN_DECLS

/* What the commands on rosters share. All on a fiber. */

/** McCliRosterChoice: which roster of a month is meant where there are several and none is named. */
typedef enum
{
  MC_CLI_ROSTER_DRAFT,     /* one that is worked on: the latest draft */
  MC_CLI_ROSTER_PUBLISHED, /* what people work by */
  MC_CLI_ROSTER_ANY,       /* what people work by, else the one that has come furthest */
} McCliRosterChoice;

/** mc_cli_parse_month: @text: YYYY-MM or MM/YYYY; MC_CLI_ERROR_USAGE. */
gboolean mc_cli_parse_month (const char *text, McPeriod *month, GError **error);

/**
 * mc_cli_roster_find:
 * @id: the roster's number, or 0 to go by the month
 *
 * Returns: (transfer full) (nullable): %NULL with MC_ERROR_NOT_FOUND
 */
McRoster *mc_cli_roster_find (McStore *store, gint64 id, McPeriod month, McCliRosterChoice choice, GError **error);

/** mc_cli_roster_open: (transfer full): its book, from the database as it is now. */
McRosterBook *mc_cli_roster_open (McStore *store, McRoster *roster, GError **error);

/** mc_cli_roster_commit: sends a change; @change: (transfer full). */
gboolean mc_cli_roster_commit (McStore *store, McChange *change, GError **error);

/** mc_cli_roster_add_head: members that say which roster it is: id, from, until, title, state. */
void mc_cli_roster_add_head (JsonBuilder *builder, McRoster *roster);

/** mc_cli_roster_add_result: members of a plan: status, cost, bound (of all stages, the first weighs most), stages,
 * seconds, seed, uncovered ([{day, session, code, seats}]), broken ([{rule, text, amount, cost}]). */
void mc_cli_roster_add_result (JsonBuilder *builder, McRosterProblem *problem, const McRosterSolution *solution);

/** mc_cli_roster_print_result: the same for people. */
void mc_cli_roster_print_result (McRosterProblem *problem, const McRosterSolution *solution);

G_END_DECLS
