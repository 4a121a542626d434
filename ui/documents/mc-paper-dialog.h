/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-registered-paper.h"

G_BEGIN_DECLS

#define MC_TYPE_PAPER_DIALOG (mc_paper_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McPaperDialog, mc_paper_dialog, MC, PAPER_DIALOG, McActDialog)

/**
 * mc_paper_dialog_new: a draft from the text of its kind, with what is known of a person and a time filled in; what
 * stays in braces is written by hand.
 */
AdwDialog *mc_paper_dialog_new (McSession *session);

/**
 * mc_paper_dialog_new_for: the texts of @draft, which were those of @content; see mc_paper_template_new_from_content().
 *
 * @texts: taken over
 */
AdwDialog *mc_paper_dialog_new_for (McSession *session, McRegisteredPaper *draft, McPaperTemplate *texts);

G_END_DECLS
