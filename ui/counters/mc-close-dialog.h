/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"

G_BEGIN_DECLS

#define MC_TYPE_CLOSE_DIALOG (mc_close_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McCloseDialog, mc_close_dialog, MC, CLOSE_DIALOG, McActDialog)

/** mc_close_dialog_new: closes a counter with all that belongs to it. */
AdwDialog *mc_close_dialog_new (McSession *session, McCounter *counter);

/** mc_close_dialog_new_for: ends the work of @who at a counter. */
AdwDialog *mc_close_dialog_new_for (McSession *session, McCounterAssignment *assignment, const char *who);

G_END_DECLS
