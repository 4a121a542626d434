/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader sees of a drawing. */
#include "canvas-fixture.h"

static GtkAccessible *
nth_child (GtkAccessible *parent, guint n)
{
  GtkAccessible *child = gtk_accessible_get_first_accessible_child (parent);

  while (child && n-- > 0)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      g_object_unref (child);
      child = next;
    }
  return child;
}

static void
test_accessible (CanvasFixture *fixture, gconstpointer data)
{
  GtkAccessible *canvas = GTK_ACCESSIBLE (fixture->canvas);
  g_autoptr (GtkAccessible) chief = nth_child (canvas, 0);
  g_autoptr (GtkAccessible) second = NULL, vacant = NULL, parent = NULL, none = NULL, last = NULL;
  int x, y, width, height;

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_TREE);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Organisation");
  g_assert_nonnull (chief);
  gtk_test_accessible_assert_role (chief, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  gtk_test_accessible_assert_property (chief, GTK_ACCESSIBLE_PROPERTY_LABEL, "Đỗ Ánh Ấn");
  gtk_test_accessible_assert_property (chief, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Reception");
  gtk_test_accessible_assert_state (chief, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  none = nth_child (canvas, 1);
  g_assert_null (none);
  second = nth_child (chief, 0);
  vacant = nth_child (chief, 1);
  gtk_test_accessible_assert_property (vacant, GTK_ACCESSIBLE_PROPERTY_LABEL, "Trần Thị Bích, vacant");
  gtk_test_accessible_assert_state (vacant, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  parent = gtk_accessible_get_accessible_parent (second);
  g_assert_true (parent == chief);
  g_assert_true (gtk_accessible_get_bounds (second, &x, &y, &width, &height));
  g_assert_cmpint (width, >, 0);
  g_assert_cmpint (x, <, 0); /* left of the chief, whose corner is meant */

  /* The focus speaks through the node. */
  g_assert_true (gtk_accessible_get_platform_state (chief, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  g_assert_false (gtk_accessible_get_platform_state (canvas, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  mc_canvas_go_to (fixture->canvas, "person/3");
  g_assert_true (gtk_accessible_get_platform_state (vacant, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  g_assert_false (gtk_accessible_get_platform_state (chief, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  gtk_test_accessible_assert_state (vacant, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (canvas, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, vacant);
}

static void
test_accessible_replaced (CanvasFixture *fixture, gconstpointer data)
{
  GtkAccessible *canvas = GTK_ACCESSIBLE (fixture->canvas);
  g_autoptr (McScene) fewer = canvas_fixture_make_scene (10, FALSE);
  g_autoptr (McScene) whole = canvas_fixture_make_scene (10, TRUE);
  g_autoptr (GtkAccessible) chief = nth_child (canvas, 0);
  g_autoptr (GtkAccessible) third = nth_child (chief, 2);
  g_autoptr (GtkAccessible) now = NULL, gone = NULL, back = NULL;

  g_assert_nonnull (third);
  mc_canvas_set_scene (fixture->canvas, fewer);
  now = nth_child (canvas, 0);
  g_assert_true (now == chief);
  gone = nth_child (chief, 2);
  g_assert_null (gone);
  gtk_test_accessible_assert_state (third, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  mc_canvas_set_scene (fixture->canvas, whole);
  back = nth_child (chief, 2);
  g_assert_nonnull (back);
  gtk_test_accessible_assert_property (back, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lê Hữu Đức");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/canvas-access/tree", CanvasFixture, NULL, canvas_fixture_set_up, test_accessible,
              canvas_fixture_tear_down);
  g_test_add ("/canvas-access/replaced", CanvasFixture, NULL, canvas_fixture_set_up, test_accessible_replaced,
              canvas_fixture_tear_down);
  return g_test_run ();
}
