/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-work-calendar.h"

#include <glib/gi18n-lib.h>

#include "mc-clock.h"
#include "mc-saturday-field.h"
#include "mc-work-year-private.h"

#define FRIDAY 5
#define SATURDAY 6

struct _McWorkCalendar
{
  GObject parent_instance;

  McRuleBook *book;
  GStrv topics;
  GPtrArray *overrides; /* McDayOverride, by day */
  GPtrArray *times;     /* McSessionTime */
  GPtrArray *saturdays; /* McSaturdayField */
  GHashTable *years;    /* int → McWorkYear */
};

G_DEFINE_FINAL_TYPE (McWorkCalendar, mc_work_calendar, G_TYPE_OBJECT)

static const McEnumValue kinds[] = {
  { "working", N_ ("Working day") },
  { "weekend", N_ ("Weekend") },
  { "holiday", N_ ("Holiday") },
  { "make_up", N_ ("Day off in lieu") },
  { "swapped_off", N_ ("Day off in exchange") },
  { "swapped_work", N_ ("Worked in exchange") },
  { "half_day", N_ ("Half a day") },
  { NULL, NULL },
};

const char *
mc_work_day_kind_get_name (McWorkDayKind kind)
{
  return kinds[kind].text;
}

const char *
mc_work_day_kind_get_label (McWorkDayKind kind)
{
  return mc_enum_label (kinds, kind);
}

gboolean
mc_work_day_is_off (const McWorkDay *self)
{
  return !self->works[MC_DAY_SESSION_MORNING] && !self->works[MC_DAY_SESSION_AFTERNOON];
}

static void
mc_work_calendar_finalize (GObject *object)
{
  McWorkCalendar *self = MC_WORK_CALENDAR (object);

  g_hash_table_unref (self->years);
  g_ptr_array_unref (self->overrides);
  g_ptr_array_unref (self->times);
  g_ptr_array_unref (self->saturdays);
  g_strfreev (self->topics);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (mc_work_calendar_parent_class)->finalize (object);
}

static void
mc_work_calendar_class_init (McWorkCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_work_calendar_finalize;
}

static void
mc_work_calendar_init (McWorkCalendar *self)
{
  self->years = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)mc_work_year_free);
}

/* Copies, for rows of live lists change in place. */
static GPtrArray *
copy_rows (GListModel *rows)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (rows, i);

      g_ptr_array_add (copies, mc_entity_clone (row));
    }
  return copies;
}

static int
compare_overrides (gconstpointer a, gconstpointer b)
{
  const McDayOverride *one = *(gconstpointer const *)a, *other = *(gconstpointer const *)b;

  return one->day != other->day ? (one->day < other->day ? -1 : 1) : (int)one->session - (int)other->session;
}

McWorkCalendar *
mc_work_calendar_new (McRuleBook *book, GListModel *overrides, GListModel *times, GListModel *saturdays)
{
  McWorkCalendar *self = g_object_new (MC_TYPE_WORK_CALENDAR, NULL);

  g_return_val_if_fail (MC_IS_RULE_BOOK (book), self);

  self->book = g_object_ref (book);
  self->topics = mc_rule_book_list_topics (book, "calendar.holiday.");
  self->overrides = copy_rows (overrides);
  g_ptr_array_sort (self->overrides, compare_overrides);
  self->times = copy_rows (times);
  self->saturdays = copy_rows (saturdays);
  return self;
}

static McWorkYear *
get_year (McWorkCalendar *self, int year)
{
  McWorkYear *days = g_hash_table_lookup (self->years, GINT_TO_POINTER (year));

  if (!days)
    {
      days = mc_work_year_new (self->book, (const char *const *)self->topics, self->overrides, year);
      g_hash_table_insert (self->years, GINT_TO_POINTER (year), days);
    }
  return days;
}

const McWorkDay *
mc_work_calendar_get (McWorkCalendar *self, McDay day)
{
  McWorkYear *days;
  int year;

  g_return_val_if_fail (MC_IS_WORK_CALENDAR (self), NULL);
  g_return_val_if_fail (day != MC_DAY_NONE, NULL);

  mc_day_split (day, &year, NULL, NULL);
  days = get_year (self, year);
  return &days->days[day - days->first];
}

gboolean
mc_work_calendar_works (McWorkCalendar *self, McDay day, McDaySession session)
{
  return mc_work_calendar_get (self, day)->works[session];
}

int
mc_work_calendar_count_session (McWorkCalendar *self, McPeriod period, McDaySession session)
{
  int n = 0;

  g_return_val_if_fail (period.from != MC_DAY_NONE && period.until != MC_DAY_NONE, 0);

  for (McDay day = period.from; day < period.until; day++)
    n += mc_work_calendar_works (self, day, session);
  return n;
}

