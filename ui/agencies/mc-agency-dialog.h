/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-agency.h"

G_BEGIN_DECLS

#define MC_TYPE_AGENCY_DIALOG (mc_agency_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McAgencyDialog, mc_agency_dialog, MC, AGENCY_DIALOG, McActDialog)

/** mc_agency_dialog_new: adds an agency (@agency is %NULL, with its first name and quota) or edits one. */
AdwDialog *mc_agency_dialog_new (McSession *session, McAgency *agency);

G_END_DECLS
