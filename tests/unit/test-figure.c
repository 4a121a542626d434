/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-service-quality.h"

#include <math.h>
#include <string.h>

/* Figures of sums of facts. */

static McWorkloadRow
example (void)
{
  return (McWorkloadRow){ .received = 120,
                          .early = 60,
                          .on_time = 30,
                          .overdue = 10,
                          .returned = 5,
                          .digital = 90,
                          .process_minutes = 100 * 1440 * 3,
                          .open_late = 4,
                          .arrived = 200,
                          .served = 180,
                          .no_show = 12,
                          .incomplete = 8,
                          .unserved = 8,
                          .above_level = 24,
                          .wait_seconds = 190 * 360,
                          .wait_max = 40 * 60,
                          .service_seconds = 172 * 480,
                          .service_max = 3600,
                          .staffed_minutes = 2 * 420,
                          .busy_seconds = 7 * 3600,
                          .wait_histogram = { 40, 20, 50, 40, 16, 10, 8, 6, 0, 0, 0, 0 },
                          .very_satisfied = 50,
                          .satisfied = 30,
                          .neutral = 10,
                          .dissatisfied = 6,
                          .very_dissatisfied = 4,
                          .burst = 7 };
}

static void
assert_figure (McWorkloadFigure figure, const McWorkloadRow *row, double expected)
{
  double value = mc_workload_figure_value (figure, row);

  if (!(fabs (value - expected) < 1e-9))
    g_error ("%s is %.12g, not %.12g", mc_workload_figure_name (figure), value, expected);
}

/* Computed by hand: settled 60 + 30 + 10 = 100; called with a known wait 40 + 20 + 50 + 40 + 16 + 10 + 8 + 6 = 190. */
static void
test_by_hand (void)
{
  McWorkloadRow row = example ();

  assert_figure (MC_FIGURE_RESOLVED, &row, 100);
  assert_figure (MC_FIGURE_BACKLOG, &row, 120 - 100 - 5);
  assert_figure (MC_FIGURE_EARLY_SHARE, &row, 0.6);
  assert_figure (MC_FIGURE_ON_TIME_SHARE, &row, 0.9);
  assert_figure (MC_FIGURE_OVERDUE_SHARE, &row, 0.1);
  assert_figure (MC_FIGURE_DIGITAL_SHARE, &row, 0.75);
  assert_figure (MC_FIGURE_PROCESS_DAYS, &row, 3);
  assert_figure (MC_FIGURE_SERVED_SHARE, &row, 0.9);
  assert_figure (MC_FIGURE_NO_SHOW_SHARE, &row, 12.0 / 200);
  assert_figure (MC_FIGURE_UNSERVED_SHARE, &row, 0.04);
  assert_figure (MC_FIGURE_INCOMPLETE_SHARE, &row, 8.0 / 180);
  assert_figure (MC_FIGURE_WAIT, &row, 6);
  assert_figure (MC_FIGURE_WAIT_MAX, &row, 40);
  assert_figure (MC_FIGURE_ABOVE_LEVEL_SHARE, &row, 24.0 / 190);
  assert_figure (MC_FIGURE_SERVICE, &row, 8);
  assert_figure (MC_FIGURE_SERVING_HOURS, &row, 172 * 480 / 3600.0);
  /* Two people for seven hours of reception each, of which seven were spent serving. */
  assert_figure (MC_FIGURE_STAFFED_HOURS, &row, 14);
  assert_figure (MC_FIGURE_IDLE_HOURS, &row, 7);
  assert_figure (MC_FIGURE_UTILISATION, &row, 0.5);
  assert_figure (MC_FIGURE_RATED, &row, 100);
  assert_figure (MC_FIGURE_SATISFIED_SHARE, &row, 0.8);
  assert_figure (MC_FIGURE_BURST_SHARE, &row, 0.07);
  /* The 95th of 190: 60 wait under 2 minutes, 35 of the next 50 reach 2 + 3 × 35 / 50. */
  assert_figure (MC_FIGURE_WAIT_MEDIAN, &row, 2 + 3 * 0.7);
  /* The 171st: 166 under 15 minutes, 5 of the next 10. */
  assert_figure (MC_FIGURE_WAIT_NINETY, &row, 15 + 5 * 0.5);
}

