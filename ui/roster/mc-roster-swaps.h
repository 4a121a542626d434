/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-book.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_SWAPS (mc_roster_swaps_get_type ())
G_DECLARE_FINAL_TYPE (McRosterSwaps, mc_roster_swaps, MC, ROSTER_SWAPS, AdwBin)

/**
 * McRosterSwaps:
 * Who has asked to change places in a roster: what it would do, and the verbs to decide it. Hidden while there is
 * nothing.
 *
 * Properties: `n-open` (uint, read-only, notifying): how many wait for a decision; `editable` (bool): whether decisions
 * are taken here.
 */

/** mc_roster_swaps_set_book: @book: (nullable): ready or not; it is followed. */
void mc_roster_swaps_set_book (McRosterSwaps *self, McRosterBook *book);

guint mc_roster_swaps_get_n_open (McRosterSwaps *self);

G_END_DECLS
