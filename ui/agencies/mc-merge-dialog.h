/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-agency.h"

G_BEGIN_DECLS

#define MC_TYPE_MERGE_DIALOG (mc_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McMergeDialog, mc_merge_dialog, MC, MERGE_DIALOG, McActDialog)

/** mc_merge_dialog_new: from a day on other agencies, of those on @day, are part of @agency. */
AdwDialog *mc_merge_dialog_new (McSession *session, McAgency *agency, McDay day);

G_END_DECLS
