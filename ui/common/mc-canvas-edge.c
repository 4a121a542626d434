/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

/* What is dragged to the edge of the widget brings into view what lies beyond. */

#define ZONE 44.0    /* pixels from the edge; the scroll bar lies over the outer ones */
#define FASTEST 18.0 /* pixels per frame */

static double
get_speed (double at, double size)
{
  if (at < ZONE)
    return -FASTEST * MIN (1, (ZONE - at) / ZONE);
  if (at > size - ZONE)
    return FASTEST * MIN (1, (at - size + ZONE) / ZONE);
  return 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  McCanvas *self = MC_CANVAS (widget);
  McCanvasView view = self->view;

  view.x += self->edge.x / view.scale;
  view.y += self->edge.y / view.scale;
  mc_canvas_view_set (self, view);
  if (self->hand == MC_CANVAS_HAND_BAND || self->hand == MC_CANVAS_HAND_TOOL)
    mc_canvas_pointer_drag (self, self->pointer.x - self->press.x, self->pointer.y - self->press.y);
  return G_SOURCE_CONTINUE;
}

void
mc_canvas_edge_stop (McCanvas *self)
{
  if (self->edge_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

void
mc_canvas_edge_update (McCanvas *self, double x, double y)
{
  self->edge.x = get_speed (x, gtk_widget_get_width (GTK_WIDGET (self)));
  self->edge.y = get_speed (y, gtk_widget_get_height (GTK_WIDGET (self)));
  /* All of it is in view: there is nothing beyond. */
  if (self->fitted || (self->edge.x == 0 && self->edge.y == 0))
    mc_canvas_edge_stop (self);
  else if (!self->edge_tick)
    self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
