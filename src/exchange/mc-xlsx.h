/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-sheet.h"
#include "mc-zip.h"

G_BEGIN_DECLS

/**
 * mc_xlsx_load:
 * @index: the sheet to read, from 0
 * @most_rows: how many rows that hold anything are read at most; 0: all. With fewer than there are the sheet is partial
 *
 * Reads Office Open XML workbooks (ISO 29500). Blocks: use on a thread.
 *
 * Returns: (transfer full): the sheet, or %NULL with MC_ERROR_INVALID
 */
McSheet *mc_xlsx_load (McZip *zip, guint index, guint most_rows, GError **error);

/**
 * mc_xlsx_walk:
 * @wanted: (array length=n): by column: of which the cells are needed
 * @cancellable: (nullable)
 *
 * Gives each row that holds anything wanted to @func while the sheet is unpacked; of the workbook only the shared
 * strings are in memory. Blocks: use on a thread.
 *
 * Errors: as with mc_xlsx_load(), G_IO_ERROR_CANCELLED, those of @func
 */
gboolean mc_xlsx_walk (const char *path,
                       guint index,
                       const gboolean *wanted,
                       guint n,
                       McTableRowFunc func,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
