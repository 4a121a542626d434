/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_WEEKDAYS_ROW (mc_weekdays_row_get_type ())
G_DECLARE_FINAL_TYPE (McWeekdaysRow, mc_weekdays_row, MC, WEEKDAYS_ROW, AdwActionRow)

/**
 * McWeekdaysRow:
 * Days of the week to choose from, a button each.
 */

/** mc_weekdays_row_get_editable: (transfer none): its value as the digits of the chosen days in order, 1 is Monday; for
 * mc_form_add_text(). */
GtkEditable *mc_weekdays_row_get_editable (McWeekdaysRow *self);

G_END_DECLS
