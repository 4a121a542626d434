/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-planner.h"

#include <math.h>
#include <string.h>

#include "mc-roster-columns.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-fold.h"
#include "mc-roster-matching.h"
#include "mc-roster-model-private.h"

#define DEFAULT_NODES 100000

/* How often a roster of shifts is made anew in parts before the program goes on from it. */
#define SHIFT_ROUNDS 30

/* From so many cells on, fixing columns between the stages is worth its time. */
#define MANY_CELLS 1000

/* One planning: what holds for all parts. Stage 0 is that of hard rules, as in a model. */
typedef struct
{
  const McRosterProblem *problem;
  const McRosterOptions *options;
  McRosterSolution *roster; /* of the parts that are done, and the start of the others */
  GTimer *timer;
  GArray *costs;  /* gint64 of each stage: what the models say */
  GArray *bounds; /* gint64 of each stage */
  gboolean is_proven;
  gboolean is_partial; /* parts with nothing to decide were left out of @costs and @bounds */
  guint part;
  guint n_parts;
  guint stage;
  gint64 constant;    /* what the solver does not know of the stage's cost */
  guint shift_stage;  /* of a part that is a roster of shifts: the stage that @shift_bound is of; 0: none */
  gint64 shift_bound; /* the part costs no less in that stage */
} Planning;

static gboolean
is_stopped (const Planning *self)
{
  return (self->options->cancel && g_cancellable_is_cancelled (self->options->cancel)) ||
         (self->options->seconds > 0 && g_timer_elapsed (self->timer, NULL) >= self->options->seconds);
}

static void
add_to (GArray *sums, guint stage, gint64 value)
{
  g_array_index (sums, gint64, stage) += value;
}

static gint64
up (double bound)
{
  if (bound <= (double)G_MININT64 / 2)
    return G_MININT64;
  return (gint64)ceil (bound - 1e-6);
}

static void
on_progress (double incumbent, double bound, gint64 nodes, gpointer data)
{
  Planning *self = data;
  McRosterProgress progress = { .part = self->part,
                                .n_parts = self->n_parts,
                                .stage = MAX (self->stage, 1) - 1,
                                .n_stages = mc_roster_problem_n_stages (self->problem),
                                .incumbent = G_MAXINT64,
                                .bound = G_MININT64,
                                .nodes = nodes };

  if (incumbent < (double)G_MAXINT64 / 2)
    progress.incumbent = (gint64)round (incumbent) + self->constant;
  if (bound > (double)G_MININT64 / 2)
    progress.bound = up (bound) + self->constant;
  self->options->progress (&progress, self->options->data);
}

