/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

/* The card that tells of a node when the pointer rests on it, or by F2 of the one that has the focus. */

#define DELAY 450   /* milliseconds */
#define LARGE 160.0 /* pixels: beside a node higher than this the card would be far from the pointer */
#define POINTER 24  /* pixels */

static void
drop_card (McCanvas *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
  if (!self->card)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->card));
  g_clear_pointer (&self->card, gtk_widget_unparent);
}

void
mc_canvas_hover_hide (McCanvas *self)
{
  g_autofree char *before = g_steal_pointer (&self->hover_key);

  drop_card (self);
  mc_canvas_repaint_key (self, before);
}

/* What the card stands beside: the node, or the pointer where that is nearer. */
static GdkRectangle
find_place (McCanvas *self, McSceneNode *node)
{
  McRect box = mc_scene_node_get_bounds (node);
  McPoint corner = mc_canvas_from_scene (self, box.x, box.y);
  double width = box.width * self->view.scale, height = box.height * self->view.scale;

  if (height > LARGE && self->pointer.x >= 0)
    return (GdkRectangle){ (int)self->pointer.x - POINTER / 2, (int)self->pointer.y - POINTER / 2, POINTER, POINTER };
  return (GdkRectangle){ (int)corner.x, (int)corner.y, (int)width + 1, (int)height + 1 };
}

/* A dialog may lie over the canvas without the pointer having moved. */
static gboolean
is_pointed_at (McCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *root = GTK_WIDGET (gtk_widget_get_root (widget)), *top;
  graphene_point_t at;

  if (!root || !gtk_widget_compute_point (widget, root,
                                          &GRAPHENE_POINT_INIT ((float)self->pointer.x, (float)self->pointer.y), &at))
    return FALSE;
  top = gtk_widget_pick (root, at.x, at.y, GTK_PICK_DEFAULT);
  return top && (top == widget || gtk_widget_is_ancestor (top, widget));
}

void
mc_canvas_hover_show (McCanvas *self, const char *key)
{
  McCanvasHoverFunc func = self->hover.func;
  McSceneNode *node = key && self->scene ? mc_scene_find (self->scene, key) : NULL;
  GtkWidget *content = node && func ? func (self, node, self->hover.data) : NULL;
  GdkRectangle place;

  drop_card (self);
  if (!content)
    return;
  place = find_place (self, node);
  self->card = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->card), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->card), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->card), content);
  gtk_widget_set_can_focus (self->card, FALSE);
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_add_css_class (self->card, "mc-hover-card");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &place);
  gtk_popover_popup (GTK_POPOVER (self->card));
}

static void
rested_cb (gpointer data)
{
  McCanvas *self = data;

  self->hover_source = 0;
  if (is_pointed_at (self))
    mc_canvas_hover_show (self, self->hover_key);
}

void
mc_canvas_hover_update (McCanvas *self)
{
  gboolean away = self->pointer.x < 0 || self->hand != MC_CANVAS_HAND_NONE;
  McSceneNode *node = away ? NULL : mc_canvas_pick (self, self->pointer.x, self->pointer.y);
  const char *key = node ? mc_scene_node_get_key (node) : NULL;
  g_autofree char *before = NULL;

  if (g_strcmp0 (key, self->hover_key) == 0)
    return;
  before = g_steal_pointer (&self->hover_key);
  self->hover_key = g_strdup (key);
  drop_card (self);
  mc_canvas_repaint_key (self, before);
  mc_canvas_repaint_key (self, key);
  if (key && self->hover.func)
    self->hover_source = g_timeout_add_once (DELAY, rested_cb, self);
}

void
mc_canvas_set_hover_func (McCanvas *self, McCanvasHoverFunc func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (MC_IS_CANVAS (self));
  mc_canvas_hover_hide (self);
  mc_canvas_hook_set (&self->hover, func, data, destroy);
}

void
mc_canvas_hover_init (McCanvas *self)
{
  self->hover_key = NULL;
}

void
mc_canvas_hover_dispose (McCanvas *self)
{
  drop_card (self);
  mc_canvas_hook_set (&self->hover, NULL, NULL, NULL);
  mc_canvas_hook_set (&self->cursor, NULL, NULL, NULL);
}
