/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-roster-grid-source.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_CODE_ENTRY (mc_roster_code_entry_get_type ())
G_DECLARE_FINAL_TYPE (McRosterCodeEntry, mc_roster_code_entry, MC, ROSTER_CODE_ENTRY, GtkPopover)

/**
 * McRosterCodeEntry:
 * Where the code of a counter or duty is typed: offers what fits, and says what is wrong with what does not.
 *
 * Signal “chosen” (int duty): the source's number of what was typed or picked, or MC_ROSTER_GRID_FREE
 */
GtkWidget *mc_roster_code_entry_new (McRosterGridSource *source, guint row, guint slot);

/** mc_roster_code_entry_begin: @select: the text is replaced by the next key, else it goes on behind it. */
void mc_roster_code_entry_begin (McRosterCodeEntry *self, const char *text, gboolean select);

G_END_DECLS
