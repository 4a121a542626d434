/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-dialog.h"

#include <glib/gi18n.h>

#include "mc-date-row.h"
#include "mc-error.h"
#include "mc-paper-draft.h"
#include "mc-paper-editor.h"
#include "mc-session-office.h"
#include "mc-reference.h"
#include "mc-staff-entry.h"

struct _McPaperDialog
{
  McActDialog parent_instance;

  McPaperOffice *office;
  McRegisteredPaper *draft; /* that is changed; NULL: a new one */
  McLiveList *templates;
  McLiveList *staff;
  McPaperTemplate *texts; /* as they are written now */
  char *facts;            /* that the texts were filled in from */

  GtkWidget *facts_box;
  AdwComboRow *kind_row;
  AdwComboRow *person_row;
  McDateRow *from_row;
  McDateRow *to_row;
  McPaperEditor *editor;
};

G_DEFINE_FINAL_TYPE (McPaperDialog, mc_paper_dialog, MC_TYPE_ACT_DIALOG)

static gpointer
find (McLiveList *list, gint64 id)
{
  for (guint i = 0; list && id && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McEntity) entity = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (mc_entity_get_id (entity) == id)
        return g_steal_pointer (&entity);
    }
  return NULL;
}

/* (transfer full) (nullable): the text of the kind that is chosen. */
static McPaperTemplate *
get_template (McPaperDialog *self)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->templates)); i++)
    {
      g_autoptr (McPaperTemplate) found = g_list_model_get_item (G_LIST_MODEL (self->templates), i);

      if (found->kind == kind)
        return g_steal_pointer (&found);
    }
  return NULL;
}

static McStaffEntry *
get_person (McPaperDialog *self)
{
  return find (self->staff, mc_form_get_reference (mc_act_dialog_get_form (MC_ACT_DIALOG (self)), "person"));
}

/* (transfer full): what is known by what was chosen. */
static McPaperMatter *
make_matter (McPaperDialog *self)
{
  McPaperMatter *matter = mc_paper_matter_new ((McPaperKind)adw_combo_row_get_selected (self->kind_row),
                                               mc_session_get_today (mc_act_dialog_get_session (MC_ACT_DIALOG (self))));

  matter->person = get_person (self);
  matter->from = mc_date_row_get_day (self->from_row);
  matter->last = mc_date_row_get_day (self->to_row);
  return matter;
}

static GHashTable *
make_values (McPaperDialog *self)
{
  g_autoptr (McPaperMatter) matter = make_matter (self);

  return mc_paper_matter_make_values (matter);
}

static void
show (McPaperDialog *self)
{
  g_autoptr (GHashTable) values = make_values (self);
  g_autoptr (McOfficialPaper) paper = mc_paper_draft_make_paper (self->texts, self->office, values);
  g_autofree char *open = mc_paper_draft_dup_open (self->texts, self->office, values);
  /* Translators: %s: names in braces */
  g_autofree char *hint = open ? g_strdup_printf (_ ("Still to be written in place of: %s"), open) : NULL;

  mc_paper_editor_show (self->editor, MC_SHEETS (paper), hint, FALSE);
}

static void
facts_cb (McPaperDialog *self)
{
  g_autoptr (McPaperTemplate) template = NULL;
  g_autofree char *facts = NULL;

  if (!self->templates || !self->office || self->draft)
    return;
  template = get_template (self);
  facts = g_strdup_printf ("%u", adw_combo_row_get_selected (self->kind_row));
  if (template && g_strcmp0 (facts, self->facts) != 0)
    {
      g_autoptr (McPaperTemplate) texts = mc_entity_clone (template);

      g_set_str (&self->facts, facts);
      g_set_object (&self->texts, texts);
      mc_paper_editor_set_texts (self->editor, self->texts);
    }
  show (self);
}

static void
edited_cb (McPaperDialog *self)
{
  mc_paper_editor_store (self->editor, self->texts);
  show (self);
}

static void
mc_paper_dialog_changed (McActDialog *dialog)
{
  facts_cb (MC_PAPER_DIALOG (dialog));
}

static DexFuture *
mc_paper_dialog_build (McActDialog *dialog, GError **error)
{
  McPaperDialog *self = MC_PAPER_DIALOG (dialog);
  g_autoptr (McPaperMatter) matter = make_matter (self);
  g_autoptr (McRegisteredPaper) draft = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  mc_paper_editor_store (self->editor, self->texts);
  if (!self->texts->body)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Please write the text."));
      return NULL;
    }
  if (self->draft)
    {
      g_autoptr (GHashTable) values = mc_paper_matter_make_values (matter);
      g_autoptr (McOfficialPaper) paper = mc_paper_draft_make_paper (self->texts, self->office, values);

      draft = mc_entity_clone (self->draft);
      mc_paper_draft_take (draft, self->texts, self->office, values, paper);
    }
  else
    draft = mc_paper_draft_new (matter, self->texts, self->office, NULL, NULL, error);
  label = g_strdup_printf (_ ("Draft “%s”"), draft->abstract);
  change = mc_change_new (label);
  if (self->draft)
    mc_change_update (change, MC_ENTITY (self->draft), MC_ENTITY (draft));
  else
    mc_change_insert (change, MC_ENTITY (draft));
  return dex_future_new_take_object (change);
}

static void
mc_paper_dialog_dispose (GObject *object)
{
  McPaperDialog *self = MC_PAPER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PAPER_DIALOG);
  g_clear_pointer (&self->office, mc_paper_office_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->templates);
  g_clear_object (&self->staff);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->facts, g_free);
  G_OBJECT_CLASS (mc_paper_dialog_parent_class)->dispose (object);
}

static void
mc_paper_dialog_class_init (McPaperDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_paper_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_paper_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_paper_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  g_type_ensure (MC_TYPE_PAPER_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-paper-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McPaperDialog, facts_box);
  gtk_widget_class_bind_template_child (widget_class, McPaperDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, McPaperDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, McPaperDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McPaperDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, McPaperDialog, editor);
  gtk_widget_class_bind_template_callback (widget_class, facts_cb);
}

static void
mc_paper_dialog_init (McPaperDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->texts = mc_paper_template_new ();
}

AdwDialog *
mc_paper_dialog_new (McSession *session)
{
  static const char *const required[] = { NULL };
  McPaperDialog *self = g_object_new (MC_TYPE_PAPER_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  McDay today = mc_session_get_today (session);

  self->office = mc_session_office_new (session);
  self->templates = mc_session_list (session, MC_TYPE_PAPER_TEMPLATE, today);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, today);
  mc_reference_setup (self->person_row, session, "person", today);
  mc_form_add_enum (form, "kind", self->kind_row, mc_paper_kind_values);
  mc_form_add_reference (form, "person", self->person_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_day (form, "to", self->to_row);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  g_signal_connect_object (self->templates, "notify::ready", G_CALLBACK (facts_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  facts_cb (self);
  return ADW_DIALOG (self);
}

AdwDialog *
mc_paper_dialog_new_for (McSession *session, McRegisteredPaper *draft, McPaperTemplate *texts)
{
  McPaperDialog *self = MC_PAPER_DIALOG (mc_paper_dialog_new (session));

  g_set_object (&self->draft, draft);
  g_set_object (&self->texts, texts);
  texts->kind = draft->kind;
  g_set_str (&texts->type_code, draft->type_code);
  gtk_widget_set_visible (self->facts_box, FALSE);
  mc_paper_editor_set_texts (self->editor, texts);
  show (self);
  return ADW_DIALOG (self);
}
