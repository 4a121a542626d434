/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

/* What is selected, focused, found and offered for dropping: all by key, so that it outlives the scene. */

#define RING 6.0 /* points by which a state may be painted beyond its node */

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
copy_keys (const char *const *keys)
{
  GHashTable *set = new_keys ();

  for (gsize i = 0; keys && keys[i]; i++)
    g_hash_table_add (set, g_strdup (keys[i]));
  return set;
}

void
mc_canvas_selection_init (McCanvas *self)
{
  self->selection_mode = GTK_SELECTION_MULTIPLE;
  self->selection = new_keys ();
}

void
mc_canvas_selection_dispose (McCanvas *self)
{
  g_clear_pointer (&self->selection, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->band_before, g_hash_table_unref);
  g_clear_pointer (&self->focus_key, g_free);
  g_clear_pointer (&self->drop_key, g_free);
  g_clear_pointer (&self->hover_key, g_free);
  g_clear_pointer (&self->press_key, g_free);
}

static gboolean
is_interactive (McSceneNode *node)
{
  return mc_scene_node_get_key (node) && mc_scene_node_get_role (node) != MC_SCENE_GROUND;
}

static gboolean
is_selectable (McSceneNode *node)
{
  return is_interactive (node) && mc_scene_node_get_role (node) != MC_SCENE_BUTTON;
}

McPaintFlags
mc_canvas_selection_get_flags (McCanvas *self, McSceneNode *node)
{
  const char *key = mc_scene_node_get_key (node);
  McPaintFlags flags = MC_PAINT_NORMAL;

  if (!key || mc_scene_node_get_role (node) == MC_SCENE_GROUND)
    return flags;
  if (g_hash_table_size (self->selection) > 0 && g_hash_table_contains (self->selection, key))
    flags |= MC_PAINT_SELECTED;
  if (self->found && mc_scene_node_get_role (node) == MC_SCENE_ITEM && !g_hash_table_contains (self->found, key))
    flags |= MC_PAINT_DIMMED;
  if (self->drop_key && g_str_equal (self->drop_key, key))
    flags |= MC_PAINT_DROP;
  if (self->hover_key && g_str_equal (self->hover_key, key))
    flags |= MC_PAINT_HOVER;
  return flags;
}

