/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on the private server, from the first question to the last. */
#include <adwaita.h>
#include <libdex.h>

#include "mc-application.h"
#include "mc-session-records.h"
#include "mc-sidebar.h"
#include "mc-window-private.h"

static McApplication *application;
static McWindow *window;

typedef gboolean (*Condition) (gpointer data);

static gboolean
wait_for (Condition condition, gpointer data, guint seconds)
{
  gint64 until = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > until)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
  return TRUE;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

static void
spin (void)
{
  gint64 until = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static gboolean
phase_is (gpointer phase)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window->phases), phase) == 0;
}

/* Every control says what it does: by a text in it, a label, a relation or a tooltip. */
static gboolean
has_name (GtkWidget *widget)
{
  if (gtk_widget_get_tooltip_text (widget) != NULL ||
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_label (GTK_LABEL (widget)) != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_name (child))
      return TRUE;
  return FALSE;
}

static void
check_names (GtkWidget *widget, guint *n_controls)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  /* What GTK puts inside these speaks with the name of the whole. */
  if (GTK_IS_SPIN_BUTTON (widget))
    return;
  if ((GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))) || GTK_IS_MENU_BUTTON (widget) ||
      GTK_IS_SWITCH (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_COLUMN_VIEW (widget) ||
      GTK_IS_LIST_VIEW (widget))
    {
      (*n_controls)++;
      if (!has_name (widget))
        g_test_message ("no name: %s in %s", G_OBJECT_TYPE_NAME (widget),
                        G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_assert_true (has_name (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, n_controls);
}

/* A dialog comes into view after it is asked for: on a busy machine much after. */
static gboolean
is_in_view (gpointer dialog)
{
  GtkWidget *child = adw_dialog_get_child (dialog);

  return child && gtk_widget_get_mapped (child);
}

static gboolean
no_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

/* The dialog that is open has controls, each with a name, and goes. */
static void
check_dialog (void)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  guint n_controls = 0;

  g_assert_nonnull (dialog);
  g_assert_true (wait_for (is_in_view, dialog, 20));
  spin ();
  check_names (GTK_WIDGET (dialog), &n_controls);
  g_assert_cmpuint (n_controls, >, 0);
  adw_dialog_force_close (dialog);
  g_assert_true (wait_for (no_dialog, NULL, 20));
  spin ();
}

/* On a large screen a first window takes the size that the pages are made for; afterwards the one it was left with. */
static void
test_size (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("vn.gov.cantho.MotCua");
  McWindow *other;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1366);
  g_assert_cmpint (height, ==, 768);
  g_settings_set_int (settings, "window-width", 1100);
  g_settings_set_int (settings, "window-height", 650);
  other = mc_window_new (application);
  gtk_window_get_default_size (GTK_WINDOW (other), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 650);
  gtk_window_destroy (GTK_WINDOW (other));
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

static void
test_welcome (void)
{
  guint n_controls = 0;

  mc_window_start (window, MC_START_NONE, NULL, NULL);
  g_assert_true (wait_for (phase_is, "welcome", 20));
  spin ();
  check_names (GTK_WIDGET (window), &n_controls);
  g_assert_cmpuint (n_controls, >, 0);
}

static void
test_refused (void)
{
  mc_window_start (window, MC_START_NONE, "postgresql://an@127.0.0.1:1/motcua?sslmode=disable", NULL);
  g_assert_true (wait_for (phase_is, "failure", 30));
  mc_window_start (window, MC_START_NONE, "nonsense", NULL);
  spin ();
  g_assert_true (phase_is ("failure"));
  mc_window_start (window, MC_START_NONE, NULL, "no such connection");
  spin ();
  g_assert_true (phase_is ("failure"));
}

static gboolean
is_saved (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (mc_application_get_profiles (application))) == 1;
}

static void
test_start (void)
{
  mc_window_start (window, MC_START_DEMO, NULL, NULL);
  g_assert_true (wait_for (phase_is, "centre", 60));
  g_assert_nonnull (mc_window_get_session (window));
  g_assert_cmpstr (mc_frame_get_page_name (window->frame), ==, mc_page_table_get (NULL)->name);
  g_assert_true (wait_for (is_saved, NULL, 20));
}

static void
test_pages (void)
{
  gsize n_entries;
  const McPageEntry *entries = mc_page_table_get (&n_entries);

  for (gsize i = 0; i < n_entries; i++)
    {
      guint n_controls = 0;

      g_assert_true (mc_frame_open (window->frame, entries[i].name));
      wait_for (never, NULL, 1);
      g_assert_cmpstr (mc_frame_get_page_name (window->frame), ==, entries[i].name);
      g_assert_nonnull (mc_page_get_title (mc_frame_get_page (window->frame)));
      check_names (GTK_WIDGET (window), &n_controls);
      g_assert_cmpuint (n_controls, >, 8);
    }
  g_assert_true (mc_frame_go_back (window->frame));
  g_assert_cmpstr (mc_frame_get_page_name (window->frame), ==, entries[n_entries - 2].name);
  g_assert_false (mc_frame_open (window->frame, "unknown/7"));
}

