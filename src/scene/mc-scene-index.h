/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene-node.h"

G_BEGIN_DECLS

/** McSceneIndex: which of many rectangles touch a given one; a packed R-tree (Leutenegger's sort-tile-recursive). */
typedef struct _McSceneIndex McSceneIndex;

/** mc_scene_index_new: (transfer full): of @n rectangles, known by their place in @rects; they are copied. */
McSceneIndex *mc_scene_index_new (const McRect *rects, guint n);
void mc_scene_index_free (McSceneIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSceneIndex, mc_scene_index_free)

/** mc_scene_index_query: (transfer full) (element-type guint): places of what touches @area, edges included, rising. */
GArray *mc_scene_index_query (McSceneIndex *self, const McRect *area);

G_END_DECLS
