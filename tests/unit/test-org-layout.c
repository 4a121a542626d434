/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "mc-scene-node-private.h"
#include "mc-section.h"
#include "mc-text.h"
#include "mc-tidy-tree.h"
#include "org-fixture.h"

/* What must hold of every drawing, tried on random organisations. The seed is printed by --verbose of GTest. */

#define N_CHARTS 1000
#define N_TREES 300
/* Strokes lie half outside; rounding. */
#define SLACK 0.01

/* --- The tidy tree --- */

static McTidyNode *
random_tree (guint depth, guint *left)
{
  McTidyNode *node = mc_tidy_node_new (g_test_rand_double_range (1, 80), g_test_rand_double_range (1, 60), NULL);
  guint n = depth ? (guint)g_test_rand_int_range (0, 6) : 0;

  for (guint i = 0; i < n && *left; i++)
    {
      (*left)--;
      mc_tidy_node_add (node, random_tree (depth - 1, left));
    }
  return node;
}

static void
flatten (McTidyNode *node, GPtrArray *all)
{
  g_ptr_array_add (all, node);
  for (guint i = 0; i < node->children->len; i++)
    flatten (g_ptr_array_index (node->children, i), all);
}

static void
check_node (McTidyNode *node, double sibling_gap, double level_gap)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      McTidyNode *child = g_ptr_array_index (node->children, i);
      McTidyNode *before = i ? g_ptr_array_index (node->children, i - 1) : NULL;

      g_assert_cmpfloat_with_epsilon (child->y, node->y + node->height + level_gap, 1e-6);
      if (before)
        g_assert_cmpfloat (child->x, >=, before->x + before->width + sibling_gap - 1e-6);
    }
  if (node->children->len)
    {
      McTidyNode *first = g_ptr_array_index (node->children, 0);
      McTidyNode *last = g_ptr_array_index (node->children, node->children->len - 1);

      g_assert_cmpfloat_with_epsilon (node->x + node->width / 2, (first->x + last->x + last->width) / 2, 1e-6);
    }
}

static void
test_tidy_tree (void)
{
  for (guint t = 0; t < N_TREES; t++)
    {
      guint left = 60;
      g_autoptr (McTidyNode) root = random_tree (5, &left);
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      double least = G_MAXDOUBLE;

      mc_tidy_tree_layout (root, 7, 13);
      flatten (root, all);
      for (guint i = 0; i < all->len; i++)
        {
          McTidyNode *a = g_ptr_array_index (all, i);

          least = MIN (least, a->x);
          check_node (a, 7, 13);
          for (guint k = 0; k < i; k++)
            {
              McTidyNode *b = g_ptr_array_index (all, k);

              g_assert_true (a->x + a->width <= b->x + 1e-6 || b->x + b->width <= a->x + 1e-6 ||
                             a->y + a->height <= b->y + 1e-6 || b->y + b->height <= a->y + 1e-6);
            }
        }
      g_assert_cmpfloat_with_epsilon (least, 0, 1e-6);
    }
}

/* Small subtrees between large ones are spread, not pushed to one side. */
static void
test_tidy_spread (void)
{
  g_autoptr (McTidyNode) root = mc_tidy_node_new (10, 10, NULL);
  McTidyNode *child[3];

  for (guint i = 0; i < 3; i++)
    {
      child[i] = mc_tidy_node_new (10, 10, NULL);
      mc_tidy_node_add (root, child[i]);
    }
  for (guint side = 0; side < 3; side += 2)
    for (guint i = 0; i < 5; i++)
      mc_tidy_node_add (child[side], mc_tidy_node_new (20, 10, NULL));
  mc_tidy_tree_layout (root, 0, 10);
  g_assert_cmpfloat_with_epsilon (child[1]->x, (child[0]->x + child[2]->x) / 2, 1e-6);
}

/* --- Random organisations --- */

