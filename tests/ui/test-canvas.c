/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget of drawn pages: where one looks, what is chosen, the keyboard, hands. */
#include <math.h>

#include "canvas-fixture.h"

static gboolean
heard_cb (CanvasFixture *fixture, const char *key)
{
  g_set_str (&fixture->key, key);
  fixture->count++;
  return TRUE;
}

/* A key, as from the keyboard: to the controllers of the canvas. */
static gboolean
press (CanvasFixture *fixture, guint key, GdkModifierType modifiers)
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
assert_focus (CanvasFixture *fixture, const char *key)
{
  g_assert_cmpstr (mc_canvas_get_focus_key (fixture->canvas), ==, key);
}

static void
assert_near (double a, double b, double within)
{
  g_assert_cmpfloat (fabs (a - b), <=, within);
}

static void
test_fit (CanvasFixture *fixture, gconstpointer data)
{
  McRect visible = mc_canvas_get_visible (fixture->canvas);

  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat (visible.x, <=, -20);
  g_assert_cmpfloat (visible.x + visible.width, >=, 620);
  g_assert_cmpfloat (visible.y + visible.height, >=, 420);

  /* Another size of the window: still all of it. */
  gtk_window_set_default_size (fixture->window, 500, 400);
  canvas_fixture_settle (fixture);
  visible = mc_canvas_get_visible (fixture->canvas);
  g_assert_cmpfloat (visible.x, <=, -19.9);
  g_assert_cmpfloat (visible.x + visible.width, >=, 619.9);
}

static void
test_zoom_keeps_point (CanvasFixture *fixture, gconstpointer data)
{
  const McPoint places[] = { { 10, 10 }, { 450, 300 }, { 880, 500 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int step = -3; step <= 3; step++)
      {
        McPoint before, after;

        mc_canvas_zoom_to (fixture->canvas, 1, NULL);
        canvas_fixture_settle (fixture);
        before = mc_canvas_to_scene (fixture->canvas, places[i].x, places[i].y);
        mc_canvas_zoom_step (fixture->canvas, step, &places[i]);
        canvas_fixture_spin (60);
        after = mc_canvas_to_scene (fixture->canvas, places[i].x, places[i].y);
        assert_near (before.x, after.x, 0.01);
        assert_near (before.y, after.y, 0.01);
        canvas_fixture_settle (fixture);
        after = mc_canvas_to_scene (fixture->canvas, places[i].x, places[i].y);
        assert_near (before.x, after.x, 0.01);
        assert_near (before.y, after.y, 0.01);
      }
  g_assert_false (mc_canvas_get_fitted (fixture->canvas));
  mc_canvas_zoom_to (fixture->canvas, 1, NULL);
  canvas_fixture_settle (fixture);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 1, 1e-9);
}

static void
test_scroll (CanvasFixture *fixture, gconstpointer data)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->canvas));
  McRect before, after;

  mc_canvas_zoom_to (fixture->canvas, 4, NULL);
  canvas_fixture_settle (fixture);
  before = mc_canvas_get_visible (fixture->canvas);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across) - gtk_adjustment_get_lower (across), >,
                     gtk_adjustment_get_page_size (across));
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + 100);
  after = mc_canvas_get_visible (fixture->canvas);
  assert_near (after.x - before.x, 100 / (4 * 96 / 72.0), 0.01);
  assert_near (after.y, before.y, 0.01);
}

static void
test_text_size (CanvasFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->canvas));
  McRect before, after;

  mc_canvas_zoom_to (fixture->canvas, 1, NULL);
  canvas_fixture_settle (fixture);
  before = mc_canvas_get_visible (fixture->canvas);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  canvas_fixture_settle (fixture);
  after = mc_canvas_get_visible (fixture->canvas);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 1, 1e-9);
  assert_near (before.width / after.width, 1.5, 0.001);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  canvas_fixture_settle (fixture);
}

