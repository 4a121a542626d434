/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-model-private.h"

#include <math.h>

/* The families that follow one person through the days. */

/* What the terms of a succession are priced by: a pair of cells. */
static void
forbid_pairs (McRosterModel *self, const McRosterRule *rule, guint person, guint session, guint later)
{
  guint n, m;
  const McRosterCellColumn *first = mc_roster_model_cells (self, person, session, &n);
  const McRosterCellColumn *second = mc_roster_model_cells (self, person, later, &m);

  for (guint i = 0; i < n; i++)
    {
      mc_roster_model_begin (self);
      for (guint j = 0; j < m; j++)
        if (mc_roster_problem_forbids (self->problem, session, (guint)first[i].duty, later, (guint)second[j].duty))
          mc_roster_model_term (self, second[j].column, 1);
      if (mc_roster_model_is_empty (self))
        continue;
      mc_roster_model_term (self, first[i].column, 1);
      mc_roster_model_end (self, rule, -INFINITY, 1, 1);
    }
}

/* Whether all that may not follow @a may not follow @b either. */
static gboolean
forbids_as_much (
    const McRosterModel *self, guint session, guint a, guint later, guint b, const McRosterCellColumn *second, guint m)
{
  for (guint j = 0; j < m; j++)
    if (mc_roster_problem_forbids (self->problem, session, a, later, (guint)second[j].duty) &&
        !mc_roster_problem_forbids (self->problem, session, b, later, (guint)second[j].duty))
      return FALSE;
  return TRUE;
}

/* The same as cliques, which bind closer: all duties after which none of a set may come, with the set. */
static void
forbid_cliques (McRosterModel *self, guint person, guint session, guint later)
{
  guint n, m;
  const McRosterCellColumn *first = mc_roster_model_cells (self, person, session, &n);
  const McRosterCellColumn *second = mc_roster_model_cells (self, person, later, &m);

  for (guint i = 0; i < n; i++)
    {
      guint duty = (guint)first[i].duty;
      gboolean told = FALSE;

      mc_roster_model_begin (self);
      for (guint j = 0; j < m; j++)
        if (mc_roster_problem_forbids (self->problem, session, duty, later, (guint)second[j].duty))
          mc_roster_model_term (self, second[j].column, 1);
      if (mc_roster_model_is_empty (self))
        continue;
      for (guint k = 0; k < n; k++)
        if (forbids_as_much (self, session, duty, later, (guint)first[k].duty, second, m))
          {
            mc_roster_model_term (self, first[k].column, 1);
            told |= k < i && forbids_as_much (self, session, (guint)first[k].duty, later, duty, second, m);
          }
      if (!told)
        mc_roster_model_end_with (self, MC_ROSTER_NONE, 1);
    }
}

static void
follow_eve (McRosterModel *self, const McRosterRule *rule, guint person)
{
  gint last = mc_roster_person (self->problem, person)->last_duty;

  for (guint s = 0; last != MC_ROSTER_FREE && s < self->problem->sessions->len &&
                    mc_roster_session (self->problem, s)->day_index == 0;
       s++)
    {
      guint n;
      const McRosterCellColumn *cells = mc_roster_model_cells (self, person, s, &n);

      for (guint i = 0; i < n; i++)
        if (mc_roster_problem_forbids_first (self->problem, (guint)last, (guint)cells[i].duty))
          mc_roster_model_forbid (self, rule, cells[i].column, 1);
    }
}

void
mc_roster_model_add_succession (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; problem->successions->len && p < problem->people->len; p++)
    {
      if (!mc_roster_model_has (self, rule, p))
        continue;
      follow_eve (self, rule, p);
      for (guint s = 0; s < problem->sessions->len; s++)
        for (guint t = s + 1; t < problem->sessions->len &&
                              mc_roster_session (problem, t)->day <= mc_roster_session (problem, s)->day + 1;
             t++)
          {
            if (rule->hard && !self->elastic)
              forbid_cliques (self, p, s, t);
            else
              forbid_pairs (self, rule, p, s, t);
          }
    }
}

static gboolean
is_too_close (const McRosterModel *self,
              const McRosterRule *rule,
              const McRosterCellColumn *a,
              const McRosterCellColumn *b)
{
  gint64 days = mc_roster_session (self->problem, b->session)->day - mc_roster_session (self->problem, a->session)->day;
  gint start, finish, unused;

  mc_roster_problem_times (self->problem, a->session, (guint)a->duty, &unused, &finish);
  mc_roster_problem_times (self->problem, b->session, (guint)b->duty, &start, &unused);
  return days * 24 * 60 + start - finish < rule->least;
}

