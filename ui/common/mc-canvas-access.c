/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-access.h"

#include "mc-canvas-private.h"
#include "mc-drawn-accessible.h"
#include "mc-scene-accessible.h"

/* The drawing as a screen reader walks it. Accessibles are made when they are asked for: a drawing of two thousand
 * boxes costs nothing as long as nobody listens. */

static GtkAccessibleInterface *parent_iface;

static GtkAccessibleRole
find_role (McCanvas *self, McSceneNode *node)
{
  gboolean tree = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) == GTK_ACCESSIBLE_ROLE_TREE;

  switch (mc_scene_node_get_role (node))
    {
    case MC_SCENE_GROUP:
      return GTK_ACCESSIBLE_ROLE_GROUP;
    case MC_SCENE_BUTTON:
      return GTK_ACCESSIBLE_ROLE_BUTTON;
    case MC_SCENE_IMAGE:
      return GTK_ACCESSIBLE_ROLE_IMG;
    case MC_SCENE_ITEM:
    case MC_SCENE_GROUND:
    default:
      return tree ? GTK_ACCESSIBLE_ROLE_TREE_ITEM : GTK_ACCESSIBLE_ROLE_LIST_ITEM;
    }
}

static McSceneOutline *
get_outline (McCanvas *self)
{
  if (!self->outline)
    self->outline = mc_scene_outline_new (self->scene);
  return self->outline;
}

static McSceneAccessible *
ensure (McCanvas *self, McSceneNode *node)
{
  const char *key = mc_scene_node_get_key (node);
  McSceneAccessible *accessible = g_hash_table_lookup (self->accessibles, key);

  if (accessible)
    return accessible;
  accessible = mc_scene_accessible_new (self, node, find_role (self, node));
  g_hash_table_insert (self->accessibles, g_strdup (key), accessible);
  mc_scene_accessible_update (accessible, node, mc_canvas_is_selected (self, key));
  return accessible;
}

static GtkAccessible *
ref_accessible (McCanvas *self, McSceneNode *node)
{
  return node ? GTK_ACCESSIBLE (g_object_ref (ensure (self, node))) : NULL;
}

GtkAccessible *
mc_canvas_access_find (McCanvas *self, const char *key)
{
  McSceneNode *node;

  g_return_val_if_fail (MC_IS_CANVAS (self) && key, NULL);
  node = mc_scene_outline_find (get_outline (self), key);
  return node ? GTK_ACCESSIBLE (ensure (self, node)) : NULL;
}

GtkAccessible *
mc_canvas_access_get_parent (McCanvas *self, const char *key)
{
  McSceneNode *parent = mc_scene_outline_get_parent (get_outline (self), key);

  return parent ? ref_accessible (self, parent) : GTK_ACCESSIBLE (g_object_ref (self));
}

GtkAccessible *
mc_canvas_access_get_first (McCanvas *self, const char *key)
{
  return ref_accessible (self, mc_scene_outline_get_first (get_outline (self), key));
}

/* After the last node come the widgets that stand on the canvas: menus and cards. */
GtkAccessible *
mc_canvas_access_get_next (McCanvas *self, const char *key)
{
  McSceneOutline *outline = get_outline (self);
  McSceneNode *next = mc_scene_outline_get_next (outline, key);

  if (next)
    return ref_accessible (self, next);
  if (!mc_scene_outline_find (outline, key) || mc_scene_outline_get_parent (outline, key))
    return NULL;
  return parent_iface->get_first_accessible_child (GTK_ACCESSIBLE (self));
}

static McRect
get_box (McCanvas *self, McSceneNode *node)
{
  McRect box = mc_scene_node_get_bounds (node);
  McPoint at = mc_canvas_from_scene (self, box.x, box.y);

  return (McRect){ at.x, at.y, box.width * self->view.scale, box.height * self->view.scale };
}

gboolean
mc_canvas_access_get_bounds (McCanvas *self, const char *key, McRect *box)
{
  McSceneNode *node = mc_scene_outline_find (get_outline (self), key);
  McSceneNode *parent = mc_scene_outline_get_parent (get_outline (self), key);

  if (!node)
    return FALSE;
  *box = get_box (self, node);
  if (parent)
    {
      McRect above = get_box (self, parent);

      box->x -= above.x;
      box->y -= above.y;
    }
  return TRUE;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  GtkAccessible *first = mc_canvas_access_get_first (MC_CANVAS (accessible), NULL);

  return first ? first : parent_iface->get_first_accessible_child (accessible);
}

