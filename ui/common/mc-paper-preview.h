/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-sheets.h"

G_BEGIN_DECLS

#define MC_TYPE_PAPER_PREVIEW (mc_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (McPaperPreview, mc_paper_preview, MC, PAPER_PREVIEW, GtkWidget)

/**
 * McPaperPreview:
 * One page of McSheets as it will be printed, as large as there is room: mc_sheets_paint() and nothing else. A page
 * that is text is read out as its description.
 *
 * Properties: `sheets` (McSheets), `page` (uint, from 0), `n-pages` (uint, read-only).
 */

G_END_DECLS
