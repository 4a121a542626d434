/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-preferences-dialog.h"

#include <glib/gi18n.h>

struct _McPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;
  GtkWidget *from;

  AdwComboRow *style;
  AdwComboRow *language;
  AdwSwitchRow *reopen_page;
};

G_DEFINE_FINAL_TYPE (McPreferencesDialog, mc_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the choices in the template. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const languages[] = { "vi", "en", "system", NULL };

static gboolean
nick_to_position (GValue *value, GVariant *variant, gpointer nicks)
{
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; ((const char *const *)nicks)[i] != NULL; i++)
    if (g_str_equal (((const char *const *)nicks)[i], nick))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_nick (const GValue *value, const GVariantType *type, gpointer nicks)
{
  guint position = g_value_get_uint (value);

  if (position >= g_strv_length ((char **)nicks))
    return NULL;
  return g_variant_new_string (((const char *const *)nicks)[position]);
}

static void
reset_cb (McPreferencesDialog *self)
{
  g_settings_reset (self->settings, "columns");
  adw_preferences_dialog_add_toast (
      ADW_PREFERENCES_DIALOG (self),
      adw_toast_new (_ ("The tables have their usual columns when they are next opened.")));
}

static void
centre_cb (McPreferencesDialog *self)
{
  g_autoptr (GtkWidget) from = g_object_ref (self->from);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (from, "win.open-target", "s", "page/settings");
}

static void
mc_preferences_dialog_dispose (GObject *object)
{
  McPreferencesDialog *self = MC_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (mc_preferences_dialog_parent_class)->dispose (object);
}

static void
mc_preferences_dialog_class_init (McPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McPreferencesDialog, style);
  gtk_widget_class_bind_template_child (widget_class, McPreferencesDialog, language);
  gtk_widget_class_bind_template_child (widget_class, McPreferencesDialog, reopen_page);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, centre_cb);
}

static void
mc_preferences_dialog_init (McPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_preferences_dialog_present (GtkWidget *from, GSettings *settings)
{
  McPreferencesDialog *self = g_object_new (MC_TYPE_PREFERENCES_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  self->from = g_object_ref (from);
  g_settings_bind_with_mapping (settings, "style", self->style, "selected", G_SETTINGS_BIND_DEFAULT, nick_to_position,
                                position_to_nick, (gpointer)styles, NULL);
  g_settings_bind_with_mapping (settings, "language", self->language, "selected", G_SETTINGS_BIND_DEFAULT,
                                nick_to_position, position_to_nick, (gpointer)languages, NULL);
  g_settings_bind (settings, "reopen-page", self->reopen_page, "active", G_SETTINGS_BIND_DEFAULT);
  adw_dialog_present (ADW_DIALOG (self), from);
}
