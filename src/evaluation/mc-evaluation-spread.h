/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
 * @apart: whether the mean of all lies outside of the 95 % interval of this mean (t is taken as 2 with few): worth a
 *   talk, no proof of anything. Never for fewer than 5.
 */
typedef struct
{
  gint64 key;
  guint n;
  double mean;
  double deviation;
  gboolean apart;
} McSpread;

/** MC_SPREAD_LEAST: fewer results than this tell nothing of an agency or a rater. */
#define MC_SPREAD_LEAST 5

/**
 * mc_evaluation_spread:
 * @items: (element-type McSpreadItem)
 *
 * Returns: (transfer full) (element-type McSpread): by key, in the order in which keys come; with key 0 and all
 *   together at the end
 */
GArray *mc_evaluation_spread (const GArray *items);

G_END_DECLS
