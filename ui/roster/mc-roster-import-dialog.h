/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-book.h"
#include "mc-roster-import.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_IMPORT_DIALOG (mc_roster_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McRosterImportDialog, mc_roster_import_dialog, MC, ROSTER_IMPORT_DIALOG, AdwDialog)

/**
 * McRosterImportDialog:
 * What a table would change in a roster, or what is wrong in it: row, column, value and why. It comes in whole or not
 * at all.
 *
 * Signal “accept” (GArray edits): (element-type McRosterEdit): that is wanted.
 */

/** mc_roster_import_dialog_fill: tells @import the people and places of @book, by which the table is read. */
void mc_roster_import_dialog_fill (McRosterImport *import, McRosterBook *book);

/** mc_roster_import_dialog_new: @import: read. @note: (nullable): how the file was understood. */
AdwDialog *mc_roster_import_dialog_new (McRosterBook *book, McRosterImport *import, const char *file, const char *note);

/** mc_roster_import_dup_edits: (transfer full) (element-type McRosterEdit): the cells of @book that would be otherwise.
 */
GArray *mc_roster_import_dup_edits (McRosterBook *book, McRosterImport *import);

G_END_DECLS
