/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-evaluation-book.h"
#include "mc-scheme-draft.h"

G_BEGIN_DECLS

#define MC_TYPE_SCHEME_TRIAL_DIALOG (mc_scheme_trial_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McSchemeTrialDialog, mc_scheme_trial_dialog, MC, SCHEME_TRIAL_DIALOG, AdwDialog)

/**
 * mc_scheme_trial_dialog_new: tries a scheme on last quarter: what each who was here would get, and how many stand in
 * each level. Nothing of it is kept.
 */
AdwDialog *mc_scheme_trial_dialog_new (McEvaluationBook *book);

/** mc_scheme_trial_dialog_new_for_draft: tries @draft, which is not saved, at once. */
AdwDialog *mc_scheme_trial_dialog_new_for_draft (McEvaluationBook *book, McSchemeDraft *draft);

G_END_DECLS
