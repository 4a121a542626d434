/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts: their axes, limits and lists; and what holds for a thousand of them made by chance. */
#include <math.h>

#include "chart-fixture.h"
#include "mc-chart-scene.h"
#include "mc-scene-check.h"
#include "mc-text-private.h"

#define N_INPUTS 1000

static void
assert_ticks (const McChartAxis *axis, const char *wanted)
{
  double ticks[MC_CHART_MAX_TICKS];
  guint n = mc_chart_axis_list_ticks (axis, ticks);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *tick = mc_chart_axis_format (axis, ticks[i]);

      g_string_append_printf (text, "%s%s", i ? " " : "", tick);
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
test_axis (void)
{
  McChartAxis axis;

  mc_chart_axis_init (&axis, FALSE, FALSE, 11, 188, TRUE, TRUE, 100, 0, 25);
  assert_ticks (&axis, "0 50 100 150 200");
  g_assert_cmpfloat_with_epsilon (mc_chart_axis_place (&axis, 50), 75, 1e-9);
  mc_chart_axis_init (&axis, FALSE, FALSE, 0, 12345, TRUE, TRUE, 100, 0, 30);
  assert_ticks (&axis, "0 5.000 10.000 15.000");
  mc_chart_axis_init (&axis, FALSE, FALSE, 0, 0.31, TRUE, FALSE, 100, 0, 25);
  assert_ticks (&axis, "0,0 0,1 0,2 0,3 0,4");
  mc_chart_axis_init (&axis, FALSE, TRUE, 0.912, 0.987, FALSE, FALSE, 100, 0, 30);
  assert_ticks (&axis, "90 % 95 % 100 %");
  mc_chart_axis_init (&axis, TRUE, FALSE, 11, 188, TRUE, TRUE, 0, 100, 25);
  assert_ticks (&axis, "10 20 50 100 200");
  /* What is the same ratio is the same length. */
  g_assert_cmpfloat_with_epsilon (mc_chart_axis_place (&axis, 40) - mc_chart_axis_place (&axis, 20),
                                  mc_chart_axis_place (&axis, 200) - mc_chart_axis_place (&axis, 100), 1e-9);
  /* All the same is an axis, too. */
  mc_chart_axis_init (&axis, FALSE, FALSE, 0, 0, TRUE, TRUE, 100, 0, 30);
  assert_ticks (&axis, "0 1");
}

/* 180 of 200 and 190 of 200 on time: mean 0,925; s = sqrt (0,925 · 0,075 / 200) = 0,018625; 3 s = 0,055874. */
static void
test_limits (void)
{
  g_autoptr (McChart) chart = mc_chart_new (MC_CHART_CONTROL, "", "");
  double centre, low, high;
  g_autofree char *cell = NULL;

  for (guint i = 0; i < 3; i++)
    mc_chart_add_category (chart, "x", MC_DAY_NONE, NULL);
  mc_chart_set_measure (chart, NULL, 1, TRUE);
  mc_chart_add_series (chart, "share", "On time", FALSE);
  mc_chart_set_value (chart, 0, 0, 0.90);
  mc_chart_set_value (chart, 0, 1, 0.95);
  mc_chart_set_base (chart, 0, 200);
  mc_chart_set_base (chart, 1, 200);
  g_assert_true (mc_chart_get_limits (chart, 0, &centre, &low, &high));
  g_assert_cmpfloat_with_epsilon (centre, 0.925, 1e-9);
  g_assert_cmpfloat_with_epsilon (low, 0.869126, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, 0.980874, 1e-6);
  g_assert_false (mc_chart_get_limits (chart, 2, &centre, &low, &high));
  g_assert_cmpuint (mc_chart_get_n_columns (chart), ==, 5);
  cell = mc_chart_dup_cell (chart, 0, 3);
  g_assert_cmpstr (cell, ==, "86,9 %");
  /* The mean follows what is changed. */
  mc_chart_set_value (chart, 0, 1, 0.90);
  mc_chart_get_limits (chart, 0, &centre, &low, &high);
  g_assert_cmpfloat_with_epsilon (centre, 0.9, 1e-9);
}

/* What the picture says, the list says: every slot has all values of its row. */
static void
test_twin (void)
{
  g_autoptr (McChart) chart = chart_fixture_new (MC_CHART_STACKED);
  g_autoptr (McScene) scene = mc_chart_scene_new (chart, NULL);

  for (guint row = 0; row < mc_chart_get_n_categories (chart); row++)
    {
      g_autofree char *key = g_strdup_printf ("slot/%u", row);
      McSceneNode *slot = mc_scene_find (scene, key);

      g_assert_nonnull (slot);
      g_assert_cmpstr (mc_scene_node_get_name (slot), ==, mc_chart_get_label (chart, row));
      for (guint column = 1; column < mc_chart_get_n_columns (chart); column++)
        {
          g_autofree char *head = mc_chart_dup_column (chart, column);
          g_autofree char *cell = mc_chart_dup_cell (chart, row, column);
          g_autofree char *both = g_strdup_printf ("%s: %s", head, cell);

          g_assert_nonnull (strstr (mc_scene_node_get_description (slot), both));
        }
    }
}

/* 188 of 408 beside 11 of 408; linear, the bar of 11 is a seventeenth of the other's, logarithmic well over a third. */
static void
test_first_morning (void)
{
  g_autoptr (McChart) chart = chart_fixture_new (MC_CHART_PAIRED);
  const McChartOptions share = { .scale = MC_CHART_SHARE };
  g_autoptr (McScene) scene = mc_chart_scene_new (chart, &share);
  McSceneNode *least = mc_scene_find (scene, "slot/3");

  g_assert_nonnull (strstr (mc_scene_node_get_description (least), "11 (2,7 %)"));
}

/* --- A thousand by chance --- */

static const char *const words[] = { "Tư pháp",
                                     "Quầy 12",
                                     "Nông nghiệp và Môi trường",
                                     "Ẩm",
                                     "một-từ-rất-dài-không-có-dấu-cách-nào-cả-và-còn-dài-hơn-nữa",
                                     "W",
                                     "Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ",
                                     "2" };

static const char *
random_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static double
random_value (double scale, gboolean percent)
{
  int kind = g_test_rand_int_range (0, 12);

  if (kind == 0)
    return NAN;
  if (percent)
    return kind == 1 ? 1 : g_test_rand_double_range (0.6, 1);
  return kind == 1 ? 0 : kind == 2 ? scale * 30 : g_test_rand_double_range (0, scale);
}

static McChart *
random_chart (void)
{
  McChartKind kind = g_test_rand_int_range (0, MC_N_CHART_KINDS);
  gboolean percent = kind == MC_CHART_CONTROL || (kind == MC_CHART_LINES && g_test_rand_bit ());
  McChart *chart = mc_chart_new (kind, random_word (), g_test_rand_bit () ? random_word () : NULL);
  gboolean days = kind == MC_CHART_LINES || kind == MC_CHART_CONTROL || kind == MC_CHART_STACKED;
  guint n = (guint)g_test_rand_int_range (0, g_test_rand_bit () ? 12 : kind == MC_CHART_FUNNEL ? 15 : 80);
  guint n_series = (guint)g_test_rand_int_range (1, kind == MC_CHART_MULTIPLES || g_test_rand_bit () ? 12 : 3);
  double scale = pow (10, g_test_rand_double_range (-1, 6));
  int every = g_test_rand_int_range (1, 40);

  for (guint i = 0; i < n; i++)
    {
      McDay day = mc_day_new (2020, 1, 1) + (McDay)i * every;
      g_autofree char *label = days ? mc_day_format (day) : g_strdup (random_word ());

      mc_chart_add_category (chart, label, days ? day : MC_DAY_NONE, NULL);
    }
  mc_chart_set_measure (chart, g_test_rand_bit () ? random_word () : NULL, g_test_rand_int_range (0, 3), percent);
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *key = g_strdup_printf ("%u", s);

      mc_chart_add_series (chart, key, random_word (), s > 0 && g_test_rand_int_range (0, 5) == 0);
      for (guint i = 0; i < n; i++)
        mc_chart_set_value (chart, s, i, random_value (scale, percent));
    }
  for (guint i = 0; i < n; i++)
    mc_chart_set_base (chart, i, g_test_rand_int_range (0, 400));
  if (g_test_rand_bit ())
    mc_chart_set_source (chart, random_word ());
  if (g_test_rand_bit ())
    mc_chart_set_mark (chart, (guint)g_test_rand_int_range (0, (int)n + 1), random_word ());
  return chart;
}

