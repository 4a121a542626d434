/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"
#include "mc-workload-query.h"
#include "mc-workload-row.h"

G_BEGIN_DECLS

/**
 * mc_workload_store_load:
 * @query: copied
 *
 * Returns: (transfer full): a future of a GArray (boxed) of McWorkloadRow, by start, slot and key; buckets and keys of
 *   which there is nothing have no row. MC_ERROR_DENIED for single officers, where the role may not see them
 */
DexFuture *mc_workload_store_load (McStore *store, const McWorkloadQuery *query);

G_END_DECLS
