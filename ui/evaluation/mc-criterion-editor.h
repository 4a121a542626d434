/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-scheme-draft.h"

G_BEGIN_DECLS

#define MC_TYPE_CRITERION_EDITOR (mc_criterion_editor_get_type ())
G_DECLARE_FINAL_TYPE (McCriterionEditor, mc_criterion_editor, MC, CRITERION_EDITOR, AdwNavigationPage)

/**
 * McCriterionEditor:
 * One criterion of a scheme that is edited: its evidence, how figures become points, the scale, and the veto. Writes
 * into the draft at once; the scheme's page tells what is wrong, undoes and saves.
 *
 * @at: the place of the criterion in @draft
 */
AdwNavigationPage *mc_criterion_editor_new (McSchemeDraft *draft, guint at);

G_END_DECLS
