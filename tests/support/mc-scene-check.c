/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene-check.h"

#include "mc-text-private.h"

#define SLACK 0.01 /* points */

static gboolean
overlap (const McRect *a, const McRect *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width && a->y + SLACK < b->y + b->height &&
         b->y + SLACK < a->y + a->height;
}

static gboolean
within (const McRect *inner, const McRect *outer)
{
  return inner->x >= outer->x - SLACK && inner->y >= outer->y - SLACK &&
         inner->x + inner->width <= outer->x + outer->width + SLACK &&
         inner->y + inner->height <= outer->y + outer->height + SLACK;
}

#define RECT_FORMAT "%.1f,%.1f %.1fx%.1f"
#define RECT_ARGS(r) (r).x, (r).y, (r).width, (r).height

static const char *
name_of (McSceneNode *node)
{
  return mc_scene_node_get_key (node) ? mc_scene_node_get_key (node) : "(without a key)";
}

static void
check_text_boxes (McSceneNode *node)
{
  gsize n;
  McMark *marks = mc_scene_node_get_marks (node, &n);

  for (gsize i = 0; i < n; i++)
    {
      McRect ink, other;

      if (marks[i].kind != MC_MARK_TEXT)
        continue;
      if (!mc_text_get_ink (&marks[i].text, &marks[i].box, &ink))
        {
          g_test_message ("%s: “%s” (ink " RECT_FORMAT ") leaves its box " RECT_FORMAT, name_of (node),
                          marks[i].text.text, RECT_ARGS (ink), RECT_ARGS (marks[i].box));
          g_test_fail ();
        }
      for (gsize j = 0; j < i; j++)
        if (marks[j].kind == MC_MARK_TEXT && marks[j].text.style.rotation == 0 && marks[i].text.style.rotation == 0)
          {
            mc_text_get_ink (&marks[j].text, &marks[j].box, &other);
            if (!overlap (&ink, &other))
              continue;
            g_test_message ("%s: “%s” lies over “%s”", name_of (node), marks[i].text.text, marks[j].text.text);
            g_test_fail ();
          }
    }
}

void
mc_scene_check_texts (McScene *scene)
{
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    check_text_boxes (mc_scene_get_node (scene, i));
}

static gboolean
is_above (McScene *scene, McSceneNode *upper, McSceneNode *node)
{
  for (guint i = 0; node && i < 100; i++)
    {
      if (node == upper)
        return TRUE;
      node = mc_scene_find (scene, mc_scene_node_get_parent (node));
    }
  return FALSE;
}

static void
check_item_text (McSceneNode *node)
{
  McRect bounds = mc_scene_node_get_bounds (node), ink;
  gsize n;
  McMark *marks = mc_scene_node_get_marks (node, &n);

  for (gsize i = 0; i < n; i++)
    if (marks[i].kind == MC_MARK_TEXT && marks[i].text.style.rotation == 0)
      {
        mc_text_get_ink (&marks[i].text, &marks[i].box, &ink);
        if (within (&ink, &bounds))
          continue;
        g_test_message ("%s: “%s” (" RECT_FORMAT ") leaves the item " RECT_FORMAT, name_of (node), marks[i].text.text,
                        RECT_ARGS (ink), RECT_ARGS (bounds));
        g_test_fail ();
      }
}

static gboolean
must_not_overlap (McScene *scene, McSceneNode *a, McSceneNode *b)
{
  McSceneRole role = mc_scene_node_get_role (a);

  if (a == b || role != mc_scene_node_get_role (b))
    return FALSE;
  if (role == MC_SCENE_ITEM)
    return !is_above (scene, a, b) && !is_above (scene, b, a);
  return role == MC_SCENE_GROUP && g_strcmp0 (mc_scene_node_get_parent (a), mc_scene_node_get_parent (b)) == 0;
}

void
mc_scene_check_boxes (McScene *scene)
{
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (scene, i);
      McRect bounds = mc_scene_node_get_bounds (node);
      g_autoptr (GPtrArray) near = mc_scene_query (scene, &bounds);

      if (mc_scene_node_get_role (node) == MC_SCENE_ITEM)
        check_item_text (node);
      for (guint j = 0; j < near->len; j++)
        {
          McSceneNode *other = g_ptr_array_index (near, j);
          McRect there = mc_scene_node_get_bounds (other);

          if (!must_not_overlap (scene, node, other) || !overlap (&bounds, &there))
            continue;
          g_test_message ("%s (" RECT_FORMAT ") overlaps %s (" RECT_FORMAT ")", name_of (node), RECT_ARGS (bounds),
                          name_of (other), RECT_ARGS (there));
          g_test_fail ();
        }
    }
}

void
mc_scene_check (McScene *scene)
{
  McRect all = mc_scene_get_bounds (scene);

  mc_scene_check_texts (scene);
  mc_scene_check_boxes (scene);
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McRect extents = mc_scene_node_get_extents (mc_scene_get_node (scene, i));

      g_assert_true (within (&extents, &all));
    }
}
