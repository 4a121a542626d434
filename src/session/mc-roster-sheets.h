/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-book.h"
#include "mc-roster-sheet.h"

G_BEGIN_DECLS

/* A roster as it is printed and exported, with its amendments. Papers are in Vietnamese whatever the language of the
 * person at the computer. */

/**
 * mc_roster_book_make_people_sheet:
 * @days: within the roster; MC_PERIOD_ALWAYS for all of it
 *
 * A row for each person by section and agency, and for whom was called in; codes of counters and duties; V where
 * somebody is away. The last column counts days.
 *
 * Returns: (transfer full)
 */
McRosterSheet *mc_roster_book_make_people_sheet (McRosterBook *self, McPeriod days);

/** mc_roster_book_make_counter_sheet: (transfer full): likewise, a row for each counter and duty with given names. */
McRosterSheet *mc_roster_book_make_counter_sheet (McRosterBook *self, McPeriod days);

/** mc_roster_book_dup_period: (transfer full): how a paper names the days: "tháng 12 năm 2026", or from … to …. */
char *mc_roster_book_dup_period (McRosterBook *self, McPeriod days);

G_END_DECLS
