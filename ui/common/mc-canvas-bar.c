/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-bar.h"

#include <math.h>

struct _McCanvasBar
{
  GtkWidget parent_instance;

  McCanvas *canvas;
  GSignalGroup *signals;

  GtkMenuButton *zoom_button;
};

enum
{
  PROP_CANVAS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McCanvasBar, mc_canvas_bar, GTK_TYPE_WIDGET)

static void
update_zoom (McCanvasBar *self)
{
  double zoom = self->canvas ? mc_canvas_get_zoom (self->canvas) : 1;
  g_autofree char *text = g_strdup_printf ("%d %%", (int)lround (zoom * 100));

  if (g_strcmp0 (gtk_menu_button_get_label (self->zoom_button), text) != 0)
    gtk_menu_button_set_label (self->zoom_button, text);
}

static void
set_canvas (McCanvasBar *self, McCanvas *canvas)
{
  if (!g_set_object (&self->canvas, canvas))
    return;
  g_signal_group_set_target (self->signals, canvas);
  update_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANVAS]);
}

static void
mc_canvas_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CANVAS:
      g_value_set_object (value, MC_CANVAS_BAR (object)->canvas);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_canvas_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CANVAS:
      set_canvas (MC_CANVAS_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_canvas_bar_dispose (GObject *object)
{
  McCanvasBar *self = MC_CANVAS_BAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->canvas);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CANVAS_BAR);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mc_canvas_bar_parent_class)->dispose (object);
}

static void
mc_canvas_bar_class_init (McCanvasBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_canvas_bar_get_property;
  object_class->set_property = mc_canvas_bar_set_property;
  object_class->dispose = mc_canvas_bar_dispose;
  properties[PROP_CANVAS] = g_param_spec_object ("canvas", NULL, NULL, MC_TYPE_CANVAS,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-canvas-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, McCanvasBar, zoom_button);
}

static void
mc_canvas_bar_init (McCanvasBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (MC_TYPE_CANVAS);
  g_signal_group_connect_swapped (self->signals, "notify::zoom", G_CALLBACK (update_zoom), self);
  update_zoom (self);
}