/* The node that has the focus speaks for the canvas. */
static gboolean
get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED && MC_CANVAS (accessible)->focus_key)
    return FALSE;
  return parent_iface->get_platform_state (accessible, state);
}

void
mc_canvas_access_iface_init (GtkAccessibleInterface *iface)
{
  parent_iface = mc_drawn_accessible_inherit (iface);
  iface->get_first_accessible_child = get_first_accessible_child;
  iface->get_platform_state = get_platform_state;
}

static void
update_label (McCanvas *self)
{
  const char *title = self->scene ? mc_scene_get_title (self->scene) : NULL;
  const char *subtitle = self->scene ? mc_scene_get_subtitle (self->scene) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle ? subtitle : "", -1);
}

static gboolean
is_gone (McCanvas *self, McSceneAccessible *accessible, McSceneOutline *after)
{
  McSceneNode *node = mc_scene_outline_find (after, mc_scene_accessible_get_key (accessible));

  return !node || find_role (self, node) != gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (accessible));
}

/* Those that are gone take their leave while the tree still has them; who listens then asks for their neighbours, which
 * may make some that nobody had looked at. */
static void
remove_gone (McCanvas *self, McSceneOutline *after)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  McSceneAccessible *accessible;

  g_hash_table_iter_init (&iter, self->accessibles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&accessible))
    if (is_gone (self, accessible, after))
      g_ptr_array_add (gone, g_object_ref (accessible));
  for (guint i = 0; i < gone->len; i++)
    mc_scene_accessible_announce_removed (g_ptr_array_index (gone, i));
  g_hash_table_iter_init (&iter, self->accessibles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&accessible))
    if (is_gone (self, accessible, after))
      g_hash_table_iter_remove (&iter);
}

/* What nobody has looked at yet needs no news, except that it came to a tree that somebody walks. */
static void
update_known (McCanvas *self, McSceneOutline *before)
{
  for (guint i = 0; self->scene && i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, i);
      const char *key = mc_scene_node_get_key (node);

      if (!key || mc_scene_node_get_role (node) == MC_SCENE_GROUND)
        continue;
      if (g_hash_table_contains (self->accessibles, key))
        mc_scene_accessible_update (ensure (self, node), node, mc_canvas_is_selected (self, key));
      else if (!mc_scene_outline_find (before, key))
        mc_scene_accessible_announce_added (ensure (self, node));
    }
}

void
mc_canvas_access_scene_changed (McCanvas *self)
{
  McSceneOutline *before = self->outline;

  update_label (self);
  self->outline = NULL;
  if (g_hash_table_size (self->accessibles) > 0)
    {
      McSceneOutline *after = mc_scene_outline_new (self->scene);

      self->outline = before;
      remove_gone (self, after);
      self->outline = after;
      update_known (self, before);
    }
  g_clear_pointer (&before, mc_scene_outline_free);
}

void
mc_canvas_access_focus_changed (McCanvas *self, const char *before)
{
  GtkAccessible *left = before ? g_hash_table_lookup (self->accessibles, before) : NULL;
  GtkAccessible *entered = NULL;

  if (left)
    mc_drawn_accessible_focus_changed (MC_DRAWN_ACCESSIBLE (left));
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  entered = self->focus_key ? mc_canvas_access_find (self, self->focus_key) : NULL;
  if (entered)
    {
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, entered, -1);
      mc_drawn_accessible_focus_changed (MC_DRAWN_ACCESSIBLE (entered));
    }
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

void
mc_canvas_access_selection_changed (McCanvas *self)
{
  GHashTableIter iter;
  const char *key;
  McSceneAccessible *accessible;

  g_hash_table_iter_init (&iter, self->accessibles);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&accessible))
    {
      McSceneNode *node = mc_scene_outline_find (get_outline (self), key);

      if (node)
        mc_scene_accessible_update (accessible, node, mc_canvas_is_selected (self, key));
    }
}

static void
has_focus_cb (McCanvas *self)
{
  McSceneAccessible *accessible;

  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      mc_canvas_access_focus_changed (self, NULL);
      return;
    }
  accessible = self->focus_key ? g_hash_table_lookup (self->accessibles, self->focus_key) : NULL;
  if (accessible)
    mc_drawn_accessible_focus_changed (MC_DRAWN_ACCESSIBLE (accessible));
}

void
mc_canvas_access_init (McCanvas *self)
{
  self->accessibles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (has_focus_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
}

void
mc_canvas_access_dispose (McCanvas *self)
{
  g_clear_pointer (&self->accessibles, g_hash_table_unref);
  g_clear_pointer (&self->outline, mc_scene_outline_free);
}
