/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-spread.h"

#include <math.h>

#include "mc-beta.h"

static McSpread
spread_of (const GArray *items, gint64 key, gboolean all)
{
  McSpread self = { .key = key, .low = NAN, .high = NAN, .others = NAN };
  double squares = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const McSpreadItem *item = &g_array_index (items, McSpreadItem, i);

      if (!all && item->key != key)
        continue;
      self.n++;
      self.mean += item->value;
    }
  self.mean = self.n ? self.mean / self.n : NAN;
  for (guint i = 0; i < items->len; i++)
    {
      const McSpreadItem *item = &g_array_index (items, McSpreadItem, i);

      if (all || item->key == key)
        squares += (item->value - self.mean) * (item->value - self.mean);
    }
  self.deviation = self.n > 1 ? sqrt (squares / (self.n - 1)) : 0;
  return self;
}

static gboolean
has_key (const GArray *spreads, gint64 key)
{
  for (guint i = 0; i < spreads->len; i++)
    if (g_array_index (spreads, McSpread, i).key == key)
      return TRUE;
  return FALSE;
}

/* What can be told only when all are known. */
static void
compare (McSpread *self, const McSpread *whole, guint n_compared)
{
  double half;

  if (self->n < whole->n)
    self->others = (whole->mean * whole->n - self->mean * self->n) / (whole->n - self->n);
  if (self->n < MC_SPREAD_LEAST)
    return;
  half = mc_student_point (self->n - 1, 1 - (1 - MC_SPREAD_CONFIDENCE) / MAX (n_compared, 1)) * self->deviation /
         sqrt (self->n);
  self->low = self->mean - half;
  self->high = self->mean + half;
  /* A hair apart is what adding up in another order does. */
  self->apart = self->n < whole->n && (self->others < self->low - 1e-9 || self->others > self->high + 1e-9);
}

GArray *
mc_evaluation_spread (const GArray *items)
{
  GArray *spreads = g_array_new (FALSE, FALSE, sizeof (McSpread));
  McSpread whole = spread_of (items, 0, TRUE);
  guint n_compared = 0;

  for (guint i = 0; i < items->len; i++)
    {
      McSpread one;
      gint64 key = g_array_index (items, McSpreadItem, i).key;

      if (has_key (spreads, key))
        continue;
      one = spread_of (items, key, FALSE);
      n_compared += one.n >= MC_SPREAD_LEAST;
      g_array_append_val (spreads, one);
    }
  for (guint i = 0; i < spreads->len; i++)
    compare (&g_array_index (spreads, McSpread, i), &whole, n_compared);
  compare (&whole, &whole, 1);
  g_array_append_val (spreads, whole);
  return spreads;
}