static gint64
greatest_common_divisor (gint64 a, gint64 b)
{
  while (b)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

static gint64
model_cost (const McRosterModel *model, guint stage, const double *values)
{
  const GArray *costs = g_array_index (model->costs, GArray *, stage);
  double sum = 0;

  for (guint i = 0; i < costs->len; i++)
    sum += (double)g_array_index (costs, gint64, i) * values[i];
  return (gint64)round (sum);
}

/* Makes a stage's costs the solver's. Returns their greatest common divisor; 0 if there are none. */
static gint64
set_costs (McRosterModel *model, guint stage)
{
  const GArray *costs = g_array_index (model->costs, GArray *, stage);
  g_autofree double *all = g_new0 (double, mc_highs_n_columns (model->highs) + 1);
  gint64 divisor = 0;

  for (guint i = 0; i < costs->len; i++)
    {
      all[i] = (double)g_array_index (costs, gint64, i);
      divisor = greatest_common_divisor (g_array_index (costs, gint64, i), divisor);
    }
  mc_highs_set_costs (model->highs, all);
  return divisor;
}

/* What a stage has reached is kept from then on. Nothing to pay at all is told column by column, which binds closer. */
static void
keep_cost (McRosterModel *model, guint stage, gint64 value)
{
  const GArray *costs = g_array_index (model->costs, GArray *, stage);
  gboolean is_saving = FALSE;

  for (guint i = 0; i < costs->len; i++)
    is_saving |= g_array_index (costs, gint64, i) < 0;
  mc_roster_model_begin (model);
  for (guint i = 0; i < costs->len; i++)
    {
      gint64 cost = g_array_index (costs, gint64, i);

      if (cost && value == 0 && !is_saving)
        mc_highs_set_bounds (model->highs, i, 0, 0);
      else if (cost)
        mc_roster_model_term (model, (gint)i, (double)cost);
    }
  if (value != 0 || is_saving)
    mc_roster_model_row (model, -INFINITY, (double)value);
}

/* The cells of the roster as values of the columns; what hangs on them the solver works out. */
static void
start_from_roster (const Planning *self, McRosterModel *model)
{
  g_autofree double *values = g_new0 (double, mc_highs_n_columns (model->highs) + 1);

  for (guint i = 0; i < model->cells->len; i++)
    {
      const McRosterCellColumn *cell = &g_array_index (model->cells, McRosterCellColumn, i);

      if (cell->column != MC_ROSTER_ONE)
        values[cell->column] = mc_roster_solution_get (self->roster, cell->person, cell->session) == cell->duty;
    }
  mc_highs_set_start (model->highs, values);
}

static void
take_cells (const Planning *self, const McRosterModel *model, const double *values)
{
  for (guint p = 0; p < self->problem->people->len; p++)
    for (guint s = 0; model->members[p] && s < self->problem->sessions->len; s++)
      mc_roster_solution_set (self->roster, p, s, MC_ROSTER_FREE);
  for (guint i = 0; i < model->cells->len; i++)
    {
      const McRosterCellColumn *cell = &g_array_index (model->cells, McRosterCellColumn, i);

      if (cell->column == MC_ROSTER_ONE || values[cell->column] > 0.5)
        mc_roster_solution_set (self->roster, cell->person, cell->session, cell->duty);
    }
}

/* --- Rosters of shifts --- */

static void
on_shift_progress (const McRosterProgress *progress, gpointer data)
{
  Planning *self = data;
  McRosterProgress whole = *progress;

  whole.part = self->part;
  whole.n_parts = self->n_parts;
  whole.stage = self->shift_stage - 1;
  whole.n_stages = mc_roster_problem_n_stages (self->problem);
  whole.incumbent += self->constant;
  whole.bound = self->shift_bound == G_MININT64 ? G_MININT64 : whole.bound + self->constant;
  self->options->progress (&whole, self->options->data);
}

/* What is best of the roster and @days, which is of the fold. */
static void
take_days (Planning *self, const McRosterFold *fold, const McRosterSolution *days)
{
  g_autoptr (McRosterSolution) other = mc_roster_solution_copy (self->roster);
  g_autoptr (McRosterSolution) now = mc_roster_solution_copy (self->roster);

  mc_roster_fold_take (fold, self->problem, days, other);
  mc_roster_evaluate (self->problem, other);
  mc_roster_evaluate (self->problem, now);
  if (mc_roster_solution_compare (other, now) < 0)
    mc_roster_fold_take (fold, self->problem, days, self->roster);
}

/* A part with limits of runs, days off or weekends is begun by the engine of rosters of shifts: it has a roster where
 * the program may not come by one for long, and its bound lies closer. */
static void
begin_with_shifts (Planning *self, const guint8 *members)
{
  g_autoptr (McRosterFold) fold = mc_roster_fold_new (self->problem, members);
  g_autoptr (McRosterSolution) days = NULL;
  McRosterOptions options = { .seed = self->options->seed,
                              .nodes = SHIFT_ROUNDS,
                              .cancel = self->options->cancel,
                              .progress = self->options->progress ? on_shift_progress : NULL,
                              .data = self };

  self->shift_stage = 0;
  if (!fold)
    return;
  self->shift_stage = fold->stage + 1;
  self->shift_bound = fold->exact ? 0 : G_MININT64;
  self->constant = g_array_index (self->costs, gint64, self->shift_stage);
  if (self->options->seconds > 0)
    options.seconds = MAX ((self->options->seconds - g_timer_elapsed (self->timer, NULL)) / 2, 0.01);
  days = mc_roster_columns_try (fold->days, &options);
  if (!days)
    return;
  if (fold->exact && days->hard_broken == 0)
    self->shift_bound = mc_roster_solution_bound (days, 0);
  take_days (self, fold, days);
}

/* --- Parts --- */

/* What a stage that was not solved to the end costs at least. */
static gint64
least (const Planning *self, const McRosterModel *model, guint stage)
{
  double bound = mc_highs_get_bound (model->highs);
  gint64 found = isfinite (bound) ? up (bound) + g_array_index (model->constants, gint64, stage) : 0;

  return model->elastic || stage != self->shift_stage ? found : MAX (found, self->shift_bound);
}

/* One stage of one part. Returns what the solver did; the model then keeps what was reached. */
static McHighsStatus
solve_stage (Planning *self, McRosterModel *model, guint stage)
{
  gint64 divisor = set_costs (model, stage), constant = g_array_index (model->constants, gint64, stage), value;
  McHighsLimits limits = { .nodes = self->options->nodes ? self->options->nodes : DEFAULT_NODES,
                           .gap = MAX ((double)divisor, 1) * 0.99,
                           .seed = self->options->seed,
                           .cancel = self->options->cancel,
                           .progress = self->options->progress ? on_progress : NULL,
                           .data = self };
  McHighsStatus status;

  self->stage = stage;
  self->constant = constant + g_array_index (self->costs, gint64, stage);
  if (self->options->seconds > 0)
    limits.seconds = MAX (self->options->seconds - g_timer_elapsed (self->timer, NULL), 0.01);
  status = mc_highs_run (model->highs, &limits);
  self->roster->nodes += mc_highs_get_nodes (model->highs);
  if (status != MC_HIGHS_OPTIMAL && status != MC_HIGHS_FEASIBLE)
    return status;
  take_cells (self, model, mc_highs_get_values (model->highs));
  value = model_cost (model, stage, mc_highs_get_values (model->highs));
  add_to (self->costs, stage, value + constant);
  if (status == MC_HIGHS_FEASIBLE && !model->elastic && stage == self->shift_stage &&
      value + constant <= self->shift_bound)
    status = MC_HIGHS_OPTIMAL;
  add_to (self->bounds, stage, status == MC_HIGHS_OPTIMAL ? value + constant : least (self, model, stage));
  keep_cost (model, stage, value);
  /* The next stages have other costs, of which the solver cannot learn what this one rules out. */
  if (model->cells->len > MANY_CELLS && status == MC_HIGHS_OPTIMAL && value != 0 &&
      stage + 1 < mc_roster_model_n_stages (model))
    mc_highs_fix_dear (model->highs, (double)value);
  return status;
}

/* Returns FALSE if the hard rules cannot all be kept. */
static gboolean
solve_model (Planning *self, McRosterModel *model)
{
  gboolean has_start = FALSE;

  start_from_roster (self, model);
  for (guint stage = model->elastic ? 0 : 1; stage < mc_roster_model_n_stages (model); stage++)
    {
      const GArray *costs = g_array_index (model->costs, GArray *, stage);
      gboolean is_last = stage + 1 == mc_roster_model_n_stages (model);
      McHighsStatus status = MC_HIGHS_NOTHING;
      g_autofree double *values = NULL;

      /* A stage without costs has nothing to solve, except that something must find a roster at all. */
      if (costs->len == 0 && (has_start || !is_last))
        {
          add_to (self->costs, stage, g_array_index (model->constants, gint64, stage));
          add_to (self->bounds, stage, g_array_index (model->constants, gint64, stage));
          continue;
        }
      if (!is_stopped (self))
        status = solve_stage (self, model, stage);
      if (status == MC_HIGHS_INFEASIBLE && !has_start)
        return FALSE;
      if (status != MC_HIGHS_OPTIMAL)
        self->is_proven = FALSE;
      if (status != MC_HIGHS_OPTIMAL && status != MC_HIGHS_FEASIBLE)
        break;
      has_start = TRUE;
      values = g_memdup2 (mc_highs_get_values (model->highs), mc_highs_n_columns (model->highs) * sizeof (double));
      mc_highs_set_start (model->highs, values);
    }
  return TRUE;
}

static void
solve_part (Planning *self, const guint8 *members)
{
  g_autoptr (McRosterModel) model = mc_roster_model_new (self->problem, members, FALSE);
  g_autoptr (GArray) costs = g_array_copy (self->costs);
  g_autoptr (GArray) bounds = g_array_copy (self->bounds);

  if (solve_model (self, model))
    return;
  memcpy (self->costs->data, costs->data, costs->len * sizeof (gint64));
  memcpy (self->bounds->data, bounds->data, bounds->len * sizeof (gint64));
  g_clear_pointer (&model, mc_roster_model_free);
  model = mc_roster_model_new (self->problem, members, TRUE);
  solve_model (self, model);
}

/* Seats for which there is nobody at all are in no part; they cost what they cost. */
static void
add_lost (Planning *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint i = 0; i < problem->needs->len; i++)
    {
      const McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);
      gboolean is_lost = need->wanted > 0;

      for (guint p = 0; is_lost && p < problem->people->len; p++)
        is_lost = !mc_roster_problem_may (problem, p, need->session, need->duty);
      for (guint r = 0; is_lost && r < problem->rules->len; r++)
        {
          const McRosterRule *rule = mc_roster_rule (problem, r);

          if (rule->kind != MC_ROSTER_RULE_COVER || !rule->on || rule->hard ||
              !mc_roster_scope_has (rule->sessions, need->session) || !mc_roster_scope_has (rule->duties, need->duty))
            continue;
          add_to (self->costs, 1 + rule->stage, need->wanted * need->under * rule->weight);
          add_to (self->bounds, 1 + rule->stage, need->wanted * need->under * rule->weight);
        }
    }
}

