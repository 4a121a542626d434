/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-table-reader.h"

G_BEGIN_DECLS

/**
 * McSheetContainer:
 * @MC_SHEET_ZIP: XLSX or ODS, told apart by what is inside
 * @MC_SHEET_XLS: Excel 97-2003, an OLE container
 */
typedef enum
{
  MC_SHEET_ZIP,
  MC_SHEET_XLS,
} McSheetContainer;

#define MC_TYPE_SHEET_READER (mc_sheet_reader_get_type ())
G_DECLARE_FINAL_TYPE (McSheetReader, mc_sheet_reader, MC, SHEET_READER, McTableReader)

/**
 * mc_sheet_reader_open:
 * @cancellable: (nullable): stops the opening
 *
 * The chosen sheet is read on a thread into memory, within the limits of mc-sheet.h, and given out row by row. Of an
 * XLSX the first rows come alone; the others when a row after them is asked for.
 *
 * Returns: (transfer full): a future of a McSheetReader; G_IO_ERROR_CANCELLED when it was stopped
 */
DexFuture *mc_sheet_reader_open (GFile *file, McSheetContainer container, GCancellable *cancellable);

/**
 * mc_sheet_reader_walk:
 * @wanted: (array length=n): by column: of which the cells are needed
 * @cancellable: (nullable)
 *
 * Gives all rows of the selected sheet to @func, waiting for the disk: for a thread of its own. What
 * mc_table_reader_next_row() has come to is not touched. An XLSX that is not in memory is unpacked on the way and never
 * comes there.
 *
 * Errors: MC_ERROR_INVALID, G_IO_ERROR_CANCELLED, those of @func
 */
gboolean mc_sheet_reader_walk (McSheetReader *self,
                               const gboolean *wanted,
                               guint n,
                               McTableRowFunc func,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
