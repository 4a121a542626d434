/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-duty-sheet.h"
#include "mc-roster-book.h"

G_BEGIN_DECLS

/* What the papers on a roster's days tell, in Vietnamese. Texts live as long as @texts and the book's rows. */

/**
 * mc_roster_book_list_duties:
 * @days: within the roster; MC_PERIOD_ALWAYS for all of it
 *
 * Who comes on days on which the others are off: Saturdays, Sundays, holidays; under the leader on duty of that day,
 * who is %NULL where the roster names none.
 *
 * Returns: (transfer full) (element-type McDutyEntry): by day and session
 */
GArray *mc_roster_book_list_duties (McRosterBook *self, McPeriod days, GStringChunk *texts);

/**
 * mc_roster_book_list_counters:
 * @sheet: (out): the day, its hours and its leader, with the entries of what is returned
 *
 * Returns: (transfer full) (element-type McDaySheetEntry): each counter on @day, a day of the roster, by its number
 */
GArray *mc_roster_book_list_counters (McRosterBook *self, McDay day, GStringChunk *texts, McDaySheet *sheet);

G_END_DECLS