/* One day and the next: all pairs of their cells share what they are missed by, as a night's rest is broken once. */
static void
rest_between (McRosterModel *self, const McRosterRule *rule, guint person, guint first, guint second, guint end)
{
  gint slack = MC_ROSTER_NONE;

  for (guint s = first; s < second; s++)
    for (guint t = second; t < end; t++)
      {
        guint n, m;
        const McRosterCellColumn *before = mc_roster_model_cells (self, person, s, &n);
        const McRosterCellColumn *after = mc_roster_model_cells (self, person, t, &m);

        for (guint i = 0; i < n; i++)
          {
            mc_roster_model_begin (self);
            for (guint j = 0; j < m; j++)
              if (is_too_close (self, rule, &before[i], &after[j]))
                mc_roster_model_term (self, after[j].column, 1);
            if (mc_roster_model_is_empty (self))
              continue;
            mc_roster_model_term (self, before[i].column, 1);
            if (slack == MC_ROSTER_NONE)
              slack = mc_roster_model_slack (self, rule, 1);
            mc_roster_model_end_with (self, slack, 1);
          }
      }
}

/* The night before the first day. Only a duty with times of its own says when it ended. */
static void
rest_after_eve (McRosterModel *self, const McRosterRule *rule, guint person, guint end)
{
  gint last = mc_roster_person (self->problem, person)->last_duty;
  gint slack = MC_ROSTER_NONE;

  if (last == MC_ROSTER_FREE || mc_roster_duty (self->problem, last)->finish < 0)
    return;
  for (guint s = 0; s < end; s++)
    {
      guint n;
      const McRosterCellColumn *cells = mc_roster_model_cells (self, person, s, &n);

      mc_roster_model_begin (self);
      for (guint i = 0; i < n; i++)
        {
          gint start, finish;

          mc_roster_problem_times (self->problem, s, (guint)cells[i].duty, &start, &finish);
          if (24 * 60 + start - mc_roster_duty (self->problem, last)->finish < rule->least)
            mc_roster_model_term (self, cells[i].column, 1);
        }
      if (mc_roster_model_is_empty (self))
        continue;
      if (slack == MC_ROSTER_NONE)
        slack = mc_roster_model_slack (self, rule, 1);
      mc_roster_model_end_with (self, slack, 0);
    }
}

void
mc_roster_model_add_rest (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; p < problem->people->len; p++)
    {
      guint n, m;

      if (!mc_roster_model_has (self, rule, p))
        continue;
      mc_roster_problem_day_sessions (problem, 0, &n);
      rest_after_eve (self, rule, p, n);
      for (guint d = 1; d < mc_roster_problem_n_days (problem); d++)
        {
          guint before = mc_roster_problem_day_sessions (problem, d - 1, &m);
          guint first = mc_roster_problem_day_sessions (problem, d, &n);

          rest_between (self, rule, p, before, first, first + n);
        }
    }
}

static gboolean
same_span (const McRosterRule *rule, const McRosterSession *a, const McRosterSession *b)
{
  int year[2], month[2];

  switch (rule->span)
    {
    case MC_ROSTER_SPAN_DAY:
      return a->day == b->day;
    case MC_ROSTER_SPAN_WEEK:
      return a->week_index == b->week_index;
    case MC_ROSTER_SPAN_MONTH:
      mc_day_split (a->day, &year[0], &month[0], NULL);
      mc_day_split (b->day, &year[1], &month[1], NULL);
      return year[0] == year[1] && month[0] == month[1];
    case MC_ROSTER_SPAN_HORIZON:
    default:
      return TRUE;
    }
}

