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
 * The chosen sheet is read on a thread into memory, within the limits of mc-sheet.h, and
 * given out row by row.
 *
 * Returns: (transfer full): a future of a McSheetReader
 */
DexFuture *mc_sheet_reader_open (GFile *file, McSheetContainer container);

G_END_DECLS
