/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-cycle-dialog.h"

#include <glib/gi18n.h>

#include "mc-date-row.h"
#include "mc-evaluation-actions.h"

struct _McEvaluationCycleDialog
{
  McActDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *kind;
};

G_DEFINE_FINAL_TYPE (McEvaluationCycleDialog, mc_evaluation_cycle_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_evaluation_cycle_dialog_build (McActDialog *dialog, GError **error)
{
  McEvaluationCycleDialog *self = MC_EVALUATION_CYCLE_DIALOG (dialog);

  return dex_future_new_take_object (mc_evaluation_change_cycle (
      (McCycleKind)adw_combo_row_get_selected (self->kind), mc_form_get_day (mc_act_dialog_get_form (dialog), "day")));
}

static void
mc_evaluation_cycle_dialog_changed (McActDialog *dialog)
{
  McEvaluationCycleDialog *self = MC_EVALUATION_CYCLE_DIALOG (dialog);
  McDay day = mc_form_get_day (mc_act_dialog_get_form (dialog), "day");
  McPeriod during;
  g_autofree char *text = NULL;

  if (day == MC_DAY_NONE)
    return;
  during = mc_evaluation_cycle_around ((McCycleKind)adw_combo_row_get_selected (self->kind), day);
  text = mc_period_format_people (during);
  adw_preferences_group_set_description (self->group, text);
}

static void
mc_evaluation_cycle_dialog_class_init (McEvaluationCycleDialogClass *klass)
{
  MC_ACT_DIALOG_CLASS (klass)->build = mc_evaluation_cycle_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_evaluation_cycle_dialog_changed;
}

static void
mc_evaluation_cycle_dialog_init (McEvaluationCycleDialog *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_object_set (self, "content", self->group, NULL);
}

AdwDialog *
mc_evaluation_cycle_dialog_new (McSession *session)
{
  static const char *const required[] = { "day", NULL };
  McEvaluationCycleDialog *self = g_object_new (MC_TYPE_EVALUATION_CYCLE_DIALOG, "session", session, "title",
                                                _ ("Open a Cycle"), "verb", _ ("_Open"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  McDateRow *day = g_object_new (MC_TYPE_DATE_ROW, "title", _ ("A day in it"), NULL);
  int year, month;

  self->kind = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Month, quarter or year"), NULL);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->kind));
  adw_preferences_group_add (self->group, GTK_WIDGET (day));
  mc_form_add_enum (form, "kind", self->kind, mc_cycle_kind_values);
  mc_form_add_day (form, "day", day);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  /* What is evaluated is over: the month before. */
  mc_day_split (mc_session_get_today (session), &year, &month, NULL);
  mc_date_row_set_day (day, mc_day_new (year, month, 1) - 1);
  return ADW_DIALOG (self);
}
