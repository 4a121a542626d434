/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-work-year-private.h"

#include "mc-lunar.h"

/* What one holiday is about in one year. */
typedef struct
{
  const McRule *rule;
  McDay day;  /* the day that the law names */
  int days;   /* how many there are */
  int before; /* how many of them lie before it, without a notice */
  int reach;  /* how far from it a notice may put them */
} Holiday;

static McWorkDay *
get_day (McWorkYear *self, McDay day)
{
  return day >= self->first && day < self->first + self->n_days ? &self->days[day - self->first] : NULL;
}

static void
set_works (McWorkDay *day, gboolean works)
{
  for (int i = 0; i < MC_DAY_SESSIONS; i++)
    day->works[i] = works;
}

static gboolean
is_rest_day (McRuleBook *book, McDay day)
{
  const McRule *week = mc_rule_book_find (book, "calendar.week", day);

  return mc_day_weekday (day) > (week ? mc_rule_get_int (week, "work_days", 5) : 5);
}

static void
lay_weeks (McWorkYear *self, McRuleBook *book)
{
  for (int i = 0; i < self->n_days; i++)
    {
      McWorkDay *day = &self->days[i];

      day->day = self->first + i;
      day->because_of = MC_DAY_NONE;
      day->kind = is_rest_day (book, day->day) ? MC_WORK_DAY_WEEKEND : MC_WORK_DAY_WORKING;
      set_works (day, day->kind == MC_WORK_DAY_WORKING);
    }
}

/* --- Holidays by law --- */

static McDay
named_day (const McRule *rule, int year)
{
  int month = mc_rule_get_int (rule, "month", 0), day = mc_rule_get_int (rule, "day", 0);

  if (mc_rule_get_bool (rule, "lunar"))
    return mc_lunar_to_day ((McLunarDay){ year, month, day, FALSE });
  return mc_day_new (year, month, day);
}

/* How far it is from @day to the next rest day, walking by @step. */
static int
distance_to_rest (McRuleBook *book, McDay day, int step)
{
  int n = 0;

  while (n < 7 && !is_rest_day (book, day + n * step))
    n++;
  return n;
}

/* The day before or after is off too: the one that would be worked and is nearer to the weekend; else the one before.
 */
static int
choose_adjacent (McRuleBook *book, McDay day)
{
  gboolean rest_before = is_rest_day (book, day - 1), rest_after = is_rest_day (book, day + 1);

  if (rest_before != rest_after)
    return rest_before ? 0 : 1;
  return distance_to_rest (book, day + 1, 1) < distance_to_rest (book, day - 1, -1) ? 0 : 1;
}

static gboolean
find_holiday (McRuleBook *book, const char *topic, int year, Holiday *holiday)
{
  McDay day = MC_DAY_NONE;

  /* The rule in force on the day itself decides; it is found by the day that any of its versions names. */
  for (int month = 1; month <= 12 && day == MC_DAY_NONE; month++)
    {
      const McRule *rule = mc_rule_book_find (book, topic, mc_day_new (year, month, 1));

      day = rule ? named_day (rule, year) : MC_DAY_NONE;
    }
  holiday->rule = day == MC_DAY_NONE ? NULL : mc_rule_book_find (book, topic, day);
  holiday->day = holiday->rule ? named_day (holiday->rule, year) : MC_DAY_NONE;
  if (holiday->day == MC_DAY_NONE)
    return FALSE;
  holiday->days = mc_rule_get_int (holiday->rule, "days", 1);
  holiday->reach = mc_rule_get_int (holiday->rule, "reach", 0);
  holiday->before = mc_rule_get_bool (holiday->rule, "adjacent") ? choose_adjacent (book, holiday->day)
                                                                 : mc_rule_get_int (holiday->rule, "before", 0);
  return TRUE;
}

static void
set_holiday (McWorkYear *self, const Holiday *holiday, McDay on)
{
  McWorkDay *day = get_day (self, on);

  /* Where two fall on one day, the first keeps its name: no rule says what becomes of the other. */
  if (!day || day->kind == MC_WORK_DAY_HOLIDAY)
    return;
  day->kind = MC_WORK_DAY_HOLIDAY;
  day->name = mc_rule_get_string (holiday->rule, "name");
  day->source = mc_rule_get_citation (holiday->rule);
  day->assumed = holiday->days > 1 && on != holiday->day;
  self->holidays[on - self->first] = holiday->rule;
  set_works (day, FALSE);
}

static gboolean
has_notice (const GPtrArray *overrides, const Holiday *holiday)
{
  for (guint i = 0; i < overrides->len; i++)
    {
      const McDayOverride *row = overrides->pdata[i];

      if (row->kind == MC_DAY_KIND_HOLIDAY && ABS (row->day - holiday->day) <= holiday->reach)
        return TRUE;
    }
  return FALSE;
}

static void
lay_holiday (McWorkYear *self, const GPtrArray *overrides, const Holiday *holiday)
{
  McDay first = holiday->day - holiday->before;

  if (!has_notice (overrides, holiday))
    {
      for (McDay day = first; day < first + holiday->days; day++)
        set_holiday (self, holiday, day);
      return;
    }
  for (guint i = 0; i < overrides->len; i++)
    {
      const McDayOverride *row = overrides->pdata[i];

      if (row->kind == MC_DAY_KIND_HOLIDAY && ABS (row->day - holiday->day) <= holiday->reach)
        set_holiday (self, holiday, row->day);
    }
}

/* --- What notices say --- */

