/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-import.h"

#include <glib/gi18n-lib.h>

#include "mc-clock.h"
#include "mc-name.h"

#define NOON (12 * 60)

struct _McAttendanceImport
{
  McListImport parent_instance;

  McNameIndex *people;
  int grace;
  int starts[MC_DAY_SESSIONS];
  int ends[MC_DAY_SESSIONS];
};

G_DEFINE_FINAL_TYPE (McAttendanceImport, mc_attendance_import, MC_TYPE_LIST_IMPORT)

static const McColumnWord words[MC_ATTENDANCE_N_COLUMNS] = {
  [MC_ATTENDANCE_COLUMN_NOTHING] = { "", N_ ("Not read"), { "stt", "so thu tu", "tt" } },
  [MC_ATTENDANCE_COLUMN_PERSON] = { "person",
                                    N_ ("Person"),
                                    { "ho ten", "ho va ten", "ten", "ten nhan vien", "nhan vien", "can bo", "ma so",
                                      "name", "person", "employee" } },
  [MC_ATTENDANCE_COLUMN_DAY] = { "day", N_ ("Day"), { "ngay", "ngay cham cong", "day", "date" } },
  [MC_ATTENDANCE_COLUMN_SESSION] = { "session", N_ ("Half-day"), { "buoi", "ca", "session", "shift" } },
  [MC_ATTENDANCE_COLUMN_CAME] = { "came",
                                  N_ ("Came at"),
                                  { "gio vao", "vao", "gio den", "den luc", "check in", "in", "came" } },
  [MC_ATTENDANCE_COLUMN_LEFT] = { "left",
                                  N_ ("Left at"),
                                  { "gio ra", "ra", "gio ve", "ve luc", "check out", "out", "left" } },
  [MC_ATTENDANCE_COLUMN_NOTE] = { "note", N_ ("Note"), { "ghi chu", "chu thich", "note", "notes", "remark" } },
};

const McColumnSet mc_attendance_columns = {
  .words = words,
  .n_words = MC_ATTENDANCE_N_COLUMNS,
  .naming = (const guint[]){ MC_ATTENDANCE_COLUMN_PERSON, 0 },
  .needed = (const guint[]){ MC_ATTENDANCE_COLUMN_PERSON, MC_ATTENDANCE_COLUMN_DAY, 0 },
  .telling = (const guint[]){ MC_ATTENDANCE_COLUMN_PERSON, MC_ATTENDANCE_COLUMN_DAY, MC_ATTENDANCE_COLUMN_CAME, 0 },
  .least = 2,
  .no_header = N_ ("No row with headers was found. The table needs a row with “Họ và tên”, “Ngày”, “Giờ vào” and the "
                   "other headers above the people."),
  .no_rows = N_ ("There is nobody below the headers."),
};

static void
mc_attendance_import_finalize (GObject *object)
{
  mc_name_index_free (MC_ATTENDANCE_IMPORT (object)->people);
  G_OBJECT_CLASS (mc_attendance_import_parent_class)->finalize (object);
}

void
mc_attendance_import_add_person (McAttendanceImport *self, gint64 id, const char *name)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  mc_name_index_add (self->people, id, number, name, NULL);
}

void
mc_attendance_import_set_hours (McAttendanceImport *self, McDaySession session, int starts, int ends)
{
  self->starts[session] = starts;
  self->ends[session] = ends;
}

char *
mc_attendance_import_dup_key (McAttendance *row)
{
  g_autofree char *day = mc_day_format_iso (row->day);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s %s", row->person_id, day, mc_day_session_values[row->session].text);
}

static int
read_time (McListImport *self, McTableRow *row, guint meaning)
{
  g_autofree char *text = mc_list_import_get_text (self, row, meaning);
  int minutes = mc_clock_parse (text);

  if (*text && minutes == MC_CLOCK_NONE)
    mc_list_import_take_error (self, row, meaning, g_strdup (_ ("a time is written as 07:15")));
  return minutes;
}

/* -1 where the list does not name it. */
static int
read_session (McListImport *self, McTableRow *row)
{
  g_autofree char *text = mc_list_import_get_text (self, row, MC_ATTENDANCE_COLUMN_SESSION);
  g_autofree char *folded = mc_fold (text);

  if (!*text)
    return -1;
  if (g_str_equal (folded, "sang") || g_str_equal (folded, "buoi sang") || g_str_equal (folded, "morning"))
    return MC_DAY_SESSION_MORNING;
  if (g_str_equal (folded, "chieu") || g_str_equal (folded, "buoi chieu") || g_str_equal (folded, "afternoon"))
    return MC_DAY_SESSION_AFTERNOON;
  mc_list_import_take_error (self, row, MC_ATTENDANCE_COLUMN_SESSION, g_strdup (_ ("write Sáng or Chiều")));
  return -1;
}

