/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-solver.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-shift-roster.h"
#include "mc-shift-search-private.h"

static void
search_init (McShiftSearch *self, McShiftModel *model, const McShiftOptions *options, gint64 start)
{
  guint threads = options->threads > 0 ? options->threads : g_get_num_processors ();

  self->tables = mc_shift_tables_new (model);
  self->pricers = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_shift_pricer_free);
  for (guint p = 0; p < self->tables->n_people; p++)
    g_ptr_array_add (self->pricers, mc_shift_pricer_new (model, p));
  self->crew = mc_shift_crew_new (CLAMP (threads, 1, MAX (self->tables->n_people, 1)));
  self->pool = mc_shift_pool_new (self->tables);
  self->stop.cancel = options->cancel;
  self->stop.deadline = options->seconds > 0 ? start + (gint64)(options->seconds * G_USEC_PER_SEC) : 0;
  self->options = options;
  self->rand = g_rand_new_with_seed (options->seed);
  self->roster = g_new0 (guint8, (gsize)self->tables->n_people * self->tables->n_days + 1);
  self->duals = g_new0 (double, model->covers->len + 1);
  self->cost = G_MAXINT64;
}

static void
search_clear (McShiftSearch *self)
{
  mc_shift_pool_free (self->pool);
  mc_shift_crew_free (self->crew);
  g_ptr_array_unref (self->pricers);
  mc_shift_tables_free (self->tables);
  g_rand_free (self->rand);
  g_free (self->roster);
  g_free (self->duals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (McShiftSearch, search_clear)

/* What comes out is counted once more, by other means. */
static McShiftResult *
make_result (McShiftSearch *self, gint64 start, GError **error)
{
  McShiftResult *result;
  g_auto (McShiftCosts) costs = { 0 };

  mc_shift_evaluate (self->tables->model, self->roster, &costs);
  if (costs.breaches->len > 0 || mc_shift_costs_total (&costs) != self->cost)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("the engine miscounted its roster: it breaks %u limits"),
                   costs.breaches->len);
      return NULL;
    }
  result = g_new0 (McShiftResult, 1);
  result->choices = g_steal_pointer (&self->roster);
  result->cost = self->cost;
  result->bound = self->bound;
  result->rounds = self->round;
  result->seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  return result;
}

McShiftResult *
mc_shift_solve (McShiftModel *model, const McShiftOptions *options, GError **error)
{
  const McShiftOptions none = { 0 };
  g_auto (McShiftSearch) self = { 0 };
  gint64 start = g_get_monotonic_time ();

  search_init (&self, model, options ? options : &none, start);
  if (!mc_shift_search_start (&self, error))
    return NULL;
  mc_shift_search_root (&self);
  mc_shift_search_rounds (&self);
  return make_result (&self, start, error);
}

void
mc_shift_result_free (McShiftResult *self)
{
  g_free (self->choices);
  g_free (self);
}