void
mc_canvas_repaint_key (McCanvas *self, const char *key)
{
  McSceneNode *node = self->scene && key ? mc_scene_find (self->scene, key) : NULL;
  McRect area;

  if (!node)
    return;
  area = mc_scene_node_get_bounds (node);
  area = (McRect){ area.x - RING, area.y - RING, area.width + 2 * RING, area.height + 2 * RING };
  mc_canvas_tiles_invalidate (self->tiles, &area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
repaint_difference (McCanvas *self, GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  const char *key;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (!g_hash_table_contains (after, key))
      mc_canvas_repaint_key (self, key);
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (!g_hash_table_contains (before, key))
      mc_canvas_repaint_key (self, key);
}

static gboolean
same_keys (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  const char *key;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (!g_hash_table_contains (b, key))
      return FALSE;
  return TRUE;
}

/* @keys: (transfer full) */
static void
take_selection (McCanvas *self, GHashTable *keys)
{
  g_autoptr (GHashTable) before = self->selection;

  self->selection = keys;
  if (same_keys (before, keys))
    return;
  repaint_difference (self, before, keys);
  mc_canvas_access_selection_changed (self);
  mc_canvas_notify_selection (self);
}

char **
mc_canvas_dup_selection (McCanvas *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (MC_IS_CANVAS (self), NULL);
  for (guint i = 0; self->scene && i < mc_scene_get_n_nodes (self->scene); i++)
    {
      const char *key = mc_scene_node_get_key (mc_scene_get_node (self->scene, i));

      if (key && g_hash_table_contains (self->selection, key))
        g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

void
mc_canvas_set_selection (McCanvas *self, const char *const *keys)
{
  g_autoptr (GHashTable) wanted = NULL;
  GHashTableIter iter;
  const char *key;

  g_return_if_fail (MC_IS_CANVAS (self));
  wanted = self->selection_mode == GTK_SELECTION_NONE ? new_keys () : copy_keys (keys);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    {
      McSceneNode *node = self->scene ? mc_scene_find (self->scene, key) : NULL;

      if (!node || !is_selectable (node) ||
          (self->selection_mode != GTK_SELECTION_MULTIPLE && g_hash_table_size (wanted) > 1))
        g_hash_table_iter_remove (&iter);
    }
  take_selection (self, g_steal_pointer (&wanted));
}

gboolean
mc_canvas_is_selected (McCanvas *self, const char *key)
{
  g_return_val_if_fail (MC_IS_CANVAS (self) && key, FALSE);
  return g_hash_table_contains (self->selection, key);
}

guint
mc_canvas_get_n_selected (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), 0);
  return g_hash_table_size (self->selection);
}

void
mc_canvas_selection_select (McCanvas *self, const char *key, gboolean add, gboolean toggle)
{
  McSceneNode *node = key && self->scene ? mc_scene_find (self->scene, key) : NULL;
  GHashTable *keys;

  if (self->selection_mode == GTK_SELECTION_NONE || (node && !is_selectable (node)))
    return;
  add = add && self->selection_mode == GTK_SELECTION_MULTIPLE;
  if (toggle && key && g_hash_table_contains (self->selection, key))
    {
      g_auto (GStrv) before = mc_canvas_dup_selection (self);

      keys = copy_keys ((const char *const *)before);
      g_hash_table_remove (keys, key);
      take_selection (self, keys);
      return;
    }
  if (add)
    {
      g_auto (GStrv) before = mc_canvas_dup_selection (self);
      keys = copy_keys ((const char *const *)before);
    }
  else
    keys = new_keys ();
  if (node)
    g_hash_table_add (keys, g_strdup (key));
  take_selection (self, keys);
}

void
mc_canvas_selection_begin_band (McCanvas *self, gboolean add)
{
  g_auto (GStrv) before = add ? mc_canvas_dup_selection (self) : NULL;

  g_clear_pointer (&self->band_before, g_hash_table_unref);
  self->band_before = copy_keys ((const char *const *)before);
}

/* All that lie within it whole, as in a file manager's plan; touching is too much where rooms lie under desks. */
void
mc_canvas_selection_update_band (McCanvas *self)
{
  g_autoptr (GPtrArray) nodes = self->scene ? mc_scene_query (self->scene, &self->band) : NULL;
  GHashTable *keys = new_keys ();
  GHashTableIter iter;
  const char *key;

  g_hash_table_iter_init (&iter, self->band_before);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    g_hash_table_add (keys, g_strdup (key));
  for (guint i = 0; nodes && i < nodes->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (nodes, i);
      McRect box = mc_scene_node_get_bounds (node);

      if (is_selectable (node) && box.x >= self->band.x && box.y >= self->band.y &&
          box.x + box.width <= self->band.x + self->band.width &&
          box.y + box.height <= self->band.y + self->band.height)
        g_hash_table_add (keys, g_strdup (mc_scene_node_get_key (node)));
    }
  take_selection (self, keys);
}

void
mc_canvas_selection_end_band (McCanvas *self, gboolean cancel)
{
  if (!self->band_before)
    return;
  if (cancel)
    take_selection (self, g_steal_pointer (&self->band_before));
  g_clear_pointer (&self->band_before, g_hash_table_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
mc_canvas_get_focus_key (McCanvas *self)
{
  g_return_val_if_fail (MC_IS_CANVAS (self), NULL);
  return self->focus_key;
}

void
mc_canvas_set_focus_key (McCanvas *self, const char *key)
{
  g_autofree char *before = NULL;
  McSceneNode *node;

  g_return_if_fail (MC_IS_CANVAS (self));
  node = key && self->scene ? mc_scene_find (self->scene, key) : NULL;
  if (!node || !is_interactive (node))
    key = NULL;
  before = g_strdup (self->focus_key);
  if (!g_set_str (&self->focus_key, key))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  mc_canvas_access_focus_changed (self, before);
  mc_canvas_notify_focus (self);
}

gboolean
mc_canvas_set_drop_key (McCanvas *self, const char *key)
{
  g_autofree char *before = g_strdup (self->drop_key);

  if (!g_set_str (&self->drop_key, key))
    return FALSE;
  mc_canvas_repaint_key (self, before);
  mc_canvas_repaint_key (self, key);
  return TRUE;
}

void
mc_canvas_set_found (McCanvas *self, const char *const *keys)
{
  g_return_if_fail (MC_IS_CANVAS (self));
  if (!self->found && !keys)
    return;
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = keys ? copy_keys (keys) : NULL;
  mc_canvas_tiles_invalidate (self->tiles, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is gone is neither selected nor focused any more. */
void
mc_canvas_selection_scene_changed (McCanvas *self)
{
  g_auto (GStrv) kept = mc_canvas_dup_selection (self);

  mc_canvas_set_selection (self, (const char *const *)kept);
  if (self->focus_key && (!self->scene || !mc_scene_find (self->scene, self->focus_key)))
    mc_canvas_set_focus_key (self, NULL);
  if (self->hover_key && (!self->scene || !mc_scene_find (self->scene, self->hover_key)))
    g_clear_pointer (&self->hover_key, g_free);
  g_clear_pointer (&self->drop_key, g_free);
}
