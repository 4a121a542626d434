/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"
#include "mc-paper.h"

G_BEGIN_DECLS

#define MC_TYPE_DRAWING_ACTIONS (mc_drawing_actions_get_type ())
G_DECLARE_FINAL_TYPE (McDrawingActions, mc_drawing_actions, MC, DRAWING_ACTIONS, GObject)

/**
 * McDrawingPaperFunc:
 * @scene: what is on the canvas
 *
 * What the page knows of the sheet: title, day, who signs, and the size and mode that suit such drawings. What the
 * person chose last time is put over size, mode and the like afterwards.
 *
 * Returns: (transfer full)
 */
typedef McPaper *(*McDrawingPaperFunc) (GtkWidget *page, McScene *scene, gpointer data);

/**
 * mc_drawing_actions_install:
 * @page: gets the actions, and their keys while it is shown
 * @name: the kind of drawing, by which choices are remembered ("org-chart"); also names files
 * @func: (nullable): without it the sheet is mc_paper_new() of the scene
 * @data: (closure): lives as long as @page, or is freed by @destroy
 *
 * The actions `drawing.export` (Ctrl+E), `drawing.print` (Ctrl+P), `drawing.copy` (Ctrl+Shift+C), `drawing.zoom-in`,
 * `drawing.zoom-out`, `drawing.zoom` (string: to that zoom, "1.5"), `drawing.fit` (Ctrl+9): of all drawn pages.
 */
void mc_drawing_actions_install (GtkWidget *page,
                                 McCanvas *canvas,
                                 const char *name,
                                 McDrawingPaperFunc func,
                                 gpointer data,
                                 GDestroyNotify destroy);

G_END_DECLS
