/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * McTextCell:
 * @id: of the column
 * @text: (transfer full) (nullable): what the cell of an item says
 * @tip: (transfer full) (nullable): what its tooltip says; NULL for the text itself, which may be cut
 * @min_chars: of the narrowest cell
 * @nat_chars: of the usual one; 0 for the same
 * @style: a CSS class, or NULL
 * @names_row: whether the text is the name under which a screen reader tells the row
 *
 * What a column of plain text shows. A template with bound expressions does the same, but takes several times as long
 * for each row; in a long table that is the time between a key and its rows.
 */
typedef struct
{
  const char *id;
  char *(*text) (gpointer item);
  char *(*tip) (gpointer item);
  guint min_chars;
  guint nat_chars;
  const char *style;
  gboolean names_row;
} McTextCell;

/**
 * mc_text_cells_fill:
 * Gives every column of @table that has the id of one of @cells its cells. They follow their item as it changes.
 *
 * @cells: static
 */
void mc_text_cells_fill (GtkColumnView *table, const McTextCell *cells, gsize n_cells);

G_END_DECLS
