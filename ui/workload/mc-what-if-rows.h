/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-saved-scenario.h"
#include "mc-scenario.h"

G_BEGIN_DECLS

/**
 * mc_what_if_row_new:
 * @scenario: (nullable): what @row says; %NULL: nobody can read it
 * @chosen: whether it is compared
 *
 * A scenario in a list: its name, what it does otherwise, a tick, and what can be done with it: the actions
 * "what-if.choose", "what-if.edit" and "what-if.delete" take its id (int64).
 */
GtkWidget *mc_what_if_row_new (McSavedScenario *row, const McScenario *scenario, gboolean chosen);

G_END_DECLS
