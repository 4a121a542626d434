/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-assign-dialog.h"

#include <glib/gi18n.h>

#include "mc-counter-actions.h"
#include "mc-reference.h"
#include "mc-report.h"
#include "mc-serving-view.h"
#include "mc-staff-entry.h"

struct _McAssignDialog
{
  McActDialog parent_instance;

  McServingView *serving;
  McLiveList *staff;
  McLiveList *counters;
  McLiveList *assignments;
  gint64 suggested_for; /* the person whose tour the last day was taken from */

  AdwComboRow *counter_row;
  AdwComboRow *person_row;
  AdwComboRow *role_row;
  McDateRow *from_row;
  McDateRow *until_row;
  GtkEditable *note_row;
  GtkLabel *judgement;
};

G_DEFINE_FINAL_TYPE (McAssignDialog, mc_assign_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_assign_dialog_build (McActDialog *dialog, GError **error)
{
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autoptr (McCounterAssignment) row = mc_counter_assignment_new ();
  McDay last = mc_form_get_day (form, "last_day");

  if (!mc_form_store (form, MC_ENTITY (row), error))
    return NULL;
  row->during = (McPeriod){ mc_form_get_day (form, "from"), last == MC_DAY_NONE ? MC_DAY_NONE : last + 1 };
  return mc_counter_change_assign (mc_act_dialog_get_session (dialog), row);
}

/* Where the person sits on the day, other than here. */
static McCounter *
find_other_counter (McAssignDialog *self, gint64 person, gint64 counter, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->assignments)); i++)
    {
      g_autoptr (McCounterAssignment) row = g_list_model_get_item (G_LIST_MODEL (self->assignments), i);

      if (row->person_id == person && row->counter_id != counter && row->role == MC_COUNTER_ROLE_PRIMARY &&
          mc_period_contains (row->during, day))
        return mc_live_list_get_by_id (self->counters, row->counter_id);
    }
  return NULL;
}

/* Nobody is assigned beyond the end of the tour. */
static void
suggest_last_day (McAssignDialog *self, gint64 person)
{
  McStaffEntry *entry = mc_live_list_get_by_id (self->staff, person);

  if (!entry || self->suggested_for == person)
    return;
  self->suggested_for = person;
  if (entry->tour_until != MC_DAY_NONE)
    mc_date_row_set_day (self->until_row, entry->tour_until - 1);
}

static void
mc_assign_dialog_changed (McActDialog *dialog)
{
  McAssignDialog *self = MC_ASSIGN_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  gint64 person = mc_form_get_reference (form, "person_id");
  gint64 counter = mc_form_get_reference (form, "counter_id");
  McDay from = mc_form_get_day (form, "from");
  McCounter *other;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->serving || person == 0 || counter == 0)
    {
      mc_report_tell (self->judgement, "");
      return;
    }
  suggest_last_day (self, person);
  if (mc_serving_can_serve (mc_serving_view_get (self->serving), person, counter))
    g_string_append (text, _ ("✓ Competent for a field of this counter."));
  else
    g_string_append (text, _ ("◐ Not competent for any field of this counter."));
  other = from != MC_DAY_NONE && adw_combo_row_get_selected (self->role_row) == MC_COUNTER_ROLE_PRIMARY
              ? find_other_counter (self, person, counter, from)
              : NULL;
  if (other)
    {
      g_string_append_c (text, '\n');
      /* Translators: number and name of a counter */
      g_string_append_printf (text, _ ("Leaves counter %d “%s” for this time."), other->number, other->name);
    }
  mc_report_tell (self->judgement, text->str);
}

static void
mc_assign_dialog_dispose (GObject *object)
{
  McAssignDialog *self = MC_ASSIGN_DIALOG (object);

  g_clear_object (&self->serving);
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ASSIGN_DIALOG);
  g_clear_object (&self->staff);
  g_clear_object (&self->counters);
  g_clear_object (&self->assignments);
  G_OBJECT_CLASS (mc_assign_dialog_parent_class)->dispose (object);
}

static void
mc_assign_dialog_class_init (McAssignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_assign_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_assign_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_assign_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, counter_row);
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, McAssignDialog, judgement);
}

static void
mc_assign_dialog_init (McAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_here (gpointer item, gpointer user_data)
{
  McStaffState state = ((McStaffEntry *)item)->state;

  return state == MC_STAFF_STATE_PRESENT || state == MC_STAFF_STATE_STANDBY;
}

static void
add_inputs (McAssignDialog *self, McForm *form)
{
  g_autoptr (GtkFilterListModel) here = gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->staff)), GTK_FILTER (gtk_custom_filter_new (is_here, NULL, NULL)));

  mc_reference_setup_model (self->person_row, G_LIST_MODEL (here), MC_TYPE_STAFF_ENTRY);
  mc_form_add_reference (form, "counter_id", self->counter_row);
  mc_form_add_reference (form, "person_id", self->person_row);
  mc_form_add_enum (form, "role", self->role_row, mc_counter_role_values);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_day (form, "last_day", self->until_row);
  mc_form_add_text (form, "note", self->note_row);
}

static void
set_reference (McForm *form, const char *name, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (id)
    mc_form_set (form, name, text);
}

AdwDialog *
mc_assign_dialog_new (McSession *session, gint64 counter, gint64 person, McCounterRole role)
{
  static const char *const required[] = { "counter_id", "person_id", "from", NULL };
  McAssignDialog *self = g_object_new (MC_TYPE_ASSIGN_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  McDay day = mc_session_get_as_of (session);

  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  self->counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  self->assignments = mc_session_list (session, MC_TYPE_COUNTER_ASSIGNMENT, MC_DAY_NONE);
  mc_reference_setup (self->counter_row, session, "counter", day);
  add_inputs (self, form);
  mc_date_row_set_day (self->from_row, day);
  mc_form_set (form, "role", mc_counter_role_values[role].text);
  set_reference (form, "counter_id", counter);
  set_reference (form, "person_id", person);
  self->serving = mc_serving_view_new (session, day);
  g_signal_connect_object (self->serving, "changed", G_CALLBACK (mc_assign_dialog_changed), self, G_CONNECT_SWAPPED);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return ADW_DIALOG (self);
}
