/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-drawing-file.h"

G_BEGIN_DECLS

/**
 * mc_pdf_set_language:
 * @pdf: a whole PDF of version 1.4, as cairo writes it
 * @language: as RFC 3066 writes it ("vi")
 *
 * What a screen reader reads it in: cairo cannot say. Adds the catalogue again with its /Lang, as an incremental update
 * (PDF 1.7, 7.5.6); leaves the file as it is where it finds no catalogue. Also has its title shown, and marks it as
 * tagged where it is (14.7.1), which cairo leaves out in this version.
 */
void mc_pdf_set_language (GByteArray *pdf, const char *language);

/** mc_png_set_dpi: the chunk that says how large a PNG is on paper (pHYs; PNG 1.2, 4.2.4.2), which cairo leaves out. */
void mc_png_set_dpi (GByteArray *png, double dpi);

G_END_DECLS
