/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-evaluation-criterion.h"
#include "mc-evaluation-scheme.h"
#include "mc-evaluation-weight.h"
#include "mc-evaluation-cycle.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_SCHEME_DRAFT (mc_scheme_draft_get_type ())
G_DECLARE_FINAL_TYPE (McSchemeDraft, mc_scheme_draft, MC, SCHEME_DRAFT, GObject)

/**
 * McSchemeDraft:
 * A scheme of evaluation while it is edited: its row, its criteria in order, and their weights for each post. Nothing
 * is written before mc_scheme_draft_new_change() is committed. What was signed is not edited: set the day from which a
 * new version holds, and the change ends the old one there.
 *
 * Call mc_scheme_draft_begin() before each edit of the scheme or a criterion, and mc_scheme_draft_edited() after it;
 * the other edits do so themselves. Signal `changed` (): it reads otherwise now.
 */

/**
 * mc_scheme_draft_new:
 * @scheme: (nullable): as it is in the database; %NULL for a new monthly slip that begins on @from
 * @criteria: (element-type McEvaluationCriterion) (nullable): of @scheme
 * @weights: (element-type McEvaluationWeight) (nullable): of @criteria; of others they are passed over
 */
McSchemeDraft *
mc_scheme_draft_new (McEvaluationScheme *scheme, const GPtrArray *criteria, const GPtrArray *weights, McDay from);

/**
 * mc_scheme_draft_copy:
 * @code: of the copy; no other scheme has it
 *
 * Returns: (transfer full): a new scheme of the house with the same criteria, beginning on @from. A scheme of the law
 * is not copied: the ways in which its points add up are its own.
 */
McSchemeDraft *mc_scheme_draft_copy (McSchemeDraft *self, const char *code, const char *name, McDay from);

/** mc_scheme_draft_get_scheme: (transfer none): to be edited. */
McEvaluationScheme *mc_scheme_draft_get_scheme (McSchemeDraft *self);

guint mc_scheme_draft_get_n_criteria (McSchemeDraft *self);
/** mc_scheme_draft_get_criterion: (transfer none): to be edited. */
McEvaluationCriterion *mc_scheme_draft_get_criterion (McSchemeDraft *self, guint at);
/** mc_scheme_draft_add_criterion: (transfer none): a new one at the end, of weight 0. */
McEvaluationCriterion *mc_scheme_draft_add_criterion (McSchemeDraft *self);
void mc_scheme_draft_remove_criterion (McSchemeDraft *self, guint at);
/** mc_scheme_draft_move_criterion: @by: -1 up, 1 down; at the ends nothing happens. */
void mc_scheme_draft_move_criterion (McSchemeDraft *self, guint at, int by);

/** mc_scheme_draft_get_posts: (transfer none) (element-type gint64): with weights of their own; first 0, all others. */
const GArray *mc_scheme_draft_get_posts (McSchemeDraft *self);
/** mc_scheme_draft_add_post: weights of its own for @post, as they are for all others so far. */
void mc_scheme_draft_add_post (McSchemeDraft *self, gint64 post);
void mc_scheme_draft_remove_post (McSchemeDraft *self, gint64 post);
double mc_scheme_draft_get_weight (McSchemeDraft *self, guint at, gint64 post);
void mc_scheme_draft_set_weight (McSchemeDraft *self, guint at, gint64 post, double weight);
/** mc_scheme_draft_sum: of all weights for @post; 100 where it is whole. */
double mc_scheme_draft_sum (McSchemeDraft *self, gint64 post);

/** mc_scheme_draft_set_version: the first day of a new version; MC_DAY_NONE: the version that is there is edited. */
void mc_scheme_draft_set_version (McSchemeDraft *self, McDay from);
McDay mc_scheme_draft_get_version (McSchemeDraft *self);

/**
 * mc_scheme_draft_begin:
 * @what: which edit; successive edits of the same one, such as letters of a name, are one step of undo
 */
void mc_scheme_draft_begin (McSchemeDraft *self, const char *what);
/** mc_scheme_draft_edited: tells that the scheme or a criterion was edited. */
void mc_scheme_draft_edited (McSchemeDraft *self);
/** mc_scheme_draft_turn: undoes the last step, or with @redo does the last that was undone again. */
void mc_scheme_draft_turn (McSchemeDraft *self, gboolean redo);
gboolean mc_scheme_draft_can_turn (McSchemeDraft *self, gboolean redo);

/** mc_scheme_draft_find_problem: (transfer full) (nullable): why the database would refuse it, as a sentence. */
char *mc_scheme_draft_find_problem (McSchemeDraft *self);

/** mc_scheme_draft_new_change: (transfer full): what to commit; empty where nothing was edited. One step of undo. */
McChange *mc_scheme_draft_new_change (McSchemeDraft *self);

/**
 * mc_scheme_draft_try:
 * What the draft would give all who were here in the cycle around @day, from the evidence alone; nothing is kept.
 *
 * Returns: (transfer full): future of a GPtrArray of McEvaluation, as mc_session_try_scheme()
 */
DexFuture *mc_scheme_draft_try (McSchemeDraft *self, McSession *session, McCycleKind kind, McDay day);

G_END_DECLS
