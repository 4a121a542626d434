/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-replace-dialog.h"

#include <glib/gi18n.h>

#include "mc-reference.h"
#include "mc-staff-entry.h"
#include "mc-tour-actions.h"

/* Somebody of the register needs no name. */
static const char *const required_known[] = { "from", "decision_no", "decision_date", NULL };
static const char *const required_new[] = { "from", "full_name", "decision_no", "decision_date", NULL };

struct _McReplaceDialog
{
  McActDialog parent_instance;

  McTour *tour;

  GtkLabel *who;
  AdwComboRow *successor_row;
  GtkEditable *name_row;
  AdwComboRow *sex_row;
  McDateRow *from_row;
  McDateRow *until_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
  GtkEditable *signer_row;
};

G_DEFINE_FINAL_TYPE (McReplaceDialog, mc_replace_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_replace_dialog_build (McActDialog *dialog, GError **error)
{
  McReplaceDialog *self = MC_REPLACE_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  gint64 successor = mc_form_get_reference (form, "successor");
  g_autoptr (McPerson) person = successor == 0 ? mc_person_new () : NULL;
  g_autofree char *decision = mc_form_get (form, "decision_no");
  g_autofree char *signer = mc_form_get (form, "signer");

  if (person && !mc_form_store (form, MC_ENTITY (person), error))
    return NULL;
  return mc_tour_change_replace (mc_act_dialog_get_session (dialog), self->tour, successor, person,
                                 mc_form_get_day (form, "from"), mc_form_get_day (form, "until"), decision,
                                 mc_form_get_day (form, "decision_date"), signer);
}

static void
mc_replace_dialog_changed (McActDialog *dialog)
{
  McReplaceDialog *self = MC_REPLACE_DIALOG (dialog);
  gboolean known = mc_form_get_reference (mc_act_dialog_get_form (dialog), "successor") != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->name_row), !known);
  gtk_widget_set_visible (GTK_WIDGET (self->sex_row), !known);
  mc_act_dialog_set_required (dialog, known ? required_known : required_new);
  mc_act_dialog_judge (dialog, mc_date_row_get_day (self->from_row));
}

/* Who could come: everybody who does not work here on that day but the person who goes. */
static gboolean
can_come (gpointer item, gpointer user_data)
{
  McStaffEntry *entry = item;
  McTour *tour = user_data;

  return entry->state != MC_STAFF_STATE_PRESENT && mc_entity_get_id (MC_ENTITY (entry)) != tour->person_id;
}

static void
mc_replace_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_REPLACE_DIALOG);
  g_clear_object (&MC_REPLACE_DIALOG (object)->tour);
  G_OBJECT_CLASS (mc_replace_dialog_parent_class)->dispose (object);
}

static void
mc_replace_dialog_class_init (McReplaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_replace_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_replace_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_replace_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-replace-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, who);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, successor_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, sex_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, decision_date_row);
  gtk_widget_class_bind_template_child (widget_class, McReplaceDialog, signer_row);
}

static void
mc_replace_dialog_init (McReplaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_inputs (McReplaceDialog *self, McForm *form)
{
  mc_form_add_reference (form, "successor", self->successor_row);
  mc_form_add_text (form, "full_name", self->name_row);
  mc_form_add_enum (form, "sex", self->sex_row, mc_sex_values);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_day (form, "until", self->until_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_form_add_text (form, "signer", self->signer_row);
}

/* The successor's term is suggested as that of anybody who comes on that day. */
static void
suggest_days (McReplaceDialog *self, McSession *session, McLegalFrame *frame)
{
  McDay from = frame ? mc_legal_frame_get_suggested (frame) : MC_DAY_NONE;
  g_autoptr (McLegalFrame) term = NULL;

  if (from == MC_DAY_NONE)
    from = mc_session_get_today (session);
  mc_date_row_set_day (self->from_row, from);
  term = mc_tour_frame_new (session, from, self->tour->kind);
  if (term && mc_legal_frame_get_suggested (term) != MC_DAY_NONE)
    mc_date_row_set_day (self->until_row, mc_legal_frame_get_suggested (term));
}

AdwDialog *
mc_replace_dialog_new (McSession *session, McTour *tour, const char *name)
{
  McReplaceDialog *self =
      g_object_new (MC_TYPE_REPLACE_DIALOG, "session", session, "title", _ ("Replace the Officer"), NULL);
  g_autoptr (McLegalFrame) frame = mc_tour_frame_replace (session, tour);
  g_autofree char *key = g_strdup_printf ("tour/%" G_GINT64_FORMAT "/replace", mc_entity_get_id (MC_ENTITY (tour)));
  g_autoptr (GListModel) known = NULL;

  self->tour = g_object_ref (tour);
  known = G_LIST_MODEL (gtk_filter_list_model_new (
      G_LIST_MODEL (mc_session_list (session, MC_TYPE_STAFF_ENTRY, mc_session_get_as_of (session))),
      GTK_FILTER (gtk_custom_filter_new (can_come, g_object_ref (tour), g_object_unref))));
  mc_reference_setup_model (self->successor_row, known, MC_TYPE_STAFF_ENTRY);
  gtk_label_set_label (self->who, name);
  suggest_days (self, session, frame);
  add_inputs (self, mc_act_dialog_get_form (MC_ACT_DIALOG (self)));
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  mc_replace_dialog_changed (MC_ACT_DIALOG (self));
  return ADW_DIALOG (self);
}
