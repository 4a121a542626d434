/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-reason.h"
#include "mc-attendance.h"

G_BEGIN_DECLS

/**
 * McAttendanceMark:
 * What is typed for a session: how somebody came, and when.
 *
 * @minutes: MC_CLOCK_NONE: not said; else the time of coming (late) or of leaving (early)
 * @relative: @minutes count from the beginning of the session, or back from its end
 */
typedef struct
{
  McAttendanceState state;
  int minutes;
  gboolean relative;
} McAttendanceMark;

/**
 * mc_attendance_mark_parse:
 * @text: X (came), M (late), S (left early), V or P (away with leave), K or KP (away without), in any case; after M and
 * S a time ("M 7:20", "S 16h") or minutes ("M 15")
 * @error: MC_ERROR_INVALID with the codes that there are
 */
gboolean mc_attendance_mark_parse (const char *text, McAttendanceMark *mark, GError **error);

/** mc_attendance_mark_pack: as a number not below 0; mc_attendance_mark_unpack: back. */
int mc_attendance_mark_pack (const McAttendanceMark *mark);
McAttendanceMark mc_attendance_mark_unpack (int number);

/** mc_attendance_code: (transfer none): of a state: "X", "M", "S", "V", "KP". */
const char *mc_attendance_code (McAttendanceState state);

/**
 * mc_attendance_absence_code: (transfer none): of an absence on a sheet that others read: "P" annual leave, "NB"
 * compensatory, "CT" mission, "HT" training, "H" meeting; "V" for every other reason, which tells of health or family,
 * and where the reason is not known; "KP" without leave.
 */
const char *mc_attendance_absence_code (McAbsenceKind kind, gboolean excused);

G_END_DECLS
