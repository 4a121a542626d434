/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-vacate-dialog.h"

#include <glib/gi18n.h>

#include "mc-seat-actions.h"

struct _McVacateDialog
{
  McActDialog parent_instance;

  McOrgSeat *seat;

  GtkLabel *who;
  McDateRow *day_row;
};

G_DEFINE_FINAL_TYPE (McVacateDialog, mc_vacate_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_vacate_dialog_build (McActDialog *dialog, GError **error)
{
  McVacateDialog *self = MC_VACATE_DIALOG (dialog);

  return mc_seat_change_vacate (mc_act_dialog_get_session (dialog), self->seat->person_id, self->seat->seat_id,
                                mc_date_row_get_day (self->day_row));
}

static void
mc_vacate_dialog_changed (McActDialog *dialog)
{
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_VACATE_DIALOG (dialog)->day_row));
}

static DexFuture *
frame_fiber (gpointer data)
{
  McVacateDialog *self = data;
  McSession *session = mc_act_dialog_get_session (MC_ACT_DIALOG (self));
  g_autoptr (McLegalFrame) frame =
      dex_await_object (mc_seat_frame_vacate (session, self->seat->person_id, self->seat->seat_id), NULL);

  if (!frame || !self->seat)
    return dex_future_new_false ();
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_vacate_dialog_changed (MC_ACT_DIALOG (self));
  return dex_future_new_true ();
}

static void
mc_vacate_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_VACATE_DIALOG);
  g_clear_object (&MC_VACATE_DIALOG (object)->seat);
  G_OBJECT_CLASS (mc_vacate_dialog_parent_class)->dispose (object);
}

static void
mc_vacate_dialog_class_init (McVacateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_vacate_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_vacate_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_vacate_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/org-chart/mc-vacate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McVacateDialog, who);
  gtk_widget_class_bind_template_child (widget_class, McVacateDialog, day_row);
}

static void
mc_vacate_dialog_init (McVacateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_vacate_dialog_new (McSession *session, McOrgSeat *seat)
{
  static const char *const required[] = { "day", NULL };
  McVacateDialog *self = g_object_new (MC_TYPE_VACATE_DIALOG, "session", session, NULL);
  g_autofree char *post = mc_org_seat_dup_post_line (seat);
  g_autofree char *who = g_strdup_printf ("%s · %s", seat->full_name, post);
  g_autofree char *key = g_strdup_printf ("seat/%" G_GINT64_FORMAT "/vacate", seat->seat_id);

  self->seat = g_object_ref (seat);
  gtk_label_set_label (self->who, who);
  mc_date_row_set_day (self->day_row, mc_session_get_as_of (session));
  mc_form_add_day (mc_act_dialog_get_form (MC_ACT_DIALOG (self)), "day", self->day_row);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, frame_fiber, g_object_ref (self), g_object_unref));
  return ADW_DIALOG (self);
}
