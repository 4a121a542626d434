/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_CALENDAR_SETTINGS (mc_calendar_settings_get_type ())
G_DECLARE_FINAL_TYPE (McCalendarSettings, mc_calendar_settings, MC, CALENDAR_SETTINGS, AdwBin)

/**
 * mc_calendar_settings_show:
 * @session: (nullable)
 * @day: its year is shown
 *
 * The calendar of a year, the notices that make it, hours, and fields on Saturdays.
 */
void mc_calendar_settings_show (McCalendarSettings *self, McSession *session, McDay day);

G_END_DECLS
