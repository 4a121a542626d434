/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-table-row.h"

G_BEGIN_DECLS

/* What a table of a centre of a hundred people never comes near, and what a desktop
 * still holds with ease. A file beyond is refused, not half read. */
#define MC_SHEET_MAX_FILE (64 * 1024 * 1024)      /* bytes on disk */
#define MC_SHEET_MAX_UNPACKED (256 * 1024 * 1024) /* bytes taken out of a ZIP container */
#define MC_SHEET_MAX_COLUMNS 1024
#define MC_SHEET_MAX_CELLS 4000000

/**
 * McSheet:
 * @sheets: (element-type utf8): names of all sheets in the file
 * @rows: (element-type McTableRow): the rows of one sheet that hold anything, in order
 * @note: (nullable): what the person should know about how the file was read
 *
 * One sheet taken into memory, within limits.
 */
typedef struct
{
  GPtrArray *sheets;
  GPtrArray *rows;
  char *note;
  gsize n_cells;
} McSheet;

McSheet *mc_sheet_new (void);
void mc_sheet_free (McSheet *self);

/**
 * mc_sheet_edit_cell:
 * @row: from 1, as spreadsheets number rows; never smaller than in the call before
 * @column: from 0
 *
 * Returns: (transfer none): the cell to be filled; %NULL with MC_ERROR_INVALID when the sheet is too
 *   large or its rows stand in a wrong order
 */
McTableCell *mc_sheet_edit_cell (McSheet *self, guint row, guint column, GError **error);

/**
 * mc_sheet_mark_merged:
 * Marks the empty cells of the area but its first as covered. Rows and columns both inclusive, rows from 1.
 */
gboolean
mc_sheet_mark_merged (McSheet *self, guint row, guint column, guint last_row, guint last_column, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSheet, mc_sheet_free)

G_END_DECLS
