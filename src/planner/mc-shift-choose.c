/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-shift-node-private.h"

#define TINY 1e-6
#define WHOLE 0.5

/* Many choices that are made quickly come to more than a few that are proven. */
#define N_ITERATIONS 3000

/* The columns that the program has, by their place in the node's list. */
static GArray *
lay_columns (const McShiftNode *self, McHighs *mip, gint64 cost, const guint8 *roster)
{
  guint n_days = self->tables->n_days;
  GArray *laid = g_array_new (FALSE, FALSE, sizeof (guint));
  double room = (double)cost - 1 - self->bound + TINY;

  for (guint c = 0; c < self->columns->len; c++)
    {
      const McShiftColumn *column = g_ptr_array_index (self->columns, c);
      guint at = g_array_index (self->owners, guint, c);
      gboolean is_start = memcmp (column->choices, roster + (gsize)column->person * n_days, n_days) == 0;

      if (!is_start && mc_shift_column_price (self->tables, column, self->duals) - self->gains[at] > room)
        continue;
      mc_shift_node_lay_column (self, mip, at, column, TRUE);
      g_array_append_val (laid, c);
    }
  return laid;
}

/* The roster as it stands, in the program's columns. */
static void
set_start (const McShiftNode *self, McHighs *mip, const GArray *laid, const guint8 *roster)
{
  const McShiftTables *t = self->tables;
  guint n_covers = t->model->covers->len;
  g_autofree double *values = g_new0 (double, 2 * n_covers + laid->len + 1);
  g_autofree gint *left = g_memdup2 (self->wanted, n_covers * sizeof (gint));

  for (guint i = 0; i < laid->len; i++)
    {
      const McShiftColumn *column = g_ptr_array_index (self->columns, g_array_index (laid, guint, i));

      if (memcmp (column->choices, roster + (gsize)column->person * t->n_days, t->n_days) != 0)
        continue;
      values[2 * n_covers + i] = 1;
      for (guint d = 0; d < t->n_days; d++)
        {
          gint cover = mc_shift_tables_cover (t, d, column->choices[d]);

          if (cover >= 0)
            left[cover]--;
        }
    }
  for (guint i = 0; i < n_covers; i++)
    {
      values[2 * i] = MAX (left[i], 0);
      values[2 * i + 1] = MAX (-left[i], 0);
    }
  mc_highs_set_start (mip, values);
}

static void
write_rows (const McShiftNode *self, const double *values, const GArray *laid, guint8 *roster)
{
  guint n_days = self->tables->n_days;

  for (guint i = 0; i < laid->len; i++)
    {
      const McShiftColumn *column = g_ptr_array_index (self->columns, g_array_index (laid, guint, i));

      if (values[i] > WHOLE)
        memcpy (roster + (gsize)column->person * n_days, column->choices, n_days);
    }
}

gboolean
mc_shift_node_choose (McShiftNode *self, gint64 cost, gint64 n_nodes, guint seed, guint8 *roster)
{
  g_autoptr (McHighs) mip = mc_highs_new ();
  g_autoptr (GArray) laid = NULL;
  McHighsLimits limits = { .nodes = n_nodes,
                           .iterations = N_ITERATIONS,
                           .seconds = mc_shift_stop_seconds (self->stop),
                           .gap = 1 - TINY,
                           .seed = seed,
                           .cancel = self->stop->cancel };
  McHighsStatus status;

  mc_shift_node_lay_rows (self, mip);
  laid = lay_columns (self, mip, cost, roster);
  set_start (self, mip, laid, roster);
  status = mc_highs_run (mip, &limits);
  if ((status != MC_HIGHS_OPTIMAL && status != MC_HIGHS_FEASIBLE) ||
      mc_highs_get_objective (mip) + (double)self->stay_cost > (double)cost - WHOLE)
    return FALSE;
  write_rows (self, mc_highs_get_values (mip) + 2 * self->tables->model->covers->len, laid, roster);
  return TRUE;
}