/* Points of the national portal are no business of ours: maxima, our share of what we count, and nothing of the rest.
 */
static void
test_quality (void)
{
  g_autoptr (McRuleBook) book = mc_rule_book_new ();
  g_autoptr (McRuleVersion) version = mc_rule_version_new ();
  g_autoptr (GError) error = NULL;
  McWorkloadRow row = example (), none = { 0 };
  const McRule *rule;

  g_set_str (&version->topic, MC_SERVICE_QUALITY_TOPIC);
  g_set_str (&version->source, "Quyết định 766/QĐ-TTg");
  g_set_str (&version->value, "{\"progress\": 21, \"satisfaction\": 18}");
  version->during = MC_PERIOD_ALWAYS;
  g_assert_true (mc_rule_book_add (book, version, &error));
  g_assert_no_error (error);
  rule = mc_rule_book_find (book, MC_SERVICE_QUALITY_TOPIC, 20000);
  g_assert_nonnull (rule);
  g_assert_cmpint (mc_quality_group_max (MC_QUALITY_PROGRESS, rule), ==, 21);
  g_assert_cmpint (mc_quality_group_max (MC_QUALITY_SATISFACTION, rule), ==, 18);
  g_assert_cmpint (mc_quality_group_max (MC_QUALITY_ONLINE, rule), ==, 0);
  g_assert_cmpfloat_with_epsilon (mc_quality_group_share (MC_QUALITY_PROGRESS, &row), 0.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (mc_quality_group_share (MC_QUALITY_SATISFACTION, &row), 0.8, 1e-12);
  for (McQualityGroup group = 0; group < MC_N_QUALITY_GROUPS; group++)
    {
      g_assert_false (isfinite (mc_quality_group_share (group, &none)));
      g_assert_cmpstr (mc_quality_group_label (group), !=, "");
      if (group != MC_QUALITY_PROGRESS && group != MC_QUALITY_SATISFACTION)
        g_assert_false (isfinite (mc_quality_group_share (group, &row)));
    }
}

static void
test_timed (void)
{
  g_assert_true (mc_workload_figure_is_timed (MC_FIGURE_WAIT_NINETY));
  g_assert_true (mc_workload_figure_is_timed (MC_FIGURE_SERVICE));
  g_assert_false (mc_workload_figure_is_timed (MC_FIGURE_SERVED));
}

static void
fill (McWorkloadRow *row)
{
  for (gint64 *at = &row->received; at < &row->wait_max; at++)
    *at = g_test_rand_int_range (0, 50);
  row->wait_max = g_test_rand_int_range (0, 9000);
  row->service_seconds = g_test_rand_int_range (0, 90000);
  row->service_max = g_test_rand_int_range (0, 9000);
  row->staffed_minutes = g_test_rand_int_range (0, 900);
  row->busy_seconds = g_test_rand_int_range (0, 90000);
  for (guint i = 0; i < MC_WAIT_STEPS; i++)
    row->wait_histogram[i] = g_test_rand_int_range (0, 20);
  row->very_satisfied = g_test_rand_int_range (0, 50);
  row->dissatisfied = g_test_rand_int_range (0, 50);
}

/* However rows are parted, the figures of their sum are the same. */
static void
test_any_split (void)
{
  for (int round = 0; round < 200; round++)
    {
      McWorkloadRow rows[20] = { 0 }, all = { 0 }, parts[4] = { 0 }, again = { 0 };

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          fill (&rows[i]);
          mc_workload_row_add (&all, &rows[i]);
          mc_workload_row_add (&parts[g_test_rand_int_range (0, 4)], &rows[i]);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        mc_workload_row_add (&again, &parts[i]);
      g_assert_cmpmem (&again, sizeof again, &all, sizeof all);
      for (guint m = 0; m < MC_N_FIGURES; m++)
        {
          double one = mc_workload_figure_value (m, &all), other = mc_workload_figure_value (m, &again);

          g_assert_true (one == other || (isnan (one) && isnan (other)));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/quality", test_quality);
  g_test_add_func ("/figure/by-hand", test_by_hand);
  g_test_add_func ("/figure/timed", test_timed);
  g_test_add_func ("/figure/any-split", test_any_split);
  return g_test_run ();
}
