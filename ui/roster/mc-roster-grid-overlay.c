/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <math.h>

/* What changes with each key: selection, cursor, where something would be dropped, and the lines between the panes. It
 * is drawn over the kept picture. */

static GdkRGBA
get_ink (McRosterGrid *self, McTone tone, float alpha)
{
  McColor color = mc_palette_get_ink (self->palette, tone);

  return (GdkRGBA){ (float)color.red, (float)color.green, (float)color.blue, alpha };
}

static void
outline (GtkSnapshot *snapshot, const graphene_rect_t *box, float grow, float width, const GdkRGBA *color)
{
  graphene_rect_t rect;
  GskRoundedRect round;

  graphene_rect_inset_r (box, -grow, -grow, &rect);
  gsk_rounded_rect_init_from_rect (&round, &rect, 2);
  gtk_snapshot_append_border (snapshot, &round, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static graphene_rect_t
get_box (McRosterGrid *self, guint row, guint slot, guint to_row, guint to_slot)
{
  graphene_rect_t first, last, box = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (mc_roster_grid_get_bounds (self, MIN (row, to_row), MIN (slot, to_slot), &first) &&
      mc_roster_grid_get_bounds (self, MAX (row, to_row), MAX (slot, to_slot), &last))
    graphene_rect_union (&first, &last, &box);
  return box;
}

static void
snapshot_ranges (McRosterGrid *self, GtkSnapshot *snapshot)
{
  GdkRGBA fill = get_ink (self, MC_TONE_ACCENT, self->palette == MC_PALETTE_HIGH_CONTRAST ? 0.28f : 0.16f);
  GdkRGBA edge = get_ink (self, MC_TONE_ACCENT, 0.75f);

  for (guint i = 0; i < self->ranges->len; i++)
    {
      Range *range = &g_array_index (self->ranges, Range, i);
      graphene_rect_t box = get_box (self, range->row, range->slot, range->to_row, range->to_slot);

      if (range->row == range->to_row && range->slot == range->to_slot && self->ranges->len == 1)
        continue;
      gtk_snapshot_append_color (snapshot, &fill, &box);
      outline (snapshot, &box, 0, 1, &edge);
    }
}

/* The row and the day of the cursor are told at the edges too. */
static void
snapshot_guides (McRosterGrid *self, GtkSnapshot *snapshot)
{
  graphene_rect_t names = mc_roster_grid_layout_get_pane (self, PANE_NAMES);
  graphene_rect_t head = mc_roster_grid_layout_get_pane (self, PANE_HEAD), box;
  GdkRGBA accent = get_ink (self, MC_TONE_ACCENT, 1);

  if (!self->has_cursor || !mc_roster_grid_get_bounds (self, self->cursor_row, self->cursor_slot, &box))
    return;
  gtk_snapshot_push_clip (snapshot, &head);
  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT (box.origin.x, head.size.height - 3, box.size.width, 3));
  gtk_snapshot_pop (snapshot);
  if (self->cursor_row >= self->n_rows)
    return;
  gtk_snapshot_push_clip (snapshot, &names);
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (0, box.origin.y, 3, box.size.height));
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_cursor (McRosterGrid *self, GtkSnapshot *snapshot, Pane pane)
{
  graphene_rect_t box;
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  GdkRGBA accent = get_ink (self, MC_TONE_ACCENT, focused ? 1 : 0.5f);

  if (!self->has_cursor || (self->cursor_row < self->n_rows) != (pane == PANE_BODY) ||
      !mc_roster_grid_get_bounds (self, self->cursor_row, self->cursor_slot, &box))
    return;
  outline (snapshot, &box, 1, focused ? 2.5f : 1.5f, &accent);
}

static void
snapshot_drop (McRosterGrid *self, GtkSnapshot *snapshot)
{
  GdkRGBA accent = get_ink (self, MC_TONE_MOVED, 1);
  graphene_rect_t box;

  if (!self->has_drop || !mc_roster_grid_get_bounds (self, self->drop_row, self->drop_slot, &box))
    return;
  outline (snapshot, &box, 2, 3, &accent);
}

static void
snapshot_lines (McRosterGrid *self, GtkSnapshot *snapshot)
{
  graphene_rect_t feet = mc_roster_grid_layout_get_pane (self, PANE_FEET);
  graphene_rect_t names = mc_roster_grid_layout_get_pane (self, PANE_NAMES);
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self)),
        height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  double all = self->n_feet * MC_ROSTER_FOOT;
  GdkRGBA line = get_ink (self, MC_TONE_LINE, 0.6f);

  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (names.size.width - 1, 0, 1, height));
  if (feet.size.height <= 0)
    return;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, feet.origin.y, width, 1));
  if (all > feet.size.height)
    {
      float bar = (float)(feet.size.height * feet.size.height / all);

      gtk_snapshot_append_color (
          snapshot, &line,
          &GRAPHENE_RECT_INIT (width - 5, feet.origin.y + 1 + (float)(self->foot_top * feet.size.height / all), 4,
                               bar));
    }
}

void
mc_roster_grid_overlay_snapshot (McRosterGrid *self, GtkSnapshot *snapshot)
{
  graphene_rect_t body = mc_roster_grid_layout_get_pane (self, PANE_BODY);
  graphene_rect_t feet = mc_roster_grid_layout_get_pane (self, PANE_FEET);

  gtk_snapshot_push_clip (snapshot, &body);
  snapshot_ranges (self, snapshot);
  snapshot_cursor (self, snapshot, PANE_BODY);
  snapshot_drop (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &feet);
  snapshot_cursor (self, snapshot, PANE_FEET);
  gtk_snapshot_pop (snapshot);
  snapshot_guides (self, snapshot);
  snapshot_lines (self, snapshot);
}
