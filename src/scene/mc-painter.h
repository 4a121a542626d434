/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene.h"
#include "mc-text.h"

G_BEGIN_DECLS

/** McPaintFlags: how a node stands at the moment; drawn over the node, in scene units independent of zoom. */
typedef enum
{
  MC_PAINT_NORMAL = 0,
  MC_PAINT_HOVER = 1 << 0,
  MC_PAINT_SELECTED = 1 << 1,
  MC_PAINT_FOCUS = 1 << 2,
  MC_PAINT_DROP = 1 << 3,   /* what is dragged may be let go here */
  MC_PAINT_DIMMED = 1 << 4, /* not a hit of the search */
} McPaintFlags;

/** MC_ZOOM_PAPER: the zoom of what can be looked at as closely as one likes: everything is painted, text as text. */
#define MC_ZOOM_PAPER G_MAXDOUBLE

/**
 * mc_painter_paint: the whole scene, or what touches @clip (nullable; scene points), in scene coordinates: the caller
 * has set the transformation. @zoom is the view's, or MC_ZOOM_PAPER: nodes below their least zoom are left out. The
 * ground is the caller's to fill (MC_TONE_PAPER). The one painter of screen, PDF, SVG, PNG and printer; needs no
 * display.
 */
void mc_painter_paint (cairo_t *cr, McScene *scene, McPaletteKind palette, const McRect *clip, double zoom);

/** mc_painter_paint_paper: as mc_painter_paint() at MC_ZOOM_PAPER, without what is for the screen only. */
void mc_painter_paint_paper (cairo_t *cr, McScene *scene, McPaletteKind palette, const McRect *clip);

/**
 * mc_painter_paint_node: one node and how it stands, in scene coordinates, for cached cells on screen. @zoom as above:
 * text that would be smaller than can be read is painted as a soft bar.
 */
void mc_painter_paint_node (cairo_t *cr, McSceneNode *node, McPaletteKind palette, McPaintFlags flags, double zoom);

/** mc_painter_set_source: the colour as the source of @cr. */
void mc_painter_set_source (cairo_t *cr, const McColor *color);

G_END_DECLS
