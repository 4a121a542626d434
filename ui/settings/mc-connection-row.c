/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-connection-row.h"

#include <glib/gi18n.h>

struct _McConnectionRow
{
  AdwBin parent_instance;

  McProfile *profile;
  GSignalGroup *profile_signals;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *edit_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (McConnectionRow, mc_connection_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PROFILE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
show_profile (McConnectionRow *self)
{
  gboolean server = mc_profile_get_kind (self->profile) == MC_PROFILE_SERVER;
  g_autofree char *label = mc_profile_dup_label (self->profile);
  g_autofree char *place = NULL;

  place = server ? g_strdup_printf (_ ("%s on %s, port %u, as %s"), mc_profile_get_dbname (self->profile),
                                    mc_profile_get_host (self->profile), mc_profile_get_port (self->profile),
                                    mc_profile_get_user (self->profile))
                 : g_strdup (_ ("The data is on this computer alone"));
  gtk_image_set_from_icon_name (self->icon, server ? "network-server-symbolic" : "computer-symbolic");
  gtk_label_set_label (self->title, label);
  gtk_label_set_label (self->subtitle, place);
  gtk_widget_set_visible (self->edit_button, server);
  gtk_widget_set_visible (self->remove_button, server);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "s", mc_profile_get_id (self->profile));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", mc_profile_get_id (self->profile));
  /* The names come after the targets, without which the actions do not fit. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "connections.edit");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), "connections.remove");
}

static void
mc_connection_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROFILE:
      g_value_set_object (value, MC_CONNECTION_ROW (object)->profile);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_connection_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McConnectionRow *self = MC_CONNECTION_ROW (object);

  switch (id)
    {
    case PROP_PROFILE:
      if (!g_set_object (&self->profile, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->profile_signals, self->profile);
      if (self->profile != NULL)
        show_profile (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_connection_row_dispose (GObject *object)
{
  McConnectionRow *self = MC_CONNECTION_ROW (object);

  g_clear_object (&self->profile_signals);
  g_clear_object (&self->profile);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CONNECTION_ROW);
  G_OBJECT_CLASS (mc_connection_row_parent_class)->dispose (object);
}

static void
mc_connection_row_class_init (McConnectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_connection_row_get_property;
  object_class->set_property = mc_connection_row_set_property;
  object_class->dispose = mc_connection_row_dispose;

  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, MC_TYPE_PROFILE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-connection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, McConnectionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, McConnectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, McConnectionRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, McConnectionRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, McConnectionRow, remove_button);
}

static void
mc_connection_row_init (McConnectionRow *self)
{
  self->profile_signals = g_signal_group_new (MC_TYPE_PROFILE);
  g_signal_group_connect_swapped (self->profile_signals, "notify", G_CALLBACK (show_profile), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
