/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-fold.h"

#include "mc-roster-columns.h"

/* All shifts of a fold are as long as each other: nothing that is kept of the rules counts minutes. */
#define DAY_MINUTES 480

typedef struct
{
  const McRosterProblem *problem;
  const guint8 *members;
  McRosterFold *fold;
  gint *people; /* of each person of the problem: that of the fold, or MC_ROSTER_NONE */
  gint *duties; /* likewise */
} Folding;

static gboolean
limits_days (McRosterRuleKind kind)
{
  return kind == MC_ROSTER_RULE_RUN || kind == MC_ROSTER_RULE_OFF_RUN || kind == MC_ROSTER_RULE_WEEKENDS;
}

static gboolean
concerns (const Folding *self, const McRosterRule *rule)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    if (self->members[p] && mc_roster_scope_has (rule->people, p))
      return TRUE;
  return FALSE;
}

static gboolean
is_of_shifts (const Folding *self)
{
  for (guint r = 0; r < self->problem->rules->len; r++)
    {
      const McRosterRule *rule = mc_roster_rule (self->problem, r);

      if (rule->on && rule->hard && limits_days (rule->kind) && concerns (self, rule))
        return TRUE;
    }
  return FALSE;
}

/* --- Who, and what --- */

static void
add_people (Folding *self)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    {
      McRosterPerson person = *mc_roster_person (self->problem, p);

      self->people[p] = MC_ROSTER_NONE;
      if (!self->members[p])
        continue;
      person.unit = person.pool = MC_ROSTER_NONE;
      person.last_duty = person.last_duty == MC_ROSTER_FREE ? MC_ROSTER_FREE : 0;
      self->fold->people[self->fold->days->people->len] = p;
      self->people[p] = (gint)mc_roster_problem_add_person (self->fold->days, &person);
    }
}

static gboolean
is_done_by_members (const Folding *self, guint duty)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    for (guint s = 0; self->members[p] && s < self->problem->sessions->len; s++)
      {
        const McRosterPin *pin = mc_roster_problem_pin (self->problem, p, s);

        if (mc_roster_problem_may (self->problem, p, s, duty) || (pin && pin->duty == (gint)duty))
          return TRUE;
      }
  return FALSE;
}

static void
add_duties (Folding *self)
{
  for (guint d = 0; d < self->problem->duties->len; d++)
    {
      McRosterDuty duty = *mc_roster_duty (self->problem, d);

      self->duties[d] = MC_ROSTER_NONE;
      if (!is_done_by_members (self, d))
        continue;
      duty.minutes = DAY_MINUTES;
      self->fold->duties[self->fold->days->duties->len] = d;
      self->duties[d] = (gint)mc_roster_problem_add_duty (self->fold->days, &duty);
    }
}

/* --- When --- */

/* Whether anybody could have the seat; a seat without counts in no part (see the planner). */
static gboolean
is_lost (const Folding *self, guint session, guint duty)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    if (mc_roster_problem_may (self->problem, p, session, duty))
      return FALSE;
  return TRUE;
}

/* A duty that is needed in a part of the day, or by more people then, is none of whole days. */
static gboolean
add_need (Folding *self, guint day, guint first, guint n, guint duty)
{
  const McRosterNeed *need = mc_roster_problem_need (self->problem, first, duty);
  McRosterNeed whole = { .session = day, .duty = (guint)self->duties[duty] };

  for (guint s = first; s < first + n; s++)
    {
      const McRosterNeed *other = mc_roster_problem_need (self->problem, s, duty);

      if (!need != !other || (need && (need->wanted != other->wanted || need->most != other->most)))
        return FALSE;
      if (other && !is_lost (self, s, duty))
        whole.under += other->under;
      if (other)
        whole.over += other->over;
    }
  if (need)
    {
      whole.wanted = need->wanted;
      whole.most = need->most;
      mc_roster_problem_add_need (self->fold->days, &whole);
    }
  return TRUE;
}

static gboolean
add_days (Folding *self)
{
  for (guint day = 0; day < mc_roster_problem_n_days (self->problem); day++)
    {
      guint n, first = mc_roster_problem_day_sessions (self->problem, day, &n);
      const McRosterSession *morning = mc_roster_session (self->problem, first);

      mc_roster_problem_add_session (self->fold->days, morning->day, 0, morning->flags, morning->start,
                                     mc_roster_session (self->problem, first + n - 1)->finish);
      for (guint d = 0; d < self->problem->duties->len; d++)
        if (self->duties[d] != MC_ROSTER_NONE && !add_need (self, day, first, n, d))
          return FALSE;
    }
  return TRUE;
}

/* A person may have a duty on a day if in all of its sessions; this says leave, competence and free pins at once. */
static void
add_skills (Folding *self, guint person, guint day, guint first, guint n)
{
  for (guint d = 0; d < self->problem->duties->len; d++)
    {
      gboolean may = self->duties[d] != MC_ROSTER_NONE;

      for (guint s = first; may && s < first + n; s++)
        may = mc_roster_problem_may (self->problem, person, s, d);
      if (may)
        mc_roster_problem_add_skill (self->fold->days, &(McRosterSkill){ .person = (guint)self->people[person],
                                                                         .duty = (guint)self->duties[d],
                                                                         .class = MC_ROSTER_SKILL_OWN,
                                                                         .from = day,
                                                                         .to = day });
    }
}

