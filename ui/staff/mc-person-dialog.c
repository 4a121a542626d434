/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-dialog.h"

#include <glib/gi18n.h>

#include "mc-entity-dialog.h"
#include "mc-name.h"
#include "mc-reference.h"
#include "mc-report.h"
#include "mc-session-records.h"
#include "mc-tour-actions.h"

static const char *const required_tour[] = { "agency_id", "kind", "role", "from", NULL };
static const char *const required_person[] = { "full_name", "agency_id", "kind", "role", "from", NULL };

struct _McPersonDialog
{
  McActDialog parent_instance;

  McPerson *person; /* of the new tour; or the new one once it is built */
  gboolean known;
  McDay framed_from;
  McTourKind framed_kind;

  GtkWidget *person_group;
  GtkEditable *name_row;
  AdwComboRow *sex_row;
  AdwComboRow *employment_row;
  AdwComboRow *rank_row;
  McDateRow *joined_row;
  GtkEditable *phone_row;
  GtkEditable *email_row;
  AdwComboRow *agency_row;
  AdwComboRow *kind_row;
  AdwComboRow *role_row;
  McDateRow *from_row;
  McDateRow *until_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
  GtkEditable *signer_row;
  AdwComboRow *seat_row;
  AdwComboRow *field_row;
  GtkWidget *private_group;
  McDateRow *birth_row;
  GtkEditable *identity_row;
  GtkEditable *address_row;
  GtkEditable *private_phone_row;
};

G_DEFINE_FINAL_TYPE (McPersonDialog, mc_person_dialog, MC_TYPE_ACT_DIALOG)

static McTour *
read_tour (McForm *form, GError **error)
{
  g_autoptr (McTour) tour = mc_tour_new ();
  McDay last = mc_form_get_day (form, "until");

  if (!mc_form_store (form, MC_ENTITY (tour), error))
    return NULL;
  tour->during = (McPeriod){ mc_form_get_day (form, "from"), last == MC_DAY_NONE ? MC_DAY_NONE : last + 1 };
  tour->planned_until = tour->during.until;
  return g_steal_pointer (&tour);
}

static DexFuture *
mc_person_dialog_build (McActDialog *dialog, GError **error)
{
  McPersonDialog *self = MC_PERSON_DIALOG (dialog);
  McSession *session = mc_act_dialog_get_session (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autoptr (McTour) tour = read_tour (form, error);
  g_autoptr (McPerson) person = NULL;
  gint64 seat = mc_form_get_reference (form, "seat");

  if (!tour)
    return NULL;
  if (self->known)
    {
      tour->person_id = mc_entity_get_id (MC_ENTITY (self->person));
      return dex_future_new_take_object (mc_tour_change_new_tour (session, tour, seat));
    }
  person = mc_person_new ();
  if (!mc_form_store (form, MC_ENTITY (person), error))
    return NULL;
  g_set_object (&self->person, person);
  return dex_future_new_take_object (
      mc_tour_change_add_person (session, person, tour, seat, mc_form_get_reference (form, "field")));
}

static char *
dup_entry (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (!*text)
    g_clear_pointer (&text, g_free);
  return text;
}

static McPersonPrivate *
read_private (McPersonDialog *self)
{
  g_autoptr (McPersonPrivate) data = mc_person_private_new ();

  data->birth_date = mc_date_row_get_day (self->birth_row);
  data->identity_no = dup_entry (self->identity_row);
  data->home_address = dup_entry (self->address_row);
  data->private_phone = dup_entry (self->private_phone_row);
  if (data->birth_date == MC_DAY_NONE && !data->identity_no && !data->home_address && !data->private_phone)
    return NULL;
  return g_steal_pointer (&data);
}

static DexFuture *
report_private (DexFuture *future, gpointer window)
{
  g_autoptr (GError) error = NULL;

  dex_future_get_value (future, &error);
  mc_report_error (window, _ ("The person was added, but the protected data were not."), error);
  return dex_ref (future);
}

static void
mc_person_dialog_done (McActDialog *dialog, McCommitResult *result)
{
  McPersonDialog *self = MC_PERSON_DIALOG (dialog);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (McPersonPrivate) data = self->known ? NULL : read_private (self);
  g_autofree char *target = NULL;

  if (!self->person || !window)
    return;
  if (data)
    {
      data->person_id = mc_entity_get_id (MC_ENTITY (self->person));
      dex_future_disown (dex_future_catch (mc_session_write_private (mc_act_dialog_get_session (dialog), data),
                                           report_private, g_object_ref (window), g_object_unref));
    }
  target = g_strdup_printf ("person/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (self->person)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-target", "s", target);
}

/* The law sets the range of the term by the first day and by the kind. */
static void
update_frame (McPersonDialog *self)
{
  McSession *session = mc_act_dialog_get_session (MC_ACT_DIALOG (self));
  McDay from = mc_date_row_get_day (self->from_row);
  McTourKind kind = adw_combo_row_get_selected (self->kind_row);
  g_autoptr (McLegalFrame) frame = NULL;

  if (from == MC_DAY_NONE || kind == MC_TOUR_KIND_NONE || (from == self->framed_from && kind == self->framed_kind))
    return;
  frame = mc_tour_frame_new (session, from, kind);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  self->framed_from = from;
  self->framed_kind = kind;
}

static void
mc_person_dialog_changed (McActDialog *dialog)
{
  McPersonDialog *self = MC_PERSON_DIALOG (dialog);

  update_frame (self);
  mc_act_dialog_judge (dialog, mc_date_row_get_day (self->until_row));
}

static void
mc_person_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PERSON_DIALOG);
  g_clear_object (&MC_PERSON_DIALOG (object)->person);
  G_OBJECT_CLASS (mc_person_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, sex_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, employment_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, rank_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, joined_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, agency_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, decision_date_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, signer_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, seat_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, field_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, private_group);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, birth_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, identity_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDialog, private_phone_row);
}

