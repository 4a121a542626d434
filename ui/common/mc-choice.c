/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-choice.h"

static gpointer
name_of (gpointer item, gpointer user_data)
{
  g_autoptr (McEntity) entity = item;
  g_autofree char *text = mc_entity_format (entity, user_data);

  return gtk_string_object_new (text);
}

void
mc_choice_fill (GtkDropDown *box, const char *all, GListModel *entities, const char *field)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  const char *const first[] = { all, NULL };
  g_autoptr (GtkStringList) head = gtk_string_list_new (first);
  g_autoptr (GtkFlattenListModel) lines = NULL;

  g_list_store_append (parts, head);
  if (entities)
    {
      g_autoptr (GtkMapListModel) names =
          gtk_map_list_model_new (g_object_ref (entities), name_of, g_strdup (field), g_free);

      g_list_store_append (parts, names);
    }
  lines = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  gtk_drop_down_set_model (box, G_LIST_MODEL (lines));
}

void
mc_choice_fill_values (GtkDropDown *box, const char *all, const McEnumValue *values)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  if (all)
    gtk_string_list_append (lines, all);
  for (guint i = 0; i < mc_enum_count (values); i++)
    gtk_string_list_append (lines, mc_enum_label (values, i));
  gtk_drop_down_set_model (box, G_LIST_MODEL (lines));
}

gboolean
mc_choice_allows (GtkDropDown *box, guint value)
{
  guint at = gtk_drop_down_get_selected (box);

  return at == 0 || at == GTK_INVALID_LIST_POSITION || at - 1 == value;
}

gint64
mc_choice_get (GtkDropDown *box, GListModel *entities)
{
  guint at = gtk_drop_down_get_selected (box);
  g_autoptr (McEntity) entity = NULL;

  if (at == 0 || at == GTK_INVALID_LIST_POSITION || !entities)
    return 0;
  entity = g_list_model_get_item (entities, at - 1);
  return entity ? mc_entity_get_id (entity) : 0;
}
