/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on a draft of the floor plan: gestures and verbs, each written at once and undone as one. */
#include <adwaita.h>
#include <libdex.h>
#include <string.h>

#include "mc-application.h"
#include "mc-floor-plan-actions.h"
#include "mc-page.h"
#include "mc-plan-editor.h"
#include "mc-window-private.h"

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, McPage)

struct _TestPage
{
  McPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, MC_TYPE_PAGE)

static void
test_page_class_init (TestPageClass *klass)
{
}

static void
test_page_init (TestPage *self)
{
}

static McApplication *application;
static McWindow *window;
static GtkWindow *desk;
static McSession *session;
static McPlanFeed *feed;
static McCanvas *canvas;
static McPage *page;

typedef gboolean (*Condition) (gpointer data);

static gboolean
wait_for (Condition condition, gpointer data, guint seconds)
{
  gint64 until = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > until)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
  return TRUE;
}

static gboolean
phase_is (gpointer phase)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window->phases), phase) == 0;
}

static gboolean
is_done (gpointer future)
{
  return !dex_future_is_pending (future);
}

static gboolean
is_drawn (gpointer data)
{
  return mc_canvas_get_scene (canvas) != NULL && mc_plan_feed_get_options (feed).editing;
}

static guint
count (void)
{
  g_autoptr (GPtrArray) objects = mc_plan_feed_dup_objects (feed);

  return objects->len;
}

static gboolean
count_is (gpointer n)
{
  return count () == GPOINTER_TO_UINT (n) && mc_canvas_get_n_selected (canvas) != 1000;
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 700 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
feed_changed_cb (void)
{
  mc_canvas_set_scene (canvas, mc_plan_feed_get_scene (feed));
}

static void
test_start (void)
{
  g_autoptr (DexFuture) copy = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *scrolled = gtk_scrolled_window_new ();
  McFloorPlan *plan;

  mc_window_start (window, MC_START_DEMO, NULL, NULL);
  g_assert_true (wait_for (phase_is, "centre", 60));
  session = mc_window_get_session (window);
  feed = mc_plan_feed_new ();
  canvas = MC_CANVAS (mc_canvas_new ());
  g_signal_connect (feed, "changed", G_CALLBACK (feed_changed_cb), NULL);
  mc_plan_feed_look_at (feed, session, mc_session_get_today (session), MC_HALF_MORNING);
  while (!mc_plan_feed_get_ready (feed))
    g_main_context_iteration (NULL, TRUE);
  plan = mc_plan_feed_get_plan (feed);
  copy = mc_session_copy_floor_plan (session, mc_entity_get_id (MC_ENTITY (plan)), "Draft",
                                     mc_session_get_today (session));
  g_assert_true (wait_for (is_done, copy, 30));
  mc_plan_feed_set_plan (feed, g_value_get_int64 (dex_future_get_value (copy, &error)));
  g_assert_no_error (error);
  settle ();
  page = MC_PAGE (g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, NULL)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (canvas));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (page), box);
  desk = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (desk, 1200, 700);
  adw_window_set_content (ADW_WINDOW (desk), GTK_WIDGET (page));
  gtk_window_present (desk);
  gtk_box_append (GTK_BOX (box), mc_plan_editor_new (canvas, feed));
  g_assert_true (wait_for (is_drawn, NULL, 20));
  settle ();
  g_assert_cmpuint (count (), >, 100);
}

static void
press (double x, double y, int n_press)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (canvas, "tool-press", x * MC_PLAN_SCALE, y * MC_PLAN_SCALE, n_press, GDK_BUTTON_PRIMARY, 0,
                         &taken);
}

static void
drag (double x, double y, double to_x, double to_y)
{
  gboolean taken = FALSE;

  press (x, y, 1);
  g_signal_emit_by_name (canvas, "tool-motion", to_x * MC_PLAN_SCALE, to_y * MC_PLAN_SCALE, 0, &taken);
  g_assert_true (taken);
  g_signal_emit_by_name (canvas, "tool-release", to_x * MC_PLAN_SCALE, to_y * MC_PLAN_SCALE, 0, &taken);
  settle ();
}

static McPlanObject *
chosen (void)
{
  g_auto (GStrv) keys = mc_canvas_dup_selection (canvas);

  g_assert_nonnull (keys);
  g_assert_nonnull (keys[0]);
  return mc_live_list_get_by_id (mc_plan_feed_get_objects (feed),
                                 g_ascii_strtoll (keys[0] + strlen ("object/"), NULL, 10));
}

static void
undo (guint n)
{
  dex_future_disown (mc_session_undo (session));
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n), 10));
  settle ();
}

/* A wall is drawn, a door falls into it, and goes where it goes. */
static void
test_wall (void)
{
  guint n = count ();
  McPlanObject *door, *wall;

  gtk_widget_activate_action (GTK_WIDGET (page), "plan.unlock", NULL);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.grid", "s", "0");
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", "wall");
  press (50, -10, 1);
  press (56, -10, 1);
  press (56, -10, 2);
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n + 1), 10));
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", "door");
  press (53, -9.9, 1);
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n + 2), 10));
  settle ();
  door = chosen ();
  g_assert_cmpint (door->kind, ==, MC_PLAN_KIND_DOOR);
  g_assert_cmpfloat_with_epsilon (door->y, -10, 0.06);
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", "select");
  mc_canvas_set_selection (canvas, (const char *const[]){ NULL });
  drag (51, -10, 51, -14);
  wall = chosen ();
  g_assert_cmpint (wall->kind, ==, MC_PLAN_KIND_WALL);
  g_assert_cmpfloat (wall->y, <, -13);
  g_assert_cmpfloat_with_epsilon (door->y, wall->y, 0.01);
  dex_future_disown (mc_session_undo (session));
  settle ();
  g_assert_cmpfloat_with_epsilon (door->y, -10, 0.06);
  undo (n + 1);
  undo (n);
}

/* A counter in a row gets the numbers that are free; a copy is pasted; all of it is undone. */
static void
test_row (void)
{
  guint n = count ();
  g_autofree char *number = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", "counter");
  press (50, -10, 1);
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n + 1), 10));
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", "select");
  number = g_strdup (chosen ()->number);
  g_assert_cmpstr (number, ==, "19");
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.row", "(idd)", 3, 2.0, 0.0);
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n + 4), 10));
  settle ();
  g_assert_cmpuint (mc_canvas_get_n_selected (canvas), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.paste", NULL);
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n + 7), 10));
  settle ();
  undo (n + 4);
  undo (n + 1);
  undo (n);
}

static void
test_end (void)
{
  g_signal_handlers_disconnect_by_func (feed, feed_changed_cb, NULL);
  gtk_window_destroy (desk);
  g_clear_object (&page);
  settle ();
  g_assert_false (mc_plan_feed_get_options (feed).editing);
  g_clear_object (&feed);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  settle ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  dex_init ();
  application = mc_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  window = mc_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  g_test_add_func ("/plan-editor/start", test_start);
  g_test_add_func ("/plan-editor/wall", test_wall);
  g_test_add_func ("/plan-editor/row", test_row);
  g_test_add_func ("/plan-editor/end", test_end);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
