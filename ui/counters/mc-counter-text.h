/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-entry.h"
#include "mc-serving.h"

G_BEGIN_DECLS

/** mc_counter_risk_class: the CSS class beside "mc-finding". */
const char *mc_counter_risk_class (McCounterRisk risk);

/** mc_counter_place_text: (transfer full): floor and place. @floors: (nullable): of McFloor, for its name */
char *mc_counter_place_text (int level, const char *place, GListModel *floors);

G_END_DECLS
