/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-model-private.h"

#include <math.h>

/* The families that look at cells by themselves, at seats, or at several people. */

/* The columns that fill each need: chained, the last one first. */
typedef struct
{
  gint *first; /* of each need, in `cells` */
  gint *next;  /* of each cell */
} Chains;

static void
chain_cells (const McRosterModel *self, Chains *chains)
{
  chains->first = g_new (gint, self->problem->needs->len + 1);
  chains->next = g_new (gint, self->cells->len + 1);
  for (guint i = 0; i < self->problem->needs->len; i++)
    chains->first[i] = MC_ROSTER_NONE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const McRosterCellColumn *cell = &g_array_index (self->cells, McRosterCellColumn, i);
      const McRosterNeed *need = mc_roster_problem_need (self->problem, cell->session, (guint)cell->duty);
      gsize at = need ? (gsize)(need - (const McRosterNeed *)self->problem->needs->data) : 0;

      if (!need)
        continue;
      chains->next[i] = chains->first[at];
      chains->first[at] = (gint)i;
    }
}

static gboolean
covers (const McRosterRule *rule, const McRosterNeed *need)
{
  return rule->kind == MC_ROSTER_RULE_COVER && rule->on && mc_roster_scope_has (rule->sessions, need->session) &&
         mc_roster_scope_has (rule->duties, need->duty);
}

/* Seats filled, with what is missing and what is too much: the names of both are the need's. */
static void
add_need (McRosterModel *self, const McRosterNeed *need, guint most)
{
  gboolean must = FALSE, counts = FALSE;
  gint missing, beyond;

  for (guint i = 0; i < self->problem->rules->len; i++)
    {
      counts |= covers (mc_roster_rule (self->problem, i), need);
      must |= covers (mc_roster_rule (self->problem, i), need) && mc_roster_rule (self->problem, i)->hard;
    }
  missing = (gint)mc_highs_add_column (self->highs, 0, 0, counts && must && !self->elastic ? 0 : need->wanted, FALSE);
  beyond = (gint)mc_highs_add_column (self->highs, 0, 0, most > need->wanted ? most - need->wanted : 0, FALSE);
  mc_roster_model_term (self, missing, 1);
  mc_roster_model_term (self, beyond, -1);
  for (guint i = 0; i < self->problem->rules->len; i++)
    {
      const McRosterRule *rule = mc_roster_rule (self->problem, i);

      if (!covers (rule, need))
        continue;
      mc_roster_model_cost (self, rule, missing, rule->hard ? 1 : need->under);
      if (!rule->hard)
        mc_roster_model_cost (self, rule, beyond, need->over);
    }
  mc_roster_model_row (self, need->wanted, need->wanted);
}

/* Seats about which nothing is left to decide. */
static void
count_need (McRosterModel *self, const McRosterNeed *need)
{
  gint64 count = (gint64)self->certain;

  for (guint i = 0; i < self->problem->rules->len; i++)
    {
      const McRosterRule *rule = mc_roster_rule (self->problem, i);

      if (covers (rule, need) && count < need->wanted)
        mc_roster_model_miss (self, rule, (need->wanted - count) * (rule->hard ? 1 : need->under));
      else if (covers (rule, need) && !rule->hard)
        mc_roster_model_constant (self, rule, (count - need->wanted) * need->over);
    }
}

void
mc_roster_model_add_cover (McRosterModel *self)
{
  Chains chains;

  chain_cells (self, &chains);
  for (guint i = 0; i < self->problem->needs->len; i++)
    {
      const McRosterNeed *need = &g_array_index (self->problem->needs, McRosterNeed, i);
      guint pinned = 0;

      if (chains.first[i] == MC_ROSTER_NONE)
        continue;
      mc_roster_model_begin (self);
      for (gint at = chains.first[i]; at != MC_ROSTER_NONE; at = chains.next[at])
        {
          const McRosterCellColumn *cell = &g_array_index (self->cells, McRosterCellColumn, at);

          pinned += mc_roster_problem_pin (self->problem, cell->person, cell->session) != NULL;
          mc_roster_model_term (self, cell->column, 1);
        }
      if (self->columns->len)
        add_need (self, need, MAX (need->most, pinned)); /* pins are never broken */
      else
        count_need (self, need);
    }
  g_free (chains.first);
  g_free (chains.next);
}

