/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "mc-canvas.h"
#include "mc-painter.h"

/* Pan and zoom over 2,000 boxes of three lines each in the canvas of the drawn pages, as by a hand on the wheel; beside
 * it a GtkDrawingArea that paints with the same painter in every frame what is in view, as plain programs do. Goal: no
 * frame above 16.7 ms. */

#define COLUMNS 50
#define ROWS 40
#define N_FRAMES 240
#define FRAME_MS 16.7
#define PAN_STEP 30 /* pixels per frame: 1800 a second */

typedef struct
{
  GtkWidget *window;
  GtkWidget *canvas; /* one of the two */
  GtkWidget *area;
  McScene *scene;
  double x, y, scale; /* of the plain one */
} View;

typedef struct
{
  double began_wall, began_work;
  double wall, work;
  gboolean painted;
} Watch;

static double
wall_now (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

static double
work_now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
  return (double)cpu.tv_sec * 1000 + (double)cpu.tv_nsec / 1e6;
}

static void
add_box (McScene *scene, guint i)
{
  const McStroke stroke = { 1, 0, MC_TONE_LINE };
  const McTextStyle name = { .size = 10, .bold = TRUE, .tone = MC_TONE_INK };
  const McTextStyle line = { .size = 8, .tone = MC_TONE_INK_SOFT };
  McRect box = { (i % COLUMNS) * 170.0, (double)(i / COLUMNS) * 90.0, 150, 62 };
  McRect head = { box.x + 8, box.y + 6, 134, 16 }, post = { box.x + 8, box.y + 24, 134, 13 };
  McRect agency = { box.x + 8, box.y + 40, 134, 13 };
  g_autofree char *key = g_strdup_printf ("person/%u", i), *text = g_strdup_printf ("Nguyễn Thị Ngọc Hân %u", i);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, key, &box);

  mc_scene_node_set_names (node, text, NULL, NULL);
  mc_scene_node_add_rect (node, &box, 6, i % 7 ? MC_TONE_PANEL : MC_TONE_GAP, &stroke);
  mc_scene_node_add_text (node, &head, text, &name);
  mc_scene_node_add_text (node, &post, "Tiếp nhận và trả kết quả", &line);
  mc_scene_node_add_text (node, &agency, "Sở Nông nghiệp và Môi trường", &line);
  mc_scene_add (scene, node);
}

static McScene *
make_scene (void)
{
  McScene *scene = mc_scene_new ();

  for (guint i = 0; i < COLUMNS * ROWS; i++)
    add_box (scene, i);
  mc_scene_seal (scene, 24);
  return scene;
}

static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64)ms * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
before_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->began_wall = wall_now ();
  watch->began_work = work_now ();
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->wall = wall_now () - watch->began_wall;
  watch->work = work_now () - watch->began_work;
  watch->painted = TRUE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
print_values (const char *view, const char *what, const char *kind, GArray *values)
{
  guint over = 0;

  for (guint i = 0; i < values->len; i++)
    over += g_array_index (values, double, i) > FRAME_MS ? 1 : 0;
  g_array_sort (values, compare_doubles);
  g_print ("%s_%s_%s_median %.2f ms\n", view, what, kind, g_array_index (values, double, values->len / 2));
  g_print ("%s_%s_%s_99th %.2f ms\n", view, what, kind, g_array_index (values, double, values->len * 99 / 100));
  g_print ("%s_%s_%s_worst %.2f ms\n", view, what, kind, g_array_index (values, double, values->len - 1));
  g_print ("%s_%s_%s_over_16.7_ms %u of %u\n", view, what, kind, over, values->len);
}

static void
pan (View *view, guint frame)
{
  double dx = frame / 60 % 2 ? -PAN_STEP : PAN_STEP, dy = frame / 120 % 2 ? -PAN_STEP / 3.0 : PAN_STEP / 3.0;

  if (view->canvas)
    {
      GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view->canvas));
      GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view->canvas));

      gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + dx);
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + dy);
      gtk_widget_queue_draw (view->canvas);
      return;
    }
  view->x += dx / view->scale;
  view->y += dy / view->scale;
  gtk_widget_queue_draw (view->area);
}

