/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"
#include "mc-wait-cause.h"

G_BEGIN_DECLS

#define MC_TYPE_CAUSE_DIALOG (mc_cause_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McCauseDialog, mc_cause_dialog, MC, CAUSE_DIALOG, AdwDialog)

/**
 * mc_cause_dialog_new:
 * @time: copied
 *
 * What stood beside a time at which people waited: who was at the counters and who was away, what came more than usual,
 * and what was done about it, which is recorded here. Why somebody was away is told to those alone who may know.
 */
AdwDialog *mc_cause_dialog_new (McSession *session, const McWaitTime *time);

G_END_DECLS
