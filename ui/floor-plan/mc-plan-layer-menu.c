/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-layer-menu.h"

#define KEY "hidden-layers"

/* --- The settings --- */

static void
hidden_cb (GSettings *settings, const char *key, gpointer data)
{
  g_auto (GStrv) names = g_settings_get_strv (settings, KEY);

  mc_plan_feed_set_hidden_layers (data, (const char *const *)names);
}

void
mc_plan_layers_follow (McPlanFeed *feed)
{
  GSettings *settings = g_settings_new (MC_APP_ID);

  g_return_if_fail (MC_IS_PLAN_FEED (feed));
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (hidden_cb), feed, G_CONNECT_DEFAULT);
  g_object_set_data_full (G_OBJECT (feed), "layer-settings", settings, g_object_unref);
  hidden_cb (settings, KEY, feed);
}

static void
set_shown (GSettings *settings, const char *name, gboolean shown)
{
  g_auto (GStrv) names = g_settings_get_strv (settings, KEY);
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;

  for (guint i = 0; names[i]; i++)
    if (!g_str_equal (names[i], name))
      g_strv_builder_add (hidden, names[i]);
  if (!shown)
    g_strv_builder_add (hidden, name);
  result = g_strv_builder_end (hidden);
  g_settings_set_strv (settings, KEY, (const char *const *)result);
}

/* --- The menu --- */

typedef struct
{
  GSettings *settings;
  GtkMenuButton *button; /* weak */
  GMenu *section;
  char **names; /* the lines, in order */
} LayerMenu;

static void
layer_menu_free (gpointer data)
{
  LayerMenu *self = data;

  g_clear_weak_pointer (&self->button);
  g_object_unref (self->settings);
  g_object_unref (self->section);
  g_strfreev (self->names);
  g_free (self);
}

static int
compare_from_top (gconstpointer a, gconstpointer b)
{
  return (*(McPlanLayer *const *)b)->sort_order - (*(McPlanLayer *const *)a)->sort_order;
}

/* What the version itself hides cannot be shown here; where one draws, the editor has its own list. */
static char **
dup_names (McPlanFeed *feed)
{
  GListModel *list = G_LIST_MODEL (mc_plan_feed_get_layers (feed));
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; list && !mc_plan_feed_get_options (feed).editing && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (layers, g_list_model_get_item (list, i));
  g_ptr_array_sort (layers, compare_from_top);
  for (guint i = 0; i < layers->len; i++)
    if (MC_PLAN_LAYER (g_ptr_array_index (layers, i))->visible)
      g_strv_builder_add (names, MC_PLAN_LAYER (g_ptr_array_index (layers, i))->name);
  return g_strv_builder_end (names);
}

static void
state_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  LayerMenu *self = data;

  g_simple_action_set_state (action, state);
  set_shown (self->settings, g_object_get_data (G_OBJECT (action), "name"), g_variant_get_boolean (state));
}

static void
add_line (LayerMenu *self, GSimpleActionGroup *group, guint at, const char *const *hidden)
{
  const char *name = self->names[at];
  g_autofree char *id = g_strdup_printf ("l%u", at);
  g_autofree char *detailed = g_strdup_printf ("layer.%s", id);
  g_autoptr (GString) label = g_string_new (name);
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful (id, NULL, g_variant_new_boolean (!g_strv_contains (hidden, name)));

  g_object_set_data_full (G_OBJECT (action), "name", g_strdup (name), g_free);
  g_signal_connect (action, "change-state", G_CALLBACK (state_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  /* Not a mnemonic. */
  g_string_replace (label, "_", "__", 0);
  g_menu_append (self->section, label->str, detailed);
}

static void
changed_cb (McPlanFeed *feed, LayerMenu *self)
{
  g_auto (GStrv) names = dup_names (feed);
  g_auto (GStrv) hidden = NULL;
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (!self->button || (self->names && g_strv_equal ((const char *const *)names, (const char *const *)self->names)))
    return;
  g_strfreev (self->names);
  self->names = g_steal_pointer (&names);
  hidden = g_settings_get_strv (self->settings, KEY);
  group = g_simple_action_group_new ();
  g_menu_remove_all (self->section);
  for (guint i = 0; self->names[i]; i++)
    add_line (self, group, i, (const char *const *)hidden);
  gtk_widget_insert_action_group (GTK_WIDGET (self->button), "layer", G_ACTION_GROUP (group));
  /* GTK (4.18) tells screen readers of no line that comes into a menu later: they get another menu. */
  g_set_object (&menu, gtk_menu_button_get_menu_model (self->button));
  gtk_menu_button_set_menu_model (self->button, menu);
}

void
mc_plan_layer_menu_install (GtkMenuButton *button, McPlanFeed *feed, GMenu *section)
{
  LayerMenu *self = g_new0 (LayerMenu, 1);

  g_set_weak_pointer (&self->button, button);
  self->settings = g_settings_new (MC_APP_ID);
  self->section = g_object_ref (section);
  g_object_set_data_full (G_OBJECT (feed), "layer-menu", self, layer_menu_free);
  g_signal_connect (feed, "changed", G_CALLBACK (changed_cb), self);
}
