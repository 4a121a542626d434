/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-scene-node.h"

G_BEGIN_DECLS

/**
 * McCanvasTiles:
 * The picture of a drawing as squares of pixels, kept per zoom while the drawing stands. A frame that pans only puts
 * kept squares in other places; a frame that zooms shows the squares of the nearest step, a little scaled; what is
 * missing is painted within a budget per frame, and meanwhile another zoom's squares stand in.
 */
typedef struct _McCanvasTiles McCanvasTiles;

/**
 * McCanvasTilesPaint:
 * @cr: in scene coordinates, on a ground that is not painted yet
 * @area: what is needed, in scene points
 * @pixels: device pixels per scene point
 */
typedef void (*McCanvasTilesPaint) (cairo_t *cr, const McRect *area, double pixels, gpointer data);

/** McCanvasFrame: what one frame shows. */
typedef struct
{
  double x, y;         /* scene point at the widget's corner */
  double pixels;       /* device pixels per scene point */
  double device_scale; /* device pixels per widget unit */
  int width, height;   /* of the widget */
  gboolean zooming;    /* on the way to another zoom: the nearest step will do */
  gint64 budget;       /* microseconds for painting; at least one square is painted */
} McCanvasFrame;

McCanvasTiles *mc_canvas_tiles_new (McCanvasTilesPaint paint, gpointer data);
void mc_canvas_tiles_free (McCanvasTiles *self);

/** mc_canvas_tiles_clear: forgets all: another palette, another scale of the screen. */
void mc_canvas_tiles_clear (McCanvasTiles *self);

/** mc_canvas_tiles_invalidate: squares that touch @area (NULL: all) are painted anew; until then they stand in. */
void mc_canvas_tiles_invalidate (McCanvasTiles *self, const McRect *area);

/**
 * mc_canvas_tiles_snapshot:
 * Returns: %FALSE if some squares are still to be painted: ask for another frame
 */
gboolean mc_canvas_tiles_snapshot (McCanvasTiles *self, GtkSnapshot *snapshot, const McCanvasFrame *frame);

G_END_DECLS
