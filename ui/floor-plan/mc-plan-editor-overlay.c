/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-number.h"
#include "mc-palette.h"

/* What is seen above the plan while it is edited. Lengths are in scene points. */

typedef struct
{
  cairo_t *cr;
  double pixel;
  McColor accent, paper;
} Brush;

static void
set_color (const Brush *brush, McColor color, double alpha)
{
  cairo_set_source_rgba (brush->cr, color.red, color.green, color.blue, alpha);
}

static void
trace (const Brush *brush, const McPoint *points, gsize n, gboolean closed)
{
  cairo_new_path (brush->cr);
  for (gsize i = 0; i < n; i++)
    cairo_line_to (brush->cr, points[i].x * MC_PLAN_SCALE, points[i].y * MC_PLAN_SCALE);
  if (closed)
    cairo_close_path (brush->cr);
}

static void
paint_object (const Brush *brush, McPlanObject *object, gboolean ghost)
{
  gsize n;
  gboolean closed;
  g_autofree McPoint *points = mc_plan_object_dup_points (object, &n, &closed);
  const double dash[] = { 5 * brush->pixel, 3 * brush->pixel };

  trace (brush, points, n, closed);
  cairo_set_line_width (brush->cr, 1.5 * brush->pixel);
  cairo_set_dash (brush->cr, dash, ghost ? 2 : 0, 0);
  set_color (brush, brush->accent, 1);
  if (ghost && closed)
    {
      cairo_stroke_preserve (brush->cr);
      set_color (brush, brush->accent, 0.15);
      cairo_fill (brush->cr);
    }
  else
    cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
paint_grip (const Brush *brush, McPoint at, gboolean round)
{
  double half = 4 * brush->pixel, x = at.x * MC_PLAN_SCALE, y = at.y * MC_PLAN_SCALE;

  cairo_new_path (brush->cr);
  if (round)
    cairo_arc (brush->cr, x, y, half, 0, 2 * G_PI);
  else
    cairo_rectangle (brush->cr, x - half, y - half, 2 * half, 2 * half);
  set_color (brush, brush->paper, 1);
  cairo_fill_preserve (brush->cr);
  set_color (brush, brush->accent, 1);
  cairo_set_line_width (brush->cr, 1.5 * brush->pixel);
  cairo_stroke (brush->cr);
}

static void
paint_grips (McPlanEditor *self, const Brush *brush, McPlanObject *object)
{
  paint_grip (brush, mc_plan_editor_rotate_grip (self, object), TRUE);
  if (mc_plan_kind_has_points (object->kind))
    {
      gsize n;
      g_autofree McPoint *points = mc_plan_object_dup_points (object, &n, NULL);

      for (gsize i = 0; i < n; i++)
        paint_grip (brush, points[i], FALSE);
      return;
    }
  for (guint i = 0; i < MC_PLAN_N_HANDLES; i++)
    paint_grip (brush, mc_plan_handle_place (object, i), FALSE);
}

static void
paint_text (McPlanEditor *self, const Brush *brush, McPoint at, const char *text, const McRect *visible)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->canvas), text);
  int width, height;
  McPoint place;

  pango_layout_get_pixel_size (layout, &width, &height);
  place = mc_plan_words_place ((McPoint){ at.x * MC_PLAN_SCALE, at.y * MC_PLAN_SCALE }, (width + 8) * brush->pixel,
                               (height + 4) * brush->pixel, 10 * brush->pixel, visible);
  cairo_save (brush->cr);
  cairo_translate (brush->cr, place.x, place.y);
  cairo_scale (brush->cr, brush->pixel, brush->pixel);
  cairo_new_path (brush->cr);
  cairo_rectangle (brush->cr, -4, -2, width + 8, height + 4);
  set_color (brush, brush->paper, 0.9);
  cairo_fill (brush->cr);
  set_color (brush, brush->accent, 1);
  cairo_move_to (brush->cr, 0, 0);
  pango_cairo_show_layout (brush->cr, layout);
  cairo_restore (brush->cr);
}

/* How long the way is, and how large what it goes around. */
static char *
measure_text (const McPoint *points, gsize n)
{
  g_autofree char *length = mc_number_format (mc_plan_points_length (points, n, FALSE), 2);
  g_autofree char *last = mc_number_format (n > 1 ? mc_plan_distance (points[n - 2], points[n - 1]) : 0, 2);
  g_autofree char *area = NULL;

  if (n < 3)
    return g_strdup_printf (_ ("%s m"), length);
  area = mc_number_format (fabs (mc_plan_points_area (points, n)), 2);
  return g_strdup_printf (_ ("%s m · in all %s m · area %s m²"), last, length, area);
}

