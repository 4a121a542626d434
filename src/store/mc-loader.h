/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/* What an empty database is filled with. Each is one transaction, with the dated rules of the law
 * (data/plan/rules.json) on topics that have none yet. Plan and sample are refused where there are agencies already.
 * For the owner of the database and the leaders of the centre. */

/** mc_loader_is_empty: a future of a bool: whether there is no agency. */
DexFuture *mc_loader_is_empty (McStore *store);

/** mc_loader_has_sample: a future of a bool: whether there are people of the sample centre. */
DexFuture *mc_loader_has_sample (McStore *store);

/** mc_loader_load_rules: the law alone, for a centre that starts with nothing. A future of %TRUE. */
DexFuture *mc_loader_load_rules (McStore *store);

/** mc_loader_load_plan: the founding plan of 2022 and the reorganisation of 2025, without people. A future of %TRUE. */
DexFuture *mc_loader_load_plan (McStore *store);

/** mc_loader_load_demo: the plan, and a sample centre around @base_day (MC_DAY_NONE: today). A future of %TRUE. */
DexFuture *mc_loader_load_demo (McStore *store, McDay base_day);

/**
 * mc_loader_load_demo_workload:
 * A year of invented figures before @base_day (MC_DAY_NONE: today) for the sample centre, and the evaluations that are
 * reckoned from them, which takes seconds; nothing if they are there, or no sample is. A future of %TRUE.
 */
DexFuture *mc_loader_load_demo_workload (McStore *store, McDay base_day);

G_END_DECLS
