/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-book.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_COMPARE_DIALOG (mc_roster_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McRosterCompareDialog, mc_roster_compare_dialog, MC, ROSTER_COMPARE_DIALOG, AdwDialog)

/**
 * McRosterCompareDialog:
 * Two versions of a month side by side: rosters, and a roster before and after each of its amendments. What differs
 * stands in a list, person by person with how many cells.
 *
 * Signals: “mark” (McRosterBook book, int version): the cells of the page's roster that are otherwise in that version
 * shall be marked; “go-to” (gint64 person, int day, uint session): a difference was chosen.
 */

/**
 * mc_roster_compare_dialog_new:
 * @book: of the page, ready
 * @versions: (element-type McRoster): of the month; held
 * @names: (element-type utf8): theirs
 */
AdwDialog *mc_roster_compare_dialog_new (McRosterBook *book, GPtrArray *versions, GPtrArray *names);

G_END_DECLS