/* What is measured is told where the tool tells its use, and to those who hear: on the drawing it stands at the cross
 * alone. */
void
mc_plan_editor_show_points (McPlanEditor *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  if (self->tool == MC_PLAN_TOOL_MEASURE && self->points->len > 1)
    {
      g_autofree char *text = measure_text ((const McPoint *)(gpointer)self->points->data, self->points->len);

      gtk_label_set_label (self->hint, text);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->canvas), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
paint_points (McPlanEditor *self, const Brush *brush, const McRect *visible)
{
  g_autoptr (GArray) points = g_array_copy (self->points);
  const McPoint *data;
  g_autofree char *text = NULL;

  g_array_append_val (points, self->cross);
  data = (const McPoint *)(gpointer)points->data;
  trace (brush, data, points->len, FALSE);
  cairo_set_line_width (brush->cr, 2 * brush->pixel);
  set_color (brush, brush->accent, 1);
  cairo_stroke (brush->cr);
  for (guint i = 0; i < points->len; i++)
    paint_grip (brush, data[i], i + 1 == points->len);
  if (self->points->len == 0)
    return;
  text = measure_text (data, points->len);
  paint_text (self, brush, self->cross, text, visible);
}

static void
paint_guides (McPlanEditor *self, const Brush *brush)
{
  const double dash[] = { 4 * brush->pixel, 4 * brush->pixel };

  cairo_set_dash (brush->cr, dash, 2, 0);
  cairo_set_line_width (brush->cr, brush->pixel);
  set_color (brush, brush->accent, 0.8);
  for (guint i = 0; i < self->guides->len; i++)
    {
      const McPlanGuide *guide = &g_array_index (self->guides, McPlanGuide, i);
      const McPoint ends[] = { guide->from, guide->to };

      trace (brush, ends, 2, FALSE);
      cairo_stroke (brush->cr);
    }
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

/* Where the background lies as it is being moved. */
static void
paint_background (McPlanEditor *self, const Brush *brush)
{
  const double dash[] = { 6 * brush->pixel, 3 * brush->pixel };
  McPoint corners[4], grip;

  if (!mc_plan_editor_lay_corners (self, corners, &grip))
    return;
  trace (brush, corners, G_N_ELEMENTS (corners), TRUE);
  cairo_set_line_width (brush->cr, 1.5 * brush->pixel);
  cairo_set_dash (brush->cr, dash, self->laid ? 2 : 0, 0);
  set_color (brush, brush->accent, 1);
  cairo_stroke_preserve (brush->cr);
  set_color (brush, brush->accent, self->laid ? 0.15 : 0.05);
  cairo_fill (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
  if (self->tool == MC_PLAN_TOOL_LAY)
    paint_grip (brush, grip, TRUE);
}

void
mc_plan_editor_paint (McCanvas *canvas, cairo_t *cr, const McRect *visible, double zoom, gpointer data)
{
  McPlanEditor *self = data;
  McPaletteKind palette = mc_canvas_get_palette (canvas);
  Brush brush = { cr, 0.75 / zoom, mc_palette_get_ink (palette, MC_TONE_ACCENT),
                  mc_palette_get_fill (palette, MC_TONE_PAPER) };
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->tool == MC_PLAN_TOOL_LAY || self->tool == MC_PLAN_TOOL_SCALE)
    paint_background (self, &brush);
  if (self->tool == MC_PLAN_TOOL_PLACE)
    {
      g_autoptr (McPlanObject) object = mc_plan_thing_new (self->feed, self->kind, self->layer);

      object->x = self->cross.x;
      object->y = self->cross.y;
      paint_object (&brush, object, TRUE);
    }
  else if (self->tool == MC_PLAN_TOOL_DRAW || self->tool == MC_PLAN_TOOL_MEASURE || self->tool == MC_PLAN_TOOL_SCALE)
    paint_points (self, &brush, visible);
  else if (self->tool == MC_PLAN_TOOL_SELECT)
    {
      chosen = mc_plan_editor_get_selection (self);
      for (guint i = 0; i < chosen->len && !self->after; i++)
        paint_object (&brush, g_ptr_array_index (chosen, i), FALSE);
      if (chosen->len == 1 && !self->after)
        paint_grips (self, &brush, g_ptr_array_index (chosen, 0));
    }
  for (guint i = 0; self->after && i < self->after->len; i++)
    paint_object (&brush, g_ptr_array_index (self->after, i), TRUE);
  paint_guides (self, &brush);
}
