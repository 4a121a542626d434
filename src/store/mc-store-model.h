/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/**
 * mc_store_await_model: (on a fiber)
 * @day: the state of a day, or MC_DAY_NONE
 *
 * All rows of a noun, as the pure rooms take them.
 *
 * Returns: (transfer full) (nullable): of @noun
 */
GListModel *mc_store_await_model (McStore *self, GType noun, McDay day, GError **error);

G_END_DECLS
