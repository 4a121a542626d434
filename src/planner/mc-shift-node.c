/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-node-private.h"

#include <math.h>
#include <string.h>

/* How much of the duals is that of the best bound so far. */
#define SMOOTHING 0.6
#define TINY 1e-6

gboolean
mc_shift_stop_is_due (const McShiftStop *self)
{
  return g_cancellable_is_cancelled (self->cancel) || (self->deadline > 0 && g_get_monotonic_time () >= self->deadline);
}

double
mc_shift_stop_seconds (const McShiftStop *self)
{
  gint64 left = self->deadline - g_get_monotonic_time ();

  return self->deadline == 0 ? 0 : (double)MAX (left, 1000) / G_USEC_PER_SEC;
}

void
mc_shift_node_lay_rows (const McShiftNode *self, McHighs *program)
{
  const McShiftModel *model = self->tables->model;

  for (guint i = 0; i < model->covers->len; i++)
    {
      const McShiftCover *cover = mc_shift_cover (model, i);
      const double ones[] = { 1, -1 };
      int columns[2];

      columns[0] = (int)mc_highs_add_column (program, cover->under, 0, INFINITY, FALSE);
      columns[1] = (int)mc_highs_add_column (program, cover->over, 0, INFINITY, FALSE);
      mc_highs_add_row (program, self->wanted[i], self->wanted[i], G_N_ELEMENTS (columns), columns, ones);
    }
  for (guint i = 0; i < self->n_free; i++)
    mc_highs_add_row (program, 1, 1, 0, NULL, NULL);
}

void
mc_shift_node_lay_column (
    const McShiftNode *self, McHighs *program, guint at, const McShiftColumn *column, gboolean whole)
{
  const McShiftTables *t = self->tables;
  g_autofree int *rows = g_new (int, t->n_days + 1);
  g_autofree double *ones = g_new (double, t->n_days + 1);
  guint n = 0;

  for (guint d = 0; d < t->n_days; d++)
    {
      gint cover = mc_shift_tables_cover (t, d, column->choices[d]);

      if (cover >= 0)
        rows[n++] = cover;
    }
  rows[n++] = (int)(t->model->covers->len + at);
  for (guint i = 0; i < n; i++)
    ones[i] = 1;
  mc_highs_add_column_in (program, (double)column->cost, 0, whole ? 1 : INFINITY, whole, n, rows, ones);
}

/* What those who stay leave to the others, and cost. */
static void
count_staying (McShiftNode *self, const guint8 *roster)
{
  const McShiftTables *t = self->tables;
  guint n_covers = t->model->covers->len;
  g_autofree gint *counts = g_new (gint, n_covers + 1);

  mc_shift_tables_count (t, roster, counts);
  for (guint p = 0; p < t->n_people; p++)
    self->stay_cost += mc_shift_tables_row_cost (t, p, roster + (gsize)p * t->n_days);
  for (guint i = 0; i < self->n_free; i++)
    {
      const guint8 *row = roster + (gsize)self->free[i] * t->n_days;

      self->stay_cost -= mc_shift_tables_row_cost (t, self->free[i], row);
      for (guint d = 0; d < t->n_days; d++)
        {
          gint cover = mc_shift_tables_cover (t, d, row[d]);

          if (cover >= 0)
            counts[cover]--;
        }
    }
  self->wanted = g_new (gint, n_covers + 1);
  for (guint i = 0; i < n_covers; i++)
    self->wanted[i] = mc_shift_cover (t->model, i)->wanted - counts[i];
}

