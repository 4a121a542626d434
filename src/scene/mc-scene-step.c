/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk by arrow keys. In a chart the next box is a relation's: the child below, the sibling beside; a layout that
 * grows to the right or stacks siblings turns that with its geometry, so the keys go by both: relations first, each in
 * the direction in which it lies. */
#include <math.h>

#include "mc-scene-node-private.h"
#include "mc-scene.h"

static gboolean
holds (const McRect *outer, const McRect *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y && outer->x + outer->width >= inner->x + inner->width &&
         outer->y + outer->height >= inner->y + inner->height;
}

/* The rectangle turned so that "right" is the direction asked for. */
static McRect
facing (McRect rect, McSceneDirection direction)
{
  switch (direction)
    {
    case MC_SCENE_LEFT:
      return (McRect){ -rect.x - rect.width, rect.y, rect.width, rect.height };
    case MC_SCENE_UP:
      return (McRect){ -rect.y - rect.height, rect.x, rect.height, rect.width };
    case MC_SCENE_DOWN:
      return (McRect){ rect.y, rect.x, rect.height, rect.width };
    case MC_SCENE_RIGHT:
    case MC_SCENE_FIRST:
    case MC_SCENE_LAST:
    case MC_SCENE_NEXT:
    case MC_SCENE_PREVIOUS:
    default:
      return rect;
    }
}

/* How far @to is in the direction; infinite if it does not lie there. What lies straight ahead comes before what lies
 * aslant: among relations always, otherwise if it is not too far. */
static double
distance (McRect from, McRect to, McSceneDirection direction, double aslant)
{
  double forward, aside, drift;

  from = facing (from, direction);
  to = facing (to, direction);
  forward = to.x - (from.x + from.width);
  /* It may begin before the other ends (stacked boxes with indents), but must reach further and not begin earlier. */
  if (forward < 0 && (to.x <= from.x || to.x + to.width <= from.x + from.width))
    return INFINITY;
  aside = MAX (0, MAX (to.y - (from.y + from.height), from.y - (to.y + to.height)));
  if (forward < 0 && aside > 0)
    return INFINITY;
  drift = fabs ((to.y + to.height / 2) - (from.y + from.height / 2));
  return MAX (0, forward) + aslant * aside + 0.1 * drift;
}

static gboolean
related (McSceneNode *a, McSceneNode *b)
{
  const char *key_a = mc_scene_node_get_key (a), *parent_a = mc_scene_node_get_parent (a);
  const char *key_b = mc_scene_node_get_key (b), *parent_b = mc_scene_node_get_parent (b);

  return (parent_b && key_a && g_str_equal (parent_b, key_a)) || (parent_a && key_b && g_str_equal (parent_a, key_b)) ||
         (parent_a && parent_b && g_str_equal (parent_a, parent_b));
}

static McSceneNode *
nearest (McScene *self, McSceneNode *from, McSceneDirection direction, gboolean relations, gboolean groups)
{
  GPtrArray *reading = mc_scene_get_reading (self);
  McRect start = mc_scene_node_get_bounds (from);
  McSceneNode *best = NULL;
  double least = INFINITY;

  for (guint i = 0; i < reading->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (reading, i);
      McRect bounds = mc_scene_node_get_bounds (node);
      McSceneRole role = mc_scene_node_get_role (node);
      double away;

      if (node == from || role == MC_SCENE_BUTTON || (role == MC_SCENE_GROUP && !groups) ||
          (relations && !related (from, node)) || holds (&bounds, &start) || holds (&start, &bounds))
        continue;
      away = distance (start, bounds, direction, relations ? 1e6 : 3);
      if (away < least)
        {
          least = away;
          best = node;
        }
    }
  return best;
}

/* The first node within a frame, or NULL if it is none. */
static McSceneNode *
first_inside (McScene *self, McSceneNode *frame)
{
  GPtrArray *reading = mc_scene_get_reading (self);
  McRect outer = mc_scene_node_get_bounds (frame);

  for (guint i = 0; i < reading->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (reading, i);
      McRect bounds = mc_scene_node_get_bounds (node);

      if (node != frame && mc_scene_node_get_role (node) != MC_SCENE_BUTTON && related (frame, node) &&
          holds (&outer, &bounds))
        return node;
    }
  return NULL;
}

static McSceneNode *
step_geometric (McScene *self, McSceneNode *from, McSceneDirection direction)
{
  McSceneNode *parent = mc_scene_find (self, mc_scene_node_get_parent (from));
  McRect start = mc_scene_node_get_bounds (from), outer = { 0 };
  gboolean is_group = mc_scene_node_get_role (from) == MC_SCENE_GROUP;
  McSceneNode *found = NULL;

  if (parent)
    outer = mc_scene_node_get_bounds (parent);
  if (is_group && direction == MC_SCENE_DOWN)
    found = first_inside (self, from);
  if (!found)
    found = nearest (self, from, direction, TRUE, TRUE);
  if (!found && parent && direction == MC_SCENE_UP && holds (&outer, &start) && mc_scene_node_is_interactive (parent))
    found = parent;
  if (!found)
    found = nearest (self, from, direction, FALSE, is_group);
  return found ? found : nearest (self, from, direction, FALSE, TRUE);
}

McSceneNode *
mc_scene_step (McScene *self, McSceneNode *from, McSceneDirection direction)
{
  GPtrArray *reading = mc_scene_get_reading (self);
  guint place = 0;

  if (reading->len == 0)
    return NULL;
  if (!from || direction == MC_SCENE_FIRST)
    return g_ptr_array_index (reading, 0);
  if (direction == MC_SCENE_LAST)
    return g_ptr_array_index (reading, reading->len - 1);
  if (direction != MC_SCENE_NEXT && direction != MC_SCENE_PREVIOUS)
    return step_geometric (self, from, direction);
  if (!g_ptr_array_find (reading, from, &place))
    return NULL;
  if (direction == MC_SCENE_NEXT)
    return place + 1 < reading->len ? g_ptr_array_index (reading, place + 1) : NULL;
  return place > 0 ? g_ptr_array_index (reading, place - 1) : NULL;
}