static OrgFixture *
random_organisation (void)
{
  static const char *const codes[] = { "NV", "XD", "LĐTBXH", "VPUB", "TNMT", "Q12" };
  OrgFixture *fixture = org_fixture_new ();
  int sections = g_test_rand_int_range (0, 6), posts = g_test_rand_int_range (1, 16);
  gint64 seat = 0;

  for (int i = 1; i <= sections; i++)
    org_fixture_add_section (fixture, i, i % 2 ? "Bộ phận Tiếp nhận và Trả kết quả giải quyết hồ sơ" : "Bộ phận",
                             i % 3 ? MC_INT_NONE : 30, i == 1);
  for (int i = 1; i <= posts; i++)
    {
      int seats = g_test_rand_int_range (0, g_test_rand_bit () ? 3 : 20);

      org_fixture_add_post (fixture, i, i % 2 ? "Trưởng Bộ phận Hành chính - Tổng hợp và Kiểm soát" : "Văn thư",
                            g_test_rand_int_range (0, sections + 1), g_test_rand_int_range (0, i));
      for (int n = 1; n <= seats; n++)
        {
          gint64 person = g_test_rand_int_range (0, 90);

          org_fixture_add_seat (fixture, ++seat, i, n, g_test_rand_bit () ? codes[g_test_rand_int_range (0, 6)] : NULL,
                                person);
        }
    }
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    org_fixture_add_loose (fixture, 200 + i);
  return fixture;
}

static void
random_collapse (McOrgChart *chart, McOrgLayoutOptions *options, GHashTable *collapsed, GPtrArray *groups)
{
  const GPtrArray *seats = mc_org_chart_get_seats (chart), *sections = mc_org_chart_get_sections (chart);

  for (guint i = 0; i < groups->len; i++)
    if (g_test_rand_int_range (0, 5) == 0)
      g_hash_table_add (collapsed, g_strdup (g_ptr_array_index (groups, i)));
  for (guint i = 0; i < sections->len; i++)
    if (g_test_rand_int_range (0, 8) == 0)
      g_hash_table_add (collapsed, g_strdup_printf ("section/%" G_GINT64_FORMAT,
                                                    ((McOrgSection *)g_ptr_array_index (sections, i))->id));
  for (guint i = 0; i < seats->len; i++)
    if (g_test_rand_int_range (0, 60) == 0)
      g_hash_table_add (collapsed, g_strdup (((McOrgSeat *)g_ptr_array_index (seats, i))->key));
  options->collapsed = collapsed;
}

/* --- What must hold --- */

static gboolean
is_apart (McRect a, McRect b)
{
  return a.x + a.width <= b.x + SLACK || b.x + b.width <= a.x + SLACK || a.y + a.height <= b.y + SLACK ||
         b.y + b.height <= a.y + SLACK;
}

static gboolean
is_inside (McRect a, McRect b)
{
  return a.x >= b.x - SLACK && a.y >= b.y - SLACK && a.x + a.width <= b.x + b.width + SLACK &&
         a.y + a.height <= b.y + b.height + SLACK;
}

static gboolean
is_box (McSceneNode *node)
{
  return mc_scene_node_get_role (node) == MC_SCENE_ITEM;
}

static gboolean
is_frame (McSceneNode *node)
{
  const char *key = mc_scene_node_get_key (node);

  return mc_scene_node_get_role (node) == MC_SCENE_GROUP &&
         (g_str_has_prefix (key, "section/") || g_str_equal (key, "loose"));
}

static gboolean
is_heading (McSceneNode *node)
{
  return mc_scene_node_get_role (node) == MC_SCENE_GROUP && g_str_has_prefix (mc_scene_node_get_key (node), "group/");
}

/* Boxes and headings never overlap; frames overlap nothing that is not theirs. */
static void
check_apart (McScene *scene)
{
  guint n = mc_scene_get_n_nodes (scene);

  for (guint i = 0; i < n; i++)
    {
      McSceneNode *a = mc_scene_get_node (scene, i);

      for (guint k = 0; k < i; k++)
        {
          McSceneNode *b = mc_scene_get_node (scene, k);
          McRect first = mc_scene_node_get_bounds (a), second = mc_scene_node_get_bounds (b);

          if ((is_box (a) || is_heading (a)) && (is_box (b) || is_heading (b)))
            g_assert_true (is_apart (first, second));
          if (is_frame (a) && is_frame (b))
            g_assert_true (is_apart (first, second) || is_inside (first, second) || is_inside (second, first));
          if ((is_box (a) && is_frame (b)))
            g_assert_true (is_apart (first, second) || is_inside (first, second));
        }
    }
}

/* What has a frame for parent, at whatever distance, stands in it. */
static void
check_frames (McScene *scene)
{
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (scene, i);
      McSceneNode *up = node;

      if (!is_box (node) && !is_heading (node))
        continue;
      while (up && !is_frame (up))
        up = mc_scene_node_get_parent (up) ? mc_scene_find (scene, mc_scene_node_get_parent (up)) : NULL;
      if (up)
        g_assert_true (is_inside (mc_scene_node_get_bounds (node), mc_scene_node_get_bounds (up)));
    }
}

