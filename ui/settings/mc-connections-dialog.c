/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-connections-dialog.h"

#include <glib/gi18n.h>

#include "mc-connection-form.h"
#include "mc-connection-row.h"
#include "mc-report.h"

struct _McConnectionsDialog
{
  AdwDialog parent_instance;

  McProfileStore *profiles;
  McProfile *current;
  McProfile *edited;

  AdwNavigationView *navigation;
  GtkNoSelection *profiles_selection;
  McConnectionForm *form;
};

G_DEFINE_FINAL_TYPE (McConnectionsDialog, mc_connections_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  ADD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

typedef struct
{
  McConnectionsDialog *dialog;
  McProfile *profile;
  char *password;
} Write;

static void
write_free (gpointer data)
{
  Write *self = data;

  g_object_unref (self->dialog);
  g_object_unref (self->profile);
  g_free (self->password);
  g_free (self);
}

static void
spawn (McConnectionsDialog *self, McProfile *profile, const char *password, DexFiberFunc fiber)
{
  Write *data = g_new0 (Write, 1);

  data->dialog = g_object_ref (self);
  data->profile = g_object_ref (profile);
  data->password = g_strdup (password);
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, fiber, data, write_free));
}

static McProfile *
find (McConnectionsDialog *self, GVariant *id)
{
  guint n_profiles = g_list_model_get_n_items (G_LIST_MODEL (self->profiles));

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr (McProfile) profile = g_list_model_get_item (G_LIST_MODEL (self->profiles), i);

      if (g_str_equal (mc_profile_get_id (profile), g_variant_get_string (id, NULL)))
        return g_steal_pointer (&profile);
    }
  return NULL;
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  McConnectionsDialog *self = MC_CONNECTIONS_DIALOG (widget);
  g_autoptr (McProfile) profile = find (self, id);

  if (profile == NULL)
    return;
  g_set_object (&self->edited, profile);
  mc_connection_form_set_profile (self->form, profile);
  adw_navigation_view_push_by_tag (self->navigation, "edit");
}

static DexFuture *
remove_fiber (gpointer data)
{
  Write *self = data;
  g_autoptr (GError) error = NULL;

  if (!dex_await_boolean (mc_profile_store_remove (self->dialog->profiles, self->profile), &error))
    mc_report_error (GTK_WIDGET (self->dialog), _ ("The connection could not be forgotten."), error);
  return dex_future_new_for_boolean (TRUE);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  McConnectionsDialog *self = MC_CONNECTIONS_DIALOG (widget);
  g_autoptr (McProfile) profile = find (self, id);

  if (profile != NULL)
    spawn (self, profile, NULL, remove_fiber);
}

static DexFuture *
save_fiber (gpointer data)
{
  Write *self = data;
  McProfileStore *profiles = self->dialog->profiles;
  g_autoptr (GError) error = NULL;
  gboolean remember = mc_profile_get_remember_password (self->profile);

  if (!dex_await_boolean (mc_profile_store_save (profiles), &error) ||
      ((self->password != NULL || !remember) &&
       !dex_await_boolean (mc_profile_store_save_password (profiles, self->profile, remember ? self->password : NULL),
                           &error)))
    mc_report_error (GTK_WIDGET (self->dialog), _ ("The connection could not be saved."), error);
  return dex_future_new_for_boolean (TRUE);
}

static void
save_cb (McConnectionsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McProfile) profile = mc_connection_form_apply (self->form, self->edited, &error);

  if (profile == NULL)
    {
      mc_report_error (GTK_WIDGET (self), _ ("Something is missing."), error);
      return;
    }
  spawn (self, profile, mc_connection_form_get_password (self->form), save_fiber);
  adw_navigation_view_pop (self->navigation);
}

static void
activate_cb (McConnectionsDialog *self, guint position)
{
  g_autoptr (McProfile) profile = g_list_model_get_item (G_LIST_MODEL (self->profiles_selection), position);

  if (profile != NULL && profile != self->current)
    g_signal_emit (self, signals[CHOSEN], 0, profile);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (McConnectionsDialog *self)
{
  g_signal_emit (self, signals[ADD], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mc_connections_dialog_dispose (GObject *object)
{
  McConnectionsDialog *self = MC_CONNECTIONS_DIALOG (object);

  g_clear_object (&self->profiles);
  g_clear_object (&self->current);
  g_clear_object (&self->edited);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CONNECTIONS_DIALOG);
  G_OBJECT_CLASS (mc_connections_dialog_parent_class)->dispose (object);
}

static void
mc_connections_dialog_class_init (McConnectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_connections_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", MC_TYPE_CONNECTIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, MC_TYPE_PROFILE);
  signals[ADD] =
      g_signal_new ("add", MC_TYPE_CONNECTIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_CONNECTION_FORM);
  g_type_ensure (MC_TYPE_CONNECTION_ROW);
  g_type_ensure (MC_TYPE_PROFILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-connections-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McConnectionsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, McConnectionsDialog, profiles_selection);
  gtk_widget_class_bind_template_child (widget_class, McConnectionsDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "connections.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "connections.remove", "s", remove_cb);
}

static void
mc_connections_dialog_init (McConnectionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

McConnectionsDialog *
mc_connections_dialog_new (McProfileStore *profiles, McProfile *current)
{
  McConnectionsDialog *self = g_object_new (MC_TYPE_CONNECTIONS_DIALOG, NULL);

  self->profiles = g_object_ref (profiles);
  g_set_object (&self->current, current);
  gtk_no_selection_set_model (self->profiles_selection, G_LIST_MODEL (profiles));
  return self;
}
