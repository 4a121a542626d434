/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-brief.h"
#include "mc-roster-cell.h"
#include "mc-roster.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_BOOK (mc_roster_book_get_type ())
G_DECLARE_FINAL_TYPE (McRosterBook, mc_roster_book, MC, ROSTER_BOOK, GObject)

/**
 * McRosterBook:
 * One roster opened for work: its row, what the planner is told of its days, and the roster as it stands, counted by
 * every rule. It follows the database: whatever changes, on this desktop or another, `changed` is emitted once it has
 * been counted anew.
 *
 * Properties (read-only, notifying): `ready` (bool), `roster` (McRoster, live), `error` (GError, boxed, or %NULL: what
 * keeps it from being ready).
 *
 * Signal `changed` ().
 */

/** mc_roster_book_new: @roster: the id of its row. */
McRosterBook *mc_roster_book_new (McSession *session, gint64 roster);

/**
 * mc_roster_book_new_for_days:
 * A book of days that have no roster: what must be manned, and who could. It has a row of its own, in no register, and
 * no cells.
 */
McRosterBook *mc_roster_book_new_for_days (McSession *session, McPeriod days);

/** mc_roster_book_get_nouns: (array length=n_nouns): of what tables and states a book is made; McRoster left out.
 * States are those of the roster's first day. */
const GType *mc_roster_book_get_nouns (guint *n_nouns);

/** mc_roster_book_may_lack: whether a roster is counted without the rows of @noun where the role may not read them. */
gboolean mc_roster_book_may_lack (GType noun);

/**
 * mc_roster_book_new_from_rows:
 * @roster: the row
 * @rows: GType of a noun -> GListModel of its rows; one that may not be read is left out. Cells and amendments are the
 *   roster's own
 * @today: days before it stand as they are where the roster is out
 * @error: MC_ERROR_INVALID: a rule that the planner cannot take
 *
 * A book that does not follow the database, and has no session.
 *
 * Returns: (transfer full): ready
 */
McRosterBook *mc_roster_book_new_from_rows (McRoster *roster, GHashTable *rows, McDay today, GError **error);

gboolean mc_roster_book_get_ready (McRosterBook *self);
const GError *mc_roster_book_get_error (McRosterBook *self);
/** mc_roster_book_get_session: (transfer none) (nullable): %NULL of one that was made of rows. */
McSession *mc_roster_book_get_session (McRosterBook *self);

/** mc_roster_book_get_rows: (transfer none) (nullable): the rows of a noun that the book is made of. */
GListModel *mc_roster_book_get_rows (McRosterBook *self, GType noun);

/** mc_roster_book_when_ready: (transfer full): future of this book once it is counted; rejects with what hinders it. */
DexFuture *mc_roster_book_when_ready (McRosterBook *self);

/** mc_roster_book_get_roster: (transfer none) (nullable): %NULL until it is loaded, and when it is gone. */
McRoster *mc_roster_book_get_roster (McRosterBook *self);

/** mc_roster_book_get_brief: (transfer none) (nullable): good until the next `changed`. */
McRosterBrief *mc_roster_book_get_brief (McRosterBook *self);

/** mc_roster_book_get_current: (transfer none) (nullable): evaluated; good until the next `changed`. */
McRosterSolution *mc_roster_book_get_current (McRosterBook *self);

/** mc_roster_book_get_calendar: (transfer none) (nullable) */
McWorkCalendar *mc_roster_book_get_calendar (McRosterBook *self);

/**
 * mc_roster_book_get_cell:
 * Returns: (transfer none) (nullable): the row that counts for a person and session (ids, not indices); an amendment's
 *   where there is one
 */
McRosterCell *mc_roster_book_get_cell (McRosterBook *self, gint64 person, McDay day, McDaySession session);

/** mc_roster_book_is_on_leave: whether an absence that is entered and counts keeps @person (an id) from that session.
 */
gboolean mc_roster_book_is_on_leave (McRosterBook *self, gint64 person, McDay day, McDaySession session);

/** mc_roster_book_is_open: whether cells are changed as such: the roster is a draft. */
gboolean mc_roster_book_is_open (McRosterBook *self);

/** mc_roster_book_is_out: whether people work by it; cells then change by amendments. */
gboolean mc_roster_book_is_out (McRosterBook *self);

G_END_DECLS
