/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "mc-drawing-file.h"
#include "mc-paper.h"
#include "mc-error.h"

/* A plan of 12 by 8 metres at 20 points a metre; no margin. */
static McScene *
make_scene (void)
{
  McScene *scene = mc_scene_new ();
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUP, "hall", &(McRect){ -100, -40, 240, 160 });

  mc_scene_node_add_rect (node, &(McRect){ -100, -40, 240, 160 }, 0, MC_TONE_FLOOR, NULL);
  mc_scene_node_set_names (node, "Sảnh (A)", NULL, NULL);
  mc_scene_add (scene, node);
  mc_scene_set_title (scene, "Sơ đồ", NULL);
  mc_scene_set_scale (scene, 1 / 20.0);
  mc_scene_seal (scene, 0);
  return scene;
}

static McPaper *
make_paper (McPaperMode mode)
{
  g_autoptr (McScene) scene = make_scene ();
  McPaper *paper = mc_paper_new (scene);

  g_object_set (paper, "mode", (guint)mode, NULL);
  return paper;
}

static void
test_sizes (void)
{
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_FIT);
  double width, height;

  mc_paper_get_size (paper, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 841.890, 0.001);
  g_object_set (paper, "size", (guint)MC_PAPER_A3, "landscape", TRUE, NULL);
  mc_paper_get_size (paper, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 1190.551, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 841.890, 0.001);
}

static void
count (gpointer paper, guint *n)
{
  (*n)++;
}

static void
test_changed (void)
{
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_FIT);
  guint n = 0;

  g_signal_connect (paper, "changed", G_CALLBACK (count), &n);
  g_object_set (paper, "title", "Khác", "margin", 20.0, "landscape", TRUE, "as-of", mc_day_new (2026, 1, 1), NULL);
  g_assert_cmpuint (n, ==, 4);
  g_object_set (paper, "title", "Khác", "margin", 20.0, "landscape", TRUE, "as-of", mc_day_new (2026, 1, 1), NULL);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (mc_paper_get_title (paper), ==, "Khác");
  g_object_set (paper, "title", NULL, NULL);
  g_assert_cmpstr (mc_paper_get_title (paper), ==, "Sơ đồ");
}

static void
test_scale (void)
{
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_TO_SCALE);
  g_autofree char *fits = NULL, *large = NULL, *percent = NULL;

  mc_paper_set_ratio (paper, 100);
  g_assert_cmpfloat_with_epsilon (mc_paper_get_ratio (paper), 100, 1e-9);
  /* 12 m at 1:100 are 12 cm. */
  g_assert_cmpfloat_with_epsilon (240 * mc_paper_get_scale (paper), 120 * MC_MM, 1e-9);
  fits = mc_paper_get_problem (paper);
  g_assert_null (fits);
  mc_paper_set_ratio (paper, 50);
  large = mc_paper_get_problem (paper);
  g_assert_nonnull (large);
  g_assert_nonnull (strstr (large, "1:50"));
  mc_scene_set_scale (mc_paper_get_scene (paper), 0);
  g_assert_cmpfloat (mc_paper_get_ratio (paper), ==, 0);
  percent = mc_paper_get_problem (paper);
  g_assert_nonnull (strchr (percent, '%'));
}

static void
test_tiles (void)
{
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_TILES);
  g_autofree char *problem = NULL;

  mc_paper_set_ratio (paper, 100);
  g_assert_cmpuint (mc_paper_get_n_pages (paper), ==, 1);
  mc_paper_set_ratio (paper, 40);
  g_assert_cmpuint (mc_paper_get_n_pages (paper), ==, 3);
  g_object_set (paper, "landscape", TRUE, "margin", 10 * MC_MM, NULL);
  g_assert_cmpuint (mc_paper_get_n_pages (paper), ==, 5);
  mc_paper_set_ratio (paper, 1);
  problem = mc_paper_get_problem (paper);
  g_assert_nonnull (problem);
}

/* Nothing is left of the sheet when everything around the drawing is very long. */
static void
test_no_room (void)
{
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_FIT);
  g_autoptr (McPaper) empty = mc_paper_new (NULL);
  g_autofree char *problem = NULL, *nothing = mc_paper_get_problem (empty);

  g_object_set (paper, "size", (guint)MC_PAPER_CUSTOM, "custom-width", 120.0, "custom-height", 130.0, "with-signature",
                TRUE, "signer-title", "Giám đốc", "signer-name", "Nguyễn Văn A", "organisation", "Trung tâm", NULL);
  problem = mc_paper_get_problem (paper);
  g_assert_nonnull (problem);
  g_assert_nonnull (nothing);
}

