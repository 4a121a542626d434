/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

#include "mc-table-row.h"

G_BEGIN_DECLS

/**
 * McCsvFlags:
 * @MC_CSV_BOM: begin with a byte order mark, without which Excel takes UTF-8 for something else
 * @MC_CSV_SEMICOLON: `;` between fields instead of `,`, as Excel wants where the comma is the decimal sign
 */
typedef enum
{
  MC_CSV_PLAIN = 0,
  MC_CSV_BOM = 1 << 0,
  MC_CSV_SEMICOLON = 1 << 1,
} McCsvFlags;

/**
 * mc_table_writer_csv:
 * @titles: one per column
 * @rows: (element-type McTableRow)
 *
 * RFC 4180. Days are dd/mm/yyyy. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * Returns: (transfer full): the file
 */
GBytes *mc_table_writer_csv (const char *const *titles, GPtrArray *rows, McCsvFlags flags);

/**
 * mc_table_writer_xlsx:
 * @name: of the sheet and the document
 *
 * Days are true days, text stays text; the header row is styled, frozen, filtered and printed on each page.
 *
 * Returns: (transfer full): the file, or %NULL with MC_ERROR_INVALID when a cell is longer than XLSX can hold
 */
GBytes *mc_table_writer_xlsx (const char *name, const char *const *titles, GPtrArray *rows, GError **error);

/**
 * mc_table_writer_use_decimal_point: libxlsxwriter prints numbers with printf(), which under a Vietnamese locale writes
 * a comma that no spreadsheet reads. Changes the locale of this thread alone.
 *
 * Returns: the locale of before, for uselocale()
 */
locale_t mc_table_writer_use_decimal_point (void);

G_END_DECLS
