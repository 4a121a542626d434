/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_CYCLE_DIALOG (mc_evaluation_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationCycleDialog, mc_evaluation_cycle_dialog, MC, EVALUATION_CYCLE_DIALOG, McActDialog)

/** mc_evaluation_cycle_dialog_new: opens the month, quarter or year that a day is in. */
AdwDialog *mc_evaluation_cycle_dialog_new (McSession *session);

G_END_DECLS
