/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-window-private.h"

#include <glib/gi18n.h>

#include "mc-about.h"
#include "mc-connections-dialog.h"
#include "mc-error.h"
#include "mc-pending-dialog.h"
#include "mc-help.h"
#include "mc-preferences-dialog.h"
#include "mc-report.h"
#include "mc-search-dialog.h"
#include "mc-shortcuts-dialog.h"
#include "mc-what-if-dialog.h"
#include "mc-workload-day-dialog.h"
#include "mc-workload-files-dialog.h"
#include "mc-workload-import-dialog.h"
#include "mc-workload-report-dialog.h"

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_search_dialog_present (widget, MC_WINDOW (widget)->session);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWindow *self = MC_WINDOW (widget);
  McPage *page = mc_frame_get_page (self->frame);

  if (page == NULL || !mc_page_grab_search (page))
    search_cb (widget, name, parameter);
}

static void
primary_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_frame_activate_primary (MC_WINDOW (widget)->frame);
}

typedef struct
{
  McWindow *window;
  McSession *session;
  gboolean redo;
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_object_unref (self->window);
  g_object_unref (self->session);
  g_free (self);
}

static DexFuture *
step_fiber (gpointer data)
{
  Step *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autofree char *text = NULL;

  change = dex_await_object (self->redo ? mc_session_redo (self->session) : mc_session_undo (self->session), &error);
  if (change == NULL)
    {
      mc_report_error (GTK_WIDGET (self->window),
                       self->redo ? _ ("The change could not be made again.") : _ ("The change could not be undone."),
                       error);
      return dex_future_new_for_boolean (FALSE);
    }
  text = g_strdup_printf (self->redo ? _ ("Made again: %s") : _ ("Undone: %s"), mc_change_get_label (change));
  mc_report_toast (GTK_WIDGET (self->window), text);
  return dex_future_new_for_boolean (TRUE);
}

static void
step (McWindow *self, gboolean redo)
{
  Step *data = g_new0 (Step, 1);

  data->window = g_object_ref (self);
  data->session = g_object_ref (self->session);
  data->redo = redo;
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, step_fiber, data, step_free));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (MC_WINDOW (widget), FALSE);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (MC_WINDOW (widget), TRUE);
}

static void
as_of_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_frame_popup_as_of (MC_WINDOW (widget)->frame);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = MC_WINDOW (widget)->session;

  mc_session_set_as_of (session, mc_session_get_today (session));
}

static void
day_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = MC_WINDOW (widget)->session;

  mc_session_set_as_of (session, mc_session_get_as_of (session) + (g_str_equal (name, "win.next-day") ? 1 : -1));
}

static void
page_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_frame_step (MC_WINDOW (widget)->frame, g_str_equal (name, "win.next-page") ? 1 : -1);
}

/* Keys come to the window from an open dialog whose control with the keyboard has just been greyed. */
static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));

  if (dialog != NULL)
    adw_dialog_close (dialog);
  else
    mc_frame_go_back (MC_WINDOW (widget)->frame);
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_frame_toggle_sidebar (MC_WINDOW (widget)->frame);
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_shortcuts_dialog_present (widget);
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McApplication *application = MC_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget)));

  mc_preferences_dialog_present (widget, mc_application_get_settings (application));
}

static void
about_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_about_present (widget);
}

static void
connection_chosen_cb (McWindow *self, McProfile *profile)
{
  self->transient = FALSE;
  mc_window_connect (self, profile, MC_START_NONE, NULL);
}

static void
connections_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWindow *self = MC_WINDOW (widget);
  McApplication *application = MC_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget)));
  McConnectionsDialog *dialog = mc_connections_dialog_new (mc_application_get_profiles (application), self->profile);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (connection_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "add", G_CALLBACK (mc_window_welcome), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
reconnect_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_session_try_now (MC_WINDOW (widget)->session);
}

static void
pending_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_pending_dialog_present (widget, MC_WINDOW (widget)->session);
}

/* "page/NAME", "noun/ID" or "action/DETAILED-ACTION-NAME", as search hits say it. */
static void
open_target_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWindow *self = MC_WINDOW (widget);
  const char *target = g_variant_get_string (parameter, NULL);
  g_autoptr (GVariant) argument = NULL;
  g_autofree char *action = NULL;

  if (!g_str_has_prefix (target, "action/"))
    {
      if (!mc_frame_open (self->frame, target))
        mc_report_toast (widget, _ ("This entry is not there any more."));
      return;
    }
  if (g_action_parse_detailed_name (target + strlen ("action/"), &action, &argument, NULL))
    {
      McPage *page = mc_frame_get_page (self->frame);

      gtk_widget_activate_action_variant (page != NULL ? GTK_WIDGET (page) : widget, action, argument);
    }
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  if (g_str_equal (name, "win.undoable-toast"))
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  /* The latest word counts: an older toast would stand before it and offer an undo that is done. */
  adw_toast_overlay_dismiss_all (MC_WINDOW (widget)->toasts);
  adw_toast_overlay_add_toast (MC_WINDOW (widget)->toasts, toast);
}

static void
file_toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text, *uri;
  AdwToast *toast;

  g_variant_get (parameter, "(&s&s)", &text, &uri);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_dismiss_all (MC_WINDOW (widget)->toasts);
  adw_toast_overlay_add_toast (MC_WINDOW (widget)->toasts, toast);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;

  mc_report_launched (widget, _ ("The file could not be opened."), GTK_FILE_LAUNCHER (source), result);
}

static void
open_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (widget), NULL, launched_cb, g_object_ref (widget));
}

