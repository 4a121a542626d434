/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-org-seat.h"

G_BEGIN_DECLS

#define MC_TYPE_APPOINT_DIALOG (mc_appoint_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McAppointDialog, mc_appoint_dialog, MC, APPOINT_DIALOG, McActDialog)

/**
 * mc_appoint_dialog_new:
 * @person: who, or 0 to choose
 * @seat: (nullable): where to, or %NULL to choose
 * @from: (nullable): the box that the person comes from
 */
AdwDialog *mc_appoint_dialog_new (McSession *session, gint64 person, McOrgSeat *seat, McOrgSeat *from);

G_END_DECLS