static void
mc_person_dialog_class_init (McPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_person_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_person_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->done = mc_person_dialog_done;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_person_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-person-dialog.ui");
  bind_children (widget_class);
}

static void
mc_person_dialog_init (McPersonDialog *self)
{
  self->framed_from = MC_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_person_inputs (McPersonDialog *self, McSession *session, McForm *form)
{
  mc_reference_setup (self->rank_row, session, "rank", MC_DAY_NONE);
  mc_form_add_text (form, "full_name", self->name_row);
  mc_form_add_enum (form, "sex", self->sex_row, mc_sex_values);
  mc_form_add_enum (form, "employment", self->employment_row, mc_employment_values);
  mc_form_add_reference (form, "rank_id", self->rank_row);
  mc_form_add_day (form, "joined_state_service", self->joined_row);
  mc_form_add_text (form, "public_phone", self->phone_row);
  mc_form_add_text (form, "email", self->email_row);
}

/* The end of a term is suggested once, from the first day that is suggested. */
static void
suggest_days (McPersonDialog *self, McSession *session)
{
  McDay from = mc_session_get_as_of (session);
  g_autoptr (McLegalFrame) frame = mc_tour_frame_new (session, from, MC_TOUR_KIND_SECONDED);

  mc_date_row_set_day (self->from_row, from);
  if (frame && mc_legal_frame_get_suggested (frame) != MC_DAY_NONE)
    mc_date_row_set_day (self->until_row, mc_legal_frame_get_suggested (frame));
}

static void
add_tour_inputs (McPersonDialog *self, McSession *session, McForm *form, gint64 agency, const char *role)
{
  McDay day = mc_session_get_as_of (session);
  g_autofree char *agency_text = agency ? g_strdup_printf ("%" G_GINT64_FORMAT, agency) : NULL;

  mc_reference_setup (self->agency_row, session, "agency", day);
  mc_reference_setup (self->seat_row, session, "seat", day);
  mc_reference_setup (self->field_row, session, "field", day);
  suggest_days (self, session);
  mc_form_add_reference (form, "agency_id", self->agency_row);
  mc_form_add_enum (form, "kind", self->kind_row, mc_tour_kind_values);
  mc_form_add_enum (form, "role", self->role_row, mc_tour_role_values);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_day (form, "until", self->until_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_form_add_text (form, "signer", self->signer_row);
  mc_form_add_reference (form, "seat", self->seat_row);
  mc_form_add_reference (form, "field", self->field_row);
  if (agency_text)
    mc_form_set (form, "agency_id", agency_text);
  mc_form_set (form, "kind", "seconded");
  mc_form_set (form, "role", role);
}

AdwDialog *
mc_person_dialog_new (McSession *session, gint64 agency, const char *role)
{
  gboolean standby = g_strcmp0 (role, "standby") == 0;
  McPersonDialog *self = g_object_new (MC_TYPE_PERSON_DIALOG, "session", session, "title",
                                       standby ? _ ("Add a Standby") : _ ("Add a Person"), "verb", _ ("_Add"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));

  add_person_inputs (self, session, form);
  add_tour_inputs (self, session, form, agency, standby ? "standby" : "primary");
  update_frame (self);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required_person);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), standby ? "person/new/standby" : "person/new");
  return ADW_DIALOG (self);
}

AdwDialog *
mc_tour_dialog_new (McSession *session, McPerson *person, gint64 agency)
{
  McPersonDialog *self = g_object_new (MC_TYPE_PERSON_DIALOG, "session", session, "title", _ ("Another Tour"), "verb",
                                       _ ("_Add the Tour"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *key = g_strdup_printf ("person/%" G_GINT64_FORMAT "/tour", mc_entity_get_id (MC_ENTITY (person)));

  self->known = TRUE;
  self->person = g_object_ref (person);
  gtk_widget_set_visible (self->person_group, FALSE);
  gtk_widget_set_visible (self->private_group, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->field_row), FALSE);
  add_tour_inputs (self, session, form, agency, "primary");
  update_frame (self);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required_tour);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}

/* The three parts follow the full name as long as nobody has parted them otherwise. */
static void
part_name (McEntity *before, McEntity *after)
{
  McPerson *was = MC_PERSON (before);
  McPerson *is = MC_PERSON (after);
  g_autofree char *family = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *given = NULL;

  if (g_strcmp0 (was->full_name, is->full_name) == 0 || g_strcmp0 (was->given_name, is->given_name) != 0 ||
      g_strcmp0 (was->family_name, is->family_name) != 0)
    return;
  mc_name_split (is->full_name, &family, &middle, &given);
  g_object_set (after, "family-name", family, "middle-name", middle, "given-name", given, NULL);
}

AdwDialog *
mc_person_edit_dialog_new (McSession *session, McPerson *person)
{
  static const char *const fields[] = {
    "full_name",    "family_name", "middle_name", "given_name",           "sex",
    "title_prefix", "employment",  "rank_id",     "joined_state_service", "public_phone",
    "email",        "note",        NULL
  };
  AdwDialog *dialog =
      mc_entity_dialog_new (session, MC_ENTITY (person), _ ("Edit the Person"), person->full_name, fields);

  mc_entity_dialog_set_finish (MC_ENTITY_DIALOG (dialog), part_name);
  return dialog;
}
