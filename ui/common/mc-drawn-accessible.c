/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawn-accessible.h"

#include <math.h>

typedef struct
{
  GtkWidget *widget; /* weak */
  char *label;
  GtkAccessibleRole role;
  GtkATContext *context;
} McDrawnAccessiblePrivate;

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static void iface_init (GtkAccessibleInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (McDrawnAccessible,
                                  mc_drawn_accessible,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (McDrawnAccessible)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, iface_init))

static McDrawnAccessiblePrivate *
get_private (gpointer self)
{
  return mc_drawn_accessible_get_instance_private (MC_DRAWN_ACCESSIBLE (self));
}

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  McDrawnAccessiblePrivate *priv = get_private (accessible);

  if (!priv->context && priv->widget)
    priv->context = gtk_at_context_create (priv->role, accessible, gtk_widget_get_display (priv->widget));
  return priv->context ? g_object_ref (priv->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  McDrawnAccessible *self = MC_DRAWN_ACCESSIBLE (accessible);
  McDrawnAccessiblePrivate *priv = get_private (self);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return MC_DRAWN_ACCESSIBLE_GET_CLASS (self)->can_focus (self);
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return priv->widget && MC_DRAWN_ACCESSIBLE_GET_CLASS (self)->has_focus (self, priv->widget);
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
get_accessible_parent (GtkAccessible *accessible)
{
  McDrawnAccessible *self = MC_DRAWN_ACCESSIBLE (accessible);
  McDrawnAccessiblePrivate *priv = get_private (self);

  return priv->widget ? MC_DRAWN_ACCESSIBLE_GET_CLASS (self)->get_parent (self, priv->widget) : NULL;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  McDrawnAccessible *self = MC_DRAWN_ACCESSIBLE (accessible);
  McDrawnAccessiblePrivate *priv = get_private (self);

  return priv->widget ? MC_DRAWN_ACCESSIBLE_GET_CLASS (self)->get_first (self, priv->widget) : NULL;
}

static GtkAccessible *
get_next_accessible_sibling (GtkAccessible *accessible)
{
  McDrawnAccessible *self = MC_DRAWN_ACCESSIBLE (accessible);
  McDrawnAccessiblePrivate *priv = get_private (self);

  return priv->widget ? MC_DRAWN_ACCESSIBLE_GET_CLASS (self)->get_next (self, priv->widget) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  McDrawnAccessible *self = MC_DRAWN_ACCESSIBLE (accessible);
  McDrawnAccessiblePrivate *priv = get_private (self);
  graphene_rect_t box;

  if (!priv->widget || !MC_DRAWN_ACCESSIBLE_GET_CLASS (self)->get_box (self, priv->widget, &box))
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
mc_drawn_accessible_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, get_private (object)->role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_drawn_accessible_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      get_private (object)->role = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_drawn_accessible_dispose (GObject *object)
{
  McDrawnAccessiblePrivate *priv = get_private (object);

  g_clear_weak_pointer (&priv->widget);
  g_clear_object (&priv->context);
  G_OBJECT_CLASS (mc_drawn_accessible_parent_class)->dispose (object);
}

static void
mc_drawn_accessible_finalize (GObject *object)
{
  g_free (get_private (object)->label);
  G_OBJECT_CLASS (mc_drawn_accessible_parent_class)->finalize (object);
}

static void
mc_drawn_accessible_class_init (McDrawnAccessibleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_drawn_accessible_get_property;
  object_class->set_property = mc_drawn_accessible_set_property;
  object_class->dispose = mc_drawn_accessible_dispose;
  object_class->finalize = mc_drawn_accessible_finalize;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
mc_drawn_accessible_init (McDrawnAccessible *self)
{
}

void
mc_drawn_accessible_set_up (McDrawnAccessible *self, GtkWidget *widget, GtkAccessibleRole role)
{
  McDrawnAccessiblePrivate *priv;

  g_return_if_fail (MC_IS_DRAWN_ACCESSIBLE (self) && GTK_IS_WIDGET (widget));
  priv = get_private (self);
  g_set_weak_pointer (&priv->widget, widget);
  priv->role = role;
}

GtkAccessibleRole
mc_drawn_accessible_get_role (McDrawnAccessible *self)
{
  g_return_val_if_fail (MC_IS_DRAWN_ACCESSIBLE (self), GTK_ACCESSIBLE_ROLE_NONE);
  return get_private (self)->role;
}

void
mc_drawn_accessible_set_label (McDrawnAccessible *self, const char *label)
{
  g_return_if_fail (MC_IS_DRAWN_ACCESSIBLE (self));
  if (g_set_str (&get_private (self)->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
mc_drawn_accessible_focus_changed (McDrawnAccessible *self)
{
  g_return_if_fail (MC_IS_DRAWN_ACCESSIBLE (self));
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

GtkAccessibleInterface *
mc_drawn_accessible_inherit (GtkAccessibleInterface *iface)
{
  GtkAccessibleInterface *parent = g_type_interface_peek_parent (iface);

  iface->get_at_context = parent->get_at_context;
  iface->get_accessible_parent = parent->get_accessible_parent;
  iface->get_next_accessible_sibling = parent->get_next_accessible_sibling;
  iface->get_bounds = parent->get_bounds;
  return parent;
}
