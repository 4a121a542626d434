/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-month-private.h"

#include <glib/gi18n-lib.h>

#include "mc-clock.h"

/* What people enter, as changes; and the sheet. */

static gboolean
is_timed (McAttendanceState state)
{
  return state <= MC_ATTENDANCE_EARLY_LEAVE;
}

/* The time that was typed; minutes count from when office hours begin or end. */
static char *
dup_time (McAttendanceMonth *self, const McAttendanceEdit *edit)
{
  const McAttendanceMark *mark = &edit->mark;
  McClockSpan span;

  if (mark->minutes == MC_CLOCK_NONE)
    return NULL;
  if (!mark->relative)
    return mc_clock_format (mark->minutes);
  if (!mc_work_calendar_get_times (self->calendar, MC_HOURS_OFFICE, edit->day, edit->session, &span))
    return NULL;
  return mc_clock_format (mark->state == MC_ATTENDANCE_LATE ? span.starts + mark->minutes : span.ends - mark->minutes);
}

static void
write_mark (McAttendanceMonth *self, McAttendance *row, const McAttendanceEdit *edit)
{
  g_autofree char *time = dup_time (self, edit);

  row->state = edit->mark.state;
  row->source = MC_ATTENDANCE_SOURCE_MANUAL;
  if (!is_timed (row->state))
    {
      g_clear_pointer (&row->came_at, g_free);
      g_clear_pointer (&row->left_at, g_free);
    }
  else if (time)
    g_set_str (row->state == MC_ATTENDANCE_LATE ? &row->came_at : &row->left_at, time);
}

static gboolean
is_so (McAttendanceMonth *self, const McAttendance *row, const McAttendanceEdit *edit)
{
  g_autofree char *time = dup_time (self, edit);

  return row->state == edit->mark.state &&
         (!time || g_strcmp0 (time, row->state == MC_ATTENDANCE_LATE ? row->came_at : row->left_at) == 0);
}

static void
add_edit (McAttendanceMonth *self, McChange *change, const McAttendanceEdit *edit)
{
  McAttendance *before = mc_attendance_month_slot (self, edit->person, edit->day, edit->session)->row;
  g_autoptr (McAttendance) after = NULL;

  if (edit->clear)
    {
      if (before)
        mc_change_delete (change, MC_ENTITY (before));
      return;
    }
  if (before && is_so (self, before, edit))
    return;
  after = before ? mc_entity_clone (before) : mc_attendance_new ();
  after->person_id = mc_attendance_month_get_who (self, edit->person)->id;
  after->day = edit->day;
  after->session = edit->session;
  write_mark (self, after, edit);
  if (before)
    mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  else
    mc_change_insert (change, MC_ENTITY (after));
}

McChange *
mc_attendance_month_make_change (McAttendanceMonth *self, const McAttendanceEdit *edits, guint n, const char *label)
{
  McChange *change = mc_change_new (label);

  g_return_val_if_fail (MC_IS_ATTENDANCE_MONTH (self), change);
  for (guint i = 0; i < n; i++)
    if (mc_period_contains (self->days, edits[i].day) && edits[i].person < self->people->len)
      add_edit (self, change, &edits[i]);
  return change;
}

McChange *
mc_attendance_month_make_all_came (McAttendanceMonth *self, McDay day, McDaySession last)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (McAttendanceEdit));
  g_autofree char *date = mc_day_format (day);
  g_autofree char *label = g_strdup_printf (_ ("Everybody came on %s"), date);

  g_return_val_if_fail (MC_IS_ATTENDANCE_MONTH (self) && mc_period_contains (self->days, day), NULL);
  for (guint i = 0; i < self->people->len; i++)
    for (int session = 0; session <= (int)last; session++)
      {
        McAttendanceCell cell = mc_attendance_month_get_cell (self, i, day, (McDaySession)session);
        McAttendanceEdit edit = { .person = i, .day = day, .session = (McDaySession)session };

        if (!cell.expected || cell.row)
          continue;
        edit.mark.minutes = MC_CLOCK_NONE;
        edit.mark.state = !cell.away     ? MC_ATTENDANCE_PRESENT
                          : cell.excused ? MC_ATTENDANCE_ABSENT_EXCUSED
                                         : MC_ATTENDANCE_UNEXCUSED;
        g_array_append_val (edits, edit);
      }
  return mc_attendance_month_make_change (self, (const McAttendanceEdit *)(gpointer)edits->data, edits->len, label);
}

