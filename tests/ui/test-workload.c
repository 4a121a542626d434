/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workload's page without a session: what may be chosen with which chart, and how it is told to those who listen;
 * the list of a chart, and the lines of what a need changes. */
#include <adwaita.h>

#include "mc-chart-list.h"
#include "mc-chart-scene.h"
#include "mc-need-rows.h"
#include "mc-workload-page-private.h"

typedef struct
{
  GtkWindow *window;
  McWorkloadPage *page;
} Fixture;

static void
spin (void)
{
  gint64 until = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  fixture->page = g_object_new (MC_TYPE_WORKLOAD_PAGE, NULL);
  gtk_window_set_default_size (fixture->window, 1146, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  mc_workload_page_ask (fixture->page);
  gtk_window_present (fixture->window);
  spin ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->window);
  spin ();
}

static void
choose (GtkDropDown *box, guint position)
{
  gtk_drop_down_set_selected (box, position);
  spin ();
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (GTK_WIDGET (widget));
}

/* --- Choices --- */

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  McWorkloadPage *page = fixture->page;

  g_assert_true (is_shown (page->figure_choice) && is_shown (page->bucket_choice) && is_shown (page->compare_choice));
  g_assert_true (is_shown (page->scale_choice));
  g_assert_false (is_shown (page->by_choice) || is_shown (page->split_entry));
  choose (page->kind_choice, MC_WORKLOAD_CHART_RANKED);
  g_assert_true (is_shown (page->by_choice) && is_shown (page->compare_choice));
  g_assert_false (is_shown (page->bucket_choice));
  choose (page->kind_choice, MC_WORKLOAD_CHART_HOURS);
  g_assert_false (is_shown (page->by_choice) || is_shown (page->compare_choice) || is_shown (page->scale_choice));
  choose (page->kind_choice, MC_WORKLOAD_CHART_ON_TIME);
  g_assert_true (is_shown (page->bucket_choice) && is_shown (page->compare_choice));
  g_assert_false (is_shown (page->figure_choice));
}

/* All on one row at 1366 by 768, beside a sidebar of 220. */
static void
test_one_row (Fixture *fixture, gconstpointer data)
{
  McWorkloadPage *page = fixture->page;
  GtkWidget *choices = gtk_widget_get_parent (GTK_WIDGET (page->span_choice));

  for (guint kind = 0; kind < MC_N_WORKLOAD_CHARTS; kind++)
    {
      choose (page->kind_choice, kind);
      g_assert_cmpint (gtk_widget_get_height (choices), <, 2 * gtk_widget_get_height (GTK_WIDGET (page->kind_choice)));
    }
  choose (page->kind_choice, MC_WORKLOAD_CHART_TIME);
  choose (page->compare_choice, MC_COMPARE_YEAR + 1);
  g_assert_true (is_shown (page->split_entry));
  g_assert_cmpint (gtk_widget_get_height (choices), <, 2 * gtk_widget_get_height (GTK_WIDGET (page->kind_choice)));
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  McWorkloadPage *page = fixture->page;

  mc_workload_page_look_for (page, MC_SPAN_WEEK, mc_day_new (2026, 3, 5));
  mc_workload_page_ask (page);
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2026, 3, 2));
  g_assert_cmpint (page->spec.to, ==, mc_day_new (2026, 3, 9));
  gtk_widget_activate_action (GTK_WIDGET (page), "workload.later", NULL);
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2026, 3, 9));
  mc_workload_page_look_for (page, MC_SPAN_QUARTER, mc_day_new (2026, 3, 5));
  mc_workload_page_ask (page);
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2026, 1, 1));
  g_assert_cmpint (page->spec.to, ==, mc_day_new (2026, 4, 1));
  mc_workload_page_look_at_days (page, mc_day_new (2025, 11, 3), mc_day_new (2026, 2, 10));
  g_assert_cmpint (page->span, ==, MC_SPAN_TEN_YEARS);
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2017, 1, 1));
}

static void
test_before_and_after (Fixture *fixture, gconstpointer data)
{
  McWorkloadPage *page = fixture->page;

  mc_workload_page_look_for (page, MC_SPAN_MONTH, mc_day_new (2026, 3, 5));
  mc_workload_page_ask (page);
  choose (page->compare_choice, MC_COMPARE_YEAR + 1);
  g_assert_true (is_shown (page->split_entry));
  g_assert_cmpint (page->spec.split, ==, mc_day_new (2026, 3, 1));
  mc_date_entry_set_day (page->split_entry, mc_day_new (2026, 3, 16));
  spin ();
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2026, 2, 16));
  g_assert_cmpint (page->spec.split, ==, mc_day_new (2026, 3, 16));
  g_assert_cmpint (page->spec.to, ==, mc_day_new (2026, 4, 16));
  g_assert_cmpint (page->spec.compare, ==, MC_COMPARE_NONE);
  /* A ranking of what came after, crossed with what came before. */
  choose (page->kind_choice, MC_WORKLOAD_CHART_RANKED);
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2026, 3, 16));
  g_assert_cmpint (page->spec.split, ==, MC_DAY_NONE);
  g_assert_cmpint (page->spec.compare, ==, MC_COMPARE_PREVIOUS);
  /* What cannot be compared shows the month. */
  choose (page->kind_choice, MC_WORKLOAD_CHART_HOURS);
  g_assert_false (is_shown (page->split_entry));
  g_assert_cmpint (page->spec.from, ==, mc_day_new (2026, 3, 1));
  choose (page->kind_choice, MC_WORKLOAD_CHART_TIME);
  gtk_widget_activate_action (GTK_WIDGET (page), "workload.earlier", NULL);
  g_assert_cmpint (page->spec.split, ==, mc_day_new (2026, 2, 16));
  choose (page->compare_choice, MC_COMPARE_PREVIOUS);
  g_assert_false (is_shown (page->split_entry));
  g_assert_cmpint (page->spec.split, ==, MC_DAY_NONE);
}

