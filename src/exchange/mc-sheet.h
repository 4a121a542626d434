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

/** McSheetRowFunc: takes one row, which is made anew after it. %FALSE with @error stops. */
typedef gboolean (*McSheetRowFunc) (McTableRow *row, gpointer user_data, GError **error);

/**
 * McSheetArea:
 * A merged area, rows from 1 and columns from 0, both inclusive.
 */
typedef struct
{
  guint row;
  guint column;
  guint last_row;
  guint last_column;
} McSheetArea;

/**
 * McSheet:
 * @sheets: (element-type utf8): names of all sheets in the file
 * @rows: (element-type McTableRow): the rows of one sheet that hold anything, in order
 * @note: (nullable): what the person should know about how the file was read
 *
 * @most_rows: how many rows are taken; 0: all
 * @partial: there are more than these, and nothing is known of merged areas
 *
 * One sheet taken into memory, within limits; or, with mc_sheet_set_flow(), a sheet of which only the row under way is.
 */
typedef struct
{
  GPtrArray *sheets;
  GPtrArray *rows;
  char *note;
  gsize n_cells;
  guint most_rows;
  gboolean partial;

  McSheetRowFunc func;
  gpointer user_data;
  GArray *areas;    /* McSheetArea by first row, those that have not begun */
  guint next_area;  /* of these */
  GArray *covering; /* McSheetArea that the row may lie in */
} McSheet;

McSheet *mc_sheet_new (void);
void mc_sheet_free (McSheet *self);

/**
 * mc_sheet_set_flow:
 * @areas: (transfer full): GArray of McSheetArea, as they stand in the file
 *
 * Rows go to @func as soon as they are finished, the last with mc_sheet_end_flow().
 */
void mc_sheet_set_flow (McSheet *self, GArray *areas, McSheetRowFunc func, gpointer user_data);

/** mc_sheet_end_flow: gives the last row. */
gboolean mc_sheet_end_flow (McSheet *self, GError **error);

/**
 * mc_sheet_edit_cell:
 * @row: from 1, as spreadsheets number rows; never smaller than in the call before
 * @column: from 0
 *
 * Returns: (transfer none): the cell to be filled; %NULL with MC_ERROR_INVALID when the sheet is too
 *   large or its rows stand in a wrong order, with @partial and MC_ERROR_FAILED when it has as many rows as are taken
 */
McTableCell *mc_sheet_edit_cell (McSheet *self, guint row, guint column, GError **error);

/**
 * mc_sheet_mark_merged:
 * Marks the empty cells of the area but its first as covered.
 */
gboolean mc_sheet_mark_merged (McSheet *self, McSheetArea area, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSheet, mc_sheet_free)

G_END_DECLS