/* A column that is 1 if a person has one of the scope's cells on a day, or MC_ROSTER_NONE. */
static gint
scoped_day (McRosterModel *self, const McRosterRule *rule, guint person, guint day_index)
{
  guint n, first = mc_roster_problem_day_sessions (self->problem, day_index, &n);
  g_autoptr (GArray) all = NULL;
  gint day;

  if (!rule->duties && !rule->sessions)
    return mc_roster_model_worked (self, person, day_index);
  mc_roster_model_begin (self);
  for (guint s = first; s < first + n; s++)
    if (mc_roster_scope_has (rule->sessions, s))
      mc_roster_model_cell_terms (self, rule, person, s, -1);
  if (mc_roster_model_is_empty (self))
    return MC_ROSTER_NONE;
  if (self->certain < 0)
    return MC_ROSTER_ONE;
  all = g_array_copy (self->columns);
  day = (gint)mc_highs_add_column (self->highs, 0, 0, 1, FALSE);
  mc_roster_model_term (self, day, 1);
  mc_roster_model_end_with (self, MC_ROSTER_NONE, 0);
  for (guint i = 0; i < all->len; i++)
    {
      mc_roster_model_begin (self);
      mc_roster_model_term (self, g_array_index (all, int, i), 1);
      mc_roster_model_term (self, day, -1);
      mc_roster_model_end_with (self, MC_ROSTER_NONE, 0);
    }
  return day;
}

/* Terms of the span that begins at session @s; returns where the next one does. */
static guint
count_span (McRosterModel *self, const McRosterRule *rule, guint person, guint s)
{
  const McRosterProblem *problem = self->problem;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint));
  guint end = s;

  while (end < problem->sessions->len &&
         same_span (rule, mc_roster_session (problem, s), mc_roster_session (problem, end)))
    end++;
  for (guint t = s; rule->unit == MC_ROSTER_COUNT_DAYS && t < end; t++)
    if (t == s || mc_roster_session (problem, t)->day != mc_roster_session (problem, t - 1)->day)
      {
        gint day = scoped_day (self, rule, person, mc_roster_session (problem, t)->day_index);

        g_array_append_val (days, day);
      }
  mc_roster_model_begin (self);
  for (guint i = 0; i < days->len; i++)
    mc_roster_model_term (self, g_array_index (days, gint, i), 1);
  for (guint t = s; rule->unit != MC_ROSTER_COUNT_DAYS && t < end; t++)
    {
      guint n;
      const McRosterCellColumn *cells = mc_roster_model_cells (self, person, t, &n);

      for (guint i = 0; mc_roster_scope_has (rule->sessions, t) && i < n; i++)
        if (mc_roster_scope_has (rule->duties, (guint)cells[i].duty))
          mc_roster_model_term (
              self, cells[i].column,
              rule->unit == MC_ROSTER_COUNT_MINUTES ? mc_roster_problem_minutes (problem, t, (guint)cells[i].duty) : 1);
    }
  return end;
}

void
mc_roster_model_add_count (McRosterModel *self, const McRosterRule *rule)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    for (guint s = 0; mc_roster_model_has (self, rule, p) && s < self->problem->sessions->len;)
      {
        s = count_span (self, rule, p, s);
        mc_roster_model_end (self, rule, rule->least >= 0 ? rule->least : -INFINITY,
                             rule->most >= 0 ? rule->most : INFINITY, 1);
      }
}

/* A day's column, or what it certainly is: the same marks as of mc_roster_model_worked(). */
#define OFF MC_ROSTER_NONE
#define ON MC_ROSTER_ONE

/* One person's calendar: what is known of each day, the eve's run before it included. */
typedef struct
{
  GArray *columns;   /* gint: the column “works”, or ON or OFF where that is certain */
  guint eve;         /* how many days of the eve stand first */
  gboolean is_known; /* the day before them is of the other sort */
} Calendar;

/* As far as the eve's run is of the sort that is asked for, it is put before the first day. */
static void
make_calendar (McRosterModel *self, guint person, gboolean worked, Calendar *calendar)
{
  const McRosterPerson *row = mc_roster_person (self->problem, person);
  McDay day = mc_roster_session (self->problem, 0)->day;
  gint same = worked ? ON : OFF;
  guint n;

  calendar->columns = g_array_new (FALSE, FALSE, sizeof (gint));
  calendar->eve = worked ? row->run : row->off_run;
  calendar->is_known = row->run || row->off_run;
  for (guint i = 0; i < calendar->eve; i++)
    g_array_append_val (calendar->columns, same);
  for (guint d = 0; d < mc_roster_problem_n_days (self->problem); day++)
    {
      McDay listed = mc_roster_session (self->problem, mc_roster_problem_day_sessions (self->problem, d, &n))->day;
      gint column = listed == day ? mc_roster_model_worked (self, person, d++) : OFF;

      g_array_append_val (calendar->columns, column);
    }
}

