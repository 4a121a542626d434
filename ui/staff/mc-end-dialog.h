/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-tour.h"

G_BEGIN_DECLS

#define MC_TYPE_END_DIALOG (mc_end_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McEndDialog, mc_end_dialog, MC, END_DIALOG, McActDialog)

/** mc_end_dialog_new: the tour of the person called @name ends: recalled, its term over, or for another reason. */
AdwDialog *mc_end_dialog_new (McSession *session, McTour *tour, const char *name);

G_END_DECLS
