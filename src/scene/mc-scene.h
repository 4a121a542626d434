/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-scene-node.h"

G_BEGIN_DECLS

#define MC_TYPE_SCENE (mc_scene_get_type ())
G_DECLARE_FINAL_TYPE (McScene, mc_scene, MC, SCENE, GObject)

/**
 * McScene:
 * A drawing in points (1/72 inch), y downwards, made by a pure layout from nouns and options. It is a list of nodes in
 * painting order; a node is what a person can point at, focus or hear (a box of the chart, a counter, a room), or a
 * piece of ground that is only seen (lines, grid, captions). A scene never changes after mc_scene_seal(): another state
 * is another scene, and nodes that kept their key are the same thing to the eye and to the screen reader.
 */
McScene *mc_scene_new (void);

/** mc_scene_add: (transfer full to the scene). Keys are unique or NULL. */
void mc_scene_add (McScene *self, McSceneNode *node);

/** mc_scene_seal: computes bounds and the index; nothing can be added after it. @margin in points around all. */
void mc_scene_seal (McScene *self, double margin);

/** mc_scene_get_bounds: of everything, margin included; may begin below 0. */
McRect mc_scene_get_bounds (McScene *self);

/** mc_scene_set_title, _get_title: what the drawing shows, for the title block, file meta data and screen readers. */
void mc_scene_set_title (McScene *self, const char *title, const char *subtitle);
const char *mc_scene_get_title (McScene *self);
const char *mc_scene_get_subtitle (McScene *self);

/** mc_scene_set_scale: metres a point stands for, where the drawing is true to scale (floor plan); 0 otherwise. */
void mc_scene_set_scale (McScene *self, double metres_per_point);
double mc_scene_get_scale (McScene *self);

/**
 * mc_scene_get_reading: (transfer none) (element-type McSceneNode): the interactive nodes in reading order: each
 * before those that name it as their parent, otherwise as they were added. What a screen reader goes through.
 */
GPtrArray *mc_scene_get_reading (McScene *self);

guint mc_scene_get_n_nodes (McScene *self);
McSceneNode *mc_scene_get_node (McScene *self, guint position);
/** mc_scene_get_least_text: the size of its smallest text, points; 0 where nothing is written. */
double mc_scene_get_least_text (McScene *self);
/** mc_scene_find: (nullable) (transfer none): the node with @key. O(1). */
McSceneNode *mc_scene_find (McScene *self, const char *key);
/** mc_scene_pick: (nullable) (transfer none): the topmost interactive node at a point; O(log n) by the index. */
McSceneNode *mc_scene_pick (McScene *self, double x, double y);
/** mc_scene_query: (transfer container): nodes that touch @area, in painting order; for culling and rubber bands. */
GPtrArray *mc_scene_query (McScene *self, const McRect *area);
/**
 * mc_scene_step: (nullable) (transfer none): the interactive node that an arrow key leads to from @from (NULL: the
 * first); by reading structure where nodes have parents (child below, sibling beside), by geometry otherwise.
 */
McSceneNode *mc_scene_step (McScene *self, McSceneNode *from, McSceneDirection direction);

G_END_DECLS