/* --- The sheet --- */

static guint
count_sessions (McAttendanceMonth *self, McDay day)
{
  guint sessions = 0;

  for (int session = 0; session < MC_DAY_SESSIONS; session++)
    for (guint i = 0; i < self->people->len; i++)
      {
        McAttendanceCell cell = mc_attendance_month_get_cell (self, i, day, (McDaySession)session);

        if (!cell.expected && !cell.row)
          continue;
        sessions++;
        break;
      }
  return sessions;
}

static void
set_days (McAttendanceMonth *self, McRosterSheet *sheet)
{
  for (McDay day = self->days.from; day < self->days.until; day++)
    {
      const McWorkDay *work = mc_work_calendar_get (self->calendar, day);
      gboolean holiday = mc_work_day_is_off (work) && work->kind != MC_WORK_DAY_WEEKEND;

      mc_roster_sheet_set_day (sheet, day,
                               holiday                     ? MC_SHEET_HOLIDAY
                               : mc_work_day_is_off (work) ? MC_SHEET_WEEKEND
                                                           : MC_SHEET_WORKING,
                               count_sessions (self, day), holiday ? work->name : NULL);
    }
}

static void
add_person (McAttendanceMonth *self, McRosterSheet *sheet, guint person)
{
  const McAttendanceWho *who = mc_attendance_month_get_who (self, person);
  guint row = mc_roster_sheet_add_row (sheet, who->name, who->code, who->group);

  for (McDay day = self->days.from; day < self->days.until; day++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      {
        McAttendanceCell cell = mc_attendance_month_get_cell (self, person, day, (McDaySession)session);
        const char *code = mc_attendance_cell_get_code (&cell);

        if (code)
          mc_roster_sheet_set_cell (sheet, row, day,
                                    session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON, code,
                                    mc_attendance_cell_is_present (&cell) ? MC_SHEET_PLAIN
                                    : g_str_equal (code, "KP")            ? MC_SHEET_GAP
                                                                          : MC_SHEET_ABSENT);
      }
}

McRosterSheet *
mc_attendance_month_make_sheet (McAttendanceMonth *self)
{
  static const char *const worked[] = { "X", "M", "S", "CT", "HT", "H", NULL };
  static const char *const leave[] = { "P", NULL };
  static const char *const credit[] = { "NB", NULL };
  static const char *const excused[] = { "V", NULL };
  static const char *const unexcused[] = { "KP", NULL };
  static const char *const legends[][2] = {
    { "X", "có mặt" },
    { "M", "đi muộn" },
    { "S", "về sớm" },
    { "P", "nghỉ phép năm" },
    { "NB", "nghỉ bù" },
    { "CT", "công tác" },
    { "HT", "học tập, tập huấn" },
    { "H", "họp" },
    { "V", "vắng có phép" },
    { "KP", "vắng không phép" },
  };
  McRosterSheet *sheet;

  g_return_val_if_fail (MC_IS_ATTENDANCE_MONTH (self), NULL);
  sheet = mc_roster_sheet_new (self->days.from, self->days.until - 1);
  set_days (self, sheet);
  mc_roster_sheet_set_row_title (sheet, "Họ và tên", "Cơ quan");
  for (guint i = 0; i < self->people->len; i++)
    add_person (self, sheet, i);
  mc_roster_sheet_add_total (sheet, "Ngày công", worked);
  mc_roster_sheet_add_total (sheet, "Phép", leave);
  mc_roster_sheet_add_total (sheet, "Nghỉ bù", credit);
  mc_roster_sheet_add_total (sheet, "Vắng có phép", excused);
  mc_roster_sheet_add_total (sheet, "Không phép", unexcused);
  for (guint i = 0; i < G_N_ELEMENTS (legends); i++)
    mc_roster_sheet_add_legend (sheet, legends[i][0], legends[i][1]);
  return sheet;
}
