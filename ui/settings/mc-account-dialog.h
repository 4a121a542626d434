/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-account.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ACCOUNT_DIALOG (mc_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McAccountDialog, mc_account_dialog, MC, ACCOUNT_DIALOG, AdwDialog)

/**
 * McAccountDialog:
 * A new account, or a new password for one. The password is typed twice and never kept.
 */
void mc_account_dialog_present_add (GtkWidget *from, McSession *session);
void mc_account_dialog_present_password (GtkWidget *from, McSession *session, McAccount *account);

G_END_DECLS
