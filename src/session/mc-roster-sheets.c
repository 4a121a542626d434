/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-sheets.h"

#include <string.h>

#include "mc-agency.h"
#include "mc-lunar.h"
#include "mc-person.h"
#include "mc-roster-brief-private.h"
#include "mc-staff-entry.h"
#include "mc-tour.h"

typedef struct
{
  McRosterBook *book;
  McRosterBrief *brief;
  McRosterProblem *problem;
  McRosterSolution *now;
  McPeriod days;
  McRosterSheet *sheet;
  GHashTable *people; /* gint64 id -> McPerson */
  GHashTable *staff;  /* gint64 id -> McStaffEntry */
} Filling;

static Filling
begin (McRosterBook *book, McPeriod days)
{
  McPeriod all = mc_roster_book_get_roster (book)->during, common = all;
  McRosterBrief *brief = mc_roster_book_get_brief (book);

  mc_period_intersect (days, all, &common);
  return (Filling){ book,
                    brief,
                    mc_roster_brief_get_problem (brief),
                    mc_roster_book_get_current (book),
                    common,
                    mc_roster_sheet_new (common.from, common.until - 1),
                    _mc_rows_by_id (mc_roster_book_get_rows (book, MC_TYPE_PERSON)),
                    _mc_rows_by_id (mc_roster_book_get_rows (book, MC_TYPE_STAFF_ENTRY)) };
}

static McRosterSheet *
finish (Filling *filling)
{
  g_hash_table_unref (filling->people);
  g_hash_table_unref (filling->staff);
  return filling->sheet;
}

/* The first and the middle of a lunar month, as on the wall calendar. */
static char *
lunar_label (McDay day)
{
  McLunarDay lunar = mc_lunar_from_day (day);

  return lunar.day == 1 || lunar.day == 15 ? g_strdup_printf ("%d/%d ÂL", lunar.day, lunar.month) : NULL;
}

static void
set_days (Filling *filling)
{
  for (McDay day = filling->days.from; day < filling->days.until; day++)
    {
      const McWorkDay *work = mc_work_calendar_get (mc_roster_book_get_calendar (filling->book), day);
      g_autofree char *lunar = lunar_label (day);
      gboolean holiday = work->kind == MC_WORK_DAY_HOLIDAY || work->kind == MC_WORK_DAY_MAKE_UP;
      McSheetDayKind kind = holiday                     ? MC_SHEET_HOLIDAY
                            : mc_work_day_is_off (work) ? MC_SHEET_WEEKEND
                                                        : MC_SHEET_WORKING;
      guint sessions = (mc_roster_brief_find_session (filling->brief, day, 0) >= 0) +
                       (mc_roster_brief_find_session (filling->brief, day, 1) >= 0);

      mc_roster_sheet_set_day (filling->sheet, day, kind, sessions, holiday ? work->name : lunar);
    }
}

/* --- By people --- */

typedef struct
{
  guint index;
  const char *name;
  const char *code;
  const char *group;
  char *order;
} Row;

static void
row_clear (gpointer data)
{
  g_free (((Row *)data)->order);
}

static gboolean
has_work (Filling *filling, guint person)
{
  for (guint k = 0; k < filling->problem->sessions->len; k++)
    if (mc_roster_solution_get (filling->now, person, k) != MC_ROSTER_FREE &&
        mc_period_contains (filling->days, mc_roster_session (filling->problem, k)->day))
      return TRUE;
  return FALSE;
}

static Row
make_row (Filling *filling, guint person)
{
  McRosterPerson *one = mc_roster_person (filling->problem, person);
  McPerson *row = g_hash_table_lookup (filling->people, &one->id);
  McStaffEntry *entry = g_hash_table_lookup (filling->staff, &one->id);
  gboolean standby = mc_roster_brief_is_standby (filling->brief, person);
  Row result = { .index = person, .name = one->name };

  if (one->unit >= 0)
    result.code = g_array_index (filling->problem->units, McRosterUnit, one->unit).key;
  /* Who has a post outside the sections leads the centre; who comes in the course of the roster has none yet. */
  result.group = standby                        ? "Người dự phòng được gọi"
                 : entry && entry->section_name ? entry->section_name
                 : entry && entry->post_id      ? "Lãnh đạo Trung tâm"
                                                : "Chưa bố trí bộ phận";
  /* Leaders first, then the sections by their codes, whom was called in last. */
  result.order = g_strdup_printf ("%d %s %s %s",
                                  standby                        ? 3
                                  : entry && entry->section_code ? 1
                                  : entry && entry->post_id      ? 0
                                                                 : 2,
                                  entry && entry->section_code ? entry->section_code : "",
                                  result.code ? result.code : "", row && row->sort_key ? row->sort_key : one->name);
  return result;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Row *)a)->order, ((const Row *)b)->order);
}

static void
fill_person (Filling *filling, guint row, guint person)
{
  gint64 id = mc_roster_person (filling->problem, person)->id;

  for (guint k = 0; k < filling->problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (filling->problem, k);
      McHalf half = session->part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
      gint duty = mc_roster_solution_get (filling->now, person, k);
      McRosterCell *cell = mc_roster_book_get_cell (filling->book, id, session->day, session->part);
      McSheetMarking marking = cell && cell->amendment_id ? MC_SHEET_AMENDED : MC_SHEET_PLAIN;

      if (!mc_period_contains (filling->days, session->day))
        continue;
      if (duty != MC_ROSTER_FREE)
        mc_roster_sheet_set_cell (filling->sheet, row, session->day, half, mc_roster_duty (filling->problem, duty)->key,
                                  mc_roster_brief_is_standby (filling->brief, person) ? MC_SHEET_STANDBY : marking);
      else if (mc_roster_problem_away (filling->problem, person, k))
        mc_roster_sheet_set_cell (filling->sheet, row, session->day, half, "V", MC_SHEET_ABSENT);
    }
}

