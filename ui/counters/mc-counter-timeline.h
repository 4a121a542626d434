/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-counter-assignment.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_TIMELINE (mc_counter_timeline_get_type ())
G_DECLARE_FINAL_TYPE (McCounterTimeline, mc_counter_timeline, MC, COUNTER_TIMELINE, AdwBin)

/** McCounterTimelineName: (transfer full): what stands before the line on which @row lies. */
typedef char *(*McCounterTimelineName) (McCounterAssignment *row, gpointer user_data);

/**
 * McCounterTimeline:
 * Work at counters over time: a line for each person of a counter, or for each counter of a person, all on one scale,
 * with a mark at the day that is looked at. Standbys are drawn thinner. Each line has its periods in words for screen
 * readers and as its tooltip.
 */

/**
 * mc_counter_timeline_show:
 * @rows: (nullable): of McCounterAssignment
 * @name: rows of the same name lie on one line
 */
void mc_counter_timeline_show (
    McCounterTimeline *self, GListModel *rows, McDay day, McCounterTimelineName name, gpointer user_data);

/** mc_counter_timeline_refresh: the names may have changed. */
void mc_counter_timeline_refresh (McCounterTimeline *self);

G_END_DECLS