static McAttendanceState
judge (McAttendanceImport *self, McDaySession session, int came, int left)
{
  if (self->ends[session] == 0)
    return MC_ATTENDANCE_PRESENT;
  if (came != MC_CLOCK_NONE && came > self->starts[session] + self->grace)
    return MC_ATTENDANCE_LATE;
  if (left != MC_CLOCK_NONE && left < self->ends[session])
    return MC_ATTENDANCE_EARLY_LEAVE;
  return MC_ATTENDANCE_PRESENT;
}

static void
add_session (McListImport *list, McTableRow *row, const McAttendance *like, McDaySession session, int came, int left)
{
  g_autoptr (McAttendance) item = mc_attendance_new ();
  g_autofree char *key = NULL;

  item->person_id = like->person_id;
  item->day = like->day;
  item->session = session;
  item->state = judge (MC_ATTENDANCE_IMPORT (list), session, came, left);
  item->source = MC_ATTENDANCE_SOURCE_IMPORT;
  item->came_at = came == MC_CLOCK_NONE ? NULL : mc_clock_format (came);
  item->left_at = left == MC_CLOCK_NONE ? NULL : mc_clock_format (left);
  item->note = g_strdup (like->note);
  key = mc_attendance_import_dup_key (item);
  if (mc_list_import_take_key (list, row, MC_ATTENDANCE_COLUMN_PERSON, key))
    mc_list_import_add_item (list, item, NULL, NULL);
}

/* Who comes in the morning and leaves in the afternoon was here in both sessions. */
static void
add_sessions (McListImport *list, McTableRow *row, const McAttendance *like, int session, int came, int left)
{
  if (session >= 0)
    {
      add_session (list, row, like, (McDaySession)session, came, left);
      return;
    }
  if (came != MC_CLOCK_NONE && came < NOON)
    add_session (list, row, like, MC_DAY_SESSION_MORNING, came,
                 left != MC_CLOCK_NONE && left <= NOON ? left : MC_CLOCK_NONE);
  if ((came != MC_CLOCK_NONE && came >= NOON) || left > NOON)
    add_session (list, row, like, MC_DAY_SESSION_AFTERNOON, came >= NOON ? came : MC_CLOCK_NONE,
                 left > NOON ? left : MC_CLOCK_NONE);
}

static void
read_row (McListImport *list, McTableRow *row)
{
  McAttendanceImport *self = MC_ATTENDANCE_IMPORT (list);
  g_autoptr (McAttendance) like = mc_attendance_new ();
  g_autofree char *who = mc_list_import_get_text (list, row, MC_ATTENDANCE_COLUMN_PERSON);
  g_autofree char *note = mc_list_import_get_text (list, row, MC_ATTENDANCE_COLUMN_NOTE);
  char *reason = NULL;
  guint before = g_list_model_get_n_items (mc_list_import_get_errors (list));
  int session = read_session (list, row);
  int came = read_time (list, row, MC_ATTENDANCE_COLUMN_CAME), left = read_time (list, row, MC_ATTENDANCE_COLUMN_LEFT);

  g_set_str (&like->note, *note ? note : NULL);
  like->day = mc_list_import_get_day (list, row, MC_ATTENDANCE_COLUMN_DAY);
  like->person_id = mc_name_index_find (self->people, who, &reason);
  if (!like->person_id)
    mc_list_import_take_error (list, row, MC_ATTENDANCE_COLUMN_PERSON, reason);
  if (g_list_model_get_n_items (mc_list_import_get_errors (list)) > before)
    return;
  if (like->day == MC_DAY_NONE)
    mc_list_import_take_error (list, row, MC_ATTENDANCE_COLUMN_DAY, g_strdup (_ ("the day is missing")));
  else if (came == MC_CLOCK_NONE && left == MC_CLOCK_NONE)
    mc_list_import_take_error (list, row, MC_ATTENDANCE_COLUMN_CAME,
                               g_strdup (_ ("neither the time of coming nor that of leaving is there")));
  else if (came != MC_CLOCK_NONE && left != MC_CLOCK_NONE && left <= came)
    mc_list_import_take_error (list, row, MC_ATTENDANCE_COLUMN_LEFT, g_strdup (_ ("one leaves later than one comes")));
  else
    add_sessions (list, row, like, session, came, left);
}

static void
mc_attendance_import_class_init (McAttendanceImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_attendance_import_finalize;
  MC_LIST_IMPORT_CLASS (klass)->columns = &mc_attendance_columns;
  MC_LIST_IMPORT_CLASS (klass)->read_row = read_row;
}

static void
mc_attendance_import_init (McAttendanceImport *self)
{
  self->people = mc_name_index_new ();
}

McListImport *
mc_attendance_import_new (int grace)
{
  McAttendanceImport *self = g_object_new (MC_TYPE_ATTENDANCE_IMPORT, NULL);

  self->grace = grace;
  return MC_LIST_IMPORT (self);
}
