/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "mc-paragraph.h"
#include "mc-scene-node.h"

G_BEGIN_DECLS

typedef enum
{
  MC_MARK_RECT,
  MC_MARK_ELLIPSE,
  MC_MARK_ARC,
  MC_MARK_PATH,
  MC_MARK_TEXT,
  MC_MARK_IMAGE,
  MC_MARK_PARAGRAPH,
} McMarkKind;

/** McMarkText: @layout, @x and @y are made at the first painting and belong to the lock of mc-text.c. */
typedef struct
{
  char *text;
  McTextStyle style;
  PangoLayout *layout;
  double x, y;
  gboolean cut; /* its ink is larger than the box */
} McMarkText;

typedef struct
{
  cairo_surface_t *surface;
  cairo_surface_t *reduced; /* nearly of the size it is shown at; made at the first painting */
  gboolean round;
} McMarkImage;

/** McMarkParagraph: some lines of a paragraph; its tone is the mark's fill, the place of its first line the box's. */
typedef struct
{
  McParagraph *paragraph;
  guint first, n;
  double x;
} McMarkParagraph;

/** McMark: one thing to paint. @box is the shape's own rectangle, without its stroke. */
typedef struct
{
  McMarkKind kind;
  McTone fill;
  McStroke stroke;
  McRect box;
  union
  {
    double radius;
    struct
    {
      double from, to;
    } arc;
    cairo_path_t path;
    McMarkText text;
    McMarkImage image;
    McMarkParagraph lines;
  };
} McMark;

/** mc_scene_node_get_marks: (transfer none): they may be changed only as the two caches above are. */
McMark *mc_scene_node_get_marks (McSceneNode *self, gsize *n);

/** mc_scene_node_seal: nothing can be added after it. */
void mc_scene_node_seal (McSceneNode *self);

/** mc_rect_union: into @rect. mc_rect_touches: they share a point, edges included. */
void mc_rect_union (McRect *rect, const McRect *other);
gboolean mc_rect_touches (const McRect *a, const McRect *b);

G_END_DECLS