void
mc_roster_model_add_cells (McRosterModel *self, const McRosterRule *rule)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const McRosterCellColumn *cell = &g_array_index (self->cells, McRosterCellColumn, i);
      const McRosterSession *session = mc_roster_session (self->problem, cell->session);
      const McRosterSkill *skill = mc_roster_problem_skill (self->problem, cell->person, cell->session, cell->duty);
      gboolean in_scope = mc_roster_scope_has (rule->duties, (guint)cell->duty);
      gint64 amount = 0;

      if (!mc_roster_scope_has (rule->people, cell->person) || !mc_roster_scope_has (rule->sessions, cell->session))
        continue;
      if (rule->kind == MC_ROSTER_RULE_STANDING)
        amount = in_scope && skill ? skill->cost : 0;
      else if (rule->kind == MC_ROSTER_RULE_COMPETENCE)
        amount = in_scope && !skill;
      else if (rule->kind == MC_ROSTER_RULE_LEAVE)
        amount = in_scope && mc_roster_problem_away (self->problem, cell->person, cell->session);
      else if ((!rule->weekdays || (rule->weekdays & 1u << (mc_day_weekday (session->day) - 1))) &&
               (!rule->parts || (rule->parts & 1u << session->part)))
        amount = !rule->duties || !in_scope;
      if (!amount)
        continue;
      if (cell->column == MC_ROSTER_ONE)
        mc_roster_model_constant (self, rule, amount); /* a pin is never broken: also in a model that is not elastic */
      else
        mc_roster_model_forbid (self, rule, cell->column, amount);
    }
}

void
mc_roster_model_add_wishes (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;

  for (guint i = 0; i < problem->wishes->len; i++)
    {
      const McRosterWish *wish = &g_array_index (problem->wishes, McRosterWish, i);
      gint64 price = rule->hard ? 1 : wish->weight;
      guint n;
      const McRosterCellColumn *cells = mc_roster_model_cells (self, wish->person, wish->session, &n);

      if (wish->on != (rule->kind == MC_ROSTER_RULE_WISH_ON) || !mc_roster_model_has (self, rule, wish->person))
        continue;
      mc_roster_model_begin (self);
      for (guint j = 0; j < n; j++)
        if (wish->duty == MC_ROSTER_NONE || wish->duty == cells[j].duty)
          mc_roster_model_term (self, cells[j].column, 1);
      if (rule->hard)
        {
          mc_roster_model_end (self, rule, wish->on ? 1 : 0, wish->on ? INFINITY : 0, 1);
          continue;
        }
      if (wish->on)
        mc_roster_model_constant (self, rule, price);
      for (guint j = 0; j < n; j++)
        if (wish->duty == MC_ROSTER_NONE || wish->duty == cells[j].duty)
          mc_roster_model_cost (self, rule, cells[j].column, wish->on ? -price : price);
    }
}

/* For each duty of the morning: on it, and on another in the afternoon, is a change. */
static void
add_steps (McRosterModel *self, const McRosterRule *rule, guint person, guint before, guint session)
{
  guint n, m;
  const McRosterCellColumn *first = mc_roster_model_cells (self, person, before, &n);
  const McRosterCellColumn *second = mc_roster_model_cells (self, person, session, &m);
  gint slack = MC_ROSTER_NONE;

  if (n && m && first[0].column == MC_ROSTER_ONE && second[0].column == MC_ROSTER_ONE)
    {
      mc_roster_model_miss (self, rule, first[0].duty != second[0].duty);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      mc_roster_model_begin (self);
      for (guint j = 0; j < m; j++)
        if (second[j].duty != first[i].duty)
          mc_roster_model_term (self, second[j].column, 1);
      if (mc_roster_model_is_empty (self))
        continue;
      mc_roster_model_term (self, first[i].column, 1);
      if (slack == MC_ROSTER_NONE)
        slack = mc_roster_model_slack (self, rule, 1);
      mc_roster_model_end_with (self, slack, 1);
    }
}

void
mc_roster_model_add_steady (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 1; mc_roster_model_has (self, rule, p) && s < problem->sessions->len; s++)
      if (mc_roster_session (problem, s - 1)->day == mc_roster_session (problem, s)->day)
        add_steps (self, rule, p, s - 1, s);
}

/* @way 1: those who leave after the first session are not more than the slack; −1: those who come to the second. */
static void
count_steps (McRosterModel *self, guint duty, guint before, guint session, double way, gint slack)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint));

  for (guint p = 0; p < self->problem->people->len; p++)
    {
      gint first = self->members[p] ? mc_roster_model_cell (self, p, before, duty) : MC_ROSTER_NONE;
      gint second = self->members[p] ? mc_roster_model_cell (self, p, session, duty) : MC_ROSTER_NONE;
      gint step;

      if (first == MC_ROSTER_NONE && second == MC_ROSTER_NONE)
        continue;
      step = (gint)mc_highs_add_column (self->highs, 0, 0, 1, FALSE);
      g_array_append_val (steps, step);
      mc_roster_model_begin (self);
      mc_roster_model_term (self, first, way);
      mc_roster_model_term (self, second, -way);
      mc_roster_model_end_with (self, step, 0);
    }
  mc_roster_model_begin (self);
  for (guint i = 0; i < steps->len; i++)
    mc_roster_model_term (self, g_array_index (steps, gint, i), 1);
  mc_roster_model_end_with (self, slack, 0);
}

