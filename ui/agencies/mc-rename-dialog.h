/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-agency.h"

G_BEGIN_DECLS

#define MC_TYPE_RENAME_DIALOG (mc_rename_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McRenameDialog, mc_rename_dialog, MC, RENAME_DIALOG, McActDialog)

/** mc_rename_dialog_new: from a day on @agency carries another name; the old one stays on papers of before. */
AdwDialog *mc_rename_dialog_new (McSession *session, McAgency *agency, const char *name, const char *short_name);

G_END_DECLS
