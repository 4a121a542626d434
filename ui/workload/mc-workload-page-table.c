/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-chart-list.h"
#include "mc-export.h"
#include "mc-table-column.h"
#include "mc-workload-page-private.h"
#include "mc-workload-row-item.h"

void
mc_workload_page_table_fill (McWorkloadPage *self)
{
  mc_chart_list_show (self->table, self->rows, mc_workload_feed_get_chart (self->feed));
}

void
mc_workload_page_table_select (McWorkloadPage *self, guint category)
{
  if (category >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)) ||
      gtk_single_selection_get_selected (self->selection) == category)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    gtk_column_view_scroll_to (self->table, category, NULL, GTK_LIST_SCROLL_SELECT, NULL);
  else
    gtk_single_selection_set_selected (self->selection, category);
}

/* And the picture goes where the list goes. */
static void
selected_cb (McWorkloadPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autofree char *key = g_strdup_printf ("slot/%u", selected);
  McScene *scene = mc_canvas_get_scene (self->canvas);

  if (selected != GTK_INVALID_LIST_POSITION && scene && mc_scene_find (scene, key) &&
      g_strcmp0 (mc_canvas_get_focus_key (self->canvas), key) != 0)
    mc_canvas_go_to (self->canvas, key);
}

static void
activated_cb (McWorkloadPage *self, guint position)
{
  McChart *chart = mc_workload_feed_get_chart (self->feed);
  const char *target =
      chart && position < mc_chart_get_n_categories (chart) ? mc_chart_get_target (chart, position) : NULL;

  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
}

/* --- Out --- */

static void
read_cell (gpointer item, McTableCell *cell, gpointer column)
{
  double number = mc_workload_row_item_get_number (item, GPOINTER_TO_UINT (column));

  if (isnan (number))
    mc_table_cell_take_text (cell, mc_workload_row_item_dup_cell (item, GPOINTER_TO_UINT (column)));
  else
    mc_table_cell_set_number (cell, number);
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);
  McChart *chart = mc_workload_feed_get_chart (self->feed);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);

  if (!chart)
    return;
  for (guint i = 0; i < mc_chart_get_n_columns (chart); i++)
    {
      g_autofree char *title = mc_chart_dup_column (chart, i);

      g_ptr_array_add (columns, mc_table_column_new (title, read_cell, GUINT_TO_POINTER (i), NULL));
    }
  if (g_str_equal (name, "workload.copy-list"))
    mc_export_copy (widget, G_LIST_MODEL (self->rows), columns);
  else
    mc_export_table (widget, mc_chart_get_title (chart), G_LIST_MODEL (self->rows), columns);
}

void
mc_workload_page_table_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "workload.copy-list", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "workload.export-list", NULL, table_action);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}
