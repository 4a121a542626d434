/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the workload and the charts of them, checked against what is computed by hand. */
#include <math.h>

#include "mc-chart-scene.h"
#include "mc-scene-check.h"
#include "mc-workload-chart.h"

static GArray *
new_rows (void)
{
  return g_array_new (FALSE, TRUE, sizeof (McWorkloadRow));
}

static McWorkloadRow *
add_row (GArray *rows, McDay start, gint64 key)
{
  const McWorkloadRow row = { .start = start, .slot = -1, .key = key, .days = 1 };

  g_array_append_val (rows, row);
  return &g_array_index (rows, McWorkloadRow, rows->len - 1);
}

/* 100 received, 80 resolved (20 early, 50 on time, 10 overdue), 5 returned; 40 came, 30 called, 28 served who waited
 * 30 · 8 min = 14.400 s together, 6 of them too long; 25 ratings, 20 of them satisfied or very satisfied. */
static void
test_figures (void)
{
  McWorkloadRow row = { .received = 100,
                        .early = 20,
                        .on_time = 50,
                        .overdue = 10,
                        .returned = 5,
                        .digital = 60,
                        .process_minutes = 80 * 1440 * 3,
                        .arrived = 40,
                        .served = 28,
                        .no_show = 8,
                        .above_level = 6,
                        .wait_seconds = 14400,
                        .wait_max = 2700,
                        .service_seconds = 28 * 300,
                        .wait_histogram = { [2] = 10, [3] = 14, [6] = 6 },
                        .very_satisfied = 12,
                        .satisfied = 8,
                        .neutral = 3,
                        .dissatisfied = 2 };
  const struct
  {
    McWorkloadFigure figure;
    double value;
    const char *text;
  } wanted[] = {
    { MC_FIGURE_RECEIVED, 100, "100" },
    { MC_FIGURE_RESOLVED, 80, "80" },
    { MC_FIGURE_BACKLOG, 15, "15" },
    { MC_FIGURE_ON_TIME_SHARE, 0.875, "87,5 %" },
    { MC_FIGURE_DIGITAL_SHARE, 0.6, "60,0 %" },
    { MC_FIGURE_PROCESS_DAYS, 3, "3,0" },
    { MC_FIGURE_NO_SHOW_SHARE, 0.2, "20,0 %" },
    { MC_FIGURE_WAIT, 8, "8,0" },
    { MC_FIGURE_WAIT_MAX, 45, "45" },
    { MC_FIGURE_ABOVE_LEVEL_SHARE, 0.2, "20,0 %" },
    { MC_FIGURE_SERVICE, 5, "5,0" },
    { MC_FIGURE_RATED, 25, "25" },
    { MC_FIGURE_SATISFIED_SHARE, 0.8, "80,0 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *text = NULL;

      g_assert_cmpfloat_with_epsilon (mc_workload_figure_value (wanted[i].figure, &row), wanted[i].value, 1e-9);
      text = mc_workload_figure_format (wanted[i].figure, wanted[i].value);
      g_assert_cmpstr (text, ==, wanted[i].text);
    }
}

/* A share of nothing is not 0, and every figure has its words. */
static void
test_nothing (void)
{
  const McWorkloadRow none = { 0 };

  for (McWorkloadFigure figure = MC_FIGURE_RECEIVED; figure < MC_N_FIGURES; figure++)
    {
      double value = mc_workload_figure_value (figure, &none);
      McWorkloadFigure parsed;

      g_assert_true (mc_workload_figure_is_sum (figure) ? value == 0 : isnan (value));
      g_assert_true (mc_workload_figure_parse (mc_workload_figure_name (figure), &parsed));
      g_assert_cmpint (parsed, ==, figure);
      g_assert_true (*mc_workload_figure_words (figure));
      g_assert_true (mc_workload_figure_is_sum (figure) || figure == MC_FIGURE_WAIT_MAX ||
                     mc_workload_figure_formula (figure));
    }
}

/* Days under the same weekday a year before; months under months. */
static void
test_earlier (void)
{
  McWorkloadChartSpec spec = { .kind = MC_WORKLOAD_CHART_TIME,
                               .from = mc_day_new (2026, 11, 1),
                               .to = mc_day_new (2026, 12, 1),
                               .bucket = MC_WORKLOAD_DAY,
                               .compare = MC_COMPARE_YEAR,
                               .split = MC_DAY_NONE,
                               .known_to = MC_DAY_NONE };
  McWorkloadQuery query;

  g_assert_true (mc_workload_chart_get_compared (&spec, &query));
  g_assert_cmpint (query.from, ==, mc_day_new (2025, 11, 2));
  g_assert_cmpint (mc_day_weekday (query.from), ==, mc_day_weekday (spec.from));
  spec.bucket = MC_WORKLOAD_MONTH;
  g_assert_true (mc_workload_chart_get_compared (&spec, &query));
  g_assert_cmpint (query.from, ==, mc_day_new (2025, 11, 1));
  spec.compare = MC_COMPARE_PREVIOUS;
  g_assert_true (mc_workload_chart_get_compared (&spec, &query));
  g_assert_cmpint (query.from, ==, mc_day_new (2026, 10, 1));
  g_assert_cmpint (query.to, ==, mc_day_new (2026, 11, 1));
  /* Of a month that is not over, as much of the month before. */
  spec.known_to = mc_day_new (2026, 11, 21);
  spec.bucket = MC_WORKLOAD_DAY;
  g_assert_true (mc_workload_chart_get_compared (&spec, &query));
  g_assert_cmpint (query.to - query.from, ==, 20);
  spec.compare = MC_COMPARE_NONE;
  g_assert_false (mc_workload_chart_get_compared (&spec, &query));
}

/* 300 in November, 200 a year before: a half more. December is not there and not 0. */
static void
test_time (void)
{
  g_autoptr (GArray) rows = new_rows ();
  g_autoptr (GArray) compared = new_rows ();
  const McWorkloadChartInput input = { .rows = rows, .compared = compared };
  const McWorkloadChartSpec spec = { .kind = MC_WORKLOAD_CHART_TIME,
                                     .from = mc_day_new (2026, 10, 1),
                                     .to = mc_day_new (2027, 1, 1),
                                     .bucket = MC_WORKLOAD_MONTH,
                                     .figure = MC_FIGURE_RECEIVED,
                                     .compare = MC_COMPARE_YEAR,
                                     .split = MC_DAY_NONE,
                                     .known_to = MC_DAY_NONE };
  g_autoptr (McChart) chart = NULL;

  add_row (rows, mc_day_new (2026, 10, 1), 0)->received = 100;
  add_row (rows, mc_day_new (2026, 11, 1), 0)->received = 200;
  add_row (compared, mc_day_new (2025, 11, 1), 0)->received = 200;
  chart = mc_workload_chart_new (&spec, &input);
  g_assert_cmpuint (mc_chart_get_n_categories (chart), ==, 3);
  g_assert_cmpfloat (mc_chart_get_value (chart, 0, 1), ==, 200);
  g_assert_true (isnan (mc_chart_get_value (chart, 0, 2)));
  g_assert_true (isnan (mc_chart_get_value (chart, 1, 0)));
  g_assert_cmpfloat (mc_chart_get_value (chart, 1, 1), ==, 200);
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "50,0 %"));
}

