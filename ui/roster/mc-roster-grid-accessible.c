/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-accessible.h"

struct _McRosterGridAccessible
{
  McDrawnAccessible parent_instance;

  int row, slot;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (McRosterGridAccessible, mc_roster_grid_accessible, MC_TYPE_DRAWN_ACCESSIBLE)

static gboolean
can_focus (McDrawnAccessible *drawn)
{
  return mc_drawn_accessible_get_role (drawn) == GTK_ACCESSIBLE_ROLE_GRID_CELL;
}

static gboolean
has_focus (McDrawnAccessible *drawn, GtkWidget *widget)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (drawn);

  return mc_roster_grid_access_has_focus (MC_ROSTER_GRID (widget), self->row, self->slot);
}

static GtkAccessible *
get_parent (McDrawnAccessible *drawn, GtkWidget *widget)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (drawn);

  return mc_roster_grid_access_get_parent (MC_ROSTER_GRID (widget), self->row, self->slot);
}

static GtkAccessible *
get_first (McDrawnAccessible *drawn, GtkWidget *widget)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (drawn);

  return mc_roster_grid_access_get_first (MC_ROSTER_GRID (widget), self->row, self->slot);
}

static GtkAccessible *
get_next (McDrawnAccessible *drawn, GtkWidget *widget)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (drawn);

  return mc_roster_grid_access_get_next (MC_ROSTER_GRID (widget), self->row, self->slot);
}

static gboolean
get_box (McDrawnAccessible *drawn, GtkWidget *widget, graphene_rect_t *box)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (drawn);

  return mc_roster_grid_access_get_box (MC_ROSTER_GRID (widget), self->row, self->slot, box);
}

static void
mc_roster_grid_accessible_class_init (McRosterGridAccessibleClass *klass)
{
  McDrawnAccessibleClass *drawn_class = MC_DRAWN_ACCESSIBLE_CLASS (klass);

  drawn_class->can_focus = can_focus;
  drawn_class->has_focus = has_focus;
  drawn_class->get_parent = get_parent;
  drawn_class->get_first = get_first;
  drawn_class->get_next = get_next;
  drawn_class->get_box = get_box;
}

static void
mc_roster_grid_accessible_init (McRosterGridAccessible *self)
{
}

McRosterGridAccessible *
mc_roster_grid_accessible_new (McRosterGrid *grid, int row, int slot, GtkAccessibleRole role)
{
  McRosterGridAccessible *self = g_object_new (MC_TYPE_ROSTER_GRID_ACCESSIBLE, NULL);

  mc_drawn_accessible_set_up (MC_DRAWN_ACCESSIBLE (self), GTK_WIDGET (grid), role);
  self->row = row;
  self->slot = slot;
  if (role == GTK_ACCESSIBLE_ROLE_GRID_CELL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  return self;
}

int
mc_roster_grid_accessible_get_row (McRosterGridAccessible *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID_ACCESSIBLE (self), 0);
  return self->row;
}

int
mc_roster_grid_accessible_get_slot (McRosterGridAccessible *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_GRID_ACCESSIBLE (self), 0);
  return self->slot;
}

void
mc_roster_grid_accessible_set_selected (McRosterGridAccessible *self, gboolean selected)
{
  g_return_if_fail (MC_IS_ROSTER_GRID_ACCESSIBLE (self));
  if (!can_focus (MC_DRAWN_ACCESSIBLE (self)) || self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
