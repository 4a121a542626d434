/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-setting.h"

G_BEGIN_DECLS

/**
 * McRatingInterval:
 * What a share of satisfied people tells, and how much.
 *
 * @n: how many ratings
 * @share: 0 to 1; 0 where there is none
 * @low, @high: between these the share of all people lies, by the method of the limits
 * @too_few: too few ratings to say anything; the share is not to be shown as a figure or compared
 */
typedef struct
{
  guint64 n;
  double share;
  double low;
  double high;
  gboolean too_few;
} McRatingInterval;

/**
 * McRatingMethod:
 * @MC_RATING_WILSON: the score interval (E. B. Wilson 1927)
 * @MC_RATING_BAYES: the equal-tailed credible interval with Jeffreys' prior, Beta(½, ½); from 0 where nobody was
 *   satisfied and to 1 where everybody was (L. D. Brown, T. T. Cai, A. DasGupta 2001)
 */
typedef enum
{
  MC_RATING_WILSON,
  MC_RATING_BAYES,
} McRatingMethod;

/**
 * McRatingLimits: what the office has set: `evaluation.min_ratings`, `.confidence`, `.burst_ratings` and `.interval`
 * (wilson or bayes).
 */
typedef struct
{
  guint min_ratings;
  double confidence;
  guint burst_ratings;
  McRatingMethod method;
} McRatingLimits;

/** MC_RATING_LIMITS_DEFAULT: as a new database has them. */
#define MC_RATING_LIMITS_DEFAULT ((McRatingLimits){ 20, 0.95, 5, MC_RATING_WILSON })

/**
 * mc_rating_limits_take_setting:
 * Takes over what @setting says, if it is one of the limits; what is no limit or no number that can be one changes
 * nothing.
 */
void mc_rating_limits_take_setting (McRatingLimits *self, McSetting *setting);

/**
 * mc_rating_interval:
 * @satisfied: how many of @n were satisfied
 *
 * Returns: the interval for the confidence of @limits
 */
McRatingInterval mc_rating_interval (guint64 satisfied, guint64 n, const McRatingLimits *limits);

/**
 * mc_rating_interval_compare:
 * Returns: below 0 if @a is worse than @b, above 0 if better; 0 if either is too few or the intervals overlap: then
 *   nobody may be ranked before the other
 */
int mc_rating_interval_compare (const McRatingInterval *a, const McRatingInterval *b);

G_END_DECLS