static void
test_as_of (void)
{
  McSession *session = mc_window_get_session (window);
  McDay today = mc_session_get_today (session);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-day", NULL);
  g_assert_cmpint (mc_session_get_as_of (session), ==, today - 1);
  g_assert_cmpint (mc_page_get_as_of (mc_frame_get_page (window->frame)), ==, today - 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.today", NULL);
  g_assert_cmpint (mc_session_get_as_of (session), ==, today);
}

static gboolean
width_is_near (gpointer width)
{
  return ABS (gtk_widget_get_width (GTK_WIDGET (window)) - GPOINTER_TO_INT (width)) < 40;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A size that the server confirms late undoes the wish after it: so the wish is said again. */
static void
resize (int width)
{
  gboolean done = FALSE;

  for (int i = 0; i < 5 && !done; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
      done = wait_for (width_is_near, GINT_TO_POINTER (width), 2);
    }
  g_assert_true (done);
  spin ();
}

static void
test_adaptive (void)
{
  GtkWidget *sidebar = find (GTK_WIDGET (window), MC_TYPE_SIDEBAR);
  AdwOverlaySplitView *split = ADW_OVERLAY_SPLIT_VIEW (find (GTK_WIDGET (window), ADW_TYPE_OVERLAY_SPLIT_VIEW));
  gboolean compact;

  resize (1366);
  g_object_get (sidebar, "compact", &compact, NULL);
  g_assert_false (compact);
  g_assert_false (adw_overlay_split_view_get_collapsed (split));
  resize (1024);
  g_object_get (sidebar, "compact", &compact, NULL);
  g_assert_true (compact);
  g_assert_false (adw_overlay_split_view_get_collapsed (split));
  resize (800);
  g_object_get (sidebar, "compact", &compact, NULL);
  g_assert_false (compact);
  g_assert_true (adw_overlay_split_view_get_collapsed (split));
  resize (1366);
}

static void
test_search (void)
{
  g_autoptr (GListModel) hits = NULL;

  hits = mc_session_search (mc_window_get_session (window), "nguyen van hoa");
  g_assert_cmpuint (g_list_model_get_n_items (hits), >=, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  check_dialog ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-target", "s", "page/journal");
  g_assert_cmpstr (mc_frame_get_page_name (window->frame), ==, "journal");
}

static gboolean
setting_is (gpointer number)
{
  g_autoptr (JsonNode) node = mc_session_get_setting (mc_window_get_session (window), "retention.years");

  return node != NULL && json_node_get_int (node) == GPOINTER_TO_INT (number);
}

/* The row may be seen on its way round by the server before the step that wrote it has come to its end. */
static gboolean
session_can (gpointer property)
{
  gboolean can;

  g_object_get (mc_window_get_session (window), property, &can, NULL);
  return can;
}

static void
test_undo (void)
{
  g_autoptr (JsonNode) node = json_node_init_int (json_node_alloc (), 12);

  g_assert_true (wait_for (setting_is, GINT_TO_POINTER (10), 30));
  dex_future_disown (mc_session_set_setting (mc_window_get_session (window), "retention.years", node));
  g_assert_true (wait_for (setting_is, GINT_TO_POINTER (12), 30));
  g_assert_true (wait_for (session_can, "can-undo", 30));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (wait_for (setting_is, GINT_TO_POINTER (10), 30));
  g_assert_true (wait_for (session_can, "can-redo", 30));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_true (wait_for (setting_is, GINT_TO_POINTER (12), 30));
}

static void
test_dialogs (void)
{
  static const char *const actions[] = { "win.shortcuts", "win.preferences", "win.about", "win.connections",
                                         "win.pending" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      check_dialog ();
    }
}

static gboolean
no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
}

static void
test_close (void)
{
  /* An open dialog does not hold up the end. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  spin ();
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  g_assert_true (wait_for (no_window, NULL, 30));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  dex_init ();
  application = mc_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  window = mc_window_new (application);
  gtk_window_present (GTK_WINDOW (window));

  g_test_add_func ("/shell/size", test_size);
  g_test_add_func ("/shell/welcome", test_welcome);
  g_test_add_func ("/shell/refused", test_refused);
  g_test_add_func ("/shell/start", test_start);
  g_test_add_func ("/shell/pages", test_pages);
  g_test_add_func ("/shell/as-of", test_as_of);
  g_test_add_func ("/shell/adaptive", test_adaptive);
  g_test_add_func ("/shell/search", test_search);
  g_test_add_func ("/shell/undo", test_undo);
  g_test_add_func ("/shell/dialogs", test_dialogs);
  g_test_add_func ("/shell/close", test_close);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
