/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "mc-table-column.h"

G_BEGIN_DECLS

/**
 * mc_table_export:
 * @items: what stands in the table, in its order
 * @columns: (element-type McTableColumn)
 * @name: of the sheet, for people
 * @file: its ending says what is written: .xlsx, or .csv (UTF-8 with a byte order mark)
 *
 * The values are taken at once; making the file runs on a thread. An existing file is replaced as a whole, or left as
 * it was.
 *
 * Returns: (transfer full): a future of %TRUE; MC_ERROR_UNSUPPORTED for another ending, MC_ERROR_DENIED or _FAILED when
 * the file cannot be written
 */
DexFuture *mc_table_export (GListModel *items, GPtrArray *columns, const char *name, GFile *file);

G_END_DECLS