/* Whether any cell of the people could be other than it is. */
static gboolean
has_choice (const McRosterProblem *problem, const guint8 *members)
{
  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; members[p] && s < problem->sessions->len; s++)
      {
        guint n;
        const McRosterNeed *const *needs = mc_roster_problem_needs (problem, s, &n);

        if (mc_roster_problem_pin (problem, p, s))
          continue;
        for (guint i = 0; i < n; i++)
          if (mc_roster_problem_may (problem, p, s, needs[i]->duty))
            return TRUE;
      }
  return FALSE;
}

static void
solve_parts (Planning *self)
{
  g_autofree guint *parts = mc_roster_parts (self->problem, &self->n_parts);
  g_autofree guint8 *members = g_new (guint8, self->problem->people->len + 1);

  for (self->part = 0; self->part < self->n_parts && !is_stopped (self); self->part++)
    {
      for (guint p = 0; p < self->problem->people->len; p++)
        members[p] = parts[p] == self->part;
      if (has_choice (self->problem, members))
        {
          begin_with_shifts (self, members);
          solve_part (self, members);
        }
      else
        self->is_partial = TRUE;
    }
  if (self->part < self->n_parts)
    self->is_proven = FALSE;
}

/* The roster is taken at what the evaluator says. Should a model have counted otherwise, nothing is claimed for it. */
static void
set_status (Planning *self)
{
  McRosterSolution *roster = self->roster;
  gboolean agrees = TRUE;

  /* What was left out costs what it costs: of the sum, the evaluator alone knows it. */
  for (guint stage = 0; self->is_partial && self->is_proven && stage < roster->costs->len; stage++)
    g_array_index (self->costs, gint64, stage + 1) = g_array_index (self->bounds, gint64, stage + 1) =
        mc_roster_solution_cost (roster, stage);
  for (guint stage = 0; stage < roster->costs->len; stage++)
    agrees = agrees && mc_roster_solution_cost (roster, stage) == g_array_index (self->costs, gint64, stage + 1);
  if (self->is_proven && !agrees)
    g_warning ("The planner's costs are not the evaluator's");
  g_array_set_size (roster->bounds, 0);
  if (agrees || !self->is_proven)
    g_array_append_vals (roster->bounds, &g_array_index (self->bounds, gint64, 1), roster->costs->len);
  if (self->is_proven && agrees)
    roster->status = roster->hard_broken ? MC_ROSTER_STATUS_IMPOSSIBLE : MC_ROSTER_STATUS_OPTIMAL;
  else
    roster->status = roster->hard_broken ? MC_ROSTER_STATUS_DRAFT : MC_ROSTER_STATUS_FEASIBLE;
}

