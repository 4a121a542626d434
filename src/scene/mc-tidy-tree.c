/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-tidy-tree.h"

/* The names are those of the paper: a thread leads from the lowest node of an outline to the next one of a deeper
 * sibling; mod moves a whole subtree; the list of lowest y says which sibling the outline at a height belongs to. */

typedef struct _Lowest Lowest;

struct _Lowest
{
  double y;
  guint index;
  Lowest *next;
};

McTidyNode *
mc_tidy_node_new (double width, double height, gpointer data)
{
  McTidyNode *self = g_new0 (McTidyNode, 1);

  self->width = width;
  self->height = height;
  self->data = data;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_tidy_node_free);
  return self;
}

void
mc_tidy_node_free (McTidyNode *self)
{
  g_ptr_array_unref (self->children);
  g_free (self);
}

void
mc_tidy_node_add (McTidyNode *self, McTidyNode *child)
{
  g_ptr_array_add (self->children, child);
}

static McTidyNode *
child_at (McTidyNode *node, guint index)
{
  return g_ptr_array_index (node->children, index);
}

static McTidyNode *
last_child (McTidyNode *node)
{
  return child_at (node, node->children->len - 1);
}

static double
bottom (const McTidyNode *node)
{
  return node->y + node->height;
}

static Lowest *
lowest_push (double y, guint index, Lowest *list)
{
  Lowest *entry;

  /* What ends higher than the new sibling is hidden by it. */
  while (list && y >= list->y)
    {
      Lowest *hidden = list;

      list = list->next;
      g_free (hidden);
    }
  entry = g_new (Lowest, 1);
  *entry = (Lowest){ y, index, list };
  return entry;
}

static void
lowest_free (Lowest *list)
{
  while (list)
    {
      Lowest *next = list->next;

      g_free (list);
      list = next;
    }
}

static void
set_extremes (McTidyNode *node)
{
  if (node->children->len == 0)
    {
      node->left_extreme = node->right_extreme = node;
      node->left_mod = node->right_mod = 0;
      return;
    }
  node->left_extreme = child_at (node, 0)->left_extreme;
  node->left_mod = child_at (node, 0)->left_mod;
  node->right_extreme = last_child (node)->right_extreme;
  node->right_mod = last_child (node)->right_mod;
}

/* Spreads what a subtree was moved by over the siblings between it and the one that it met. */
static void
move_subtree (McTidyNode *node, guint index, guint met, double distance)
{
  McTidyNode *child = child_at (node, index);

  child->mod += distance;
  child->left_mod += distance;
  child->right_mod += distance;
  if (met + 1 != index)
    {
      double between = index - met;

      child_at (node, met + 1)->shift += distance / between;
      child->shift -= distance / between;
      child->change -= distance - distance / between;
    }
}

static McTidyNode *
next_left (McTidyNode *node)
{
  return node->children->len ? child_at (node, 0) : node->left_thread;
}

static McTidyNode *
next_right (McTidyNode *node)
{
  return node->children->len ? last_child (node) : node->right_thread;
}

static void
set_left_thread (McTidyNode *node, guint index, McTidyNode *to, double mods)
{
  McTidyNode *first = child_at (node, 0);
  McTidyNode *extreme = first->left_extreme;
  double difference = (mods - to->mod) - first->left_mod;

  extreme->left_thread = to;
  extreme->mod += difference;
  extreme->prelim -= difference;
  first->left_extreme = child_at (node, index)->left_extreme;
  first->left_mod = child_at (node, index)->left_mod;
}

static void
set_right_thread (McTidyNode *node, guint index, McTidyNode *to, double mods)
{
  McTidyNode *child = child_at (node, index);
  McTidyNode *extreme = child->right_extreme;
  double difference = (mods - to->mod) - child->right_mod;

  extreme->right_thread = to;
  extreme->mod += difference;
  extreme->prelim -= difference;
  child->right_extreme = child_at (node, index - 1)->right_extreme;
  child->right_mod = child_at (node, index - 1)->right_mod;
}

