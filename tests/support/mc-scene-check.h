/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene.h"

G_BEGIN_DECLS

/**
 * mc_scene_check_texts: fails the test, with what and where, if the ink of a text leaves its box, a text box has no
 * room for one line, or two texts of a node that are not turned lie over one another.
 */
void mc_scene_check_texts (McScene *scene);

/**
 * mc_scene_check_boxes: fails the test if two items overlap, of which neither is above the other by parents; two
 * groups of one parent; or if the text of an item leaves the item's bounds. Edges may touch.
 */
void mc_scene_check_boxes (McScene *scene);

/** mc_scene_check: both, and that everything lies within the scene's bounds. For layouts on random inputs. */
void mc_scene_check (McScene *scene);

G_END_DECLS
