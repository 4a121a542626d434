/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-evaluation-criterion.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-score.h"
#include "mc-evaluation-spread.h"
#include "mc-evaluation-text.h"
#include "mc-evaluation.h"
#include "mc-session.h"

G_BEGIN_DECLS

/* The acts of an evaluation as changes, to be committed. A text that is given, a signature and a reopening are final:
 * the database takes none of them back. */

/** mc_evaluation_change_cycle: (transfer full): opens the whole month, quarter or year that @day is in. */
McChange *mc_evaluation_change_cycle (McCycleKind kind, McDay day);

/**
 * mc_evaluation_change_score:
 * @before: (nullable): the points that this rater has given so far
 * @role: as whom; computed ones are made by mc_session_run_evaluations()
 * @reason: (nullable): why
 */
McChange *mc_evaluation_change_score (McEvaluationScore *before,
                                      McEvaluation *evaluation,
                                      McEvaluationCriterion *criterion,
                                      McRaterRole role,
                                      double points,
                                      const char *reason);

/**
 * mc_evaluation_find_score: (transfer none) (nullable): the points of @role for the criterion.
 *
 * @scores: of McEvaluationScore, of one evaluation
 */
McEvaluationScore *mc_evaluation_find_score (McLiveList *scores, gint64 criterion, McRaterRole role);

/**
 * mc_evaluation_change_text:
 * @before: (nullable): what this rater has written so far
 * @given: hands it over with the points: neither changes any more, and it is the next one's turn
 */
McChange *mc_evaluation_change_text (
    McEvaluationText *before, McEvaluation *evaluation, McTextRole role, const char *body, gboolean given);

/** mc_evaluation_change_waive: a leader goes on without self, head or supervision, whose turn it is; says @why. */
McChange *mc_evaluation_change_waive (McEvaluation *evaluation, McTextRole role, const char *why);

/** mc_evaluation_change_sign: freezes it and adds it to the chain. Refused to all but the director and the deputies. */
McChange *mc_evaluation_change_sign (McEvaluation *evaluation);

/** mc_evaluation_change_reopen: a new evaluation that names the signed one; that one stays as it is. */
McChange *mc_evaluation_change_reopen (McEvaluation *signed_one, const char *reason);

/** mc_evaluation_change_home: the final rating of the home agency; @number, @note: (nullable), @day: MC_DAY_NONE. */
McChange *mc_evaluation_change_home (
    McEvaluation *signed_one, McHomeLevel level, const char *number, McDay day, const char *note);

/**
 * mc_session_open_evaluations:
 * @day: any day of the cycle
 * @scheme: (nullable): code of the one scheme that is meant
 * @person: the one person who is meant; 0: all who were here
 *
 * Opens the cycle and the evaluations of it that are not there yet; reckon each then. For the leaders.
 *
 * Returns: (transfer full): future of the cycle's id (int64)
 */
DexFuture *
mc_session_open_evaluations (McSession *self, McCycleKind kind, McDay day, const char *scheme, gint64 person);

/**
 * mc_session_reckon_evaluation:
 * Gathers the evidence anew, computes points, and writes total, band, veto and flags; not undoable. For the leaders.
 *
 * Returns: (transfer full): future of the McEvaluation as it is then
 */
DexFuture *mc_session_reckon_evaluation (McSession *self, gint64 evaluation);

/**
 * mc_session_sign_evaluation:
 * Reckons it once more, so that the figures of the moment are signed, and signs it (mc_evaluation_change_sign()).
 *
 * Returns: (transfer full): future of McCommitResult; as mc_session_commit()
 */
DexFuture *mc_session_sign_evaluation (McSession *self, gint64 evaluation);

/**
 * mc_session_try_scheme:
 * @scheme: code of a saved scheme, for whatever cycles it is meant
 *
 * What it would give all who were here in the cycle around @day; nothing is kept.
 *
 * Returns: (transfer full): future of a GPtrArray of McEvaluation: person, post, total, band, veto, flags
 */
DexFuture *mc_session_try_scheme (McSession *self, McCycleKind kind, McDay day, const char *scheme);

/**
 * mc_session_load_marks: what the raters of a cycle have given, for calibration; as far as whoever asks sees it.
 *
 * Returns: (transfer full): future of a GPtrArray of McRaterMark
 */
DexFuture *mc_session_load_marks (McSession *self, gint64 cycle);

/** mc_session_read_seal: future of the frozen content (nullable string, JSON) of a signed evaluation. */
DexFuture *mc_session_read_seal (McSession *self, gint64 evaluation);

G_END_DECLS
