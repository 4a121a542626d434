/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-config.h"

G_BEGIN_DECLS

/**
 * McPgListenerState:
 * @MC_PG_LISTENER_STOPPED: not started, or stopped
 * @MC_PG_LISTENER_CONNECTING: on the way to the first or the next connection
 * @MC_PG_LISTENER_LISTENING: notifications come. What happened before this moment was not heard: read afresh
 * @MC_PG_LISTENER_LOST: no connection; the next try comes by itself
 */
typedef enum
{
  MC_PG_LISTENER_STOPPED,
  MC_PG_LISTENER_CONNECTING,
  MC_PG_LISTENER_LISTENING,
  MC_PG_LISTENER_LOST,
} McPgListenerState;

/**
 * McPgListener:
 * A connection of its own that LISTENs on some channels and comes back by itself: after 0.25 s, then twice as long each
 * time up to 30 s, each wait varied by half so that all desktops do not knock at once.
 *
 * Signals, emitted from the main loop, never from a fiber:
 * - "notification" (const char *channel, const char *payload)
 * - "state" (guint state, const GError *error): @error (nullable) says why it was lost
 */
#define MC_TYPE_PG_LISTENER (mc_pg_listener_get_type ())
G_DECLARE_FINAL_TYPE (McPgListener, mc_pg_listener, MC, PG_LISTENER, GObject)

/** mc_pg_listener_new: @config: copied; @channels: %NULL-terminated. Not started yet. */
McPgListener *mc_pg_listener_new (const McPgConfig *config, const char *const *channels);

void mc_pg_listener_start (McPgListener *self);
/** mc_pg_listener_stop: at once; nothing is emitted afterwards. Needless before the last unref. */
void mc_pg_listener_stop (McPgListener *self);
/** mc_pg_listener_retry: tries now instead of at the end of the wait, as when a person asks for it */
void mc_pg_listener_retry (McPgListener *self);
/** mc_pg_listener_set_config: @config: copied; for the next connection */
void mc_pg_listener_set_config (McPgListener *self, const McPgConfig *config);
McPgListenerState mc_pg_listener_get_state (McPgListener *self);

G_END_DECLS
