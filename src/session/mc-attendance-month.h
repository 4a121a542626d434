/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-attendance-mark.h"
#include "mc-change.h"
#include "mc-roster-sheet.h"
#include "mc-work-calendar.h"

G_BEGIN_DECLS

/**
 * McAttendanceWho: somebody whose coming is kept in a month. Texts are the month's.
 * @code: (nullable): of the agency; @group: (nullable): of the section
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *code;
  const char *group;
} McAttendanceWho;

/**
 * McAttendanceCell: a session of a person.
 * @expected: the published roster wants the person there; who is not in it, and who has no counter, works in office
 * hours
 * @place: (nullable): the code of the counter or duty: of the roster, else the standing one
 * @away: by an absence that counts, for the whole session; @excused and @kind of it
 * @row: (nullable): what was entered
 */
typedef struct
{
  gboolean expected;
  const char *place;
  gboolean away, excused;
  McAbsenceKind kind;
  McAttendance *row;
} McAttendanceCell;

#define MC_TYPE_ATTENDANCE_MONTH (mc_attendance_month_get_type ())
G_DECLARE_FINAL_TYPE (McAttendanceMonth, mc_attendance_month, MC, ATTENDANCE_MONTH, GObject)

/** mc_attendance_month_get_nouns: (array length=n_nouns): of which all rows are needed, besides those of the month. */
const GType *mc_attendance_month_get_nouns (guint *n_nouns);

/**
 * mc_attendance_month_new:
 * @first: the first day of the month
 * @rows: GType of a noun -> GListModel of its rows; what may not be read is left out: those of
 *   mc_attendance_month_get_nouns(), McStaffEntry of a day in the month, McAttendance of the month, McRosterCell of the
 *   rosters that are out in it
 *
 * Who was to come in a month and who came, from rows as they are now; it never changes.
 */
McAttendanceMonth *mc_attendance_month_new (McDay first, GHashTable *rows, McWorkCalendar *calendar);

McPeriod mc_attendance_month_get_period (McAttendanceMonth *self);
McWorkCalendar *mc_attendance_month_get_calendar (McAttendanceMonth *self);
guint mc_attendance_month_get_n_people (McAttendanceMonth *self);
/** mc_attendance_month_get_who: leaders first, then by section, agency and name. */
const McAttendanceWho *mc_attendance_month_get_who (McAttendanceMonth *self, guint person);
McAttendanceCell mc_attendance_month_get_cell (McAttendanceMonth *self, guint person, McDay day, McDaySession session);

/** mc_attendance_cell_get_code: (nullable): "X", "M" …; of an absence while nothing was entered; %NULL: not known. */
const char *mc_attendance_cell_get_code (const McAttendanceCell *cell);

/** mc_attendance_cell_is_present: whether the person came, at whatever time. */
gboolean mc_attendance_cell_is_present (const McAttendanceCell *cell);

/** mc_attendance_cell_differs: what was entered is not as the plan has it: late, early, not there; there though away.
 */
gboolean mc_attendance_cell_differs (const McAttendanceCell *cell);

/** McAttendanceCount: of a day, in sessions. @open: expected, and nothing is known of them. */
typedef struct
{
  guint expected, present, late, early, excused, unexcused, open;
} McAttendanceCount;

McAttendanceCount mc_attendance_month_count_day (McAttendanceMonth *self, McDay day);
/** mc_attendance_month_count_person: the same of all days up to @last. */
McAttendanceCount mc_attendance_month_count_person (McAttendanceMonth *self, guint person, McDay last);

/** McAttendanceEdit: @clear: what was entered goes. */
typedef struct
{
  guint person;
  McDay day;
  McDaySession session;
  gboolean clear;
  McAttendanceMark mark;
} McAttendanceEdit;

/**
 * mc_attendance_month_make_change:
 * @label: of the act
 *
 * Returns: (transfer full): for mc_session_commit(); empty where all is so already
 */
McChange *
mc_attendance_month_make_change (McAttendanceMonth *self, const McAttendanceEdit *edits, guint n, const char *label);

/**
 * mc_attendance_month_make_all_came:
 * @last: the last session of @day that has begun
 *
 * Everybody who was expected and of whom nothing was entered came; who is away is written down as such.
 *
 * Returns: (transfer full)
 */
McChange *mc_attendance_month_make_all_came (McAttendanceMonth *self, McDay day, McDaySession last);

/** mc_attendance_month_make_sheet: (transfer full): the month's attendance sheet, in Vietnamese. */
McRosterSheet *mc_attendance_month_make_sheet (McAttendanceMonth *self);

G_END_DECLS
