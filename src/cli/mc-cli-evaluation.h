/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"
#include "mc-evaluation-criterion.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-scheme.h"
#include "mc-evaluation.h"

G_BEGIN_DECLS

/* What the commands on evaluations share. All on a fiber. */

/** McCliEvaluationBook: all schemes and cycles, and the people and agencies by number. */
typedef struct
{
  GPtrArray *schemes, *criteria, *cycles, *people, *agencies;
} McCliEvaluationBook;

McCliEvaluationBook *mc_cli_evaluation_book_new (McStore *store, GError **error);
void mc_cli_evaluation_book_free (McCliEvaluationBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McCliEvaluationBook, mc_cli_evaluation_book_free)

/** mc_cli_evaluation_find: (transfer none) (nullable): the row of @rows with this id. */
gpointer mc_cli_evaluation_find (const GPtrArray *rows, gint64 id);

/** mc_cli_evaluation_person: (transfer none): a name; "" where the person is not to be seen. */
const char *mc_cli_evaluation_person (McCliEvaluationBook *self, gint64 id);

/** mc_cli_parse_cycle: "2026-09" is a month, "2026-Q3" a quarter, "2026" a year; MC_CLI_ERROR_USAGE. */
gboolean mc_cli_parse_cycle (const char *text, McCycleKind *kind, McDay *day, GError **error);

/**
 * mc_cli_evaluation_list:
 * @scheme: (nullable): code
 * @person: 0 for all
 *
 * Returns: (transfer full) (nullable): of McEvaluation that the role may see, of the cycle that holds @day
 */
GPtrArray *mc_cli_evaluation_list (McStore *store,
                                   McCliEvaluationBook *book,
                                   McCycleKind kind,
                                   McDay day,
                                   const char *scheme,
                                   gint64 person,
                                   GError **error);

/** mc_cli_evaluation_add: an object: id, person_id, full_name, agency, scheme, state, total, band, veto, flags,
 * reopens, signed_by, home_level. */
void mc_cli_evaluation_add (JsonBuilder *builder, McCliEvaluationBook *book, McEvaluation *evaluation);

/** mc_cli_evaluation_print: a table of them for people. */
void mc_cli_evaluation_print (McCliEvaluationBook *book, const GPtrArray *evaluations);

/** mc_cli_evaluation_dup_flags: (transfer full): the flags of one as sentences, "; " between them. */
char *mc_cli_evaluation_dup_flags (McCliEvaluationBook *book, McEvaluation *evaluation);

#define MC_CLI_EVALUATION_JSON                                                                                         \
  "{\"id\", \"person_id\", \"full_name\", \"agency\", \"scheme\", \"state\", \"total\", \"band\", \"veto\", "          \
  "\"flags\", \"reopens\", \"signed_by\", \"home_level\"}"

G_END_DECLS
