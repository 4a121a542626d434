/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene-node-private.h"
#include "mc-text.h"

G_BEGIN_DECLS

/** mc_text_lock: around all use of layouts, fonts and the context below, on whatever thread. May be taken twice. */
void mc_text_lock (void);
void mc_text_unlock (void);
/** mc_text_get_context: (transfer none): at 72 dots an inch, without hinting; texts are Vietnamese. */
PangoContext *mc_text_get_context (void);
/** mc_text_describe_font: (transfer full): the desktop's face or, @serif, that of official papers; @size in points. */
PangoFontDescription *mc_text_describe_font (gboolean serif, double size, gboolean bold, gboolean italic);
PangoAlignment mc_text_to_pango (McAlign align);

/** mc_text_init: @text in composed form (NFC), so that what is copied from a PDF is found by what people type. */
void mc_text_init (McMarkText *self, const char *text, const McTextStyle *style);
void mc_text_clear (McMarkText *self);

/** mc_text_paint: with the source that is set on @cr; inside @box, whatever the text. */
void mc_text_paint (cairo_t *cr, McMarkText *self, const McRect *box);

/** mc_text_paint_bar: what stands for text that is too small to be read. */
void mc_text_paint_bar (cairo_t *cr, const McMarkText *self, const McRect *box);

/**
 * mc_text_get_ink:
 * @ink: (out): where its ink lies, in scene points, before it is turned
 *
 * Returns: whether all the text is shown within @box: %FALSE where even one line is higher, or its ellipsis wider
 */
gboolean mc_text_get_ink (McMarkText *self, const McRect *box, McRect *ink);

G_END_DECLS
