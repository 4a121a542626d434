/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paragraph.h"

G_BEGIN_DECLS

/** mc_paragraph_paint: with the source that is set on @cr. */
void mc_paragraph_paint (cairo_t *cr, McParagraph *self, guint first, guint n, double x, double y);

G_END_DECLS
