/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-usual.h"

#include <math.h>

/* What is usual on a weekday, and where people waited longest. */

static McDay
monday (void)
{
  return mc_day_new (2026, 3, 2);
}

static void
add_visitors (GArray *rows, McDay day, int slot, gint64 key, int arrived, int minutes)
{
  McWorkloadRow row = {
    .start = day, .slot = slot, .key = key, .arrived = arrived, .wait_seconds = (gint64)arrived * minutes * 60
  };

  row.wait_histogram[mc_wait_step (minutes * 60)] = arrived;
  g_array_append_val (rows, row);
}

static const McUsual *
find_key (const GArray *parts, gint64 key)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, McUsual, i).key == key)
      return &g_array_index (parts, McUsual, i);
  return NULL;
}

/* On the four Mondays before, field 1 had 10, 12, 40 and 20: their median is 16. Field 2 had 5 once, and 0 else. */
static void
test_usual (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  const int before[] = { 10, 12, 40, 20 };
  g_autoptr (GArray) parts = NULL;
  guint days;

  for (int week = 1; week <= 4; week++)
    add_visitors (rows, monday () - 7 * week, -1, 1, before[week - 1], 5);
  add_visitors (rows, monday () - 7, -1, 2, 5, 5);
  add_visitors (rows, monday () - 1, -1, 1, 1000, 5);                        /* a Sunday */
  add_visitors (rows, monday () - 7 * (MC_USUAL_WEEKS + 1), -1, 1, 1000, 5); /* too long ago */
  add_visitors (rows, monday (), -1, 1, 30, 5);
  add_visitors (rows, monday (), -1, 2, 25, 5);
  parts = mc_usual_find (rows, monday (), -1, MC_FIGURE_ARRIVED, &days);
  g_assert_cmpuint (days, ==, 4);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpint (g_array_index (parts, McUsual, 0).key, ==, 2); /* 25 above, not 14 */
  g_assert_cmpfloat (find_key (parts, 1)->usual, ==, 16);
  g_assert_cmpfloat (find_key (parts, 1)->now, ==, 30);
  g_assert_cmpfloat (find_key (parts, 2)->usual, ==, 0);
}

/* Nobody came in that half-hour on two Mondays, which says something of visitors and nothing of their waiting. */
static void
test_half_hour (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GArray) arrived = NULL;
  g_autoptr (GArray) waited = NULL;
  guint days;

  for (int week = 0; week <= 5; week++)
    {
      add_visitors (rows, monday () - 7 * week, 15, 0, 50, 1);
      if (week != 2 && week != 4)
        add_visitors (rows, monday () - 7 * week, 16, 0, 4 + week, 10 * (week + 1));
    }
  arrived = mc_usual_find (rows, monday (), 16, MC_FIGURE_ARRIVED, &days);
  g_assert_cmpuint (days, ==, 5);
  g_assert_cmpfloat (find_key (arrived, 0)->now, ==, 4);
  g_assert_cmpfloat (find_key (arrived, 0)->usual, ==, 5); /* of 5, 0, 7, 0, 9 */
  waited = mc_usual_find (rows, monday (), 16, MC_FIGURE_WAIT, NULL);
  g_assert_cmpfloat_with_epsilon (find_key (waited, 0)->now, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (find_key (waited, 0)->usual, 40, 1e-9); /* of 20, 40, 60 */
}

static void
test_too_few (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GArray) parts = NULL;
  guint days;

  add_visitors (rows, monday (), -1, 1, 3, 1);
  for (int week = 1; week < MC_USUAL_LEAST; week++)
    add_visitors (rows, monday () - 7 * week, -1, 1, 3, 1);
  parts = mc_usual_find (rows, monday (), -1, MC_FIGURE_ARRIVED, &days);
  g_assert_cmpuint (days, ==, MC_USUAL_LEAST - 1);
  g_assert_true (isnan (find_key (parts, 1)->usual));
}

static void
test_peak (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  McWaitPeak peak;

  g_assert_false (mc_wait_peak_find (rows, 0, -1, &peak));
  add_visitors (rows, monday (), 16, 3, MC_PEAK_LEAST, 20);
  add_visitors (rows, monday (), 17, 4, MC_PEAK_LEAST - 1, 90); /* chance */
  add_visitors (rows, monday () + 1, 16, 5, MC_PEAK_LEAST, 30);
  g_assert_true (mc_wait_peak_find (rows, 0, -1, &peak));
  g_assert_cmpint (peak.day, ==, monday () + 1);
  g_assert_cmpint (peak.slot, ==, 16);
  g_assert_cmpint (peak.key, ==, 5);
  g_assert_cmpfloat_with_epsilon (peak.wait, 30, 1e-9);
  g_assert_true (mc_wait_peak_find (rows, 1, -1, &peak));
  g_assert_cmpint (peak.key, ==, 3);
  /* No other is known of that half-hour. */
  g_assert_true (mc_wait_peak_find (rows, 0, 17, &peak));
  g_assert_cmpint (peak.key, ==, 4);
  g_assert_false (mc_wait_peak_find (rows, 3, -1, &peak));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/usual/median", test_usual);
  g_test_add_func ("/usual/half-hour", test_half_hour);
  g_test_add_func ("/usual/too-few", test_too_few);
  g_test_add_func ("/usual/peak", test_peak);
  return g_test_run ();
}
