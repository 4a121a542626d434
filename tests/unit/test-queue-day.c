/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-queue-day.h"

#include <math.h>

#include "mc-erlang.h"

/* A queue through a day. */

static void
assert_close (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within))
    g_error ("%.12g is not %.12g", value, expected);
}

/* The same all the time: what Erlang C says, but for the empty hall at the beginning. */
static void
test_lasting (void)
{
  const int agents[] = { 1, 3, 8 };

  for (gsize i = 0; i < G_N_ELEMENTS (agents); i++)
    {
      double load = agents[i] * 0.8;
      McErlangQueue queue = { load * 6, 10, INFINITY, 300 };
      McQueueSlot slots[400];
      McQueueDay early, late;
      McErlangResult expected;

      for (gsize s = 0; s < G_N_ELEMENTS (slots); s++)
        slots[s] = (McQueueSlot){ queue.arrivals / 2, agents[i] };
      mc_queue_day_run (slots, 100, 30, 10, 5, &early, NULL);
      mc_queue_day_run (slots, 400, 30, 10, 5, &late, NULL);
      mc_queue_day_add (&late, &early, -1);
      mc_erlang_evaluate (&queue, agents[i], &expected);
      assert_close (mc_queue_day_mean_wait (&late), expected.mean_wait / 60, 0.01 * expected.mean_wait / 60);
      assert_close (late.in_time / late.arrived, expected.service_level, 0.005);
      assert_close (late.busy / late.staffed, 0.8, 0.005);
    }
}

/* Twice as many as can be served: what is left is what could not be, and who comes late waits long. */
static void
test_rush (void)
{
  McQueueSlot slots[8];
  McQueueDay day;
  double waits[8];

  for (gsize s = 0; s < G_N_ELEMENTS (slots); s++)
    slots[s] = (McQueueSlot){ 12, 2 };
  mc_queue_day_run (slots, G_N_ELEMENTS (slots), 30, 10, 15, &day, waits);
  assert_close (day.arrived, 96, 1e-9);
  assert_close (day.served + day.left, day.arrived, 1e-9);
  /* Both are busy nearly all the time: 48 in eight half-hours. */
  assert_close (day.served, 48, 1.5);
  assert_close (day.busy, day.served * 10, 25);
  for (gsize s = 1; s < G_N_ELEMENTS (slots); s++)
    g_assert_cmpfloat (waits[s], >, waits[s - 1]);
}

/* A rush at opening is worked off; with one more counter in that half-hour sooner. */
static void
test_passing (void)
{
  McQueueSlot slots[8] = { { 20, 2 }, { 2, 2 }, { 2, 2 }, { 2, 2 }, { 2, 2 }, { 2, 2 }, { 2, 2 }, { 2, 2 } };
  McQueueDay day, helped;

  mc_queue_day_run (slots, G_N_ELEMENTS (slots), 30, 8, 15, &day, NULL);
  slots[0].agents = 3;
  mc_queue_day_run (slots, G_N_ELEMENTS (slots), 30, 8, 15, &helped, NULL);
  g_assert_cmpfloat (day.left, <, 2);
  g_assert_cmpfloat (mc_queue_day_mean_wait (&helped), <, mc_queue_day_mean_wait (&day));
}

/* Together nobody waits longer than apart. */
static void
test_pooling (void)
{
  for (int round = 0; round < 50; round++)
    {
      McQueueSlot one[6], other[6], both[6];
      McQueueDay a, b, pooled;

      for (gsize s = 0; s < G_N_ELEMENTS (one); s++)
        {
          one[s] = (McQueueSlot){ g_test_rand_double_range (0, 5), g_test_rand_int_range (1, 3) };
          other[s] = (McQueueSlot){ g_test_rand_double_range (0, 5), g_test_rand_int_range (1, 3) };
          both[s] = (McQueueSlot){ one[s].arrivals + other[s].arrivals, one[s].agents + other[s].agents };
        }
      mc_queue_day_run (one, 6, 30, 9, 15, &a, NULL);
      mc_queue_day_run (other, 6, 30, 9, 15, &b, NULL);
      mc_queue_day_run (both, 6, 30, 9, 15, &pooled, NULL);
      g_assert_cmpfloat (pooled.waited, <=, a.waited + b.waited + 1e-6);
    }
}

static void
test_closed (void)
{
  McQueueSlot slots[2] = { { 5, 0 }, { 0, 5 } };
  McQueueDay day;

  mc_queue_day_run (slots, 2, 30, 5, 15, &day, NULL);
  g_assert_cmpfloat (day.in_time, ==, 0);
  /* They come evenly, so each waits a quarter of an hour and more. */
  g_assert_cmpfloat (day.waited, >, 5 * 15);
  g_assert_cmpfloat (day.left, <, 0.3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/queue-day/lasting", test_lasting);
  g_test_add_func ("/queue-day/rush", test_rush);
  g_test_add_func ("/queue-day/passing", test_passing);
  g_test_add_func ("/queue-day/pooling", test_pooling);
  g_test_add_func ("/queue-day/closed", test_closed);
  return g_test_run ();
}