static void
test_place_and_date (void)
{
  static const struct
  {
    int month, day;
    const char *text;
  } cases[] = {
    { 2, 5, "Cần Thơ, ngày 05 tháng 02 năm 2026" },
    { 1, 31, "Cần Thơ, ngày 31 tháng 01 năm 2026" },
    { 3, 9, "Cần Thơ, ngày 09 tháng 3 năm 2026" },
    { 11, 10, "Cần Thơ, ngày 10 tháng 11 năm 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          mc_paper_format_place_and_date ("Cần Thơ", mc_day_new (2026, cases[i].month, cases[i].day));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("motcua-paper-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "a.PDF", NULL), *other = g_build_filename (folder, "a.bmp", NULL);
  g_autofree char *image = g_build_filename (folder, "a.png", NULL),
                  *nowhere = g_build_filename (folder, "b/a.svg", NULL);
  g_autofree char *text = NULL;
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_TILES);
  g_autoptr (GError) error = NULL;

  mc_paper_set_ratio (paper, 40);
  g_assert_true (mc_drawing_write (MC_SHEETS (paper), good, 0, &error));
  g_assert_no_error (error);
  g_assert_false (mc_drawing_write (MC_SHEETS (paper), other, 0, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  /* Several sheets in one image; the old file stays as it was. */
  g_assert_true (g_file_set_contents (image, "old", -1, NULL));
  g_assert_false (mc_drawing_write (MC_SHEETS (paper), image, 0, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (image, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_object_set (paper, "mode", (guint)MC_PAPER_FIT, NULL);
  g_assert_false (mc_drawing_write (MC_SHEETS (paper), nowhere, 0, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_FAILED);
  g_clear_error (&error);
  g_object_set (paper, "size", (guint)MC_PAPER_CUSTOM, "custom-width", 14400.0, "custom-height", 14400.0, NULL);
  g_assert_false (mc_drawing_write (MC_SHEETS (paper), image, 600, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_unlink (good);
  g_unlink (image);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gpointer
render (gpointer paper)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GBytes) bytes = mc_drawing_render (paper, (McDrawingFormat)(i % 3), 60, NULL);

      g_assert_nonnull (bytes);
    }
  return NULL;
}

/* Files are written on a thread while the screen shows the same drawing. */
static void
test_threads (void)
{
  g_autoptr (McPaper) paper = make_paper (MC_PAPER_FIT);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render, paper);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A sheet of 2,000 by 100 points with text of 8: on A4 landscape it comes out at about 3 pt. */
static McPaper *
make_small_text (double width)
{
  g_autoptr (McScene) scene = mc_scene_new ();
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUP, "box", &(McRect){ 0, 0, width, 100 });
  const McTextStyle style = { .size = 8 };
  McPaper *paper;

  mc_scene_node_add_text (node, &(McRect){ 0, 0, 100, 20 }, "Quầy", &style);
  mc_scene_add (scene, node);
  mc_scene_seal (scene, 0);
  g_assert_cmpfloat (mc_scene_get_least_text (scene), ==, 8);
  paper = mc_paper_new (scene);
  g_object_set (paper, "landscape", TRUE, NULL);
  return paper;
}

static void
test_readable (void)
{
  g_autoptr (McPaper) plan = make_paper (MC_PAPER_FIT);
  g_autoptr (McPaper) small = make_small_text (1000);
  g_autoptr (McPaper) tiny = make_small_text (4000);
  guint size, mode;

  /* A plan is lettered for its scale. */
  g_assert_cmpfloat (mc_paper_get_least_text (plan), ==, 0);
  mc_paper_make_readable (plan);
  g_object_get (plan, "size", &size, "mode", &mode, NULL);
  g_assert_cmpuint (size, ==, MC_PAPER_A4);
  g_assert_cmpuint (mode, ==, MC_PAPER_FIT);

  g_assert_cmpfloat (mc_paper_get_least_text (small), <, MC_PAPER_READABLE);
  mc_paper_make_readable (small);
  g_object_get (small, "size", &size, "mode", &mode, NULL);
  g_assert_cmpuint (size, ==, MC_PAPER_A3);
  g_assert_cmpuint (mode, ==, MC_PAPER_FIT);
  g_assert_cmpfloat (mc_paper_get_least_text (small), >=, MC_PAPER_READABLE);

  mc_paper_make_readable (tiny);
  g_object_get (tiny, "mode", &mode, NULL);
  g_assert_cmpuint (mode, ==, MC_PAPER_TILES);
  g_assert_cmpuint (mc_paper_get_n_pages (tiny), >, 2);
  g_assert_cmpfloat_with_epsilon (mc_paper_get_least_text (tiny), MC_PAPER_READABLE, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/changed", test_changed);
  g_test_add_func ("/paper/scale", test_scale);
  g_test_add_func ("/paper/tiles", test_tiles);
  g_test_add_func ("/paper/readable", test_readable);
  g_test_add_func ("/paper/no-room", test_no_room);
  g_test_add_func ("/paper/place-and-date", test_place_and_date);
  g_test_add_func ("/paper/files", test_files);
  g_test_add_func ("/paper/threads", test_threads);
  return g_test_run ();
}