/* Adds @value for each day of the calendar that is of the sort; returns what is certain of it. */
static gint
day_term (McRosterModel *self, const Calendar *calendar, gint at, gboolean worked, double value)
{
  gint column = at < 0 ? (worked ? OFF : ON) : g_array_index (calendar->columns, gint, at);

  if (column == ON || column == OFF)
    return (column == ON) == worked ? (gint)value : 0;
  mc_roster_model_term (self, column, worked ? value : -value);
  return worked ? 0 : (gint)value;
}

/* No window of one day more than the most is of the sort throughout. */
static void
add_most (McRosterModel *self, const McRosterRule *rule, const Calendar *calendar, gboolean worked)
{
  gint most = rule->most;

  for (gint end = MAX ((gint)calendar->eve, most); most >= 0 && end < (gint)calendar->columns->len; end++)
    {
      gint certain = 0;

      mc_roster_model_begin (self);
      for (gint at = end - most; at <= end; at++)
        certain += day_term (self, calendar, at, worked, 1);
      mc_roster_model_end (self, rule, -INFINITY, most - certain, 1);
    }
}

/* No run of k days, k below the least, with days of the other sort on both sides. */
static void
add_least (McRosterModel *self, const McRosterRule *rule, const Calendar *calendar, gboolean worked)
{
  gint n = (gint)calendar->columns->len;

  for (gint k = 1; k < rule->least; k++)
    for (gint start = 0; start + k < n; start++)
      {
        gint certain = 0;

        if ((start == 0 && !calendar->is_known) || start + k <= (gint)calendar->eve)
          continue;
        mc_roster_model_begin (self);
        certain += day_term (self, calendar, start - 1, worked, 1);
        for (gint at = start; at < start + k; at++)
          certain += day_term (self, calendar, at, worked, -1);
        certain += day_term (self, calendar, start + k, worked, 1);
        mc_roster_model_end (self, rule, 1 - k - certain, INFINITY, rule->least - k);
      }
}

static void
add_runs (McRosterModel *self, const McRosterRule *rule, gboolean worked)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    {
      Calendar calendar;

      if (!mc_roster_model_has (self, rule, p))
        continue;
      make_calendar (self, p, worked, &calendar);
      add_most (self, rule, &calendar, worked);
      add_least (self, rule, &calendar, worked);
      g_array_unref (calendar.columns);
    }
}

void
mc_roster_model_add_run (McRosterModel *self, const McRosterRule *rule)
{
  add_runs (self, rule, TRUE);
}

void
mc_roster_model_add_off_run (McRosterModel *self, const McRosterRule *rule)
{
  add_runs (self, rule, FALSE);
}

void
mc_roster_model_add_weekends (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;
  g_autofree gint *weekends = g_new (gint, mc_roster_problem_n_weeks (problem) + 1);

  for (guint p = 0; p < problem->people->len; p++)
    {
      if (!mc_roster_model_has (self, rule, p))
        continue;
      for (guint w = 0; w < mc_roster_problem_n_weeks (problem); w++)
        weekends[w] = MC_ROSTER_NONE;
      for (guint d = 0; d < mc_roster_problem_n_days (problem); d++)
        {
          guint n, first = mc_roster_problem_day_sessions (problem, d, &n);
          const McRosterSession *session = mc_roster_session (problem, first);
          gint day = mc_day_weekday (session->day) >= 6 ? mc_roster_model_worked (self, p, d) : MC_ROSTER_NONE;

          if (day == MC_ROSTER_NONE)
            continue;
          if (weekends[session->week_index] == MC_ROSTER_NONE)
            weekends[session->week_index] = (gint)mc_highs_add_column (self->highs, 0, 0, 1, FALSE);
          mc_roster_model_begin (self);
          mc_roster_model_term (self, day, 1);
          mc_roster_model_term (self, weekends[session->week_index], -1);
          mc_roster_model_end_with (self, MC_ROSTER_NONE, 0);
        }
      mc_roster_model_begin (self);
      for (guint w = 0; w < mc_roster_problem_n_weeks (problem); w++)
        mc_roster_model_term (self, weekends[w], 1);
      mc_roster_model_end (self, rule, -INFINITY, MAX (0, rule->most - mc_roster_person (problem, p)->weekends), 1);
    }
}
