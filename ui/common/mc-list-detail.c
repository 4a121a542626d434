/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-list-detail.h"

#include "mc-entity.h"

gboolean
mc_list_detail_choose (GtkColumnView *table, gint64 id)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (table));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (rows, i);

      if (mc_entity_get_id (row) == id)
        {
          gtk_column_view_scroll_to (table, i, NULL, GTK_LIST_SCROLL_SELECT, NULL);
          return TRUE;
        }
    }
  return FALSE;
}

void
mc_list_detail_keep (GtkColumnView *table, gint64 wanted)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (table));

  if (wanted != 0 && !gtk_single_selection_get_selected_item (selection))
    mc_list_detail_choose (table, wanted);
}

gboolean
mc_list_detail_go_back (AdwNavigationSplitView *split)
{
  if (!adw_navigation_split_view_get_collapsed (split) || !adw_navigation_split_view_get_show_content (split))
    return FALSE;
  adw_navigation_split_view_set_show_content (split, FALSE);
  return TRUE;
}
