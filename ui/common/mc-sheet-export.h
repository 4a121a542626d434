/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-roster-sheet.h"

G_BEGIN_DECLS

/**
 * mc_sheet_export:
 * @from: a widget of the window
 * @title: over the table, and the suggested name of the file
 *
 * Asks for a file, writes the sheet as a workbook with formulas for its totals, and says so or why not.
 */
void mc_sheet_export (GtkWidget *from, McRosterSheet *sheet, const char *title);

G_END_DECLS
