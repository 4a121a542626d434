/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-application.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_WINDOW (mc_window_get_type ())
G_DECLARE_FINAL_TYPE (McWindow, mc_window, MC, WINDOW, AdwApplicationWindow)

/**
 * McWindow:
 * One window, one session: welcome on the first run, progress while it starts, the reason when it cannot, and then the
 * pages. Its "win.…" actions work from every widget and dialog inside it; mc-window-actions.c lists them.
 */
McWindow *mc_window_new (McApplication *application);

/**
 * mc_window_start:
 * @start: not MC_START_NONE: this computer's own server, filled so where it is empty
 * @database: (nullable): a URI; the connection is not saved
 * @profile: (nullable): the name of a saved connection
 *
 * Goes to what is named; else to the connection used last; else asks.
 */
void mc_window_start (McWindow *self, McStartKind start, const char *database, const char *profile);

/**
 * mc_window_connect:
 * @password: (nullable): %NULL takes a saved one
 *
 * Leaves the present session and opens one on @profile. Once online, @profile is saved as the one used last.
 */
void mc_window_connect (McWindow *self, McProfile *profile, McStartKind start, const char *password);

/** mc_window_get_session: Returns: (transfer none) (nullable) */
McSession *mc_window_get_session (McWindow *self);

/**
 * mc_window_leave_when_ready:
 * Closes the window once its first page is painted with all that it has to show. For measuring the start from outside.
 */
void mc_window_leave_when_ready (McWindow *self);

G_END_DECLS
