/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-grouping.h"

#include <math.h>

#include "mc-error.h"

/* Groupings against the best of all, found by trying each. */

#define MOST 6

typedef struct
{
  double costs[1 << MOST][4]; /* by members and counters */
  guint n;
  guint most_members;
  guint most_counters;
} Small;

static double
cost_of (guint32 members, guint counters, gpointer data)
{
  return ((Small *)data)->costs[members][counters];
}

/* The cheapest way to part @rest among @counters. */
static double
try_all (const Small *small, guint32 rest, int counters)
{
  guint32 first = rest & -rest;
  double best = INFINITY;

  if (rest == 0)
    return 0;
  for (guint32 members = rest; members > 0; members = (members - 1) & rest)
    {
      if (!(members & first) || (guint)__builtin_popcount (members) > small->most_members)
        continue;
      for (guint c = 1; c <= small->most_counters && (int)c <= counters; c++)
        best = MIN (best, small->costs[members][c] + try_all (small, rest & ~members, counters - (int)c));
    }
  return best;
}

static void
test_exhaustive (void)
{
  for (int round = 0; round < 60; round++)
    {
      Small small = { .n = (guint)g_test_rand_int_range (1, MOST + 1),
                      .most_members = (guint)g_test_rand_int_range (1, 5),
                      .most_counters = 3 };
      guint counters = (guint)g_test_rand_int_range (1, 9);
      g_autoptr (GArray) groups = NULL;
      double best, total = 0;
      guint32 seen = 0;
      guint used = 0;

      for (guint32 m = 1; m < 1u << small.n; m++)
        for (guint c = 1; c <= 3; c++)
          small.costs[m][c] = g_test_rand_int_range (0, 20) == 0 ? INFINITY : g_test_rand_double_range (1, 50);
      best = try_all (&small, (1u << small.n) - 1, (int)counters);
      groups = mc_grouping_find (small.n, counters, small.most_members, 3, cost_of, &small, NULL, NULL);
      if (isinf (best))
        {
          g_assert_null (groups);
          continue;
        }
      g_assert_nonnull (groups);
      for (guint i = 0; i < groups->len; i++)
        {
          const McGroup *group = &g_array_index (groups, McGroup, i);

          g_assert_cmpuint (seen & group->members, ==, 0);
          seen |= group->members;
          used += group->counters;
          total += group->cost;
          g_assert_cmpfloat (group->cost, ==, small.costs[group->members][group->counters]);
        }
      g_assert_cmpuint (seen, ==, (1u << small.n) - 1);
      g_assert_cmpuint (used, <=, counters);
      g_assert_cmpfloat_with_epsilon (total, best, 1e-5);
    }
}

static void
test_impossible (void)
{
  Small small = { .n = 4, .most_members = 1, .most_counters = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (mc_grouping_find (4, 3, 1, 1, cost_of, &small, NULL, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grouping/exhaustive", test_exhaustive);
  g_test_add_func ("/grouping/impossible", test_impossible);
  return g_test_run ();
}
