/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget of drawn pages: where one looks, what is chosen, the keyboard, and what a screen reader sees. */
#include <adwaita.h>
#include <math.h>

#include "mc-canvas.h"
#include "mc-canvas-access.h"

typedef struct
{
  GtkWindow *window;
  McCanvas *canvas;
  char *key; /* what the last signal told */
  char *payload;
  guint count;
} Fixture;

static void
spin (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
settle (Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  do
    spin (30);
  while (!mc_canvas_is_complete (fixture->canvas) && g_get_monotonic_time () < until);
}

static void
add_box (McScene *scene, const char *key, const char *name, const char *parent, double x, double y)
{
  const McStroke stroke = { 1, 0, MC_TONE_LINE };
  const McTextStyle style = { .size = 10, .tone = MC_TONE_INK, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER };
  McRect box = { x, y, 120, 48 };
  McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, key, &box);

  mc_scene_node_set_names (node, name, g_str_equal (key, "person/3") ? "vacant" : NULL, "Reception");
  mc_scene_node_set_target (node, key);
  mc_scene_node_set_drag (node, key);
  if (parent)
    mc_scene_node_set_parent (node, parent);
  if (g_str_equal (key, "person/1"))
    mc_scene_node_set_expanded (node, 1);
  if (g_str_equal (key, "person/3"))
    mc_scene_node_set_drop (node, "person/");
  mc_scene_node_add_rect (node, &box, 6, MC_TONE_PANEL, &stroke);
  mc_scene_node_add_text (node, &box, name, &style);
  mc_scene_add (scene, node);
}

/* A chief, three under her, one of whom has one below; @shift moves all but the chief. */
static McScene *
make_scene (double shift, gboolean whole)
{
  McScene *scene = mc_scene_new ();
  McRect ground = { 0, 0, 600, 400 };
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, &ground);

  mc_scene_node_add_rect (node, &ground, 0, MC_TONE_NONE, &(McStroke){ 1, 0, MC_TONE_LINE_SOFT });
  mc_scene_add (scene, node);
  mc_scene_set_title (scene, "Organisation", "on 01/12/2026");
  add_box (scene, "person/1", "Đỗ Ánh Ấn", NULL, 240, 20);
  add_box (scene, "person/2", "Nguyễn Văn Hòa", "person/1", 40 + shift, 140);
  add_box (scene, "person/3", "Trần Thị Bích", "person/1", 240 + shift, 140);
  if (whole)
    {
      add_box (scene, "person/4", "Lê Hữu Đức", "person/1", 440 + shift, 140);
      add_box (scene, "person/5", "Phạm Quốc Sơn", "person/4", 440 + shift, 260);
    }
  mc_scene_seal (scene, 20);
  return scene;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) scene = make_scene (0, TRUE);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->canvas = MC_CANVAS (mc_canvas_new ());
  mc_canvas_set_scene (fixture->canvas, scene);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer canvas = fixture->canvas;

  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), &canvas);
  gtk_window_destroy (fixture->window);
  spin (20);
  g_assert_null (canvas);
  g_free (fixture->key);
  g_free (fixture->payload);
}

static gboolean
heard_cb (Fixture *fixture, const char *key)
{
  g_set_str (&fixture->key, key);
  fixture->count++;
  return TRUE;
}

/* A key, as from the keyboard: to the controllers of the canvas. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
      g_signal_emit_by_name (controller, "key-released", key, 0, modifiers);
    }
  return handled;
}

static void
assert_focus (Fixture *fixture, const char *key)
{
  g_assert_cmpstr (mc_canvas_get_focus_key (fixture->canvas), ==, key);
}

static void
assert_near (double a, double b, double within)
{
  g_assert_cmpfloat (fabs (a - b), <=, within);
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  McRect visible = mc_canvas_get_visible (fixture->canvas);

  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat (visible.x, <=, -20);
  g_assert_cmpfloat (visible.x + visible.width, >=, 620);
  g_assert_cmpfloat (visible.y + visible.height, >=, 420);

  /* Another size of the window: still all of it. */
  gtk_window_set_default_size (fixture->window, 500, 400);
  settle (fixture);
  visible = mc_canvas_get_visible (fixture->canvas);
  g_assert_cmpfloat (visible.x, <=, -19.9);
  g_assert_cmpfloat (visible.x + visible.width, >=, 619.9);
}