int
mc_work_calendar_count (McWorkCalendar *self, McPeriod period)
{
  return mc_work_calendar_count_session (self, period, MC_DAY_SESSION_MORNING) +
         mc_work_calendar_count_session (self, period, MC_DAY_SESSION_AFTERNOON);
}

McDay
mc_work_calendar_next (McWorkCalendar *self, McDay day, int step)
{
  McDay next = day + step;

  g_return_val_if_fail (step == 1 || step == -1, day);

  while (mc_work_day_is_off (mc_work_calendar_get (self, next)))
    next += step;
  return next;
}

McDay
mc_work_calendar_next_session (McWorkCalendar *self, McDay day, int minutes, McDaySession *session)
{
  McClockSpan span;

  for (McDay next = day;; next++)
    for (int part = 0; part < MC_DAY_SESSIONS; part++)
      {
        *session = (McDaySession)part;
        if (!mc_work_calendar_works (self, next, *session))
          continue;
        if (next > day || !mc_work_calendar_get_times (self, MC_HOURS_OFFICE, next, *session, &span) ||
            minutes < span.ends)
          return next;
      }
}

GPtrArray *
mc_work_calendar_list (McWorkCalendar *self, int year)
{
  GPtrArray *list = g_ptr_array_new ();
  McWorkYear *days;

  g_return_val_if_fail (MC_IS_WORK_CALENDAR (self), list);
  g_return_val_if_fail (year >= 1 && year <= 9999, list);

  days = get_year (self, year);
  for (int i = 0; i < days->n_days; i++)
    if (days->days[i].kind != MC_WORK_DAY_WORKING && days->days[i].kind != MC_WORK_DAY_WEEKEND)
      g_ptr_array_add (list, &days->days[i]);
  return list;
}

gboolean
mc_work_calendar_serves (McWorkCalendar *self, gint64 field, McDay day, McDaySession session)
{
  const McWorkDay *is = mc_work_calendar_get (self, day);

  if (is->works[session])
    return TRUE;
  if (mc_day_weekday (day) != SATURDAY || session != MC_DAY_SESSION_MORNING || is->kind != MC_WORK_DAY_WEEKEND)
    return FALSE;
  for (guint i = 0; i < self->saturdays->len; i++)
    {
      const McSaturdayField *row = self->saturdays->pdata[i];

      if ((field == 0 || row->field_id == field) && mc_period_contains (row->during, day))
        return TRUE;
    }
  return FALSE;
}

static const McSessionTime *
find_time (McWorkCalendar *self, McHours hours, McDay day, int weekday, McDaySession session)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      const McSessionTime *row = self->times->pdata[i];

      if (row->purpose == hours && row->session == session && weekday >= row->first_weekday &&
          weekday <= row->last_weekday && mc_period_contains (row->during, day))
        return row;
    }
  return NULL;
}

/* A Saturday or a Sunday without times of its own has those of Friday. */
static const McSessionTime *
find_time_of_day (McWorkCalendar *self, McHours hours, McDay day, McDaySession session)
{
  int weekday = mc_day_weekday (day);
  const McSessionTime *time = find_time (self, hours, day, weekday, session);

  return !time && weekday > FRIDAY ? find_time (self, hours, day, FRIDAY, session) : time;
}

static gboolean
take_time (const McSessionTime *time, McClockSpan *span)
{
  if (!time)
    return FALSE;
  span->starts = mc_clock_parse (time->starts);
  span->ends = mc_clock_parse (time->ends);
  return TRUE;
}

gboolean
mc_work_calendar_get_times (McWorkCalendar *self, McHours hours, McDay day, McDaySession session, McClockSpan *span)
{
  return mc_work_calendar_serves (self, 0, day, session) &&
         take_time (find_time_of_day (self, hours, day, session), span);
}

static int
days_apart (McPeriod during, McDay day)
{
  if (mc_period_contains (during, day))
    return 0;
  return during.from != MC_DAY_NONE && day < during.from ? during.from - day : day - during.until + 1;
}

static const McSessionTime *
find_nearest_time (McWorkCalendar *self, McHours hours, McDay day, McDaySession session)
{
  const McSessionTime *found = NULL;

  for (guint i = 0; i < self->times->len; i++)
    {
      const McSessionTime *row = self->times->pdata[i];

      if (row->purpose == hours && row->session == session &&
          (!found || days_apart (row->during, day) < days_apart (found->during, day)))
        found = row;
    }
  return found;
}

gboolean
mc_work_calendar_get_usual_times (
    McWorkCalendar *self, McHours hours, McDay day, McDaySession session, McClockSpan *span)
{
  const McSessionTime *time = find_time_of_day (self, hours, day, session);

  return take_time (time ? time : find_nearest_time (self, hours, day, session), span);
}
