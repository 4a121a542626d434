/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-drawn-accessible.h"
#include "mc-roster-grid.h"

G_BEGIN_DECLS

/** MC_ROSTER_ROW_HEAD: in place of a row: the line of the days. */
#define MC_ROSTER_ROW_HEAD (-1)

/** MC_ROSTER_SLOT_ROW, _NAME: in place of a slot: the row itself, and its name. */
#define MC_ROSTER_SLOT_ROW (-2)
#define MC_ROSTER_SLOT_NAME (-1)

#define MC_TYPE_ROSTER_GRID_ACCESSIBLE (mc_roster_grid_accessible_get_type ())
G_DECLARE_FINAL_TYPE (McRosterGridAccessible, mc_roster_grid_accessible, MC, ROSTER_GRID_ACCESSIBLE, McDrawnAccessible)

/**
 * McRosterGridAccessible:
 * What a screen reader sees of a row or a cell. Made when somebody looks.
 */
McRosterGridAccessible *mc_roster_grid_accessible_new (McRosterGrid *grid, int row, int slot, GtkAccessibleRole role);

int mc_roster_grid_accessible_get_row (McRosterGridAccessible *self);
int mc_roster_grid_accessible_get_slot (McRosterGridAccessible *self);

/** mc_roster_grid_accessible_set_selected: as it is now; only changes are told. */
void mc_roster_grid_accessible_set_selected (McRosterGridAccessible *self, gboolean selected);

/* What the grid answers (mc-roster-grid-access.c); objects are (transfer full) (nullable). */
GtkAccessible *mc_roster_grid_access_get_parent (McRosterGrid *self, int row, int slot);
GtkAccessible *mc_roster_grid_access_get_first (McRosterGrid *self, int row, int slot);
GtkAccessible *mc_roster_grid_access_get_next (McRosterGrid *self, int row, int slot);
gboolean mc_roster_grid_access_get_box (McRosterGrid *self, int row, int slot, graphene_rect_t *box);
gboolean mc_roster_grid_access_has_focus (McRosterGrid *self, int row, int slot);

G_END_DECLS
