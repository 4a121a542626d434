/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PENDING_DIALOG (mc_pending_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McPendingDialog, mc_pending_dialog, MC, PENDING_DIALOG, AdwDialog)

/**
 * McPendingDialog:
 * The changes that wait for the server: what each would do, send or discard.
 */
void mc_pending_dialog_present (GtkWidget *from, McSession *session);

G_END_DECLS
