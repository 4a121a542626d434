/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-accessible.h"

#include <math.h>

struct _McRosterGridAccessible
{
  GObject parent_instance;

  McRosterGrid *grid; /* weak */
  int row, slot;
  char *label;
  gboolean selected;
  GtkAccessibleRole role;
  GtkATContext *context;
};

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static void iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McRosterGridAccessible,
                               mc_roster_grid_accessible,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, iface_init))

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (accessible);

  if (!self->context && self->grid)
    self->context = gtk_at_context_create (self->role, accessible, gtk_widget_get_display (GTK_WIDGET (self->grid)));
  return self->context ? g_object_ref (self->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return self->role == GTK_ACCESSIBLE_ROLE_GRID_CELL;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->grid && mc_roster_grid_access_has_focus (self->grid, self->row, self->slot);
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
get_accessible_parent (GtkAccessible *accessible)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (accessible);

  return self->grid ? mc_roster_grid_access_get_parent (self->grid, self->row, self->slot) : NULL;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (accessible);

  return self->grid ? mc_roster_grid_access_get_first (self->grid, self->row, self->slot) : NULL;
}

static GtkAccessible *
get_next_accessible_sibling (GtkAccessible *accessible)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (accessible);

  return self->grid ? mc_roster_grid_access_get_next (self->grid, self->row, self->slot) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (accessible);
  graphene_rect_t box;

  if (!self->grid || !mc_roster_grid_access_get_box (self->grid, self->row, self->slot, &box))
    return FALSE;
  *x = (int)floorf (box.origin.x);
  *y = (int)floorf (box.origin.y);
  *width = (int)ceilf (box.size.width);
  *height = (int)ceilf (box.size.height);
  return TRUE;
}

static void
iface_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = get_at_context;
  iface->get_platform_state = get_platform_state;
  iface->get_accessible_parent = get_accessible_parent;
  iface->get_first_accessible_child = get_first_accessible_child;
  iface->get_next_accessible_sibling = get_next_accessible_sibling;
  iface->get_bounds = get_bounds;
}

static void
mc_roster_grid_accessible_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, MC_ROSTER_GRID_ACCESSIBLE (object)->role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_grid_accessible_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      MC_ROSTER_GRID_ACCESSIBLE (object)->role = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_grid_accessible_dispose (GObject *object)
{
  McRosterGridAccessible *self = MC_ROSTER_GRID_ACCESSIBLE (object);

  g_clear_weak_pointer (&self->grid);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (mc_roster_grid_accessible_parent_class)->dispose (object);
}

static void
mc_roster_grid_accessible_finalize (GObject *object)
{
  g_free (MC_ROSTER_GRID_ACCESSIBLE (object)->label);
  G_OBJECT_CLASS (mc_roster_grid_accessible_parent_class)->finalize (object);
}

static void
mc_roster_grid_accessible_class_init (McRosterGridAccessibleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_roster_grid_accessible_get_property;
  object_class->set_property = mc_roster_grid_accessible_set_property;
  object_class->dispose = mc_roster_grid_accessible_dispose;
  object_class->finalize = mc_roster_grid_accessible_finalize;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
mc_roster_grid_accessible_init (McRosterGridAccessible *self)
{
}

McRosterGridAccessible *
mc_roster_grid_accessible_new (McRosterGrid *grid, int row, int slot, GtkAccessibleRole role)
{
  McRosterGridAccessible *self = g_object_new (MC_TYPE_ROSTER_GRID_ACCESSIBLE, NULL);

  g_set_weak_pointer (&self->grid, grid);
  self->role = role;
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
mc_roster_grid_accessible_set_label (McRosterGridAccessible *self, const char *label)
{
  g_return_if_fail (MC_IS_ROSTER_GRID_ACCESSIBLE (self));
  if (g_set_str (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
mc_roster_grid_accessible_set_selected (McRosterGridAccessible *self, gboolean selected)
{
  g_return_if_fail (MC_IS_ROSTER_GRID_ACCESSIBLE (self));
  if (self->role != GTK_ACCESSIBLE_ROLE_GRID_CELL || self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
mc_roster_grid_accessible_focus_changed (McRosterGridAccessible *self)
{
  g_return_if_fail (MC_IS_ROSTER_GRID_ACCESSIBLE (self));
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}
