/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene-accessible.h"

#include "mc-canvas-access.h"

struct _McSceneAccessible
{
  McDrawnAccessible parent_instance;

  char *key;
  char *description;
};

G_DEFINE_FINAL_TYPE (McSceneAccessible, mc_scene_accessible, MC_TYPE_DRAWN_ACCESSIBLE)

static gboolean
can_focus (McDrawnAccessible *drawn)
{
  return TRUE;
}

static gboolean
has_focus (McDrawnAccessible *drawn, GtkWidget *widget)
{
  return gtk_widget_has_focus (widget) &&
         g_strcmp0 (mc_canvas_get_focus_key (MC_CANVAS (widget)), MC_SCENE_ACCESSIBLE (drawn)->key) == 0;
}

static GtkAccessible *
get_parent (McDrawnAccessible *drawn, GtkWidget *widget)
{
  return mc_canvas_access_get_parent (MC_CANVAS (widget), MC_SCENE_ACCESSIBLE (drawn)->key);
}

static GtkAccessible *
get_first (McDrawnAccessible *drawn, GtkWidget *widget)
{
  return mc_canvas_access_get_first (MC_CANVAS (widget), MC_SCENE_ACCESSIBLE (drawn)->key);
}

static GtkAccessible *
get_next (McDrawnAccessible *drawn, GtkWidget *widget)
{
  return mc_canvas_access_get_next (MC_CANVAS (widget), MC_SCENE_ACCESSIBLE (drawn)->key);
}

static gboolean
get_box (McDrawnAccessible *drawn, GtkWidget *widget, graphene_rect_t *box)
{
  McRect found;

  if (!mc_canvas_access_get_bounds (MC_CANVAS (widget), MC_SCENE_ACCESSIBLE (drawn)->key, &found))
    return FALSE;
  graphene_rect_init (box, (float)found.x, (float)found.y, (float)found.width, (float)found.height);
  return TRUE;
}

static void
mc_scene_accessible_finalize (GObject *object)
{
  McSceneAccessible *self = MC_SCENE_ACCESSIBLE (object);

  g_free (self->key);
  g_free (self->description);
  G_OBJECT_CLASS (mc_scene_accessible_parent_class)->finalize (object);
}

static void
mc_scene_accessible_class_init (McSceneAccessibleClass *klass)
{
  McDrawnAccessibleClass *drawn_class = MC_DRAWN_ACCESSIBLE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mc_scene_accessible_finalize;
  drawn_class->can_focus = can_focus;
  drawn_class->has_focus = has_focus;
  drawn_class->get_parent = get_parent;
  drawn_class->get_first = get_first;
  drawn_class->get_next = get_next;
  drawn_class->get_box = get_box;
}

static void
mc_scene_accessible_init (McSceneAccessible *self)
{
}

McSceneAccessible *
mc_scene_accessible_new (McCanvas *canvas, McSceneNode *node, GtkAccessibleRole role)
{
  McSceneAccessible *self = g_object_new (MC_TYPE_SCENE_ACCESSIBLE, NULL);

  mc_drawn_accessible_set_up (MC_DRAWN_ACCESSIBLE (self), GTK_WIDGET (canvas), role);
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
  mc_drawn_accessible_set_label (MC_DRAWN_ACCESSIBLE (self), label);
  if (g_set_str (&self->description, description ? description : ""))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
  if (expanded >= 0)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, expanded > 0, -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
  if (mc_drawn_accessible_get_role (MC_DRAWN_ACCESSIBLE (self)) != GTK_ACCESSIBLE_ROLE_BUTTON)
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
