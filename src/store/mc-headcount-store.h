/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-store.h"

G_BEGIN_DECLS

/**
 * mc_headcount_store_at:
 * Returns: (transfer full): a future of a JsonNode: an object with as_of, posts, heads, quota, present, sections (code,
 *   name, ceiling, seats, filled) and agencies (code, name, receives, quota, present, standby)
 */
DexFuture *mc_headcount_store_at (McStore *store, McDay day);

G_END_DECLS