static void
test_zoom_keeps_point (Fixture *fixture, gconstpointer data)
{
  const McPoint places[] = { { 10, 10 }, { 450, 300 }, { 880, 500 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int step = -3; step <= 3; step++)
      {
        McPoint before, after;

        mc_canvas_zoom_to (fixture->canvas, 1, NULL);
        settle (fixture);
        before = mc_canvas_to_scene (fixture->canvas, places[i].x, places[i].y);
        mc_canvas_zoom_step (fixture->canvas, step, &places[i]);
        spin (60);
        after = mc_canvas_to_scene (fixture->canvas, places[i].x, places[i].y);
        assert_near (before.x, after.x, 0.01);
        assert_near (before.y, after.y, 0.01);
        settle (fixture);
        after = mc_canvas_to_scene (fixture->canvas, places[i].x, places[i].y);
        assert_near (before.x, after.x, 0.01);
        assert_near (before.y, after.y, 0.01);
      }
  g_assert_false (mc_canvas_get_fitted (fixture->canvas));
  mc_canvas_zoom_to (fixture->canvas, 1, NULL);
  settle (fixture);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 1, 1e-9);
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->canvas));
  McRect before, after;

  mc_canvas_zoom_to (fixture->canvas, 4, NULL);
  settle (fixture);
  before = mc_canvas_get_visible (fixture->canvas);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across) - gtk_adjustment_get_lower (across), >,
                     gtk_adjustment_get_page_size (across));
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + 100);
  after = mc_canvas_get_visible (fixture->canvas);
  assert_near (after.x - before.x, 100 / (4 * 96 / 72.0), 0.01);
  assert_near (after.y, before.y, 0.01);
}

static void
test_text_size (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->canvas));
  McRect before, after;

  mc_canvas_zoom_to (fixture->canvas, 1, NULL);
  settle (fixture);
  before = mc_canvas_get_visible (fixture->canvas);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  settle (fixture);
  after = mc_canvas_get_visible (fixture->canvas);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 1, 1e-9);
  assert_near (before.width / after.width, 1.5, 0.001);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  settle (fixture);
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  assert_focus (fixture, "person/1");
  press (fixture, GDK_KEY_Down, 0);
  g_assert_nonnull (mc_canvas_get_focus_key (fixture->canvas));
  g_assert_cmpstr (mc_canvas_get_focus_key (fixture->canvas), !=, "person/1");
  g_assert_true (mc_canvas_is_selected (fixture->canvas, mc_canvas_get_focus_key (fixture->canvas)));
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), ==, 1);
  press (fixture, GDK_KEY_Home, 0);
  assert_focus (fixture, "person/1");
  press (fixture, GDK_KEY_End, 0);
  assert_focus (fixture, "person/5");
  press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, "person/4");
  press (fixture, GDK_KEY_Left, 0);
  assert_focus (fixture, "person/3");
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), ==, 2);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), ==, 5);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), ==, 0);
  /* With nothing to leave, Escape is the page's. */
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
}

static void
test_walk_reveals (Fixture *fixture, gconstpointer data)
{
  McRect visible;

  mc_canvas_zoom_to (fixture->canvas, 4, &(McPoint){ 0, 0 });
  settle (fixture);
  press (fixture, GDK_KEY_End, 0);
  settle (fixture);
  visible = mc_canvas_get_visible (fixture->canvas);
  g_assert_cmpfloat (visible.x, <=, 440);
  g_assert_cmpfloat (visible.x + visible.width, >=, 560);
  g_assert_cmpfloat (visible.y + visible.height, >=, 308);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 4, 1e-6);
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_d, 0);
  press (fixture, GDK_KEY_u, 0);
  press (fixture, GDK_KEY_c, 0);
  assert_focus (fixture, "person/4");
  spin (1600);
  press (fixture, GDK_KEY_h, 0);
  press (fixture, GDK_KEY_o, 0);
  press (fixture, GDK_KEY_a, 0);
  assert_focus (fixture, "person/2");
  /* A blank belongs to the name while one types. */
  press (fixture, GDK_KEY_space, 0);
  press (fixture, GDK_KEY_n, 0);
  assert_focus (fixture, "person/2");
}

