/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

#include <math.h>

/* Nodes that another scene puts elsewhere glide there, so that the eye can follow; where there are too many to be
 * painted in every frame, they are there at once. */

#define GLIDE 200 /* milliseconds */
#define MOST 250  /* nodes in view */
#define LEAST 0.5 /* points that are no motion */

void
mc_canvas_glide_end (McCanvas *self)
{
  if (!self->glide)
    return;
  g_clear_pointer (&self->glide, g_hash_table_unref);
  if (self->gliding)
    adw_animation_pause (self->gliding);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
glide_cb (double value, McCanvas *self)
{
  self->glide_left = 1 - value;
  if (value >= 1)
    mc_canvas_glide_end (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static McRect
get_box (McCanvas *self, McSceneNode *node)
{
  McRect box = mc_scene_node_get_bounds (node);
  const char *key = mc_scene_node_get_key (node);
  McPoint *away = key ? g_hash_table_lookup (self->glide, key) : NULL;

  if (away)
    {
      box.x += away->x * self->glide_left;
      box.y += away->y * self->glide_left;
    }
  return box;
}

static gboolean
is_visible (const McRect *box, const McRect *area)
{
  return box->x <= area->x + area->width && box->x + box->width >= area->x && box->y <= area->y + area->height &&
         box->y + box->height >= area->y;
}

static guint
count_visible (McCanvas *self)
{
  McRect area = mc_canvas_get_visible (self);
  guint n = 0;

  for (guint i = 0; i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McRect box = get_box (self, mc_scene_get_node (self->scene, i));

      n += is_visible (&box, &area) ? 1 : 0;
    }
  return n;
}

/* How far each node was, on the screen, from where it will be. */
static GHashTable *
measure (McCanvas *self, McScene *before, McCanvasView view)
{
  GHashTable *glide = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, i);
      const char *key = mc_scene_node_get_key (node);
      McSceneNode *old = key ? mc_scene_find (before, key) : NULL;
      McRect from, to;
      McPoint away;

      if (!old)
        continue;
      from = mc_scene_node_get_bounds (old);
      to = mc_scene_node_get_bounds (node);
      away = (McPoint){ self->view.x + (from.x - view.x) * view.scale / self->view.scale - to.x,
                        self->view.y + (from.y - view.y) * view.scale / self->view.scale - to.y };
      if (fabs (away.x) > LEAST || fabs (away.y) > LEAST)
        g_hash_table_insert (glide, (gpointer)key, g_memdup2 (&away, sizeof away));
    }
  return glide;
}

void
mc_canvas_glide_begin (McCanvas *self, McScene *before, McCanvasView view)
{
  GtkWidget *widget = GTK_WIDGET (self);

  mc_canvas_glide_end (self);
  if (!gtk_widget_get_mapped (widget) || !adw_get_enable_animations (widget))
    return;
  self->glide = measure (self, before, view);
  self->glide_left = 1;
  if (g_hash_table_size (self->glide) == 0 || count_visible (self) > MOST)
    {
      mc_canvas_glide_end (self);
      return;
    }
  g_clear_object (&self->gliding);
  self->gliding = adw_timed_animation_new (
      widget, 0, 1, GLIDE, adw_callback_animation_target_new ((AdwAnimationTargetFunc)glide_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->gliding), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->gliding);
}

void
mc_canvas_glide_snapshot (McCanvas *self, GtkSnapshot *snapshot)
{
  McRect area = mc_canvas_get_visible (self);
  double zoom = mc_canvas_get_zoom (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)),
                                               (float)gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, self->view.scale, self->view.scale);
  cairo_translate (cr, -self->view.x, -self->view.y);
  for (guint i = 0; i < mc_scene_get_n_nodes (self->scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, i);
      McRect home = mc_scene_node_get_bounds (node), box = get_box (self, node);

      if (mc_scene_node_get_min_zoom (node) > zoom || !is_visible (&box, &area))
        continue;
      cairo_save (cr);
      cairo_translate (cr, box.x - home.x, box.y - home.y);
      mc_painter_paint_node (cr, node, self->palette, mc_canvas_selection_get_flags (self, node), zoom);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}