static void
help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_help_show (GTK_WINDOW (widget));
}

static void
import_figures_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_workload_import_dialog_new (MC_WINDOW (widget)->session, NULL), widget);
}

static void
enter_figures_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = MC_WINDOW (widget)->session;

  adw_dialog_present (mc_workload_day_dialog_new (session, mc_session_get_today (session)), widget);
}

static void
what_if_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_what_if_dialog_new (MC_WINDOW (widget)->session), widget);
}

static void
month_report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = MC_WINDOW (widget)->session;

  adw_dialog_present (mc_workload_report_dialog_new (session, mc_session_get_today (session)), widget);
}

static void
figure_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_workload_files_dialog_new (MC_WINDOW (widget)->session), widget);
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (widget)), NULL);
}

/* Those that need a session also need the pages on screen. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_session;
} actions[] = {
  { "win.search", NULL, search_cb, TRUE },
  { "win.find", NULL, find_cb, TRUE },
  { "win.primary", NULL, primary_cb, TRUE },
  { "win.undo", NULL, undo_cb, TRUE },
  { "win.redo", NULL, redo_cb, TRUE },
  { "win.as-of", NULL, as_of_cb, TRUE },
  { "win.today", NULL, today_cb, TRUE },
  { "win.previous-day", NULL, day_step_cb, TRUE },
  { "win.next-day", NULL, day_step_cb, TRUE },
  { "win.previous-page", NULL, page_step_cb, TRUE },
  { "win.next-page", NULL, page_step_cb, TRUE },
  { "win.back", NULL, back_cb, TRUE },
  { "win.sidebar", NULL, sidebar_cb, TRUE },
  { "win.reconnect", NULL, reconnect_cb, TRUE },
  { "win.pending", NULL, pending_cb, TRUE },
  { "win.open-target", "s", open_target_cb, TRUE },
  { "win.import-figures", NULL, import_figures_cb, TRUE },
  { "win.enter-figures", NULL, enter_figures_cb, TRUE },
  { "win.figure-files", NULL, figure_files_cb, TRUE },
  { "win.what-if", NULL, what_if_cb, TRUE },
  { "win.month-report", NULL, month_report_cb, TRUE },
  { "win.connections", NULL, connections_cb, FALSE },
  { "win.help", NULL, help_cb, FALSE },
  { "win.shortcuts", NULL, shortcuts_cb, FALSE },
  { "win.preferences", NULL, preferences_cb, FALSE },
  { "win.about", NULL, about_cb, FALSE },
  { "win.toast", "s", toast_cb, FALSE },
  { "win.undoable-toast", "s", toast_cb, FALSE },
  { "win.file-toast", "(ss)", file_toast_cb, FALSE },
  { "win.open-file", "s", open_file_cb, FALSE },
  { "win.fullscreen", NULL, fullscreen_cb, FALSE },
};

void
mc_window_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
mc_window_update_actions (McWindow *self)
{
  gboolean ready = self->session != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->phases), "centre") == 0;
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (self->session != NULL)
    g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_session)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", ready && can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", ready && can_redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reconnect",
                                 ready && mc_session_get_state (self->session) == MC_SESSION_OFFLINE);
}

static void
register_hit (McSearch *search,
              McSearchKind kind,
              const char *title,
              const char *subtitle,
              const char *icon,
              const char *target,
              const char *words)
{
  g_autoptr (McSearchHit) hit = mc_search_hit_new (kind, title, subtitle, icon, target);

  mc_search_set (search, hit, words);
}

void
mc_window_register_search (McWindow *self)
{
  static const struct
  {
    const char *title;
    const char *icon;
    const char *action;
  } verbs[] = {
    { N_ ("Undo"), "edit-undo-symbolic", "win.undo" },
    { N_ ("Redo"), "edit-redo-symbolic", "win.redo" },
    { N_ ("Back to Today"), "x-office-calendar-symbolic", "win.today" },
    { N_ ("Look at Another Day"), "x-office-calendar-symbolic", "win.as-of" },
    { N_ ("Import Figures"), "document-open-symbolic", "win.import-figures" },
    { N_ ("Enter Figures by Hand"), "list-add-symbolic", "win.enter-figures" },
    { N_ ("Files of Figures"), "mc-workload-symbolic", "win.figure-files" },
    { N_ ("What If"), "mc-workload-symbolic", "win.what-if" },
    { N_ ("Report of a Month"), "mc-workload-symbolic", "win.month-report" },
    { N_ ("Connections"), "network-server-symbolic", "win.connections" },
    { N_ ("Preferences"), "mc-settings-symbolic", "win.preferences" },
    { N_ ("Keyboard Shortcuts"), "preferences-desktop-keyboard-shortcuts-symbolic", "win.shortcuts" },
    { N_ ("About Một Cửa"), "help-about-symbolic", "win.about" },
  };
  McSearch *search = mc_session_get_search (self->session);
  gsize n_entries;
  const McPageEntry *entries = mc_page_table_get (&n_entries);

  for (gsize i = 0; i < n_entries; i++)
    {
      g_autofree char *target = g_strdup_printf ("page/%s", entries[i].name);

      register_hit (search, MC_SEARCH_PAGE, _ (entries[i].title), _ (entries[i].section), entries[i].icon_name, target,
                    entries[i].title);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *target = g_strdup_printf ("action/%s", verbs[i].action);

      register_hit (search, MC_SEARCH_ACTION, _ (verbs[i].title), _ ("Command"), verbs[i].icon, target, verbs[i].title);
    }
}
