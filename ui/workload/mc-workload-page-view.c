/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-node-card.h"
#include "mc-painter.h"
#include "mc-workload-page-private.h"

/* The picture: made for the size of the page, with a crosshair, and a stretch of time that is marked to be looked at
 * closer. */

#define USUAL_POINT (96.0 / 72.0) /* pixels, before the canvas has a say */
#define LEAST_WIDTH 320.0         /* points */
#define LEAST_HEIGHT 220.0
#define LEAST_DRAG 6.0 /* points; less is a click */
#define STEP 4         /* a key moves by a fourth of what is in view */

/* Pixels a point takes at 100 %. */
static double
point_size (McWorkloadPage *self)
{
  McPoint origin = mc_canvas_from_scene (self->canvas, 0, 0), other = mc_canvas_from_scene (self->canvas, 100, 0);
  double zoom = mc_canvas_get_zoom (self->canvas);
  double size = zoom > 0 ? (other.x - origin.x) / 100 / zoom : 0;

  return mc_canvas_get_scene (self->canvas) && size > 0.2 ? size : USUAL_POINT;
}

/* Before its first frame the page has no size to draw for. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);

  if (gtk_widget_get_width (self->scroller) <= 0)
    return G_SOURCE_CONTINUE;
  self->waiting = 0;
  mc_workload_page_draw (self);
  return G_SOURCE_REMOVE;
}

void
mc_workload_page_draw (McWorkloadPage *self)
{
  McChart *chart = mc_workload_feed_get_chart (self->feed);
  double point = point_size (self);
  McChartOptions options = { .scale = self->scale, .first = self->first, .n = self->n };
  g_autoptr (McScene) scene = NULL;

  self->width = gtk_widget_get_width (self->scroller);
  self->height = gtk_widget_get_height (self->scroller);
  if (!chart)
    return;
  if (self->width <= 0)
    {
      if (!self->waiting)
        self->waiting = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
      return;
    }
  options.width = MAX (floor (self->width / point) - 2, LEAST_WIDTH);
  options.height = MAX (floor (self->height / point) - 2, LEAST_HEIGHT);
  scene = mc_chart_scene_new (chart, &options);
  mc_canvas_set_scene (self->canvas, scene);
  mc_canvas_fit (self->canvas);
}

static gboolean
draw_cb (gpointer data)
{
  McWorkloadPage *self = data;

  self->drawing = 0;
  mc_workload_page_draw (self);
  return G_SOURCE_REMOVE;
}

void
mc_workload_page_draw_soon (McWorkloadPage *self)
{
  if (!self->drawing)
    self->drawing = g_idle_add (draw_cb, self);
}

void
mc_workload_page_look (McWorkloadPage *self, guint first, guint n)
{
  McChart *chart = mc_workload_feed_get_chart (self->feed);
  guint all = chart ? mc_chart_get_n_categories (chart) : 0;

  if (n == 0 || n >= all)
    first = n = 0;
  else
    first = MIN (first, all - n);
  if (first == self->first && n == self->n)
    return;
  self->first = first;
  self->n = n;
  mc_workload_page_draw_soon (self);
}

/* --- Closer, farther, on --- */

static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);
  McChart *chart = mc_workload_feed_get_chart (self->feed);
  guint all = chart ? mc_chart_get_n_categories (chart) : 0, n = self->n ? self->n : all;
  guint step = MAX (1, n / STEP);

  if (g_str_equal (name, "workload.closer"))
    mc_workload_page_look (self, self->first + n / 4, MAX (2, n / 2));
  else if (g_str_equal (name, "workload.farther"))
    mc_workload_page_look (self, self->first > n / 2 ? self->first - n / 2 : 0, n * 2);
  else if (g_str_equal (name, "workload.all"))
    mc_workload_page_look (self, 0, 0);
  else if (g_str_equal (name, "workload.back"))
    mc_workload_page_look (self, self->first > step ? self->first - step : 0, self->n);
  else
    mc_workload_page_look (self, self->first + step, self->n);
}

/* --- Hands on the picture --- */

static gboolean
is_of_time (McWorkloadPage *self)
{
  McChart *chart = mc_workload_feed_get_chart (self->feed);

  return chart && mc_chart_get_n_categories (chart) > 2 && mc_chart_get_day (chart, 0) != MC_DAY_NONE;
}

