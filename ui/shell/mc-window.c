/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-window-private.h"

#include <glib/gi18n.h>

#include "mc-error.h"
#include "mc-late-parts.h"
#include "mc-report.h"
#include "mc-undo-keys.h"

/* How long the window stays away for its first page to be there, in ms. Most starts are done by then, and to draw what
 * tells that one waits would only make them longer. */
#define PATIENCE 250

/* The screen that the pages are made for, and one on which the window need not fill it; in points. */
#define USUAL_WIDTH 1366
#define USUAL_HEIGHT 768
#define LARGE_WIDTH 1600
#define LARGE_HEIGHT 900

G_DEFINE_FINAL_TYPE (McWindow, mc_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  GApplication *application; /* held: it does not end before the attempt */
  McWindow *window;
  McProfile *profile;
  McStartKind start;
  char *password;
  guint serial;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->password, g_free);
  g_application_release (self->application);
  g_object_unref (self->application);
  g_free (self);
}

static GSettings *
get_settings (McWindow *self)
{
  return mc_application_get_settings (MC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static McProfileStore *
get_profiles (McWindow *self)
{
  return mc_application_get_profiles (MC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
present (McWindow *self)
{
  if (self->patience == 0)
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
patience_over_cb (gpointer data)
{
  present (data);
  return G_SOURCE_REMOVE;
}

/* The centre stands there at once: to fade it in would draw the window a dozen times while its page is being made. */
static void
show_phase (McWindow *self, const char *phase)
{
  gtk_stack_set_visible_child_full (self->phases, phase,
                                    g_str_equal (phase, "centre") ? GTK_STACK_TRANSITION_TYPE_NONE
                                                                  : gtk_stack_get_transition_type (self->phases));
  mc_window_update_actions (self);
  if (!g_str_equal (phase, "progress"))
    present (self);
}

static void
connection_chosen_cb (McWindow *self, McProfile *profile, int start, const char *password)
{
  self->transient = FALSE;
  mc_window_connect (self, profile, start, password);
}

/* Back to where a person can choose; the attempt that is under way is dropped when it comes home. */
static void
connection_cancelled_cb (McWindow *self)
{
  if (self->session != NULL)
    show_phase (self, "centre");
  else
    mc_window_welcome (self);
}

static void
retry_cb (McWindow *self, const char *password)
{
  if (self->profile != NULL)
    mc_window_connect (self, self->profile, self->start, password);
  else
    mc_window_welcome (self);
}

/* Most starts need neither; each would cost them a form. */
static void
add_phase (McWindow *self, GtkWidget *child, const char *phase)
{
  gtk_stack_add_named (self->phases, child, phase);
  mc_late_parts_watch (GTK_WIDGET (self->phases));
}

static void
show_failure (McWindow *self, McProfile *profile, const GError *error)
{
  if (!self->failure)
    {
      self->failure = g_object_new (MC_TYPE_FAILURE_PANE, NULL);
      g_signal_connect_swapped (self->failure, "retry", G_CALLBACK (retry_cb), self);
      g_signal_connect_swapped (self->failure, "change", G_CALLBACK (connection_cancelled_cb), self);
      add_phase (self, GTK_WIDGET (self->failure), "failure");
    }
  mc_failure_pane_show (self->failure, profile, error);
  show_phase (self, "failure");
}

void
mc_window_welcome (McWindow *self)
{
  if (!self->onboarding)
    {
      self->onboarding = g_object_new (MC_TYPE_ONBOARDING, NULL);
      g_signal_connect_swapped (self->onboarding, "chosen", G_CALLBACK (connection_chosen_cb), self);
      g_signal_connect_swapped (self->onboarding, "cancelled", G_CALLBACK (connection_cancelled_cb), self);
      add_phase (self, GTK_WIDGET (self->onboarding), "welcome");
    }
  self->serial++;
  mc_onboarding_restart (self->onboarding, self->session != NULL);
  show_phase (self, "welcome");
}

static void
open_first_page (McWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *page = g_settings_get_string (settings, "page");
  gsize n_entries;
  const McPageEntry *entries = mc_page_table_get (&n_entries);

  if (mc_frame_get_page (self->frame) != NULL)
    return;
  if (g_settings_get_boolean (settings, "reopen-page") && *page != '\0' && mc_frame_open (self->frame, page))
    return;
  mc_frame_open (self->frame, entries[0].name);
}

static void
failed_cb (McWindow *self, GError *error)
{
  mc_report_toast (GTK_WIDGET (self), error->message);
}

static void
set_session (McWindow *self, McSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  mc_frame_set_session (self->frame, session);
  if (session != NULL)
    mc_window_register_search (self);
  mc_window_update_actions (self);
}

static DexFuture *
ended_cb (DexFuture *future, gpointer application)
{
  g_application_release (application);
  return NULL;
}

/* The program stays until the session has ended: what was queued is entered or kept, drafts are on disk, and the
 * private server is stopped. */
static DexFuture *
end_session (GApplication *application, McSession *session)
{
  DexFuture *ending;

  g_application_hold (application);
  ending = dex_future_finally (mc_session_close (session), ended_cb, g_object_ref (application), g_object_unref);
  /* To its end even if nobody waits. */
  dex_future_disown (dex_ref (ending));
  return ending;
}

static GApplication *
get_application (McWindow *self)
{
  return G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
close_session (McWindow *self)
{
  g_autoptr (McSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;

  if (session == NULL)
    return;
  set_session (self, NULL);
  dex_future_disown (end_session (get_application (self), session));
}

static void
progress_cb (const char *message, double fraction, gpointer data)
{
  Attempt *attempt = data;

  if (attempt->serial == attempt->window->serial)
    mc_progress_pane_set (attempt->window->progress, message, fraction);
}

/* Saving is a service to the next start; this one is online, so that a failure is told, not fatal. */
static void
remember (Attempt *self)
{
  McProfileStore *profiles = get_profiles (self->window);
  g_autoptr (GError) error = NULL;

  mc_profile_store_add (profiles, self->profile);
  mc_profile_store_set_last (profiles, self->profile);
  if (!dex_await_boolean (mc_profile_store_save (profiles), &error))
    {
      mc_report_toast (GTK_WIDGET (self->window), error->message);
      g_clear_error (&error);
    }
  if (self->password != NULL && mc_profile_get_remember_password (self->profile) &&
      !dex_await_boolean (mc_profile_store_save_password (profiles, self->profile, self->password), &error))
    mc_report_toast (GTK_WIDGET (self->window), error->message);
}

static void
find_password (Attempt *self)
{
  g_autoptr (GError) error = NULL;

  if (self->password != NULL || mc_profile_get_kind (self->profile) != MC_PROFILE_SERVER ||
      !mc_profile_get_remember_password (self->profile))
    return;
  /* Without a secret service the server asks, and the failure page has an entry for the answer. */
  self->password =
      dex_await_string (mc_profile_store_load_password (get_profiles (self->window), self->profile), &error);
}

static DexFuture *
connect_fiber (gpointer data)
{
  Attempt *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McSession) session = NULL;

  find_password (self);
  session = dex_await_object (
      mc_session_open (self->profile, self->start, MC_DAY_NONE, self->password, progress_cb, self, NULL), &error);
  if (self->serial != self->window->serial || self->window->closing)
    {
      if (session != NULL)
        dex_await (end_session (self->application, session), NULL);
      return dex_future_new_for_boolean (FALSE);
    }
  if (session == NULL)
    {
      show_failure (self->window, self->profile, error);
      return dex_future_new_for_boolean (FALSE);
    }
  set_session (self->window, session);
  open_first_page (self->window);
  show_phase (self->window, "centre");
  if (mc_session_get_is_other_centre (session))
    mc_report_toast (GTK_WIDGET (self->window),
                     _ ("This folder holds another centre than the sample. It was opened as it is."));
  if (!self->window->transient)
    remember (self);
  return dex_future_new_for_boolean (TRUE);
}

void
mc_window_connect (McWindow *self, McProfile *profile, McStartKind start, const char *password)
{
  g_autofree char *label = NULL;
  Attempt *attempt;

  g_return_if_fail (MC_IS_WINDOW (self));
  g_return_if_fail (MC_IS_PROFILE (profile));

  close_session (self);
  g_set_object (&self->profile, profile);
  self->start = start;
  label = mc_profile_dup_label (profile);
  mc_progress_pane_set_connection (self->progress, label);
  show_phase (self, "progress");

  attempt = g_new0 (Attempt, 1);
  attempt->window = g_object_ref (self);
  /* A private server that is on its way up is stopped again before a program ends that was left meanwhile. */
  attempt->application = g_object_ref (get_application (self));
  g_application_hold (attempt->application);
  attempt->profile = g_object_ref (profile);
  attempt->start = start;
  attempt->password = g_strdup (password);
  attempt->serial = ++self->serial;
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, connect_fiber, attempt, attempt_free));
}

typedef struct
{
  McWindow *window;
  McStartKind start;
  char *database;
  char *profile;
} Start;

static void
start_free (gpointer data)
{
  Start *self = data;

  g_clear_object (&self->window);
  g_free (self->database);
  g_free (self->profile);
  g_free (self);
}

static McProfile *
find_profile (McProfileStore *profiles, const char *name)
{
  guint n_profiles = g_list_model_get_n_items (G_LIST_MODEL (profiles));

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr (McProfile) profile = g_list_model_get_item (G_LIST_MODEL (profiles), i);
      g_autofree char *label = mc_profile_dup_label (profile);

      if (g_str_equal (label, name))
        return g_steal_pointer (&profile);
    }
  return NULL;
}

static DexFuture *
start_fiber (gpointer data)
{
  Start *self = data;
  McProfileStore *profiles = get_profiles (self->window);
  g_autoptr (McProfile) profile = NULL;
  g_autofree char *password = NULL;
  g_autoptr (GError) error = NULL;

  self->window->transient = self->database != NULL;
  if (self->database != NULL)
    {
      profile = mc_profile_new_from_uri (self->database, &password, &error);
      if (profile == NULL)
        {
          show_failure (self->window, NULL, error);
          return dex_future_new_for_boolean (FALSE);
        }
      mc_window_connect (self->window, profile, MC_START_NONE, password);
      return dex_future_new_for_boolean (TRUE);
    }

  if (!dex_await_boolean (mc_profile_store_load (profiles), &error))
    {
      mc_report_toast (GTK_WIDGET (self->window), error->message);
      g_clear_error (&error);
    }
  if (self->profile != NULL)
    {
      profile = find_profile (profiles, self->profile);
      if (profile == NULL)
        {
          g_set_error (&error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no saved connection “%s”."), self->profile);
          show_failure (self->window, NULL, error);
          return dex_future_new_for_boolean (FALSE);
        }
    }
  else if (self->start != MC_START_NONE)
    profile = mc_profile_store_take_private (profiles, self->start);
  else if (mc_profile_store_get_last (profiles) != NULL)
    profile = g_object_ref (mc_profile_store_get_last (profiles));

  if (profile != NULL)
    mc_window_connect (self->window, profile, self->start, NULL);
  else
    mc_window_welcome (self->window);
  return dex_future_new_for_boolean (TRUE);
}

void
mc_window_start (McWindow *self, McStartKind start, const char *database, const char *profile)
{
  Start *data;

  g_return_if_fail (MC_IS_WINDOW (self));
  self->patience = g_timeout_add (PATIENCE, patience_over_cb, self);
  data = g_new0 (Start, 1);
  data->window = g_object_ref (self);
  data->start = start;
  data->database = g_strdup (database);
  data->profile = g_strdup (profile);
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, start_fiber, data, start_free));
}

static void
dialog_cb (McWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog != NULL)
    mc_late_parts_watch (GTK_WIDGET (dialog));
}

static void
save_state (McWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  const char *page = mc_frame_get_page_name (self->frame);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  /* One writing of the file instead of four: the window stays on the screen meanwhile. With an object of its own,
   * because what is delayed once stays so. */
  g_settings_delay (settings);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 300));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (page != NULL)
    g_settings_set_string (settings, "page", page);
  g_settings_apply (settings);
}