/* Of one group: down, then right. */
static void
check_order (McScene *scene, McOrgChart *chart)
{
  const GPtrArray *seats = mc_org_chart_get_seats (chart);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < seats->len; i++)
    {
      McSceneNode *node = mc_scene_find (scene, ((McOrgSeat *)g_ptr_array_index (seats, i))->key);
      const char *parent = node ? mc_scene_node_get_parent (node) : NULL;
      McSceneNode *before;
      McRect a, b;

      if (!parent || !g_str_has_prefix (parent, "group/"))
        continue;
      before = g_hash_table_lookup (last, parent);
      g_hash_table_insert (last, (char *)parent, node);
      if (!before)
        continue;
      a = mc_scene_node_get_bounds (before);
      b = mc_scene_node_get_bounds (node);
      g_assert_true (b.x > a.x || (b.x == a.x && b.y > a.y));
    }
}

/* Every box of the chart is drawn, unless something above it is collapsed. */
static void
check_complete (McScene *scene, McOrgChart *chart, gboolean collapsed)
{
  const GPtrArray *seats = mc_org_chart_get_seats (chart), *loose = mc_org_chart_get_loose (chart);

  if (collapsed)
    return;
  for (guint i = 0; i < seats->len; i++)
    g_assert_nonnull (mc_scene_find (scene, ((McOrgSeat *)g_ptr_array_index (seats, i))->key));
  for (guint i = 0; i < loose->len; i++)
    g_assert_nonnull (mc_scene_find (scene, ((McOrgSeat *)g_ptr_array_index (loose, i))->key));
}

/* Texts stand within the node, and their lines within their own room; not one is smaller than said. */
static void
check_texts (McScene *scene, gboolean measure)
{
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (scene, i);
      gsize n;
      McMark *marks = mc_scene_node_get_marks (node, &n);

      for (gsize m = 0; m < n; m++)
        {
          double width, height;

          if (marks[m].kind != MC_MARK_TEXT)
            continue;
          g_assert_cmpfloat (marks[m].text.style.size, >=, MC_ORG_LEAST_TEXT);
          g_assert_true (is_inside (marks[m].box, mc_scene_node_get_bounds (node)));
          if (!measure)
            continue;
          mc_text_measure (marks[m].text.text, &marks[m].text.style, marks[m].box.width, &width, &height);
          g_assert_cmpfloat (width, <=, marks[m].box.width + 0.5);
          g_assert_cmpfloat (height, <=, marks[m].box.height + 1.5);
        }
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < N_CHARTS; i++)
    {
      g_autoptr (OrgFixture) fixture = random_organisation ();
      g_autoptr (McOrgChart) chart = org_fixture_chart (fixture, 0);
      g_autoptr (GHashTable) collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      McOrgLayoutOptions options = { .direction = g_test_rand_int_range (0, 2),
                                     .detail = g_test_rand_int_range (0, 3),
                                     .editable = TRUE };
      g_autoptr (GPtrArray) groups = mc_org_layout_list_groups (chart, &options);
      g_autoptr (McScene) scene = NULL;

      if (g_test_rand_bit ())
        random_collapse (chart, &options, collapsed, groups);
      scene = mc_org_layout (chart, &options);
      check_apart (scene);
      check_frames (scene);
      check_order (scene, chart);
      check_complete (scene, chart, options.collapsed != NULL);
      check_texts (scene, i % 40 == 0);
    }
}

/* --- The plan on paper --- */

static double
paper_scale (McScene *scene, double width, double height)
{
  McRect bounds = mc_scene_get_bounds (scene);

  return MIN (width / bounds.width, height / bounds.height);
}

/* At least 7.5 pt of text: on A3 whole, on A4 with the agencies folded; 7 pt with photos, agencies and telephones.
 * Sheets less margins of 28 pt and a title block of 56. */
static void
test_paper (void)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  g_autoptr (GHashTable) collapsed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (McScene) whole = NULL, full = NULL, folded = NULL;
  McOrgLayoutOptions options = { .detail = MC_ORG_POST };
  g_autoptr (GPtrArray) groups = NULL;
  double least = 7.5 / MC_ORG_LEAST_TEXT;

  org_fixture_add_plan (fixture);
  chart = org_fixture_chart (fixture, 0);
  groups = mc_org_layout_list_groups (chart, &options);
  g_assert_cmpuint (groups->len, ==, 17);
  whole = mc_org_layout (chart, &options);
  g_assert_cmpfloat (paper_scale (whole, 1134.5, 730), >=, least);
  options.detail = MC_ORG_FULL;
  full = mc_org_layout (chart, &options);
  g_assert_cmpfloat (paper_scale (full, 1134.5, 730), >=, 7.0 / MC_ORG_LEAST_TEXT);
  for (guint i = 0; i < groups->len; i++)
    g_hash_table_add (collapsed, g_ptr_array_index (groups, i));
  options.collapsed = collapsed;
  options.detail = MC_ORG_NAME;
  folded = mc_org_layout (chart, &options);
  g_assert_cmpfloat (paper_scale (folded, 785.9, 483), >=, least);
}

