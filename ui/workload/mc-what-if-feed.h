/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-what-if.h"

G_BEGIN_DECLS

#define MC_TYPE_WHAT_IF_FEED (mc_what_if_feed_get_type ())
G_DECLARE_FINAL_TYPE (McWhatIfFeed, mc_what_if_feed, MC, WHAT_IF_FEED, GObject)

/**
 * McWhatIfFeed:
 * What comes of some ways to run the centre, by what was measured: read from the database, reckoned on a thread of its
 * own, and again when figures come or go, on whichever desktop.
 *
 * Signal: `changed`, when it begins, and when it ends with results, with an error or stopped.
 */
McWhatIfFeed *mc_what_if_feed_new (McSession *session);

/**
 * mc_what_if_feed_ask:
 * @days: that were measured, both ends given
 * @scenarios: (element-type McScenario): held; not changed any more
 *
 * What is under way is dropped; what is shown stays until the answer comes.
 */
void mc_what_if_feed_ask (McWhatIfFeed *self, McPeriod days, GPtrArray *scenarios);

/** mc_what_if_feed_stop: ends what is under way; nothing is asked again until mc_what_if_feed_ask(). */
void mc_what_if_feed_stop (McWhatIfFeed *self);

gboolean mc_what_if_feed_get_running (McWhatIfFeed *self);
/** mc_what_if_feed_get_stopped: the last question was. */
gboolean mc_what_if_feed_get_stopped (McWhatIfFeed *self);

/* (transfer none) (nullable): of the last answer: as mc_what_if_run_all() has them; %NULL before the first. */
const McWhatIfCentre *mc_what_if_feed_get_centre (McWhatIfFeed *self);
GPtrArray *mc_what_if_feed_get_scenarios (McWhatIfFeed *self);
GPtrArray *mc_what_if_feed_get_results (McWhatIfFeed *self);
GPtrArray *mc_what_if_feed_get_failures (McWhatIfFeed *self);
/** mc_what_if_feed_get_error: (nullable): why the last question has no answer. */
const GError *mc_what_if_feed_get_error (McWhatIfFeed *self);

G_END_DECLS
