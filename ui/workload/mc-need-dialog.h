/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-period.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_NEED_DIALOG (mc_need_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McNeedDialog, mc_need_dialog, MC, NEED_DIALOG, AdwDialog)

/**
 * mc_need_dialog_new:
 * @measured: the days whose visitors tell the need; has both ends
 *
 * How many people each half-hour of the week needs, of the centre or of one field; and what the rosters of a month
 * would want if each counter had as many, which becomes one change.
 */
AdwDialog *mc_need_dialog_new (McSession *session, McPeriod measured);

G_END_DECLS
