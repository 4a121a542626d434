/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene.h"
#include "mc-what-if-measure.h"

G_BEGIN_DECLS

/** MC_WHAT_IF_MOST: so many scenarios stand beside today on a sheet. */
#define MC_WHAT_IF_MOST 5

/**
 * mc_what_if_scene_new:
 * @centre: what was measured
 * @scenarios: (element-type McScenario): those that were run
 * @results: (element-type McWhatIfResult): of mc_what_if_run_all(), MC_WHAT_IF_MOST + 1 at most
 * @failures: (nullable) (element-type utf8): of mc_what_if_run_all()
 *
 * One page of A4 across: each measure of today and of each scenario side by side, with what is better and what worse;
 * under it who would share counters and what that gains, from which days it was reckoned and what is assumed.
 *
 * Returns: (transfer full): sealed, with the finding as its title
 */
McScene *
mc_what_if_scene_new (const McWhatIfCentre *centre, GPtrArray *scenarios, GPtrArray *results, GPtrArray *failures);

G_END_DECLS
