/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-tour.h"

G_BEGIN_DECLS

#define MC_TYPE_EXTEND_DIALOG (mc_extend_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McExtendDialog, mc_extend_dialog, MC, EXTEND_DIALOG, McActDialog)

/** mc_extend_dialog_new: the tour of the person called @name goes on beyond its planned end. */
AdwDialog *mc_extend_dialog_new (McSession *session, McTour *tour, const char *name);

G_END_DECLS
