/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pending-dialog.h"

#include <glib/gi18n.h>

#include "mc-commit.h"
#include "mc-error.h"
#include "mc-report.h"

struct _McPendingDialog
{
  AdwDialog parent_instance;

  McSession *session;

  GtkStack *states;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (McPendingDialog, mc_pending_dialog, ADW_TYPE_DIALOG)

static char *
label_of (gpointer item, McPending *pending)
{
  return pending != NULL ? g_strdup (mc_pending_get_label (pending)) : NULL;
}

static char *
summary_of (gpointer item, McPending *pending)
{
  return pending != NULL ? mc_change_dup_summary (mc_pending_get_change (pending)) : NULL;
}

static char *
problem_of (gpointer item, McPending *pending)
{
  g_autoptr (GDateTime) saved = NULL;
  g_autofree char *time = NULL;

  if (pending == NULL)
    return NULL;
  saved = g_date_time_to_local (mc_pending_get_saved_at (pending));
  time = g_date_time_format (saved, "%H:%M, %d/%m/%Y");
  if (mc_pending_get_problem (pending) != NULL)
    return g_strdup_printf (_ ("Kept at %s. Last attempt: %s"), time, mc_pending_get_problem (pending));
  return g_strdup_printf (_ ("Kept at %s"), time);
}

static void
show_state (McPendingDialog *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->states, some ? "list" : "none");
}

typedef struct
{
  McPendingDialog *dialog;
  McPending *pending;
} Send;

static void
send_free (gpointer data)
{
  Send *self = data;

  g_object_unref (self->dialog);
  g_object_unref (self->pending);
  g_free (self);
}

/* A rival was first: the person chooses field by field, and what comes of it takes the place of what was kept. */
static DexFuture *
choose (Send *self)
{
  McSession *session = self->dialog->session;
  g_autoptr (McCommitResult) result = NULL;

  result =
      dex_await_object (mc_commit (GTK_WIDGET (self->dialog), session, mc_pending_get_change (self->pending)), NULL);
  if (result != NULL)
    mc_session_discard_pending (session, self->pending);
  return dex_future_new_for_boolean (result != NULL);
}

static DexFuture *
send_fiber (gpointer data)
{
  Send *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McCommitResult) result = NULL;

  result = dex_await_object (mc_session_retry_pending (self->dialog->session, self->pending), &error);
  if (g_error_matches (error, MC_ERROR, MC_ERROR_CONFLICT))
    return choose (self);
  if (g_error_matches (error, MC_ERROR, MC_ERROR_EXISTS))
    mc_report_toast (GTK_WIDGET (self->dialog), error->message);
  else if (result == NULL)
    mc_report_error (GTK_WIDGET (self->dialog), _ ("The change could not be sent."), error);
  else
    mc_report_undoable (GTK_WIDGET (self->dialog), mc_pending_get_label (self->pending));
  return dex_future_new_for_boolean (TRUE);
}

static void
send_cb (McPendingDialog *self)
{
  McPending *pending = gtk_single_selection_get_selected_item (self->selection);
  Send *data;

  if (pending == NULL)
    return;
  data = g_new0 (Send, 1);
  data->dialog = g_object_ref (self);
  data->pending = g_object_ref (pending);
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, send_fiber, data, send_free));
}

static void
discard_cb (McPendingDialog *self)
{
  McPending *pending = gtk_single_selection_get_selected_item (self->selection);

  if (pending != NULL)
    mc_session_discard_pending (self->session, pending);
}

static void
mc_pending_dialog_dispose (GObject *object)
{
  McPendingDialog *self = MC_PENDING_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PENDING_DIALOG);
  G_OBJECT_CLASS (mc_pending_dialog_parent_class)->dispose (object);
}

static void
mc_pending_dialog_class_init (McPendingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_pending_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-pending-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McPendingDialog, states);
  gtk_widget_class_bind_template_child (widget_class, McPendingDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, label_of);
  gtk_widget_class_bind_template_callback (widget_class, summary_of);
  gtk_widget_class_bind_template_callback (widget_class, problem_of);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
mc_pending_dialog_init (McPendingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
}

void
mc_pending_dialog_present (GtkWidget *from, McSession *session)
{
  McPendingDialog *self = g_object_new (MC_TYPE_PENDING_DIALOG, NULL);

  self->session = g_object_ref (session);
  gtk_single_selection_set_model (self->selection, mc_session_get_pending (session));
  show_state (self);
  adw_dialog_present (ADW_DIALOG (self), from);
}