static void
join_sessions (McRosterModel *self, const McRosterRule *rule, guint duty, guint before, guint session)
{
  if (!rule->hard || self->elastic)
    {
      gint slack = mc_roster_model_slack (self, rule, 1);

      count_steps (self, duty, before, session, 1, slack);
      count_steps (self, duty, before, session, -1, slack);
      return;
    }
  for (guint p = 0; p < self->problem->people->len; p++)
    {
      gint first = self->members[p] ? mc_roster_model_cell (self, p, before, duty) : MC_ROSTER_NONE;
      gint second = self->members[p] ? mc_roster_model_cell (self, p, session, duty) : MC_ROSTER_NONE;

      if (first == MC_ROSTER_NONE && second == MC_ROSTER_NONE)
        continue;
      mc_roster_model_begin (self);
      mc_roster_model_term (self, first, 1);
      mc_roster_model_term (self, second, -1);
      mc_roster_model_row (self, 0, 0);
    }
}

void
mc_roster_model_add_whole_day (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;

  for (guint d = 0; d < problem->duties->len; d++)
    {
      gint before = MC_ROSTER_NONE;

      if (!mc_roster_duty (problem, d)->whole_day || !mc_roster_scope_has (rule->duties, d))
        continue;
      for (guint s = 0; s < problem->sessions->len; s++)
        {
          if (!mc_roster_problem_need (problem, s, d))
            continue;
          if (before >= 0 && mc_roster_session (problem, before)->day == mc_roster_session (problem, s)->day)
            join_sessions (self, rule, d, (guint)before, s);
          before = (gint)s;
        }
    }
}

static void
group_terms (McRosterModel *self, const McRosterRule *rule, guint session)
{
  mc_roster_model_begin (self);
  for (guint i = 0; i < rule->people->len; i++)
    mc_roster_model_cell_terms (self, rule, g_array_index (rule->people, guint, i), session, 1);
}

/* The people of a group are all in one model, or none is. */
static gboolean
has_group (const McRosterModel *self, const McRosterRule *rule)
{
  return rule->people->len && self->members[g_array_index (rule->people, guint, 0)];
}

void
mc_roster_model_add_group (McRosterModel *self, const McRosterRule *rule)
{
  for (guint s = 0; has_group (self, rule) && s < self->problem->sessions->len; s++)
    {
      if (!mc_roster_scope_has (rule->sessions, s))
        continue;
      group_terms (self, rule, s);
      mc_roster_model_end (self, rule, rule->least >= 0 ? rule->least : -INFINITY,
                           rule->most >= 0 ? rule->most : INFINITY, 1);
    }
}

/* The fewer of those who are on and those who are not: which of both is decided by a column. */
void
mc_roster_model_add_together (McRosterModel *self, const McRosterRule *rule)
{
  double n = rule->people->len;

  for (guint s = 0; has_group (self, rule) && s < self->problem->sessions->len; s++)
    {
      guint all;
      gint slack;

      group_terms (self, rule, s);
      if (!mc_roster_scope_has (rule->sessions, s))
        continue;
      if (self->columns->len == 0)
        {
          mc_roster_model_miss (self, rule, (gint64)MIN (self->certain, n - self->certain));
          continue;
        }
      all = mc_highs_add_column (self->highs, 0, 0, 1, TRUE);
      slack = mc_roster_model_slack (self, rule, 1);
      mc_roster_model_term (self, (gint)all, -n);
      mc_roster_model_end_with (self, slack, 0);
      mc_roster_model_begin (self);
      for (guint i = 0; i < rule->people->len; i++)
        mc_roster_model_cell_terms (self, rule, g_array_index (rule->people, guint, i), s, -1);
      mc_roster_model_term (self, (gint)all, n);
      mc_roster_model_end_with (self, slack, 0);
    }
}

static gboolean
is_trainee (const McRosterModel *self, const McRosterRule *rule, guint person)
{
  return rule->people ? mc_roster_scope_has (rule->people, person) : mc_roster_person (self->problem, person)->trainee;
}

static void
experienced_terms (McRosterModel *self, const McRosterRule *rule, guint session, guint duty)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    {
      guint n = 0;
      const McRosterCellColumn *cells = self->members[p] ? mc_roster_model_cells (self, p, session, &n) : NULL;

      if (is_trainee (self, rule, p) || mc_roster_person (self->problem, p)->trainee)
        continue;
      for (guint i = 0; i < n; i++)
        if (cells[i].duty == (gint)duty || (rule->beside && mc_roster_duty (self->problem, cells[i].duty)->kind ==
                                                                mc_roster_duty (self->problem, duty)->kind))
          mc_roster_model_term (self, cells[i].column, -1);
    }
}

