/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every drawing, on a thousand of them made by chance. */
#include "mc-painter.h"
#include "mc-text-private.h"

#define N_INPUTS 1000

static const char *const words[] = {
  "Nguyễn",
  "Thị",
  "Ngọc",
  "Ánh",
  "Trần",
  "Huỳnh",
  "Đặng",
  "Phường",
  "Tiếp nhận",
  "và",
  "Trả",
  "kết",
  "quả",
  "Quầy",
  "12",
  "hồ sơ đất đai",
  "kiêm nhiệm",
  "Ỷ",
  "\n",
  "Ẩm",
  "W",
  "khuyết",
  "TTPVHCC",
  "…",
  "g̃",
  "ĐỖ",
  "một-từ-rất-dài-không-có-dấu-cách-nào-cả",
};

static double
chance (double least, double most)
{
  return g_test_rand_double_range (least, most);
}

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 9); n > 0; n--)
    g_string_append_printf (text, "%s%s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], n > 1 ? " " : "");
  return g_string_free_and_steal (text);
}

static McTextStyle
random_style (void)
{
  return (McTextStyle){
    .size = chance (4, 20),
    .bold = g_test_rand_bit (),
    .italic = g_test_rand_bit (),
    .serif = g_test_rand_bit (),
    .align = (McAlign)g_test_rand_int_range (0, 3),
    .valign = (McAlign)g_test_rand_int_range (0, 3),
    .max_lines = (guint)g_test_rand_int_range (0, 5),
    .tone = MC_TONE_INK,
  };
}

/* The pixels that are inked, as a rectangle; FALSE if there are none. */
static gboolean
inked (cairo_surface_t *image, McRect *ink)
{
  const guint8 *data;
  int stride = cairo_image_surface_get_stride (image), left = G_MAXINT, right = -1, top = G_MAXINT, bottom = -1;

  cairo_surface_flush (image);
  data = cairo_image_surface_get_data (image);
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image); x++)
      if (data[y * stride + x] > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  *ink = (McRect){ left, top, right - left + 1, bottom - top + 1 };
  return right >= 0;
}

/* Whatever the text and however small the box. Cairo sets glyphs on whole pixels and smooths their edges: two pixels
 * more may be touched, at a zoom that makes them two thirds of a point. */
#define ZOOM 3.0
static void
test_text_stays_in_its_box (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 260 * (int)ZOOM, 160 * (int)ZOOM);
  cairo_t *cr = cairo_create (image);

  cairo_scale (cr, ZOOM, ZOOM);
  for (int i = 0; i < N_INPUTS; i++)
    {
      g_autofree char *text = random_text ();
      McTextStyle style = random_style ();
      McRect box = { chance (20, 60), chance (20, 60), chance (1, 180), chance (1, 80) }, ink;
      g_autoptr (McSceneNode) node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);

      mc_scene_node_add_text (node, &box, text, &style);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      mc_painter_paint_node (cr, node, MC_PALETTE_LIGHT, MC_PAINT_NORMAL, MC_ZOOM_PAPER);
      if (!inked (image, &ink))
        continue;
      if (ink.x < box.x * ZOOM - 2 || ink.y < box.y * ZOOM - 2 || ink.x + ink.width > (box.x + box.width) * ZOOM + 2 ||
          ink.y + ink.height > (box.y + box.height) * ZOOM + 2)
        g_error ("“%s” at %g points is at pixel %g,%g %gx%g, outside %g,%g %gx%g", text, style.size, ink.x, ink.y,
                 ink.width, ink.height, box.x, box.y, box.width, box.height);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* A box of the size that was measured shows the whole text, broken into the same lines: what is clipped is no more than
 * the sides of letters that lean out of their advance. */
#define LEAN 2.0
static void
test_measured_box_is_enough (void)
{
  for (int i = 0; i < N_INPUTS; i++)
    {
      g_autofree char *text = random_text ();
      McTextStyle style = random_style ();
      McRect box = { 0 }, ink;
      double width = g_test_rand_bit () ? 0 : chance (60, 300);
      g_autoptr (McSceneNode) node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
      McMark *marks;
      gsize n;

      style.italic = FALSE;
      mc_text_measure (text, &style, width, &box.width, &box.height);
      if (width > 0)
        g_assert_cmpfloat (box.width, <=, width + 0.01);
      box.width = MAX (box.width, width);
      mc_scene_node_add_text (node, &box, text, &style);
      marks = mc_scene_node_get_marks (node, &n);
      if (n == 1 && !mc_text_get_ink (&marks[0].text, &box, &ink) && ink.width > box.width + LEAN)
        g_error ("“%s” is %g wide in a box of %g", text, ink.width, box.width);
    }
}

