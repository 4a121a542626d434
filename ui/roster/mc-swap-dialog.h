/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-book.h"

G_BEGIN_DECLS

#define MC_TYPE_SWAP_DIALOG (mc_swap_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McSwapDialog, mc_swap_dialog, MC, SWAP_DIALOG, AdwDialog)

/**
 * McSwapDialog:
 * Records that two officers ask to change places: who gives which session to whom, what the rules say of it, why.
 */

/**
 * mc_swap_dialog_new:
 * @book: ready; a draft, or out
 * @person: who asks; 0: yet to be chosen
 * @day: @part: the session that is given away
 *
 * Proposed in return is the same session of whoever may best take it.
 */
AdwDialog *mc_swap_dialog_new (McRosterBook *book, gint64 person, McDay day, guint part);

G_END_DECLS
