/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-model-private.h"

#include <math.h>

static GArray *
stage_costs (const McRosterModel *self, guint stage)
{
  return g_array_index (self->costs, GArray *, stage);
}

static void
free_costs (gpointer data)
{
  g_array_unref (*(GArray **)data);
}

static void
add_person_cells (McRosterModel *self, guint person, guint session)
{
  guint n;
  const McRosterNeed *const *needs = mc_roster_problem_needs (self->problem, session, &n);
  const McRosterPin *pin = mc_roster_problem_pin (self->problem, person, session);
  McRosterCellColumn cell = { person, session, MC_ROSTER_FREE, 0 };

  if (pin && pin->duty == MC_ROSTER_FREE)
    return;
  if (pin)
    {
      cell.duty = pin->duty;
      cell.column = MC_ROSTER_ONE;
      g_array_append_val (self->cells, cell);
      return;
    }
  for (guint i = 0; i < n; i++)
    if (mc_roster_problem_may (self->problem, person, session, needs[i]->duty))
      {
        cell.duty = (gint)needs[i]->duty;
        cell.column = (gint)mc_highs_add_column (self->highs, 0, 0, 1, TRUE);
        g_array_append_val (self->cells, cell);
      }
}

/* At most one duty a session, which the form of a roster says by itself. */
static void
add_cells (McRosterModel *self)
{
  const McRosterProblem *problem = self->problem;
  guint n_sessions = problem->sessions->len;

  self->cells_start = g_new (guint, (gsize)problem->people->len * n_sessions + 1);
  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; s < n_sessions; s++)
      {
        self->cells_start[(gsize)p * n_sessions + s] = self->cells->len;
        if (self->members[p])
          add_person_cells (self, p, s);
      }
  self->cells_start[(gsize)problem->people->len * n_sessions] = self->cells->len;
  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; self->members[p] && s < n_sessions; s++)
      {
        guint n;

        mc_roster_model_cells (self, p, s, &n);
        mc_roster_model_begin (self);
        mc_roster_model_cell_terms (self, NULL, p, s, 1);
        if (n > 1)
          mc_roster_model_row (self, -INFINITY, 1);
      }
}

static void (*const adders[MC_ROSTER_N_RULE_KINDS]) (McRosterModel *, const McRosterRule *) = {
  [MC_ROSTER_RULE_COMPETENCE] = mc_roster_model_add_cells,
  [MC_ROSTER_RULE_LEAVE] = mc_roster_model_add_cells,
  [MC_ROSTER_RULE_WHOLE_DAY] = mc_roster_model_add_whole_day,
  [MC_ROSTER_RULE_SUCCESSION] = mc_roster_model_add_succession,
  [MC_ROSTER_RULE_REST] = mc_roster_model_add_rest,
  [MC_ROSTER_RULE_COUNT] = mc_roster_model_add_count,
  [MC_ROSTER_RULE_RUN] = mc_roster_model_add_run,
  [MC_ROSTER_RULE_OFF_RUN] = mc_roster_model_add_off_run,
  [MC_ROSTER_RULE_WEEKENDS] = mc_roster_model_add_weekends,
  [MC_ROSTER_RULE_PATTERN] = mc_roster_model_add_cells,
  [MC_ROSTER_RULE_STANDING] = mc_roster_model_add_cells,
  [MC_ROSTER_RULE_STEADY] = mc_roster_model_add_steady,
  [MC_ROSTER_RULE_WISH_ON] = mc_roster_model_add_wishes,
  [MC_ROSTER_RULE_WISH_OFF] = mc_roster_model_add_wishes,
  [MC_ROSTER_RULE_GROUP] = mc_roster_model_add_group,
  [MC_ROSTER_RULE_TOGETHER] = mc_roster_model_add_together,
  [MC_ROSTER_RULE_TRAINEE] = mc_roster_model_add_trainee,
  [MC_ROSTER_RULE_FAIRNESS] = mc_roster_model_add_fairness,
  [MC_ROSTER_RULE_STABILITY] = mc_roster_model_add_stability,
};

