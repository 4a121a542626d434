/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-criterion.h"
#include "mc-figures.h"
#include "mc-rating-interval.h"

G_BEGIN_DECLS

/**
 * McPointsOutcome:
 * @MC_POINTS_COMPUTED: there are points
 * @MC_POINTS_GIVEN: the criterion has no rule: people give its points
 * @MC_POINTS_MISSING: there are no figures to compute them from
 * @MC_POINTS_TOO_FEW: the figures are too few ratings
 */
typedef enum
{
  MC_POINTS_COMPUTED,
  MC_POINTS_GIVEN,
  MC_POINTS_MISSING,
  MC_POINTS_TOO_FEW,
} McPointsOutcome;

/**
 * mc_evaluation_points:
 * Points of a criterion from the figures of its evidence, by its rule (JSON, member `how`):
 *
 * - `index`: the figures named in `best`, `middle`, `worst` count 2, 1 and 0 points each; the sum divided by how many
 *   there are, rounded to one decimal (Circular 01/2018/TT-VPCP, Articles 13 to 15).
 * - `share`: figures of `part` over those of `whole`, of the most points; with `enough`, MC_POINTS_TOO_FEW under the
 *   minimum of ratings.
 * - `deduct`: the most points less, for each figure of `each`, its number times the points said there; not below 0.
 * - `gain`: for each figure of `each`, its number times the points said there; not above the most points.
 * - `products`: percent of the converted products that were assigned (figure `assigned`): `quantity` of those done
 *   (`done`); `quality` and `progress` of those done, less `deduct_percent` of a product for each fault or delay of it:
 *   `faults_1` counts the products with one fault, `faults_2` those with two, up to 4 and more; `delays_1` likewise.
 *   A product has no less than 0 (Decree 335/2025/NĐ-CP). Faults and delays with an objective cause that was
 *   confirmed are not counted by whoever enters them.
 *
 * @points: (out): only when computed; rounded to two decimals
 * @error: MC_ERROR_INVALID for a rule that cannot be read; @outcome is then undefined
 */
gboolean mc_evaluation_points (McEvaluationCriterion *criterion,
                               McFigures *figures,
                               const McRatingLimits *limits,
                               McPointsOutcome *outcome,
                               double *points,
                               GError **error);

/** mc_evaluation_round: to @decimals, half away from zero, as people do by hand; 1.25 is 1.3. */
double mc_evaluation_round (double value, int decimals);

G_END_DECLS
