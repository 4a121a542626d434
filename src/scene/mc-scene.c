/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene.h"

#include "mc-scene-index.h"
#include "mc-scene-node-private.h"

struct _McScene
{
  GObject parent_instance;

  GPtrArray *nodes;   /* of McSceneNode, in painting order */
  GPtrArray *reading; /* of McSceneNode, borrowed; made when sealed */
  GHashTable *by_key; /* borrowed both */
  McSceneIndex *index;
  McRect bounds;
  double metres_per_point;
  char *title;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (McScene, mc_scene, G_TYPE_OBJECT)

static void
mc_scene_finalize (GObject *object)
{
  McScene *self = MC_SCENE (object);

  g_clear_pointer (&self->index, mc_scene_index_free);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->reading);
  g_ptr_array_unref (self->nodes);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (mc_scene_parent_class)->finalize (object);
}

static void
mc_scene_class_init (McSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_scene_finalize;
}

static void
mc_scene_init (McScene *self)
{
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_scene_node_unref);
  self->reading = g_ptr_array_new ();
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

McScene *
mc_scene_new (void)
{
  return g_object_new (MC_TYPE_SCENE, NULL);
}

void
mc_scene_add (McScene *self, McSceneNode *node)
{
  const char *key = mc_scene_node_get_key (node);

  g_return_if_fail (!self->index);
  g_ptr_array_add (self->nodes, node);
  if (key && !g_hash_table_insert (self->by_key, (char *)key, node))
    g_critical ("two nodes of a scene have the key %s", key);
}

/* Depth first; @children maps a key to the nodes that name it as their parent. */
static void
read_out (McScene *self, McSceneNode *node, GHashTable *children, GHashTable *seen)
{
  const char *key = mc_scene_node_get_key (node);
  GPtrArray *below = key ? g_hash_table_lookup (children, key) : NULL;

  if (!g_hash_table_add (seen, node))
    return;
  if (mc_scene_node_is_interactive (node))
    g_ptr_array_add (self->reading, node);
  for (guint i = 0; below && i < below->len; i++)
    read_out (self, g_ptr_array_index (below, i), children, seen);
}

static void
make_reading (McScene *self)
{
  g_autoptr (GHashTable) children =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (self->nodes, i);
      const char *parent = mc_scene_node_get_parent (node);
      GPtrArray *below;

      if (!parent)
        continue;
      below = g_hash_table_lookup (children, parent);
      if (!below)
        g_hash_table_insert (children, (char *)parent, below = g_ptr_array_new ());
      g_ptr_array_add (below, node);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (self->nodes, i);
      const char *parent = mc_scene_node_get_parent (node);

      if (!parent || !g_hash_table_contains (self->by_key, parent))
        read_out (self, node, children, seen);
    }
  /* Parents that go round in a circle: nobody is left out. */
  for (guint i = 0; i < self->nodes->len; i++)
    read_out (self, g_ptr_array_index (self->nodes, i), children, seen);
}

void
mc_scene_seal (McScene *self, double margin)
{
  g_autofree McRect *extents = g_new0 (McRect, self->nodes->len);

  g_return_if_fail (!self->index);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (self->nodes, i);

      mc_scene_node_seal (node);
      extents[i] = mc_scene_node_get_extents (node);
      if (i == 0)
        self->bounds = extents[i];
      else
        mc_rect_union (&self->bounds, &extents[i]);
    }
  self->bounds.x -= margin;
  self->bounds.y -= margin;
  self->bounds.width += 2 * margin;
  self->bounds.height += 2 * margin;
  self->index = mc_scene_index_new (extents, self->nodes->len);
  make_reading (self);
}

McRect
mc_scene_get_bounds (McScene *self)
{
  return self->bounds;
}

void
mc_scene_set_title (McScene *self, const char *title, const char *subtitle)
{
  g_set_str (&self->title, title);
  g_set_str (&self->subtitle, subtitle);
}

const char *
mc_scene_get_title (McScene *self)
{
  return self->title;
}

const char *
mc_scene_get_subtitle (McScene *self)
{
  return self->subtitle;
}

void
mc_scene_set_scale (McScene *self, double metres_per_point)
{
  self->metres_per_point = metres_per_point;
}

double
mc_scene_get_scale (McScene *self)
{
  return self->metres_per_point;
}

GPtrArray *
mc_scene_get_reading (McScene *self)
{
  return self->reading;
}

guint
mc_scene_get_n_nodes (McScene *self)
{
  return self->nodes->len;
}

McSceneNode *
mc_scene_get_node (McScene *self, guint position)
{
  g_return_val_if_fail (position < self->nodes->len, NULL);
  return g_ptr_array_index (self->nodes, position);
}

double
mc_scene_get_least_text (McScene *self)
{
  double least = 0;

  g_return_val_if_fail (MC_IS_SCENE (self), 0);
  for (guint i = 0; i < mc_scene_get_n_nodes (self); i++)
    {
      gsize n;
      const McMark *marks = mc_scene_node_get_marks (mc_scene_get_node (self, i), &n);

      for (gsize k = 0; k < n; k++)
        if (marks[k].kind == MC_MARK_TEXT && (least == 0 || marks[k].text.style.size < least))
          least = marks[k].text.style.size;
    }
  return least;
}

McSceneNode *
mc_scene_find (McScene *self, const char *key)
{
  return key ? g_hash_table_lookup (self->by_key, key) : NULL;
}

McSceneNode *
mc_scene_pick (McScene *self, double x, double y)
{
  McRect point = { x, y, 0, 0 };
  g_autoptr (GArray) found = NULL;

  g_return_val_if_fail (self->index, NULL);
  found = mc_scene_index_query (self->index, &point);
  for (guint i = found->len; i > 0; i--)
    {
      McSceneNode *node = g_ptr_array_index (self->nodes, g_array_index (found, guint, i - 1));
      McRect bounds = mc_scene_node_get_bounds (node);

      if (mc_scene_node_is_interactive (node) && mc_rect_touches (&bounds, &point))
        return node;
    }
  return NULL;
}

GPtrArray *
mc_scene_query (McScene *self, const McRect *area)
{
  GPtrArray *nodes = g_ptr_array_new ();
  g_autoptr (GArray) found = NULL;

  g_return_val_if_fail (self->index, nodes);
  found = mc_scene_index_query (self->index, area);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (nodes, g_ptr_array_index (self->nodes, g_array_index (found, guint, i)));
  return nodes;
}
