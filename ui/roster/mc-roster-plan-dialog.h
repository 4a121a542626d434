/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-roster-book.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_PLAN_DIALOG (mc_roster_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McRosterPlanDialog, mc_roster_plan_dialog, MC, ROSTER_PLAN_DIALOG, AdwDialog)

/**
 * McRosterPlanDialog:
 * Plans a draft: which days, for whom and by which rules, watched while it goes on, then what it reached and what not
 * and why, and whose cells are taken over. @book: of a draft, ready.
 */
AdwDialog *mc_roster_plan_dialog_new (McRosterBook *book);

/** mc_roster_plan_dialog_get_accepted: whether a plan, or a part of one, was taken over. */
gboolean mc_roster_plan_dialog_get_accepted (McRosterPlanDialog *self);

G_END_DECLS
