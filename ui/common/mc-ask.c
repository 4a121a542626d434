/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-error.h"

static GError *
cancelled (void)
{
  return g_error_new_literal (MC_ERROR, MC_ERROR_CANCELLED, _ ("Cancelled"));
}

typedef struct
{
  DexPromise *promise;
  AdwAlertDialog *dialog;
  GtkEditable *entry;
} Question;

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "go"))
    dex_promise_resolve_string (question->promise, g_strstrip (g_strdup (gtk_editable_get_text (question->entry))));
  else
    dex_promise_reject (question->promise, cancelled ());
  dex_unref (question->promise);
  g_free (question);
}

static void
update_go (Question *question)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));

  adw_alert_dialog_set_response_enabled (question->dialog, "go", *text != '\0');
}

DexFuture *
mc_ask_text (
    GtkWidget *from, const char *heading, const char *body, const char *title, const char *verb, gboolean destructive)
{
  Question *question = g_new0 (Question, 1);
  DexFuture *future = DEX_FUTURE (dex_promise_new ());
  GtkWidget *box = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  question->promise = dex_ref (DEX_PROMISE (future));
  question->dialog = dialog;
  question->entry = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (box), row);
  adw_alert_dialog_set_extra_child (dialog, box);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go", verb, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "go",
                                            destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "go");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), question);
  g_signal_connect_data (row, "changed", G_CALLBACK (update_go), question, NULL, G_CONNECT_SWAPPED);
  update_go (question);
  adw_dialog_present (ADW_DIALOG (dialog), from);
  adw_dialog_set_focus (ADW_DIALOG (dialog), row);
  return future;
}

static void
decided_cb (AdwAlertDialog *dialog, const char *response, DexPromise *promise)
{
  if (g_str_equal (response, "go"))
    dex_promise_resolve_boolean (promise, TRUE);
  else
    dex_promise_reject (promise, cancelled ());
  dex_unref (promise);
}

DexFuture *
mc_ask_go (GtkWidget *from, const char *heading, const char *body, const char *verb, gboolean destructive)
{
  DexPromise *promise = dex_promise_new ();
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go", verb, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "go",
                                            destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, destructive ? "cancel" : "go");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (decided_cb), dex_ref (promise));
  adw_dialog_present (ADW_DIALOG (dialog), from);
  return DEX_FUTURE (promise);
}

static void
settle (DexPromise *promise, GFile *file, GError *error)
{
  if (file)
    dex_promise_resolve_object (promise, file);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED))
    dex_promise_reject (promise, g_steal_pointer (&error));
  else
    dex_promise_reject (promise, cancelled ());
  g_clear_error (&error);
  dex_unref (promise);
}

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer promise)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  settle (promise, file, error);
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer promise)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  settle (promise, file, error);
}

static void
selected_cb (GObject *dialog, GAsyncResult *result, gpointer promise)
{
  GError *error = NULL;
  GFile *folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, &error);

  settle (promise, folder, error);
}

static GtkWindow *
window_of (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

DexFuture *
mc_ask_open (GtkWidget *from, const char *title, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (suffixes)
    {
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, name);
      for (; *suffixes; suffixes++)
        gtk_file_filter_add_suffix (filter, *suffixes);
      g_list_store_append (filters, filter);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }
  gtk_file_dialog_open (dialog, window_of (from), NULL, opened_cb, dex_ref (promise));
  return DEX_FUTURE (promise);
}

DexFuture *
mc_ask_save (GtkWidget *from, const char *title, const char *file_name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, window_of (from), NULL, saved_cb, dex_ref (promise));
  return DEX_FUTURE (promise);
}

DexFuture *
mc_ask_folder (GtkWidget *from, const char *title)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, window_of (from), NULL, selected_cb, dex_ref (promise));
  return DEX_FUTURE (promise);
}
