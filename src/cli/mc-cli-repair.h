/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"
#include "mc-roster-repair.h"

G_BEGIN_DECLS

/** MC_CLI_REPAIR_ANSWERS_JSON: what mc_cli_repair_add_answers() writes. */
#define MC_CLI_REPAIR_ANSWERS_JSON                                                                                     \
  "[{\"uncovered\", \"cells\", \"people\", \"prices\": of each stage, \"price\": in points,\n"                         \
  "     \"moves\": [{\"person_id\", \"full_name\", \"day\", \"session\", \"before\": or null, \"after\": or null}]}]"

/** mc_cli_repair_add_answers: the member "answers". */
void mc_cli_repair_add_answers (JsonBuilder *builder, McRosterRepair *repair);

/** mc_cli_repair_print_answers: the same for people. */
void mc_cli_repair_print_answers (McRosterRepair *repair);

G_END_DECLS
