/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-evaluation-score.h"

G_BEGIN_DECLS

/** McSpreadItem: one result: who it belongs to (an agency, a rater) and its value, all of one scheme. */
typedef struct
{
  gint64 key;
  double value;
} McSpreadItem;

/**
 * McSpread:
 * How the results of one agency or rater lie, for calibration.
 *
 * @n: how many
 * @mean: their mean
 * @deviation: standard deviation (n - 1); 0 of a single one
 * @low, @high: between these the mean of all such results lies: Student's interval, as sure as 95 % for all agencies or
 *   raters together (Bonferroni), so that of many none stands out by chance alone. NAN for fewer than MC_SPREAD_LEAST
 * @others: the mean of all others; NAN where there are none
 * @apart: whether @others lies outside of the interval: worth a talk, no proof of anything. Never for too few
 */
typedef struct
{
  gint64 key;
  guint n;
  double mean;
  double deviation;
  double low;
  double high;
  double others;
  gboolean apart;
} McSpread;

/** MC_SPREAD_LEAST: fewer results than this tell nothing of an agency or a rater. */
#define MC_SPREAD_LEAST 5

/** MC_SPREAD_CONFIDENCE: of the intervals of all agencies or raters together. */
#define MC_SPREAD_CONFIDENCE 0.95

/**
 * mc_evaluation_spread:
 * @items: (element-type McSpreadItem)
 *
 * Returns: (transfer full) (element-type McSpread): by key, in the order in which keys come; with key 0 and all
 *   together at the end
 */
GArray *mc_evaluation_spread (const GArray *items);

/**
 * McRaterMark:
 * What one rater has given one person: the key of calibration by rater.
 *
 * @scheme: by which the person is evaluated
 * @role: as whom: section, supervision or director
 * @percent: of the most points, the mean of all criteria that points were given for
 * @beside: how much above (below 0: below) what the other raters gave the same person for the same criteria; NAN where
 *   nobody else has given any
 */
typedef struct
{
  gint64 scheme;
  McRaterRole role;
  char *login;
  double percent;
  double beside;
} McRaterMark;

McRaterMark *mc_rater_mark_new (gint64 scheme, McRaterRole role, const char *login, double percent, double beside);
void mc_rater_mark_free (McRaterMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McRaterMark, mc_rater_mark_free)

/**
 * McRaterSpread:
 * @marks: how the percents of a rater lie
 * @beside: how the differences to the other raters lie; n counts the people whom others rated, too
 * @apart: whether 0 lies outside of the interval of @beside: raters see different people, so that only a difference
 * over the same people says something
 */
typedef struct
{
  McRaterRole role;
  char *login;
  McSpread marks;
  McSpread beside;
  gboolean apart;
} McRaterSpread;

void mc_rater_spread_free (McRaterSpread *self);

/**
 * mc_evaluation_rater_spread:
 * @marks: (element-type McRaterMark)
 * @scheme: of which scheme
 *
 * Returns: (transfer full) (element-type McRaterSpread): by role and login; intervals are for all of them together
 */
GPtrArray *mc_evaluation_rater_spread (const GPtrArray *marks, gint64 scheme);

G_END_DECLS
