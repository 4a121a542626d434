/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-grouping.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-error.h"
#include "mc-highs.h"

typedef struct
{
  guint n;
  guint most_members;
  guint most_counters;
  McGroupingCost cost;
  gpointer data;
  GCancellable *cancel;
  McHighs *highs;
  GArray *groups; /* McGroup: one per column */
} Search;

static void
add_group (Search *self, guint32 members)
{
  for (guint counters = 1; counters <= self->most_counters; counters++)
    {
      McGroup group = { members, counters, self->cost (members, counters, self->data) };
      int rows[MC_GROUPING_MOST + 1];
      double values[MC_GROUPING_MOST + 1];
      guint n = 0;

      if (!isfinite (group.cost))
        continue;
      for (guint a = 0; a < self->n; a++)
        if (members & (1u << a))
          {
            rows[n] = (int)a;
            values[n++] = 1;
          }
      rows[n] = (int)self->n;
      values[n++] = counters;
      mc_highs_add_column_in (self->highs, group.cost, 0, 1, TRUE, n, rows, values);
      g_array_append_val (self->groups, group);
    }
}

/* All subsets that begin with @members and go on from @next. */
static void
add_groups (Search *self, guint32 members, guint next, guint size)
{
  for (guint a = next; a < self->n && !g_cancellable_is_cancelled (self->cancel); a++)
    {
      add_group (self, members | (1u << a));
      if (size + 1 < self->most_members)
        add_groups (self, members | (1u << a), a + 1, size + 1);
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  guint32 one = ((const McGroup *)a)->members, other = ((const McGroup *)b)->members;

  return g_bit_nth_lsf (one, -1) - g_bit_nth_lsf (other, -1);
}

static GArray *
pick (const Search *self)
{
  const double *values = mc_highs_get_values (self->highs);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (McGroup));

  for (guint i = 0; i < self->groups->len; i++)
    if (values[i] > 0.5)
      g_array_append_val (chosen, g_array_index (self->groups, McGroup, i));
  g_array_sort (chosen, compare_groups);
  return chosen;
}

static GArray *
solve (Search *self, GError **error)
{
  McHighsLimits limits = { .gap = 1e-6, .cancel = self->cancel };
  McHighsStatus status = self->groups->len > 0 && !g_cancellable_is_cancelled (self->cancel)
                             ? mc_highs_run (self->highs, &limits)
                             : MC_HIGHS_INFEASIBLE;

  if (g_cancellable_set_error_if_cancelled (self->cancel, error))
    return NULL;
  if (status == MC_HIGHS_OPTIMAL)
    return pick (self);
  g_set_error_literal (
      error, MC_ERROR, MC_ERROR_INVALID,
      _ ("So few counters cannot serve so many agencies: allow more counters, or more agencies at one."));
  return NULL;
}

GArray *
mc_grouping_find (guint n,
                  guint counters,
                  guint most_members,
                  guint most_counters,
                  McGroupingCost cost,
                  gpointer data,
                  GCancellable *cancel,
                  GError **error)
{
  g_autoptr (McHighs) highs = mc_highs_new ();
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (McGroup));
  Search search = { n, most_members, most_counters, cost, data, cancel, highs, groups };

  g_return_val_if_fail (n >= 1 && n <= MC_GROUPING_MOST, NULL);
  for (guint a = 0; a < n; a++)
    mc_highs_add_row (highs, 1, 1, 0, NULL, NULL);
  mc_highs_add_row (highs, 0, counters, 0, NULL, NULL);
  add_groups (&search, 0, 0, 0);
  return solve (&search, error);
}