McRosterModel *
mc_roster_model_new (const McRosterProblem *problem, const guint8 *members, gboolean elastic)
{
  McRosterModel *self = g_new0 (McRosterModel, 1);
  gsize n_days = (gsize)problem->people->len * mc_roster_problem_n_days (problem);

  self->problem = problem;
  self->members = members;
  self->elastic = elastic;
  self->highs = mc_highs_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (McRosterCellColumn));
  self->worked = g_new (gint, n_days + 1);
  for (gsize i = 0; i < n_days; i++)
    self->worked[i] = MC_ROSTER_NONE;
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->constants = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->constants, mc_roster_model_n_stages (self));
  self->costs = g_array_new (FALSE, FALSE, sizeof (GArray *));
  g_array_set_clear_func (self->costs, free_costs);
  for (guint i = 0; i < mc_roster_model_n_stages (self); i++)
    {
      GArray *costs = g_array_new (FALSE, TRUE, sizeof (gint64));

      g_array_append_val (self->costs, costs);
    }
  add_cells (self);
  mc_roster_model_add_cover (self);
  for (guint i = 0; i < problem->rules->len; i++)
    {
      const McRosterRule *rule = mc_roster_rule (problem, i);

      if (rule->on && adders[rule->kind])
        adders[rule->kind](self, rule);
    }
  return self;
}

void
mc_roster_model_free (McRosterModel *self)
{
  mc_highs_free (self->highs);
  g_array_unref (self->cells);
  g_free (self->cells_start);
  g_free (self->worked);
  g_array_unref (self->costs);
  g_array_unref (self->constants);
  g_array_unref (self->columns);
  g_array_unref (self->values);
  g_free (self);
}

guint
mc_roster_model_n_stages (const McRosterModel *self)
{
  return 1 + mc_roster_problem_n_stages (self->problem);
}

gboolean
mc_roster_model_has (const McRosterModel *self, const McRosterRule *rule, guint person)
{
  return self->members[person] && mc_roster_scope_has (rule->people, person);
}

const McRosterCellColumn *
mc_roster_model_cells (const McRosterModel *self, guint person, guint session, guint *n)
{
  const guint *start = self->cells_start + (gsize)person * self->problem->sessions->len + session;

  *n = start[1] - start[0];
  return (const McRosterCellColumn *)self->cells->data + start[0];
}

gint
mc_roster_model_cell (const McRosterModel *self, guint person, guint session, guint duty)
{
  guint n;
  const McRosterCellColumn *cells = mc_roster_model_cells (self, person, session, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i].duty == (gint)duty)
      return cells[i].column;
  return MC_ROSTER_NONE;
}

gint
mc_roster_model_worked (McRosterModel *self, guint person, guint day_index)
{
  guint n, first = mc_roster_problem_day_sessions (self->problem, day_index, &n), n_cells = 0;
  gint *column = &self->worked[(gsize)person * mc_roster_problem_n_days (self->problem) + day_index];

  if (*column != MC_ROSTER_NONE)
    return *column;
  for (guint s = first; s < first + n; s++)
    {
      guint m;
      const McRosterCellColumn *cells = mc_roster_model_cells (self, person, s, &m);

      n_cells += m;
      if (m && cells[0].column == MC_ROSTER_ONE)
        return *column = MC_ROSTER_ONE;
    }
  if (n_cells == 0)
    return MC_ROSTER_NONE;
  /* Never less than any session of the day, never more than all; so it is whole where they are. */
  *column = (gint)mc_highs_add_column (self->highs, 0, 0, 1, FALSE);
  for (guint s = first; n > 1 && s < first + n; s++)
    {
      mc_roster_model_begin (self);
      mc_roster_model_cell_terms (self, NULL, person, s, 1);
      if (mc_roster_model_is_empty (self))
        continue;
      mc_roster_model_term (self, *column, -1);
      mc_roster_model_row (self, -INFINITY, 0);
    }
  mc_roster_model_begin (self);
  for (guint s = first; s < first + n; s++)
    mc_roster_model_cell_terms (self, NULL, person, s, -1);
  mc_roster_model_term (self, *column, 1);
  mc_roster_model_row (self, n > 1 ? -INFINITY : 0, 0);
  return *column;
}

static guint
stage_of (const McRosterRule *rule)
{
  return rule->hard ? 0 : 1 + rule->stage;
}

void
mc_roster_model_cost (McRosterModel *self, const McRosterRule *rule, gint column, gint64 price)
{
  GArray *costs = stage_costs (self, stage_of (rule));

  if (column == MC_ROSTER_ONE)
    {
      mc_roster_model_constant (self, rule, price);
      return;
    }
  if (costs->len <= (guint)column)
    g_array_set_size (costs, (guint)column + 1);
  g_array_index (costs, gint64, column) += price * (rule->hard ? 1 : rule->weight);
}

