/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-org-seat.h"

G_BEGIN_DECLS

#define MC_TYPE_VACATE_DIALOG (mc_vacate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McVacateDialog, mc_vacate_dialog, MC, VACATE_DIALOG, McActDialog)

/** mc_vacate_dialog_new: takes whoever holds @seat off it. */
AdwDialog *mc_vacate_dialog_new (McSession *session, McOrgSeat *seat);

G_END_DECLS