/* Before the decision 10 and 20 a day, since then 40: on average 15 and 40. */
static void
test_split (void)
{
  g_autoptr (GArray) rows = new_rows ();
  const McWorkloadChartInput input = { .rows = rows };
  McDay first = mc_day_new (2026, 11, 2);
  const McWorkloadChartSpec spec = { .kind = MC_WORKLOAD_CHART_TIME,
                                     .from = first,
                                     .to = first + 5,
                                     .bucket = MC_WORKLOAD_DAY,
                                     .figure = MC_FIGURE_ARRIVED,
                                     .split = first + 2 };
  g_autoptr (McChart) chart = NULL;
  guint mark;

  add_row (rows, first, 0)->arrived = 10;
  add_row (rows, first + 1, 0)->arrived = 20;
  add_row (rows, first + 4, 0)->arrived = 40;
  chart = mc_workload_chart_new (&spec, &input);
  /* Days on which there was nothing tear no hole. */
  g_assert_cmpuint (mc_chart_get_n_categories (chart), ==, 3);
  g_assert_cmpstr (mc_chart_get_mark (chart, &mark), ==, "04/11/2026");
  g_assert_cmpuint (mark, ==, 2);
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "15"));
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "40"));
}

static GHashTable *
new_names (void)
{
  static const gint64 keys[] = { 1, 2, 3 };
  GHashTable *names = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_hash_table_insert (names, (gpointer)&keys[0], (gpointer) "Tư pháp");
  g_hash_table_insert (names, (gpointer)&keys[1], (gpointer) "Xây dựng");
  g_hash_table_insert (names, (gpointer)&keys[2], (gpointer) "Nội vụ");
  return names;
}

