/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-sheets.h"

G_BEGIN_DECLS

/** MC_DRAWING_DPI: of a PNG that nobody asked more or less of. */
#define MC_DRAWING_DPI 150.0

typedef enum
{
  MC_DRAWING_PDF,
  MC_DRAWING_SVG,
  MC_DRAWING_PNG,
} McDrawingFormat;

/** mc_drawing_format_from_path: by its ending; %FALSE with MC_ERROR_INVALID for another than .pdf, .svg and .png. */
gboolean mc_drawing_format_from_path (const char *path, McDrawingFormat *format, GError **error);

/**
 * mc_drawing_render:
 * @png_dpi: pixels an inch of a PNG, 20 to 1200; 0: %MC_DRAWING_DPI
 * @error: MC_ERROR_INVALID for an SVG or PNG of several pages, for more pixels than a computer holds, and for what
 *   mc_sheets_dup_problem() says
 *
 * A PDF has title, author, language, the sheets and their marks as its outline; its text is text, its fonts are
 * embedded, and official papers are tagged. Blocks: call it on a thread or from the console; the sheets may be painted
 * on another thread meanwhile, but not changed.
 *
 * Returns: (transfer full): the file's contents
 */
GBytes *mc_drawing_render (McSheets *sheets, McDrawingFormat format, double png_dpi, GError **error);

/**
 * mc_drawing_write: the same into a file of the format that its name says.
 * @path: written beside it and put in its place when it is whole and on the disk, so that a failed write leaves the old
 *   file as it was
 * @error: also MC_ERROR_FAILED with the system's words
 */
gboolean mc_drawing_write (McSheets *sheets, const char *path, double png_dpi, GError **error);

G_END_DECLS
