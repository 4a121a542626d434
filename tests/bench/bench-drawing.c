/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drawing costs without a screen: sealing and asking a scene, painting 2,000 boxes as a frame at several zooms,
 * and a chart of 40 people as a PDF, where the goal is 200 ms. The peer is plain cairo and Pango that paint the same
 * rectangles and texts, a new layout for each text, as a program without a scene would. */
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <time.h>

#include "mc-drawing-file.h"
#include "mc-paper.h"
#include "mc-painter.h"

#define WIDTH 1366
#define HEIGHT 768
#define COLUMNS 50
#define N_ROUNDS 9

static const char *const name = "Nguyễn Thị Ngọc Thuỳ Dương";
static const char *const post = "Công chức tiếp nhận và trả kết quả";

static McRect
box_at (guint i)
{
  return (McRect){ i % COLUMNS * 150.0, i / COLUMNS * 56.0, 138, 44 };
}

static McScene *
make_scene (guint n)
{
  const McStroke line = { .width = 0.8, .tone = MC_TONE_LINE };
  const McTextStyle bold = { .size = 10, .bold = TRUE, .max_lines = 1 };
  const McTextStyle soft = { .size = 8, .max_lines = 1, .tone = MC_TONE_INK_SOFT };
  McScene *scene = mc_scene_new ();

  for (guint i = 0; i < n; i++)
    {
      McRect box = box_at (i);
      g_autofree char *key = g_strdup_printf ("seat/%u", i);
      McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, key, &box);

      mc_scene_node_add_rect (node, &box, 4, MC_TONE_PANEL, &line);
      mc_scene_node_add_text (node, &(McRect){ box.x + 6, box.y + 5, 126, 16 }, name, &bold);
      mc_scene_node_add_text (node, &(McRect){ box.x + 6, box.y + 24, 126, 14 }, post, &soft);
      mc_scene_add (scene, node);
    }
  mc_scene_seal (scene, 20);
  return scene;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* Of this thread: nothing here waits, and so what else the machine does is left out. */
static double
milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The median of the rounds after the first, which fills the caches. */
static double
median (void (*work) (gpointer), gpointer data)
{
  double times[N_ROUNDS];

  work (data);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double began = milliseconds ();

      work (data);
      times[i] = milliseconds () - began;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  return times[N_ROUNDS / 2];
}

typedef struct
{
  McScene *scene;
  cairo_t *cr;
  double zoom;
} Frame;

static void
begin_frame (Frame *self)
{
  cairo_identity_matrix (self->cr);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  cairo_scale (self->cr, self->zoom, self->zoom);
}

static McRect
view_of (const Frame *self)
{
  return (McRect){ 0, 0, WIDTH / self->zoom, HEIGHT / self->zoom };
}

static void
paint_frame (gpointer data)
{
  Frame *self = data;
  McRect view = view_of (self);

  begin_frame (self);
  mc_painter_paint (self->cr, self->scene, MC_PALETTE_LIGHT, &view, self->zoom);
}

static void
paint_peer_text (Frame *self, const char *text, double x, double y, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Adwaita Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, 126 * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
paint_peer (gpointer data)
{
  Frame *self = data;
  McRect view = view_of (self);

  begin_frame (self);
  for (guint i = 0; i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McRect box = box_at (i);

      if (box.x > view.width || box.y > view.height)
        continue;
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
      cairo_fill_preserve (self->cr);
      cairo_set_source_rgb (self->cr, 0.4, 0.4, 0.4);
      cairo_set_line_width (self->cr, 0.8);
      cairo_stroke (self->cr);
      paint_peer_text (self, name, box.x + 6, box.y + 5, 10);
      paint_peer_text (self, post, box.x + 6, box.y + 24, 8);
    }
}

static void
bench_frames (void)
{
  static const double zooms[] = { 0.18, 0.5, 1, 2 };
  g_autoptr (McScene) scene = make_scene (2000);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  Frame frame = { scene, cairo_create (image), 1 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      McRect view;
      g_autoptr (GPtrArray) nodes = NULL;

      frame.zoom = zooms[i];
      view = view_of (&frame);
      nodes = mc_scene_query (scene, &view);
      g_print ("frame-at-%.0f%%-%u-boxes %.2f ms\n", zooms[i] * 100, nodes->len, median (paint_frame, &frame));
      g_print ("peer-frame-at-%.0f%%-%u-boxes %.2f ms\n", zooms[i] * 100, nodes->len, median (paint_peer, &frame));
    }
  cairo_destroy (frame.cr);
  cairo_surface_destroy (image);
}

static void
seal_scene (gpointer data)
{
  g_autoptr (McScene) scene = make_scene (GPOINTER_TO_UINT (data));
}

static void
ask_scene (gpointer data)
{
  for (guint i = 0; i < 1000; i++)
    mc_scene_pick (data, i * 7.3, i * 2.1);
}

static void
write_pdf (gpointer data)
{
  g_autoptr (McScene) scene = make_scene (40);
  g_autoptr (McPaper) paper = mc_paper_new (scene);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (paper, "size", (guint)MC_PAPER_A3, "landscape", TRUE, "title", "Sơ đồ tổ chức", "organisation",
                "Trung tâm Phục vụ hành chính công", NULL);
  bytes = mc_drawing_render (MC_SHEETS (paper), MC_DRAWING_PDF, 0, &error);
  g_assert_no_error (error);
}

static cairo_status_t
discard (void *data, const unsigned char *bytes, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
write_peer_pdf (gpointer data)
{
  g_autoptr (McScene) scene = make_scene (40);
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (discard, NULL, MC_A3_HEIGHT, MC_A3_WIDTH);
  Frame frame = { scene, cairo_create (pdf), 0.15 };

  paint_peer (&frame);
  cairo_destroy (frame.cr);
  cairo_surface_destroy (pdf);
}

int
main (void)
{
  g_autoptr (McScene) scene = make_scene (2000);

  g_print ("scene-of-709-boxes %.2f ms\n", median (seal_scene, GUINT_TO_POINTER (709)));
  g_print ("pick-in-2000-boxes %.4f ms\n", median (ask_scene, scene) / 1000);
  bench_frames ();
  g_print ("pdf-of-40-boxes %.1f ms\n", median (write_pdf, NULL));
  g_print ("peer-pdf-of-40-boxes %.1f ms\n", median (write_peer_pdf, NULL));
  return 0;
}
