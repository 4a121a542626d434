/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mc_columns_remember:
 * @view: a table whose columns all have an id
 * @table: its name in the settings, such as "staff"
 *
 * Puts the columns into the order, widths and visibility that this person left them in, and keeps what he changes.
 * Gives
 * @view the actions "columns.ID" (shown or not) and "columns.reset", and the menu of them on each column's header.
 */
void mc_columns_remember (GtkColumnView *view, const char *table);

/** mc_columns_get_menu: Returns: (transfer none) (nullable): that menu, for a button of the page inside @view's parent
 */
GMenuModel *mc_columns_get_menu (GtkColumnView *view);

G_END_DECLS
