/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-private-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-date-row.h"
#include "mc-error.h"
#include "mc-report.h"

/* The texts of the form, in its order. */
static const char *const fields[] = { "identity-no", "home-address", "private-phone" };

typedef struct
{
  DexPromise *promise;
  GtkWidget *from;
  McSession *session;
  McPersonPrivate *data;
  McDateRow *birth;
  GtkEditable *rows[G_N_ELEMENTS (fields)];
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  dex_unref (form->promise);
  g_object_unref (form->from);
  g_object_unref (form->session);
  g_object_unref (form->data);
  g_free (form);
}

static DexFuture *
write_fiber (gpointer data)
{
  Form *form = data;
  g_autoptr (GError) error = NULL;

  if (dex_await (mc_session_write_private (form->session, form->data), &error))
    {
      mc_report_toast (form->from, _ ("The protected data were written."));
      dex_promise_resolve_object (form->promise, g_object_ref (form->data));
      return dex_future_new_true ();
    }
  mc_report_error (form->from, _ ("The protected data were not written."), error);
  dex_promise_reject (form->promise, g_steal_pointer (&error));
  return dex_future_new_false ();
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Form *form)
{
  if (!g_str_equal (response, "save"))
    {
      dex_promise_reject (form->promise, g_error_new_literal (MC_ERROR, MC_ERROR_CANCELLED, _ ("Cancelled")));
      form_free (form);
      return;
    }
  g_object_set (form->data, "birth-date", mc_date_row_get_day (form->birth), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (form->rows[i])));

      g_object_set (form->data, fields[i], *text ? text : NULL, NULL);
    }
  dex_future_disown (dex_scheduler_spawn (NULL, 0, write_fiber, form, form_free));
}

static void
birth_changed_cb (McDateRow *row, GParamSpec *pspec, AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_response_enabled (dialog, "save", mc_date_row_get_valid (row));
}

static GtkWidget *
build_rows (Form *form)
{
  const char *const titles[] = { _ ("Identity number"), _ ("Home address"), _ ("Private telephone") };
  GtkWidget *box = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  form->birth = g_object_new (MC_TYPE_DATE_ROW, "title", _ ("Date of birth"), "optional", TRUE, NULL);
  mc_date_row_set_day (form->birth, form->data->birth_date);
  gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (form->birth));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (form->data, fields[i], &text, NULL);
      form->rows[i] = g_object_new (ADW_TYPE_ENTRY_ROW, "title", titles[i], "text", text ? text : "", NULL);
      gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (form->rows[i]));
    }
  return box;
}

DexFuture *
mc_private_dialog_ask (GtkWidget *from, McSession *session, McPersonPrivate *data, const char *name)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Change Protected Data"), name));
  DexPromise *promise = dex_promise_new ();
  Form *form = g_new0 (Form, 1);

  form->promise = dex_ref (promise);
  form->from = g_object_ref (from);
  form->session = g_object_ref (session);
  form->data = mc_entity_clone (data);
  adw_alert_dialog_set_extra_child (dialog, build_rows (form));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (form->birth, "notify::day", G_CALLBACK (birth_changed_cb), dialog);
  g_signal_connect (form->birth, "notify::valid", G_CALLBACK (birth_changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), form);
  adw_dialog_present (ADW_DIALOG (dialog), from);
  return DEX_FUTURE (promise);
}
