/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-drawing-file.h"
#include "mc-paper.h"

G_BEGIN_DECLS

/**
 * mc_drawing_choices_load:
 * @name: the kind of drawing ("org-chart")
 * @format, @dpi: (inout): left as they are where nothing was chosen yet
 *
 * Puts over @paper what the person chose last time for such a drawing. Who signs is taken from there only where the
 * page does not know it.
 */
void mc_drawing_choices_load (const char *name, McPaper *paper, McDrawingFormat *format, double *dpi);

/** mc_drawing_choices_save: for the next time. */
void mc_drawing_choices_save (const char *name, McPaper *paper, McDrawingFormat format, double dpi);

G_END_DECLS
