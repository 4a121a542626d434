/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-rows.h"
#include "mc-evaluation-criterion.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-scheme.h"
#include "mc-evaluation-score.h"
#include "mc-evaluation-text.h"
#include "mc-evaluation-weight.h"
#include "mc-evaluation.h"
#include "mc-rating-interval.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_BOOK (mc_evaluation_book_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationBook, mc_evaluation_book, MC, EVALUATION_BOOK, GObject)

/**
 * McEvaluationBook:
 * What the pages of evaluation look up: cycles, schemes, criteria, names, and who the person at work is in an
 * evaluation. Signal `changed` (): something reads otherwise now.
 */
McEvaluationBook *mc_evaluation_book_new (McSession *session);

McSession *mc_evaluation_book_get_session (McEvaluationBook *self);

/* (transfer none): McEvaluationCycle, McEvaluation */
McLiveList *mc_evaluation_book_get_cycles (McEvaluationBook *self);
McLiveList *mc_evaluation_book_get_evaluations (McEvaluationBook *self);

/* (transfer none) (nullable): as long as they were not read */
McEvaluationScheme *mc_evaluation_book_get_scheme (McEvaluationBook *self, McEvaluation *evaluation);
McEvaluationCycle *mc_evaluation_book_get_cycle (McEvaluationBook *self, McEvaluation *evaluation);

/** mc_evaluation_book_get_limits: from which ratings on a share is told, and how sure, as the office has set. */
McRatingLimits mc_evaluation_book_get_limits (McEvaluationBook *self);

/** mc_evaluation_book_dup_schemes: (transfer full) (element-type McEvaluationScheme): that are in force today. */
GPtrArray *mc_evaluation_book_dup_schemes (McEvaluationBook *self);

/** mc_evaluation_book_dup_criteria: (transfer full) (element-type McEvaluationCriterion): of its scheme, in order. */
GPtrArray *mc_evaluation_book_dup_criteria (McEvaluationBook *self, McEvaluation *evaluation);

/* (transfer none): McEvaluationScheme, McPost */
McLiveList *mc_evaluation_book_get_schemes (McEvaluationBook *self);
McLiveList *mc_evaluation_book_get_posts (McEvaluationBook *self);

/** mc_evaluation_book_dup_scheme_criteria: (transfer full) (element-type McEvaluationCriterion): in order. */
GPtrArray *mc_evaluation_book_dup_scheme_criteria (McEvaluationBook *self, gint64 scheme);
/** mc_evaluation_book_dup_weights: (transfer full) (element-type McEvaluationWeight): of all schemes. */
GPtrArray *mc_evaluation_book_dup_weights (McEvaluationBook *self);

/**
 * mc_evaluation_book_count_use:
 * @until: (out): the first day after the last cycle that somebody is evaluated in by @scheme; MC_DAY_NONE for none
 *
 * Returns: how many evaluations by @scheme are signed, as far as whoever is at work sees them
 */
guint mc_evaluation_book_count_use (McEvaluationBook *self, gint64 scheme, McDay *until);

/** mc_evaluation_book_find_next: (transfer none) (nullable): the evaluation that reopens this one. */
McEvaluation *mc_evaluation_book_find_next (McEvaluationBook *self, McEvaluation *evaluation);

/* (transfer full): "…" as long as they were not read */
char *mc_evaluation_book_dup_person (McEvaluationBook *self, McEvaluation *evaluation);
char *mc_evaluation_book_dup_agency (McEvaluationBook *self, McEvaluation *evaluation);
/** mc_evaluation_book_dup_person_key: (transfer full) (nullable): by which names are sorted, the given name first. */
char *mc_evaluation_book_dup_person_key (McEvaluationBook *self, McEvaluation *evaluation);
char *mc_evaluation_book_dup_agency_code (McEvaluationBook *self, McEvaluation *evaluation);
/** mc_evaluation_book_dup_band: (transfer full): its name; "–" while there is none. */
char *mc_evaluation_book_dup_band (McEvaluationBook *self, McEvaluation *evaluation);
/** mc_evaluation_book_dup_total: (transfer full): with its decimals; "–" while there is none. */
char *mc_evaluation_book_dup_total (McEvaluationBook *self, McEvaluation *evaluation);

/** mc_evaluation_book_dup_signer: (transfer full) (nullable): the name of the account that signed it. */
char *mc_evaluation_book_dup_signer (McEvaluationBook *self, McEvaluation *evaluation);

/** mc_evaluation_book_dup_account: (transfer full): the name of the account @login, else the login. */
char *mc_evaluation_book_dup_account (McEvaluationBook *self, const char *login);

/**
 * mc_evaluation_book_may: whether who is at work gives points and a text in @evaluation in this role; the database
 * judges by the same (centre.may_rate()).
 */
gboolean mc_evaluation_book_may (McEvaluationBook *self, McEvaluation *evaluation, McRaterRole role);

/** mc_evaluation_book_leads: whether who is at work is the director or a deputy and may write. */
gboolean mc_evaluation_book_leads (McEvaluationBook *self);

/** mc_evaluation_turn: whose turn it is in @evaluation; MC_RATER_COMPUTED when it is signed. */
McRaterRole mc_evaluation_turn (McEvaluation *evaluation);

G_END_DECLS
