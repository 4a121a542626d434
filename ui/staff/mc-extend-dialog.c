/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-extend-dialog.h"

#include <glib/gi18n.h>

#include "mc-tour-actions.h"

struct _McExtendDialog
{
  McActDialog parent_instance;

  McTour *tour;

  GtkLabel *who;
  McDateRow *until_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
  GtkEditable *signer_row;
};

G_DEFINE_FINAL_TYPE (McExtendDialog, mc_extend_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_extend_dialog_build (McActDialog *dialog, GError **error)
{
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autofree char *decision = mc_form_get (form, "decision_no");
  g_autofree char *signer = mc_form_get (form, "signer");

  return mc_tour_change_extend (mc_act_dialog_get_session (dialog), MC_EXTEND_DIALOG (dialog)->tour,
                                mc_form_get_day (form, "until"), decision, mc_form_get_day (form, "decision_date"),
                                signer);
}

static void
mc_extend_dialog_changed (McActDialog *dialog)
{
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_EXTEND_DIALOG (dialog)->until_row));
}

static void
mc_extend_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_EXTEND_DIALOG);
  g_clear_object (&MC_EXTEND_DIALOG (object)->tour);
  G_OBJECT_CLASS (mc_extend_dialog_parent_class)->dispose (object);
}

static void
mc_extend_dialog_class_init (McExtendDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_extend_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_extend_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_extend_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-extend-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McExtendDialog, who);
  gtk_widget_class_bind_template_child (widget_class, McExtendDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, McExtendDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McExtendDialog, decision_date_row);
  gtk_widget_class_bind_template_child (widget_class, McExtendDialog, signer_row);
}

static void
mc_extend_dialog_init (McExtendDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_who (McExtendDialog *self, const char *name)
{
  McDay end = self->tour->planned_until != MC_DAY_NONE ? self->tour->planned_until : self->tour->during.until;
  g_autofree char *day = end != MC_DAY_NONE ? mc_day_format (end - 1) : NULL;
  g_autofree char *text = day ? g_strdup_printf (_ ("%s, at the centre until %s"), name, day) : g_strdup (name);

  gtk_label_set_label (self->who, text);
}

AdwDialog *
mc_extend_dialog_new (McSession *session, McTour *tour, const char *name)
{
  static const char *const required[] = { "until", "decision_no", "decision_date", NULL };
  McExtendDialog *self = g_object_new (MC_TYPE_EXTEND_DIALOG, "session", session, "title", _ ("Extend the Tour"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autoptr (McLegalFrame) frame = mc_tour_frame_extend (session, tour);
  g_autofree char *key = g_strdup_printf ("tour/%" G_GINT64_FORMAT "/extend", mc_entity_get_id (MC_ENTITY (tour)));

  self->tour = g_object_ref (tour);
  show_who (self, name);
  if (frame && mc_legal_frame_get_suggested (frame) != MC_DAY_NONE)
    mc_date_row_set_day (self->until_row, mc_legal_frame_get_suggested (frame));
  mc_form_add_day (form, "until", self->until_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_form_add_text (form, "signer", self->signer_row);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}
