/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-evaluate-private.h"

void
mc_roster_audit_find (McRosterAudit *self, const McRosterBreach *where, gint64 amount, gint64 price)
{
  McRosterBreach breach = *where;

  if (amount == 0)
    return;
  self->amount += amount;
  breach.rule = self->index;
  breach.amount = amount;
  breach.cost = self->rule->hard ? 0 : amount * price * self->rule->weight;
  self->cost += breach.cost;
  if (self->rule->hard)
    self->hard += (guint64)amount;
  if (self->breaches && (self->rule->hard || breach.cost))
    g_array_append_val (self->breaches, breach);
}

void
mc_roster_audit_at (McRosterAudit *self, gint person, gint session, gint duty, gint64 amount)
{
  McRosterBreach where = { .person = person, .session = session, .duty = duty, .wish = MC_ROSTER_NONE };

  mc_roster_audit_find (self, &where, amount, 1);
}

gint
mc_roster_audit_cell (const McRosterAudit *self, guint person, guint session)
{
  gint duty = mc_roster_solution_get (self->solution, person, session);

  if (duty == MC_ROSTER_FREE || !mc_roster_scope_has (self->rule->duties, (guint)duty) ||
      !mc_roster_scope_has (self->rule->sessions, session))
    return MC_ROSTER_FREE;
  return duty;
}

static guint16 *
count_people (const McRosterProblem *problem, const McRosterSolution *solution)
{
  guint n_duties = problem->duties->len;
  guint16 *counts = g_new0 (guint16, (gsize)solution->n_sessions * n_duties + 1);

  for (guint p = 0; p < solution->n_people; p++)
    for (guint s = 0; s < solution->n_sessions; s++)
      {
        gint duty = mc_roster_solution_get (solution, p, s);

        if (duty != MC_ROSTER_FREE)
          counts[(gsize)s * n_duties + (guint)duty]++;
      }
  return counts;
}

/* More than ever may be: of a need, or where there is none. */
static void
find_crowd (McRosterAudit *self, guint session, guint duty, gint64 beyond)
{
  McRosterBreach breach = { .rule = self->index,
                            .person = MC_ROSTER_NONE,
                            .session = (gint)session,
                            .duty = (gint)duty,
                            .wish = MC_ROSTER_NONE,
                            .amount = beyond };

  self->amount += beyond;
  self->hard += (guint64)beyond;
  if (self->breaches)
    g_array_append_val (self->breaches, breach);
}

static void
audit_cover (McRosterAudit *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint s = 0; s < problem->sessions->len; s++)
    for (guint d = 0; d < problem->duties->len; d++)
      {
        const McRosterNeed *need = mc_roster_problem_need (problem, s, d);
        gint64 count = self->counts[(gsize)s * problem->duties->len + d], most = need ? need->most : 0;
        McRosterBreach where = {
          .person = MC_ROSTER_NONE, .session = (gint)s, .duty = (gint)d, .wish = MC_ROSTER_NONE
        };

        if (!mc_roster_scope_has (self->rule->sessions, s) || !mc_roster_scope_has (self->rule->duties, d))
          continue;
        if (count > most)
          find_crowd (self, s, d, count - most);
        if (need && count < need->wanted)
          mc_roster_audit_find (self, &where, need->wanted - count, need->under);
        else if (need && count > need->wanted && !self->rule->hard)
          mc_roster_audit_find (self, &where, count - need->wanted, need->over);
      }
}

/* The families that look at each cell by itself. */
static gint64
amount_of_cell (const McRosterAudit *self, guint person, guint session, guint duty)
{
  const McRosterRule *rule = self->rule;
  const McRosterSession *row = mc_roster_session (self->problem, session);
  const McRosterSkill *skill;

  switch (rule->kind)
    {
    case MC_ROSTER_RULE_COMPETENCE:
      return !mc_roster_problem_skill (self->problem, person, session, duty);
    case MC_ROSTER_RULE_LEAVE:
      return mc_roster_problem_away (self->problem, person, session) != NULL;
    case MC_ROSTER_RULE_STANDING:
      skill = mc_roster_problem_skill (self->problem, person, session, duty);
      return skill ? skill->cost : 0;
    case MC_ROSTER_RULE_PATTERN:
      return (!rule->weekdays || (rule->weekdays >> (mc_day_weekday (row->day) - 1) & 1)) &&
             (!rule->parts || (rule->parts >> row->part & 1)) &&
             (!rule->duties || !mc_roster_scope_has (rule->duties, duty));
    default:
      g_assert_not_reached ();
    }
}

static void
audit_cells (McRosterAudit *self)
{
  gboolean any_duty = self->rule->kind == MC_ROSTER_RULE_PATTERN;

  for (guint p = 0; p < self->solution->n_people; p++)
    for (guint s = 0; mc_roster_scope_has (self->rule->people, p) && s < self->solution->n_sessions; s++)
      {
        gint duty = mc_roster_solution_get (self->solution, p, s);

        if (duty != MC_ROSTER_FREE && mc_roster_scope_has (self->rule->sessions, s) &&
            (any_duty || mc_roster_scope_has (self->rule->duties, (guint)duty)))
          mc_roster_audit_at (self, (gint)p, (gint)s, duty, amount_of_cell (self, p, s, (guint)duty));
      }
}

