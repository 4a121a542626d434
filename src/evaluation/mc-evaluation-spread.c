/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-spread.h"

#include <math.h>

static McSpread
spread_of (const GArray *items, gint64 key, gboolean all)
{
  McSpread self = { .key = key };
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

GArray *
mc_evaluation_spread (const GArray *items)
{
  GArray *spreads = g_array_new (FALSE, FALSE, sizeof (McSpread));
  McSpread whole = spread_of (items, 0, TRUE);

  for (guint i = 0; i < items->len; i++)
    {
      McSpread one;
      gint64 key = g_array_index (items, McSpreadItem, i).key;

      if (has_key (spreads, key))
        continue;
      one = spread_of (items, key, FALSE);
      one.apart = one.n >= MC_SPREAD_LEAST && one.n < whole.n &&
                  fabs (one.mean - whole.mean) > 2 * one.deviation / sqrt (one.n) + 1e-9;
      g_array_append_val (spreads, one);
    }
  g_array_append_val (spreads, whole);
  return spreads;
}
