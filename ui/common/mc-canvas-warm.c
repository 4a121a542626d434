/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

/* The first time a node's text is painted it has to be laid out, which takes longest of all. Where a drawing is large
 * this is done while nobody waits, so that zooming in on hundreds of boxes at once does not stop a frame. */

#define SLICE 2000 /* microseconds */
#define LARGE 150  /* nodes; fewer are laid out within a frame */

static gboolean
warm_cb (gpointer data)
{
  McCanvas *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;
  guint n = self->scene ? mc_scene_get_n_nodes (self->scene) : 0;
  cairo_surface_t *nowhere;
  cairo_t *cr;

  if (self->warmed >= n)
    {
      self->warm_source = 0;
      return G_SOURCE_REMOVE;
    }
  nowhere = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (nowhere);
  while (self->warmed < n && g_get_monotonic_time () < end)
    {
      McSceneNode *node = mc_scene_get_node (self->scene, self->warmed++);

      mc_painter_paint_node (cr, node, self->palette, MC_PAINT_NORMAL, MC_ZOOM_PAPER);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  return G_SOURCE_CONTINUE;
}

void
mc_canvas_warm_stop (McCanvas *self)
{
  g_clear_handle_id (&self->warm_source, g_source_remove);
}

void
mc_canvas_warm_begin (McCanvas *self)
{
  mc_canvas_warm_stop (self);
  self->warmed = 0;
  if (self->scene && mc_scene_get_n_nodes (self->scene) > LARGE)
    self->warm_source = g_idle_add_full (G_PRIORITY_LOW, warm_cb, self, NULL);
}