static void
test_walk (CanvasFixture *fixture, gconstpointer data)
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
test_walk_reveals (CanvasFixture *fixture, gconstpointer data)
{
  McRect visible;

  mc_canvas_zoom_to (fixture->canvas, 4, &(McPoint){ 0, 0 });
  canvas_fixture_settle (fixture);
  press (fixture, GDK_KEY_End, 0);
  canvas_fixture_settle (fixture);
  visible = mc_canvas_get_visible (fixture->canvas);
  g_assert_cmpfloat (visible.x, <=, 440);
  g_assert_cmpfloat (visible.x + visible.width, >=, 560);
  g_assert_cmpfloat (visible.y + visible.height, >=, 308);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 4, 1e-6);
}

static void
test_type (CanvasFixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_d, 0);
  press (fixture, GDK_KEY_u, 0);
  press (fixture, GDK_KEY_c, 0);
  assert_focus (fixture, "person/4");
  canvas_fixture_spin (1600);
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
test_acts (CanvasFixture *fixture, gconstpointer data)
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
test_pick (CanvasFixture *fixture, gconstpointer data)
{
  McPoint at = mc_canvas_from_scene (fixture->canvas, 250, 30);
  McSceneNode *node = mc_canvas_pick (fixture->canvas, at.x, at.y);

  g_assert_nonnull (node);
  g_assert_cmpstr (mc_scene_node_get_key (node), ==, "person/1");
  at = mc_canvas_from_scene (fixture->canvas, 10, 390);
  g_assert_null (mc_canvas_pick (fixture->canvas, at.x, at.y));
}

static void
test_selection (CanvasFixture *fixture, gconstpointer data)
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
test_replace (CanvasFixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) moved = canvas_fixture_make_scene (150, TRUE);
  g_autoptr (McScene) fewer = canvas_fixture_make_scene (150, FALSE);
  McPoint before, after;

  mc_canvas_zoom_to (fixture->canvas, 1, NULL);
  canvas_fixture_settle (fixture);
  g_assert_true (mc_canvas_go_to (fixture->canvas, "person/4"));
  canvas_fixture_settle (fixture);
  before = mc_canvas_from_scene (fixture->canvas, 440, 140);
  mc_canvas_set_scene (fixture->canvas, moved);
  canvas_fixture_settle (fixture);
  after = mc_canvas_from_scene (fixture->canvas, 590, 140);
  assert_focus (fixture, "person/4");
  assert_near (before.x, after.x, 0.01);
  assert_near (before.y, after.y, 0.01);
  assert_near (mc_canvas_get_zoom (fixture->canvas), 1, 1e-9);

  mc_canvas_set_scene (fixture->canvas, fewer);
  canvas_fixture_settle (fixture);
  g_assert_null (mc_canvas_get_focus_key (fixture->canvas));
  g_assert_cmpuint (mc_canvas_get_n_selected (fixture->canvas), ==, 0);
  g_assert_false (mc_canvas_go_to (fixture->canvas, "person/4"));
  mc_canvas_set_scene (fixture->canvas, NULL);
  canvas_fixture_settle (fixture);
}

/* Fitted, it stays fitted, and comes there from what was on the screen. */
static void
test_replace_fitted (CanvasFixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) moved = canvas_fixture_make_scene (150, TRUE);
  McPoint before = mc_canvas_from_scene (fixture->canvas, 240, 20), after;

  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  mc_canvas_set_scene (fixture->canvas, moved);
  after = mc_canvas_from_scene (fixture->canvas, 240, 20);
  assert_near (before.x, after.x, 0.01);
  assert_near (before.y, after.y, 0.01);
  canvas_fixture_settle (fixture);
  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  g_assert_cmpfloat (mc_canvas_get_visible (fixture->canvas).x + mc_canvas_get_visible (fixture->canvas).width, >=,
                     730);
}

