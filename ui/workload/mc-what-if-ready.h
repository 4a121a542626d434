/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-what-if.h"

G_BEGIN_DECLS

/**
 * mc_what_if_ready_new:
 * @key: of a scenario that the menu offers: "fifteen", "twenty", "quiet", "saturday", "more", "earlier", "later"; else
 * an empty one
 * @centre: (nullable): what was measured; without it nobody knows which agencies are quiet
 *
 * Returns: (transfer full): with a name for people, "" for an empty one
 */
McScenario *mc_what_if_ready_new (const char *key, const McWhatIfCentre *centre);

G_END_DECLS
