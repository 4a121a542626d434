/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-shift-node-private.h"

#define MAX_ROUNDS 8
#define NEARLY_WHOLE 0.95
#define TINY 1e-6

/* The LP with what can be priced into it in a few rounds; FALSE if that is nothing to go on with. */
static gboolean
refresh (McShiftNode *self, double limit)
{
  for (guint round = 0;; round++)
    {
      if (mc_shift_stop_is_due (self->stop) || !mc_shift_node_run_lp (self))
        return FALSE;
      if (round == MAX_ROUNDS || mc_shift_node_price (self) == 0)
        break;
    }
  return ceil (self->value - TINY) < limit;
}

static void
settle (McShiftNode *self, guint column, guint *picks)
{
  guint at = g_array_index (self->owners, guint, column);

  self->settled[at] = TRUE;
  picks[at] = column;
  mc_highs_set_bounds (self->lp, 2 * self->tables->model->covers->len + column, 1, 1);
}

/* Fixes all columns that are nearly whole, and the one that is nearest to it; how many people that settles. */
static guint
settle_some (McShiftNode *self, guint *picks)
{
  const double *values = mc_highs_get_values (self->lp) + 2 * self->tables->model->covers->len;
  g_autofree guint *chosen = g_new (guint, self->n_free + 1);
  guint best = G_MAXUINT, n = 0;

  for (guint c = 0; c < self->columns->len; c++)
    {
      if (self->settled[g_array_index (self->owners, guint, c)])
        continue;
      if (best == G_MAXUINT || values[c] > values[best])
        best = c;
      if (values[c] > NEARLY_WHOLE)
        chosen[n++] = c;
    }
  if (n == 0 && best != G_MAXUINT)
    chosen[n++] = best;
  for (guint i = 0; i < n; i++)
    settle (self, chosen[i], picks);
  return n;
}

static void
write_rows (const McShiftNode *self, const guint *picks, guint8 *roster)
{
  guint n_days = self->tables->n_days;

  for (guint i = 0; i < self->n_free; i++)
    {
      const McShiftColumn *column = g_ptr_array_index (self->columns, picks[i]);

      memcpy (roster + (gsize)self->free[i] * n_days, column->choices, n_days);
    }
}

gboolean
mc_shift_node_dive (McShiftNode *self, double limit, guint8 *roster)
{
  g_autofree guint *picks = g_new (guint, self->n_free + 1);
  guint n_settled = 0;
  gboolean through = TRUE;

  while (n_settled < self->n_free && (through = refresh (self, limit)))
    n_settled += settle_some (self, picks);
  if (through)
    write_rows (self, picks, roster);
  for (guint i = 0; i < self->n_free; i++)
    if (self->settled[i])
      {
        mc_highs_set_bounds (self->lp, 2 * self->tables->model->covers->len + picks[i], 0, INFINITY);
        self->settled[i] = FALSE;
      }
  return through;
}