static void
test_acts (Fixture *fixture, gconstpointer data)
{
  g_signal_connect_swapped (fixture->canvas, "activate", G_CALLBACK (heard_cb), fixture);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->key, ==, "person/1");
  g_assert_cmpuint (fixture->count, ==, 1);
  g_signal_handlers_disconnect_by_func (fixture->canvas, heard_cb, fixture);

  g_signal_connect_swapped (fixture->canvas, "toggle", G_CALLBACK (heard_cb), fixture);
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (fixture->count, ==, 2);
  press (fixture, GDK_KEY_Down, 0);
  /* One that cannot expand is selected and let go instead. */
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (fixture->count, ==, 2);
  g_signal_handlers_disconnect_by_func (fixture->canvas, heard_cb, fixture);

  g_signal_connect_swapped (fixture->canvas, "context", G_CALLBACK (heard_cb), fixture);
  press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_cmpstr (fixture->key, ==, mc_canvas_get_focus_key (fixture->canvas));
  g_assert_cmpuint (fixture->count, ==, 3);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  McPoint at = mc_canvas_from_scene (fixture->canvas, 250, 30);
  McSceneNode *node = mc_canvas_pick (fixture->canvas, at.x, at.y);

  g_assert_nonnull (node);
  g_assert_cmpstr (mc_scene_node_get_key (node), ==, "person/1");
  at = mc_canvas_from_scene (fixture->canvas, 10, 390);
  g_assert_null (mc_canvas_pick (fixture->canvas, at.x, at.y));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) keys = NULL;
  guint count = 0;

  g_signal_connect_swapped (fixture->canvas, "notify::selection", G_CALLBACK (g_atomic_int_inc), &count);
  mc_canvas_set_selection (fixture->canvas, (const char *[]){ "person/5", "person/2", "nobody", NULL });
  g_assert_cmpuint (count, ==, 1);
  keys = mc_canvas_dup_selection (fixture->canvas);
  g_assert_cmpuint (g_strv_length (keys), ==, 2);
  g_assert_cmpstr (keys[0], ==, "person/2");
  mc_canvas_set_selection (fixture->canvas, (const char *[]){ "person/2", "person/5", NULL });
  g_assert_cmpuint (count, ==, 1);
  g_object_set (fixture->canvas, "selection-mode", GTK_SELECTION_SINGLE, NULL);
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), <=, 1);
}

/* Another scene: what was selected and focused stays so by its key, and stays where it was on the screen. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) moved = make_scene (150, TRUE);
  g_autoptr (McScene) fewer = make_scene (150, FALSE);
  McPoint before, after;

  mc_canvas_zoom_to (fixture->canvas, 1, NULL);
  settle (fixture);
  g_assert_true (mc_canvas_go_to (fixture->canvas, "person/4"));
  settle (fixture);
  before = mc_canvas_from_scene (fixture->canvas, 440, 140);
  mc_canvas_set_scene (fixture->canvas, moved);
  settle (fixture);
  after = mc_canvas_from_scene (fixture->canvas, 590, 140);
  assert_focus (fixture, "person/4");
  assert_near (before.x, after.x, 0.01);
  assert_near (before.y, after.y, 0.01);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 1, 1e-9);

  mc_canvas_set_scene (fixture->canvas, fewer);
  settle (fixture);
  g_assert_null (mc_canvas_get_focus_key (fixture->canvas));
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), ==, 0);
  g_assert_false (mc_canvas_go_to (fixture->canvas, "person/4"));
  mc_canvas_set_scene (fixture->canvas, NULL);
  settle (fixture);
}

/* Fitted, it stays fitted, and comes there from what was on the screen. */
static void
test_replace_fitted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) moved = make_scene (150, TRUE);
  McPoint before = mc_canvas_from_scene (fixture->canvas, 240, 20), after;

  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  mc_canvas_set_scene (fixture->canvas, moved);
  after = mc_canvas_from_scene (fixture->canvas, 240, 20);
  assert_near (before.x, after.x, 0.01);
  assert_near (before.y, after.y, 0.01);
  settle (fixture);
  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat (mc_canvas_get_visible (fixture->canvas).x + mc_canvas_get_visible (fixture->canvas).width, >=,
                     730);
}

/* A search may lead to a node before the page has been shown. */
static void
test_go_to_unseen (void)
{
  g_autoptr (McScene) scene = make_scene (4000, TRUE);
  McCanvas *canvas = MC_CANVAS (mc_canvas_new ());
  Fixture fixture = { .canvas = canvas, .window = GTK_WINDOW (gtk_window_new ()) };
  McRect visible;

  mc_canvas_set_scene (canvas, scene);
  g_assert_true (mc_canvas_go_to (canvas, "person/5"));
  gtk_window_set_default_size (fixture.window, 600, 400);
  gtk_window_set_child (fixture.window, GTK_WIDGET (canvas));
  gtk_window_present (fixture.window);
  settle (&fixture);
  visible = mc_canvas_get_visible (canvas);
  g_assert_cmpfloat (mc_canvas_get_zoom (canvas), >=, 0.7);
  g_assert_cmpfloat (visible.x, <=, 4440);
  g_assert_cmpfloat (visible.x + visible.width, >=, 4560);
  gtk_window_destroy (fixture.window);
}

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
test_accessible (Fixture *fixture, gconstpointer data)
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
test_accessible_replaced (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *canvas = GTK_ACCESSIBLE (fixture->canvas);
  g_autoptr (McScene) fewer = make_scene (10, FALSE);
  g_autoptr (McScene) whole = make_scene (10, TRUE);
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

static void
count_overlay (McCanvas *canvas, cairo_t *cr, const McRect *visible, double zoom, gpointer data)
{
  g_assert_cmpfloat (visible->width, >, 0);
  (*(guint *)data)++;
}

static gpointer
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  return NULL;
}

