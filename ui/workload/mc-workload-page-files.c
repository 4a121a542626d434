/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Getting figures in, and looking at those of one file. */
#include "mc-workload-day-dialog.h"
#include "mc-workload-files-dialog.h"
#include "mc-workload-import-dialog.h"
#include "mc-workload-page-private.h"

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
  else
    dialog = mc_workload_files_dialog_new (session);
  adw_dialog_present (dialog, widget);
}

void
mc_workload_page_files_allow (McWorkloadPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  gboolean may = session && mc_session_may_write (session, "workload_file");

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
}
