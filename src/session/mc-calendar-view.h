/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-work-calendar.h"

G_BEGIN_DECLS

#define MC_TYPE_CALENDAR_VIEW (mc_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (McCalendarView, mc_calendar_view, MC, CALENDAR_VIEW, GObject)

/**
 * McCalendarView:
 * The working calendar, following the database.
 *
 * Signal `changed` (): mc_calendar_view_get() gives another calendar now.
 */
McCalendarView *mc_calendar_view_new (McSession *session);

gboolean mc_calendar_view_get_ready (McCalendarView *self);

/** mc_calendar_view_get: (transfer none): good until the next `changed`; knows the week alone until rules are read. */
McWorkCalendar *mc_calendar_view_get (McCalendarView *self);

G_END_DECLS
