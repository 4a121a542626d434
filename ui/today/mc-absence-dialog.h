/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"

G_BEGIN_DECLS

#define MC_TYPE_ABSENCE_DIALOG (mc_absence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McAbsenceDialog, mc_absence_dialog, MC, ABSENCE_DIALOG, McActDialog)

/**
 * mc_absence_dialog_new:
 * @person: who is away; 0 to choose
 * @day: the day to begin with
 *
 * Records that somebody does not come, and says which counter stays empty by it.
 */
AdwDialog *mc_absence_dialog_new (McSession *session, gint64 person, McDay day);

G_END_DECLS
