/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-sketch.h"

G_BEGIN_DECLS

/** MC_DXF_MAX_BYTES: no larger file is read; it could not be kept either. */
#define MC_DXF_MAX_BYTES (20 * 1024 * 1024)

/**
 * mc_dxf_read:
 * @bytes: an ASCII DXF of any release
 * @n_ignored: (out) (optional): how many things it has that are not lines, arcs, texts or blocks
 * @error: MC_ERROR_INVALID with the line for what is broken; MC_ERROR_UNSUPPORTED for DWG and binary DXF
 *
 * LINE, POLYLINE, LWPOLYLINE, ARC, CIRCLE, ELLIPSE, SPLINE (by its control points), SOLID, 3DFACE, TEXT, ATTRIB, MTEXT
 * (plain), DIMENSION, and INSERT of blocks, nested to 16 deep; not what is on layers that are off or frozen, or in
 * paper space. Letters by $DWGCODEPAGE, UTF-8 or \U+XXXX. Curves become lines of 5 degrees.
 *
 * Blocks: call it on a thread.
 *
 * Returns: (transfer full) (nullable): plain paths and texts; never half of a file
 */
McSketch *mc_dxf_read (GBytes *bytes, guint *n_ignored, GError **error);

/** mc_dxf_read_on_thread: (transfer full): future of the McSketch as a boxed MC_TYPE_SKETCH. */
DexFuture *mc_dxf_read_on_thread (GBytes *bytes);

G_END_DECLS