/* Walks down the right outline of what stands already and the left one of the new subtree together. */
static void
separate (McTidyNode *node, guint index, const Lowest *lowest)
{
  McTidyNode *right = child_at (node, index - 1);
  McTidyNode *left = child_at (node, index);
  double right_mods = right->mod, left_mods = left->mod;

  while (right && left)
    {
      double distance, right_bottom = bottom (right), left_bottom = bottom (left);

      if (right_bottom > lowest->y && lowest->next)
        lowest = lowest->next;
      distance = (right_mods + right->prelim + right->width) - (left_mods + left->prelim);
      if (distance > 0)
        {
          left_mods += distance;
          move_subtree (node, index, lowest->index, distance);
        }
      if (right_bottom <= left_bottom && (right = next_right (right)))
        right_mods += right->mod;
      if (right_bottom >= left_bottom && (left = next_left (left)))
        left_mods += left->mod;
    }
  if (!right && left)
    set_left_thread (node, index, left, left_mods);
  else if (right && !left)
    set_right_thread (node, index, right, right_mods);
}

static void
first_walk (McTidyNode *node, double y)
{
  Lowest *lowest = NULL;

  node->y = y;
  node->prelim = node->mod = node->shift = node->change = 0;
  node->left_thread = node->right_thread = NULL;
  for (guint i = 0; i < node->children->len; i++)
    {
      McTidyNode *child = child_at (node, i);
      double least;

      first_walk (child, y + node->height);
      if (i == 0)
        {
          lowest = lowest_push (bottom (child->left_extreme), 0, NULL);
          continue;
        }
      least = bottom (child->right_extreme);
      separate (node, i, lowest);
      lowest = lowest_push (least, i, lowest);
    }
  lowest_free (lowest);
  if (node->children->len)
    {
      McTidyNode *first = child_at (node, 0), *last = last_child (node);

      node->prelim = (first->prelim + first->mod + last->mod + last->prelim + last->width) / 2 - node->width / 2;
    }
  set_extremes (node);
}

static void
second_walk (McTidyNode *node, double mods, double *least)
{
  double shift = 0, extra = 0;

  mods += node->mod;
  node->x = node->prelim + mods;
  *least = MIN (*least, node->x);
  for (guint i = 0; i < node->children->len; i++)
    {
      McTidyNode *child = child_at (node, i);

      shift += child->shift;
      extra += shift + child->change;
      child->mod += extra;
      second_walk (child, mods, least);
    }
}

static void
grow (McTidyNode *node, double sibling_gap, double level_gap)
{
  node->width += sibling_gap;
  node->height += level_gap;
  for (guint i = 0; i < node->children->len; i++)
    grow (child_at (node, i), sibling_gap, level_gap);
}

static void
shift (McTidyNode *node, double by)
{
  node->x += by;
  for (guint i = 0; i < node->children->len; i++)
    shift (child_at (node, i), by);
}

void
mc_tidy_tree_layout (McTidyNode *root, double sibling_gap, double level_gap)
{
  double least = G_MAXDOUBLE;

  g_return_if_fail (root);
  /* A gap is part of every box while the algorithm runs. */
  grow (root, sibling_gap, level_gap);
  first_walk (root, 0);
  second_walk (root, 0, &least);
  grow (root, -sibling_gap, -level_gap);
  shift (root, -least);
}

void
mc_tidy_tree_get_extent (const McTidyNode *root, double *width, double *height)
{
  double right = root->x + root->width, down = root->y + root->height;

  for (guint i = 0; i < root->children->len; i++)
    {
      double child_width, child_height;

      mc_tidy_tree_get_extent (g_ptr_array_index (root->children, i), &child_width, &child_height);
      right = MAX (right, child_width);
      down = MAX (down, child_height);
    }
  *width = right;
  *height = down;
}
