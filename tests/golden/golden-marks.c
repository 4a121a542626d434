/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painter can paint: every tone with its pattern, sign and word, and every kind of mark. */
#include <math.h>

#include "mc-golden.h"
#include "mc-painter.h"

static const McStroke thin = { .width = 1, .tone = MC_TONE_LINE };

/* A swatch of the tone beside its sign and word, its ink under both. */
static McSceneNode *
swatch (McTone tone, double x, double y)
{
  static const McTextStyle name = { .size = 9, .bold = TRUE, .valign = MC_ALIGN_CENTER, .max_lines = 2 };
  McTextStyle sign = { .size = 12, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = tone };
  const McStroke edge = { .width = 1, .tone = tone };
  g_autofree char *number = g_strdup_printf ("%u", tone);
  const char *word = mc_palette_get_word (tone);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, number, &(McRect){ x, y, 130, 32 });

  mc_scene_node_add_rect (node, &(McRect){ x, y, 130, 32 }, 4, MC_TONE_PANEL, &thin);
  mc_scene_node_add_rect (node, &(McRect){ x + 4, y + 4, 40, 24 }, 3, tone, &edge);
  mc_scene_node_add_text (node, &(McRect){ x + 4, y + 4, 40, 24 }, mc_palette_get_sign (tone), &sign);
  mc_scene_node_add_text (node, &(McRect){ x + 50, y + 3, 76, 26 }, word ? word : number, &name);
  return node;
}

static McScene *
make_tones (void)
{
  McScene *scene = mc_scene_new ();

  for (McTone tone = MC_TONE_PAPER; tone < MC_N_TONES; tone++)
    mc_scene_add (scene, swatch (tone, (tone - 1) % 5 * 138.0, (tone - 1) / 5 * 38.0));
  mc_scene_seal (scene, 8);
  return scene;
}

static void
add_texts (McSceneNode *node)
{
  static const char *const text = "Nguyễn Thị Ngọc Thuỳ Dương, Trưởng bộ phận Tiếp nhận và Trả kết quả";
  McTextStyle style = { .size = 10, .tone = MC_TONE_INK };

  for (guint lines = 1; lines <= 3; lines++)
    {
      McRect box = { 0, (lines - 1) * 46.0, 130, 42 };

      style.max_lines = lines;
      style.align = (McAlign)(lines - 1);
      style.valign = (McAlign)(lines - 1);
      mc_scene_node_add_rect (node, &box, 0, MC_TONE_NONE, &thin);
      mc_scene_node_add_text (node, &box, text, &style);
    }
  style = (McTextStyle){ .size = 14, .bold = TRUE, .serif = TRUE, .max_lines = 2, .tone = MC_TONE_INK };
  mc_scene_node_add_text (node, &(McRect){ 0, 140, 130, 40 }, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &style);
  style =
      (McTextStyle){ .size = 9, .italic = TRUE, .align = MC_ALIGN_CENTER, .rotation = -G_PI_2, .tone = MC_TONE_ACCENT };
  mc_scene_node_add_text (node, &(McRect){ 90, 60, 120, 14 }, "Quầy 12 · Đất đai", &style);
  style = (McTextStyle){ .size = 9, .rotation = G_PI_4, .tone = MC_TONE_ERROR };
  mc_scene_node_add_text (node, &(McRect){ 130, 150, 60, 14 }, "Xoay 45°", &style);
}

static void
add_shapes (McSceneNode *node)
{
  const McStroke dashed = { .width = 1.5, .dash = 4, .tone = MC_TONE_INK }, wall = { .width = 4, .tone = MC_TONE_WALL };
  const McPoint zigzag[] = { { 180, 10 }, { 200, 40 }, { 220, 10 }, { 240, 40 } };
  const McPoint triangle[] = { { 250, 40 }, { 270, 8 }, { 290, 40 } };
  cairo_path_data_t data[] = {
    { .header = { CAIRO_PATH_MOVE_TO, 2 } },
    { .point = { 180, 120 } },
    { .header = { CAIRO_PATH_CURVE_TO, 4 } },
    { .point = { 200, 90 } },
    { .point = { 260, 150 } },
    { .point = { 290, 110 } },
    { .header = { CAIRO_PATH_LINE_TO, 2 } },
    { .point = { 290, 130 } },
    { .header = { CAIRO_PATH_CLOSE_PATH, 1 } },
  };
  const cairo_path_t path = { CAIRO_STATUS_SUCCESS, data, G_N_ELEMENTS (data) };

  mc_scene_node_add_polyline (node, zigzag, G_N_ELEMENTS (zigzag), FALSE, MC_TONE_NONE, &dashed);
  mc_scene_node_add_polyline (node, triangle, G_N_ELEMENTS (triangle), TRUE, MC_TONE_WARNING, &thin);
  mc_scene_node_add_ellipse (node, &(McRect){ 180, 50, 50, 30 }, MC_TONE_STANDBY, &thin);
  mc_scene_node_add_arc (node, &(McRect){ 240, 50, 50, 50 }, G_PI, 1.5 * G_PI, &dashed);
  mc_scene_node_add_path (node, &path, MC_TONE_ABSENT_UNEXCUSED, &wall);
  mc_scene_node_add_rect (node, &(McRect){ 180, 150, 50, 40 }, 0, MC_TONE_ACCENT, NULL);
  mc_scene_node_add_text (
      node, &(McRect){ 180, 150, 50, 40 }, "12",
      &(McTextStyle){
          .size = 20, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_ON_ACCENT });
}

/* A picture that is neither square nor of the size it is shown at. */
static cairo_surface_t *
picture (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 400);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.6, 0.75, 0.9);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.9, 0.7, 0.5);
  cairo_arc (cr, 150, 160, 70, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.2, 0.3, 0.5);
  cairo_arc (cr, 150, 400, 130, G_PI, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  return surface;
}

static McScene *
make_marks (void)
{
  McScene *scene = mc_scene_new ();
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  cairo_surface_t *surface = picture ();

  add_texts (node);
  add_shapes (node);
  mc_scene_node_add_image (node, &(McRect){ 240, 150, 50, 40 }, surface, FALSE);
  mc_scene_node_add_image (node, &(McRect){ 300, 150, 40, 40 }, surface, TRUE);
  cairo_surface_destroy (surface);
  mc_scene_add (scene, node);
  mc_scene_seal (scene, 8);
  return scene;
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_scene ("tones", make_tones, 1.5);
  mc_golden_add_scene ("marks", make_marks, 2);
  return g_test_run ();
}
