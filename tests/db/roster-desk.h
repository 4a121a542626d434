/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-actions.h"
#include "mc-roster-book.h"
#include "mc-swap-actions.h"
#include "session-fixture.h"

G_BEGIN_DECLS

/* Rosters on the desks of the session's tests. All on a fiber. */

/** roster_desk_open: (transfer full): the book of a roster, ready. */
McRosterBook *roster_desk_open (McSession *session, gint64 id);

/** roster_desk_find: the roster of a day; what was just begun comes back from the database a moment later. */
gint64 roster_desk_find (McSession *session, McDay day);

/** roster_desk_month: the month that lies @months after the one that the sample has a roster of. */
McPeriod roster_desk_month (McSession *session, int months);

/** roster_desk_commit: @change (transfer full) must go. */
void roster_desk_commit (McSession *session, McChange *change);

/** roster_desk_refuse: (transfer full): @change (transfer full) must not go; why not. */
GError *roster_desk_refuse (McSession *session, McChange *change);

/** roster_desk_swap: (transfer full): two people, by their indices, who ask to change places. */
McRosterSwap *roster_desk_swap (McRosterBook *book, guint one, guint session, guint other, guint other_session);

/** roster_desk_find_swap: (transfer full): one who sits somewhere in the first session, and another who may, or may
 * not, take it. */
McRosterSwap *roster_desk_find_swap (McRosterBook *book, gboolean may);

G_END_DECLS
