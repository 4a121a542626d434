/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-profile.h"

G_BEGIN_DECLS

#define MC_TYPE_PROFILE_STORE (mc_profile_store_get_type ())
G_DECLARE_FINAL_TYPE (McProfileStore, mc_profile_store, MC, PROFILE_STORE, GObject)

/**
 * McProfileStore:
 * The saved connections: a GListModel of McProfile kept in `connections.json` of the application's configuration
 * folder, written whole and atomically. Passwords go to the secret service, and only on wish.
 */

/**
 * mc_profile_store_new:
 * @path: (nullable): the file, or %NULL for `$XDG_CONFIG_HOME/motcua/connections.json`
 */
McProfileStore *mc_profile_store_new (const char *path);

/** mc_profile_store_load: future of bool; no file is an empty store. A damaged file is set aside and reported. */
DexFuture *mc_profile_store_load (McProfileStore *self);

/** mc_profile_store_save: future of bool; writes the profiles as they are now. */
DexFuture *mc_profile_store_save (McProfileStore *self);

/** mc_profile_store_add: appends @profile unless one with its id is there; save separately. */
void mc_profile_store_add (McProfileStore *self, McProfile *profile);

/**
 * mc_profile_store_take_private:
 * Returns: (transfer full): the saved connection to this computer's own server that was begun with @start, or a new one
 */
McProfile *mc_profile_store_take_private (McProfileStore *self, McStartKind start);

/** mc_profile_store_remove: forgets @profile; future of bool that also clears its password and saves. */
DexFuture *mc_profile_store_remove (McProfileStore *self, McProfile *profile);

/** mc_profile_store_get_last: (transfer none) (nullable): the connection used last, for a start that goes straight in.
 */
McProfile *mc_profile_store_get_last (McProfileStore *self);

/** mc_profile_store_set_last: call when a session has come online; save separately. */
void mc_profile_store_set_last (McProfileStore *self, McProfile *profile);

/**
 * mc_profile_store_load_password:
 * Returns: (transfer full): future of a string (%NULL when none is kept). Rejects with MC_ERROR_UNSUPPORTED when this
 *   desktop has no secret service; the message says so, and the person can type the password each time.
 */
DexFuture *mc_profile_store_load_password (McProfileStore *self, McProfile *profile);

/** mc_profile_store_save_password: future of bool; %NULL clears. Rejects like mc_profile_store_load_password(). */
DexFuture *mc_profile_store_save_password (McProfileStore *self, McProfile *profile, const char *password);

G_END_DECLS