static void
take_words (McWorkDay *day, const McDayOverride *row)
{
  day->name = row->name;
  day->source = row->document_no;
  day->by_notice = TRUE;
  day->assumed = FALSE;
  day->because_of = row->exchanged_with;
}

static void
lay_noticed_holidays (McWorkYear *self, const GPtrArray *overrides)
{
  for (guint i = 0; i < overrides->len; i++)
    {
      const McDayOverride *row = overrides->pdata[i];
      McWorkDay *day = get_day (self, row->day);

      if (!day || row->kind != MC_DAY_KIND_HOLIDAY)
        continue;
      day->kind = MC_WORK_DAY_HOLIDAY;
      set_works (day, FALSE);
      take_words (day, row);
    }
}

static void
lay_half_day (McWorkDay *day, const McDayOverride *row)
{
  if (!day->by_notice)
    set_works (day, FALSE);
  if (day->kind == MC_WORK_DAY_WEEKEND)
    day->kind = MC_WORK_DAY_SWAPPED_WORK;
  else if (day->kind != MC_WORK_DAY_SWAPPED_WORK)
    day->kind = MC_WORK_DAY_HALF;
  day->works[row->session == MC_HALF_DAY_MORNING ? MC_DAY_SESSION_MORNING : MC_DAY_SESSION_AFTERNOON] = TRUE;
  take_words (day, row);
}

static void
lay_notices (McWorkYear *self, const GPtrArray *overrides)
{
  for (guint i = 0; i < overrides->len; i++)
    {
      const McDayOverride *row = overrides->pdata[i];
      McWorkDay *day = get_day (self, row->day);

      if (!day || row->kind == MC_DAY_KIND_HOLIDAY)
        continue;
      if (row->kind == MC_DAY_KIND_HALF_DAY)
        lay_half_day (day, row);
      if (day->by_notice)
        continue;
      /* A day off that is a rest day anyway changes nothing. */
      if (row->kind == MC_DAY_KIND_OFF && day->kind == MC_WORK_DAY_WEEKEND)
        continue;
      if (row->kind == MC_DAY_KIND_WORKED)
        day->kind = MC_WORK_DAY_SWAPPED_WORK;
      else
        day->kind = row->exchanged_with == MC_DAY_NONE ? MC_WORK_DAY_MAKE_UP : MC_WORK_DAY_SWAPPED_OFF;
      set_works (day, row->kind == MC_DAY_KIND_WORKED);
      take_words (day, row);
    }
}

/* --- Holidays on rest days (Labour Code, Article 111.3) --- */

static const McDayOverride *
find_row (const GPtrArray *overrides, McDay day)
{
  for (guint i = 0; i < overrides->len; i++)
    if (((McDayOverride *)overrides->pdata[i])->day == day)
      return overrides->pdata[i];
  return NULL;
}

/* The next working day that no notice has given another meaning. */
static McWorkDay *
find_make_up (McWorkYear *self, const GPtrArray *overrides, McDay after, const McDayOverride **row)
{
  for (McDay on = after + 1;; on++)
    {
      McWorkDay *day = get_day (self, on);

      if (!day)
        return NULL;
      if (day->kind != MC_WORK_DAY_WORKING)
        continue;
      *row = find_row (overrides, on);
      if (!*row || ((*row)->kind == MC_DAY_KIND_OFF && (*row)->exchanged_with == MC_DAY_NONE))
        return day;
    }
}

static void
make_up (McWorkYear *self, McRuleBook *book, const GPtrArray *overrides, McWorkDay *holiday)
{
  const McRule *law = mc_rule_book_find (book, "calendar.make_up", holiday->day);
  const McRule *rule = self->holidays[holiday->day - self->first];
  const McDayOverride *row = NULL;
  McWorkDay *day;

  if (!law || !rule || !mc_rule_get_bool (rule, "make_up") || !is_rest_day (book, holiday->day))
    return;
  day = find_make_up (self, overrides, holiday->day, &row);
  if (!day)
    return;
  day->kind = MC_WORK_DAY_MAKE_UP;
  set_works (day, FALSE);
  if (row)
    take_words (day, row);
  else
    {
      g_autofree char *name = g_strjoin (" ", mc_rule_get_string (law, "name"), holiday->name, NULL);

      day->name = g_string_chunk_insert_const (self->texts, name);
      day->source = mc_rule_get_citation (law);
      day->assumed = mc_rule_get_int (rule, "days", 1) > 1 && !holiday->by_notice;
    }
  day->because_of = holiday->day;
}

/* --- The year --- */

McWorkYear *
mc_work_year_new (McRuleBook *book, const char *const *topics, const GPtrArray *overrides, int year)
{
  McWorkYear *self = g_new0 (McWorkYear, 1);

  self->first = mc_day_new (year, 1, 1);
  self->n_days = mc_day_new (year, 12, 31) - self->first + 1;
  self->texts = g_string_chunk_new (256);
  lay_weeks (self, book);
  for (guint i = 0; topics[i]; i++)
    {
      Holiday holiday;

      if (find_holiday (book, topics[i], year, &holiday))
        lay_holiday (self, overrides, &holiday);
    }
  lay_noticed_holidays (self, overrides);
  for (int i = 0; i < self->n_days; i++)
    if (self->days[i].kind == MC_WORK_DAY_HOLIDAY)
      make_up (self, book, overrides, &self->days[i]);
  lay_notices (self, overrides);
  return self;
}

void
mc_work_year_free (McWorkYear *self)
{
  g_string_chunk_free (self->texts);
  g_free (self);
}
