/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-folder-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-workload-import-dialog.h"
#include "mc-workload-intake.h"

struct _McWorkloadFolderDialog
{
  AdwDialog parent_instance;

  McWorkloadWatch *watch;

  AdwActionRow *folder_row;
  AdwSwitchRow *by_themselves;
  GtkStack *stack;
  GtkListBox *files;
};

G_DEFINE_FINAL_TYPE (McWorkloadFolderDialog, mc_workload_folder_dialog, ADW_TYPE_DIALOG)

/* --- The files --- */

static McWatchedFile *
file_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "mc-file");
}

static void
import_cb (McWorkloadFolderDialog *self, GtkWidget *button)
{
  McSession *session = mc_workload_watch_get_session (self->watch);
  AdwDialog *dialog;

  if (!session)
    return;
  dialog = mc_workload_import_dialog_new (session, NULL);
  mc_workload_import_dialog_read (MC_WORKLOAD_IMPORT_DIALOG (dialog), mc_watched_file_get_file (file_of (button)));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
leave_out_cb (McWorkloadFolderDialog *self, GtkWidget *button)
{
  mc_workload_watch_leave_out (self->watch, file_of (button));
}

typedef struct
{
  McSession *session;
  McWatchedFile *file;
  GtkWidget *row;
} Guess;

static void
guess_free (gpointer data)
{
  Guess *guess = data;

  g_object_unref (guess->session);
  g_object_unref (guess->file);
  g_object_unref (guess->row);
  g_free (guess);
}

/* What the file probably is comes once it has been looked into. */
static DexFuture *
guess_fiber (gpointer data)
{
  Guess *guess = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *size = g_format_size (mc_watched_file_get_size (guess->file));
  g_autofree char *told = dex_await_string (mc_workload_intake_guess (guess->session, guess->file), &error);
  g_autofree char *text = g_strdup_printf ("%s · %s", size, told ? told : error->message);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (guess->row), text);
  return dex_future_new_true ();
}

static void
add_button (McWorkloadFolderDialog *self, GtkWidget *row, GtkWidget *button, McWatchedFile *file, GCallback clicked)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "mc-file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  McWorkloadFolderDialog *self = user_data;
  McWatchedFile *file = item;
  McSession *session = mc_workload_watch_get_session (self->watch);
  g_autofree char *name = g_file_get_basename (mc_watched_file_get_file (file));
  g_autofree char *size = g_format_size (mc_watched_file_get_size (file));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", size, NULL);
  GtkWidget *leave = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *import = gtk_button_new_with_mnemonic (_ ("_Import…"));

  gtk_widget_set_tooltip_text (leave, _ ("Do not offer this file again"));
  gtk_widget_add_css_class (leave, "flat");
  add_button (self, row, leave, file, G_CALLBACK (leave_out_cb));
  add_button (self, row, import, file, G_CALLBACK (import_cb));
  if (session)
    {
      Guess *guess = g_new0 (Guess, 1);

      gtk_widget_set_sensitive (import, mc_session_may_write (session, "workload_file"));
      guess->session = g_object_ref (session);
      guess->file = g_object_ref (file);
      guess->row = g_object_ref (row);
      dex_future_disown (dex_scheduler_spawn (NULL, 0, guess_fiber, guess, guess_free));
    }
  return row;
}

static void
files_changed_cb (McWorkloadFolderDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->watch)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "files" : "none");
}

/* --- The folder --- */

static void
folder_changed_cb (McWorkloadFolderDialog *self)
{
  GFile *folder = mc_workload_watch_get_folder (self->watch);
  g_autofree char *name = folder ? g_file_get_parse_name (folder) : g_strdup (_ ("None is watched"));

  adw_action_row_set_subtitle (self->folder_row, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "folder.forget", folder != NULL);
}

static DexFuture *
choose_fiber (gpointer data)
{
  McWorkloadFolderDialog *self = data;
  g_autoptr (GFile) folder =
      dex_await_object (mc_ask_folder (GTK_WIDGET (self), _ ("Choose the Folder of the Exports")), NULL);

  if (folder && self->watch)
    mc_workload_watch_set_folder (self->watch, folder);
  return dex_future_new_true ();
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, choose_fiber, g_object_ref (widget), g_object_unref));
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_workload_watch_set_folder (MC_WORKLOAD_FOLDER_DIALOG (widget)->watch, NULL);
}

/* --- The dialog --- */

static void
mc_workload_folder_dialog_dispose (GObject *object)
{
  McWorkloadFolderDialog *self = MC_WORKLOAD_FOLDER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WORKLOAD_FOLDER_DIALOG);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (mc_workload_folder_dialog_parent_class)->dispose (object);
}

static void
mc_workload_folder_dialog_class_init (McWorkloadFolderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_workload_folder_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/workload/mc-workload-folder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McWorkloadFolderDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadFolderDialog, by_themselves);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadFolderDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadFolderDialog, files);
  gtk_widget_class_install_action (widget_class, "folder.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "folder.forget", NULL, forget_action);
}

static void
mc_workload_folder_dialog_init (McWorkloadFolderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_workload_folder_dialog_new (McWorkloadWatch *watch)
{
  McWorkloadFolderDialog *self = g_object_new (MC_TYPE_WORKLOAD_FOLDER_DIALOG, NULL);

  self->watch = g_object_ref (watch);
  g_settings_bind (mc_workload_watch_get_settings (watch), "figures-by-themselves", self->by_themselves, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (watch, "notify::folder", G_CALLBACK (folder_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "items-changed", G_CALLBACK (files_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->files, G_LIST_MODEL (watch), make_row, self, NULL);
  folder_changed_cb (self);
  files_changed_cb (self);
  return ADW_DIALOG (self);
}