/* In to twice the size and out to a quarter and back, about a point. */
static void
zoom (View *view, guint frame)
{
  double zoom = exp2 (sin (frame * 2 * G_PI / N_FRAMES) * 1.5 - 0.5);
  McPoint at = { 400, 300 };

  if (view->canvas)
    {
      mc_canvas_zoom_to (MC_CANVAS (view->canvas), zoom, &at);
      gtk_widget_queue_draw (view->canvas);
      return;
    }
  view->x += at.x / view->scale - at.x / (zoom * 96 / 72);
  view->y += at.y / view->scale - at.y / (zoom * 96 / 72);
  view->scale = zoom * 96 / 72;
  gtk_widget_queue_draw (view->area);
}

/* Pan with all in view is what a wall of boxes is at worst. */
static void
set_zoom (View *view, double value)
{
  if (view->canvas)
    {
      McPoint corner = mc_canvas_from_scene (MC_CANVAS (view->canvas), 0, 0);

      mc_canvas_zoom_to (MC_CANVAS (view->canvas), value, &corner);
    }
  view->scale = value * 96 / 72;
  settle (1500);
}

static void
bench (View *view, const char *name, const char *what, void (*act) (View *view, guint frame))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view->window);
  GArray *walls = g_array_new (FALSE, FALSE, sizeof (double)), *works = g_array_new (FALSE, FALSE, sizeof (double));
  Watch watch = { 0 };
  double began;

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
  began = wall_now ();
  for (guint i = 0; i < N_FRAMES; i++)
    {
      act (view, i);
      watch.painted = FALSE;
      while (!watch.painted)
        g_main_context_iteration (NULL, TRUE);
      g_array_append_val (walls, watch.wall);
      g_array_append_val (works, watch.work);
    }
  g_print ("%s_%s_rate %.1f frames/s\n", name, what, N_FRAMES * 1000 / (wall_now () - began));
  print_values (name, what, "wall", walls);
  print_values (name, what, "work", works);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  g_array_unref (walls);
  g_array_unref (works);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  View *view = data;
  McRect clip = { view->x, view->y, width / view->scale, height / view->scale };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, view->scale, view->scale);
  cairo_translate (cr, -view->x, -view->y);
  mc_painter_paint (cr, view->scene, MC_PALETTE_LIGHT, &clip, view->scale * 72 / 96);
}

static void
show (View *view, GtkWidget *content)
{
  view->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (view->window), 1366, 700);
  adw_window_set_content (ADW_WINDOW (view->window), content);
  gtk_window_present (GTK_WINDOW (view->window));
  settle (500);
}

static void
bench_all (View *view, const char *name)
{
  set_zoom (view, 1);
  bench (view, name, "pan", pan);
  bench (view, name, "zoom", zoom);
  set_zoom (view, 0.2);
  bench (view, name, "far_pan", pan);
  gtk_window_destroy (GTK_WINDOW (view->window));
  settle (100);
}

int
main (void)
{
  g_autoptr (McScene) scene = make_scene ();
  View own = { .scene = scene };
  View plain = { .scene = scene, .scale = 96 / 72.0 };
  GtkWidget *scrolled;

  gtk_disable_setlocale ();
  adw_init ();
  own.canvas = mc_canvas_new ();
  scrolled = gtk_scrolled_window_new ();
  mc_canvas_set_scene (MC_CANVAS (own.canvas), scene);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), own.canvas);
  show (&own, scrolled);
  bench_all (&own, "canvas");
  plain.area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (plain.area), draw_cb, &plain, NULL);
  show (&plain, plain.area);
  bench_all (&plain, "plain");
  return 0;
}
