/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-paper-template.h"
#include "mc-sheets.h"

G_BEGIN_DECLS

#define MC_TYPE_PAPER_EDITOR (mc_paper_editor_get_type ())
G_DECLARE_FINAL_TYPE (McPaperEditor, mc_paper_editor, MC, PAPER_EDITOR, AdwBin)

/**
 * McPaperEditor:
 * The texts of a paper, and beside them the paper as it will be printed. Whoever owns it makes the sheets from the
 * texts when they change.
 *
 * Signal `changed` ().
 */

/** mc_paper_editor_set_texts: those of @texts into the entries; not told by `changed`. */
void mc_paper_editor_set_texts (McPaperEditor *self, McPaperTemplate *texts);

/** mc_paper_editor_store: the entries into @texts. */
void mc_paper_editor_store (McPaperEditor *self, McPaperTemplate *texts);

/** mc_paper_editor_show: @sheets: (nullable); @hint: (nullable): under the texts; @wrong: the hint is a fault. */
void mc_paper_editor_show (McPaperEditor *self, McSheets *sheets, const char *hint, gboolean wrong);

G_END_DECLS
