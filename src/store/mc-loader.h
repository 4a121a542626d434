/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/* What an empty database is filled with. Each is one transaction, and refused where there are agencies already. */

/** mc_loader_is_empty: a future of a bool: whether there is no agency. */
DexFuture *mc_loader_is_empty (McStore *store);

/**
 * mc_loader_load_rules:
 * For a centre that begins with nothing: only the law and the house rules, once. The others bring them along.
 *
 * Returns: (transfer full): a future of %TRUE; MC_ERROR_INVALID if they are there already
 */
DexFuture *mc_loader_load_rules (McStore *store);

/** mc_loader_load_plan: the rules, the founding plan of 2022 and the reorganisation of 2025, without people. A future
 * of %TRUE. */
DexFuture *mc_loader_load_plan (McStore *store);

/** mc_loader_load_demo: the plan, and a sample centre around @base_day (MC_DAY_NONE: today). A future of %TRUE. */
DexFuture *mc_loader_load_demo (McStore *store, McDay base_day);

G_END_DECLS
