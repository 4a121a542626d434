/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-paper.h"

G_BEGIN_DECLS

/**
 * mc_drawing_print_new:
 * @sheets: must not change until the operation is done
 *
 * Prints every page of @paper as mc_paper_paint() paints it, on sheets of its size and orientation without a margin of
 * the printer's own. To be run by gtk_print_operation_run().
 *
 * Returns: (transfer full)
 */
GtkPrintOperation *mc_drawing_print_new (McSheets *sheets);

/** mc_drawing_print_ask: asks for a printer and prints; @failure: what is reported where that did not go. */
void mc_drawing_print_ask (GtkWidget *from, McSheets *sheets, const char *failure);

G_END_DECLS
