/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-table-column.h"

G_BEGIN_DECLS

/** MC_TOLD_WORDS: the width of a column that is as wide as its words, within bounds. */
#define MC_TOLD_WORDS (-1)

/** MC_TOLD_MOST_WORDS: the same, and takes the room that is left. */
#define MC_TOLD_MOST_WORDS (-2)

/**
 * McToldColumn:
 * A column of text that needs names from elsewhere, such as those of people.
 *
 * @title: (untranslated, context "column")
 * @text: (transfer full) (nullable): of its cells; @names is what mc_told_columns_fill() was given
 * @order: (nullable): a number by which it is sorted instead of its text
 * @key: (transfer full) (nullable): a text by which it is sorted byte by byte, such as the sort key of a name
 * @width: in pixels; 0 takes the room that is left; or MC_TOLD_WORDS, MC_TOLD_MOST_WORDS
 * @names_row: whether it is the name under which a screen reader tells the row
 * @numbers: whether its cells are numbers, which stand under each other by their ends
 */
typedef struct
{
  const char *title;
  char *(*text) (gpointer names, gpointer row);
  double (*order) (gpointer names, gpointer row);
  char *(*key) (gpointer names, gpointer row);
  int width;
  gboolean names_row;
  gboolean numbers;
} McToldColumn;

/**
 * mc_told_columns_fill:
 * @columns: static
 * @names: not owned; outlives @view
 * @sorted: the column that the table is sorted by at first, and which way
 */
void mc_told_columns_fill (
    GtkColumnView *view, const McToldColumn *columns, gsize n, gpointer names, gsize sorted, GtkSortType way);

/** mc_told_columns_refresh: rows or names read otherwise now. */
void mc_told_columns_refresh (GtkColumnView *view);

/** mc_told_column_export: (transfer full): the column in a table that goes out; @names outlives it. */
McTableColumn *mc_told_column_export (const McToldColumn *column, gpointer names);

G_END_DECLS
