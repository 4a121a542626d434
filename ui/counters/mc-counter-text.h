/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-entry.h"
#include "mc-serving.h"

G_BEGIN_DECLS

/**
 * McCounterRisk:
 * How safely a counter is open, from the worst on.
 */
typedef enum
{
  MC_COUNTER_RISK_EMPTY,      /* nobody sits there */
  MC_COUNTER_RISK_SINGLE,     /* one absence closes it */
  MC_COUNTER_RISK_NO_STANDBY, /* nobody stands by */
  MC_COUNTER_RISK_NONE,
} McCounterRisk;

McCounterRisk mc_counter_risk (McServing *serving, gint64 counter);

/** mc_counter_risk_text: (transfer none): a sign and a word; never by colour alone. */
const char *mc_counter_risk_text (McCounterRisk risk);

/** mc_counter_risk_class: the CSS class beside "mc-finding". */
const char *mc_counter_risk_class (McCounterRisk risk);

/** mc_counter_place_text: (transfer full): floor and place. @floors: (nullable): of McFloor, for its name */
char *mc_counter_place_text (int level, const char *place, GListModel *floors);

G_END_DECLS
