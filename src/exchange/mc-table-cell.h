/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McCellKind:
 * @MC_CELL_EMPTY: nothing in the cell
 * @MC_CELL_TEXT: text
 * @MC_CELL_NUMBER: a number; Excel keeps some days as plain numbers too
 * @MC_CELL_DATE: a day, with or without a time of day
 * @MC_CELL_BOOL: yes or no
 * @MC_CELL_ERROR: the file itself holds no usable value here; the text says why
 */
typedef enum
{
  MC_CELL_EMPTY,
  MC_CELL_TEXT,
  MC_CELL_NUMBER,
  MC_CELL_DATE,
  MC_CELL_BOOL,
  MC_CELL_ERROR,
} McCellKind;

/**
 * McTableCell:
 * @kind: what it is
 * @merged: the cell is covered by a merged area that begins elsewhere; such a cell is empty
 * @text: (nullable): as a person would read it: text in NFC, numbers with a point, days as ISO
 *   yyyy-mm-dd (with hh:mm:ss when there is a time), the reason for an error, where the
 *   merged area begins ("B2") for a merged cell; %NULL when empty
 * @number: the number; for a day, days since 01/01/1970; for a bool 0 or 1
 * @borrowed: the text is not the cell's own; see mc_table_cell_borrow_text()
 *
 * One cell of a table that was read.
 */
typedef struct
{
  McCellKind kind;
  gboolean merged;
  char *text;
  double number;
  gboolean borrowed;
} McTableCell;

/** mc_table_cell_clear: frees what the cell holds and makes it empty. */
void mc_table_cell_clear (McTableCell *cell);

/** mc_table_cell_take_text: (transfer full text): makes the cell text in NFC; empty if there is none. */
void mc_table_cell_take_text (McTableCell *cell, char *text);

/** mc_table_cell_borrow_text: likewise, but @text stays its owner's, who keeps it for as long as the cell is looked at.
 */
void mc_table_cell_borrow_text (McTableCell *cell, char *text);

/** mc_table_cell_set_number: makes the cell a number. */
void mc_table_cell_set_number (McTableCell *cell, double number);

/** mc_table_cell_set_bool: makes the cell yes or no. */
void mc_table_cell_set_bool (McTableCell *cell, gboolean value);

/** mc_table_cell_take_error: (transfer full reason): makes the cell an error. */
void mc_table_cell_take_error (McTableCell *cell, char *reason);

/**
 * mc_table_cell_set_serial:
 * @serial: days since the workbook's epoch, the fraction is the time of day
 * @date1904: whether the epoch is 01/01/1904 instead of Excel's 1900, whose
 *   29/02/1900 never was
 *
 * Makes the cell a day; a number outside the years 1900 to 9999 stays a number, and one
 * below 1 (a time of day alone) too.
 */
void mc_table_cell_set_serial (McTableCell *cell, double serial, gboolean date1904);

/**
 * mc_table_cell_set_iso:
 * @iso: "1990-03-05", "1990-03-05T10:30:00" or "1990-03-05 10:30:00"
 *
 * Makes the cell a day, or text when @iso is none.
 */
void mc_table_cell_set_iso (McTableCell *cell, const char *iso);

/**
 * mc_table_column_letters:
 * @column: from 0
 * Returns: (transfer full): "A", "Z", "AA", as spreadsheets name columns
 */
char *mc_table_column_letters (guint column);

G_END_DECLS
