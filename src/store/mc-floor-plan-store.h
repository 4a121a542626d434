/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/** mc_floor_plan_store_copy: a draft with all that the plan @source has, meant for @since on. A future of its id
 * (int64). */
DexFuture *mc_floor_plan_store_copy (McStore *store, gint64 source, const char *name, McDay since);

/** mc_floor_plan_store_read_background: a future of GBytes: the file; MC_ERROR_NOT_FOUND when it is gone. */
DexFuture *mc_floor_plan_store_read_background (McStore *store, gint64 background);

G_END_DECLS
