/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-workload-chart.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_FEED (mc_workload_feed_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadFeed, mc_workload_feed, MC, WORKLOAD_FEED, GObject)

/**
 * McWorkloadFeed:
 * A chart of the workload and the figures beside it, which follow the database: when a file comes or is withdrawn, on
 * whichever desktop, or a name changes, they are made anew.
 *
 * Signal: `changed`, when there are another chart and other figures, or an error.
 */
McWorkloadFeed *mc_workload_feed_new (void);

/** mc_workload_feed_ask: @session (nullable); @spec is copied. What is shown stays until the answer comes. */
void mc_workload_feed_ask (McWorkloadFeed *self, McSession *session, const McWorkloadChartSpec *spec);

/** mc_workload_feed_get_chart: (transfer none) (nullable): before the first answer and where it failed. */
McChart *mc_workload_feed_get_chart (McWorkloadFeed *self);
/** mc_workload_feed_get_sum: (transfer none): of all of the time; all 0 before the first answer. */
const McWorkloadRow *mc_workload_feed_get_sum (McWorkloadFeed *self);
/** mc_workload_feed_get_before: (transfer none) (nullable): of the earlier time that it is compared with. */
const McWorkloadRow *mc_workload_feed_get_before (McWorkloadFeed *self);
/** mc_workload_feed_get_files: (transfer none) (nullable): the live list of McWorkloadFile. */
McLiveList *mc_workload_feed_get_files (McWorkloadFeed *self);
const GError *mc_workload_feed_get_error (McWorkloadFeed *self);

G_END_DECLS
