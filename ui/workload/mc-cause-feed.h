/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-wait-cause.h"

G_BEGIN_DECLS

#define MC_TYPE_CAUSE_FEED (mc_cause_feed_get_type ())
G_DECLARE_FINAL_TYPE (McCauseFeed, mc_cause_feed, MC, CAUSE_FEED, GObject)

/**
 * McCauseFeed:
 * What stood beside a time of waiting, following the database: the figures, who was at the counters and who was away.
 *
 * Signal `changed`: something of it is another now.
 */
McCauseFeed *mc_cause_feed_new (McSession *session);

/** mc_cause_feed_look_at: @time is copied. */
void mc_cause_feed_look_at (McCauseFeed *self, const McWaitTime *time);
const McWaitTime *mc_cause_feed_get_time (McCauseFeed *self);

/** mc_cause_feed_get_cause: (transfer none) (nullable): before the answer, and where it failed. */
const McWaitCause *mc_cause_feed_get_cause (McCauseFeed *self);
const GError *mc_cause_feed_get_error (McCauseFeed *self);

/** mc_cause_feed_get_states: (transfer none) (nullable) (element-type McCounterState): before all is loaded. */
GPtrArray *mc_cause_feed_get_states (McCauseFeed *self, McDaySession session);
/** mc_cause_feed_dup_absent: (transfer full) (element-type McAbsenceEntry): who was away at the time, by name. */
GPtrArray *mc_cause_feed_dup_absent (McCauseFeed *self);
/** mc_cause_feed_is_rostered: whether a roster tells who was where; else the standing assignments do. */
gboolean mc_cause_feed_is_rostered (McCauseFeed *self);

/** mc_cause_feed_get_counters: (transfer none): the live list of McCounterEntry of the day. */
McLiveList *mc_cause_feed_get_counters (McCauseFeed *self);
/** mc_cause_feed_dup_name: (transfer full): of a field or procedure. */
char *mc_cause_feed_dup_name (McCauseFeed *self, McWorkloadBy by, gint64 key);

G_END_DECLS
