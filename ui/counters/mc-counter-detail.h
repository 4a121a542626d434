/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-counter-entry.h"
#include "mc-serving-view.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_DETAIL (mc_counter_detail_get_type ())
G_DECLARE_FINAL_TYPE (McCounterDetail, mc_counter_detail, MC, COUNTER_DETAIL, AdwBin)

/**
 * McCounterDetail:
 * One counter on a day: who sits there and for how long, whom it serves, what stands on it, and what is amiss. Signal
 * `close` (): the person is done with it.
 */

/** mc_counter_detail_show: @counter: its id, or 0 for none; @serving: (nullable): of that day */
void
mc_counter_detail_show (McCounterDetail *self, McSession *session, McDay day, McServingView *serving, gint64 counter);

/** mc_counter_detail_act: "assign", "standby", "edit", "agency", "field", "equipment", "close". */
void mc_counter_detail_act (McCounterDetail *self, const char *act);

G_END_DECLS