static void
add_legend (Filling *filling)
{
  g_autofree gboolean *used = g_new0 (gboolean, filling->problem->duties->len);

  for (guint i = 0; i < filling->problem->people->len; i++)
    for (guint k = 0; k < filling->problem->sessions->len; k++)
      if (mc_roster_solution_get (filling->now, i, k) != MC_ROSTER_FREE)
        used[mc_roster_solution_get (filling->now, i, k)] = TRUE;
  mc_roster_sheet_add_legend (filling->sheet, "1, 2, …", "số quầy");
  for (guint i = 0; i < filling->problem->duties->len; i++)
    if (used[i] && mc_roster_duty (filling->problem, i)->kind != MC_ROSTER_DUTY_COUNTER)
      mc_roster_sheet_add_legend (filling->sheet, mc_roster_duty (filling->problem, i)->key,
                                  mc_roster_duty (filling->problem, i)->name);
  mc_roster_sheet_add_legend (filling->sheet, "V", "vắng");
}

/* Days at a counter or duty; an absence is written into the sheet, too, but is none. */
static void
add_days_worked (Filling *filling)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < filling->problem->duties->len; i++)
    g_ptr_array_add (codes, mc_roster_duty (filling->problem, i)->key);
  g_ptr_array_add (codes, NULL);
  mc_roster_sheet_add_total (filling->sheet, "Ngày", (const char *const *)codes->pdata);
}

McRosterSheet *
mc_roster_book_make_people_sheet (McRosterBook *self, McPeriod days)
{
  Filling filling;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_return_val_if_fail (mc_roster_book_get_ready (self), NULL);
  filling = begin (self, days);
  g_array_set_clear_func (rows, row_clear);
  set_days (&filling);
  mc_roster_sheet_set_row_title (filling.sheet, "Họ và tên", "Cơ quan");
  for (guint i = 0; i < filling.problem->people->len; i++)
    if (!mc_roster_brief_is_standby (filling.brief, i) || has_work (&filling, i))
      {
        Row row = make_row (&filling, i);

        g_array_append_val (rows, row);
      }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      fill_person (&filling, mc_roster_sheet_add_row (filling.sheet, row->name, row->code, row->group), row->index);
    }
  add_days_worked (&filling);
  add_legend (&filling);
  return finish (&filling);
}

/* --- By counters --- */

/* “N. V. Hoà”: the given name in full, what stands before it by its letters, for given names alone are often the same.
 */
static char *
short_name (Filling *filling, guint person)
{
  g_auto (GStrv) words = g_strsplit (mc_roster_person (filling->problem, person)->name, " ", -1);
  guint n = g_strv_length (words);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_string_append_unichar (text, g_utf8_get_char (words[i]));
      g_string_append_c (text, '.');
    }
  g_string_append (text, n ? words[n - 1] : "");
  return g_string_free (text, FALSE);
}

static void
fill_duty (Filling *filling, guint row, guint duty)
{
  for (guint k = 0; k < filling->problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (filling->problem, k);
      const McRosterNeed *need = mc_roster_problem_need (filling->problem, k, duty);
      g_autoptr (GString) names = g_string_new (NULL);
      McHalf half = session->part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON;

      if (!mc_period_contains (filling->days, session->day))
        continue;
      for (guint i = 0; i < filling->problem->people->len; i++)
        if (mc_roster_solution_get (filling->now, i, k) == (gint)duty)
          {
            g_autofree char *name = short_name (filling, i);

            g_string_append_printf (names, "%s%s", names->len ? ", " : "", name);
          }
      if (names->len || (need && need->wanted))
        mc_roster_sheet_set_cell (filling->sheet, row, session->day, half, names->len ? names->str : "✗",
                                  names->len ? MC_SHEET_PLAIN : MC_SHEET_GAP);
    }
}

McRosterSheet *
mc_roster_book_make_counter_sheet (McRosterBook *self, McPeriod days)
{
  Filling filling;

  g_return_val_if_fail (mc_roster_book_get_ready (self), NULL);
  filling = begin (self, days);
  set_days (&filling);
  mc_roster_sheet_set_row_title (filling.sheet, "Quầy, nhiệm vụ", "Mã");
  for (guint i = 0; i < filling.problem->duties->len; i++)
    {
      McRosterDuty *duty = mc_roster_duty (filling.problem, i);
      gboolean counter = duty->kind == MC_ROSTER_DUTY_COUNTER;
      g_autofree char *name = counter ? g_strdup_printf ("Quầy %s", duty->key) : g_strdup (duty->name);

      fill_duty (&filling, mc_roster_sheet_add_row (filling.sheet, name, duty->key, counter ? "Quầy" : "Nhiệm vụ"), i);
    }
  return finish (&filling);
}

char *
mc_roster_book_dup_period (McRosterBook *self, McPeriod days)
{
  McPeriod all = mc_roster_book_get_roster (self)->during, common = all;
  g_autofree char *from = NULL;
  g_autofree char *last = NULL;
  int year, month, day;

  mc_period_intersect (days, all, &common);
  mc_day_split (common.from, &year, &month, &day);
  /* Decree 30/2020 writes January and February with a nought. */
  if (day == 1 && common.until == mc_day_add_months (common.from, 1))
    return g_strdup_printf (month < 3 ? "tháng %02d năm %d" : "tháng %d năm %d", month, year);
  from = mc_day_format (common.from);
  last = mc_day_format (common.until - 1);
  return g_strdup_printf ("từ ngày %s đến ngày %s", from, last);
}
