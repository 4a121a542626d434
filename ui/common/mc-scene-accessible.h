/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"
#include "mc-drawn-accessible.h"

G_BEGIN_DECLS

#define MC_TYPE_SCENE_ACCESSIBLE (mc_scene_accessible_get_type ())
G_DECLARE_FINAL_TYPE (McSceneAccessible, mc_scene_accessible, MC, SCENE_ACCESSIBLE, McDrawnAccessible)

/**
 * McSceneAccessible:
 * What a screen reader sees of a node: role, name, description, state and place. Made when somebody looks, and kept for
 * the key's life.
 */
McSceneAccessible *mc_scene_accessible_new (McCanvas *canvas, McSceneNode *node, GtkAccessibleRole role);

const char *mc_scene_accessible_get_key (McSceneAccessible *self);

/** mc_scene_accessible_update: the names and states of the node as it is now. */
void mc_scene_accessible_update (McSceneAccessible *self, McSceneNode *node, gboolean selected);

/** mc_scene_accessible_announce_added, _removed: tells who listens that the tree has changed there. */
void mc_scene_accessible_announce_added (McSceneAccessible *self);
void mc_scene_accessible_announce_removed (McSceneAccessible *self);

G_END_DECLS
