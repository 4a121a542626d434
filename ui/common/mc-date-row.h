/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-day.h"

G_BEGIN_DECLS

#define MC_TYPE_DATE_ROW (mc_date_row_get_type ())
G_DECLARE_FINAL_TYPE (McDateRow, mc_date_row, MC, DATE_ROW, AdwEntryRow)

/**
 * McDateRow:
 * McDateEntry as a row of a form: an AdwEntryRow with a calendar button. Same properties: "day", "optional",
 * "valid", "error", "earliest", "latest". A wrong day shows the error style and says why in the tooltip and to
 * screen readers.
 */
McDay mc_date_row_get_day (McDateRow *self);
void mc_date_row_set_day (McDateRow *self, McDay day);
gboolean mc_date_row_get_valid (McDateRow *self);

G_END_DECLS
