/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-counter-state.h"

G_BEGIN_DECLS

#define MC_TYPE_TODAY_COUNTER (mc_today_counter_get_type ())
G_DECLARE_FINAL_TYPE (McTodayCounter, mc_today_counter, MC, TODAY_COUNTER, GObject)

/**
 * McTodayCounter:
 * A line of the day's list of counters.
 *
 * Properties (read-only, notifying): `number`, `title` (its name), `people` (who is there, or who is away; "" while
 * it is closed), `sign` and `word` (of its state), `risk` (a sign and a word where one absence closes it, else ""),
 * `classes` (strv: of CSS, by the state), `lacking` (boolean: nobody is there), `description` (all of it in words),
 * `counter-id` (int64).
 */
McTodayCounter *mc_today_counter_new (const McCounterState *state);

/** mc_today_counter_update: says what @state says; notifies what became another. */
void mc_today_counter_update (McTodayCounter *self, const McCounterState *state);

/** mc_today_counter_set_risk: @risk: (nullable): a sign and a word. */
void mc_today_counter_set_risk (McTodayCounter *self, const char *risk);

gint64 mc_today_counter_get_counter_id (McTodayCounter *self);

G_END_DECLS
