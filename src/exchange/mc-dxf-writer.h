/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-sketch.h"

G_BEGIN_DECLS

/**
 * mc_dxf_format:
 * The drawing as an ASCII DXF of release 12 (AC1009), which every program reads: POLYLINE, LINE, TEXT, and BLOCKs with
 * INSERT; letters that are not ASCII as \U+XXXX. $INSUNITS says metres or millimetres where the sketch knows.
 *
 * Returns: (transfer full)
 */
GBytes *mc_dxf_format (McSketch *sketch);

/** mc_dxf_write: mc_dxf_format() to a file, written beside @path and put in its place. Blocks. Errors: G_IO_ERROR. */
gboolean mc_dxf_write (McSketch *sketch, const char *path, GError **error);

G_END_DECLS
