/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-saved-scenario.h"
#include "mc-scenario.h"

G_BEGIN_DECLS

#define MC_TYPE_SCENARIO_DIALOG (mc_scenario_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McScenarioDialog, mc_scenario_dialog, MC, SCENARIO_DIALOG, McActDialog)

/**
 * mc_scenario_dialog_new:
 * @row: (nullable): the one that is changed; %NULL: a new one is kept
 * @scenario: what the form begins with; copied
 *
 * A way to run the centre otherwise: its parts, and what is assumed.
 */
AdwDialog *mc_scenario_dialog_new (McSession *session, McSavedScenario *row, const McScenario *scenario);

G_END_DECLS
