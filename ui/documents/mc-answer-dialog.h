/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-registered-paper.h"

G_BEGIN_DECLS

#define MC_TYPE_ANSWER_DIALOG (mc_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McAnswerDialog, mc_answer_dialog, MC, ANSWER_DIALOG, McActDialog)

/** mc_answer_dialog_new: what an agency answered to a paper that was issued. */
AdwDialog *mc_answer_dialog_new (McSession *session, McRegisteredPaper *paper);

G_END_DECLS
