/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-store.h"

G_BEGIN_DECLS

/**
 * mc_health_store_get:
 * What the server tells about itself, whether it holds a centre or not.
 *
 * Returns: (transfer full): a future of a JsonNode: an object with server_version (text), server_version_num, encoding,
 *   locale, user, superuser (bool), groups (array of the group roles the user is in) and extensions (array of name,
 *   available, installed: versions or null)
 */
DexFuture *mc_health_store_get (McStore *store);

G_END_DECLS
