/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-registered-paper.h"

G_BEGIN_DECLS

#define MC_TYPE_ISSUE_DIALOG (mc_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McIssueDialog, mc_issue_dialog, MC, ISSUE_DIALOG, McActDialog)

/**
 * mc_issue_dialog_new: asks in whose name and by whom a draft is signed, and issues it: it gets its number and does not
 * change any more.
 *
 * @content: what the draft says
 */
AdwDialog *mc_issue_dialog_new (McSession *session, McRegisteredPaper *draft, const char *content);

G_END_DECLS
