/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-painter.h"

static McSceneNode *
box (const char *key, const char *parent, double x, double y)
{
  McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, key, &(McRect){ x, y, 40, 20 });
  const McTextStyle style = { .size = 10, .tone = MC_TONE_INK };
  const McStroke stroke = { .width = 1, .tone = MC_TONE_LINE };

  mc_scene_node_add_rect (node, &(McRect){ x, y, 40, 20 }, 3, MC_TONE_PANEL, &stroke);
  mc_scene_node_add_text (node, &(McRect){ x, y, 40, 20 }, key, &style);
  mc_scene_node_set_parent (node, parent);
  return node;
}

/* A director above two deputies; the second has two people stacked under her. */
static McScene *
chart (void)
{
  McScene *scene = mc_scene_new ();

  mc_scene_add (scene, box ("director", NULL, 50, 0));
  mc_scene_add (scene, box ("left", "director", 0, 40));
  mc_scene_add (scene, box ("right", "director", 100, 40));
  mc_scene_add (scene, box ("one", "right", 110, 80));
  mc_scene_add (scene, box ("two", "right", 110, 120));
  mc_scene_seal (scene, 10);
  return scene;
}

static void
assert_step (McScene *scene, const char *from, McSceneDirection direction, const char *to)
{
  McSceneNode *found = mc_scene_step (scene, mc_scene_find (scene, from), direction);

  g_assert_cmpstr (found ? mc_scene_node_get_key (found) : NULL, ==, to);
}

static void
test_step (void)
{
  g_autoptr (McScene) scene = chart ();

  assert_step (scene, NULL, MC_SCENE_RIGHT, "director");
  assert_step (scene, "director", MC_SCENE_DOWN, "left");
  assert_step (scene, "left", MC_SCENE_RIGHT, "right");
  assert_step (scene, "left", MC_SCENE_UP, "director");
  assert_step (scene, "right", MC_SCENE_DOWN, "one");
  assert_step (scene, "one", MC_SCENE_DOWN, "two");
  assert_step (scene, "two", MC_SCENE_DOWN, NULL);
  assert_step (scene, "two", MC_SCENE_UP, "one");
  assert_step (scene, "one", MC_SCENE_UP, "right");
  assert_step (scene, "right", MC_SCENE_NEXT, "one");
  assert_step (scene, "two", MC_SCENE_NEXT, NULL);
  assert_step (scene, "right", MC_SCENE_PREVIOUS, "left");
  assert_step (scene, "two", MC_SCENE_FIRST, "director");
  assert_step (scene, "director", MC_SCENE_LAST, "two");
}

static void
test_pick (void)
{
  g_autoptr (McScene) scene = chart ();
  McRect bounds = mc_scene_get_bounds (scene);

  g_assert_cmpstr (mc_scene_node_get_key (mc_scene_pick (scene, 60, 10)), ==, "director");
  g_assert_null (mc_scene_pick (scene, 60, 30));
  g_assert_cmpfloat (bounds.x, ==, -10.5);
  g_assert_cmpfloat (bounds.x + bounds.width, ==, 160.5);
}

/* What helps at the screen only is not painted on paper, whatever the palette. */
static void
test_screen_only (void)
{
  g_autoptr (McScene) scene = mc_scene_new ();
  McSceneNode *node = box ("grid", NULL, 0, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 20);
  cairo_t *cr = cairo_create (surface);
  const guint8 *middle;

  mc_scene_node_set_screen_only (node, TRUE);
  mc_scene_add (scene, node);
  mc_scene_seal (scene, 0);
  mc_painter_paint_paper (cr, scene, MC_PALETTE_LIGHT, NULL);
  cairo_surface_flush (surface);
  middle = cairo_image_surface_get_data (surface) + (gsize)cairo_image_surface_get_stride (surface) * 3 + 4 * 3;
  g_assert_cmpuint (middle[3], ==, 0);
  mc_painter_paint (cr, scene, MC_PALETTE_LIGHT, NULL, 1);
  cairo_surface_flush (surface);
  g_assert_cmpuint (middle[3], ==, 255);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/step", test_step);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/screen-only", test_screen_only);
  return g_test_run ();
}
