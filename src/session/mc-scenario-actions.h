/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-change.h"
#include "mc-saved-scenario.h"
#include "mc-scenario.h"

G_BEGIN_DECLS

/* Keeping ways to run the centre otherwise. */

/**
 * mc_scenario_change_keep:
 * @before: (nullable): the one that becomes @scenario; %NULL: a new one is kept
 * @note: (nullable)
 */
McChange *mc_scenario_change_keep (McSavedScenario *before, const McScenario *scenario, const char *note);

/** mc_scenario_change_delete: undo brings it back. */
McChange *mc_scenario_change_delete (McSavedScenario *row);

G_END_DECLS
