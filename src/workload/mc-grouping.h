/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MC_GROUPING_MOST: so many agencies at most. */
#define MC_GROUPING_MOST 30

/**
 * McGroupingCost:
 * @members: bits of the agencies that share
 * @counters: how many counters they have together, 1 or more
 *
 * Returns: what it costs if they share these; INFINITY if they cannot
 */
typedef double (*McGroupingCost) (guint32 members, guint counters, gpointer data);

/** McGroup: agencies that share counters. */
typedef struct
{
  guint32 members;
  guint counters;
  double cost;
} McGroup;

/**
 * mc_grouping_find:
 * @n: agencies, 1 to MC_GROUPING_MOST
 * @counters: how many counters there are
 * @most_members: how many agencies may share at most
 * @most_counters: how many counters a group may have at most
 * @cancel: (nullable)
 * @error: MC_ERROR_INVALID: there is no grouping of finite cost; MC_ERROR_CANCELLED
 *
 * The grouping of least total cost in which each agency is in one group and the counters suffice: a set partitioning
 * problem over all groups that are small enough, solved to proven optimality (HiGHS). There are so few of them that
 * each can be priced by what it really comes to.
 *
 * Returns: (transfer full) (element-type McGroup): by their first agency
 */
GArray *mc_grouping_find (guint n,
                          guint counters,
                          guint most_members,
                          guint most_counters,
                          McGroupingCost cost,
                          gpointer data,
                          GCancellable *cancel,
                          GError **error);

G_END_DECLS
