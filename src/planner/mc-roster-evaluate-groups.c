/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluate-private.h"

/* The families that look at several people, or at the whole. */

static guint
count_group (const McRosterAudit *self, guint session)
{
  guint count = 0;

  for (guint i = 0; i < self->rule->people->len; i++)
    count += mc_roster_audit_cell (self, g_array_index (self->rule->people, guint, i), session) != MC_ROSTER_FREE;
  return count;
}

void
mc_roster_audit_group (McRosterAudit *self)
{
  const McRosterRule *rule = self->rule;

  for (guint s = 0; s < self->problem->sessions->len; s++)
    {
      gint count = (gint)count_group (self, s);

      if (!mc_roster_scope_has (rule->sessions, s))
        continue;
      if (rule->least >= 0 && count < rule->least)
        mc_roster_audit_at (self, MC_ROSTER_NONE, (gint)s, MC_ROSTER_NONE, rule->least - count);
      if (rule->most >= 0 && count > rule->most)
        mc_roster_audit_at (self, MC_ROSTER_NONE, (gint)s, MC_ROSTER_NONE, count - rule->most);
    }
}

void
mc_roster_audit_together (McRosterAudit *self)
{
  for (guint s = 0; s < self->problem->sessions->len; s++)
    {
      guint count = count_group (self, s);

      if (mc_roster_scope_has (self->rule->sessions, s))
        mc_roster_audit_at (self, MC_ROSTER_NONE, (gint)s, MC_ROSTER_NONE,
                            MIN (count, self->rule->people->len - count));
    }
}

static gboolean
is_trainee (const McRosterAudit *self, guint person)
{
  return self->rule->people ? mc_roster_scope_has (self->rule->people, person)
                            : mc_roster_person (self->problem, person)->trainee;
}

static gboolean
has_experienced (const McRosterAudit *self, guint session, guint duty)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    {
      gint cell = mc_roster_solution_get (self->solution, p, session);

      if (cell == MC_ROSTER_FREE || is_trainee (self, p) || mc_roster_person (self->problem, p)->trainee)
        continue;
      if (cell == (gint)duty || (self->rule->beside && mc_roster_duty (self->problem, cell)->kind ==
                                                           mc_roster_duty (self->problem, duty)->kind))
        return TRUE;
    }
  return FALSE;
}

void
mc_roster_audit_trainee (McRosterAudit *self)
{
  for (guint p = 0; p < self->solution->n_people; p++)
    for (guint s = 0; is_trainee (self, p) && s < self->solution->n_sessions; s++)
      {
        gint duty = mc_roster_audit_cell (self, p, s);

        if (duty != MC_ROSTER_FREE && !has_experienced (self, s, (guint)duty))
          mc_roster_audit_at (self, (gint)p, (gint)s, duty, 1);
      }
}

gint
mc_roster_load (const McRosterProblem *problem, const McRosterSolution *solution, guint person, guint ledger)
{
  gint load = 0;

  for (guint s = 0; s < solution->n_sessions; s++)
    {
      gint duty = mc_roster_solution_get (solution, person, s);

      load += duty != MC_ROSTER_FREE && mc_roster_problem_counts (problem, ledger, s, (guint)duty);
    }
  return load;
}

gint
mc_roster_pool_base (const McRosterProblem *problem, const McRosterRule *fairness, guint pool)
{
  gint base = G_MAXINT;

  for (guint p = 0; p < problem->people->len; p++)
    if (mc_roster_person (problem, p)->pool == (gint)pool && mc_roster_scope_has (fairness->people, p))
      base = MIN (base, mc_roster_problem_carried (problem, p, (guint)fairness->ledger));
  return base == G_MAXINT ? 0 : base;
}

void
mc_roster_audit_fairness (McRosterAudit *self)
{
  const McRosterProblem *problem = self->problem;
  guint ledger = (guint)self->rule->ledger;
  g_autofree gint *bases = g_new (gint, problem->pools->len + 1);

  for (guint i = 0; i < problem->pools->len; i++)
    bases[i] = mc_roster_pool_base (problem, self->rule, i);
  for (guint p = 0; p < problem->people->len; p++)
    {
      gint pool = mc_roster_person (problem, p)->pool;
      gint64 load;

      if (pool == MC_ROSTER_NONE || !mc_roster_scope_has (self->rule->people, p))
        continue;
      load = mc_roster_problem_carried (problem, p, ledger) - bases[pool] +
             mc_roster_load (problem, self->solution, p, ledger);
      self->amount += load * load;
    }
  self->cost = self->amount * self->rule->weight;
}

void
mc_roster_audit_stability (McRosterAudit *self)
{
  if (!self->problem->previous)
    return;
  for (guint p = 0; p < self->solution->n_people; p++)
    {
      guint changes = 0;

      for (guint s = 0; mc_roster_scope_has (self->rule->people, p) && s < self->solution->n_sessions; s++)
        {
          gint now = mc_roster_solution_get (self->solution, p, s);

          if (!mc_roster_scope_has (self->rule->sessions, s) || now == mc_roster_problem_previous (self->problem, p, s))
            continue;
          mc_roster_audit_at (self, (gint)p, (gint)s, now, 1);
          changes++;
        }
      if (changes && self->rule->people_first)
        mc_roster_audit_at (self, (gint)p, MC_ROSTER_NONE, MC_ROSTER_NONE, 1);
    }
}

static void
step_whole_day (McRosterAudit *self, guint duty, guint before, guint session)
{
  guint left = 0, came = 0;

  for (guint p = 0; p < self->solution->n_people; p++)
    {
      gboolean first = mc_roster_solution_get (self->solution, p, before) == (gint)duty;
      gboolean second = mc_roster_solution_get (self->solution, p, session) == (gint)duty;

      left += first && !second;
      came += second && !first;
    }
  mc_roster_audit_at (self, MC_ROSTER_NONE, (gint)session, (gint)duty, MAX (left, came));
}

void
mc_roster_audit_whole_day (McRosterAudit *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint d = 0; d < problem->duties->len; d++)
    {
      gint before = MC_ROSTER_NONE;

      if (!mc_roster_duty (problem, d)->whole_day || !mc_roster_scope_has (self->rule->duties, d))
        continue;
      for (guint s = 0; s < problem->sessions->len; s++)
        {
          if (!mc_roster_problem_need (problem, s, d))
            continue;
          if (before >= 0 && mc_roster_session (problem, before)->day == mc_roster_session (problem, s)->day)
            step_whole_day (self, d, (guint)before, s);
          before = (gint)s;
        }
    }
}
