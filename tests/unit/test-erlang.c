/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-erlang.h"

#include <math.h>

#include "mc-error.h"

/* Queues against published and recomputed values; each number says where it is from. */

static void
assert_close (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within))
    g_error ("%.12g is not %.12g", value, expected);
}

static McErlangQueue
queue_of (double arrivals, double service, double patience, double within)
{
  return (McErlangQueue){ arrivals, service, patience, within };
}

static McErlangResult
evaluate (McErlangQueue queue, int agents)
{
  McErlangResult result;

  g_assert_true (mc_erlang_check (&queue, NULL));
  mc_erlang_evaluate (&queue, agents, &result);
  return result;
}

static void
test_b (void)
{
  assert_close (mc_erlang_b (1, 1), 0.5, 1e-15);
  assert_close (mc_erlang_b (2, 1), 0.2, 1e-15);
  assert_close (mc_erlang_b (0, 3), 1, 0);
  assert_close (mc_erlang_b (4, 0), 0, 0);
  /* The standard table of 1 % blocking, printed with five digits. */
  assert_close (mc_erlang_b (5, 1.3608), 0.01, 5e-6);
  assert_close (mc_erlang_b (10, 4.4612), 0.01, 5e-6);
  assert_close (mc_erlang_b (20, 12.031), 0.01, 5e-6);
}

static void
test_c (void)
{
  assert_close (mc_erlang_c (1, 0.5), 0.5, 1e-15);
  assert_close (mc_erlang_c (2, 1), 1.0 / 3, 1e-15);
  assert_close (mc_erlang_c (3, 2), 4.0 / 9, 1e-15);
  assert_close (mc_erlang_c (14, 10), 0.1741319335950498, 1e-14);
  assert_close (mc_erlang_c (3, 3), 1, 0);
  assert_close (mc_erlang_c (2, 3), 1, 0);
}

/* 200 an hour, 3 minutes each, within 20 seconds. */
static void
test_service_level (void)
{
  const double levels[] = { 0.38961, 0.64016, 0.79560, 0.88835, 0.94145 };
  McErlangQueue queue = queue_of (200, 3, INFINITY, 20);
  McErlangResult result;

  for (int n = 11; n <= 15; n++)
    assert_close (evaluate (queue, n).service_level, levels[n - 11], 1e-5);
  result = evaluate (queue, 14);
  assert_close (result.service_level, 0.8883500192, 1e-10);
  assert_close (result.occupancy, 0.7142857142857143, 1e-15);
  g_assert_true (mc_erlang_find (&queue, 0.8, &result, NULL));
  g_assert_cmpint (result.agents, ==, 14);
  g_assert_true (mc_erlang_find (&queue, 0.7955, &result, NULL));
  g_assert_cmpint (result.agents, ==, 13);
}

/* A counter desk: 24 an hour, 12 minutes each. */
static void
test_desk (void)
{
  McErlangQueue queue = queue_of (24, 12, INFINITY, 900);

  assert_close (evaluate (queue, 5).mean_wait / 60, 54.1, 0.05);
  assert_close (evaluate (queue, 6).mean_wait / 60, 5.18, 0.005);
  assert_close (evaluate (queue, 7).mean_wait / 60, 1.52, 0.005);
}

/* Where others begin to look one too high: a load of 0.6, half within 15 minutes, needs one counter and not two. */
static void
test_first_step (void)
{
  McErlangQueue queue = queue_of (3, 12, INFINITY, 900);
  McErlangResult result;

  g_assert_true (mc_erlang_find (&queue, 0.5, &result, NULL));
  g_assert_cmpint (result.agents, ==, 1);
  assert_close (result.service_level, 0.636, 5e-4);
}

/* The fewest: one less does not reach it, whatever the load. */
static void
test_fewest (void)
{
  for (int i = 0; i < 400; i++)
    {
      double patience = g_test_rand_bit () ? INFINITY : g_test_rand_double_range (1, 60);
      McErlangQueue queue = queue_of (g_test_rand_double_range (0.1, 300), g_test_rand_double_range (1, 40), patience,
                                      g_test_rand_double_range (0, 1800));
      double share = g_test_rand_double_range (0.05, 0.99);
      McErlangResult result;

      g_assert_true (mc_erlang_find (&queue, share, &result, NULL));
      g_assert_cmpfloat (result.service_level, >=, share);
      g_assert_true (isfinite (patience) || result.agents >= floor (result.offered) + 1);
      if (result.agents > 1)
        g_assert_cmpfloat (evaluate (queue, result.agents - 1).service_level, <, share);
    }
}

/* 200 an hour, 3 minutes each, patience 5 minutes, 14 agents. */
static void
test_a (void)
{
  McErlangResult result = evaluate (queue_of (200, 3, 5, 20), 14);

  assert_close (result.p_wait, 0.14526, 5e-6);
  assert_close (result.abandon, 0.013984, 5e-7);
  assert_close (result.occupancy, 0.704297, 5e-7);
  assert_close (result.service_level, 0.916792, 5e-7);
}

