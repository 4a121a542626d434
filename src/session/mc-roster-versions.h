/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-book.h"
#include "mc-roster-difference.h"

G_BEGIN_DECLS

/* A roster has as many versions as it has amendments, and one more: as it was published. A draft has one. */

/** MC_ROSTER_VERSION_NOW: with all amendments. */
#define MC_ROSTER_VERSION_NOW G_MAXINT

/** mc_roster_book_get_n_amendments: how many lie over it. */
int mc_roster_book_get_n_amendments (McRosterBook *self);

/**
 * mc_roster_book_make_version:
 * @amendments: how many of its amendments count, from the first on
 *
 * Returns: (transfer full): for mc_roster_version_get()
 */
GHashTable *mc_roster_book_make_version (McRosterBook *self, int amendments);

/** mc_roster_version_get: where a person was in a session; nowhere if there is no cell. */
McRosterPlace mc_roster_version_get (GHashTable *version, gint64 person, McDay day, McDaySession session);

/**
 * mc_roster_list_differences:
 * @before: @after: ready; may be the same book
 *
 * Cell by cell, on the days that both have, person by person in the order of @after.
 *
 * Returns: (transfer full): of McRosterDifference
 */
GListStore *
mc_roster_list_differences (McRosterBook *before, int before_version, McRosterBook *after, int after_version);

G_END_DECLS
