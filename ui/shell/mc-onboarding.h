/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-profile.h"

G_BEGIN_DECLS

#define MC_TYPE_ONBOARDING (mc_onboarding_get_type ())
G_DECLARE_FINAL_TYPE (McOnboarding, mc_onboarding, MC, ONBOARDING, AdwBin)

/**
 * McOnboarding:
 * The first run: this computer or the office's server; then with what to begin. Emits "chosen" (McProfile,
 * McStartKind as int, password or %NULL) and "cancelled".
 */

/** mc_onboarding_restart: back to the first question. */
void mc_onboarding_restart (McOnboarding *self, gboolean can_cancel);

G_END_DECLS
