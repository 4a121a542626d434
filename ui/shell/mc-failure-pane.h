/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-profile.h"

G_BEGIN_DECLS

#define MC_TYPE_FAILURE_PANE (mc_failure_pane_get_type ())
G_DECLARE_FINAL_TYPE (McFailurePane, mc_failure_pane, MC, FAILURE_PANE, AdwBin)

/**
 * McFailurePane:
 * Why there is no session: what happened in the server's own words, what is safe, what to do. Emits "retry" (password,
 * or %NULL) and "change" (another connection).
 */

/** mc_failure_pane_show: @profile: (nullable): what was to be opened */
void mc_failure_pane_show (McFailurePane *self, McProfile *profile, const GError *error);

G_END_DECLS
