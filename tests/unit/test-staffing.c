/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staffing.h"

#include <math.h>

#include "mc-error.h"

/* What half-hours need, and what pooling gains. */

static void
add_row (GArray *rows, int weekday, int slot, int arrived, int minutes)
{
  McWorkloadRow row = { .key = weekday,
                        .slot = slot,
                        .arrived = arrived,
                        .served = arrived,
                        .service_seconds = (gint64)arrived * minutes * 60 };

  g_array_append_val (rows, row);
}

/* Ten Mondays with 120 in the half-hour from 8:00, that is 12, 24 an hour, 12 minutes each: the counter desk. */
static void
test_need (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GArray) needs = NULL;
  const int days[8] = { [1] = 10, [2] = 5 };
  McStaffingTarget target = { 0.8, 900 };
  const McStaffingNeed *need;
  double service;

  add_row (rows, 1, 16, 120, 12);
  add_row (rows, 2, 16, 0, 12);
  add_row (rows, 3, 16, 50, 12);
  needs = mc_staffing_find (rows, days, &target, &service, NULL);
  g_assert_cmpfloat_with_epsilon (service, 12, 1e-9);
  /* Nobody knows how many Wednesdays there were. */
  g_assert_cmpuint (needs->len, ==, 2);
  need = &g_array_index (needs, McStaffingNeed, 0);
  g_assert_cmpfloat (need->arrivals, ==, 12);
  g_assert_cmpint (need->result.agents, ==, 6);
  g_assert_cmpfloat_with_epsilon (need->result.mean_wait / 60, 5.18, 0.005);
  g_assert_cmpint (g_array_index (needs, McStaffingNeed, 1).result.agents, ==, 0);
  g_assert_cmpint (mc_staffing_most (needs, 1, 14, 21), ==, 6);
  g_assert_cmpint (mc_staffing_most (needs, 1, 17, 21), ==, 0);
}

static void
test_unknown (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GError) error = NULL;
  const int days[8] = { [1] = 10 };
  McStaffingTarget target = { 0.8, 900 };
  double service;

  g_assert_null (mc_staffing_find (rows, days, &target, &service, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
}

/* Two counters with a load of a half each: each by itself waits ½ · s / ½ = s; together B(2, 1) = 1/5, C = 1/3, and
 * waits s/3. */
static void
test_pool (void)
{
  McErlangQueue queue = { 3, 10, INFINITY, 900 };
  McErlangQueue busy = { 7, 10, INFINITY, 900 };
  double apart, pooled;

  mc_staffing_pool (&queue, 1, &queue, 1, &apart, &pooled);
  g_assert_cmpfloat_with_epsilon (apart, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (pooled, 10.0 / 3, 1e-9);
  /* One of them has too much, both together not. */
  mc_staffing_pool (&queue, 1, &busy, 1, &apart, &pooled);
  g_assert_true (isinf (apart));
  g_assert_true (isfinite (pooled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staffing/need", test_need);
  g_test_add_func ("/staffing/unknown", test_unknown);
  g_test_add_func ("/staffing/pool", test_pool);
  return g_test_run ();
}
