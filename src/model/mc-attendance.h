/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session-time.h"

G_BEGIN_DECLS

/** McAttendanceState: How somebody came, or not. */
typedef enum
{
  MC_ATTENDANCE_PRESENT,
  MC_ATTENDANCE_LATE,
  MC_ATTENDANCE_EARLY_LEAVE,
  MC_ATTENDANCE_ABSENT_EXCUSED,
  MC_ATTENDANCE_UNEXCUSED,
} McAttendanceState;

extern const McEnumValue mc_attendance_state_values[];

/** McAttendanceSource: Who says so. */
typedef enum
{
  MC_ATTENDANCE_SOURCE_MANUAL,
  MC_ATTENDANCE_SOURCE_IMPORT,
} McAttendanceSource;

extern const McEnumValue mc_attendance_source_values[];

#define MC_TYPE_ATTENDANCE (mc_attendance_get_type ())
G_DECLARE_FINAL_TYPE (McAttendance, mc_attendance, MC, ATTENDANCE, McEntity)

/**
 * McAttendance:
 * Whether a person came in a session, and when (HH:MM). @month is the database's to fill: mc_attendance_month().
 */
struct _McAttendance
{
  McEntity parent_instance;

  gint64 person_id;
  McDay day;
  McDaySession session;
  McAttendanceState state;
  char *came_at;
  char *left_at;
  McAttendanceSource source;
  char *note;
  int month;
};

/** mc_attendance_month: the month of a day, counted from January of the year 0; lists are asked for by it. */
int mc_attendance_month (McDay day);

/** mc_attendance_new: (transfer full): an unsaved one. */
McAttendance *mc_attendance_new (void);

G_END_DECLS