/* A search may lead to a node before the page has been shown. */
static void
test_go_to_unseen (void)
{
  g_autoptr (McScene) scene = canvas_fixture_make_scene (4000, TRUE);
  McCanvas *canvas = MC_CANVAS (mc_canvas_new ());
  CanvasFixture fixture = { .canvas = canvas, .window = GTK_WINDOW (gtk_window_new ()) };
  McRect visible;

  mc_canvas_set_scene (canvas, scene);
  g_assert_true (mc_canvas_go_to (canvas, "person/5"));
  gtk_window_set_default_size (fixture.window, 600, 400);
  gtk_window_set_child (fixture.window, GTK_WIDGET (canvas));
  gtk_window_present (fixture.window);
  canvas_fixture_settle (&fixture);
  visible = mc_canvas_get_visible (canvas);
  g_assert_cmpfloat (mc_canvas_get_zoom (canvas), >=, 0.7);
  g_assert_cmpfloat (visible.x, <=, 4440);
  g_assert_cmpfloat (visible.x + visible.width, >=, 4560);
  gtk_window_destroy (fixture.window);
}

static void
count_overlay (McCanvas *canvas, cairo_t *cr, const McRect *visible, double zoom, gpointer data)
{
  g_assert_cmpfloat (visible->width, >, 0);
  (*(guint *)data)++;
}

static gpointer
find_controller (CanvasFixture *fixture, GType type)
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
dropped_cb (CanvasFixture *fixture, const char *key, const char *payload)
{
  g_set_str (&fixture->payload, payload);
  return heard_cb (fixture, key);
}

static gboolean
let_go (CanvasFixture *fixture, const char *payload, double x, double y)
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
test_drop (CanvasFixture *fixture, gconstpointer data)
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
take_press (McCanvas *canvas, double x, double y, int n, guint button, GdkModifierType state, CanvasFixture *fixture)
{
  fixture->count++;
  return TRUE;
}

static void
test_tools (CanvasFixture *fixture, gconstpointer data)
{
  guint n_overlays = 0;
  gboolean taken = FALSE;

  mc_canvas_set_overlay_func (fixture->canvas, count_overlay, &n_overlays, NULL);
  canvas_fixture_settle (fixture);
  g_assert_cmpuint (n_overlays, >, 0);
  mc_canvas_set_overlay_func (fixture->canvas, NULL, NULL, NULL);
  g_signal_connect (fixture->canvas, "tool-press", G_CALLBACK (take_press), fixture);
  g_signal_emit_by_name (fixture->canvas, "tool-press", 1.0, 2.0, 1, 1u, 0, &taken);
  g_assert_true (taken);
  g_assert_cmpuint (fixture->count, ==, 1);
}

static void
test_found (CanvasFixture *fixture, gconstpointer data)
{
  mc_canvas_set_found (fixture->canvas, (const char *[]){ "person/2", NULL });
  canvas_fixture_settle (fixture);
  mc_canvas_set_found (fixture->canvas, NULL);
  canvas_fixture_settle (fixture);
}

static GtkWidget *
make_card (McCanvas *canvas, McSceneNode *node, gpointer data)
{
  (*(guint *)data)++;
  return gtk_label_new (mc_scene_node_get_name (node));
}

static void
test_card (CanvasFixture *fixture, gconstpointer data)
{
  guint n_cards = 0;

  mc_canvas_set_hover_func (fixture->canvas, make_card, &n_cards, NULL);
  press (fixture, GDK_KEY_F2, 0);
  canvas_fixture_settle (fixture);
  g_assert_cmpuint (n_cards, ==, 1);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  canvas_fixture_settle (fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  struct
  {
    const char *path;
    void (*func) (CanvasFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/canvas/fit", test_fit },         { "/canvas/zoom-keeps-point", test_zoom_keeps_point },
    { "/canvas/scroll", test_scroll },   { "/canvas/text-size", test_text_size },
    { "/canvas/walk", test_walk },       { "/canvas/walk-reveals", test_walk_reveals },
    { "/canvas/type", test_type },       { "/canvas/acts", test_acts },
    { "/canvas/pick", test_pick },       { "/canvas/selection", test_selection },
    { "/canvas/replace", test_replace }, { "/canvas/replace-fitted", test_replace_fitted },
    { "/canvas/drop", test_drop },       { "/canvas/tools", test_tools },
    { "/canvas/found", test_found },     { "/canvas/card", test_card },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CanvasFixture, NULL, canvas_fixture_set_up, tests[i].func, canvas_fixture_tear_down);
  g_test_add_func ("/canvas/go-to-unseen", test_go_to_unseen);
  return g_test_run ();
}
