/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-attendance-month.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ATTENDANCE_VIEW (mc_attendance_view_get_type ())
G_DECLARE_FINAL_TYPE (McAttendanceView, mc_attendance_view, MC, ATTENDANCE_VIEW, GObject)

/**
 * McAttendanceView:
 * The attendance of a month, following the database.
 *
 * Signal `changed` (): mc_attendance_view_get() gives another month now.
 *
 * mc_attendance_view_new: @day: any day of the month
 */
McAttendanceView *mc_attendance_view_new (McSession *session, McDay day);

/** mc_attendance_view_get: (transfer none) (nullable): %NULL until it is read; good until the next `changed`. */
McAttendanceMonth *mc_attendance_view_get (McAttendanceView *self);

/** mc_attendance_view_get_first: the first day of its month. */
McDay mc_attendance_view_get_first (McAttendanceView *self);

/** mc_attendance_view_when_ready: (transfer full): future of bool; rejects where attendance may not be read. */
DexFuture *mc_attendance_view_when_ready (McAttendanceView *self);

G_END_DECLS
