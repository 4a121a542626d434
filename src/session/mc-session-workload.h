/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-what-if.h"
#include "mc-workload-query.h"
#include "mc-workload-row.h"

G_BEGIN_DECLS

/**
 * mc_session_load_workload:
 * @query: copied
 *
 * What has changed since is told by the live list of MC_TYPE_WORKLOAD_FILE: figures come and go with their files.
 *
 * Returns: (transfer full): future of a GArray (boxed, G_TYPE_ARRAY) of McWorkloadRow, by start, slot and key;
 *   MC_ERROR_DENIED for single officers where the role may not see them
 */
DexFuture *mc_session_load_workload (McSession *self, const McWorkloadQuery *query);

/**
 * mc_session_load_what_if:
 * Returns: (transfer full): a future of the McWhatIfCentre (boxed) that was measured in @days; MC_ERROR_NOT_FOUND: no
 *   tickets are known of them
 */
DexFuture *mc_session_load_what_if (McSession *self, McPeriod days);

G_END_DECLS
