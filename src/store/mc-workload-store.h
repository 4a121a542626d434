/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"
#include "mc-workload-count.h"
#include "mc-workload-file.h"
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

/**
 * mc_workload_store_import:
 * @source: (nullable): from where the file is; %NULL for an entry by hand. A new one is added, unless there is one of
 * its kind and name; what its columns mean is remembered
 * @file: name, kind, digest, days and number of rows; with replaces_id, that file counts no longer
 * @counts: (element-type McWorkloadCount): held
 *
 * All of it in one transaction.
 *
 * Returns: (transfer full): a future of the id of the file (int64). MC_ERROR_EXISTS when the same file counts already,
 * MC_ERROR_INVALID when another one of the source lists one of its days, MC_ERROR_NOT_FOUND when what it replaces does
 * not count any more; MC_ERROR_CONNECTION as mc_store_apply()
 */
DexFuture *mc_workload_store_import (McStore *store, McWorkloadSource *source, McWorkloadFile *file, GArray *counts);

G_END_DECLS