/* Ranked by what they have, the one without a name too; 188 of 250 is 75,2 %. */
static void
test_ranked (void)
{
  g_autoptr (GArray) rows = new_rows ();
  g_autoptr (GHashTable) names = new_names ();
  const McWorkloadChartInput input = { .rows = rows, .names = names };
  McWorkloadChartSpec spec = {
    .kind = MC_WORKLOAD_CHART_RANKED, .from = 0, .to = 30, .by = MC_WORKLOAD_BY_AGENCY, .figure = MC_FIGURE_RECEIVED
  };
  g_autoptr (McChart) chart = NULL;

  add_row (rows, 0, 0)->received = 20;
  add_row (rows, 0, 3)->received = 11;
  add_row (rows, 0, 1)->received = 188;
  add_row (rows, 0, 2)->received = 31;
  chart = mc_workload_chart_new (&spec, &input);
  g_assert_cmpstr (mc_chart_get_label (chart, 0), ==, "Tư pháp");
  g_assert_cmpstr (mc_chart_get_target (chart, 0), ==, "agency/1");
  g_assert_cmpfloat (mc_chart_get_value (chart, 0, 2), ==, 20);
  g_assert_null (mc_chart_get_target (chart, 2));
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "75,2 %"));
}

/* Two people carry 94 each, one carries 11. */
static void
test_load (void)
{
  static const gint64 first = 1, third = 3;
  g_autoptr (GArray) rows = new_rows ();
  g_autoptr (GHashTable) names = new_names ();
  g_autoptr (GHashTable) staff = g_hash_table_new (g_int64_hash, g_int64_equal);
  const McWorkloadChartInput input = { .rows = rows, .names = names, .staff = staff };
  const McWorkloadChartSpec spec = {
    .kind = MC_WORKLOAD_CHART_LOAD, .from = 0, .to = 30, .by = MC_WORKLOAD_BY_AGENCY, .figure = MC_FIGURE_RECEIVED
  };
  g_autoptr (McChart) chart = NULL;

  g_hash_table_insert (staff, (gpointer)&first, GINT_TO_POINTER (2));
  g_hash_table_insert (staff, (gpointer)&third, GINT_TO_POINTER (1));
  add_row (rows, 0, 1)->received = 188;
  add_row (rows, 0, 3)->received = 11;
  chart = mc_workload_chart_new (&spec, &input);
  g_assert_cmpfloat (mc_chart_get_value (chart, 1, 0), ==, 2);
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "94"));
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "11"));
}

/* On two Mondays 60 came from eight o'clock: 30 a day. */
static void
test_hours (void)
{
  g_autoptr (GArray) rows = new_rows ();
  const McWorkloadChartInput input = { .rows = rows };
  const McWorkloadChartSpec spec = {
    .kind = MC_WORKLOAD_CHART_HOURS, .from = 0, .to = 30, .figure = MC_FIGURE_ARRIVED
  };
  g_autoptr (McChart) chart = NULL;
  McWorkloadRow *row = add_row (rows, 0, 1);

  *row = (McWorkloadRow){ .slot = 16, .key = 1, .days = 2, .arrived = 60 };
  row = add_row (rows, 0, 3);
  *row = (McWorkloadRow){ .slot = 18, .key = 3, .days = 1, .arrived = 7 };
  chart = mc_workload_chart_new (&spec, &input);
  g_assert_cmpuint (mc_chart_get_n_series (chart), ==, 2);
  g_assert_cmpuint (mc_chart_get_n_categories (chart), ==, 3);
  g_assert_cmpstr (mc_chart_get_label (chart, 0), ==, "08:00");
  g_assert_cmpfloat (mc_chart_get_value (chart, 0, 0), ==, 30);
  g_assert_cmpfloat (mc_chart_get_value (chart, 1, 2), ==, 7);
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "08:00"));
}

/* 24 of 30 waited less than 15 minutes. */
static void
test_waiting (void)
{
  g_autoptr (GArray) rows = new_rows ();
  const McWorkloadChartInput input = { .rows = rows };
  const McWorkloadChartSpec spec = { .kind = MC_WORKLOAD_CHART_WAITING, .from = 0, .to = 30, .level = 15 };
  McWorkloadRow *row = add_row (rows, 0, 0);
  g_autoptr (McChart) chart = NULL;
  guint mark;

  row->wait_histogram[0] = 10;
  row->wait_histogram[4] = 14;
  row->wait_histogram[5] = 6;
  chart = mc_workload_chart_new (&spec, &input);
  g_assert_nonnull (mc_chart_get_mark (chart, &mark));
  g_assert_cmpuint (mark, ==, 5);
  g_assert_nonnull (strstr (mc_chart_get_title (chart), "80,0 %"));
}

