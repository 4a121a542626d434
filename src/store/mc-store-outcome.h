/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/**
 * McStoreOutcome:
 * What came of a transaction whose COMMIT was not answered.
 *
 * @MC_STORE_OUTCOME_COMMITTED: it was entered
 * @MC_STORE_OUTCOME_NOTHING: it was not, and will not be
 * @MC_STORE_OUTCOME_RUNNING: the server is still at it; ask again
 */
typedef enum
{
  MC_STORE_OUTCOME_COMMITTED,
  MC_STORE_OUTCOME_NOTHING,
  MC_STORE_OUTCOME_RUNNING,
} McStoreOutcome;

/**
 * mc_store_error_get_mark:
 * @error: (nullable): of mc_store_apply()
 *
 * Returns: (nullable) (transfer none): by what the server knows the transaction, if @error left open whether it was
 *   entered; %NULL where it was not. Text that may be kept on disk. Valid as long as @error
 */
const char *mc_store_error_get_mark (const GError *error);

/**
 * mc_store_find_outcome:
 * @mark: of mc_store_error_get_mark()
 *
 * Returns: (transfer full): a future of int (McStoreOutcome); rejected while the server is away
 */
DexFuture *mc_store_find_outcome (McStore *self, const char *mark);

G_END_DECLS
