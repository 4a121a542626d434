/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper.h"

G_BEGIN_DECLS

/** MC_DRAWING_DPI: of a PNG that nobody asked more or less of. */
#define MC_DRAWING_DPI 150.0

/**
 * mc_drawing_write:
 * @path: ends in .pdf, .svg or .png; written beside it and put in its place when it is whole, so that a failed write
 *   leaves the old file as it was
 * @png_dpi: pixels an inch of a PNG, 20 to 1200; 0: %MC_DRAWING_DPI
 * @error: MC_ERROR_INVALID for another ending, for an SVG or PNG of several pages, for what mc_paper_get_problem()
 * says; MC_ERROR_FAILED with the system's words where the file cannot be written
 *
 * A PDF has title, author and language; its text is text and its fonts are embedded. Blocks: call it on a thread or
 * from the console; the paper and its scene may be painted on another thread meanwhile, but not changed.
 */
gboolean mc_drawing_write (McPaper *paper, const char *path, double png_dpi, GError **error);

G_END_DECLS
