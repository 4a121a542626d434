/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-view.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_PANEL (mc_roster_panel_get_type ())
G_DECLARE_FINAL_TYPE (McRosterPanel, mc_roster_panel, MC, ROSTER_PANEL, AdwBin)

/**
 * McRosterPanel:
 * Beside the grid: why a cell is as it is, who else could take it and at what price, and what is wrong in the whole
 * roster, each with the way to its cell. It reckons only while it is seen.
 *
 * Property “editable” (bool): whether somebody may be put in another's place.
 *
 * Signals: “take” (gint64 person): that person shall have the cell; “go-to” (uint row, uint slot)
 */
void mc_roster_panel_set_view (McRosterPanel *self, McRosterView *view);

/** mc_roster_panel_look_at: the cell of the view that is explained. */
void mc_roster_panel_look_at (McRosterPanel *self, guint row, guint slot);

/** mc_roster_panel_look_away: no cell. */
void mc_roster_panel_look_away (McRosterPanel *self);

/** mc_roster_panel_refresh: the roster is another. */
void mc_roster_panel_refresh (McRosterPanel *self);

/** mc_roster_panel_get_n_swaps: swap requests of this roster that wait for a decision (property `n-swaps`, notifying).
 */
guint mc_roster_panel_get_n_swaps (McRosterPanel *self);

G_END_DECLS
