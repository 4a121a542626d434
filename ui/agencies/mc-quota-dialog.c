/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-quota-dialog.h"

#include <glib/gi18n.h>

#include "mc-agency-actions.h"

struct _McQuotaDialog
{
  McActDialog parent_instance;

  McAgency *agency;

  AdwSpinRow *officers_row;
  McDateRow *from_row;
  GtkEditable *decision_row;
};

G_DEFINE_FINAL_TYPE (McQuotaDialog, mc_quota_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_quota_dialog_build (McActDialog *dialog, GError **error)
{
  McQuotaDialog *self = MC_QUOTA_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autofree char *decision = mc_form_get (form, "decision_no");

  return mc_agency_change_quota (mc_act_dialog_get_session (dialog), mc_entity_get_id (MC_ENTITY (self->agency)),
                                 (int)adw_spin_row_get_value (self->officers_row), mc_form_get_day (form, "from"),
                                 decision);
}

static void
mc_quota_dialog_changed (McActDialog *dialog)
{
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_QUOTA_DIALOG (dialog)->from_row));
}

static void
mc_quota_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_QUOTA_DIALOG);
  g_clear_object (&MC_QUOTA_DIALOG (object)->agency);
  G_OBJECT_CLASS (mc_quota_dialog_parent_class)->dispose (object);
}

static void
mc_quota_dialog_class_init (McQuotaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_quota_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_quota_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_quota_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/agencies/mc-quota-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McQuotaDialog, officers_row);
  gtk_widget_class_bind_template_child (widget_class, McQuotaDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McQuotaDialog, decision_row);
}

static void
mc_quota_dialog_init (McQuotaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_quota_dialog_new (McSession *session, McAgency *agency, int officers)
{
  static const char *const required[] = { "from", "decision_no", NULL };
  McQuotaDialog *self = g_object_new (MC_TYPE_QUOTA_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autoptr (McLegalFrame) frame = mc_agency_frame_quota (session, agency);
  g_autofree char *key = g_strdup_printf ("agency/%" G_GINT64_FORMAT "/quota", mc_entity_get_id (MC_ENTITY (agency)));

  g_set_object (&self->agency, agency);
  adw_spin_row_set_value (self->officers_row, officers);
  mc_date_row_set_day (self->from_row, mc_session_get_today (session));
  mc_form_add_spin (form, "officers", self->officers_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}
