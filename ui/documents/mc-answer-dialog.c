/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-answer-dialog.h"

#include "mc-date-row.h"
#include "mc-paper-actions.h"

struct _McAnswerDialog
{
  McActDialog parent_instance;

  McRegisteredPaper *paper;

  McDateRow *day_row;
  GtkEditable *number_row;
  GtkEditable *note_row;
};

G_DEFINE_FINAL_TYPE (McAnswerDialog, mc_answer_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_answer_dialog_build (McActDialog *dialog, GError **error)
{
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autofree char *number = mc_form_get (form, "number"), *note = mc_form_get (form, "note");

  return dex_future_new_take_object (
      mc_paper_change_answer (MC_ANSWER_DIALOG (dialog)->paper, mc_form_get_day (form, "day"), number, note));
}

static void
mc_answer_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ANSWER_DIALOG);
  g_clear_object (&MC_ANSWER_DIALOG (object)->paper);
  G_OBJECT_CLASS (mc_answer_dialog_parent_class)->dispose (object);
}

static void
mc_answer_dialog_class_init (McAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_answer_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_answer_dialog_build;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-answer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McAnswerDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, McAnswerDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, McAnswerDialog, note_row);
}

static void
mc_answer_dialog_init (McAnswerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_answer_dialog_new (McSession *session, McRegisteredPaper *paper)
{
  static const char *const required[] = { "day", NULL };
  McAnswerDialog *self = g_object_new (MC_TYPE_ANSWER_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));

  g_set_object (&self->paper, paper);
  mc_date_row_set_day (self->day_row,
                       paper->answered_on != MC_DAY_NONE ? paper->answered_on : mc_session_get_today (session));
  gtk_editable_set_text (self->number_row, paper->answer_no ? paper->answer_no : "");
  gtk_editable_set_text (self->note_row, paper->answer_note ? paper->answer_note : "");
  mc_form_add_day (form, "day", self->day_row);
  mc_form_add_text (form, "number", self->number_row);
  mc_form_add_text (form, "note", self->note_row);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return ADW_DIALOG (self);
}
