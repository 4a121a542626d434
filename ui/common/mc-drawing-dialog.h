/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-paper.h"

G_BEGIN_DECLS

typedef enum
{
  MC_DRAWING_EXPORT,
  MC_DRAWING_PRINT,
} McDrawingPurpose;

#define MC_TYPE_DRAWING_DIALOG (mc_drawing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McDrawingDialog, mc_drawing_dialog, MC, DRAWING_DIALOG, AdwDialog)

/**
 * mc_drawing_dialog_present:
 * @from: a widget of the window
 * @paper: (transfer none): what the page knows of the sheet; the dialog changes it
 * @name: the kind of drawing, by which choices are remembered ("org-chart")
 *
 * Shows the sheet beside the choices of paper, scale, title, signature and colours, exactly as it will come out; then
 * writes it into a file, or gives it to the printer.
 */
void mc_drawing_dialog_present (GtkWidget *from, McPaper *paper, const char *name, McDrawingPurpose purpose);

G_END_DECLS
