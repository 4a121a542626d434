/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-attendance.h"
#include "mc-list-import.h"

G_BEGIN_DECLS

/** McAttendanceColumn: what a column of a time clock's list can mean. */
typedef enum
{
  MC_ATTENDANCE_COLUMN_NOTHING,
  MC_ATTENDANCE_COLUMN_PERSON,
  MC_ATTENDANCE_COLUMN_DAY,
  MC_ATTENDANCE_COLUMN_SESSION,
  MC_ATTENDANCE_COLUMN_CAME,
  MC_ATTENDANCE_COLUMN_LEFT,
  MC_ATTENDANCE_COLUMN_NOTE,
  MC_ATTENDANCE_N_COLUMNS,
} McAttendanceColumn;

extern const McColumnSet mc_attendance_columns;

#define MC_TYPE_ATTENDANCE_IMPORT (mc_attendance_import_get_type ())
G_DECLARE_FINAL_TYPE (McAttendanceImport, mc_attendance_import, MC, ATTENDANCE_IMPORT, McListImport)

/**
 * mc_attendance_import_new: who came and left when, a row a person and day, or a session where the list names it.
 * Without a session, the time of coming is that of the session in which it lies, noon parting them, and so is the time
 * of leaving. What is known (mc_list_import_add_known()) are mc_attendance_import_dup_key() of rows.
 * @grace: how many minutes after the beginning nobody is late yet
 */
McListImport *mc_attendance_import_new (int grace);

/** mc_attendance_import_add_person: whom the list may name, by name or by number. */
void mc_attendance_import_add_person (McAttendanceImport *self, gint64 id, const char *name);

/** mc_attendance_import_set_hours: minutes since midnight; without them nobody is late or early. */
void mc_attendance_import_set_hours (McAttendanceImport *self, McDaySession session, int starts, int ends);

/** mc_attendance_import_dup_key: (transfer full): of what there can be one only. */
char *mc_attendance_import_dup_key (McAttendance *row);

G_END_DECLS
