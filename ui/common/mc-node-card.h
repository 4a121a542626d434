/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"

G_BEGIN_DECLS

/** mc_node_card_new: an McCanvasHoverFunc: what a screen reader hears of @node, for the eye. @data is not used. */
GtkWidget *mc_node_card_new (McCanvas *canvas, McSceneNode *node, gpointer data);

G_END_DECLS
