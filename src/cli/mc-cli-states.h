/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"
#include "mc-counter-states.h"

G_BEGIN_DECLS

/**
 * mc_cli_load_states: (on a fiber)
 * @session: MC_HALF_MORNING or MC_HALF_AFTERNOON
 * @closed: (out) (optional) (nullable) (transfer full): why no counter is open
 * @absences: (out) (optional) (transfer full) (element-type McAbsenceEntry): who is away on the day
 *
 * Returns: (transfer full) (nullable) (element-type McCounterState): how the counters are
 */
GPtrArray *
mc_cli_load_states (McStore *store, McDay day, McHalf session, char **closed, GPtrArray **absences, GError **error);

G_END_DECLS
