/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-attendance-month.h"
#include "mc-grid-edit.h"
#include "mc-roster-grid-source.h"

G_BEGIN_DECLS

#define MC_TYPE_ATTENDANCE_TABLE (mc_attendance_table_get_type ())
G_DECLARE_FINAL_TYPE (McAttendanceTable, mc_attendance_table, MC, ATTENDANCE_TABLE, GObject)

/**
 * McAttendanceTable:
 * A month's attendance as a McRosterGridSource: people by days, and in the feet how many came. The number of a typed
 * code is that of mc_attendance_mark_pack().
 */
McAttendanceTable *mc_attendance_table_new (void);

/** mc_attendance_table_set_month: @month: (nullable); @today: later sessions are not awaited yet. */
void mc_attendance_table_set_month (McAttendanceTable *self, McAttendanceMonth *month, McDay today);

/** mc_attendance_table_set_needle: @text: (nullable): only people whose name or agency begins words like it. */
void mc_attendance_table_set_needle (McAttendanceTable *self, const char *text);

/** mc_attendance_table_get_person: the person of a row, by index in the month; -1: a heading or a foot. */
gint mc_attendance_table_get_person (McAttendanceTable *self, guint row);

/** mc_attendance_table_find_day: (out): the first cell of a day. */
gboolean mc_attendance_table_find_day (McAttendanceTable *self, McDay day, guint *row, guint *slot);

/** mc_attendance_table_make_edits: (transfer full) (element-type McAttendanceEdit): what an act of the grid means. */
GArray *mc_attendance_table_make_edits (McAttendanceTable *self, McGridEdit *edit);

G_END_DECLS
