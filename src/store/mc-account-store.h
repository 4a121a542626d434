/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-account.h"
#include "mc-store.h"

G_BEGIN_DECLS

/** mc_account_store_who_am_i: a future of an McAccount: of whoever acts; id 0 (and only login and group) for the owner.
 */
DexFuture *mc_account_store_who_am_i (McStore *store);

/** mc_account_store_list: a future of a GPtrArray of McAccount. */
DexFuture *mc_account_store_list (McStore *store);

/**
 * mc_account_store_add:
 * @account: login, display name, group and person
 * @password: (nullable): %NULL for a login without one, on a private server
 *
 * Makes the login role and the row. Needs the director or the technician.
 *
 * Returns: (transfer full): a future of the account's id (int64)
 */
DexFuture *mc_account_store_add (McStore *store, McAccount *account, const char *password);

/** mc_account_store_set_active: a future of %TRUE. An account that is not active cannot log in. */
DexFuture *mc_account_store_set_active (McStore *store, const char *login, gboolean active);

/** mc_account_store_set_group: a future of %TRUE. */
DexFuture *mc_account_store_set_group (McStore *store, const char *login, McGroupRole group);

/** mc_account_store_set_password: a future of %TRUE; one's own, or that of an account that one manages. At least 8
 * characters. It leaves this computer as a SCRAM verifier only. */
DexFuture *mc_account_store_set_password (McStore *store, const char *login, const char *password);

G_END_DECLS
