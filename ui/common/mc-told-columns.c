/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-told-columns.h"

#include "mc-columns.h"

/* Of a column that is as wide as its words. */
#define LEAST_CHARS 12
#define MOST_CHARS 26

/* What a cell is told by lies in its column. */
typedef struct
{
  const McToldColumn *column;
  gpointer names;
} Cell;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", cell->column->numbers ? 1.0 : 0.0, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);

  if (cell->column->numbers || cell->column->order)
    gtk_widget_add_css_class (label, "numeric");
  if (cell->column->width < 0)
    g_object_set (label, "width-chars", LEAST_CHARS, "max-width-chars", MOST_CHARS, NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  g_autofree char *text = cell->column->text (cell->names, gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_tooltip_text (label, text);
  if (cell->column->names_row)
    gtk_list_item_set_accessible_label (item, text ? text : "");
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Cell *cell = user_data;
  g_autofree char *one = NULL, *two = NULL;

  if (cell->column->order)
    {
      double x = cell->column->order (cell->names, (gpointer)a), y = cell->column->order (cell->names, (gpointer)b);

      return (x > y) - (x < y);
    }
  if (cell->column->key)
    {
      one = cell->column->key (cell->names, (gpointer)a);
      two = cell->column->key (cell->names, (gpointer)b);
      return g_strcmp0 (one, two);
    }
  one = cell->column->text (cell->names, (gpointer)a);
  two = cell->column->text (cell->names, (gpointer)b);
  return g_utf8_collate (one ? one : "", two ? two : "");
}

static void
set_factory (GtkColumnViewColumn *column)
{
  Cell *cell = g_object_get_data (G_OBJECT (column), "mc-cell");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  gtk_column_view_column_set_factory (column, factory);
}

static void
read_cell (gpointer item, McTableCell *target, gpointer user_data)
{
  Cell *cell = user_data;
  g_autofree char *text = cell->column->text (cell->names, item);

  if (text && *text && cell->column->numbers && cell->column->order)
    mc_table_cell_set_number (target, cell->column->order (cell->names, item));
  else
    mc_columns_read_shown (target, g_steal_pointer (&text));
}

/* "About whom" is known to the settings and to the menu of columns as "about-whom". */
static char *
dup_id (const McToldColumn *column)
{
  char *id = g_ascii_strdown (column->title, -1);

  return g_strcanon (id, "abcdefghijklmnopqrstuvwxyz0123456789", '-');
}

void
mc_told_columns_fill (
    GtkColumnView *view, const McToldColumn *columns, gsize n, gpointer names, gsize sorted, GtkSortType way)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[i].title), NULL);
      Cell *cell = g_new0 (Cell, 1);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, cell, NULL));
      g_autofree char *id = dup_id (&columns[i]);

      cell->column = &columns[i];
      cell->names = names;
      gtk_column_view_column_set_id (column, id);
      g_object_set_data_full (G_OBJECT (column), "mc-cell", cell, g_free);
      set_factory (column);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, columns[i].width == 0 || columns[i].width == MC_TOLD_MOST_WORDS);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (view, column);
      mc_columns_tell (view, id, read_cell, cell, NULL);
      if (i == sorted)
        gtk_column_view_sort_by_column (view, column, way);
    }
}

void
mc_told_columns_refresh (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      set_factory (column);
    }
}

McTableColumn *
mc_told_column_export (const McToldColumn *column, gpointer names)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->column = column;
  cell->names = names;
  return mc_table_column_new (g_dpgettext2 (NULL, "column", column->title), read_cell, cell, g_free);
}
