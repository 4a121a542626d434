/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-cli-repair.h"
#include "mc-cli.h"
#include "mc-leave-check.h"

G_BEGIN_DECLS

/** MC_CLI_ABSENCE_JSON: what one absence is in --json. */
#define MC_CLI_ABSENCE_JSON                                                                                            \
  "{\"id\", \"person_id\", \"full_name\", \"from\", \"until\": first and last day, \"half\": \"day\", \"morning\" or " \
  "\"afternoon\",\n"                                                                                                   \
  "    \"starts\", \"ends\": HH:MM or null, \"days\": working days, \"excused\", \"kind\": word or null,\n"            \
  "    \"state\": \"reported\", \"requested\", \"agreed\", \"refused\" or \"cancelled\", \"answered_by\",\n"           \
  "    \"home_word\": \"not_needed\", \"awaited\", \"agreed\" or \"refused\", \"paper_no\", \"counts\": is away}"

/** mc_cli_absence_kind: (nullable): @kind may be %NULL: none. Errors: usage */
gboolean mc_cli_absence_kind (const char *text, McAbsenceKind *kind, GError **error);

/** mc_cli_absence_build: one absence as an object. @name: whose. */
void mc_cli_absence_build (
    JsonBuilder *builder, McAbsence *absence, McAbsenceKind kind, const char *name, McWorkCalendar *calendar);

/** mc_cli_absence_describe: (transfer full): when, for people: "05/12/2026 – 07/12/2026, morning, 08:00–09:30". */
char *mc_cli_absence_describe (McAbsence *absence);

/** MC_CLI_ABSENCE_PREVIEW_JSON: what mc_cli_absence_preview() prints with --json. */
#define MC_CLI_ABSENCE_PREVIEW_JSON                                                                                    \
  "{\"id\", \"person_id\", \"full_name\", \"by\": \"roster\" or \"standing\", \"until\": the last day looked at,\n"    \
  "   \"losses\": [{\"code\", \"name\", \"closes\": nobody is left, \"sessions\": [{\"day\", \"session\"}]}],\n"       \
  "   \"answers\": " MC_CLI_REPAIR_ANSWERS_JSON "}"

/**
 * mc_cli_absence_preview:
 * @name: whose it is
 *
 * (on a fiber) Prints what an absence closes, and the cheapest ways to go on, by the published roster, or by the
 * standing assignments where none is.
 */
gboolean mc_cli_absence_preview (McCli *cli, McStore *store, McAbsence *absence, const char *name, GError **error);

/** mc_cli_list_model: (on a fiber) (transfer full) (nullable): all rows of a noun; empty where the role may not read
 * it. */
GListModel *mc_cli_list_model (McStore *store, GType noun, GError **error);

/** mc_cli_query_model: the same of the rows that @query (nullable) asks for. */
GListModel *mc_cli_query_model (McStore *store, GType noun, McQuery *query, GError **error);

G_END_DECLS