/* Rows from above to below: bars that lie, steps of a funnel. */
static gboolean
is_lying (McWorkloadPage *self)
{
  McChart *chart = mc_workload_feed_get_chart (self->feed);
  McChartKind kind = chart ? mc_chart_get_kind (chart) : MC_CHART_LINES;

  return kind == MC_CHART_RANKED || kind == MC_CHART_PAIRED || kind == MC_CHART_FUNNEL;
}

static gboolean
press_cb (McWorkloadPage *self, double x, double y, int n_press, guint button, GdkModifierType modifiers)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);

  self->press = self->drag = NAN;
  if (button == GDK_BUTTON_PRIMARY && scene && is_of_time (self) && mc_chart_slot_at (scene, x, y) >= 0)
    self->press = x;
  return !isnan (self->press);
}

static gboolean
motion_cb (McWorkloadPage *self, double x, double y, GdkModifierType modifiers)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);

  self->cross = scene && mc_chart_slot_at (scene, x, y) >= 0 ? is_lying (self) ? y : x : NAN;
  if (!isnan (self->press))
    self->drag = x;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return !isnan (self->press);
}

/* A stretch is looked at; a click goes to the mark. */
static gboolean
release_cb (McWorkloadPage *self, double x, double y, GdkModifierType modifiers)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);
  double from = self->press;
  int first, last;

  self->press = self->drag = NAN;
  if (isnan (from) || !scene)
    return FALSE;
  first = mc_chart_slot_at (scene, MIN (from, x), y);
  last = mc_chart_slot_at (scene, MAX (from, x), y);
  if (fabs (x - from) >= LEAST_DRAG && first >= 0 && last > first)
    mc_workload_page_look (self, (guint)first, (guint)(last - first) + 1);
  else if (last >= 0)
    {
      McSceneNode *node = mc_scene_pick (scene, x, y);

      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
      if (node)
        mc_canvas_go_to (self->canvas, mc_scene_node_get_key (node));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return TRUE;
}

static void
cancel_cb (McWorkloadPage *self)
{
  self->press = self->drag = NAN;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
left_cb (McWorkloadPage *self)
{
  self->cross = NAN;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
paint_overlay (McCanvas *canvas, cairo_t *cr, const McRect *visible, double zoom, gpointer data)
{
  McWorkloadPage *self = data;
  McColor ink = mc_palette_get_ink (mc_canvas_get_palette (canvas), MC_TONE_ACCENT);

  mc_painter_set_source (cr, &ink);
  cairo_set_line_width (cr, 1 / zoom);
  if (!isnan (self->cross) && is_lying (self))
    {
      cairo_move_to (cr, visible->x, self->cross);
      cairo_line_to (cr, visible->x + visible->width, self->cross);
      cairo_stroke (cr);
    }
  else if (!isnan (self->cross))
    {
      cairo_move_to (cr, self->cross, visible->y);
      cairo_line_to (cr, self->cross, visible->y + visible->height);
      cairo_stroke (cr);
    }
  if (isnan (self->press) || isnan (self->drag))
    return;
  cairo_rectangle (cr, MIN (self->press, self->drag), visible->y, fabs (self->drag - self->press), visible->height);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.15);
  cairo_fill (cr);
}

/* The list goes where the keyboard goes. */
static void
focus_cb (McWorkloadPage *self)
{
  const char *key = mc_canvas_get_focus_key (self->canvas);

  if (key && g_str_has_prefix (key, "slot/"))
    mc_workload_page_table_select (self, (guint)g_ascii_strtoull (key + strlen ("slot/"), NULL, 10));
}

void
mc_workload_page_view_init (McWorkloadPage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->press = self->drag = self->cross = NAN;
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), motion);
  mc_canvas_set_hover_func (self->canvas, mc_node_card_new, NULL, NULL);
  mc_canvas_set_overlay_func (self->canvas, paint_overlay, self, NULL);
}

void
mc_workload_page_view_bind (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "workload.closer", "workload.farther", "workload.all", "workload.back",
                                       "workload.on" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, look_action);
  gtk_widget_class_bind_template_callback (widget_class, press_cb);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, release_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
}