static gboolean
overlap (const McRect *a, const McRect *b)
{
  return a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width && a->y + 0.01 < b->y + b->height &&
         b->y + 0.01 < a->y + a->height;
}

/* Also of different marks: the number on a bar and the name beside it. */
static void
check_labels (McScene *scene, const char *what)
{
  g_autoptr (GArray) inks = g_array_new (FALSE, FALSE, sizeof (McRect));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      gsize n;
      McMark *marks = mc_scene_node_get_marks (mc_scene_get_node (scene, i), &n);

      for (gsize m = 0; m < n; m++)
        {
          McRect ink;

          if (marks[m].kind != MC_MARK_TEXT)
            continue;
          mc_text_get_ink (&marks[m].text, &marks[m].box, &ink);
          for (guint o = 0; o < inks->len; o++)
            if (overlap (&ink, &g_array_index (inks, McRect, o)))
              {
                g_test_message ("%s: “%s” lies over “%s”", what, marks[m].text.text,
                                (char *)g_ptr_array_index (texts, o));
                g_test_fail ();
              }
          g_array_append_val (inks, ink);
          g_ptr_array_add (texts, marks[m].text.text);
        }
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < N_INPUTS && !g_test_failed (); i++)
    {
      g_autoptr (McChart) chart = random_chart ();
      McChartOptions options = { .width = g_test_rand_double_range (260, 900),
                                 .height = g_test_rand_double_range (150, 600),
                                 .scale = g_test_rand_int_range (0, MC_N_CHART_SCALES),
                                 .bare = g_test_rand_int_range (0, 4) == 0 };
      g_autofree char *what = NULL;
      g_autoptr (McScene) scene = NULL;
      McRect bounds;

      if (g_test_rand_int_range (0, 3) == 0 && mc_chart_get_n_categories (chart) > 2)
        {
          options.first = 1;
          options.n = mc_chart_get_n_categories (chart) / 2;
        }
      what =
          g_strdup_printf ("input %u, %s, scale %u%s, %.0fx%.0f, %u categories", i,
                           chart_fixture_name (mc_chart_get_kind (chart)), options.scale, options.bare ? ", bare" : "",
                           options.width, options.height, mc_chart_get_n_categories (chart));
      scene = mc_chart_scene_new (chart, &options);
      bounds = mc_scene_get_bounds (scene);
      mc_scene_check (scene);
      check_labels (scene, what);
      g_assert_cmpfloat_with_epsilon (bounds.x, 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (bounds.width, options.width, 1e-6);
      g_assert_cmpfloat (bounds.height, >=, options.height - 1e-6);
      g_assert_true (mc_scene_get_least_text (scene) == 0 || mc_scene_get_least_text (scene) >= MC_CHART_LEAST_TEXT);
      if (g_test_failed ())
        g_test_message ("%s", what);
    }
}

/* As many things as can be told apart, however many days: ten years do not make ten years of nodes. */
static void
test_ten_years (void)
{
  for (McChartKind kind = MC_CHART_LINES; kind <= MC_CHART_STACKED; kind++)
    {
      g_autoptr (McChart) chart = chart_fixture_days (kind, 3652, 9);
      g_autoptr (McScene) scene = mc_chart_scene_new (chart, NULL);

      g_assert_cmpuint (mc_scene_get_n_nodes (scene), <, 420);
      g_assert_cmpint (mc_chart_slot_at (scene, 400, 200), >, 1000);
      g_assert_cmpint (mc_chart_slot_at (scene, 1, 359), ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/axis", test_axis);
  g_test_add_func ("/chart/limits", test_limits);
  g_test_add_func ("/chart/twin", test_twin);
  g_test_add_func ("/chart/first-morning", test_first_morning);
  g_test_add_func ("/chart/random", test_random);
  g_test_add_func ("/chart/ten-years", test_ten_years);
  return g_test_run ();
}