static gboolean
dropped_cb (Fixture *fixture, const char *key, const char *payload)
{
  g_set_str (&fixture->payload, payload);
  return heard_cb (fixture, key);
}

static gboolean
let_go (Fixture *fixture, const char *payload, double x, double y)
{
  McPoint at = mc_canvas_from_scene (fixture->canvas, x, y);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, payload);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_DROP_TARGET), "drop", &value, at.x, at.y, &taken);
  return taken;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  McPoint at = mc_canvas_from_scene (fixture->canvas, 300, 40);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_signal_connect_swapped (fixture->canvas, "drop", G_CALLBACK (dropped_cb), fixture);
  /* On the seat that takes people; not on one that does not, on the ground, with another thing, or on itself. */
  g_assert_true (let_go (fixture, "person/2", 300, 160));
  g_assert_cmpstr (fixture->key, ==, "person/3");
  g_assert_cmpstr (fixture->payload, ==, "person/2");
  g_assert_false (let_go (fixture, "person/2", 300, 40));
  g_assert_false (let_go (fixture, "person/2", 20, 380));
  g_assert_false (let_go (fixture, "counter/2", 300, 160));
  g_assert_false (let_go (fixture, "person/3", 300, 160));
  g_assert_cmpuint (fixture->count, ==, 1);

  /* A press chooses what can be dragged, and what hangs on the pointer is its text. */
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "pressed", 1, at.x, at.y);
  g_assert_true (mc_canvas_is_selected (fixture->canvas, "person/1"));
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_DRAG_SOURCE), "prepare", at.x, at.y, &provider);
  g_assert_nonnull (provider);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "person/1");
}

static gboolean
take_press (McCanvas *canvas, double x, double y, int n, guint button, GdkModifierType state, Fixture *fixture)
{
  fixture->count++;
  return TRUE;
}

static void
test_tools (Fixture *fixture, gconstpointer data)
{
  guint n_overlays = 0;
  gboolean taken = FALSE;

  mc_canvas_set_overlay_func (fixture->canvas, count_overlay, &n_overlays, NULL);
  settle (fixture);
  g_assert_cmpuint (n_overlays, >, 0);
  mc_canvas_set_overlay_func (fixture->canvas, NULL, NULL, NULL);
  g_signal_connect (fixture->canvas, "tool-press", G_CALLBACK (take_press), fixture);
  g_signal_emit_by_name (fixture->canvas, "tool-press", 1.0, 2.0, 1, 1u, 0, &taken);
  g_assert_true (taken);
  g_assert_cmpuint (fixture->count, ==, 1);
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  mc_canvas_set_found (fixture->canvas, (const char *[]){ "person/2", NULL });
  settle (fixture);
  mc_canvas_set_found (fixture->canvas, NULL);
  settle (fixture);
}

static GtkWidget *
make_card (McCanvas *canvas, McSceneNode *node, gpointer data)
{
  (*(guint *)data)++;
  return gtk_label_new (mc_scene_node_get_name (node));
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  guint n_cards = 0;

  mc_canvas_set_hover_func (fixture->canvas, make_card, &n_cards, NULL);
  press (fixture, GDK_KEY_F2, 0);
  settle (fixture);
  g_assert_cmpuint (n_cards, ==, 1);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  settle (fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/canvas/fit", test_fit },
    { "/canvas/zoom-keeps-point", test_zoom_keeps_point },
    { "/canvas/scroll", test_scroll },
    { "/canvas/text-size", test_text_size },
    { "/canvas/walk", test_walk },
    { "/canvas/walk-reveals", test_walk_reveals },
    { "/canvas/type", test_type },
    { "/canvas/acts", test_acts },
    { "/canvas/pick", test_pick },
    { "/canvas/selection", test_selection },
    { "/canvas/replace", test_replace },
    { "/canvas/replace-fitted", test_replace_fitted },
    { "/canvas/accessible", test_accessible },
    { "/canvas/accessible-replaced", test_accessible_replaced },
    { "/canvas/drop", test_drop },
    { "/canvas/tools", test_tools },
    { "/canvas/found", test_found },
    { "/canvas/card", test_card },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/canvas/go-to-unseen", test_go_to_unseen);
  return g_test_run ();
}
