/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on a draft of the floor plan: gestures and verbs, each written at once and undone as one. */
#include <adwaita.h>
#include <libdex.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mc-application.h"
#include "mc-floor-plan-actions.h"
#include "mc-page.h"
#include "mc-plan-editor-private.h"
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
static McPlanEditor *editor;

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

static gboolean
is_written (gpointer data)
{
  return !editor || editor->busy == 0;
}

static void
settle (void)
{
  gboolean written = wait_for (is_written, NULL, 20);
  gint64 until = g_get_monotonic_time () + 700 * G_TIME_SPAN_MILLISECOND;

  g_assert_true (written);
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
  editor = MC_PLAN_EDITOR (mc_plan_editor_new (canvas, feed));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (editor));
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

/* The control of a property by its words. */
static GtkWidget *
control (const char *title)
{
  for (int row = 0; gtk_grid_get_child_at (editor->properties, 0, row); row++)
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (editor->properties, 0, row))), title))
      return gtk_grid_get_child_at (editor->properties, 1, row);
  return NULL;
}

static void
write_property (const char *title, const char *text)
{
  GtkWidget *entry = control (title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

static void
choose_property (const char *title, guint line)
{
  GtkWidget *drop_down = control (title);

  g_assert_nonnull (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), line);
  settle ();
}

static void
place (const char *kind, double x, double y)
{
  guint n = count ();

  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", kind);
  press (x, y, 1);
  g_assert_true (wait_for (count_is, GUINT_TO_POINTER (n + 1), 10));
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.tool", "s", "select");
}

/* What only a kind has, and what several have in common: one edit, one undo. */
static void
test_properties (void)
{
  guint n = count ();
  g_autofree char *first = NULL, *second = NULL;
  McPlanObject *door, *chair;

  place ("door", 50, -10);
  door = chosen ();
  choose_property ("Hinges", 1);
  g_assert_cmpstr (door->props, ==, "{\"hinge\":\"right\"}");
  g_assert_null (control ("Seats"));
  write_property ("Width (m)", "1,2");
  g_assert_cmpfloat_with_epsilon (door->width, 1.2, 1e-9);
  write_property ("Width (m)", "wide");
  g_assert_cmpfloat_with_epsilon (door->width, 1.2, 1e-9);
  g_assert_true (gtk_widget_has_css_class (control ("Width (m)"), "error"));
  place ("chair", 52, -10);
  chair = chosen ();
  first = g_strdup_printf ("object/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (door)));
  second = g_strdup_printf ("object/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (chair)));
  mc_canvas_set_selection (canvas, (const char *const[]){ first, second, NULL });
  settle ();
  g_assert_null (control ("Hinges"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control ("Depth (m)"))), ==, "");
  g_assert_nonnull (gtk_entry_get_placeholder_text (GTK_ENTRY (control ("Depth (m)"))));
  write_property ("Depth (m)", "0,3");
  g_assert_cmpfloat_with_epsilon (door->height, 0.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (chair->height, 0.3, 1e-9);
  dex_future_disown (mc_session_undo (session));
  settle ();
  g_assert_cmpfloat_with_epsilon (door->height, 0.12, 1e-9);
  g_assert_cmpfloat_with_epsilon (chair->height, 0.48, 1e-9);
  undo (n + 1);
  dex_future_disown (mc_session_undo (session));
  settle ();
  dex_future_disown (mc_session_undo (session));
  settle ();
  undo (n);
}

/* Hands are quicker than the database: what is chosen and switched while a change is on its way is neither lost nor
 * snaps back, and each is an undo of its own. */
static void
test_in_one_breath (void)
{
  guint n = count ();
  GtkWidget *box = gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (editor->layer_list, 1));
  GtkToggleButton *eye = g_object_get_data (G_OBJECT (box), "eye"), *lock = g_object_get_data (G_OBJECT (box), "lock");
  g_autoptr (GPtrArray) layers = mc_plan_editor_dup_layers (editor);
  McPlanLayer *top = g_ptr_array_index (layers, layers->len - 1);
  McPlanObject *door;

  place ("door", 50, -10);
  door = chosen ();
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control ("Hinges")), 1);
  gtk_editable_set_text (GTK_EDITABLE (control ("Width (m)")), "1,3");
  g_signal_emit_by_name (control ("Width (m)"), "activate");
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.turn", "s", "90");
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.turn", "s", "90");
  g_assert_cmpuint (editor->busy, ==, 4);
  settle ();
  g_assert_cmpstr (door->props, ==, "{\"hinge\":\"right\"}");
  g_assert_cmpfloat_with_epsilon (door->width, 1.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (door->rotation, 180, 1e-9);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (control ("Hinges"))), ==, 1);
  for (guint i = 0; i < 4; i++)
    dex_future_disown (mc_session_undo (session));
  gtk_toggle_button_set_active (lock, TRUE);
  gtk_toggle_button_set_active (eye, FALSE);
  settle ();
  g_assert_true (top->locked && !top->visible);
  dex_future_disown (mc_session_undo (session));
  dex_future_disown (mc_session_undo (session));
  settle ();
  g_assert_true (!top->locked && top->visible);
  undo (n);
}

