/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"
#include "mc-what-if.h"

G_BEGIN_DECLS

/**
 * mc_what_if_store_load:
 * @days: that are measured, both ends given
 *
 * The centre as it was in these days, with the officers and the hours of the last of them: what ways to run it are
 * compared by.
 *
 * Returns: (transfer full): a future of McWhatIfCentre (boxed); MC_ERROR_NOT_FOUND: no tickets, or no hours
 */
DexFuture *mc_what_if_store_load (McStore *store, McPeriod days);

G_END_DECLS