static McRosterSolution *
first_roster (const McRosterProblem *problem, const McRosterSolution *start)
{
  McRosterSolution *roster = mc_roster_start (problem), *given;

  if (!start)
    return roster;
  given = mc_roster_solution_copy (start);
  mc_roster_evaluate (problem, given);
  if (mc_roster_solution_compare (given, roster) > 0)
    {
      mc_roster_solution_unref (given);
      return roster;
    }
  mc_roster_solution_unref (roster);
  return given;
}

McRosterSolution *
mc_roster_plan (const McRosterProblem *problem, const McRosterSolution *start, const McRosterOptions *options)
{
  const McRosterOptions none = { 0 };
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (McRosterSolution) first = first_roster (problem, start);
  Planning self = { .problem = problem,
                    .options = options ? options : &none,
                    .roster = mc_roster_solution_copy (first),
                    .timer = timer,
                    .costs = g_array_new (FALSE, TRUE, sizeof (gint64)),
                    .bounds = g_array_new (FALSE, TRUE, sizeof (gint64)),
                    .is_proven = TRUE };

  g_array_set_size (self.costs, 1 + mc_roster_problem_n_stages (problem));
  g_array_set_size (self.bounds, 1 + mc_roster_problem_n_stages (problem));
  self.roster->nodes = 0;
  add_lost (&self);
  solve_parts (&self);
  mc_roster_evaluate (problem, self.roster);
  set_status (&self);
  if (mc_roster_solution_compare (self.roster, first) > 0)
    {
      memcpy (self.roster->cells, first->cells, (gsize)first->n_people * first->n_sessions * sizeof (gint16));
      mc_roster_evaluate (problem, self.roster);
      self.roster->status = self.roster->hard_broken ? MC_ROSTER_STATUS_DRAFT : MC_ROSTER_STATUS_FEASIBLE;
    }
  self.roster->engine = "mip";
  self.roster->seed = self.options->seed;
  self.roster->seconds = g_timer_elapsed (timer, NULL);
  g_array_unref (self.costs);
  g_array_unref (self.bounds);
  return self.roster;
}
