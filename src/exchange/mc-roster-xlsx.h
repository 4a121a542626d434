/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-sheet.h"

G_BEGIN_DECLS

/**
 * mc_roster_xlsx:
 * @title: over the table, and the name of the document
 * @error: MC_ERROR_INVALID where the table is larger than the format holds
 *
 * A roster or an attendance sheet as a workbook: two columns a day, frozen names, and totals as formulas over the
 * cells, with their values, so that what is changed in it is counted again.
 *
 * Returns: (transfer full)
 */
GBytes *mc_roster_xlsx (McRosterSheet *sheet, const char *title, GError **error);

G_END_DECLS