/* The stationary states of M/M/n+M one by one: another way to the same numbers. */
static void
assert_like_states (McErlangQueue queue, int agents)
{
  McErlangResult result = evaluate (queue, agents);
  double lambda = queue.arrivals / 60, mu = 1 / queue.service, theta = 1 / queue.patience;
  double p = 1, all = 0, waits = 0, line = 0;

  for (int k = 0; k < agents + 4000; k++)
    {
      all += p;
      if (k >= agents)
        {
          waits += p;
          line += (k - agents) * p;
        }
      p *= lambda / (MIN (k + 1, agents) * mu + MAX (k + 1 - agents, 0) * theta);
    }
  assert_close (result.p_wait, waits / all, 1e-9);
  assert_close (result.mean_wait, line / all / lambda * 60, 1e-6);
  assert_close (result.abandon, theta * line / all / lambda, 1e-9);
}

static void
test_states (void)
{
  for (int i = 0; i < 200; i++)
    {
      double service = g_test_rand_double_range (1, 30);
      int agents = g_test_rand_int_range (1, 40);
      /* From quite empty to twice too much. */
      double arrivals = agents * 60 / service * g_test_rand_double_range (0.05, 2);

      assert_like_states (queue_of (arrivals, service, g_test_rand_double_range (0.5, 60), 600), agents);
    }
}

/* Nobody loses patience: Erlang A becomes Erlang C. */
static void
test_patience_without_end (void)
{
  for (int agents = 5; agents <= 9; agents++)
    {
      McErlangResult c = evaluate (queue_of (24, 12, INFINITY, 600), agents);
      McErlangResult a = evaluate (queue_of (24, 12, 1e9, 600), agents);

      assert_close (a.p_wait, c.p_wait, 1e-6);
      assert_close (a.mean_wait / c.mean_wait, 1, 1e-5);
      assert_close (a.service_level, c.service_level, 1e-6);
      assert_close (a.abandon, 0, 1e-6);
    }
}

/* A loss system: who must wait gives up at once. */
static void
test_no_patience (void)
{
  McErlangResult result = evaluate (queue_of (200, 3, 1e-6, 20), 12);

  assert_close (result.abandon, mc_erlang_b (12, 10), 1e-5);
}

/* Thousands of counters: no overflow, and what must be true is. */
static void
test_large (void)
{
  for (double load = 1000; load <= 50000; load *= 7)
    {
      McErlangQueue queue = queue_of (load * 6, 10, INFINITY, 60);
      McErlangResult result;

      g_assert_true (mc_erlang_find (&queue, 0.9, &result, NULL));
      g_assert_cmpfloat (result.agents, >, load);
      g_assert_cmpfloat (result.agents, <, load + 3 * sqrt (load));
      queue.patience = 20;
      result = evaluate (queue, (int)(load / 2));
      /* Twice too much: half gives up, and all are busy. */
      assert_close (result.abandon, 0.5, 1e-3);
      assert_close (result.occupancy, 1, 1e-3);
      assert_close (result.p_wait, 1, 1e-9);
    }
}

static void
test_unstable (void)
{
  McErlangResult result = evaluate (queue_of (24, 12, INFINITY, 900), 4);

  g_assert_false (result.stable);
  g_assert_true (isinf (result.mean_wait));
  assert_close (result.p_wait, 1, 0);
  assert_close (result.service_level, 0, 0);
  assert_close (result.occupancy, 1, 0);
  /* With patience the same line has an end. */
  g_assert_true (evaluate (queue_of (24, 12, 10, 900), 4).stable);
}

static void
assert_refused (McErlangQueue queue)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mc_erlang_check (&queue, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
}

static void
test_absurd (void)
{
  McErlangQueue nobody = queue_of (0, 12, INFINITY, 900), some = queue_of (24, 12, INFINITY, 900);
  McErlangResult result;

  assert_refused (queue_of (-1, 12, INFINITY, 900));
  assert_refused (queue_of (NAN, 12, INFINITY, 900));
  assert_refused (queue_of (INFINITY, 12, INFINITY, 900));
  assert_refused (queue_of (24, 0, INFINITY, 900));
  assert_refused (queue_of (24, -3, INFINITY, 900));
  assert_refused (queue_of (24, 12, 0, 900));
  assert_refused (queue_of (24, 12, NAN, 900));
  assert_refused (queue_of (24, 12, INFINITY, -1));
  assert_refused (queue_of (1e12, 12, INFINITY, 900));
  g_assert_true (mc_erlang_find (&nobody, 0.8, &result, NULL));
  g_assert_cmpint (result.agents, ==, 0);
  g_assert_false (mc_erlang_find (&some, 1, &result, NULL));
  g_assert_false (mc_erlang_find (&some, 0, &result, NULL));
  g_assert_false (mc_erlang_find (&some, NAN, &result, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erlang/b", test_b);
  g_test_add_func ("/erlang/c", test_c);
  g_test_add_func ("/erlang/service-level", test_service_level);
  g_test_add_func ("/erlang/desk", test_desk);
  g_test_add_func ("/erlang/first-step", test_first_step);
  g_test_add_func ("/erlang/fewest", test_fewest);
  g_test_add_func ("/erlang/a", test_a);
  g_test_add_func ("/erlang/states", test_states);
  g_test_add_func ("/erlang/patience-without-end", test_patience_without_end);
  g_test_add_func ("/erlang/no-patience", test_no_patience);
  g_test_add_func ("/erlang/large", test_large);
  g_test_add_func ("/erlang/unstable", test_unstable);
  g_test_add_func ("/erlang/absurd", test_absurd);
  return g_test_run ();
}
