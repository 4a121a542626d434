/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-painter.h"

#include <math.h>

#include "mc-paragraph-private.h"
#include "mc-text-private.h"

/* Text lower than this on screen, in pixels from ascent to descent, is a grey bar. Paper is not asked. */
#define LEAST_READABLE 3.2
#define PICTURE_DETAIL                                                                                                 \
  4.0                     /* pixels of a picture for a point of the scene: sharp at 400 %, and 288 an inch on paper    \
                           */
#define PATTERN_GAP 5.0   /* points from line to line */
#define PATTERN_WIDTH 0.6 /* points */

void
mc_painter_set_source (cairo_t *cr, const McColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_ink (cairo_t *cr, McPaletteKind palette, McTone tone, double alpha)
{
  McColor color = mc_palette_get_ink (palette, tone == MC_TONE_NONE ? MC_TONE_INK : tone);

  color.alpha *= alpha;
  mc_painter_set_source (cr, &color);
}

static void
trace_rect (cairo_t *cr, const McRect *box, double radius)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  if (radius <= 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_arc (cairo_t *cr, const McRect *box, double from, double to)
{
  if (box->width <= 0 || box->height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
  cairo_scale (cr, box->width / 2, box->height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, from, to);
  cairo_restore (cr);
}

static void
trace (cairo_t *cr, const McMark *mark)
{
  cairo_new_path (cr);
  switch (mark->kind)
    {
    case MC_MARK_RECT:
      trace_rect (cr, &mark->box, mark->radius);
      break;
    case MC_MARK_ELLIPSE:
      trace_arc (cr, &mark->box, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case MC_MARK_ARC:
      trace_arc (cr, &mark->box, mark->arc.from, mark->arc.to);
      break;
    case MC_MARK_PATH:
      cairo_append_path (cr, &mark->path);
      break;
    case MC_MARK_TEXT:
    case MC_MARK_IMAGE:
    case MC_MARK_PARAGRAPH:
    default:
      break;
    }
}

/* Lines that rise (or fall, @down) across the box; they meet those of a neighbour, since they stand on one grid. */
static void
trace_hatch (cairo_t *cr, const McRect *box, gboolean down)
{
  double h = box->height, first = down ? box->x - box->y - h : box->x + box->y;
  double last = first + box->width + h;

  for (double k = ceil (first / PATTERN_GAP) * PATTERN_GAP; k < last; k += PATTERN_GAP)
    {
      double top = down ? k + box->y : k - box->y, foot = down ? top + h : top - h;

      cairo_move_to (cr, top, box->y);
      cairo_line_to (cr, foot, box->y + h);
    }
}

static void
trace_dots (cairo_t *cr, const McRect *box)
{
  double gap = PATTERN_GAP * 0.8;

  for (double y = ceil (box->y / gap) * gap; y < box->y + box->height; y += gap)
    for (double x = ceil (box->x / gap) * gap; x < box->x + box->width; x += gap)
      {
        cairo_move_to (cr, x, y);
        cairo_close_path (cr);
      }
}

/* The pattern of the tone within the path that is traced. As lines, not as a bitmap or a tile, which printers blur. */
static void
paint_pattern (cairo_t *cr, const McMark *mark, McPaletteKind palette)
{
  McPattern pattern = mc_palette_get_pattern (palette, mark->fill);
  McColor color;

  if (pattern == MC_PATTERN_SOLID || pattern == MC_PATTERN_EMPTY)
    return;
  color = mc_palette_get_pattern_ink (palette, mark->fill);
  cairo_save (cr);
  cairo_clip (cr);
  if (pattern == MC_PATTERN_DOTTED)
    trace_dots (cr, &mark->box);
  else
    trace_hatch (cr, &mark->box, FALSE);
  if (pattern == MC_PATTERN_CROSSED)
    trace_hatch (cr, &mark->box, TRUE);
  mc_painter_set_source (cr, &color);
  cairo_set_line_width (cr, pattern == MC_PATTERN_DOTTED ? PATTERN_WIDTH * 2 : PATTERN_WIDTH);
  cairo_set_line_cap (cr, pattern == MC_PATTERN_DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_shape (cairo_t *cr, const McMark *mark, McPaletteKind palette, double zoom)
{
  trace (cr, mark);
  if (mark->fill != MC_TONE_NONE)
    {
      McColor color = mc_palette_get_fill (palette, mark->fill);

      mc_painter_set_source (cr, &color);
      cairo_fill_preserve (cr);
      if (PATTERN_GAP * zoom >= 2)
        paint_pattern (cr, mark, palette);
      trace (cr, mark);
    }
  if (mark->stroke.width > 0 && mark->stroke.tone != MC_TONE_NONE)
    {
      cairo_set_line_width (cr, mark->stroke.width);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_set_dash (cr, &mark->stroke.dash, mark->stroke.dash > 0 ? 1 : 0, 0);
      set_ink (cr, palette, mark->stroke.tone, 1);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

/* A photo is mostly far larger than the disc it is shown in. It is made smaller once, not in each frame; where it is
 * not larger, it is itself. @scale: points of the scene for a pixel of the picture. */
static cairo_surface_t *
reduced_image (McMark *mark, double scale)
{
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  cairo_surface_t *surface = mark->image.surface;
  double shrink = scale * PICTURE_DETAIL;
  cairo_t *cr;

  if (shrink >= 1)
    return surface;
  if (mark->image.reduced)
    return mark->image.reduced;
  mark->image.reduced = cairo_surface_create_similar_image (
      surface, cairo_image_surface_get_format (surface), (int)ceil (cairo_image_surface_get_width (surface) * shrink),
      (int)ceil (cairo_image_surface_get_height (surface) * shrink));
  cr = cairo_create (mark->image.reduced);
  cairo_scale (cr, shrink, shrink);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return mark->image.reduced;
}

static void
paint_image (cairo_t *cr, McMark *mark)
{
  double width = cairo_image_surface_get_width (mark->image.surface);
  double height = cairo_image_surface_get_height (mark->image.surface);
  cairo_surface_t *surface;
  double scale;

  if (width <= 0 || height <= 0 || mark->box.width <= 0 || mark->box.height <= 0)
    return;
  scale = MAX (mark->box.width / width, mark->box.height / height);
  surface = reduced_image (mark, scale);
  cairo_save (cr);
  cairo_new_path (cr);
  if (mark->image.round)
    trace_arc (cr, &mark->box, 0, 2 * G_PI);
  else
    trace_rect (cr, &mark->box, 0);
  cairo_clip (cr);
  cairo_translate (cr, mark->box.x + (mark->box.width - width * scale) / 2,
                   mark->box.y + (mark->box.height - height * scale) / 2);
  scale = surface == mark->image.surface ? scale : 1 / PICTURE_DETAIL;
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
paint_text (cairo_t *cr, McMark *mark, McPaletteKind palette, double zoom)
{
  gboolean readable = mark->text.style.size * zoom >= LEAST_READABLE;

  set_ink (cr, palette, mark->text.style.tone, readable ? 1 : 0.4);
  if (readable)
    mc_text_paint (cr, &mark->text, &mark->box);
  else
    mc_text_paint_bar (cr, &mark->text, &mark->box);
}

/* The outline of a node: its first rectangle's rounding, so that the ring of the focus follows it. */
static void
trace_outline (cairo_t *cr, McSceneNode *node, double grow)
{
  McRect box = mc_scene_node_get_bounds (node);
  double radius = 0;
  gsize n;
  McMark *marks = mc_scene_node_get_marks (node, &n);

  if (n > 0 && marks[0].kind == MC_MARK_RECT)
    radius = marks[0].radius;
  box = (McRect){ box.x - grow, box.y - grow, box.width + 2 * grow, box.height + 2 * grow };
  cairo_new_path (cr);
  trace_rect (cr, &box, MIN (radius + grow, MIN (box.width, box.height) / 2));
}

static void
paint_flags (cairo_t *cr, McSceneNode *node, McPaletteKind palette, McPaintFlags flags)
{
  const double dash = 2;

  if (flags & MC_PAINT_DIMMED)
    {
      McColor veil = mc_palette_get_fill (palette, MC_TONE_PAPER);

      veil.alpha = 0.65;
      mc_painter_set_source (cr, &veil);
      trace_outline (cr, node, 0.5);
      cairo_fill (cr);
    }
  if (flags & (MC_PAINT_HOVER | MC_PAINT_DROP))
    {
      set_ink (cr, palette, flags & MC_PAINT_DROP ? MC_TONE_ACCENT : MC_TONE_INK, flags & MC_PAINT_DROP ? 0.2 : 0.07);
      trace_outline (cr, node, 0);
      cairo_fill (cr);
    }
  if (flags & (MC_PAINT_SELECTED | MC_PAINT_DROP))
    {
      set_ink (cr, palette, MC_TONE_ACCENT, 1);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, 2);
      trace_outline (cr, node, 1);
      cairo_stroke (cr);
    }
  if (flags & MC_PAINT_FOCUS)
    {
      set_ink (cr, palette, MC_TONE_INK, 1);
      cairo_set_dash (cr, &dash, 1, 0);
      cairo_set_line_width (cr, 1);
      trace_outline (cr, node, 3);
      cairo_stroke (cr);
    }
}

void
mc_painter_paint_node (cairo_t *cr, McSceneNode *node, McPaletteKind palette, McPaintFlags flags, double zoom)
{
  gsize n;
  McMark *marks = mc_scene_node_get_marks (node, &n);

  for (gsize i = 0; i < n; i++)
    switch (marks[i].kind)
      {
      case MC_MARK_TEXT:
        paint_text (cr, &marks[i], palette, zoom);
        break;
      case MC_MARK_IMAGE:
        paint_image (cr, &marks[i]);
        break;
      case MC_MARK_PARAGRAPH:
        set_ink (cr, palette, marks[i].fill, 1);
        mc_paragraph_paint (cr, marks[i].lines.paragraph, marks[i].lines.first, marks[i].lines.n, marks[i].lines.x,
                            marks[i].box.y);
        break;
      case MC_MARK_RECT:
      case MC_MARK_ELLIPSE:
      case MC_MARK_ARC:
      case MC_MARK_PATH:
      default:
        paint_shape (cr, &marks[i], palette, zoom);
        break;
      }
  if (flags != MC_PAINT_NORMAL)
    paint_flags (cr, node, palette, flags);
}

static void
paint (cairo_t *cr, McScene *scene, McPaletteKind palette, const McRect *clip, double zoom, gboolean paper)
{
  McRect all = mc_scene_get_bounds (scene);
  g_autoptr (GPtrArray) nodes = mc_scene_query (scene, clip ? clip : &all);

  for (guint i = 0; i < nodes->len; i++)
    {
      McSceneNode *node = g_ptr_array_index (nodes, i);

      if (mc_scene_node_get_min_zoom (node) <= zoom && !(paper && mc_scene_node_get_screen_only (node)))
        mc_painter_paint_node (cr, node, palette, MC_PAINT_NORMAL, zoom);
    }
}

void
mc_painter_paint (cairo_t *cr, McScene *scene, McPaletteKind palette, const McRect *clip, double zoom)
{
  paint (cr, scene, palette, clip, zoom, FALSE);
}

void
mc_painter_paint_paper (cairo_t *cr, McScene *scene, McPaletteKind palette, const McRect *clip)
{
  paint (cr, scene, palette, clip, MC_ZOOM_PAPER, TRUE);
}
