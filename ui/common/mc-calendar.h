/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-day.h"

G_BEGIN_DECLS

/* GtkCalendar speaks GDateTime; the centre speaks McDay. */

/** mc_calendar_select: shows and selects @day; today for %MC_DAY_NONE. */
void mc_calendar_select (GtkCalendar *calendar, McDay day);

/** mc_calendar_get_day: Returns: the selected day */
McDay mc_calendar_get_day (GtkCalendar *calendar);

G_END_DECLS
