/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-columns.h"

#include "mc-roster-evaluator.h"
#include "mc-roster-planner.h"
#include "mc-shift-solver.h"

#define DEFAULT_ROUNDS 100

gboolean
mc_roster_columns_can (const McRosterProblem *problem, GError **error)
{
  g_autoptr (McRosterShifts) shifts = mc_roster_shifts_new (problem, error);

  return shifts != NULL;
}

static void
on_progress (gint64 cost, gint64 bound, guint round, gpointer data)
{
  const McRosterOptions *options = data;
  const McRosterProgress progress = {
    .n_parts = 1, .n_stages = 1, .incumbent = cost, .bound = bound, .nodes = (gint64)round
  };

  if (options->progress)
    options->progress (&progress, options->data);
}

static McShiftResult *
solve (const McRosterShifts *shifts, const McRosterOptions *options)
{
  McShiftOptions shift_options = { .seconds = options->seconds,
                                   .rounds = (guint)CLAMP (options->nodes, 0, G_MAXINT),
                                   .seed = options->seed,
                                   .cancel = options->cancel,
                                   .progress = on_progress,
                                   .data = (gpointer)options };

  if (shift_options.rounds == 0 && options->seconds <= 0)
    shift_options.rounds = DEFAULT_ROUNDS;
  return mc_shift_solve (shifts->model, &shift_options, NULL);
}

/* What no roster can be below, stage by stage: of the first one alone, unless all is proven. */
static void
set_bounds (const McRosterShifts *shifts, const McShiftResult *result, McRosterSolution *roster)
{
  gboolean proven = result->bound == result->cost;

  g_array_set_size (roster->bounds, 0);
  for (guint stage = 0; stage < shifts->n_stages; stage++)
    {
      gint64 bound = proven ? mc_roster_solution_cost (roster, stage) : 0;

      /* All later stages together cost less than a unit of the first. */
      if (!proven && stage == 0 && roster->hard_broken == 0)
        bound = result->bound / shifts->scales[0];
      g_array_append_val (roster->bounds, bound);
    }
  if (roster->hard_broken > 0)
    roster->status = proven ? MC_ROSTER_STATUS_IMPOSSIBLE : MC_ROSTER_STATUS_DRAFT;
  else
    roster->status = proven ? MC_ROSTER_STATUS_OPTIMAL : MC_ROSTER_STATUS_FEASIBLE;
}

static McRosterSolution *
make_roster (const McRosterProblem *problem, const McRosterShifts *shifts, const McShiftResult *result)
{
  McRosterSolution *roster = mc_roster_solution_new (problem);
  guint n_days = shifts->model->n_days;

  for (guint p = 0; p < problem->people->len; p++)
    for (guint day = 0; day < n_days; day++)
      if (shifts->sessions[day] != G_MAXUINT)
        mc_roster_solution_set (roster, p, shifts->sessions[day], result->choices[(gsize)p * n_days + day] - 1);
  mc_roster_evaluate (problem, roster);
  set_bounds (shifts, result, roster);
  roster->nodes = result->rounds;
  roster->engine = "columns";
  return roster;
}

McRosterSolution *
mc_roster_columns_try (const McRosterProblem *problem, const McRosterOptions *options)
{
  g_autoptr (McRosterShifts) shifts = mc_roster_shifts_new (problem, NULL);
  g_autoptr (McShiftResult) result = shifts ? solve (shifts, options) : NULL;
  McRosterSolution *roster = result ? make_roster (problem, shifts, result) : NULL;

  if (roster)
    roster->seconds = result->seconds;
  return roster;
}

McRosterSolution *
mc_roster_plan_columns (const McRosterProblem *problem, const McRosterSolution *start, const McRosterOptions *options)
{
  const McRosterOptions none = { 0 };
  const McRosterOptions *wanted = options ? options : &none;
  McRosterSolution *roster = mc_roster_columns_try (problem, wanted);

  if (!roster)
    return mc_roster_plan (problem, start, options);
  if (start && mc_roster_solution_compare (start, roster) < 0)
    {
      McRosterSolution *kept = mc_roster_solution_copy (start);

      kept->status = start->hard_broken > 0 ? MC_ROSTER_STATUS_DRAFT : MC_ROSTER_STATUS_FEASIBLE;
      kept->seconds = roster->seconds;
      g_clear_pointer (&roster, mc_roster_solution_unref);
      roster = kept;
    }
  roster->seed = wanted->seed;
  return roster;
}
