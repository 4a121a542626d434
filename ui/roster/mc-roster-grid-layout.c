/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-private.h"

#include <math.h>

/* Where everything is: six panes, of which the body scrolls both ways, names up and down, the head sideways. The feet
 * keep their place below and scroll by themselves where there are many. */

#define FEET_SHARE 0.28 /* of the height */

static double
get_size (McRosterGrid *self, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                   : gtk_widget_get_height (GTK_WIDGET (self));
}

/* A narrow window shows the names shorter, so that some days are beside them. */
static double
get_names_width (McRosterGrid *self)
{
  return MIN (MC_ROSTER_NAMES, MAX (120, get_size (self, GTK_ORIENTATION_HORIZONTAL) * 0.4));
}

static double
get_feet_height (McRosterGrid *self)
{
  double room = get_size (self, GTK_ORIENTATION_VERTICAL) * FEET_SHARE;

  return MIN (self->n_feet * MC_ROSTER_FOOT, floor (room / MC_ROSTER_FOOT) * MC_ROSTER_FOOT);
}

static double
get_value (McRosterGrid *self, GtkOrientation orientation)
{
  return self->scrolling.adjustment[orientation] ? gtk_adjustment_get_value (self->scrolling.adjustment[orientation])
                                                 : 0;
}

graphene_rect_t
mc_roster_grid_layout_get_pane (McRosterGrid *self, Pane pane)
{
  float width = (float)get_size (self, GTK_ORIENTATION_HORIZONTAL);
  float height = (float)get_size (self, GTK_ORIENTATION_VERTICAL);
  float names = (float)get_names_width (self), feet = (float)get_feet_height (self), head = MC_ROSTER_HEAD;
  float body = MAX (0, height - head - feet), days = MAX (0, width - names);

  switch (pane)
    {
    case PANE_NAMES:
      return GRAPHENE_RECT_INIT (0, head, names, body);
    case PANE_HEAD:
      return GRAPHENE_RECT_INIT (names, 0, days, head);
    case PANE_CORNER:
      return GRAPHENE_RECT_INIT (0, 0, names, head);
    case PANE_FEET:
      return GRAPHENE_RECT_INIT (names, head + body, days, feet);
    case PANE_FOOT_NAMES:
      return GRAPHENE_RECT_INIT (0, head + body, names, feet);
    case PANE_BODY:
    case N_PANES:
    default:
      return GRAPHENE_RECT_INIT (names, head, days, body);
    }
}

graphene_point_t
mc_roster_grid_layout_get_origin (McRosterGrid *self, Pane pane)
{
  float x = (float)get_value (self, GTK_ORIENTATION_HORIZONTAL), y = (float)get_value (self, GTK_ORIENTATION_VERTICAL);

  switch (pane)
    {
    case PANE_NAMES:
      return GRAPHENE_POINT_INIT (0, y);
    case PANE_HEAD:
      return GRAPHENE_POINT_INIT (x, 0);
    case PANE_CORNER:
      return GRAPHENE_POINT_INIT (0, 0);
    case PANE_FEET:
      return GRAPHENE_POINT_INIT (x, (float)self->foot_top);
    case PANE_FOOT_NAMES:
      return GRAPHENE_POINT_INIT (0, (float)self->foot_top);
    case PANE_BODY:
    case N_PANES:
    default:
      return GRAPHENE_POINT_INIT (x, y);
    }
}

static void
configure (gpointer grid, GtkOrientation orientation)
{
  McRosterGrid *self = grid;
  graphene_rect_t body = mc_roster_grid_layout_get_pane (self, PANE_BODY);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double page = across ? body.size.width : body.size.height;
  double upper = across ? self->n_days * self->day_width : self->n_rows * MC_ROSTER_ROW;
  GtkAdjustment *adjustment = self->scrolling.adjustment[orientation];

  if (!adjustment)
    return;
  /* What fits by a hair is not worth a scroll bar. */
  upper = upper < page + 1 ? page : upper;
  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, upper - page)), 0,
                            MAX (upper, page), across ? MAX (self->day_width, 30) : MC_ROSTER_ROW * 2, page * 0.9,
                            page);
}

