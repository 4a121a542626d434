/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-columns.h"

#include <glib/gi18n.h>

#include "mc-day.h"

/* What belongs to one table; lives as long as the table. */
typedef struct
{
  GtkColumnView *view; /* not held */
  GSettings *settings;
  char *table;
  GVariant *usual; /* the columns as the template has them */
  GMenu *menu;
  GActionGroup *actions;
  guint save_source;
  gboolean restoring;
} Columns;

static GQuark
columns_quark (void)
{
  return g_quark_from_static_string ("mc-columns");
}

static GVariant *
describe (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_id (column) != NULL)
        g_variant_builder_add (&builder, "(sib)", gtk_column_view_column_get_id (column),
                               gtk_column_view_column_get_fixed_width (column),
                               gtk_column_view_column_get_visible (column));
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GtkColumnViewColumn *
find_column (GtkColumnView *view, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return g_steal_pointer (&column);
    }
  return NULL;
}

/* Columns that a later version has dropped are passed over; new ones keep their place after the known. */
static void
restore (Columns *self, GVariant *state)
{
  GVariantIter iter;
  const char *id;
  int width;
  gboolean visible;
  guint position = 0;

  self->restoring = TRUE;
  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &visible))
    {
      g_autoptr (GtkColumnViewColumn) column = find_column (self->view, id);

      if (column == NULL)
        continue;
      gtk_column_view_column_set_fixed_width (column, width);
      gtk_column_view_column_set_visible (column, visible);
      gtk_column_view_insert_column (self->view, position++, column);
    }
  self->restoring = FALSE;
}

static void
save (Columns *self)
{
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, "columns");
  g_autoptr (GVariant) mine = describe (self->view);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *table;
  GVariant *state;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa(sib)}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@a(sib)}", &table, &state))
    {
      if (!g_str_equal (table, self->table))
        g_variant_builder_add (&builder, "{s@a(sib)}", table, state);
      g_variant_unref (state);
    }
  if (!g_variant_equal (mine, self->usual))
    g_variant_builder_add (&builder, "{s@a(sib)}", self->table, mine);
  g_settings_set_value (self->settings, "columns", g_variant_builder_end (&builder));
}

static gboolean
save_cb (gpointer data)
{
  Columns *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static Columns *
get_columns (GtkColumnView *view)
{
  return g_object_get_qdata (G_OBJECT (view), columns_quark ());
}

/* While an edge is dragged, the width changes with every frame; one write follows the last. A table that is being taken
 * down loses its columns too, which is nobody's wish. */
static void
changed_cb (GtkColumnView *view)
{
  Columns *self = get_columns (view);

  if (self->restoring || gtk_widget_in_destruction (GTK_WIDGET (view)))
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (400, save_cb, self);
}

static void
unmap_cb (GtkColumnView *view)
{
  Columns *self = get_columns (view);

  if (self->save_source == 0)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  save (self);
}

static void
columns_free (gpointer data)
{
  Columns *self = data;

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_object_unref (self->settings);
  g_variant_unref (self->usual);
  g_object_unref (self->menu);
  g_object_unref (self->actions);
  g_free (self->table);
  g_free (self);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Columns *self = data;

  restore (self, self->usual);
  save (self);
}

static void
follow (Columns *self, GtkColumnViewColumn *column, GSimpleActionGroup *group, GMenu *section)
{
  const char *id = gtk_column_view_column_get_id (column);
  g_autoptr (GPropertyAction) action = NULL;
  g_autofree char *detailed = NULL;

  if (id == NULL)
    return;
  action = g_property_action_new (id, column, "visible");
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  detailed = g_strdup_printf ("columns.%s", id);
  g_menu_append (section, gtk_column_view_column_get_title (column), detailed);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->menu));
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (changed_cb), self->view, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (changed_cb), self->view, G_CONNECT_SWAPPED);
}

void
mc_columns_remember (GtkColumnView *view, const char *table)
{
  Columns *self = g_new0 (Columns, 1);
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) reset = g_simple_action_new ("reset", NULL);
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) state = NULL;

  self->view = view;
  self->settings = g_settings_new (MC_APP_ID);
  self->table = g_strdup (table);
  self->usual = describe (view);
  self->menu = g_menu_new ();
  g_object_set_qdata_full (G_OBJECT (view), columns_quark (), self, columns_free);
  g_signal_connect (view, "unmap", G_CALLBACK (unmap_cb), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      follow (self, column, group, section);
    }
  g_signal_connect (reset, "activate", G_CALLBACK (reset_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (reset));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
  g_menu_append (last, _ ("_Usual Columns"), "columns.reset");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (last));
  self->actions = G_ACTION_GROUP (g_object_ref (group));
  gtk_widget_insert_action_group (GTK_WIDGET (view), "columns", self->actions);

  all = g_settings_get_value (self->settings, "columns");
  state = g_variant_lookup_value (all, table, G_VARIANT_TYPE ("a(sib)"));
  if (state != NULL)
    restore (self, state);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
}

void
mc_columns_offer (GtkColumnView *view, GtkWidget *page, GMenu *menu)
{
  Columns *self = get_columns (view);

  g_return_if_fail (self);
  gtk_widget_insert_action_group (page, "columns", self->actions);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->menu));
}

/* --- Tables that go out --- */

static void
take_told (GtkColumnViewColumn *column, McTableColumn *told)
{
  g_object_set_data_full (G_OBJECT (column), "mc-told", told, g_object_unref);
}

void
mc_columns_tell (GtkColumnView *view, const char *id, McTableColumnFunc func, gpointer user_data, GDestroyNotify notify)
{
  g_autoptr (GtkColumnViewColumn) column = find_column (view, id);

  g_return_if_fail (column);
  take_told (column, mc_table_column_new (gtk_column_view_column_get_title (column), func, user_data, notify));
}

void
mc_columns_tell_field (GtkColumnView *view, const char *id, GType noun, const char *field)
{
  g_autoptr (GtkColumnViewColumn) column = find_column (view, id);

  g_return_if_fail (column);
  take_told (column, mc_table_column_new_field (gtk_column_view_column_get_title (column), noun, field));
}

void
mc_columns_tell_property (GtkColumnView *view, const char *id, const char *property)
{
  g_autoptr (GtkColumnViewColumn) column = find_column (view, id);

  g_return_if_fail (column);
  take_told (column, mc_table_column_new_property (gtk_column_view_column_get_title (column), property));
}

void
mc_columns_read_shown (McTableCell *cell, char *text)
{
  McDay day;

  if (text && mc_day_parse (text, &day, NULL))
    {
      g_autofree char *iso = mc_day_format_iso (day);

      mc_table_cell_set_iso (cell, iso);
      g_free (text);
      return;
    }
  mc_table_cell_take_text (cell, text);
}

GPtrArray *
mc_columns_dup_told (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      McTableColumn *told = g_object_get_data (G_OBJECT (column), "mc-told");

      if (told && gtk_column_view_column_get_visible (column))
        g_ptr_array_add (all, g_object_ref (told));
    }
  return all;
}
