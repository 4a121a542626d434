/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ACCOUNTS_PAGE (mc_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (McAccountsPage, mc_accounts_page, MC, ACCOUNTS_PAGE, McPage)

/**
 * McAccountsPage:
 * Who may sign in, as what: add, lock, unlock, new password. For the director and the technician; others read.
 */

G_END_DECLS
