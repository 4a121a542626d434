/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene-accessible.h"

#include <math.h>

#include "mc-canvas-access.h"

struct _McSceneAccessible
{
  GObject parent_instance;

  McCanvas *canvas; /* weak */
  char *key;
  char *label;
  char *description;
  GtkAccessibleRole role;
  GtkATContext *context;
};

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static void iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McSceneAccessible,
                               mc_scene_accessible,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, iface_init))

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (accessible);

  if (!self->context && self->canvas)
    self->context = gtk_at_context_create (self->role, accessible, gtk_widget_get_display (GTK_WIDGET (self->canvas)));
  return self->context ? g_object_ref (self->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return TRUE;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->canvas && gtk_widget_has_focus (GTK_WIDGET (self->canvas)) &&
             g_strcmp0 (mc_canvas_get_focus_key (self->canvas), self->key) == 0;
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
get_accessible_parent (GtkAccessible *accessible)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (accessible);

  return self->canvas ? mc_canvas_access_get_parent (self->canvas, self->key) : NULL;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (accessible);

  return self->canvas ? mc_canvas_access_get_first (self->canvas, self->key) : NULL;
}

static GtkAccessible *
get_next_accessible_sibling (GtkAccessible *accessible)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (accessible);

  return self->canvas ? mc_canvas_access_get_next (self->canvas, self->key) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (accessible);
  McRect box;

  if (!self->canvas || !mc_canvas_access_get_bounds (self->canvas, self->key, &box))
    return FALSE;
  *x = (int)floor (box.x);
  *y = (int)floor (box.y);
  *width = (int)ceil (box.width);
  *height = (int)ceil (box.height);
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
mc_scene_accessible_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, MC_SCENE_ACCESSIBLE (object)->role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_scene_accessible_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      MC_SCENE_ACCESSIBLE (object)->role = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_scene_accessible_dispose (GObject *object)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (mc_scene_accessible_parent_class)->dispose (object);
}

static void
mc_scene_accessible_finalize (GObject *object)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (object);

  g_free (self->key);
  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (mc_scene_accessible_parent_class)->finalize (object);
}

static void
mc_scene_accessible_class_init (McSceneAccessibleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_scene_accessible_get_property;
  object_class->set_property = mc_scene_accessible_set_property;
  object_class->dispose = mc_scene_accessible_dispose;
  object_class->finalize = mc_scene_accessible_finalize;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
mc_scene_accessible_init (McSceneAccessible *self)
{
}

McSceneAccessible *
mc_scene_accessible_new (McCanvas *canvas, McSceneNode *node, GtkAccessibleRole role)
{
  McSceneAccessible *self = g_object_new (MC_TYPE_SCENE_ACCESSIBLE, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  self->role = role;
  self->key = g_strdup (mc_scene_node_get_key (node));
  return self;
}

const char *
mc_scene_accessible_get_key (McSceneAccessible *self)
{
  g_return_val_if_fail (MC_IS_SCENE_ACCESSIBLE (self), NULL);
  return self->key;
}

/* "Nguyễn Văn A, vacant": the state is part of the name, since it is why one walks the drawing. */
static char *
make_label (McSceneNode *node)
{
  const char *name = mc_scene_node_get_name (node);
  const char *state = mc_scene_node_get_state (node);

  if (!state || !*state)
    return g_strdup (name ? name : "");
  return name && *name ? g_strdup_printf ("%s, %s", name, state) : g_strdup (state);
}

void
mc_scene_accessible_update (McSceneAccessible *self, McSceneNode *node, gboolean selected)
{
  g_autofree char *label = NULL;
  const char *description;
  GtkAccessible *accessible;
  int expanded;

  g_return_if_fail (MC_IS_SCENE_ACCESSIBLE (self));
  accessible = GTK_ACCESSIBLE (self);
  label = make_label (node);
  description = mc_scene_node_get_description (node);
  expanded = mc_scene_node_get_expanded (node);
  if (g_set_str (&self->label, label))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (g_set_str (&self->description, description ? description : ""))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
  if (expanded >= 0)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, expanded > 0, -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
  if (self->role != GTK_ACCESSIBLE_ROLE_BUTTON)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
mc_scene_accessible_announce_added (McSceneAccessible *self)
{
  g_return_if_fail (MC_IS_SCENE_ACCESSIBLE (self));
  /* GTK tells of children that are not widgets only as they are shown and hidden. */
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

void
mc_scene_accessible_announce_removed (McSceneAccessible *self)
{
  g_return_if_fail (MC_IS_SCENE_ACCESSIBLE (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

void
mc_scene_accessible_focus_changed (McSceneAccessible *self)
{
  g_return_if_fail (MC_IS_SCENE_ACCESSIBLE (self));
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}
