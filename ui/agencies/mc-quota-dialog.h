/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-agency.h"

G_BEGIN_DECLS

#define MC_TYPE_QUOTA_DIALOG (mc_quota_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McQuotaDialog, mc_quota_dialog, MC, QUOTA_DIALOG, McActDialog)

/** mc_quota_dialog_new: from a day on @agency sends another number of officers; @officers is the number of now. */
AdwDialog *mc_quota_dialog_new (McSession *session, McAgency *agency, int officers);

G_END_DECLS
