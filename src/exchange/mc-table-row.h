/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-table-cell.h"

G_BEGIN_DECLS

#define MC_TYPE_TABLE_ROW (mc_table_row_get_type ())
G_DECLARE_FINAL_TYPE (McTableRow, mc_table_row, MC, TABLE_ROW, GObject)

/**
 * mc_table_row_new:
 * @number: the row's number as the file's own program shows it, from 1 (for CSV the line it begins on)
 */
McTableRow *mc_table_row_new (guint number);

/** mc_table_row_begin: makes @self an empty row anew, as wide as it was, for readers that give one row after the other.
 */
void mc_table_row_begin (McTableRow *self, guint number);

/** mc_table_row_get_number: the row's number as the file's own program shows it, from 1. */
guint mc_table_row_get_number (McTableRow *self);

/** mc_table_row_get_n_cells: how many cells the row has; rows of one table may differ. */
guint mc_table_row_get_n_cells (McTableRow *self);

/**
 * mc_table_row_get_cell:
 * Returns: (transfer none): the cell; an empty one past the end of the row. Never %NULL.
 */
const McTableCell *mc_table_row_get_cell (McTableRow *self, guint column);

/**
 * mc_table_row_edit_cell:
 * Returns: (transfer none): the cell to be filled in while a reader makes the row; the row grows to hold it
 */
McTableCell *mc_table_row_edit_cell (McTableRow *self, guint column);

/** mc_table_row_is_empty: whether no cell holds anything but blanks. */
gboolean mc_table_row_is_empty (McTableRow *self);

/**
 * McTableRowFunc:
 * @row: made anew after the call, and its texts with it
 * @fraction: how much of the table is read, 0…1; below 0 where it is not known
 *
 * Takes one row of a table. %FALSE with @error stops.
 */
typedef gboolean (*McTableRowFunc) (McTableRow *row, double fraction, gpointer user_data, GError **error);

G_END_DECLS
