/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-shift-search-private.h"

#define MAX_PASSES 50

/* What each choice costs a person whom the covers, with @counts people in them, do without so far. */
static void
price_cells (const McShiftTables *t, guint person, const gint *counts, double *prices)
{
  for (guint d = 0; d < t->n_days; d++)
    for (guint c = 0; c < t->n_choices; c++)
      {
        gint index = mc_shift_tables_cover (t, d, c);
        gint64 cost = mc_shift_tables_cost (t, person, d, c);

        if (index >= 0)
          {
            const McShiftCover *cover = mc_shift_cover (t->model, index);

            cost += mc_shift_cover_cost (cover, counts[index] + 1) - mc_shift_cover_cost (cover, counts[index]);
          }
        prices[d * t->n_choices + c] = (double)cost;
      }
}

static void
count_row (const McShiftTables *t, const guint8 *row, gint *counts, gint by)
{
  for (guint d = 0; d < t->n_days; d++)
    {
      gint cover = mc_shift_tables_cover (t, d, row[d]);

      if (cover >= 0)
        counts[cover] += by;
    }
}

/* The best row for one person beside the others; FALSE if there is none that costs less than @cutoff. */
static gboolean
improve (McShiftSearch *self, guint person, const gint *counts, double *prices, double cutoff, guint8 *row)
{
  price_cells (self->tables, person, counts, prices);
  return mc_shift_pricer_run (g_ptr_array_index (self->pricers, person), mc_shift_crew_scratch (self->crew, 0), prices,
                              NULL, cutoff, row) < cutoff;
}

static double
price_row (const McShiftTables *t, const guint8 *row, const double *prices)
{
  double price = 0;

  for (guint d = 0; d < t->n_days; d++)
    price += prices[d * t->n_choices + row[d]];
  return price;
}

/* Each person anew, in order; FALSE if nobody could do better. */
static gboolean
pass (McShiftSearch *self, gint *counts, double *prices)
{
  const McShiftTables *t = self->tables;
  gboolean changed = FALSE;

  for (guint p = 0; p < t->n_people && !mc_shift_stop_is_due (&self->stop); p++)
    {
      guint8 *row = self->roster + (gsize)p * t->n_days;

      count_row (t, row, counts, -1);
      price_cells (t, p, counts, prices);
      if (improve (self, p, counts, prices, price_row (t, row, prices), row))
        {
          changed = TRUE;
          mc_shift_pool_add (self->pool, mc_shift_column_new (t, p, row));
        }
      count_row (t, row, counts, 1);
    }
  return changed;
}

gboolean
mc_shift_search_start (McShiftSearch *self, GError **error)
{
  const McShiftTables *t = self->tables;
  g_autofree gint *counts = g_new0 (gint, t->model->covers->len + 1);
  g_autofree double *prices = g_new (double, (gsize)t->n_days * t->n_choices + 1);

  for (guint p = 0; p < t->n_people; p++)
    {
      guint8 *row = self->roster + (gsize)p * t->n_days;

      if (!improve (self, p, counts, prices, INFINITY, row))
        {
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("the limits of “%s” leave no roster at all"),
                       mc_shift_person (t->model, p)->id);
          return FALSE;
        }
      count_row (t, row, counts, 1);
      mc_shift_pool_add (self->pool, mc_shift_column_new (t, p, row));
    }
  for (guint i = 0; i < MAX_PASSES && pass (self, counts, prices); i++)
    ;
  self->cost = mc_shift_tables_total (t, self->roster);
  mc_shift_search_report (self);
  return TRUE;
}