void
mc_roster_model_constant (McRosterModel *self, const McRosterRule *rule, gint64 price)
{
  g_array_index (self->constants, gint64, stage_of (rule)) += price * (rule->hard ? 1 : rule->weight);
}

void
mc_roster_model_begin (McRosterModel *self)
{
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->values, 0);
  self->certain = 0;
}

void
mc_roster_model_term (McRosterModel *self, gint column, double value)
{
  if (column == MC_ROSTER_ONE)
    self->certain += value;
  if (column < 0)
    return;
  g_array_append_val (self->columns, column);
  g_array_append_val (self->values, value);
}

void
mc_roster_model_cell_terms (McRosterModel *self, const McRosterRule *rule, guint person, guint session, double value)
{
  guint n;
  const McRosterCellColumn *cells = mc_roster_model_cells (self, person, session, &n);

  for (guint i = 0; i < n; i++)
    if (!rule || mc_roster_scope_has (rule->duties, (guint)cells[i].duty))
      mc_roster_model_term (self, cells[i].column, value);
}

gboolean
mc_roster_model_is_empty (const McRosterModel *self)
{
  return self->columns->len == 0 && self->certain == 0;
}

void
mc_roster_model_row (McRosterModel *self, double lower, double upper)
{
  lower -= self->certain;
  upper -= self->certain;
  if (self->columns->len || lower > 0 || upper < 0)
    mc_highs_add_row (self->highs, lower, upper, self->columns->len, (const int *)self->columns->data,
                      (const double *)self->values->data);
}

void
mc_roster_model_miss (McRosterModel *self, const McRosterRule *rule, gint64 amount)
{
  if (amount == 0)
    return;
  if (!rule->hard || self->elastic)
    {
      mc_roster_model_constant (self, rule, amount);
      return;
    }
  mc_roster_model_begin (self);
  mc_roster_model_row (self, 1, 1);
}

gint
mc_roster_model_slack (McRosterModel *self, const McRosterRule *rule, gint64 price)
{
  guint slack;

  if (rule->hard && !self->elastic)
    return MC_ROSTER_NONE;
  slack = mc_highs_add_column (self->highs, 0, 0, INFINITY, FALSE);
  mc_roster_model_cost (self, rule, (gint)slack, price);
  return (gint)slack;
}

void
mc_roster_model_end_with (McRosterModel *self, gint slack, double upper)
{
  mc_roster_model_term (self, slack, -1);
  mc_roster_model_row (self, -INFINITY, upper);
}

/* The least and the most that the terms can come to, all columns of theirs being from 0 to 1. */
static void
range_of_terms (const McRosterModel *self, double *least, double *most)
{
  *least = *most = self->certain;
  for (guint i = 0; i < self->values->len; i++)
    {
      double value = g_array_index (self->values, double, i);

      *least += MIN (value, 0);
      *most += MAX (value, 0);
    }
}

void
mc_roster_model_end (McRosterModel *self, const McRosterRule *rule, double lower, double upper, gint64 price)
{
  gboolean may_miss = !rule->hard || self->elastic;
  guint n = self->columns->len;
  double least, most;

  range_of_terms (self, &least, &most);
  if (may_miss && lower > most)
    {
      mc_roster_model_constant (self, rule, (gint64)(lower - most) * price);
      lower = most;
    }
  if (may_miss && upper < least)
    {
      mc_roster_model_constant (self, rule, (gint64)(least - upper) * price);
      upper = least;
    }
  if (lower > least)
    {
      gint slack = mc_roster_model_slack (self, rule, price);

      mc_roster_model_term (self, slack, 1);
      mc_roster_model_row (self, lower, INFINITY);
    }
  g_array_set_size (self->columns, n);
  g_array_set_size (self->values, n);
  if (upper < most)
    mc_roster_model_end_with (self, mc_roster_model_slack (self, rule, price), upper);
}

void
mc_roster_model_forbid (McRosterModel *self, const McRosterRule *rule, gint column, gint64 amount)
{
  if (!rule->hard || self->elastic)
    {
      mc_roster_model_cost (self, rule, column, amount);
      return;
    }
  mc_roster_model_begin (self);
  mc_roster_model_term (self, column, 1);
  mc_roster_model_row (self, -INFINITY, 0);
}
