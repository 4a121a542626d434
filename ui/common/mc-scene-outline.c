/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene-outline.h"

typedef struct
{
  McSceneNode *node;
  int parent, first, last, next; /* places in the list; -1: none */
} Entry;

struct _McSceneOutline
{
  McScene *scene;
  GArray *entries;
  GHashTable *places; /* by key, one more than the place */
  int first, last;
};

static Entry *
entry_at (McSceneOutline *self, int place)
{
  return place >= 0 ? &g_array_index (self->entries, Entry, place) : NULL;
}

static int
find_place (McSceneOutline *self, const char *key)
{
  return key ? GPOINTER_TO_INT (g_hash_table_lookup (self->places, key)) - 1 : -1;
}

static void
add_nodes (McSceneOutline *self)
{
  for (guint i = 0; i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, i);
      const char *key = mc_scene_node_get_key (node);
      Entry entry = { node, -1, -1, -1, -1 };

      if (!key || mc_scene_node_get_role (node) == MC_SCENE_GROUND)
        continue;
      g_array_append_val (self->entries, entry);
      g_hash_table_insert (self->places, (gpointer)key, GINT_TO_POINTER (self->entries->len));
    }
}

/* Whether @place lies under itself if it stands under @parent: a ring that no walk would leave. */
static gboolean
would_ring (McSceneOutline *self, int place, int parent)
{
  for (guint n = 0; parent >= 0; parent = entry_at (self, parent)->parent, n++)
    if (parent == place || n > self->entries->len)
      return TRUE;
  return FALSE;
}

static void
link_nodes (McSceneOutline *self)
{
  for (int i = 0; i < (int)self->entries->len; i++)
    {
      Entry *entry = entry_at (self, i);
      int parent = find_place (self, mc_scene_node_get_parent (entry->node));
      Entry *above = would_ring (self, i, parent) ? NULL : entry_at (self, parent);
      int *first = above ? &above->first : &self->first;
      int *last = above ? &above->last : &self->last;

      entry->parent = above ? parent : -1;
      if (*last >= 0)
        entry_at (self, *last)->next = i;
      else
        *first = i;
      *last = i;
    }
}

McSceneOutline *
mc_scene_outline_new (McScene *scene)
{
  McSceneOutline *self = g_new0 (McSceneOutline, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->first = self->last = -1;
  if (scene)
    {
      self->scene = g_object_ref (scene);
      add_nodes (self);
      link_nodes (self);
    }
  return self;
}

void
mc_scene_outline_free (McSceneOutline *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->places);
  g_clear_object (&self->scene);
  g_free (self);
}

static McSceneNode *
node_at (McSceneOutline *self, int place)
{
  return place >= 0 ? entry_at (self, place)->node : NULL;
}

McSceneNode *
mc_scene_outline_get_first (McSceneOutline *self, const char *key)
{
  Entry *entry = entry_at (self, find_place (self, key));

  return node_at (self, entry ? entry->first : key ? -1 : self->first);
}

McSceneNode *
mc_scene_outline_get_next (McSceneOutline *self, const char *key)
{
  Entry *entry = entry_at (self, find_place (self, key));

  return node_at (self, entry ? entry->next : -1);
}

McSceneNode *
mc_scene_outline_get_parent (McSceneOutline *self, const char *key)
{
  Entry *entry = entry_at (self, find_place (self, key));

  return node_at (self, entry ? entry->parent : -1);
}

McSceneNode *
mc_scene_outline_find (McSceneOutline *self, const char *key)
{
  return node_at (self, find_place (self, key));
}