void
mc_roster_model_add_trainee (McRosterModel *self, const McRosterRule *rule)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const McRosterCellColumn cell = g_array_index (self->cells, McRosterCellColumn, i);

      if (!is_trainee (self, rule, cell.person) || !mc_roster_scope_has (rule->duties, (guint)cell.duty) ||
          !mc_roster_scope_has (rule->sessions, cell.session))
        continue;
      mc_roster_model_begin (self);
      mc_roster_model_term (self, cell.column, 1);
      experienced_terms (self, rule, cell.session, (guint)cell.duty);
      mc_roster_model_end (self, rule, -INFINITY, 0, 1);
    }
}

/* Squares by columns of one unit each, the next always dearer than the one before. */
static void
add_load (McRosterModel *self, const McRosterRule *rule, guint person, gint base)
{
  const McRosterProblem *problem = self->problem;
  gint64 carried = mc_roster_problem_carried (problem, person, (guint)rule->ledger) - base;
  guint units = 0;

  mc_roster_model_begin (self);
  for (guint s = 0; s < problem->sessions->len; s++)
    {
      guint n, counting = 0;
      const McRosterCellColumn *cells = mc_roster_model_cells (self, person, s, &n);

      for (guint i = 0; i < n; i++)
        if (mc_roster_problem_counts (problem, (guint)rule->ledger, s, (guint)cells[i].duty))
          {
            mc_roster_model_term (self, cells[i].column, 1);
            counting = cells[i].column != MC_ROSTER_ONE;
          }
      units += counting;
    }
  /* What is certain is brought in like the rest. */
  carried += (gint64)self->certain;
  self->certain = 0;
  mc_roster_model_constant (self, rule, carried * carried);
  for (guint k = 1; k <= units; k++)
    {
      guint unit = mc_highs_add_column (self->highs, 0, 0, 1, FALSE);

      mc_roster_model_cost (self, rule, (gint)unit, 2 * (carried + k) - 1);
      mc_roster_model_term (self, (gint)unit, -1);
    }
  if (units)
    mc_roster_model_row (self, 0, 0);
}

void
mc_roster_model_add_fairness (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;
  g_autofree gint *bases = g_new (gint, problem->pools->len + 1);

  for (guint i = 0; i < problem->pools->len; i++)
    bases[i] = G_MAXINT;
  for (guint p = 0; p < problem->people->len; p++)
    {
      gint pool = mc_roster_person (problem, p)->pool;

      if (pool >= 0 && mc_roster_scope_has (rule->people, p))
        bases[pool] = MIN (bases[pool], mc_roster_problem_carried (problem, p, (guint)rule->ledger));
    }
  for (guint p = 0; p < problem->people->len; p++)
    if (mc_roster_model_has (self, rule, p) && mc_roster_person (problem, p)->pool >= 0)
      add_load (self, rule, p, bases[mc_roster_person (problem, p)->pool]);
}

/* One cell that differs from before: 1 − its old column, or any column where it was free. */
static void
add_change (McRosterModel *self, const McRosterRule *rule, guint person, guint session, gint changed)
{
  gboolean is_linked = rule->people_first || (rule->hard && !self->elastic);
  guint n;
  const McRosterCellColumn *cells = mc_roster_model_cells (self, person, session, &n);
  gint before = mc_roster_problem_previous (self->problem, person, session);
  gint column = before != MC_ROSTER_FREE ? mc_roster_model_cell (self, person, session, (guint)before) : MC_ROSTER_NONE;

  mc_roster_model_begin (self);
  if (before == MC_ROSTER_FREE)
    mc_roster_model_cell_terms (self, NULL, person, session, 1);
  else
    mc_roster_model_term (self, column, -1);
  if (is_linked && (self->columns->len || self->certain > (before != MC_ROSTER_FREE ? -1 : 0)))
    mc_roster_model_end_with (self, changed, before != MC_ROSTER_FREE ? -1 : 0);
  if (before != MC_ROSTER_FREE)
    mc_roster_model_constant (self, rule, 1);
  if (column != MC_ROSTER_NONE)
    mc_roster_model_cost (self, rule, column, -1);
  for (guint i = 0; before == MC_ROSTER_FREE && i < n; i++)
    mc_roster_model_cost (self, rule, cells[i].column, 1);
}

void
mc_roster_model_add_stability (McRosterModel *self, const McRosterRule *rule)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; problem->previous && p < problem->people->len; p++)
    {
      gint changed = MC_ROSTER_NONE;

      if (!mc_roster_model_has (self, rule, p))
        continue;
      if (rule->people_first || (rule->hard && !self->elastic))
        changed = mc_roster_model_slack (self, rule, 1);
      for (guint s = 0; s < problem->sessions->len; s++)
        if (mc_roster_scope_has (rule->sessions, s))
          add_change (self, rule, p, s, changed);
    }
}
