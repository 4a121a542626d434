/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** McSketchPoint: in the sketch's units; y upwards. */
typedef struct
{
  double x, y;
} McSketchPoint;

typedef enum
{
  MC_SKETCH_PATH,   /* @points joined by straight lines; curves have been cut into such */
  MC_SKETCH_TEXT,   /* @text at the first point, @size high, turned by @rotation, laid as @across and @up say */
  MC_SKETCH_INSERT, /* the block @text at the first point, @size times as large, turned by @rotation */
} McSketchKind;

/** McSketchShape: one line, text or block of a drawing. Angles in degrees, counterclockwise. */
typedef struct
{
  McSketchKind kind;
  const char *layer; /* interned in the sketch */
  McSketchPoint *points;
  gsize n_points;
  gboolean closed;
  char *text;
  double size;
  double rotation;
  double across; /* which part of the text lies at its point: 0 where it begins, 0.5 its middle, 1 where it ends */
  double up;     /* likewise 0 the line it stands on, 0.5 its middle, 1 its top */
} McSketchShape;

/**
 * McSketch:
 * A drawing of plain lines and texts, as an exchange file has it or takes it. Reference counted.
 */
typedef struct _McSketch McSketch;

#define MC_TYPE_SKETCH (mc_sketch_get_type ())
GType mc_sketch_get_type (void);

/** mc_sketch_new: @metres_per_unit: 1 for metres, 0.001 for millimetres; 0 where it is not known. */
McSketch *mc_sketch_new (double metres_per_unit);
McSketch *mc_sketch_ref (McSketch *self);
void mc_sketch_unref (McSketch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSketch, mc_sketch_unref)

double mc_sketch_get_metres_per_unit (McSketch *self);

/** mc_sketch_add_path: a copy of @points. */
void
mc_sketch_add_path (McSketch *self, const char *layer, const McSketchPoint *points, gsize n_points, gboolean closed);
void mc_sketch_add_text (
    McSketch *self, const char *layer, McSketchPoint at, const char *text, double size, double rotation);
/** mc_sketch_add_label: a text that lies otherwise about its point; @across and @up: see McSketchShape. */
void mc_sketch_add_label (McSketch *self,
                          const char *layer,
                          McSketchPoint at,
                          const char *text,
                          double size,
                          double rotation,
                          double across,
                          double up);
/** mc_sketch_add_insert: @block: one of mc_sketch_add_block(). */
void mc_sketch_add_insert (
    McSketch *self, const char *layer, McSketchPoint at, const char *block, double scale, double rotation);

/**
 * mc_sketch_add_block:
 * @name: of the block
 * @content: (transfer full): what it draws, about its origin; without blocks of its own
 */
void mc_sketch_add_block (McSketch *self, const char *name, McSketch *content);

/** mc_sketch_get_shapes: (transfer none) (element-type McSketchShape) */
GPtrArray *mc_sketch_get_shapes (McSketch *self);
/** mc_sketch_get_block: (transfer none) (nullable) */
McSketch *mc_sketch_get_block (McSketch *self, const char *name);
/** mc_sketch_get_blocks: (transfer full): their names, in the order in which they were added. */
char **mc_sketch_get_blocks (McSketch *self);
/** mc_sketch_get_layers: (transfer full): the names of all layers that something lies on, blocks included, sorted. */
char **mc_sketch_get_layers (McSketch *self);

/** mc_sketch_get_bounds: around all points, blocks not included; %FALSE if there is nothing. */
gboolean mc_sketch_get_bounds (McSketch *self, McSketchPoint *low, McSketchPoint *high);

G_END_DECLS
