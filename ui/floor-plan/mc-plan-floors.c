/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-floors.h"

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  return (*(McFloor *const *)a)->level - (*(McFloor *const *)b)->level;
}

GPtrArray *
mc_plan_floors_dup_sorted (McPlanFeed *feed)
{
  GListModel *list = G_LIST_MODEL (mc_plan_feed_get_floors (feed));
  GPtrArray *floors = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (floors, g_list_model_get_item (list, i));
  g_ptr_array_sort (floors, compare_levels);
  return floors;
}

static char *
dup_name (McFloor *floor)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (floor)));
}

static gboolean
is_listed (AdwToggleGroup *group, GPtrArray *floors)
{
  if (adw_toggle_group_get_n_toggles (group) != floors->len)
    return FALSE;
  for (guint i = 0; i < floors->len; i++)
    {
      McFloor *floor = g_ptr_array_index (floors, i);
      AdwToggle *toggle = adw_toggle_group_get_toggle (group, i);
      g_autofree char *name = dup_name (floor);

      if (g_strcmp0 (adw_toggle_get_name (toggle), name) != 0 ||
          g_strcmp0 (adw_toggle_get_label (toggle), floor->name) != 0)
        return FALSE;
    }
  return TRUE;
}

void
mc_plan_floors_list (AdwToggleGroup *group, McPlanFeed *feed)
{
  McFloor *shown = mc_plan_feed_get_floor (feed);
  g_autoptr (GPtrArray) floors = mc_plan_floors_dup_sorted (feed);
  g_autofree char *active = shown ? dup_name (shown) : NULL;

  /* A new centre has none. */
  gtk_widget_set_visible (GTK_WIDGET (group), floors->len > 0);
  if (!is_listed (group, floors))
    {
      adw_toggle_group_remove_all (group);
      for (guint i = 0; i < floors->len; i++)
        {
          AdwToggle *toggle = adw_toggle_new ();
          g_autofree char *name = dup_name (g_ptr_array_index (floors, i));

          adw_toggle_set_name (toggle, name);
          adw_toggle_set_label (toggle, MC_FLOOR (g_ptr_array_index (floors, i))->name);
          adw_toggle_group_add (group, toggle);
        }
    }
  if (active)
    adw_toggle_group_set_active_name (group, active);
}

void
mc_plan_floors_choose (AdwToggleGroup *group, McPlanFeed *feed)
{
  const char *name = adw_toggle_group_get_active_name (group);

  if (name)
    mc_plan_feed_set_floor (feed, g_ascii_strtoll (name, NULL, 10));
}
