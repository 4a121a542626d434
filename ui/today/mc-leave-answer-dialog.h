/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-absence.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_LEAVE_ANSWER_DIALOG (mc_leave_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McLeaveAnswerDialog, mc_leave_answer_dialog, MC, LEAVE_ANSWER_DIALOG, AdwDialog)

/**
 * McLeaveAnswerDialog:
 * A leave that was asked for, before the centre gives its word: what is left of it and what the law says, which counter
 * closes on which session, and the three cheapest repairs. The director and the deputies agree, with a repair or
 * without, or refuse; others see the same.
 *
 * Signal `complete` (GtkWidget): somebody wants to change other things of the absence, above this widget.
 *
 * @absence: a row that is asked for
 */
AdwDialog *mc_leave_answer_dialog_new (McSession *session, McAbsence *absence);

G_END_DECLS
