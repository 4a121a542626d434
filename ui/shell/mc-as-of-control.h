/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-day.h"

G_BEGIN_DECLS

#define MC_TYPE_AS_OF_CONTROL (mc_as_of_control_get_type ())
G_DECLARE_FINAL_TYPE (McAsOfControl, mc_as_of_control, MC, AS_OF_CONTROL, AdwBin)

/**
 * McAsOfControl:
 * The day that the window looks at: previous, the day itself (opens a calendar and an entry), next.
 * Emits "changed" when a person picks another day.
 */
McDay mc_as_of_control_get_day (McAsOfControl *self);
void mc_as_of_control_set_day (McAsOfControl *self, McDay day);
void mc_as_of_control_set_today (McAsOfControl *self, McDay today);
void mc_as_of_control_popup (McAsOfControl *self);

G_END_DECLS
