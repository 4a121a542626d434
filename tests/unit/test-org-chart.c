/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "mc-org-diff.h"
#include "mc-post.h"
#include "mc-section.h"
#include "org-fixture.h"

/* The model of the chart, its numbers, and the difference between two days. */

static void
test_numbers (void)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  g_autofree char *why = NULL;
  McOrgCount count;
  McOrgSection *reception;

  org_fixture_add_plan (fixture);
  chart = org_fixture_chart (fixture, mc_day_new (2023, 1, 1));
  count = mc_org_chart_count (chart);
  g_assert_cmpuint (count.seats, ==, 41);
  g_assert_cmpuint (count.heads, ==, 40);
  g_assert_cmpuint (count.vacant, ==, 3);
  g_assert_cmpuint (count.filled, ==, 38);
  /* The head of Reception sits there twice and is one. */
  g_assert_cmpuint (count.people, ==, 37);
  g_assert_cmpuint (count.besides, ==, 1);
  g_assert_cmpuint (count.part_time, ==, 6);
  g_assert_cmpuint (count.loose, ==, 0);
  reception = mc_org_chart_find_section (chart, 1);
  g_assert_cmpuint (reception->seats, ==, 27);
  g_assert_cmpuint (reception->vacant, ==, 1);
  g_assert_cmpuint (reception->people, ==, 26);
  g_assert_cmpint (reception->ceiling, ==, 30);
  why = mc_org_chart_dup_why (chart);
  g_assert_nonnull (strstr (why, "41 seats are 40 heads"));
  g_assert_nonnull (strstr (why, "Trưởng Bộ phận tiếp nhận"));
}

static void
test_order (void)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  const GPtrArray *seats;
  const char *const first[] = { "seat/1", "seat/2", "seat/3", "seat/4", "seat/9", "seat/10" };

  org_fixture_add_plan (fixture);
  chart = org_fixture_chart (fixture, mc_day_new (2023, 1, 1));
  seats = mc_org_chart_get_seats (chart);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_assert_cmpstr (((McOrgSeat *)g_ptr_array_index (seats, i))->key, ==, first[i]);
  g_assert_true (mc_org_chart_find (chart, "seat/4")->besides);
  g_assert_cmpstr (mc_org_chart_find_person (chart, 112)->key, ==, "seat/12");
}

/* Rows read at two moments may contradict each other; the chart then shows what it can. */
static void
test_odd_rows (void)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  g_autoptr (McScene) scene = NULL;

  org_fixture_add_post (fixture, 1, "A", 0, 2);
  org_fixture_add_post (fixture, 2, "B", 0, 1);
  org_fixture_add_post (fixture, 3, "C", 99, 77);
  org_fixture_add_seat (fixture, 1, 1, 1, NULL, 1);
  org_fixture_add_seat (fixture, 2, 2, 1, NULL, 1);
  org_fixture_add_seat (fixture, 3, 3, 1, NULL, 0);
  g_list_store_remove (fixture->posts, 2);
  chart = org_fixture_chart (fixture, 0);
  scene = mc_org_layout (chart, NULL);
  g_assert_nonnull (mc_scene_find (scene, "seat/1"));
  g_assert_nonnull (mc_scene_find (scene, "seat/2"));
  g_assert_nonnull (mc_scene_find (scene, "seat/3"));
}

static void
assert_change (McOrgDiff *diff, const char *key, McOrgChangeKind kind)
{
  McOrgChange *change = mc_org_diff_find (diff, key);

  g_assert_nonnull (change);
  g_assert_cmpint (change->kind, ==, kind);
}

static void
test_difference (void)
{
  g_autoptr (OrgFixture) before = org_fixture_new (), after = org_fixture_new ();
  g_autoptr (McOrgChart) earlier = NULL, later = NULL;
  g_autoptr (McOrgDiff) diff = NULL, none = NULL;
  g_autofree char *summary = NULL, *nothing = NULL, *detail = NULL;

  org_fixture_add_plan (before);
  org_fixture_add_plan (after);
  org_fixture_sit (after, 36, 900); /* came */
  org_fixture_sit (after, 18, 110); /* moved from 10 */
  org_fixture_sit (after, 10, 0);   /* which is vacant now */
  org_fixture_sit (after, 30, 901); /* came; 130 left */
  org_fixture_add_loose (after, 902);
  earlier = org_fixture_chart (before, 10);
  later = org_fixture_chart (after, 20);
  g_list_store_remove (after->staff, 0);
  diff = mc_org_diff_new (earlier, later);
  assert_change (diff, "seat/36", MC_ORG_CAME);
  assert_change (diff, "seat/18", MC_ORG_MOVED);
  assert_change (diff, "seat/10", MC_ORG_VACATED);
  assert_change (diff, "seat/30", MC_ORG_CAME);
  assert_change (diff, "loose/902", MC_ORG_CAME);
  g_assert_null (mc_org_diff_find (diff, "seat/11"));
  summary = mc_org_diff_dup_summary (diff);
  /* 130 is on duty still, as the fixture has it, and holds no seat. */
  g_assert_cmpstr (summary, ==, "3 came · 2 moved · 1 became vacant");
  detail = mc_org_change_dup_detail (mc_org_diff_find (diff, "seat/18"));
  g_assert_cmpstr (detail, ==, "Tiếp nhận và trả kết quả (CT) → Tiếp nhận và trả kết quả (GDĐT)");
  none = mc_org_diff_new (earlier, earlier);
  nothing = mc_org_diff_dup_summary (none);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  g_assert_cmpstr (nothing, ==, "Nothing has changed between the two days.");
}

/* A day's chart and itself with one seat fewer and one more; who held it besides gives it up. */
static void
test_difference_of_seats (void)
{
  g_autoptr (OrgFixture) before = org_fixture_new (), after = org_fixture_new ();
  g_autoptr (McOrgChart) earlier = NULL, later = NULL;
  g_autoptr (McOrgDiff) diff = NULL;
  g_autofree char *summary = NULL;

  org_fixture_add_plan (before);
  org_fixture_add_plan (after);
  org_fixture_sit (after, 4, 0);
  org_fixture_add_seat (after, 50, 11, 2, "VPUB", 0);
  earlier = org_fixture_chart (before, 10);
  later = org_fixture_chart (after, 20);
  diff = mc_org_diff_new (earlier, later);
  assert_change (diff, "seat/4", MC_ORG_VACATED);
  assert_change (diff, "seat/50", MC_ORG_SEAT_NEW);
  summary = mc_org_diff_dup_summary (diff);
  g_assert_cmpstr (summary, ==, "1 gave up · 1 became vacant · 1 new seat");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/org-chart/numbers", test_numbers);
  g_test_add_func ("/org-chart/order", test_order);
  g_test_add_func ("/org-chart/odd-rows", test_odd_rows);
  g_test_add_func ("/org-chart/difference", test_difference);
  g_test_add_func ("/org-chart/difference-of-seats", test_difference_of_seats);
  return g_test_run ();
}
