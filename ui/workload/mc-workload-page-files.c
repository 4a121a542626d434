/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Getting figures in, looking at those of one file, and what is made of all of them. */
#include <glib/gi18n.h>

#include "mc-report.h"
#include "mc-what-if-dialog.h"
#include "mc-workload-day-dialog.h"
#include "mc-workload-files-dialog.h"
#include "mc-workload-folder-dialog.h"
#include "mc-workload-import-dialog.h"
#include "mc-workload-page-private.h"
#include "mc-workload-report-dialog.h"

static void
files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = mc_page_get_session (MC_PAGE (widget));
  AdwDialog *dialog;

  if (!session)
    return;
  if (g_str_equal (name, "workload.import"))
    dialog = mc_workload_import_dialog_new (session, NULL);
  else if (g_str_equal (name, "workload.enter"))
    dialog = mc_workload_day_dialog_new (session, mc_session_get_today (session));
  else if (g_str_equal (name, "workload.new-files"))
    dialog = mc_workload_folder_dialog_new (MC_WORKLOAD_PAGE (widget)->watch);
  else
    dialog = mc_workload_files_dialog_new (session);
  adw_dialog_present (dialog, widget);
}

/* --- The watched folder --- */

static void
news_cb (McWorkloadPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->watch));
  GFile *folder = mc_workload_watch_get_folder (self->watch);
  g_autofree char *name = folder ? g_file_get_basename (folder) : NULL;
  g_autofree char *text = NULL;

  if (n > 0 && name)
    {
      text = g_strdup_printf (
          g_dngettext (NULL, "%u new file in the folder “%s”", "%u new files in the folder “%s”", n), n, name);
      adw_banner_set_title (self->news, text);
    }
  adw_banner_set_revealed (self->news, text != NULL);
}

static void
taken_cb (McWorkloadPage *self, const char *name)
{
  g_autofree char *done = g_strdup_printf (_ ("“%s” was taken in by itself"), name);

  mc_report_undoable (GTK_WIDGET (self), done);
}

void
mc_workload_page_files_init (McWorkloadPage *self)
{
  self->watch = mc_workload_watch_new ();
  g_signal_connect_object (self->watch, "items-changed", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  news_cb (self);
}

/* --- The page --- */

/* What is made of the figures: the month that is shown ends on the last day of it that has come. */
static void
made_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);
  McSession *session = mc_page_get_session (MC_PAGE (widget));

  if (!session)
    return;
  if (g_str_equal (name, "workload.what-if"))
    adw_dialog_present (mc_what_if_dialog_new (session), widget);
  else
    adw_dialog_present (
        mc_workload_report_dialog_new (session, MIN (self->spec.to - 1, mc_session_get_today (session))), widget);
}

void
mc_workload_page_files_allow (McWorkloadPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  gboolean may = session && mc_session_may_write (session, "workload_file");

  if (self->watch)
    mc_workload_watch_set_session (self->watch, session);
  mc_page_set_primary_enabled (MC_PAGE (self), may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "workload.import", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "workload.enter", may);
}

gboolean
mc_workload_page_files_show (McWorkloadPage *self)
{
  McLiveList *files = mc_workload_feed_get_files (self->feed);
  McWorkloadFile *file = files && self->wanted ? mc_live_list_get_by_id (files, self->wanted) : NULL;

  if (!file)
    return FALSE;
  self->wanted = 0;
  mc_workload_page_look_at_days (self, file->first_day, file->last_day);
  return TRUE;
}

void
mc_workload_page_files_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "workload.import", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "workload.enter", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "workload.files", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "workload.new-files", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "workload.what-if", NULL, made_action);
  gtk_widget_class_install_action (widget_class, "workload.report", NULL, made_action);
}