static double
find_day_width (McRosterGrid *self)
{
  graphene_rect_t body = mc_roster_grid_layout_get_pane (self, PANE_BODY);
  guint n = self->width_mode == MC_ROSTER_WIDTH_DAY ? 1 : self->width_mode == MC_ROSTER_WIDTH_WEEK ? 7 : self->n_days;
  double width;

  if (self->width_mode == MC_ROSTER_WIDTH_OWN)
    return self->day_width;
  /* Whole pixels, so that the lines between days are all alike. */
  width = floor (body.size.width / MAX (1, MIN (n, self->n_days)));
  return CLAMP (width, MC_ROSTER_LEAST_DAY, MC_ROSTER_MOST_DAY);
}

static void
set_day_width (McRosterGrid *self, double width)
{
  if (width == self->day_width)
    return;
  self->day_width = width;
  mc_roster_grid_paint_clear (self);
}

void
mc_roster_grid_layout_update (McRosterGrid *self)
{
  double most;
  guint pending = self->pending_day;

  if (get_size (self, GTK_ORIENTATION_HORIZONTAL) <= 0)
    return;
  set_day_width (self, find_day_width (self));
  most = MAX (0, self->n_feet * MC_ROSTER_FOOT - get_feet_height (self));
  self->foot_top = CLAMP (self->foot_top, 0, most);
  configure (self, GTK_ORIENTATION_HORIZONTAL);
  configure (self, GTK_ORIENTATION_VERTICAL);
  self->pending_day = G_MAXUINT;
  if (pending != G_MAXUINT)
    mc_roster_grid_reveal_day (self, pending);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
adjusted_cb (McRosterGrid *self)
{
  self->moved_at = g_get_monotonic_time ();
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
contains (const graphene_rect_t *rect, double x, double y)
{
  return x >= rect->origin.x && y >= rect->origin.y && x < rect->origin.x + rect->size.width &&
         y < rect->origin.y + rect->size.height;
}

gboolean
mc_roster_grid_layout_pick (McRosterGrid *self, double x, double y, Spot *spot)
{
  for (Pane pane = PANE_BODY; pane < N_PANES; pane++)
    {
      graphene_rect_t rect = mc_roster_grid_layout_get_pane (self, pane);
      graphene_point_t origin = mc_roster_grid_layout_get_origin (self, pane);
      gboolean feet = pane == PANE_FEET || pane == PANE_FOOT_NAMES;
      double across = x - rect.origin.x + origin.x, down = y - rect.origin.y + origin.y;
      guint row = feet ? self->n_rows + (guint)(down / MC_ROSTER_FOOT) : (guint)(down / MC_ROSTER_ROW);

      if (!contains (&rect, x, y))
        continue;
      *spot = (Spot){ pane, row, (guint)(across * self->n_parts / self->day_width) };
      if (pane == PANE_HEAD || pane == PANE_CORNER)
        spot->row = 0;
      else if (feet ? row >= self->n_rows + self->n_feet : row >= self->n_rows)
        return FALSE;
      if (pane == PANE_NAMES || pane == PANE_CORNER || pane == PANE_FOOT_NAMES)
        spot->slot = 0;
      return spot->slot < self->n_days * self->n_parts;
    }
  return FALSE;
}

gboolean
mc_roster_grid_get_bounds (McRosterGrid *self, guint row, guint slot, graphene_rect_t *bounds)
{
  Pane pane;
  double slot_width, height;
  graphene_rect_t rect;
  graphene_point_t origin;

  g_return_val_if_fail (MC_IS_ROSTER_GRID (self) && bounds, FALSE);
  if (row >= self->n_rows + self->n_feet || slot >= self->n_days * self->n_parts)
    return FALSE;
  pane = row < self->n_rows ? PANE_BODY : PANE_FEET;
  slot_width = self->day_width / self->n_parts;
  height = pane == PANE_BODY ? MC_ROSTER_ROW : MC_ROSTER_FOOT;
  row -= pane == PANE_BODY ? 0 : self->n_rows;
  rect = mc_roster_grid_layout_get_pane (self, pane);
  origin = mc_roster_grid_layout_get_origin (self, pane);
  *bounds = GRAPHENE_RECT_INIT ((float)(rect.origin.x - origin.x + slot * slot_width),
                                (float)(rect.origin.y - origin.y + row * height), (float)slot_width, (float)height);
  return TRUE;
}

void
mc_roster_grid_layout_scroll_feet (McRosterGrid *self, double dy)
{
  double most = MAX (0, self->n_feet * MC_ROSTER_FOOT - get_feet_height (self));
  double top = CLAMP (self->foot_top + dy, 0, most);

  if (top == self->foot_top)
    return;
  self->foot_top = top;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mc_roster_grid_layout_scroll (McRosterGrid *self, double dx, double dy)
{
  gtk_adjustment_set_value (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL],
                            get_value (self, GTK_ORIENTATION_HORIZONTAL) + dx);
  gtk_adjustment_set_value (self->scrolling.adjustment[GTK_ORIENTATION_VERTICAL],
                            get_value (self, GTK_ORIENTATION_VERTICAL) + dy);
}

void
mc_roster_grid_layout_reveal (McRosterGrid *self, guint row, guint slot)
{
  double slot_width = self->day_width / self->n_parts;

  gtk_adjustment_clamp_page (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL], slot * slot_width,
                             (slot + 1) * slot_width);
  if (row < self->n_rows)
    {
      /* With the heading over it, if it has one. */
      guint top = row > 0 && !mc_roster_grid_selection_is_cell (self, row - 1) ? row - 1 : row;

      gtk_adjustment_clamp_page (self->scrolling.adjustment[GTK_ORIENTATION_VERTICAL], top * MC_ROSTER_ROW,
                                 (row + 1) * MC_ROSTER_ROW);
    }
  else
    {
      double top = (row - self->n_rows) * MC_ROSTER_FOOT, feet = get_feet_height (self);

      mc_roster_grid_layout_scroll_feet (self, top < self->foot_top ? top - self->foot_top
                                               : top + MC_ROSTER_FOOT > self->foot_top + feet
                                                   ? top + MC_ROSTER_FOOT - feet - self->foot_top
                                                   : 0);
    }
}

void
mc_roster_grid_reveal_day (McRosterGrid *self, guint day)
{
  g_return_if_fail (MC_IS_ROSTER_GRID (self));
  if (get_size (self, GTK_ORIENTATION_HORIZONTAL) <= 0)
    self->pending_day = day;
  else if (self->width_mode == MC_ROSTER_WIDTH_WEEK || self->width_mode == MC_ROSTER_WIDTH_DAY)
    gtk_adjustment_set_value (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL], day * self->day_width);
  else
    gtk_adjustment_clamp_page (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL], day * self->day_width,
                               (day + 1) * self->day_width);
}

