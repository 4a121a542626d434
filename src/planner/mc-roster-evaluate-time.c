/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluate-private.h"

/* The families that follow one person through the days. */

static gboolean
works_on (const McRosterAudit *self, guint person, guint day_index)
{
  guint n, first = mc_roster_problem_day_sessions (self->problem, day_index, &n);

  for (guint s = first; s < first + n; s++)
    if (mc_roster_solution_get (self->solution, person, s) != MC_ROSTER_FREE)
      return TRUE;
  return FALSE;
}

/* Which span of the rule a session lies in: equal for two sessions of the same one, and rising. */
static gint
span_of (const McRosterRule *rule, const McRosterSession *session)
{
  int year, month;

  switch (rule->span)
    {
    case MC_ROSTER_SPAN_DAY:
      return session->day;
    case MC_ROSTER_SPAN_WEEK:
      return (gint)session->week_index;
    case MC_ROSTER_SPAN_MONTH:
      mc_day_split (session->day, &year, &month, NULL);
      return year * 12 + month;
    case MC_ROSTER_SPAN_HORIZON:
    default:
      return 0;
    }
}

static void
close_span (McRosterAudit *self, guint person, guint session, gint sum)
{
  const McRosterRule *rule = self->rule;

  if (rule->least >= 0 && sum < rule->least)
    mc_roster_audit_at (self, (gint)person, (gint)session, MC_ROSTER_NONE, rule->least - sum);
  if (rule->most >= 0 && sum > rule->most)
    mc_roster_audit_at (self, (gint)person, (gint)session, MC_ROSTER_NONE, sum - rule->most);
}

static void
count_person (McRosterAudit *self, guint person)
{
  const McRosterProblem *problem = self->problem;
  McDay counted = MC_DAY_NONE;
  guint start = 0;
  gint sum = 0;

  for (guint s = 0; s < problem->sessions->len; s++)
    {
      const McRosterSession *session = mc_roster_session (problem, s);
      gint duty = mc_roster_audit_cell (self, person, s);

      if (s && span_of (self->rule, session) != span_of (self->rule, mc_roster_session (problem, s - 1)))
        {
          close_span (self, person, start, sum);
          start = s;
          sum = 0;
        }
      if (duty == MC_ROSTER_FREE)
        continue;
      if (self->rule->unit == MC_ROSTER_COUNT_MINUTES)
        sum += mc_roster_problem_minutes (problem, s, (guint)duty);
      else if (self->rule->unit == MC_ROSTER_COUNT_SESSIONS || counted != session->day)
        sum++;
      counted = session->day;
    }
  close_span (self, person, start, sum);
}

void
mc_roster_audit_count (McRosterAudit *self)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    if (mc_roster_scope_has (self->rule->people, p))
      count_person (self, p);
}

typedef struct
{
  guint length;      /* of the run so far, with what came over */
  guint beyond;      /* days of the horizon after the most */
  gboolean is_known; /* whether its first day is */
  guint first;       /* day of the horizon */
} Run;

static void
close_run (McRosterAudit *self, guint person, const Run *run, gboolean at_end)
{
  guint n, first = mc_roster_problem_day_sessions (self->problem, run->first, &n);
  gint least = self->rule->least;

  if (run->length == 0)
    return;
  mc_roster_audit_at (self, (gint)person, (gint)first, MC_ROSTER_NONE, run->beyond);
  if (!at_end && run->is_known && least >= 0 && run->length < (guint)least)
    mc_roster_audit_at (self, (gint)person, (gint)first, MC_ROSTER_NONE, least - (gint)run->length);
}

static void
extend_run (const McRosterAudit *self, Run *run, guint day_index)
{
  if (run->length == 0)
    run->first = day_index;
  run->length++;
  if (self->rule->most >= 0 && run->length > (guint)self->rule->most)
    run->beyond++;
}

/* Runs of days that are @worked, or off, in one person's calendar. */
static void
audit_runs_of (McRosterAudit *self, guint person, gboolean worked)
{
  const McRosterPerson *row = mc_roster_person (self->problem, person);
  guint n, last = mc_roster_problem_n_days (self->problem) - 1, d = 0;
  McDay day = mc_roster_session (self->problem, 0)->day;
  Run run = { .length = worked ? row->run : row->off_run, .is_known = row->run || row->off_run };
  gboolean goes_on = run.length > 0;

  for (;; day++)
    {
      McDay listed = mc_roster_session (self->problem, mc_roster_problem_day_sessions (self->problem, d, &n))->day;
      gboolean is = (listed == day && works_on (self, person, d)) == worked;

      if (is)
        extend_run (self, &run, d);
      else
        {
          if (!goes_on)
            close_run (self, person, &run, FALSE);
          run = (Run){ .is_known = TRUE };
        }
      goes_on = FALSE;
      if (listed == day && d++ == last)
        break;
    }
  close_run (self, person, &run, TRUE);
}

