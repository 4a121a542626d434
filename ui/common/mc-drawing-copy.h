/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-scene.h"

G_BEGIN_DECLS

/**
 * mc_drawing_copy:
 * @from: a widget of the window
 *
 * Puts the drawing on the clipboard, as a picture for word processors and mail and as SVG for who can take that, in the
 * colours of print; and says so.
 */
void mc_drawing_copy (GtkWidget *from, McScene *scene);

G_END_DECLS