void
mc_roster_grid_layout_zoom (McRosterGrid *self, double day_width, double x)
{
  double names = get_names_width (self), at = MAX (0, x - names);
  double day = (get_value (self, GTK_ORIENTATION_HORIZONTAL) + at) / self->day_width;

  day_width = CLAMP (round (day_width), MC_ROSTER_LEAST_DAY, MC_ROSTER_MOST_DAY);
  if (self->width_mode != MC_ROSTER_WIDTH_OWN)
    mc_roster_grid_set_width (self, MC_ROSTER_WIDTH_OWN);
  set_day_width (self, day_width);
  mc_roster_grid_layout_update (self);
  gtk_adjustment_set_value (self->scrolling.adjustment[GTK_ORIENTATION_HORIZONTAL], day * day_width - at);
}

guint
mc_roster_grid_layout_page (McRosterGrid *self)
{
  graphene_rect_t body = mc_roster_grid_layout_get_pane (self, PANE_BODY);

  return MAX (1, (guint)(body.size.height / MC_ROSTER_ROW));
}

void
mc_roster_grid_layout_init (McRosterGrid *self)
{
  self->day_width = MC_ROSTER_LEAST_DAY;
  self->n_parts = 1;
  self->pending_day = G_MAXUINT;
  mc_scrolling_init (&self->scrolling, self, configure, G_CALLBACK (adjusted_cb));
}

void
mc_roster_grid_layout_dispose (McRosterGrid *self)
{
  mc_scrolling_dispose (&self->scrolling);
}