static void
test_concurrent (void)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  g_autoptr (McScene) scene = NULL;
  McSceneNode *head, *vacant, *supervisor;

  org_fixture_add_plan (fixture);
  chart = org_fixture_chart (fixture, 0);
  scene = mc_org_layout (chart, &(McOrgLayoutOptions){ .detail = MC_ORG_POST, .editable = TRUE });
  head = mc_scene_find (scene, "seat/4");
  vacant = mc_scene_find (scene, "seat/3");
  supervisor = mc_scene_find (scene, "seat/6");
  g_assert_cmpstr (mc_scene_node_get_state (head), ==, "concurrent");
  g_assert_cmpstr (mc_scene_node_get_target (head), ==, "person/112");
  g_assert_cmpstr (mc_scene_node_get_drag (head), ==, "holder/4/112");
  g_assert_cmpstr (mc_scene_node_get_name (vacant), ==, "Phó Giám đốc Trung tâm Phục vụ hành chính công");
  g_assert_cmpstr (mc_scene_node_get_state (vacant), ==, "vacant");
  g_assert_cmpstr (mc_scene_node_get_target (vacant), ==, "seat/3");
  g_assert_cmpstr (mc_scene_node_get_drop (vacant), ==, "holder/");
  g_assert_null (mc_scene_node_get_drag (vacant));
  g_assert_nonnull (strstr (mc_scene_node_get_description (supervisor), "Giám sát viên"));
  g_assert_cmpstr (mc_scene_node_get_parent (mc_scene_find (scene, "section/3")), ==, "seat/1");
  g_assert_cmpstr (mc_scene_node_get_key (mc_scene_step (scene, NULL, MC_SCENE_FIRST)), ==, "seat/1");
  /* What folds is for the mouse, not for paper, and lies under its box. */
  g_assert_true (mc_scene_node_get_screen_only (mc_scene_find (scene, "toggle/seat/1")));
  g_assert_cmpfloat (mc_scene_node_get_bounds (mc_scene_find (scene, "toggle/seat/1")).y, >=,
                     mc_scene_node_get_bounds (mc_scene_find (scene, "seat/1")).y +
                         mc_scene_node_get_bounds (mc_scene_find (scene, "seat/1")).height - 0.01);
  /* The button of a box comes right after it. */
  g_assert_cmpstr (mc_scene_node_get_key (mc_scene_step (scene, mc_scene_find (scene, "toggle/seat/1"), MC_SCENE_NEXT)),
                   ==, "seat/2");
  g_assert_cmpstr (
      mc_scene_node_get_key (mc_scene_step (scene, mc_scene_find (scene, "toggle/section/1"), MC_SCENE_NEXT)), ==,
      "seat/4");
}

static void
test_counters (void)
{
  g_autoptr (OrgFixture) fixture = org_fixture_new ();
  g_autoptr (McOrgChart) chart = NULL;
  g_autoptr (GHashTable) counters = g_hash_table_new (g_int64_hash, g_int64_equal);
  const gint64 people[] = { 109, 110, 111 };
  McOrgLayoutOptions options = { .grouping = MC_ORG_BY_COUNTER, .counters = counters };
  g_autoptr (GPtrArray) groups = NULL;

  org_fixture_add_plan (fixture);
  chart = org_fixture_chart (fixture, 0);
  g_hash_table_insert (counters, (gpointer)&people[0], (gpointer) "Quầy 02");
  g_hash_table_insert (counters, (gpointer)&people[1], (gpointer) "Quầy 01");
  g_hash_table_insert (counters, (gpointer)&people[2], (gpointer) "Quầy 01");
  groups = mc_org_layout_list_groups (chart, &options);
  g_assert_cmpuint (groups->len, ==, 3);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/org-layout/tidy-tree", test_tidy_tree);
  g_test_add_func ("/org-layout/tidy-spread", test_tidy_spread);
  g_test_add_func ("/org-layout/random", test_random);
  g_test_add_func ("/org-layout/paper", test_paper);
  g_test_add_func ("/org-layout/concurrent", test_concurrent);
  g_test_add_func ("/org-layout/counters", test_counters);
  return g_test_run ();
}