void
mc_roster_audit_run (McRosterAudit *self)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    if (mc_roster_scope_has (self->rule->people, p))
      audit_runs_of (self, p, TRUE);
}

void
mc_roster_audit_off_run (McRosterAudit *self)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    if (mc_roster_scope_has (self->rule->people, p))
      audit_runs_of (self, p, FALSE);
}

void
mc_roster_audit_weekends (McRosterAudit *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; p < self->solution->n_people; p++)
    {
      gint left = self->rule->most - mc_roster_person (problem, p)->weekends;
      guint counted = G_MAXUINT;

      for (guint s = 0; mc_roster_scope_has (self->rule->people, p) && s < problem->sessions->len; s++)
        {
          const McRosterSession *session = mc_roster_session (problem, s);

          if (mc_day_weekday (session->day) < 6 || session->week_index == counted ||
              mc_roster_solution_get (self->solution, p, s) == MC_ROSTER_FREE)
            continue;
          counted = session->week_index;
          if (left-- <= 0)
            mc_roster_audit_at (self, (gint)p, (gint)s, MC_ROSTER_NONE, 1);
        }
    }
}

static void
follow_person (McRosterAudit *self, guint person)
{
  const McRosterProblem *problem = self->problem;
  gint last = mc_roster_person (problem, person)->last_duty;

  for (guint s = 0; s < problem->sessions->len; s++)
    {
      gint first = mc_roster_solution_get (self->solution, person, s);

      if (first == MC_ROSTER_FREE)
        continue;
      if (last != MC_ROSTER_FREE && mc_roster_session (problem, s)->day_index == 0 &&
          mc_roster_problem_forbids_first (problem, (guint)last, (guint)first))
        mc_roster_audit_at (self, (gint)person, (gint)s, first, 1);
      for (guint t = s + 1;
           t < problem->sessions->len && mc_roster_session (problem, t)->day <= mc_roster_session (problem, s)->day + 1;
           t++)
        {
          gint second = mc_roster_solution_get (self->solution, person, t);

          if (second != MC_ROSTER_FREE && mc_roster_problem_forbids (problem, s, (guint)first, t, (guint)second))
            mc_roster_audit_at (self, (gint)person, (gint)t, second, 1);
        }
    }
}

void
mc_roster_audit_succession (McRosterAudit *self)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    if (mc_roster_scope_has (self->rule->people, p))
      follow_person (self, p);
}

/* When a person's work on a day begins and ends, in minutes after the first midnight of 1970; FALSE if there is none.
 */
static gboolean
times_of_day (const McRosterAudit *self, guint person, guint day_index, guint *session, gint64 *start, gint64 *finish)
{
  guint n, first = mc_roster_problem_day_sessions (self->problem, day_index, &n);
  gint64 midnight = (gint64)mc_roster_session (self->problem, first)->day * 24 * 60;
  gboolean works = FALSE;

  for (guint s = first; s < first + n; s++)
    {
      gint duty = mc_roster_solution_get (self->solution, person, s), from, to;

      if (duty == MC_ROSTER_FREE)
        continue;
      mc_roster_problem_times (self->problem, s, (guint)duty, &from, &to);
      *start = works ? MIN (*start, midnight + from) : midnight + from;
      *finish = works ? MAX (*finish, midnight + to) : midnight + to;
      *session = works ? *session : s;
      works = TRUE;
    }
  return works;
}

/* When the work of the eve ended, if the duty itself says so. */
static gboolean
finish_of_eve (const McRosterAudit *self, guint person, gint64 *finish)
{
  gint last = mc_roster_person (self->problem, person)->last_duty;

  if (last == MC_ROSTER_FREE || mc_roster_duty (self->problem, last)->finish < 0)
    return FALSE;
  *finish =
      ((gint64)mc_roster_session (self->problem, 0)->day - 1) * 24 * 60 + mc_roster_duty (self->problem, last)->finish;
  return TRUE;
}

void
mc_roster_audit_rest (McRosterAudit *self)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    {
      gint64 before = 0;
      gboolean worked = finish_of_eve (self, p, &before);

      for (guint d = 0; mc_roster_scope_has (self->rule->people, p) && d < mc_roster_problem_n_days (self->problem);
           d++)
        {
          gint64 start = 0, finish = 0;
          guint session = 0;
          gboolean works = times_of_day (self, p, d, &session, &start, &finish);

          if (worked && works && start - before < self->rule->least)
            mc_roster_audit_at (self, (gint)p, (gint)session, MC_ROSTER_NONE, 1);
          worked = works;
          before = finish;
        }
    }
}