McShiftNode *
mc_shift_node_new (const McShiftTables *tables,
                   GPtrArray *pricers,
                   McShiftCrew *crew,
                   const McShiftStop *stop,
                   const guint8 *roster,
                   guint n_free,
                   const guint *free,
                   const guint32 *allowed)
{
  McShiftNode *self = g_new0 (McShiftNode, 1);
  guint n_covers = tables->model->covers->len;

  self->tables = tables;
  self->pricers = pricers;
  self->crew = crew;
  self->stop = stop;
  self->n_free = n_free;
  self->free = g_memdup2 (free, n_free * sizeof (guint));
  self->allowed = g_new (guint32, (gsize)n_free * tables->n_days + 1);
  for (guint i = 0; i < n_free; i++)
    memcpy (self->allowed + (gsize)i * tables->n_days,
            allowed ? allowed + (gsize)i * tables->n_days : mc_shift_person (tables->model, free[i])->allowed,
            tables->n_days * sizeof (guint32));
  self->settled = g_new0 (gboolean, n_free + 1);
  self->lp = mc_highs_new ();
  self->columns = g_ptr_array_new ();
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->made = g_ptr_array_new_with_free_func (g_free);
  self->bound = -INFINITY;
  self->duals = g_new0 (double, n_covers + 1);
  self->gains = g_new0 (double, n_free + 1);
  count_staying (self, roster);
  mc_shift_node_lay_rows (self, self->lp);
  return self;
}

void
mc_shift_node_free (McShiftNode *self)
{
  mc_highs_free (self->lp);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->owners);
  g_ptr_array_unref (self->made);
  g_free (self->free);
  g_free (self->allowed);
  g_free (self->settled);
  g_free (self->wanted);
  g_free (self->duals);
  g_free (self->gains);
  g_free (self);
}

void
mc_shift_node_add (McShiftNode *self, guint at, const McShiftColumn *column)
{
  mc_shift_node_lay_column (self, self->lp, at, column, FALSE);
  g_ptr_array_add (self->columns, (gpointer)column);
  g_array_append_val (self->owners, at);
}

void
mc_shift_node_take (McShiftNode *self, guint at, McShiftColumn *column)
{
  g_ptr_array_add (self->made, column);
  mc_shift_node_add (self, at, column);
}

/* One round of pricing: what each free person's cheapest column costs, and the column. */
typedef struct
{
  McShiftNode *node;
  const double *duals;
  const double *cutoffs; /* of each free person; nothing as dear is of interest */
  double *costs;
  guint8 *choices;
} Round;

static void
price_one (guint at, guint worker, gpointer data)
{
  Round *round = data;
  McShiftNode *self = round->node;
  const McShiftTables *t = self->tables;
  guint person = self->free[at];
  g_autofree double *prices = NULL;

  if (self->settled[at])
    return;
  prices = g_new (double, (gsize)t->n_days * t->n_choices);
  for (guint d = 0; d < t->n_days; d++)
    for (guint c = 0; c < t->n_choices; c++)
      {
        gint cover = mc_shift_tables_cover (t, d, c);

        prices[d * t->n_choices + c] =
            (double)mc_shift_tables_cost (t, person, d, c) - (cover >= 0 ? round->duals[cover] : 0);
      }
  round->costs[at] = mc_shift_pricer_run (
      g_ptr_array_index (self->pricers, person), mc_shift_crew_scratch (self->crew, worker), prices,
      self->allowed + (gsize)at * t->n_days, round->cutoffs[at], round->choices + (gsize)at * t->n_days);
}

gboolean
mc_shift_node_run_lp (McShiftNode *self)
{
  self->n_runs++;
  if (mc_highs_run (self->lp, NULL) != MC_HIGHS_OPTIMAL)
    return FALSE;
  self->value = mc_highs_get_objective (self->lp) + (double)self->stay_cost;
  return TRUE;
}

/* What all rosters of the node cost at least, if @costs are those of the cheapest columns at @duals. */
static double
lagrange (const McShiftNode *self, const double *duals, const double *costs)
{
  const McShiftModel *model = self->tables->model;
  double bound = (double)self->stay_cost;

  for (guint i = 0; i < self->n_free; i++)
    bound += costs[i];
  for (guint i = 0; i < model->covers->len; i++)
    bound += duals[i] * self->wanted[i];
  return bound;
}

/* Adds the columns that the LP would take; how many. */
static guint
take_columns (McShiftNode *self, const Round *round, const double *duals)
{
  const McShiftTables *t = self->tables;
  guint n = 0;

  for (guint i = 0; i < self->n_free; i++)
    {
      g_autofree McShiftColumn *column = NULL;

      if (self->settled[i] || round->costs[i] >= round->cutoffs[i])
        continue;
      column = mc_shift_column_new (t, self->free[i], round->choices + (gsize)i * t->n_days);
      if (mc_shift_column_price (t, column, duals) >= duals[t->model->covers->len + i] - TINY)
        continue;
      mc_shift_node_take (self, i, g_steal_pointer (&column));
      n++;
    }
  return n;
}

