/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_DAY_DIALOG (mc_workload_day_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadDayDialog, mc_workload_day_dialog, MC, WORKLOAD_DAY_DIALOG, McActDialog)

/**
 * mc_workload_day_dialog_new:
 * @day: the day that is proposed
 *
 * Enters what was counted by hand on a day without an export: dossiers of a day, tickets or ratings of a half-hour, at
 * a counter or of an agency. What was entered for the same before is replaced.
 */
AdwDialog *mc_workload_day_dialog_new (McSession *session, McDay day);

G_END_DECLS