/* --- What is heard --- */

static gboolean
has_name (GtkWidget *widget)
{
  if (gtk_widget_get_tooltip_text (widget) ||
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) ? *gtk_label_get_label (GTK_LABEL (child)) != '\0' : has_name (child))
      return TRUE;
  return FALSE;
}

static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_COLUMN_VIEW (widget))
    {
      if (!has_name (widget))
        g_error ("a %s without a name", G_OBJECT_TYPE_NAME (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_heard (Fixture *fixture, gconstpointer data)
{
  McWorkloadPage *page = fixture->page;

  gtk_test_accessible_assert_role (page->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (page->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Workload");
  gtk_test_accessible_assert_property (page->compare_choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "Compare with");
  gtk_test_accessible_assert_property (page->scale_choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "Scale of the values");
  gtk_test_accessible_assert_property (page->split_entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The day between before and after");
  gtk_test_accessible_assert_property (page->table, GTK_ACCESSIBLE_PROPERTY_LABEL, "The values of the chart");
  check_names (GTK_WIDGET (page));
}

/* --- A chart and its list --- */

static McChart *
new_chart (void)
{
  McChart *chart = mc_chart_new (MC_CHART_LINES, "Đông nhất thứ Hai", "Lượt khách theo ngày");
  guint series;

  mc_chart_set_heading (chart, "Ngày");
  mc_chart_add_category (chart, "02/03/2026", mc_day_new (2026, 3, 2), "workload/cause/2026-03-02");
  mc_chart_add_category (chart, "03/03/2026", mc_day_new (2026, 3, 3), "workload/cause/2026-03-03");
  series = mc_chart_add_series (chart, "now", "03/2026", FALSE);
  mc_chart_set_value (chart, series, 0, 1250);
  mc_chart_set_value (chart, series, 1, 7);
  return chart;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  McWorkloadPage *page = fixture->page;
  g_autoptr (McChart) chart = new_chart ();
  g_autoptr (McScene) scene = mc_chart_scene_new (chart, NULL);
  g_autoptr (GtkAccessible) mark = NULL;
  GListModel *columns = gtk_column_view_get_columns (page->table);

  gtk_stack_set_visible_child_name (page->stack, "chart");
  mc_chart_list_show (page->table, page->rows, chart);
  mc_canvas_set_scene (page->canvas, scene);
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (page->rows)), ==, 2);
  /* The picture tells the same, mark by mark, and a mark opens why people waited. */
  g_assert_cmpstr (mc_scene_node_get_target (mc_scene_find (scene, "slot/0")), ==, "workload/cause/2026-03-02");
  mark = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (page->canvas));
  g_assert_nonnull (mark);
  /* Another chart has other columns. */
  mc_chart_list_show (page->table, page->rows, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (page->rows)), ==, 0);
}

/* --- What a need changes --- */

static McNeedPlan *
new_plan (void)
{
  const McPeriod month = { mc_day_new (2026, 9, 1), mc_day_new (2026, 10, 1) };
  const McPeriod measured = { mc_day_new (2026, 8, 3), mc_day_new (2026, 8, 31) };
  McNeedPlan *plan = mc_need_plan_new (month, measured, &MC_STAFFING_TARGET);
  g_autoptr (McCounter) counter = g_object_new (MC_TYPE_COUNTER, "number", 5, "seats", 3, NULL);
  g_autoptr (McCounter) quiet = g_object_new (MC_TYPE_COUNTER, "number", 6, "seats", 1, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (McWorkloadRow));
  g_autoptr (GError) error = NULL;
  /* 6 in a half-hour of four Mondays, 6 minutes each: 1.2 Erlang, for which two are needed. */
  const McWorkloadRow row = { .slot = 15, .key = 1, .arrived = 24, .served = 24, .service_seconds = 24 * 360 };

  g_object_set (counter, "during", &(McPeriod){ mc_day_new (2026, 1, 1), MC_DAY_NONE }, NULL);
  g_array_append_val (rows, row);
  plan->days[1] = 4;
  g_assert_true (mc_need_plan_add (plan, counter, rows, NULL, &error));
  g_assert_true (mc_need_plan_add (plan, quiet, none, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

static void
test_need (void)
{
  g_autoptr (McNeedPlan) plan = new_plan ();
  GtkListBox *box = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ()));
  g_autofree char *summary = mc_need_rows_dup_summary (plan);
  AdwActionRow *row;

  mc_need_rows_show (box, plan);
  row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (box, 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Counter 5");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Morning: Monday 3 → 2\nAfternoon: Monday 3 → 1");
  g_assert_null (gtk_list_box_get_row_at_index (box, 1));
  g_assert_cmpstr (summary, ==,
                   "People wanted change at 1 counter, now → by the need. "
                   "1 counter keeps what it has: no complete ticket is known of it.");
  mc_need_rows_show (box, NULL);
  g_assert_null (gtk_list_box_get_row_at_index (box, 0));
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/workload/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/workload/one-row", Fixture, NULL, set_up, test_one_row, tear_down);
  g_test_add ("/workload/spans", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/workload/before-and-after", Fixture, NULL, set_up, test_before_and_after, tear_down);
  g_test_add ("/workload/heard", Fixture, NULL, set_up, test_heard, tear_down);
  g_test_add ("/workload/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add_func ("/workload/need", test_need);
  return g_test_run ();
}