static void
round_init (Round *round, McShiftNode *self, double *cutoffs)
{
  round->node = self;
  round->cutoffs = cutoffs;
  round->costs = g_new0 (double, self->n_free + 1);
  round->choices = g_new0 (guint8, (gsize)self->n_free * self->tables->n_days + 1);
}

static void
round_clear (Round *round)
{
  g_free (round->costs);
  g_free (round->choices);
}

/* Duals between those of the LP and those of the best bound; unbounded ones cannot be: missing and surplus keep them
 * between their costs. */
static void
smooth (const McShiftNode *self, const double *duals, double part, double *smoothed)
{
  guint n = self->tables->model->covers->len;

  for (guint i = 0; i < n; i++)
    {
      const McShiftCover *cover = mc_shift_cover (self->tables->model, i);
      double dual = part * self->duals[i] + (1 - part) * duals[i];

      smoothed[i] = CLAMP (dual, -(double)cover->over, (double)cover->under);
    }
}

static void
note_bound (McShiftNode *self, const Round *round)
{
  double bound = lagrange (self, round->duals, round->costs);

  if (bound <= self->bound)
    return;
  self->bound = bound;
  memcpy (self->duals, round->duals, self->tables->model->covers->len * sizeof (double));
  memcpy (self->gains, round->costs, self->n_free * sizeof (double));
}

static McShiftEnd
generate (McShiftNode *self, Round *round, double *smoothed, double target, double gap)
{
  double part = 0;

  while (TRUE)
    {
      const double *duals;

      if (mc_shift_stop_is_due (self->stop))
        return MC_SHIFT_END_STOPPED;
      if (!mc_shift_node_run_lp (self))
        return MC_SHIFT_END_FAILED;
      duals = mc_highs_get_duals (self->lp);
      /* Duals that found nothing new gave a better bound: once more from there, nearer to the LP's own. */
      do
        {
          smooth (self, duals, part, smoothed);
          round->duals = smoothed;
          mc_shift_crew_run (self->crew, self->n_free, price_one, round);
          note_bound (self, round);
          if (self->bound == INFINITY)
            return MC_SHIFT_END_FAILED;
          if (ceil (self->bound - TINY) >= target)
            return MC_SHIFT_END_PRUNED;
          if (self->value - self->bound <= gap)
            return MC_SHIFT_END_SOLVED;
          if (take_columns (self, round, duals) > 0)
            break;
          if (part == 0)
            return MC_SHIFT_END_SOLVED;
          part = part > SMOOTHING / 4 ? part / 2 : 0;
        }
      while (TRUE);
      part = SMOOTHING;
    }
}

McShiftEnd
mc_shift_node_solve (McShiftNode *self, double target, double gap)
{
  g_autofree double *smoothed = g_new (double, self->tables->model->covers->len + 1);
  g_autofree double *cutoffs = g_new (double, self->n_free + 1);
  Round round = { 0 };
  McShiftEnd end;

  /* The bound wants each person's cheapest cost exactly. */
  for (guint i = 0; i < self->n_free; i++)
    cutoffs[i] = INFINITY;
  round_init (&round, self, cutoffs);
  end = generate (self, &round, smoothed, target, gap);
  round_clear (&round);
  return end;
}

guint
mc_shift_node_price (McShiftNode *self)
{
  const double *duals = mc_highs_get_duals (self->lp);
  guint n_covers = self->tables->model->covers->len, n;
  g_autofree double *cutoffs = g_new (double, self->n_free + 1);
  Round round = { 0 };

  for (guint i = 0; i < self->n_free; i++)
    cutoffs[i] = duals[n_covers + i] - TINY;
  round_init (&round, self, cutoffs);
  round.duals = duals;
  mc_shift_crew_run (self->crew, self->n_free, price_one, &round);
  n = take_columns (self, &round, duals);
  round_clear (&round);
  return n;
}
