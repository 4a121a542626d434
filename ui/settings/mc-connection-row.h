/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-profile.h"

G_BEGIN_DECLS

#define MC_TYPE_CONNECTION_ROW (mc_connection_row_get_type ())
G_DECLARE_FINAL_TYPE (McConnectionRow, mc_connection_row, MC, CONNECTION_ROW, AdwBin)

/**
 * McConnectionRow:
 * One saved connection in a list. Property "profile" (McProfile). Its buttons activate "connections.edit" and
 * "connections.remove" with the profile's id.
 */

G_END_DECLS
