/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-issue-dialog.h"

#include <glib/gi18n.h>

#include "mc-date-row.h"
#include "mc-error.h"
#include "mc-official-paper.h"
#include "mc-paper-actions.h"
#include "mc-session-office.h"

struct _McIssueDialog
{
  McActDialog parent_instance;

  McRegisteredPaper *draft;
  char *content;

  GtkLabel *what;
  AdwComboRow *capacity_row;
  GtkEditable *signer_row;
  McDateRow *day_row;
};

G_DEFINE_FINAL_TYPE (McIssueDialog, mc_issue_dialog, MC_TYPE_ACT_DIALOG)

static gboolean
is_deputy (McSession *session)
{
  return g_strcmp0 (mc_session_get_group_role (session), "deputy") == 0;
}

static DexFuture *
mc_issue_dialog_build (McActDialog *dialog, GError **error)
{
  McIssueDialog *self = MC_ISSUE_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  McSession *session = mc_act_dialog_get_session (dialog);
  McPaperCapacity capacity = (McPaperCapacity)adw_combo_row_get_selected (self->capacity_row);
  g_autoptr (McOfficialPaper) paper = mc_official_paper_new_from_json (self->content, error);
  g_autoptr (McPaperOffice) office = NULL;
  g_autofree char *signer = mc_form_get (form, "signer"), *authority = NULL, *content = NULL;

  if (!paper)
    return NULL;
  office = mc_session_office_new (session);
  authority = mc_paper_office_dup_authority (office, capacity, is_deputy (session));
  mc_official_paper_set_signature (paper, authority, signer);
  content = mc_official_paper_to_json (paper);
  return dex_future_new_take_object (
      mc_paper_change_issue (self->draft, content, capacity, signer, mc_form_get_day (form, "day")));
}

static void
mc_issue_dialog_dispose (GObject *object)
{
  McIssueDialog *self = MC_ISSUE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ISSUE_DIALOG);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->content, g_free);
  G_OBJECT_CLASS (mc_issue_dialog_parent_class)->dispose (object);
}

static void
mc_issue_dialog_class_init (McIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_issue_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_issue_dialog_build;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McIssueDialog, what);
  gtk_widget_class_bind_template_child (widget_class, McIssueDialog, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, McIssueDialog, signer_row);
  gtk_widget_class_bind_template_child (widget_class, McIssueDialog, day_row);
}

static void
mc_issue_dialog_init (McIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_issue_dialog_new (McSession *session, McRegisteredPaper *draft, const char *content)
{
  static const char *const required[] = { "signer", "day", NULL };
  McIssueDialog *self = g_object_new (MC_TYPE_ISSUE_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *what = g_strdup_printf (
      _ ("“%s” gets the next number of /%s and is dated. After that it does not change; it can only be withdrawn."),
      draft->abstract, draft->symbol);

  g_set_object (&self->draft, draft);
  self->content = g_strdup (content);
  gtk_label_set_label (self->what, what);
  mc_form_add_enum (form, "capacity", self->capacity_row, mc_paper_capacity_values);
  mc_form_add_text (form, "signer", self->signer_row);
  mc_form_add_day (form, "day", self->day_row);
  adw_combo_row_set_selected (self->capacity_row, is_deputy (session) ? MC_PAPER_CAPACITY_FOR : MC_PAPER_CAPACITY_OWN);
  gtk_editable_set_text (self->signer_row, draft->signer ? draft->signer : mc_session_get_user_name (session));
  mc_date_row_set_day (self->day_row, mc_session_get_today (session));
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return ADW_DIALOG (self);
}
