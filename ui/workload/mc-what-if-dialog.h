/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_WHAT_IF_DIALOG (mc_what_if_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McWhatIfDialog, mc_what_if_dialog, MC, WHAT_IF_DIALOG, AdwDialog)

/**
 * mc_what_if_dialog_new:
 * Ways to run the centre otherwise, kept in the database: those that are ticked are reckoned by what was measured and
 * stand side by side with today, as a picture that prints and as a list.
 */
AdwDialog *mc_what_if_dialog_new (McSession *session);

G_END_DECLS
