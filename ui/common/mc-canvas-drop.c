/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

/* Nodes are dragged as text ("person/12"), so that lists beside the canvas can give and take the same. */

#define ICON_WIDTH 180.0
#define ICON_HEIGHT 120.0

/* The node that takes @payload: the one at the place, or the nearest that it stands on. */
static McSceneNode *
find_taker (McCanvas *self, McSceneNode *node, const char *payload)
{
  for (guint n = 0; node && n < 32; n++)
    {
      const char *accepts = mc_scene_node_get_drop (node);
      const char *parent = mc_scene_node_get_parent (node);
      const char *own = mc_scene_node_get_drag (node);

      if (accepts && g_str_has_prefix (payload, accepts) && g_strcmp0 (own, payload) != 0)
        return node;
      node = parent ? mc_scene_find (self->scene, parent) : NULL;
    }
  return NULL;
}

static const char *
find_target (McCanvas *self, const GValue *value, double x, double y)
{
  const char *payload = value && G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;
  McSceneNode *node = payload ? mc_canvas_pick (self, x, y) : NULL;

  node = node ? find_taker (self, node, payload) : NULL;
  return node ? mc_scene_node_get_key (node) : NULL;
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, McCanvas *self)
{
  const char *key = find_target (self, gtk_drop_target_get_value (target), x, y);

  mc_canvas_set_drop_key (self, key);
  mc_canvas_edge_update (self, x, y);
  /* Until the text has come over, it may be anything. */
  return key || !gtk_drop_target_get_value (target) ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (GtkDropTarget *target, McCanvas *self)
{
  mc_canvas_set_drop_key (self, NULL);
  mc_canvas_edge_stop (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, McCanvas *self)
{
  g_autofree char *key = g_strdup (find_target (self, value, x, y));

  mc_canvas_set_drop_key (self, NULL);
  mc_canvas_edge_stop (self);
  return key && mc_canvas_emit_drop (self, key, g_value_get_string (value));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, McCanvas *self)
{
  McSceneNode *node = self->press_key && self->scene ? mc_scene_find (self->scene, self->press_key) : NULL;
  const char *payload = node ? mc_scene_node_get_drag (node) : NULL;

  if (!payload || self->hand == MC_CANVAS_HAND_TOOL || self->space_down)
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_STRING, payload);
}

/* The node itself hangs on the pointer, where it was taken. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, McCanvas *self)
{
  McSceneNode *node = self->press_key && self->scene ? mc_scene_find (self->scene, self->press_key) : NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) icon = NULL;
  McPoint corner;
  McRect box;
  double scale;
  cairo_t *cr;

  self->hand = MC_CANVAS_HAND_LEFT;
  mc_canvas_hover_hide (self);
  if (!node)
    return;
  box = mc_scene_node_get_bounds (node);
  corner = mc_canvas_from_scene (self, box.x, box.y);
  scale = MIN (self->view.scale, MIN (ICON_WIDTH * 2 / box.width, ICON_HEIGHT * 2 / box.height));
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)(box.width * scale), (float)(box.height * scale)));
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box.x, -box.y);
  mc_painter_paint_node (cr, node, self->palette, MC_PAINT_NORMAL, scale);
  cairo_destroy (cr);
  icon = gtk_snapshot_to_paintable (snapshot, NULL);
  gtk_drag_source_set_icon (source, icon, (int)((self->press.x - corner.x) * scale / self->view.scale),
                            (int)((self->press.y - corner.y) * scale / self->view.scale));
}

/* The gestures were cancelled before the drag began; nobody else says that the hand is free again. */
static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, McCanvas *self)
{
  self->hand = MC_CANVAS_HAND_NONE;
}

void
mc_canvas_drop_init (McCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  self->source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (self->source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (self->source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (self->source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->source));
}
