/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

void
canvas_fixture_spin (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
canvas_fixture_settle (CanvasFixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  do
    canvas_fixture_spin (30);
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
McScene *
canvas_fixture_make_scene (double shift, gboolean whole)
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

void
canvas_fixture_set_up (CanvasFixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) scene = canvas_fixture_make_scene (0, TRUE);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->canvas = MC_CANVAS (mc_canvas_new ());
  mc_canvas_set_scene (fixture->canvas, scene);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  canvas_fixture_settle (fixture);
}

void
canvas_fixture_tear_down (CanvasFixture *fixture, gconstpointer data)
{
  gpointer canvas = fixture->canvas;

  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), &canvas);
  gtk_window_destroy (fixture->window);
  canvas_fixture_spin (20);
  g_assert_null (canvas);
  g_free (fixture->key);
  g_free (fixture->payload);
}
