/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-template-dialog.h"

#include <glib/gi18n.h>

#include "mc-error.h"
#include "mc-paper-editor.h"
#include "mc-session-office.h"
#include "mc-paper-text.h"

struct _McTemplateDialog
{
  McActDialog parent_instance;

  McPaperOffice *office;
  McLiveList *templates;
  McPaperTemplate *before; /* as the database has it; NULL where there is none of this kind */
  McPaperTemplate *texts;

  AdwComboRow *kind_row;
  AdwActionRow *names_row;
  McPaperEditor *editor;
};

G_DEFINE_FINAL_TYPE (McTemplateDialog, mc_template_dialog, MC_TYPE_ACT_DIALOG)

static void
show (McTemplateDialog *self)
{
  McOfficialFrame frame = mc_paper_office_get_frame (self->office);
  g_autofree char *symbol = mc_paper_office_dup_symbol (self->office, self->texts->type_code);
  g_autoptr (McOfficialPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = mc_paper_template_check (self->texts, &error);

  frame.symbol = symbol;
  frame.day = mc_session_get_today (mc_act_dialog_get_session (MC_ACT_DIALOG (self)));
  frame.authority = "Giám đốc";
  frame.signer = "Nguyễn Văn Mẫu";
  paper = mc_paper_template_make_sample (self->texts, &frame);
  mc_paper_editor_show (self->editor, MC_SHEETS (paper), good ? NULL : error->message, TRUE);
}

static void
kind_cb (McTemplateDialog *self)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);
  g_autofree char *names = NULL, *braces = NULL;

  if (!self->templates || !self->office)
    return;
  g_clear_object (&self->before);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->templates)) && !self->before; i++)
    {
      g_autoptr (McPaperTemplate) found = g_list_model_get_item (G_LIST_MODEL (self->templates), i);

      if (found->kind == kind)
        self->before = g_steal_pointer (&found);
    }
  g_clear_object (&self->texts);
  self->texts = self->before ? mc_entity_clone (self->before) : mc_paper_template_new ();
  self->texts->kind = (McPaperKind)kind;
  names = g_strjoinv ("}  {", (char **)mc_paper_kind_get_placeholders ((McPaperKind)kind));
  braces = g_strdup_printf ("{%s}", names);
  adw_action_row_set_subtitle (self->names_row, braces);
  mc_paper_editor_set_texts (self->editor, self->texts);
  show (self);
}

static void
edited_cb (McTemplateDialog *self)
{
  mc_paper_editor_store (self->editor, self->texts);
  show (self);
}

static DexFuture *
mc_template_dialog_build (McActDialog *dialog, GError **error)
{
  McTemplateDialog *self = MC_TEMPLATE_DIALOG (dialog);
  g_autoptr (McChange) change = NULL;
  g_autofree char *label = NULL;

  mc_paper_editor_store (self->editor, self->texts);
  if (!self->texts->body)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Please write the text."));
      return NULL;
    }
  if (!mc_paper_template_check (self->texts, error))
    return NULL;
  label = g_strdup_printf (_ ("Change the text “%s”"), mc_enum_label (mc_paper_kind_values, self->texts->kind));
  change = mc_change_new (label);
  if (self->before)
    mc_change_update (change, MC_ENTITY (self->before), MC_ENTITY (self->texts));
  else
    {
      g_set_str (&self->texts->language, "vi");
      self->texts->during = (McPeriod){ mc_session_get_today (mc_act_dialog_get_session (dialog)), MC_DAY_NONE };
      mc_change_insert (change, MC_ENTITY (self->texts));
    }
  return dex_future_new_take_object (g_steal_pointer (&change));
}

static void
mc_template_dialog_dispose (GObject *object)
{
  McTemplateDialog *self = MC_TEMPLATE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_TEMPLATE_DIALOG);
  g_clear_pointer (&self->office, mc_paper_office_free);
  g_clear_object (&self->templates);
  g_clear_object (&self->before);
  g_clear_object (&self->texts);
  G_OBJECT_CLASS (mc_template_dialog_parent_class)->dispose (object);
}

static void
mc_template_dialog_class_init (McTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_template_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_template_dialog_build;
  g_type_ensure (MC_TYPE_PAPER_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McTemplateDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, McTemplateDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, McTemplateDialog, editor);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
mc_template_dialog_init (McTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->texts = mc_paper_template_new ();
}

AdwDialog *
mc_template_dialog_new (McSession *session)
{
  static const char *const required[] = { NULL };
  McTemplateDialog *self = g_object_new (MC_TYPE_TEMPLATE_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));

  self->office = mc_session_office_new (session);
  self->templates = mc_session_list (session, MC_TYPE_PAPER_TEMPLATE, mc_session_get_today (session));
  mc_form_add_enum (form, "kind", self->kind_row, mc_paper_kind_values);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  g_signal_connect_object (self->templates, "notify::ready", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  kind_cb (self);
  return ADW_DIALOG (self);
}
