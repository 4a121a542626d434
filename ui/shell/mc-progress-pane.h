/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_PROGRESS_PANE (mc_progress_pane_get_type ())
G_DECLARE_FINAL_TYPE (McProgressPane, mc_progress_pane, MC, PROGRESS_PANE, AdwBin)

/**
 * McProgressPane:
 * What is under way while a session starts. Shows nothing for the first 200 ms, so that a quick start does not flicker.
 * Emits "cancelled" when the person would rather choose another connection.
 */
void mc_progress_pane_set_connection (McProgressPane *self, const char *label);

/** mc_progress_pane_set: @fraction: 0 to 1; below 0 when unknown */
void mc_progress_pane_set (McProgressPane *self, const char *message, double fraction);

G_END_DECLS
