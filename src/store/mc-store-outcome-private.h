/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store-outcome.h"

G_BEGIN_DECLS

/** MC_STORE_UNKNOWN_COMMIT: how the detail of an error begins whose transaction may have been entered; its mark
 * follows.
 */
#define MC_STORE_UNKNOWN_COMMIT "transaction "

/** MC_SQL_MARK_TRANSACTION: gives the mark of the transaction in which it runs. */
#define MC_SQL_MARK_TRANSACTION "SELECT centre.mark_transaction()"

/** _mc_store_find_outcome: as mc_store_find_outcome(), of a pool. */
DexFuture *_mc_store_find_outcome (McPgPool *pool, const char *mark);

G_END_DECLS
