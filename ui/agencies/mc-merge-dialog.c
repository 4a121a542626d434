/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-merge-dialog.h"

#include <glib/gi18n.h>

#include "mc-agency-actions.h"
#include "mc-agency-entry.h"
#include "mc-error.h"

struct _McMergeDialog
{
  McActDialog parent_instance;

  McAgency *agency;
  McLiveList *agencies;
  GListModel *entries; /* McAgencyEntry, one for each row of the list */

  GtkListBox *others;
  AdwExpanderRow *new_row;
  GtkEditable *code_row;
  GtkEditable *name_row;
  GtkEditable *short_name_row;
  McDateRow *from_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
};

G_DEFINE_FINAL_TYPE (McMergeDialog, mc_merge_dialog, MC_TYPE_ACT_DIALOG)

static McChange *
merge_into_new (McMergeDialog *self, GListStore *predecessors, GError **error)
{
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *code = mc_form_get (form, "code");
  g_autofree char *name = mc_form_get (form, "name");
  g_autofree char *short_name = mc_form_get (form, "short_name");
  g_autofree char *decision = mc_form_get (form, "decision_no");

  if (!code || !*code || !name || !*name)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The new agency needs a code and a name."));
      return NULL;
    }
  g_list_store_append (predecessors, self->agency);
  return mc_agency_change_merge_into_new (mc_act_dialog_get_session (MC_ACT_DIALOG (self)), G_LIST_MODEL (predecessors),
                                          code, name, short_name && *short_name ? short_name : NULL,
                                          mc_form_get_day (form, "from"), decision,
                                          mc_form_get_day (form, "decision_date"));
}

static DexFuture *
mc_merge_dialog_build (McActDialog *dialog, GError **error)
{
  McMergeDialog *self = MC_MERGE_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autoptr (GListStore) predecessors = g_list_store_new (MC_TYPE_AGENCY);
  g_autofree char *decision = mc_form_get (form, "decision_no");
  guint n = g_list_model_get_n_items (self->entries);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEntity) entry = g_list_model_get_item (self->entries, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->others, (int)i);
      McAgency *agency = mc_live_list_get_by_id (self->agencies, mc_entity_get_id (entry));

      if (agency && adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_list_store_append (predecessors, agency);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (predecessors)) == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Choose at least one agency to merge."));
      return NULL;
    }
  if (adw_expander_row_get_enable_expansion (self->new_row))
    {
      McChange *change = merge_into_new (self, predecessors, error);

      return change ? dex_future_new_take_object (change) : NULL;
    }
  return dex_future_new_take_object (
      mc_agency_change_merge (mc_act_dialog_get_session (dialog), G_LIST_MODEL (predecessors), self->agency,
                              mc_form_get_day (form, "from"), decision, mc_form_get_day (form, "decision_date")));
}

static void
mc_merge_dialog_changed (McActDialog *dialog)
{
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_MERGE_DIALOG (dialog)->from_row));
}

static gboolean
is_other (gpointer item, gpointer user_data)
{
  McMergeDialog *self = user_data;

  return mc_entity_get_id (item) != mc_entity_get_id (MC_ENTITY (self->agency));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  McAgencyEntry *entry = item;

  return g_object_new (ADW_TYPE_SWITCH_ROW, "use-markup", FALSE, "title", entry->name ? entry->name : entry->code,
                       "subtitle", entry->code, NULL);
}

static void
mc_merge_dialog_dispose (GObject *object)
{
  McMergeDialog *self = MC_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_MERGE_DIALOG);
  g_clear_object (&self->agency);
  g_clear_object (&self->agencies);
  g_clear_object (&self->entries);
  G_OBJECT_CLASS (mc_merge_dialog_parent_class)->dispose (object);
}

static void
mc_merge_dialog_class_init (McMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_merge_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_merge_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_merge_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/agencies/mc-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, others);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, short_name_row);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McMergeDialog, decision_date_row);
}

static void
mc_merge_dialog_init (McMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_merge_dialog_new (McSession *session, McAgency *agency, McDay day)
{
  static const char *const required[] = { "from", "decision_no", "decision_date", NULL };
  McMergeDialog *self = g_object_new (MC_TYPE_MERGE_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autoptr (McLegalFrame) frame = mc_agency_frame_merge (session, agency);

  g_set_object (&self->agency, agency);
  self->entries =
      G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (mc_session_list (session, MC_TYPE_AGENCY_ENTRY, day)),
                                               GTK_FILTER (gtk_custom_filter_new (is_other, self, NULL))));
  self->agencies = mc_session_list (session, MC_TYPE_AGENCY, MC_DAY_NONE);
  gtk_list_box_bind_model (self->others, self->entries, create_row, NULL, NULL);
  mc_date_row_set_day (self->from_row, mc_session_get_today (session));
  mc_form_add_text (form, "code", self->code_row);
  mc_form_add_text (form, "name", self->name_row);
  mc_form_add_text (form, "short_name", self->short_name_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return ADW_DIALOG (self);
}
