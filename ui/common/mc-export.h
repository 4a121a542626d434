/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-table-column.h"

G_BEGIN_DECLS

/**
 * mc_export_table:
 * @from: a widget of the window
 * @name: what the table holds, for people ("Cán bộ"); also the suggested file name, with today's date
 * @rows: what stands in the table now, in its order
 * @columns: (element-type McTableColumn)
 *
 * Asks for a file, writes XLSX or CSV by its ending, and says so or why not.
 */
void mc_export_table (GtkWidget *from, const char *name, GListModel *rows, GPtrArray *columns);

/** mc_export_copy: puts the rows on the clipboard as a table, as a spreadsheet or a word processor takes it. */
void mc_export_copy (GtkWidget *from, GListModel *rows, GPtrArray *columns);

G_END_DECLS
