/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "mc-paths.h"
#include "mc-window.h"

struct _McApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  McProfileStore *profiles;
};

G_DEFINE_FINAL_TYPE (McApplication, mc_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "start", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Open the centre of this computer that was begun so: demo, plan or empty"), N_ ("KIND") },
  { "database", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Connect to this server (postgresql://user@host/database)"),
    N_ ("URI") },
  { "profile", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Use the saved connection of this name"), N_ ("NAME") },
  { "leave-when-ready", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
  { NULL },
};

static gboolean
parse_start (const char *text, McStartKind *start)
{
  static const struct
  {
    const char *name;
    McStartKind start;
  } kinds[] = { { "demo", MC_START_DEMO }, { "plan", MC_START_PLAN }, { "empty", MC_START_EMPTY } };

  *start = MC_START_NONE;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, text))
      {
        *start = kinds[i].start;
        return TRUE;
      }
  return FALSE;
}

static int
mc_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  const char *start = NULL;
  McStartKind kind;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("motcua %s\n", MC_VERSION);
      return 0;
    }
  g_variant_dict_lookup (dict, "start", "&s", &start);
  if (!parse_start (start, &kind))
    {
      g_printerr (_ ("motcua: --start=%s is not known; it can be demo, plan or empty\n"), start);
      return 2;
    }
  return -1;
}

static int
mc_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  const char *start = NULL, *database = NULL, *profile = NULL;
  McStartKind kind;
  McWindow *window;

  g_variant_dict_lookup (dict, "start", "&s", &start);
  g_variant_dict_lookup (dict, "database", "&s", &database);
  g_variant_dict_lookup (dict, "profile", "&s", &profile);
  parse_start (start, &kind);

  if (active != NULL && start == NULL && database == NULL && profile == NULL)
    {
      gtk_window_present (active);
      return 0;
    }
  window = mc_window_new (MC_APPLICATION (application));
  mc_window_start (window, kind, database, profile);
  if (g_variant_dict_contains (dict, "leave-when-ready"))
    mc_window_leave_when_ready (window);
  return 0;
}

static void
mc_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    gtk_window_present (active);
}

static gboolean
style_to_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *style = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (style, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                           : g_str_equal (style, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                          : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

/* An open dialog takes a window's wish to close for its own. Half-filled forms are kept as drafts, so that none has to
 * hold up the end. */
static void
close_dialogs (AdwApplicationWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (window)) != NULL)
    adw_dialog_force_close (dialog);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));
  g_autoptr (GList) copy = g_list_copy (windows);

  for (GList *l = copy; l != NULL; l = l->next)
    {
      if (ADW_IS_APPLICATION_WINDOW (l->data))
        close_dialogs (l->data);
      gtk_window_close (l->data);
    }
}

/* Ended from a terminal or by the desktop: leave in order, so that the private server stops with us. */
static gboolean
signal_cb (gpointer application)
{
  quit_cb (NULL, NULL, application);
  return G_SOURCE_CONTINUE;
}

/* libadwaita's Vietnamese has a handful of its words; ours has all of them. */
static void
bind_libadwaita_words (void)
{
  if (g_str_has_prefix (g_get_language_names ()[0], "vi"))
    bindtextdomain ("libadwaita", MC_PKGDATADIR "/locale");
}

static void
mc_application_startup (GApplication *application)
{
  McApplication *self = MC_APPLICATION (application);
  static const GActionEntry actions[] = { { .name = "quit", .activate = quit_cb } };
  static const char *const quit_keys[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (mc_application_parent_class)->startup (application);
  /* After libadwaita's own start, which binds its folder. */
  bind_libadwaita_words ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  g_unix_signal_add (SIGINT, signal_cb, self);
  g_unix_signal_add (SIGTERM, signal_cb, self);
  g_unix_signal_add (SIGHUP, signal_cb, self);
  g_settings_bind_with_mapping (self->settings, "style", adw_style_manager_get_default (), "color-scheme",
                                G_SETTINGS_BIND_GET, style_to_scheme, NULL, NULL, NULL);
}

static void
mc_application_dispose (GObject *object)
{
  McApplication *self = MC_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->profiles);
  G_OBJECT_CLASS (mc_application_parent_class)->dispose (object);
}

static void
mc_application_class_init (McApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_application_dispose;
  application_class->handle_local_options = mc_application_handle_local_options;
  application_class->command_line = mc_application_command_line;
  application_class->activate = mc_application_activate;
  application_class->startup = mc_application_startup;
}

static void
mc_application_init (McApplication *self)
{
  self->settings = g_settings_new (MC_APP_ID);
  self->profiles = mc_profile_store_new (NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

McApplication *
mc_application_new (void)
{
  return g_object_new (MC_TYPE_APPLICATION, "application-id", MC_APP_ID, "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/vn/gov/cantho/MotCua", NULL);
}

McProfileStore *
mc_application_get_profiles (McApplication *self)
{
  g_return_val_if_fail (MC_IS_APPLICATION (self), NULL);
  return self->profiles;
}

GSettings *
mc_application_get_settings (McApplication *self)
{
  g_return_val_if_fail (MC_IS_APPLICATION (self), NULL);
  return self->settings;
}
