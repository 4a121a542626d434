/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-dialog.h"

#include <glib/gi18n.h>

#include "mc-agency-actions.h"

struct _McAgencyDialog
{
  McActDialog parent_instance;

  McAgency *agency;

  GtkWidget *new_group;
  GtkEditable *name_row;
  GtkEditable *short_name_row;
  McDateRow *from_row;
  AdwSpinRow *officers_row;
  GtkEditable *code_row;
  AdwComboRow *kind_row;
  AdwSwitchRow *receives_row;
  AdwSwitchRow *standby_row;
  GtkEditable *letter_to_row;
  GtkEditable *address_row;
  GtkEditable *phone_row;
  GtkEditable *email_row;
  GtkEditable *note_row;
};

G_DEFINE_FINAL_TYPE (McAgencyDialog, mc_agency_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_agency_dialog_build (McActDialog *dialog, GError **error)
{
  McAgencyDialog *self = MC_AGENCY_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  McSession *session = mc_act_dialog_get_session (dialog);
  g_autoptr (McAgency) after = self->agency ? mc_entity_clone (self->agency) : mc_agency_new ();
  g_autofree char *name = mc_form_get (form, "name");
  g_autofree char *short_name = mc_form_get (form, "short_name");

  if (!mc_form_store (form, MC_ENTITY (after), error))
    return NULL;
  if (self->agency)
    return dex_future_new_take_object (mc_agency_change_edit (session, self->agency, after));
  return dex_future_new_take_object (mc_agency_change_add (session, after, name, short_name,
                                                           (int)adw_spin_row_get_value (self->officers_row),
                                                           mc_form_get_day (form, "from")));
}

static void
mc_agency_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_AGENCY_DIALOG);
  g_clear_object (&MC_AGENCY_DIALOG (object)->agency);
  G_OBJECT_CLASS (mc_agency_dialog_parent_class)->dispose (object);
}

static void
mc_agency_dialog_class_init (McAgencyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_agency_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_agency_dialog_build;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/agencies/mc-agency-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, short_name_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, officers_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, receives_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, standby_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, letter_to_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDialog, note_row);
}

static void
mc_agency_dialog_init (McAgencyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_inputs (McAgencyDialog *self, McForm *form)
{
  mc_form_add_text (form, "code", self->code_row);
  mc_form_add_enum (form, "kind", self->kind_row, mc_agency_kind_values);
  mc_form_add_switch (form, "receives", self->receives_row);
  mc_form_add_switch (form, "standby_duty", self->standby_row);
  mc_form_add_text (form, "letter_to", self->letter_to_row);
  mc_form_add_text (form, "address", self->address_row);
  mc_form_add_text (form, "phone", self->phone_row);
  mc_form_add_text (form, "email", self->email_row);
  mc_form_add_text (form, "note", self->note_row);
}

static void
add_new_inputs (McAgencyDialog *self, McForm *form)
{
  mc_form_add_text (form, "name", self->name_row);
  mc_form_add_text (form, "short_name", self->short_name_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_spin (form, "officers", self->officers_row);
}

AdwDialog *
mc_agency_dialog_new (McSession *session, McAgency *agency)
{
  static const char *const required_new[] = { "name", "code", "from", NULL };
  static const char *const required_edit[] = { "code", NULL };
  McAgencyDialog *self =
      g_object_new (MC_TYPE_AGENCY_DIALOG, "session", session, "title",
                    agency ? _ ("Edit the Agency") : _ ("New Agency"), "verb", agency ? _ ("_Save") : _ ("_Add"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *key = NULL;

  /* As it is now: the object of the list follows what others save, and their edit would go under without a word. */
  self->agency = agency ? mc_entity_clone (agency) : NULL;
  add_inputs (self, form);
  gtk_widget_set_visible (self->new_group, agency == NULL);
  if (agency)
    mc_form_load (form, MC_ENTITY (agency));
  else
    {
      mc_date_row_set_day (self->from_row, mc_session_get_as_of (session));
      add_new_inputs (self, form);
    }
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), agency ? required_edit : required_new);
  key = agency ? g_strdup_printf ("agency/%" G_GINT64_FORMAT "/edit", mc_entity_get_id (MC_ENTITY (agency)))
               : g_strdup ("agency/new");
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}
