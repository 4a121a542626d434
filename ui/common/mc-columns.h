/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-table-column.h"

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

/**
 * mc_columns_offer:
 * @page: around @view
 * @menu: of a button of @page; the menu of the columns becomes a section of it
 */
void mc_columns_offer (GtkColumnView *view, GtkWidget *page, GMenu *menu);

/**
 * mc_columns_tell:
 * @id: of a column
 * @func: what its cells say in a table that goes out, to a file or to the clipboard
 */
void mc_columns_tell (
    GtkColumnView *view, const char *id, McTableColumnFunc func, gpointer user_data, GDestroyNotify notify);

/** mc_columns_tell_field: that is the @field of the rows, which are of the noun @noun. */
void mc_columns_tell_field (GtkColumnView *view, const char *id, GType noun, const char *field);

/** mc_columns_tell_property: that is the @property of the rows. */
void mc_columns_tell_property (GtkColumnView *view, const char *id, const char *property);

/** mc_columns_read_shown: (transfer full text): a text that is a day goes out as a day, any other as it is. */
void mc_columns_read_shown (McTableCell *cell, char *text);

/** mc_columns_dup_told: Returns: (transfer full) (element-type McTableColumn): of the columns shown, in their order */
GPtrArray *mc_columns_dup_told (GtkColumnView *view);

G_END_DECLS
