/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McTidyNode:
 * A node of a tree of boxes that may all have different sizes. Set @width, @height and the children before the layout;
 * @x and @y are its result: the upper left corner, the leftmost of all at x = 0, the root at y = 0. The other members
 * belong to the layout.
 */
typedef struct _McTidyNode McTidyNode;

struct _McTidyNode
{
  double width, height;
  double x, y;
  GPtrArray *children; /* McTidyNode, owned */
  gpointer data;       /* the caller's */

  /*< private >*/
  double prelim, mod, shift, change;
  McTidyNode *left_thread, *right_thread;
  McTidyNode *left_extreme, *right_extreme;
  double left_mod, right_mod;
};

McTidyNode *mc_tidy_node_new (double width, double height, gpointer data);
void mc_tidy_node_free (McTidyNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTidyNode, mc_tidy_node_free)

/** mc_tidy_node_add: @child: (transfer full): the last child from now on. */
void mc_tidy_node_add (McTidyNode *self, McTidyNode *child);

/**
 * mc_tidy_tree_layout:
 * @sibling_gap: between boxes side by side, points
 * @level_gap: between a box and its children, points
 *
 * Draws the tree downwards: children in order beneath their parent, which stands over their middle; no two boxes
 * overlap, and subtrees stand as close as their outlines allow, not as their bounding boxes. In time proportional to
 * the number of nodes: A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and
 * Experience 44 (2014). For a tree to the right, give widths and heights exchanged, and exchange x and y of the result.
 */
void mc_tidy_tree_layout (McTidyNode *root, double sibling_gap, double level_gap);

/** mc_tidy_tree_get_extent: the width and height that the laid-out tree takes. */
void mc_tidy_tree_get_extent (const McTidyNode *root, double *width, double *height);

G_END_DECLS
