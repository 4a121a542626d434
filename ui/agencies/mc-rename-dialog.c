/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rename-dialog.h"

#include <glib/gi18n.h>

#include "mc-agency-actions.h"

struct _McRenameDialog
{
  McActDialog parent_instance;

  McAgency *agency;

  GtkEditable *name_row;
  GtkEditable *short_name_row;
  McDateRow *from_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
};

G_DEFINE_FINAL_TYPE (McRenameDialog, mc_rename_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_rename_dialog_build (McActDialog *dialog, GError **error)
{
  McRenameDialog *self = MC_RENAME_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autofree char *name = mc_form_get (form, "name");
  g_autofree char *short_name = mc_form_get (form, "short_name");
  g_autofree char *decision = mc_form_get (form, "decision_no");

  return dex_future_new_take_object (mc_agency_change_rename (mc_act_dialog_get_session (dialog), self->agency,
                                                              mc_form_get_day (form, "from"), name, short_name,
                                                              decision, mc_form_get_day (form, "decision_date")));
}

static void
mc_rename_dialog_changed (McActDialog *dialog)
{
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_RENAME_DIALOG (dialog)->from_row));
}

static void
mc_rename_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_RENAME_DIALOG);
  g_clear_object (&MC_RENAME_DIALOG (object)->agency);
  G_OBJECT_CLASS (mc_rename_dialog_parent_class)->dispose (object);
}

static void
mc_rename_dialog_class_init (McRenameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_rename_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_rename_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_rename_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/agencies/mc-rename-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McRenameDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, McRenameDialog, short_name_row);
  gtk_widget_class_bind_template_child (widget_class, McRenameDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McRenameDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McRenameDialog, decision_date_row);
}

static void
mc_rename_dialog_init (McRenameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_rename_dialog_new (McSession *session, McAgency *agency, const char *name, const char *short_name)
{
  static const char *const required[] = { "name", "from", "decision_no", "decision_date", NULL };
  McRenameDialog *self = g_object_new (MC_TYPE_RENAME_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autoptr (McLegalFrame) frame = mc_agency_frame_rename (session, agency);
  g_autofree char *key = g_strdup_printf ("agency/%" G_GINT64_FORMAT "/rename", mc_entity_get_id (MC_ENTITY (agency)));

  g_set_object (&self->agency, agency);
  gtk_editable_set_text (self->name_row, name ? name : "");
  gtk_editable_set_text (self->short_name_row, short_name ? short_name : "");
  mc_date_row_set_day (self->from_row, mc_session_get_today (session));
  mc_form_add_text (form, "name", self->name_row);
  mc_form_add_text (form, "short_name", self->short_name_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}
