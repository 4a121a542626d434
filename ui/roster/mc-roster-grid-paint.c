/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <math.h>

/* The picture: each pane is kept as squares of pixels (McCanvasTiles), so that a frame that scrolls only puts them in
 * other places, and a cell that changes costs one square. */

/* What a frame may spend on painting, in microseconds. */
#define BUDGET_FIRST 80000
#define BUDGET_STILL 12000
#define BUDGET_MOVING 6000
#define SETTLED 100000 /* microseconds after the last motion */

static McPaletteKind
find_palette (McRosterGrid *self)
{
  if (adw_style_manager_get_high_contrast (self->style))
    return MC_PALETTE_HIGH_CONTRAST;
  return adw_style_manager_get_dark (self->style) ? MC_PALETTE_DARK : MC_PALETTE_LIGHT;
}

static void
paint_cb (cairo_t *cr, const McRect *area, double pixels, gpointer data)
{
  PanePainter *painter = data;

  mc_roster_grid_cells_paint (cr, painter->grid, painter->pane, area);
}

void
mc_roster_grid_paint_clear (McRosterGrid *self)
{
  for (Pane pane = PANE_BODY; pane < N_PANES; pane++)
    mc_canvas_tiles_clear (self->tiles[pane]);
  self->fresh = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mc_roster_grid_paint_all (McRosterGrid *self)
{
  for (Pane pane = PANE_BODY; pane < N_PANES; pane++)
    mc_canvas_tiles_invalidate (self->tiles[pane], NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A day's halves may be painted as one, so whole days are painted anew; and the row's figures with them. */
void
mc_roster_grid_paint_cells (McRosterGrid *self, guint row, guint slot, guint n_rows, guint n_slots)
{
  gboolean feet = row >= self->n_rows;
  double height = feet ? MC_ROSTER_FOOT : MC_ROSTER_ROW;
  guint day = slot / self->n_parts, last = (slot + n_slots - 1) / self->n_parts;
  McRect area = { day * self->day_width, (feet ? row - self->n_rows : row) * height, (last - day + 1) * self->day_width,
                  n_rows * height };

  mc_canvas_tiles_invalidate (self->tiles[feet ? PANE_FEET : PANE_BODY], &area);
  area.x = 0;
  area.width = MC_ROSTER_NAMES;
  mc_canvas_tiles_invalidate (self->tiles[feet ? PANE_FOOT_NAMES : PANE_NAMES], &area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
style_changed_cb (McRosterGrid *self)
{
  McPaletteKind palette = find_palette (self);

  if (palette == self->palette)
    return;
  self->palette = palette;
  mc_roster_grid_paint_clear (self);
}

void
mc_roster_grid_paint_update_screen (McRosterGrid *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native ? gtk_native_get_surface (native) : NULL;
  double scale = surface ? gdk_surface_get_scale (surface) : 1;

  if (scale == self->device_scale)
    return;
  self->device_scale = scale;
  mc_roster_grid_paint_clear (self);
}

static gboolean
next_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
snapshot_pane (McRosterGrid *self, GtkSnapshot *snapshot, Pane pane, gint64 budget)
{
  graphene_rect_t rect = mc_roster_grid_layout_get_pane (self, pane);
  graphene_point_t origin = mc_roster_grid_layout_get_origin (self, pane);
  McCanvasFrame frame = { origin.x,
                          origin.y,
                          self->device_scale,
                          self->device_scale,
                          (int)ceil (rect.size.width),
                          (int)ceil (rect.size.height),
                          FALSE,
                          budget };

  if (rect.size.width <= 0 || rect.size.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &rect);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect.origin);
  if (!mc_canvas_tiles_snapshot (self->tiles[pane], snapshot, &frame))
    self->complete = FALSE;
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
mc_roster_grid_paint_snapshot (McRosterGrid *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  McColor paper = mc_palette_get_fill (self->palette, MC_TONE_PAPER);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  gboolean moves = g_get_monotonic_time () - self->moved_at < SETTLED;
  gint64 budget = self->fresh ? BUDGET_FIRST : moves ? BUDGET_MOVING : BUDGET_STILL;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ (float)paper.red, (float)paper.green, (float)paper.blue, 1 },
                             &bounds);
  self->complete = TRUE;
  if (!self->source)
    return;
  self->fresh = FALSE;
  for (Pane pane = PANE_BODY; pane < N_PANES; pane++)
    snapshot_pane (self, snapshot, pane, budget / (pane == PANE_BODY ? 1 : 4));
  mc_roster_grid_overlay_snapshot (self, snapshot);
  if (!self->complete)
    gtk_widget_add_tick_callback (widget, next_frame_cb, NULL, NULL);
}

gboolean
mc_roster_grid_is_complete (McRosterGrid *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID (self), TRUE);
  return self->complete;
}

guint64
mc_roster_grid_get_n_looks (McRosterGrid *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID (self), 0);
  return self->n_looks;
}

void
mc_roster_grid_paint_init (McRosterGrid *self)
{
  self->device_scale = 1;
  self->fresh = TRUE;
  self->style = g_object_ref (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  self->palette = find_palette (self);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (Pane pane = PANE_BODY; pane < N_PANES; pane++)
    {
      self->painters[pane] = (PanePainter){ self, pane };
      self->tiles[pane] = mc_canvas_tiles_new (paint_cb, &self->painters[pane]);
    }
  g_signal_connect_object (self->style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mc_roster_grid_paint_dispose (McRosterGrid *self)
{
  for (Pane pane = PANE_BODY; pane < N_PANES; pane++)
    g_clear_pointer (&self->tiles[pane], mc_canvas_tiles_free);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_object (&self->style);
}
