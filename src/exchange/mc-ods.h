/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-sheet.h"
#include "mc-zip.h"

G_BEGIN_DECLS

/**
 * mc_ods_load:
 * @index: the sheet to read, from 0
 *
 * Reads OpenDocument spreadsheets (ISO 26300). Blocks: use on a thread.
 *
 * Returns: (transfer full): the sheet, or %NULL with MC_ERROR_INVALID
 */
McSheet *mc_ods_load (McZip *zip, guint index, GError **error);

G_END_DECLS