static McPlanLayer *
layer_of (McPlanObject *object)
{
  return mc_live_list_get_by_id (mc_plan_feed_get_layers (feed), object->layer_id);
}

/* New things go where the person says; what is on a hidden layer is gone from the drawing; all can be undone. */
static void
test_layers (void)
{
  guint n = count ();
  g_autoptr (GPtrArray) layers = mc_plan_editor_dup_layers (editor);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (editor->layer_list, 1);
  GtkWidget *box = gtk_list_box_row_get_child (row), *mark = gtk_widget_get_first_child (box);
  GtkToggleButton *eye = g_object_get_data (G_OBJECT (box), "eye"), *lock = g_object_get_data (G_OBJECT (box), "lock");
  McPlanLayer *top = g_ptr_array_index (layers, layers->len - 1);
  g_autofree char *key = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), TRUE);
  place ("plant", 50, -10);
  g_assert_true (layer_of (chosen ()) == top);
  key = g_strdup_printf ("object/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (chosen ())));
  gtk_toggle_button_set_active (eye, FALSE);
  settle ();
  g_assert_false (top->visible);
  g_assert_null (mc_scene_find (mc_canvas_get_scene (canvas), key));
  dex_future_disown (mc_session_undo (session));
  settle ();
  g_assert_true (top->visible && gtk_toggle_button_get_active (eye));
  g_assert_nonnull (mc_scene_find (mc_canvas_get_scene (canvas), key));
  gtk_toggle_button_set_active (lock, TRUE);
  settle ();
  g_assert_true (top->locked);
  dex_future_disown (mc_session_undo (session));
  settle ();
  mc_canvas_set_selection (canvas, (const char *const[]){ key, NULL });
  settle ();
  choose_property ("Layer", 0);
  g_assert_true (layer_of (chosen ()) == g_ptr_array_index (layers, 0));
  dex_future_disown (mc_session_undo (session));
  settle ();
  undo (n);
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.lower-layer", "x", mc_entity_get_id (MC_ENTITY (top)));
  settle ();
  g_assert_cmpint (top->sort_order, <, ((McPlanLayer *)g_ptr_array_index (layers, layers->len - 2))->sort_order);
  dex_future_disown (mc_session_undo (session));
  settle ();
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (editor->layer_list, 0))), TRUE);
  g_assert_cmpint (editor->layer, ==, 0);
}

static GFile *
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static guint
count_backgrounds (void)
{
  return g_list_model_get_n_items (G_LIST_MODEL (mc_plan_feed_get_backgrounds (feed)));
}

static gboolean
backgrounds_are (gpointer n)
{
  return count_backgrounds () == GPOINTER_TO_UINT (n);
}

static gboolean
is_read (gpointer data)
{
  g_autoptr (McEntity) first = g_list_model_get_item (G_LIST_MODEL (mc_plan_feed_get_backgrounds (feed)), 0);
  McPlanPicture picture;

  return first && mc_plan_feed_find_picture (feed, mc_entity_get_id (first), &picture);
}

static void
undo_to_backgrounds (guint n)
{
  dex_future_disown (mc_session_undo (session));
  g_assert_true (wait_for (backgrounds_are, GUINT_TO_POINTER (n), 10));
  settle ();
}

