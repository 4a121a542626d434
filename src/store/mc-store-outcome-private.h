/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-transaction.h"
#include "mc-store-outcome.h"

G_BEGIN_DECLS

/** MC_STORE_UNKNOWN_COMMIT: how the detail of an error begins whose transaction may have been entered; its mark
 * follows.
 */
#define MC_STORE_UNKNOWN_COMMIT "transaction "

/** _mc_store_find_outcome: as mc_store_find_outcome(), of a pool. */
DexFuture *_mc_store_find_outcome (McPgPool *pool, const char *mark);

/**
 * _mc_store_commit: (on a fiber)
 * @transaction: which has changed something; ends with this
 *
 * A link that breaks while COMMIT is on its way leaves open what came of it; a server that can still be reached is
 * asked.
 *
 * Returns: whether it was entered. Errors: MC_ERROR_CONNECTION, with a mark where it is not known
 */
gboolean _mc_store_commit (McPgPool *pool, McPgTransaction *transaction, GError **error);

G_END_DECLS
