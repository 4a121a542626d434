/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_attendance_state_values[] = {
  { "present", N_ ("Came") },
  { "late", N_ ("Came late") },
  { "early_leave", N_ ("Left early") },
  { "absent_excused", N_ ("Away with leave") },
  { "unexcused", N_ ("Away without leave") },
  { NULL, NULL },
};

const McEnumValue mc_attendance_source_values[] = {
  { "manual", N_ ("Entered by hand") },
  { "import", N_ ("Time clock") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAttendance, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_DAY (McAttendance, day, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Day")),
  MC_FIELD_ENUM (McAttendance, session, MC_FIELD_REQUIRED, N_ ("Half-day"), mc_day_session_values),
  MC_FIELD_ENUM (McAttendance, state, MC_FIELD_REQUIRED, N_ ("State"), mc_attendance_state_values),
  MC_FIELD_TEXT (McAttendance, came_at, 0, N_ ("Came at")),
  MC_FIELD_TEXT (McAttendance, left_at, 0, N_ ("Left at")),
  MC_FIELD_ENUM (McAttendance, source, MC_FIELD_REQUIRED, N_ ("Source"), mc_attendance_source_values),
  MC_FIELD_TEXT (McAttendance, note, 0, N_ ("Note")),
  MC_FIELD_INT (McAttendance, month, MC_FIELD_READONLY | MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Month")),
};

MC_DEFINE_ENTITY (McAttendance, mc_attendance, MC_NOUN_TABLE, "attendance", N_ ("Attendance"), fields)

McAttendance *
mc_attendance_new (void)
{
  return g_object_new (MC_TYPE_ATTENDANCE, NULL);
}

int
mc_attendance_month (McDay day)
{
  int year, month;

  mc_day_split (day, &year, &month, NULL);
  return year * 12 + month - 1;
}