static DexFuture *
closed_cb (DexFuture *future, gpointer data)
{
  McWindow *self = data;

  gtk_window_destroy (GTK_WINDOW (self));
  return NULL;
}

/* The session ends before the program does. */
static gboolean
mc_window_close_request (GtkWindow *window)
{
  McWindow *self = MC_WINDOW (window);
  g_autoptr (McSession) session = NULL;

  if (self->closing)
    return GDK_EVENT_STOP;
  save_state (self);
  self->closing = TRUE;
  self->serial++;
  if (self->session == NULL)
    return GTK_WINDOW_CLASS (mc_window_parent_class)->close_request (window);
  session = g_object_ref (self->session);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  set_session (self, NULL);
  dex_future_disown (dex_future_finally (end_session (get_application (self), session), closed_cb, g_object_ref (self),
                                         g_object_unref));
  return GDK_EVENT_STOP;
}

static void
mc_window_dispose (GObject *object)
{
  McWindow *self = MC_WINDOW (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->profile);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WINDOW);
  G_OBJECT_CLASS (mc_window_parent_class)->dispose (object);
}

static void
mc_window_class_init (McWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mc_window_close_request;

  g_type_ensure (MC_TYPE_FRAME);
  g_type_ensure (MC_TYPE_PROGRESS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, McWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, McWindow, phases);
  gtk_widget_class_bind_template_child (widget_class, McWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, McWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, connection_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dialog_cb);
  mc_window_install_actions (widget_class);
}

