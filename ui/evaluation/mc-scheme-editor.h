/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"
#include "mc-scheme-draft.h"

G_BEGIN_DECLS

#define MC_TYPE_SCHEME_EDITOR (mc_scheme_editor_get_type ())
G_DECLARE_FINAL_TYPE (McSchemeEditor, mc_scheme_editor, MC, SCHEME_EDITOR, AdwNavigationPage)

/**
 * McSchemeEditor:
 * A scheme of evaluation: its criteria with their weights for each post, its levels, and when it holds. Schemes of the
 * law, and schemes for whoever does not lead, are shown and not edited. Undoes and redoes step by step, tries the draft
 * on last quarter, and saves it as one change. Signal `saved` (): the database has taken it.
 *
 * @version_from: MC_DAY_NONE: what is there is edited; else somebody was evaluated by it until the day before, and a
 * new version begins on this day at the earliest
 */
AdwNavigationPage *mc_scheme_editor_new (McEvaluationBook *book, McSchemeDraft *draft, McDay version_from);

G_END_DECLS
