/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_DIALOG (mc_counter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McCounterDialog, mc_counter_dialog, MC, COUNTER_DIALOG, McActDialog)

/** mc_counter_dialog_new: adds a counter. @number: the first that is free; @agency: who receives there, or 0 */
AdwDialog *mc_counter_dialog_new (McSession *session, int number, gint64 agency);

G_END_DECLS
