/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-solution.h"

G_DEFINE_BOXED_TYPE (McRosterSolution, mc_roster_solution, mc_roster_solution_ref, mc_roster_solution_unref)

McRosterSolution *
mc_roster_solution_new (const McRosterProblem *problem)
{
  McRosterSolution *self = g_new0 (McRosterSolution, 1);
  gsize n;

  g_atomic_ref_count_init (&self->refs);
  self->n_people = problem->people->len;
  self->n_sessions = problem->sessions->len;
  self->engine = "none";
  n = (gsize)self->n_people * self->n_sessions;
  self->cells = g_new (gint16, n);
  for (gsize i = 0; i < n; i++)
    self->cells[i] = MC_ROSTER_FREE;
  for (guint i = 0; i < problem->pins->len; i++)
    {
      const McRosterPin *pin = &g_array_index (problem->pins, McRosterPin, i);

      mc_roster_solution_set (self, pin->person, pin->session, pin->duty);
    }
  self->costs = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->bounds = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->rule_costs = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->gaps = g_array_new (FALSE, TRUE, sizeof (McRosterGap));
  self->breaches = g_array_new (FALSE, TRUE, sizeof (McRosterBreach));
  return self;
}

McRosterSolution *
mc_roster_solution_ref (McRosterSolution *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_roster_solution_unref (McRosterSolution *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->cells);
  g_array_unref (self->costs);
  g_array_unref (self->bounds);
  g_array_unref (self->rule_costs);
  g_array_unref (self->gaps);
  g_array_unref (self->breaches);
  g_free (self);
}

McRosterSolution *
mc_roster_solution_copy (const McRosterSolution *self)
{
  McRosterSolution *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->refs);
  copy->cells = g_memdup2 (self->cells, (gsize)self->n_people * self->n_sessions * sizeof (gint16));
  copy->costs = g_array_copy (self->costs);
  copy->bounds = g_array_copy (self->bounds);
  copy->rule_costs = g_array_copy (self->rule_costs);
  copy->gaps = g_array_copy (self->gaps);
  copy->breaches = g_array_copy (self->breaches);
  return copy;
}

guint
mc_roster_solution_count (const McRosterSolution *self, guint session, guint duty)
{
  guint count = 0;

  for (guint p = 0; p < self->n_people; p++)
    count += mc_roster_solution_get (self, p, session) == (gint)duty;
  return count;
}

gint64
mc_roster_solution_cost (const McRosterSolution *self, guint stage)
{
  return stage < self->costs->len ? g_array_index (self->costs, gint64, stage) : 0;
}

gint64
mc_roster_solution_bound (const McRosterSolution *self, guint stage)
{
  return stage < self->bounds->len ? g_array_index (self->bounds, gint64, stage) : 0;
}

gint64
mc_roster_solution_gap (const McRosterSolution *self, guint *stage)
{
  *stage = 0;
  if (self->bounds->len < self->costs->len || self->hard_broken > 0)
    return -1;
  for (guint i = 0; i < self->costs->len; i++)
    if (mc_roster_solution_cost (self, i) > mc_roster_solution_bound (self, i))
      {
        *stage = i;
        return mc_roster_solution_cost (self, i) - mc_roster_solution_bound (self, i);
      }
  return 0;
}

int
mc_roster_solution_compare (const McRosterSolution *a, const McRosterSolution *b)
{
  if (a->hard_broken != b->hard_broken)
    return a->hard_broken < b->hard_broken ? -1 : 1;
  for (guint stage = 0; stage < MAX (a->costs->len, b->costs->len); stage++)
    {
      gint64 x = mc_roster_solution_cost (a, stage), y = mc_roster_solution_cost (b, stage);

      if (x != y)
        return x < y ? -1 : 1;
    }
  return 0;
}

guint
mc_roster_solution_changed_cells (const McRosterSolution *a, const McRosterSolution *b, guint *n_people)
{
  guint cells = 0, people = 0;

  for (guint p = 0; p < a->n_people; p++)
    {
      guint before = cells;

      for (guint s = 0; s < a->n_sessions; s++)
        cells += mc_roster_solution_get (a, p, s) != mc_roster_solution_get (b, p, s);
      people += cells > before;
    }
  if (n_people)
    *n_people = people;
  return cells;
}