static McScene *
random_scene (guint n)
{
  McScene *scene = mc_scene_new ();

  for (guint i = 0; i < n; i++)
    {
      McRect box = { chance (-500, 500), chance (-500, 500), chance (0, 90), chance (0, 90) };
      g_autofree char *key = g_strdup_printf ("%u", i);
      McSceneNode *node = mc_scene_node_new ((McSceneRole)g_test_rand_int_range (0, 5), key, &box);

      if (i > 0 && g_test_rand_bit ())
        {
          g_autofree char *parent = g_strdup_printf ("%d", g_test_rand_int_range (0, (gint32)i));

          mc_scene_node_set_parent (node, parent);
        }
      mc_scene_add (scene, node);
    }
  mc_scene_seal (scene, 5);
  return scene;
}

static gboolean
touches (McSceneNode *node, const McRect *area)
{
  McRect box = mc_scene_node_get_extents (node);

  return box.x <= area->x + area->width && area->x <= box.x + box.width && box.y <= area->y + area->height &&
         area->y <= box.y + box.height;
}

static void
check_query (McScene *scene, const McRect *area)
{
  g_autoptr (GPtrArray) found = mc_scene_query (scene, area);
  guint at = 0;

  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    if (touches (mc_scene_get_node (scene, i), area))
      {
        g_assert_cmpuint (at, <, found->len);
        g_assert_true (g_ptr_array_index (found, at) == mc_scene_get_node (scene, i));
        at++;
      }
  g_assert_cmpuint (at, ==, found->len);
}

static void
check_pick (McScene *scene, double x, double y)
{
  McRect point = { x, y, 0, 0 };
  McSceneNode *topmost = NULL;

  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    if (mc_scene_node_is_interactive (mc_scene_get_node (scene, i)) && touches (mc_scene_get_node (scene, i), &point))
      topmost = mc_scene_get_node (scene, i);
  g_assert_true (mc_scene_pick (scene, x, y) == topmost);
}

static void
test_query_and_pick (void)
{
  for (int i = 0; i < N_INPUTS; i++)
    {
      g_autoptr (McScene) scene = random_scene ((guint)g_test_rand_int_range (0, 120));
      McRect all = mc_scene_get_bounds (scene);

      check_query (scene, &(McRect){ chance (-600, 600), chance (-600, 600), chance (0, 400), chance (0, 400) });
      check_query (scene, &all);
      check_pick (scene, chance (-550, 550), chance (-550, 550));
    }
}

/* The walk forwards meets every interactive node once, and each before what hangs on it. */
static void
check_reading (McScene *scene)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  guint wanted = 0;

  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    wanted += mc_scene_node_is_interactive (mc_scene_get_node (scene, i));
  for (McSceneNode *node = mc_scene_step (scene, NULL, MC_SCENE_NEXT); node;
       node = mc_scene_step (scene, node, MC_SCENE_NEXT))
    {
      McSceneNode *parent = mc_scene_find (scene, mc_scene_node_get_parent (node));

      g_assert_true (g_hash_table_add (met, node));
      g_assert_true (!parent || !mc_scene_node_is_interactive (parent) || g_hash_table_contains (met, parent));
    }
  g_assert_cmpuint (g_hash_table_size (met), ==, wanted);
}

static void
test_walk (void)
{
  for (int i = 0; i < N_INPUTS; i++)
    {
      g_autoptr (McScene) scene = random_scene ((guint)g_test_rand_int_range (0, 40));

      check_reading (scene);
      for (guint j = 0; j < mc_scene_get_n_nodes (scene); j++)
        for (McSceneDirection way = MC_SCENE_LEFT; way <= MC_SCENE_DOWN; way++)
          {
            McSceneNode *node = mc_scene_get_node (scene, j), *next = mc_scene_step (scene, node, way);

            g_assert_true (next != node);
            g_assert_true (!next || mc_scene_node_is_interactive (next));
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-random/text-stays-in-its-box", test_text_stays_in_its_box);
  g_test_add_func ("/scene-random/measured-box-is-enough", test_measured_box_is_enough);
  g_test_add_func ("/scene-random/query-and-pick", test_query_and_pick);
  g_test_add_func ("/scene-random/walk", test_walk);
  return g_test_run ();
}
