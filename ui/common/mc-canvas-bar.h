/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"

G_BEGIN_DECLS

#define MC_TYPE_CANVAS_BAR (mc_canvas_bar_get_type ())
G_DECLARE_FINAL_TYPE (McCanvasBar, mc_canvas_bar, MC, CANVAS_BAR, GtkWidget)

/**
 * McCanvasBar:
 * Zoom, fit, export and print of a drawn page, in its tool bar. To be put into the page that has
 * mc_drawing_actions_install().
 *
 * Property: `canvas` (McCanvas): whose zoom it shows.
 */

G_END_DECLS