/* Who is pinned to something stays there all day, or the day is none of shifts. */
static gboolean
add_pin (Folding *self, guint person, guint day, guint first, guint n)
{
  const McRosterPin *pin = mc_roster_problem_pin (self->problem, person, first);
  gboolean any = FALSE, alike = TRUE;

  for (guint s = first; s < first + n; s++)
    {
      const McRosterPin *other = mc_roster_problem_pin (self->problem, person, s);

      any = any || (other && other->duty != MC_ROSTER_FREE);
      alike = alike && pin && other && pin->duty == other->duty;
    }
  if (any && alike)
    mc_roster_problem_add_pin (self->fold->days, (guint)self->people[person], day, self->duties[pin->duty]);
  return !any || alike;
}

static gboolean
add_cells (Folding *self)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    for (guint day = 0; self->members[p] && day < mc_roster_problem_n_days (self->problem); day++)
      {
        guint n, first = mc_roster_problem_day_sessions (self->problem, day, &n);

        add_skills (self, p, day, first, n);
        if (!add_pin (self, p, day, first, n))
          return FALSE;
      }
  return TRUE;
}

/* --- By what rules --- */

/* The indices of a scope that are in the fold. */
static GArray *
map_scope (const GArray *scope, const gint *map)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; scope && i < scope->len; i++)
    {
      gint index = map[g_array_index (scope, guint, i)];
      guint value = (guint)index;

      if (index != MC_ROSTER_NONE)
        g_array_append_val (found, value);
    }
  return scope ? mc_roster_scope_new ((guint *)(gpointer)found->data, found->len) : NULL;
}

static void
add_rule (Folding *self, const McRosterRule *rule)
{
  McRosterRule own = *rule;

  own.stage = 0;
  own.people = map_scope (rule->people, self->people);
  own.duties = map_scope (rule->duties, self->duties);
  mc_roster_problem_add_rule (self->fold->days, &own);
  g_clear_pointer (&own.people, g_array_unref);
  g_clear_pointer (&own.duties, g_array_unref);
}

/* Hard limits of days, and the cover of the first stage that has any: all else the fold leaves aside, so that it is
 * never dearer than the whole. */
static void
add_rules (Folding *self)
{
  const McRosterProblem *problem = self->problem;
  McRosterRule competence = MC_ROSTER_RULE_INIT (MC_ROSTER_RULE_COMPETENCE, "fold", TRUE);

  self->fold->stage = G_MAXUINT;
  for (guint r = 0; r < problem->rules->len; r++)
    {
      const McRosterRule *rule = mc_roster_rule (problem, r);

      if (rule->on && !rule->hard && rule->kind == MC_ROSTER_RULE_COVER && !rule->sessions)
        self->fold->stage = MIN (self->fold->stage, rule->stage);
    }
  mc_roster_problem_add_rule (self->fold->days, &competence);
  for (guint r = 0; r < problem->rules->len; r++)
    {
      const McRosterRule *rule = mc_roster_rule (problem, r);
      gboolean covers =
          !rule->hard && rule->kind == MC_ROSTER_RULE_COVER && !rule->sessions && rule->stage == self->fold->stage;

      if (rule->on && (covers || (rule->hard && limits_days (rule->kind) && concerns (self, rule))))
        add_rule (self, rule);
    }
}

/* Whether a duty may be done by different people in the two halves of a day, or by one in a half alone. */
static gboolean
is_split (const McRosterProblem *problem, guint duty)
{
  for (guint r = 0; r < problem->rules->len; r++)
    {
      const McRosterRule *rule = mc_roster_rule (problem, r);

      if (rule->on && rule->hard && rule->kind == MC_ROSTER_RULE_WHOLE_DAY &&
          mc_roster_duty (problem, duty)->whole_day && mc_roster_scope_has (rule->duties, duty))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_exact (const McRosterProblem *problem, const McRosterFold *fold)
{
  for (guint d = 0; d < fold->days->duties->len; d++)
    if (is_split (problem, fold->duties[d]) && problem->sessions->len > mc_roster_problem_n_days (problem))
      return FALSE;
  return TRUE;
}

McRosterFold *
mc_roster_fold_new (const McRosterProblem *problem, const guint8 *members)
{
  g_autofree gint *people = g_new (gint, problem->people->len + 1), *duties = g_new (gint, problem->duties->len + 1);
  g_autoptr (McRosterFold) fold = g_new0 (McRosterFold, 1);
  Folding self = { problem, members, fold, people, duties };

  if (!is_of_shifts (&self))
    return NULL;
  fold->days = mc_roster_problem_new ();
  fold->people = g_new (guint, problem->people->len + 1);
  fold->duties = g_new (guint, problem->duties->len + 1);
  add_people (&self);
  add_duties (&self);
  if (!add_days (&self) || !add_cells (&self))
    return NULL;
  add_rules (&self);
  if (fold->stage == G_MAXUINT || !mc_roster_problem_seal (fold->days, NULL) ||
      !mc_roster_columns_can (fold->days, NULL))
    return NULL;
  fold->exact = is_exact (problem, fold);
  return g_steal_pointer (&fold);
}

void
mc_roster_fold_free (McRosterFold *self)
{
  g_clear_pointer (&self->days, mc_roster_problem_unref);
  g_free (self->people);
  g_free (self->duties);
  g_free (self);
}

void
mc_roster_fold_take (const McRosterFold *self,
                     const McRosterProblem *problem,
                     const McRosterSolution *days,
                     McRosterSolution *roster)
{
  for (guint p = 0; p < days->n_people; p++)
    for (guint day = 0; day < days->n_sessions; day++)
      {
        guint n, first = mc_roster_problem_day_sessions (problem, day, &n);
        gint duty = mc_roster_solution_get (days, p, day);

        for (guint s = first; s < first + n; s++)
          mc_roster_solution_set (roster, self->people[p], s,
                                  duty == MC_ROSTER_FREE ? MC_ROSTER_FREE : (gint)self->duties[duty]);
      }
}
