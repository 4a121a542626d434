/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mc_table_actions_install:
 * @page: the widget whose menus name the actions
 * @view: a table whose columns have been told (mc_columns_tell(); those of mc_text_cells_fill() and
 *   mc_told_columns_fill() are), inside @page
 * @name: what the table holds, for people ("Documents")
 *
 * Gives @page the actions "table.export" (a file, XLSX or CSV) and "table.copy" (the clipboard): the rows and columns
 * that are shown, in their order. Called again, they are those of the other table.
 */
void mc_table_actions_install (GtkWidget *page, GtkColumnView *view, const char *name);

/**
 * mc_table_actions_install_list:
 * @rows: of a list that is no table; held
 * @columns: (element-type McTableColumn): what goes out of each row; held
 *
 * The same for a list that is no table on the screen.
 */
void mc_table_actions_install_list (GtkWidget *page, GListModel *rows, GPtrArray *columns, const char *name);

G_END_DECLS
