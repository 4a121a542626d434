/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-profile-store.h"

G_BEGIN_DECLS

#define MC_TYPE_CONNECTIONS_DIALOG (mc_connections_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McConnectionsDialog, mc_connections_dialog, MC, CONNECTIONS_DIALOG, AdwDialog)

/**
 * McConnectionsDialog:
 * The saved connections: go to one, edit, forget. Emits "chosen" (McProfile) and "add" (a new one is wanted).
 */

/** mc_connections_dialog_new: @current: (nullable): the connection of this window, which is marked */
McConnectionsDialog *mc_connections_dialog_new (McProfileStore *profiles, McProfile *current);

G_END_DECLS
