/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene.h"

G_BEGIN_DECLS

/**
 * McSceneOutline:
 * The nodes of a scene that can be pointed at, as a tree: for screen readers. A node stands under the one that
 * mc_scene_node_set_parent() named, or at the top if that is not in the scene.
 */
typedef struct _McSceneOutline McSceneOutline;

/** mc_scene_outline_new: @scene (nullable): referenced. */
McSceneOutline *mc_scene_outline_new (McScene *scene);
void mc_scene_outline_free (McSceneOutline *self);

/* All: (nullable) (transfer none): a node of the scene; of the key NULL, the first at the top. */
McSceneNode *mc_scene_outline_get_first (McSceneOutline *self, const char *key);
McSceneNode *mc_scene_outline_get_next (McSceneOutline *self, const char *key);
McSceneNode *mc_scene_outline_get_parent (McSceneOutline *self, const char *key);
/** mc_scene_outline_find: the node of this key, if it is one of the tree. */
McSceneNode *mc_scene_outline_find (McSceneOutline *self, const char *key);

G_END_DECLS
