/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-counter-assignment.h"

G_BEGIN_DECLS

#define MC_TYPE_ASSIGN_DIALOG (mc_assign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McAssignDialog, mc_assign_dialog, MC, ASSIGN_DIALOG, McActDialog)

/**
 * mc_assign_dialog_new:
 * @counter: where, or 0 to choose it
 * @person: who, or 0 to choose
 *
 * Assigns a person to a counter. It says whether the person is competent there and which counter he leaves.
 */
AdwDialog *mc_assign_dialog_new (McSession *session, gint64 counter, gint64 person, McCounterRole role);

G_END_DECLS
