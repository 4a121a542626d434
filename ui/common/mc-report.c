/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-report.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-error.h"

void
mc_report_toast (GtkWidget *from, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  gtk_widget_activate_action (from, "win.toast", "s", text);
}

void
mc_report_undoable (GtkWidget *from, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  gtk_widget_activate_action (from, "win.undoable-toast", "s", text);
}

void
mc_report_file (GtkWidget *from, const char *text, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && G_IS_FILE (file));
  uri = g_file_get_uri (file);
  gtk_widget_activate_action (from, "win.file-toast", "(ss)", text, uri);
}

static void
append_line (GString *body, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (body, "%s%s: %s", body->len > 0 ? "\n" : "", label, text);
}

static GtkWidget *
build_details (const McErrorDetail *detail)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *expander, *label;

  append_line (text, _ ("Detail"), detail->detail);
  append_line (text, _ ("Hint"), detail->hint);
  append_line (text, _ ("Rule"), detail->constraint);
  append_line (text, _ ("Code"), detail->sqlstate);
  if (text->len == 0)
    return NULL;
  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  expander = gtk_expander_new_with_mnemonic (_ ("What the _server said"));
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  return expander;
}

void
mc_report_error (GtkWidget *from, const char *what, const GError *error)
{
  const McErrorDetail *detail;
  AdwDialog *dialog;
  GtkWidget *details;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (error != NULL);
  if (g_error_matches (error, MC_ERROR, MC_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (what, error->message);
  detail = mc_error_get_detail (error);
  details = detail != NULL ? build_details (detail) : NULL;
  if (details != NULL)
    adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), details);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, from);
}

void
mc_report_tell (GtkLabel *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text);
  if (g_str_equal (gtk_label_get_label (label), text))
    return;
  gtk_label_set_label (label, text);
  if (*text)
    gtk_accessible_announce (GTK_ACCESSIBLE (label), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
mc_report_launched (GtkWidget *from, const char *what, GtkFileLauncher *launcher, GAsyncResult *result)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;

  if (gtk_file_launcher_launch_finish (launcher, result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  /* The desktop says it in its own language, and of what kind the file is, which helps nobody. */
  path = g_file_get_path (gtk_file_launcher_get_file (launcher));
  told = g_error_new (
      MC_ERROR, MC_ERROR_FAILED,
      _ ("This computer has no program for files of this kind, or none is chosen for them. The file is: %s"),
      path ? path : "–");
  mc_report_error (from, what, told);
}

const char *
mc_report_reason (const GError *error)
{
  g_return_val_if_fail (error, NULL);
  return g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION)
             ? _ ("The server cannot be reached. What belongs here comes when the connection is back.")
             : error->message;
}