/* What is broken is told, and nothing lies under the plan. */
static void
test_broken_background (void)
{
  static const struct
  {
    const char *name, *text;
  } files[] = {
    { "broken.png", "\x89PNG\r\n\x1a\nnothing" },
    { "empty.png", "" },
    { "notes.txt", "not a drawing" },
    { "half.dxf", "  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n 10\nhere" },
    { "nothing.dxf", "  0\nSECTION\n  2\nENTITIES\n  0\nENDSEC\n  0\nEOF\n" },
  };
  g_autofree char *folder = g_dir_make_tmp ("mc-plan-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = write_file (folder, files[i].name, files[i].text);

      mc_plan_editor_add_background (editor, file);
      settle ();
      g_assert_cmpuint (count_backgrounds (), ==, 0);
      g_assert_false (editor->busy);
      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (folder);
}

/* A drawing is laid, scaled by two points, moved, locked and removed; each can be taken back, the file too. */
static void
test_background (void)
{
  static const char *const text = "  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n  8\n0\n 10\n0\n 20\n0\n 11\n100\n 21\n50\n"
                                  "  0\nENDSEC\n  0\nEOF\n";
  g_autofree char *folder = g_dir_make_tmp ("mc-plan-XXXXXX", NULL);
  g_autoptr (GFile) file = write_file (folder, "hall.dxf", text);
  g_autoptr (McPlanBackground) background = NULL;
  McPlanBackground *after;
  double scale, x;
  gint64 id;

  mc_plan_editor_add_background (editor, file);
  g_assert_true (wait_for (backgrounds_are, GUINT_TO_POINTER (1), 10));
  settle ();
  background = g_list_model_get_item (G_LIST_MODEL (mc_plan_feed_get_backgrounds (feed)), 0);
  id = mc_entity_get_id (MC_ENTITY (background));
  scale = background->scale;
  x = background->x;
  g_assert_cmpint (background->kind, ==, MC_PLAN_BACKGROUND_DXF);
  after = mc_entity_clone (background);
  g_assert_true (mc_plan_background_calibrate (after, (McPoint){ x, 0 }, (McPoint){ x + 10, 0 }, 20));
  mc_plan_editor_commit_background (editor, "Scale", after);
  settle ();
  g_assert_cmpfloat_with_epsilon (background->scale, 2 * scale, 1e-9);
  mc_plan_editor_lay (editor, id, MC_PLAN_TOOL_LAY);
  drag (background->x + 1, background->y - 1, background->x + 4, background->y - 1);
  g_assert_cmpfloat_with_epsilon (background->x, x + 3, 0.002);
  dex_future_disown (mc_session_undo (session));
  settle ();
  g_assert_cmpfloat_with_epsilon (background->x, x, 0.002);
  after = mc_entity_clone (background);
  after->locked = TRUE;
  mc_plan_editor_commit_background (editor, "Lock", after);
  settle ();
  mc_plan_editor_lay (editor, id, MC_PLAN_TOOL_LAY);
  g_assert_cmpint (editor->tool, ==, MC_PLAN_TOOL_SELECT);
  dex_future_disown (mc_session_undo (session));
  settle ();
  mc_plan_editor_lay (editor, id, MC_PLAN_TOOL_LAY);
  mc_plan_editor_remove_background (editor);
  g_assert_true (wait_for (backgrounds_are, GUINT_TO_POINTER (0), 10));
  settle ();
  undo_to_backgrounds (1);
  g_assert_true (wait_for (is_read, NULL, 10));
  dex_future_disown (mc_session_undo (session));
  settle ();
  undo_to_backgrounds (0);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

static void
test_end (void)
{
  g_signal_handlers_disconnect_by_func (feed, feed_changed_cb, NULL);
  gtk_window_destroy (desk);
  g_clear_object (&page);
  editor = NULL;
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
  g_test_add_func ("/plan-editor/properties", test_properties);
  g_test_add_func ("/plan-editor/in-one-breath", test_in_one_breath);
  g_test_add_func ("/plan-editor/layers", test_layers);
  g_test_add_func ("/plan-editor/broken-background", test_broken_background);
  g_test_add_func ("/plan-editor/background", test_background);
  g_test_add_func ("/plan-editor/end", test_end);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
