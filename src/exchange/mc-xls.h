/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-sheet.h"

G_BEGIN_DECLS

/**
 * mc_xls_load:
 * @index: the sheet to read, from 0
 *
 * Reads Excel 97-2003 through motcua-xls (FreeXL). Blocks: use on a thread.
 *
 * Returns: (transfer full): the sheet, or %NULL with MC_ERROR_INVALID
 */
McSheet *mc_xls_load (const char *path, guint index, GError **error);

G_END_DECLS
