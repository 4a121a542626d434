/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <libdex.h>

#include "mc-drawing-choices.h"

G_BEGIN_DECLS

/**
 * mc_drawing_save:
 * @from: a widget of the window
 * @sheets: must not change until the future is there
 * @dpi: of a PNG
 *
 * Asks for a file and writes the sheets into it, on a thread. Call it on a fiber or keep the future.
 *
 * Returns: (transfer full): a future of a GFile; rejected with GTK_DIALOG_ERROR_DISMISSED when the person thought
 * better of it, otherwise as mc_drawing_write() fails
 */
DexFuture *mc_drawing_save (GtkWidget *from, McSheets *sheets, McDrawingFormat format, double dpi);

G_END_DECLS