static void
audit_steady (McRosterAudit *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; p < self->solution->n_people; p++)
    for (guint s = 1; mc_roster_scope_has (self->rule->people, p) && s < self->solution->n_sessions; s++)
      {
        gint before = mc_roster_solution_get (self->solution, p, s - 1);
        gint now = mc_roster_solution_get (self->solution, p, s);

        if (before != MC_ROSTER_FREE && now != MC_ROSTER_FREE && before != now &&
            mc_roster_session (problem, s - 1)->day == mc_roster_session (problem, s)->day)
          mc_roster_audit_at (self, (gint)p, (gint)s, now, 1);
      }
}

static void
audit_wishes (McRosterAudit *self)
{
  for (guint i = 0; i < self->problem->wishes->len; i++)
    {
      const McRosterWish *wish = &g_array_index (self->problem->wishes, McRosterWish, i);
      gint cell = mc_roster_solution_get (self->solution, wish->person, wish->session);
      gboolean has = wish->duty == MC_ROSTER_NONE ? cell != MC_ROSTER_FREE : cell == wish->duty;
      McRosterBreach where = {
        .person = (gint)wish->person, .session = (gint)wish->session, .duty = wish->duty, .wish = (gint)i
      };

      if (wish->on == (self->rule->kind == MC_ROSTER_RULE_WISH_ON) && has != wish->on &&
          mc_roster_scope_has (self->rule->people, wish->person))
        mc_roster_audit_find (self, &where, self->rule->hard ? 1 : wish->weight, 1);
    }
}

static void (*const audits[MC_ROSTER_N_RULE_KINDS]) (McRosterAudit *) = {
  [MC_ROSTER_RULE_COVER] = audit_cover,
  [MC_ROSTER_RULE_COMPETENCE] = audit_cells,
  [MC_ROSTER_RULE_LEAVE] = audit_cells,
  [MC_ROSTER_RULE_WHOLE_DAY] = mc_roster_audit_whole_day,
  [MC_ROSTER_RULE_SUCCESSION] = mc_roster_audit_succession,
  [MC_ROSTER_RULE_REST] = mc_roster_audit_rest,
  [MC_ROSTER_RULE_COUNT] = mc_roster_audit_count,
  [MC_ROSTER_RULE_RUN] = mc_roster_audit_run,
  [MC_ROSTER_RULE_OFF_RUN] = mc_roster_audit_off_run,
  [MC_ROSTER_RULE_WEEKENDS] = mc_roster_audit_weekends,
  [MC_ROSTER_RULE_PATTERN] = audit_cells,
  [MC_ROSTER_RULE_STANDING] = audit_cells,
  [MC_ROSTER_RULE_STEADY] = audit_steady,
  [MC_ROSTER_RULE_WISH_ON] = audit_wishes,
  [MC_ROSTER_RULE_WISH_OFF] = audit_wishes,
  [MC_ROSTER_RULE_GROUP] = mc_roster_audit_group,
  [MC_ROSTER_RULE_TOGETHER] = mc_roster_audit_together,
  [MC_ROSTER_RULE_TRAINEE] = mc_roster_audit_trainee,
  [MC_ROSTER_RULE_FAIRNESS] = mc_roster_audit_fairness,
  [MC_ROSTER_RULE_STABILITY] = mc_roster_audit_stability,
};

static void
find_gaps (const McRosterProblem *problem, McRosterSolution *solution, const guint16 *counts)
{
  for (guint s = 0; s < problem->sessions->len; s++)
    {
      guint n;
      const McRosterNeed *const *needs = mc_roster_problem_needs (problem, s, &n);

      for (guint i = 0; i < n; i++)
        {
          guint count = counts[(gsize)s * problem->duties->len + needs[i]->duty];
          McRosterGap gap = { s, needs[i]->duty, needs[i]->wanted - MIN (count, needs[i]->wanted) };

          if (gap.seats)
            g_array_append_val (solution->gaps, gap);
        }
    }
}

void
mc_roster_evaluate (const McRosterProblem *problem, McRosterSolution *solution)
{
  g_autofree guint16 *counts = count_people (problem, solution);

  g_array_set_size (solution->gaps, 0);
  g_array_set_size (solution->breaches, 0);
  g_array_set_size (solution->costs, 0);
  g_array_set_size (solution->rule_costs, 0);
  g_array_set_size (solution->costs, mc_roster_problem_n_stages (problem));
  g_array_set_size (solution->rule_costs, problem->rules->len);
  solution->hard_broken = 0;
  find_gaps (problem, solution, counts);
  for (guint i = 0; i < problem->rules->len; i++)
    {
      McRosterAudit audit = { .problem = problem,
                              .solution = solution,
                              .counts = counts,
                              .index = i,
                              .rule = mc_roster_rule (problem, i),
                              .breaches = solution->breaches };

      if (!audit.rule->on)
        continue;
      audits[audit.rule->kind](&audit);
      g_array_index (solution->rule_costs, gint64, i) = audit.cost;
      solution->hard_broken += audit.hard;
      if (!audit.rule->hard)
        g_array_index (solution->costs, gint64, audit.rule->stage) += audit.cost;
    }
}

gint64
mc_roster_evaluate_rule (const McRosterProblem *problem, const McRosterSolution *solution, guint rule)
{
  g_autofree guint16 *counts = count_people (problem, solution);
  McRosterAudit audit = {
    .problem = problem, .solution = solution, .counts = counts, .index = rule, .rule = mc_roster_rule (problem, rule)
  };

  audits[audit.rule->kind](&audit);
  return audit.amount;
}
