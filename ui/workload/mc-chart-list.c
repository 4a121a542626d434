/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-chart-list.h"

#include <string.h>

#include "mc-workload-row-item.h"

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) ? 1 : 0);
  /* Days stay whole beside many numbers. */
  if (!GPOINTER_TO_UINT (column))
    gtk_label_set_width_chars (GTK_LABEL (label), strlen ("31/12/2026"));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text = mc_workload_row_item_dup_cell (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (GPOINTER_TO_UINT (column) == 0)
    gtk_list_item_set_accessible_label (item, text);
}

static void
make_columns (GtkColumnView *table, McChart *chart)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (table, column);
    }
  for (guint i = 0; i < mc_chart_get_n_columns (chart); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autofree char *title = mc_chart_dup_column (chart, i);
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == 0);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (table, column);
    }
}

void
mc_chart_list_show (GtkColumnView *table, GListStore *rows, McChart *chart)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_list_store_remove_all (rows);
  if (!chart)
    return;
  make_columns (table, chart);
  for (guint i = 0; i < mc_chart_get_n_categories (chart); i++)
    g_ptr_array_add (items, mc_workload_row_item_new (chart, i));
  g_list_store_splice (rows, 0, 0, items->pdata, items->len);
}
