/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"

G_BEGIN_DECLS

/* What McSceneAccessible asks of its canvas. All give (transfer full) (nullable). */

GtkAccessible *mc_canvas_access_get_parent (McCanvas *self, const char *key);
GtkAccessible *mc_canvas_access_get_first (McCanvas *self, const char *key);
GtkAccessible *mc_canvas_access_get_next (McCanvas *self, const char *key);

/** mc_canvas_access_get_bounds: of a node, in pixels from the corner of what it stands under. */
gboolean mc_canvas_access_get_bounds (McCanvas *self, const char *key, McRect *box);

/** mc_canvas_access_find: (transfer none) (nullable): what a screen reader sees of a node. */
GtkAccessible *mc_canvas_access_find (McCanvas *self, const char *key);

G_END_DECLS
