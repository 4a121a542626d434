/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-mark.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-clock.h"
#include "mc-error.h"

/* Beyond this a number is a time that was written without its minutes, and no delay. */
#define MOST_RELATIVE 240

static const struct
{
  const char *text;
  McAttendanceState state;
} codes[] = {
  { "KP", MC_ATTENDANCE_UNEXCUSED },     { "K", MC_ATTENDANCE_UNEXCUSED },   { "X", MC_ATTENDANCE_PRESENT },
  { "M", MC_ATTENDANCE_LATE },           { "S", MC_ATTENDANCE_EARLY_LEAVE }, { "V", MC_ATTENDANCE_ABSENT_EXCUSED },
  { "P", MC_ATTENDANCE_ABSENT_EXCUSED },
};

/* What follows the letter. */
static gboolean
parse_time (const char *text, McAttendanceMark *mark)
{
  char *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  if (!*text)
    return TRUE;
  if (g_ascii_isdigit (*text) && !*end && number > 0 && number <= MOST_RELATIVE)
    {
      mark->minutes = (int)number;
      mark->relative = TRUE;
      return TRUE;
    }
  mark->minutes = mc_clock_parse (text);
  /* "16h" */
  if (mark->minutes == MC_CLOCK_NONE && g_ascii_isdigit (*text) && (*end == 'h' || *end == 'H') && !end[1] &&
      number < 24)
    mark->minutes = (int)number * 60;
  return mark->minutes != MC_CLOCK_NONE;
}

gboolean
mc_attendance_mark_parse (const char *text, McAttendanceMark *mark, GError **error)
{
  g_autofree char *whole = g_strdup (text ? text : "");

  g_strstrip (whole);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gsize length = strlen (codes[i].text);
      const char *rest = whole + length;
      gboolean timed = codes[i].state == MC_ATTENDANCE_LATE || codes[i].state == MC_ATTENDANCE_EARLY_LEAVE;

      if (g_ascii_strncasecmp (whole, codes[i].text, length) != 0)
        continue;
      *mark = (McAttendanceMark){ .state = codes[i].state, .minutes = MC_CLOCK_NONE };
      while (*rest == ' ')
        rest++;
      if (timed ? parse_time (rest, mark) : !*rest)
        return TRUE;
    }
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                       _ ("Write X (came), M (late: M 7:20 or M 15), S (left early), V (with leave) or K (without)."));
  return FALSE;
}

int
mc_attendance_mark_pack (const McAttendanceMark *mark)
{
  return (int)mark->state | (mark->relative ? 1 << 3 : 0) | (mark->minutes + 1) << 4;
}

McAttendanceMark
mc_attendance_mark_unpack (int number)
{
  return (McAttendanceMark){ .state = (McAttendanceState)(number & 7),
                             .minutes = (number >> 4) - 1,
                             .relative = (number & 1 << 3) != 0 };
}

const char *
mc_attendance_code (McAttendanceState state)
{
  static const char *const texts[] = {
    [MC_ATTENDANCE_PRESENT] = "X",        [MC_ATTENDANCE_LATE] = "M",       [MC_ATTENDANCE_EARLY_LEAVE] = "S",
    [MC_ATTENDANCE_ABSENT_EXCUSED] = "V", [MC_ATTENDANCE_UNEXCUSED] = "KP",
  };

  return texts[state];
}

const char *
mc_attendance_absence_code (McAbsenceKind kind, gboolean excused)
{
  if (!excused)
    return "KP";
  switch (kind)
    {
    case MC_ABSENCE_KIND_ANNUAL:
      return "P";
    case MC_ABSENCE_KIND_COMPENSATORY:
      return "NB";
    case MC_ABSENCE_KIND_MISSION:
      return "CT";
    case MC_ABSENCE_KIND_TRAINING:
      return "HT";
    case MC_ABSENCE_KIND_MEETING:
      return "H";
    case MC_ABSENCE_KIND_NONE:
    case MC_ABSENCE_KIND_SICK:
    case MC_ABSENCE_KIND_CHILD_SICK:
    case MC_ABSENCE_KIND_MATERNITY:
    case MC_ABSENCE_KIND_PERSONAL_PAID:
    case MC_ABSENCE_KIND_PERSONAL_UNPAID:
    default:
      return "V";
    }
}