/* Whatever there is of rows, and where there are none, each chart can be drawn; stacks add up to the whole. */
static void
test_any (void)
{
  for (guint round = 0; round < 200 && !g_test_failed (); round++)
    {
      g_autoptr (GArray) rows = new_rows ();
      g_autoptr (GHashTable) names = new_names ();
      const McWorkloadChartInput input = { .rows = rows, .names = names };
      McDay first = mc_day_new (2026, 1, 1);
      McWorkloadChartSpec spec = { .kind = g_test_rand_int_range (0, MC_N_WORKLOAD_CHARTS),
                                   .from = first,
                                   .to = first + g_test_rand_int_range (1, 800),
                                   .bucket = g_test_rand_int_range (0, MC_WORKLOAD_WHOLE + 1),
                                   .by = g_test_rand_int_range (0, MC_WORKLOAD_BY_WEEKDAY_SLOT + 1),
                                   .figure = g_test_rand_int_range (0, MC_N_FIGURES),
                                   .compare = g_test_rand_int_range (0, 3),
                                   .level = 15,
                                   .split = MC_DAY_NONE,
                                   .known_to = MC_DAY_NONE };
      g_autoptr (McChart) chart = NULL;
      g_autoptr (McScene) scene = NULL;
      double received = 0, drawn = 0;

      mc_workload_chart_spec_settle (&spec);
      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        {
          McWorkloadRow *row =
              add_row (rows, first + g_test_rand_int_range (0, spec.to - first), g_test_rand_int_range (0, 5));

          row->received = g_test_rand_int_range (0, 900);
          row->on_time = g_test_rand_int_range (0, 500);
          row->overdue = g_test_rand_int_range (0, 50);
          row->arrived = g_test_rand_int_range (0, 100);
          row->wait_histogram[3] = row->arrived;
          row->wait_seconds = row->arrived * 400;
          row->slot = spec.kind == MC_WORKLOAD_CHART_HOURS ? g_test_rand_int_range (14, 34) : -1;
          if (spec.bucket == MC_WORKLOAD_DAY)
            received += (double)row->received;
        }
      chart = mc_workload_chart_new (&spec, &input);
      scene = mc_chart_scene_new (chart, NULL);
      mc_scene_check (scene);
      if (rows->len == 0)
        g_assert_true (mc_chart_is_empty (chart));
      if (spec.kind != MC_WORKLOAD_CHART_RANKED || spec.figure != MC_FIGURE_RECEIVED || spec.bucket != MC_WORKLOAD_DAY)
        continue;
      drawn = mc_chart_get_total (chart, 0);
      g_assert_cmpfloat_with_epsilon (drawn, received, 1e-6);
    }
}

/* Of idle time the rosters are asked, which know counters and no half-hours; of nothing else are they. */
static void
test_staff (void)
{
  for (McWorkloadChartKind kind = MC_WORKLOAD_CHART_TIME; kind < MC_N_WORKLOAD_CHARTS; kind++)
    {
      McWorkloadChartSpec spec = { .kind = kind, .by = MC_WORKLOAD_BY_AGENCY, .figure = MC_FIGURE_UTILISATION };
      McWorkloadQuery query;
      gboolean asks;

      mc_workload_chart_spec_settle (&spec);
      mc_workload_chart_get_query (&spec, &query);
      asks = mc_workload_figure_is_of_staff (spec.figure);
      g_assert_cmpint (asks, ==, query.staffed);
      g_assert_cmpint (asks, ==,
                       kind != MC_WORKLOAD_CHART_HOURS && kind != MC_WORKLOAD_CHART_STACKED &&
                           kind != MC_WORKLOAD_CHART_LOAD);
      if (asks)
        g_assert_true (query.by == MC_WORKLOAD_BY_NONE || query.by == MC_WORKLOAD_BY_COUNTER);
      spec.figure = MC_FIGURE_SERVING_HOURS;
      mc_workload_chart_get_query (&spec, &query);
      g_assert_false (query.staffed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload-chart/figures", test_figures);
  g_test_add_func ("/workload-chart/nothing", test_nothing);
  g_test_add_func ("/workload-chart/earlier", test_earlier);
  g_test_add_func ("/workload-chart/time", test_time);
  g_test_add_func ("/workload-chart/split", test_split);
  g_test_add_func ("/workload-chart/ranked", test_ranked);
  g_test_add_func ("/workload-chart/load", test_load);
  g_test_add_func ("/workload-chart/hours", test_hours);
  g_test_add_func ("/workload-chart/waiting", test_waiting);
  g_test_add_func ("/workload-chart/staff", test_staff);
  g_test_add_func ("/workload-chart/any", test_any);
  return g_test_run ();
}
