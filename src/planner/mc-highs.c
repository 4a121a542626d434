/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-highs.h"

#include <interfaces/highs_c_api.h>
#include <math.h>

/* Held while an instance is made or freed; see the header. */
static GMutex turn;

/* Columns or rows that the solver has not got yet, in its own form. */
typedef struct
{
  GArray *lower;
  GArray *upper;
  GArray *cost;  /* of columns */
  GArray *whole; /* likewise */
  GArray *start;
  GArray *index;
  GArray *value;
} Batch;

struct _McHighs
{
  void *highs;
  Batch columns;
  Batch rows;
  guint n_columns;
  guint n_rows;
  GArray *values;
  GArray *duals;
  GArray *types;        /* HighsInt: of each column, whole or not */
  gboolean whole;       /* a column is */
  McHighsLimits limits; /* of the run */
};

static void
init_batch (Batch *batch)
{
  batch->lower = g_array_new (FALSE, FALSE, sizeof (double));
  batch->upper = g_array_new (FALSE, FALSE, sizeof (double));
  batch->cost = g_array_new (FALSE, FALSE, sizeof (double));
  batch->whole = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  batch->start = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  batch->index = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  batch->value = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
empty_batch (Batch *batch)
{
  GArray *all[] = { batch->lower, batch->upper, batch->cost, batch->whole, batch->start, batch->index, batch->value };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_set_size (all[i], 0);
}

static void
free_batch (Batch *batch)
{
  GArray *all[] = { batch->lower, batch->upper, batch->cost, batch->whole, batch->start, batch->index, batch->value };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
}

static void
append (Batch *batch, double lower, double upper, guint n, const int *indices, const double *values)
{
  HighsInt start = (HighsInt)batch->index->len;

  g_array_append_val (batch->lower, lower);
  g_array_append_val (batch->upper, upper);
  g_array_append_val (batch->start, start);
  for (guint i = 0; i < n; i++)
    {
      HighsInt index = indices[i];

      g_array_append_val (batch->index, index);
    }
  if (n)
    g_array_append_vals (batch->value, values, n);
}

McHighs *
mc_highs_new (void)
{
  McHighs *self = g_new0 (McHighs, 1);

  g_mutex_lock (&turn);
  self->highs = Highs_create ();
  g_mutex_unlock (&turn);
  init_batch (&self->columns);
  init_batch (&self->rows);
  self->values = g_array_new (FALSE, TRUE, sizeof (double));
  self->duals = g_array_new (FALSE, TRUE, sizeof (double));
  self->types = g_array_new (FALSE, TRUE, sizeof (HighsInt));
  Highs_setBoolOptionValue (self->highs, "output_flag", 0);
  Highs_setIntOptionValue (self->highs, "threads", 1);
  Highs_setStringOptionValue (self->highs, "parallel", "off");
  return self;
}

void
mc_highs_free (McHighs *self)
{
  g_mutex_lock (&turn);
  Highs_destroy (self->highs);
  g_mutex_unlock (&turn);
  free_batch (&self->columns);
  free_batch (&self->rows);
  g_array_unref (self->values);
  g_array_unref (self->duals);
  g_array_unref (self->types);
  g_free (self);
}

/* Rows may name new columns, and new columns old rows: so columns go in first, and whoever adds one to a row that is
 * not in yet has the rows sent before it. */
static void
flush_columns (McHighs *self)
{
  Batch *batch = &self->columns;
  HighsInt first = (HighsInt)(self->n_columns - batch->lower->len);

  if (batch->lower->len == 0)
    return;
  Highs_addCols (self->highs, (HighsInt)batch->lower->len, (double *)batch->cost->data, (double *)batch->lower->data,
                 (double *)batch->upper->data, (HighsInt)batch->index->len, (HighsInt *)batch->start->data,
                 (HighsInt *)batch->index->data, (double *)batch->value->data);
  if (self->whole)
    Highs_changeColsIntegralityByRange (self->highs, first, (HighsInt)self->n_columns - 1,
                                        (HighsInt *)batch->whole->data);
  empty_batch (batch);
}

static void
flush (McHighs *self)
{
  Batch *batch = &self->rows;

  flush_columns (self);
  if (batch->lower->len == 0)
    return;
  Highs_addRows (self->highs, (HighsInt)batch->lower->len, (double *)batch->lower->data, (double *)batch->upper->data,
                 (HighsInt)batch->index->len, (HighsInt *)batch->start->data, (HighsInt *)batch->index->data,
                 (double *)batch->value->data);
  empty_batch (batch);
}

guint
mc_highs_add_column (McHighs *self, double cost, double lower, double upper, gboolean whole)
{
  return mc_highs_add_column_in (self, cost, lower, upper, whole, 0, NULL, NULL);
}

guint
mc_highs_add_column_in (McHighs *self,
                        double cost,
                        double lower,
                        double upper,
                        gboolean whole,
                        guint n,
                        const int *rows,
                        const double *values)
{
  HighsInt type = whole ? kHighsVarTypeInteger : kHighsVarTypeContinuous;

  if (n && self->rows.lower->len)
    flush (self);
  append (&self->columns, lower, upper, n, rows, values);
  g_array_append_val (self->columns.cost, cost);
  g_array_append_val (self->columns.whole, type);
  g_array_append_val (self->types, type);
  self->whole |= whole;
  return self->n_columns++;
}

guint
mc_highs_add_row (McHighs *self, double lower, double upper, guint n, const int *columns, const double *values)
{
  append (&self->rows, lower, upper, n, columns, values);
  return self->n_rows++;
}

guint
mc_highs_n_columns (const McHighs *self)
{
  return self->n_columns;
}

void
mc_highs_set_costs (McHighs *self, const double *costs)
{
  flush (self);
  if (self->n_columns)
    Highs_changeColsCostByRange (self->highs, 0, (HighsInt)self->n_columns - 1, costs);
}

void
mc_highs_set_bounds (McHighs *self, guint column, double lower, double upper)
{
  guint sent = self->n_columns - self->columns.lower->len;

  if (column < sent)
    {
      Highs_changeColBounds (self->highs, (HighsInt)column, lower, upper);
      return;
    }
  g_array_index (self->columns.lower, double, column - sent) = lower;
  g_array_index (self->columns.upper, double, column - sent) = upper;
}

void
mc_highs_set_start (McHighs *self, const double *values)
{
  flush (self);
  Highs_setSolution (self->highs, values, NULL, NULL, NULL);
}

static void
on_callback (int kind, const char *message, const HighsCallbackDataOut *out, HighsCallbackDataIn *in, void *data)
{
  McHighs *self = data;
  const McHighsLimits *limits = &self->limits;

  if (in && limits->cancel && g_cancellable_is_cancelled (limits->cancel))
    in->user_interrupt = 1;
  if (in && kind == kHighsCallbackMipInterrupt && limits->iterations > 0 &&
      out->mip_total_lp_iterations >= limits->iterations)
    in->user_interrupt = 1;
  if (kind == kHighsCallbackMipInterrupt && limits->progress)
    limits->progress (out->mip_primal_bound, out->mip_dual_bound, out->mip_node_count, limits->data);
}

static void
set_limits (McHighs *self, const McHighsLimits *limits)
{
  void *highs = self->highs;

  Highs_setDoubleOptionValue (highs, "time_limit", limits->seconds > 0 ? limits->seconds : INFINITY);
  Highs_setIntOptionValue (highs, "mip_max_nodes",
                           limits->nodes > 0 ? (HighsInt)MIN (limits->nodes, G_MAXINT32) : G_MAXINT32);
  Highs_setDoubleOptionValue (highs, "mip_rel_gap", 0);
  Highs_setDoubleOptionValue (highs, "mip_abs_gap", limits->gap);
  Highs_setIntOptionValue (highs, "random_seed", (HighsInt)(limits->seed & G_MAXINT32));
  self->limits = *limits;
  Highs_setCallback (highs, on_callback, self);
  Highs_startCallback (highs, kHighsCallbackMipInterrupt);
  Highs_startCallback (highs, kHighsCallbackSimplexInterrupt);
}

McHighsStatus
mc_highs_run (McHighs *self, const McHighsLimits *limits)
{
  const McHighsLimits none = { 0 };
  HighsInt code, status, primal = kHighsSolutionStatusNone;

  flush (self);
  set_limits (self, limits ? limits : &none);
  code = Highs_run (self->highs);
  status = Highs_getModelStatus (self->highs);
  Highs_getIntInfoValue (self->highs, "primal_solution_status", &primal);
  if (status == kHighsModelStatusInfeasible || status == kHighsModelStatusUnboundedOrInfeasible)
    return MC_HIGHS_INFEASIBLE;
  if (code == kHighsStatusError || status == kHighsModelStatusNotset)
    return MC_HIGHS_FAILED;
  if (primal != kHighsSolutionStatusFeasible && status != kHighsModelStatusModelEmpty)
    return MC_HIGHS_NOTHING;
  g_array_set_size (self->values, self->n_columns + 1);
  g_array_set_size (self->duals, self->n_rows + 1);
  Highs_getSolution (self->highs, (double *)self->values->data, NULL, NULL, (double *)self->duals->data);
  return status == kHighsModelStatusOptimal || status == kHighsModelStatusModelEmpty ? MC_HIGHS_OPTIMAL
                                                                                     : MC_HIGHS_FEASIBLE;
}

/* Fixes the columns from 0 to 1 that would cost more than @most: their reduced costs say so. */
static guint
fix_columns (McHighs *self, double least, double most)
{
  guint n = self->n_columns, fixed = 0;
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *duals = g_new (double, n + 1);
  g_autofree double *costs = g_new (double, n + 1);
  g_autofree double *lower = g_new (double, n + 1);
  g_autofree double *upper = g_new (double, n + 1);
  HighsInt got, nonzeros;

  Highs_getSolution (self->highs, values, duals, NULL, NULL);
  Highs_getColsByRange (self->highs, 0, (HighsInt)n - 1, &got, costs, lower, upper, &nonzeros, NULL, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      if (lower[i] != 0 || upper[i] != 1 || least + fabs (duals[i]) <= most + 1e-4)
        continue;
      Highs_changeColBounds (self->highs, (HighsInt)i, duals[i] > 0 ? 0 : 1, duals[i] > 0 ? 0 : 1);
      fixed++;
    }
  return fixed;
}

guint
mc_highs_fix_dear (McHighs *self, double most)
{
  guint fixed = 0;

  flush (self);
  if (self->n_columns == 0)
    return 0;
  Highs_clearIntegrality (self->highs);
  if (Highs_run (self->highs) == kHighsStatusOk && Highs_getModelStatus (self->highs) == kHighsModelStatusOptimal)
    fixed = fix_columns (self, mc_highs_get_objective (self), most);
  if (self->whole)
    Highs_changeColsIntegralityByRange (self->highs, 0, (HighsInt)self->n_columns - 1, (HighsInt *)self->types->data);
  return fixed;
}

const double *
mc_highs_get_values (McHighs *self)
{
  return (const double *)self->values->data;
}

const double *
mc_highs_get_duals (McHighs *self)
{
  return (const double *)self->duals->data;
}

double
mc_highs_get_objective (McHighs *self)
{
  double value = 0;

  Highs_getDoubleInfoValue (self->highs, "objective_function_value", &value);
  return value;
}

double
mc_highs_get_bound (McHighs *self)
{
  double bound = -INFINITY;

  if (!self->whole)
    return mc_highs_get_objective (self);
  Highs_getDoubleInfoValue (self->highs, "mip_dual_bound", &bound);
  return bound;
}

gint64
mc_highs_get_nodes (McHighs *self)
{
  gint64 nodes = 0;

  if (self->whole)
    Highs_getInt64InfoValue (self->highs, "mip_node_count", &nodes);
  return MAX (nodes, 0);
}
