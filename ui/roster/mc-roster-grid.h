/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-grid-edit.h"
#include "mc-roster-grid-source.h"

G_BEGIN_DECLS

/** McRosterWidth: how many days fill the widget. */
typedef enum
{
  MC_ROSTER_WIDTH_MONTH,
  MC_ROSTER_WIDTH_WEEK,
  MC_ROSTER_WIDTH_DAY,
  MC_ROSTER_WIDTH_OWN, /* as it was zoomed */
} McRosterWidth;

#define MC_TYPE_ROSTER_WIDTH (mc_roster_width_get_type ())
GType mc_roster_width_get_type (void);

#define MC_TYPE_ROSTER_GRID (mc_roster_grid_get_type ())
G_DECLARE_FINAL_TYPE (McRosterGrid, mc_roster_grid, MC, ROSTER_GRID, GtkWidget)

/**
 * McRosterGrid:
 * A roster as a table of people (or counters) by days, each day of its sessions; a GtkScrollable whose names and head
 * stay in view. It shows a McRosterGridSource and writes nothing: every act is a signal.
 *
 * Properties: “source”; “editable” (bool): acts may be asked for; “width” (McRosterWidth); “today” (int, McDay);
 * “extra-menu” (GMenuModel): added to the menu of a cell; “recording” (bool): cells tell what was and not what is
 * planned: nothing is pinned, a letter that can only mean one code is taken at once, and what is typed next is for the
 * row below.
 *
 * Signals:
 *  “edit” (McGridEdit): cells are to hold something else, or to be pinned
 *  “move-cell” (uint row, uint slot, uint to_row, uint to_slot): dragged: to be moved, or swapped with what is there
 *  “drop” (string payload, uint row, uint slot): something else was dropped there (“person/12”)
 *  “activate” (uint row, uint slot): Enter or a double click; on a foot too
 *  “cursor-moved”: another cell has the cursor
 *  “selection-changed”
 *  “message” (string): why something was not asked for, to be shown and spoken
 *
 * Actions: grid.edit, grid.free, grid.pin, grid.copy, grid.cut, grid.paste, grid.fill-right, grid.fill-down,
 * grid.select-all, grid.menu, grid.zoom (int: steps; 0: as wide as the month).
 */
GtkWidget *mc_roster_grid_new (void);

void mc_roster_grid_set_source (McRosterGrid *self, McRosterGridSource *source);

/** mc_roster_grid_get_cursor: Returns: FALSE where there is no cell. Rows from the source's get_n_rows() on are feet.
 */
gboolean mc_roster_grid_get_cursor (McRosterGrid *self, guint *row, guint *slot);

/** mc_roster_grid_go_to: puts the cursor on a cell, alone selected, and brings it into view. */
void mc_roster_grid_go_to (McRosterGrid *self, guint row, guint slot);

/** mc_roster_grid_select: from a cell to another, the latter with the cursor; @add: besides what is selected. */
void mc_roster_grid_select (McRosterGrid *self, guint row, guint slot, guint to_row, guint to_slot, gboolean add);

gboolean mc_roster_grid_is_selected (McRosterGrid *self, guint row, guint slot);

/** mc_roster_grid_get_selected: (transfer full) (element-type McGridEditCell): by row and slot, without headings. */
GArray *mc_roster_grid_get_selected (McRosterGrid *self);

/** mc_roster_grid_reveal_day: scrolls as little as shows the day whole. */
void mc_roster_grid_reveal_day (McRosterGrid *self, guint day);

McRosterWidth mc_roster_grid_get_width (McRosterGrid *self);
void mc_roster_grid_set_width (McRosterGrid *self, McRosterWidth width);

/** mc_roster_grid_get_bounds: (out): where a cell is, in the widget's own pixels, in view or not. */
gboolean mc_roster_grid_get_bounds (McRosterGrid *self, guint row, guint slot, graphene_rect_t *bounds);

/** mc_roster_grid_is_complete: whether all in view has been painted. */
gboolean mc_roster_grid_is_complete (McRosterGrid *self);

/** mc_roster_grid_get_n_looks: how many cells it has asked the looks of, for tests and measurements. */
guint64 mc_roster_grid_get_n_looks (McRosterGrid *self);

G_END_DECLS