static void
mc_window_init (McWindow *self)
{
  self->session_signals = g_signal_group_new (MC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (mc_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "failed", G_CALLBACK (failed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_undo_keys_install (GTK_WINDOW (self));
  mc_window_update_actions (self);
}

/* The pages are made for 1366x768. A screen that is hardly larger is given to the window altogether; without a window
 * manager nobody maximizes it, so that its own size has to do the same. */
static void
suit_screen (McWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle screen = { 0, 0, USUAL_WIDTH, USUAL_HEIGHT };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (screen.width, USUAL_WIDTH), MIN (screen.height, USUAL_HEIGHT));
  if (screen.width < LARGE_WIDTH || screen.height < LARGE_HEIGHT)
    gtk_window_maximize (GTK_WINDOW (self));
}

McWindow *
mc_window_new (McApplication *application)
{
  McWindow *self = g_object_new (MC_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = mc_application_get_settings (application);
  int width = g_settings_get_int (settings, "window-width"), height = g_settings_get_int (settings, "window-height");

  if (width == 0 || height == 0)
    suit_screen (self);
  else
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}

McSession *
mc_window_get_session (McWindow *self)
{
  g_return_val_if_fail (MC_IS_WINDOW (self), NULL);
  return self->session;
}

static void
painted_cb (GdkFrameClock *clock, McWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  /* For who measures: the rest is the way out. */
  g_print ("ready\n");
  g_idle_add_once ((GSourceOnceFunc)gtk_window_close, self);
}

static gboolean
await_page_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  McWindow *self = MC_WINDOW (widget);
  McPage *page = self->session ? mc_frame_get_page (self->frame) : NULL;

  if (page == NULL || !mc_page_get_complete (page))
    return G_SOURCE_CONTINUE;
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

void
mc_window_leave_when_ready (McWindow *self)
{
  g_return_if_fail (MC_IS_WINDOW (self));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), await_page_cb, NULL, NULL);
}
