/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-criterion.h"
#include "mc-evaluation-evidence.h"
#include "mc-evaluation-scheme.h"
#include "mc-evaluation-score.h"
#include "mc-evaluation-weight.h"
#include "mc-evaluation.h"
#include "mc-rating-interval.h"

G_BEGIN_DECLS

/**
 * McEvaluationFacts:
 * One evaluation as plain rows. Borrowed.
 *
 * @criteria: (element-type McEvaluationCriterion): of @scheme, in order
 * @weights: (element-type McEvaluationWeight): of these criteria, for any posts
 * @scores: (element-type McEvaluationScore): that are to be seen, computed ones too
 * @evidence: (element-type McEvaluationEvidence)
 * @post: id of the post, for the weights
 */
typedef struct
{
  McEvaluationScheme *scheme;
  const GPtrArray *criteria;
  const GPtrArray *weights;
  const GPtrArray *scores;
  const GPtrArray *evidence;
  gint64 post;
} McEvaluationFacts;

/**
 * McEvaluationLine:
 * What one criterion comes to.
 *
 * @role: whose points count: director, else supervision, else head of section, else computed. What people say of
 *   themselves is compared and does not count. How raters overrule each other no text says: it is the house's way.
 * @points: NAN where there are none
 * @weight: percent; NAN where the scheme has no weights
 */
typedef struct
{
  gint64 criterion;
  McRaterRole role;
  double points;
  double weight;
} McEvaluationLine;

/**
 * McEvaluationResult:
 * @lines: (element-type McEvaluationLine)
 * @computed: (element-type McEvaluationScore): unsaved: the points that come from the evidence, without evaluation id
 * @total: NAN where it cannot be told
 * @band: (nullable): code of the band, after any veto
 * @veto: (nullable): code of the criterion whose veto lowered it
 * @flags: what is to be known: "missing:CODE", "too_few:CODE", "burst:CODE", "reach:"; mc_evaluation_flag_format()
 *   says it
 */
typedef struct
{
  GArray *lines;
  GPtrArray *computed;
  double total;
  char *band;
  char *veto;
  GStrv flags;
} McEvaluationResult;

/**
 * mc_evaluation_reckon:
 * Reckons an evaluation:
 * - statutory counter score: the sum of the index scores that there are (Circular 01/2018/TT-VPCP, Article 15); where
 *   all of these together could not make the best band, there is no band: it would tell of the data, not of the
 * officer;
 * - Decree 335/2025: the general criteria up to `general`, and the mean of all results times `results` (70);
 * - monthly slip: points over the most points by weight, over the weights of the criteria that there are points for.
 *
 * Returns: (transfer full) (nullable): MC_ERROR_INVALID for a scheme that cannot be read
 */
McEvaluationResult *mc_evaluation_reckon (const McEvaluationFacts *facts, const McRatingLimits *limits, GError **error);
void mc_evaluation_result_free (McEvaluationResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McEvaluationResult, mc_evaluation_result_free)

/** mc_evaluation_band_find: (transfer full) (nullable): code of the band of @bands (JSON) that @total falls into. */
char *mc_evaluation_band_find (const char *bands, double total);

/** mc_evaluation_band_dup_name: (transfer full): the name of band @code of @scheme; "" for none. */
char *mc_evaluation_band_dup_name (McEvaluationScheme *scheme, const char *code);

/** mc_evaluation_flag_format: (transfer full): a flag as a sentence; @criteria: (element-type McEvaluationCriterion).
 */
char *mc_evaluation_flag_format (const char *flag, const GPtrArray *criteria);

/**
 * mc_evaluation_cap:
 * How many may be rated at the top level: @percent of those rated at the next one (Decree 335/2025: 20 %, 25 % where
 * the unit itself is excellent), whole people only.
 */
guint mc_evaluation_cap (guint n_good, guint percent);

/**
 * McEvaluationCap: how many stand at the top level and at the next one, and how many may stand at the top.
 *
 * @most_of_excellent_unit: where the unit itself is excellent
 */
typedef struct
{
  guint n_top;
  guint n_good;
  guint most;
  guint most_of_excellent_unit;
} McEvaluationCap;

/**
 * mc_evaluation_count_cap:
 * @evaluations: (element-type McEvaluation): of other schemes too, which do not count
 *
 * Returns: whether @scheme caps its top level; else @cap is left alone
 */
gboolean mc_evaluation_count_cap (McEvaluationScheme *scheme, const GPtrArray *evaluations, McEvaluationCap *cap);

/**
 * mc_agency_counter_band:
 * An agency's counter score, with indices 5, 6, 8 and 9 (Circular 01/2018/TT-VPCP, Article 15): 18 at most; from 15
 * excellent, 12 good, 9 fair, 6 average, below weak.
 *
 * Returns: (transfer none): a word, translated
 */
const char *mc_agency_counter_band (double total);

G_END_DECLS
