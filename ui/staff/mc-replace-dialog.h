/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-tour.h"

G_BEGIN_DECLS

#define MC_TYPE_REPLACE_DIALOG (mc_replace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McReplaceDialog, mc_replace_dialog, MC, REPLACE_DIALOG, McActDialog)

/** mc_replace_dialog_new: somebody else, known or new, takes over from the person called @name. */
AdwDialog *mc_replace_dialog_new (McSession *session, McTour *tour, const char *name);

G_END_DECLS
