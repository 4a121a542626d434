/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-shift-roster.h"
#include "mc-shift-search-private.h"

#define TINY 1e-6
#define ROOT_GAP 1e-3

/* Columns of the pool that a node begins with, for each person. */
#define N_FILL 40

void
mc_shift_search_report (const McShiftSearch *self)
{
  if (self->options->progress)
    self->options->progress (self->cost, self->bound, self->round, self->options->data);
}

gboolean
mc_shift_search_offer (McShiftSearch *self, const guint8 *roster)
{
  g_auto (McShiftCosts) costs = { 0 };
  gint64 cost;

  mc_shift_evaluate (self->tables->model, roster, &costs);
  cost = mc_shift_costs_total (&costs);
  if (costs.breaches->len > 0 || cost >= self->cost)
    return FALSE;
  memcpy (self->roster, roster, (gsize)self->tables->n_people * self->tables->n_days);
  self->cost = cost;
  mc_shift_search_report (self);
  return TRUE;
}

void
mc_shift_search_raise (McShiftSearch *self, double bound)
{
  gint64 whole;

  if (!isfinite (bound))
    return;
  whole = MIN ((gint64)ceil (bound - TINY), self->cost);
  if (whole <= self->bound)
    return;
  self->bound = whole;
  mc_shift_search_report (self);
}

gboolean
mc_shift_search_is_over (const McShiftSearch *self)
{
  return self->bound >= self->cost || mc_shift_stop_is_due (&self->stop) ||
         (self->options->rounds > 0 && self->round >= self->options->rounds);
}

typedef struct
{
  const McShiftColumn *column;
  double price;
  guint index;
} Offer;

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const Offer *first = a, *second = b;

  if (first->price != second->price)
    return first->price < second->price ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static void
fill_person (const McShiftSearch *self, McShiftNode *node, guint at)
{
  const McShiftTables *t = self->tables;
  const GPtrArray *columns = mc_shift_pool_get (self->pool, node->free[at]);
  const guint8 *row = self->roster + (gsize)node->free[at] * t->n_days;
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (Offer));

  for (guint i = 0; i < columns->len; i++)
    {
      Offer offer = { .column = g_ptr_array_index (columns, i), .index = i };

      if (memcmp (offer.column->choices, row, t->n_days) == 0)
        offer.price = -INFINITY;
      else if (mc_shift_column_fits (offer.column, node->allowed + (gsize)at * t->n_days, t->n_days))
        offer.price = mc_shift_column_price (t, offer.column, self->duals);
      else
        continue;
      g_array_append_val (offers, offer);
    }
  g_array_sort (offers, compare_offers);
  for (guint i = 0; i < MIN (offers->len, N_FILL); i++)
    mc_shift_node_add (node, at, g_array_index (offers, Offer, i).column);
}

void
mc_shift_search_fill (const McShiftSearch *self, McShiftNode *node)
{
  for (guint i = 0; i < node->n_free; i++)
    fill_person (self, node, i);
}

void
mc_shift_search_keep (McShiftSearch *self, McShiftNode *node)
{
  for (guint i = 0; i < node->made->len; i++)
    mc_shift_pool_add (self->pool, g_steal_pointer (&g_ptr_array_index (node->made, i)));
  g_ptr_array_set_size (node->made, 0);
}

void
mc_shift_search_root (McShiftSearch *self)
{
  const McShiftTables *t = self->tables;
  g_autofree guint *all = g_new (guint, t->n_people + 1);
  g_autofree guint8 *roster = g_memdup2 (self->roster, (gsize)t->n_people * t->n_days);
  g_autoptr (McShiftNode) node = NULL;
  McShiftEnd end;

  for (guint p = 0; p < t->n_people; p++)
    all[p] = p;
  node = mc_shift_node_new (t, self->pricers, self->crew, &self->stop, roster, t->n_people, all, NULL);
  mc_shift_search_fill (self, node);
  end = mc_shift_node_solve (node, (double)self->cost, ROOT_GAP);
  mc_shift_search_raise (self, node->bound);
  memcpy (self->duals, node->duals, t->model->covers->len * sizeof (double));
  if (end == MC_SHIFT_END_SOLVED && mc_shift_node_dive (node, (double)self->cost, roster))
    mc_shift_search_offer (self, roster);
  mc_shift_search_keep (self, node);
}
