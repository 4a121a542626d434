/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-dialog.h"

#include <glib/gi18n.h>

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-error.h"
#include "mc-reference.h"
#include "mc-staff-entry.h"

struct _McAbsenceDialog
{
  McActDialog parent_instance;

  McLiveList *counters;
  McLiveList *assignments;
  McLiveList *staff;

  AdwComboRow *person_row;
  AdwComboRow *kind_row;
  AdwComboRow *half_row;
  McDateRow *from_row;
  McDateRow *last_row;
  GtkEditable *note_row;
  AdwActionRow *effect_row;
};

G_DEFINE_FINAL_TYPE (McAbsenceDialog, mc_absence_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_absence_dialog_build (McActDialog *dialog, GError **error)
{
  McAbsenceDialog *self = MC_ABSENCE_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  McStaffEntry *who = adw_combo_row_get_selected_item (self->person_row);
  McDay from = mc_date_row_get_day (self->from_row), last = mc_date_row_get_day (self->last_row);
  guint chosen = adw_combo_row_get_selected (self->kind_row);
  g_autoptr (McAbsence) absence = mc_absence_new ();
  g_autoptr (McChange) change = NULL;
  g_autofree char *label = NULL;

  if (last < from)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The last day lies before the first."));
      return NULL;
    }
  label = g_strdup_printf (_ ("Report the absence of %s"), MC_IS_STAFF_ENTRY (who) ? who->full_name : "");
  change = mc_change_new (label);
  absence->person_id = mc_form_get_reference (form, "person_id");
  absence->during = (McPeriod){ from, last + 1 };
  absence->half = (McHalf)adw_combo_row_get_selected (self->half_row);
  absence->excused = chosen != 0;
  mc_change_insert (change, MC_ENTITY (absence));
  if (chosen != 0)
    {
      g_autoptr (McAbsenceReason) reason = mc_absence_reason_new ();

      reason->kind = (McAbsenceKind)chosen;
      reason->note = mc_form_get (form, "note");
      mc_change_insert (change, MC_ENTITY (reason));
      mc_change_link (change, MC_ENTITY (reason), "absence_id", MC_ENTITY (absence));
    }
  return dex_future_new_take_object (g_steal_pointer (&change));
}

/* Who else is at the counter, or could be. */
static char *
name_others (McAbsenceDialog *self, gint64 counter, gint64 person, McDay day, McCounterRole role)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->assignments)); i++)
    {
      g_autoptr (McCounterAssignment) one = g_list_model_get_item (G_LIST_MODEL (self->assignments), i);
      McStaffEntry *who = mc_live_list_get_by_id (self->staff, one->person_id);

      if (one->counter_id == counter && one->person_id != person && one->role == role && who &&
          mc_period_contains (one->during, day))
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", who->full_name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_effect (McAbsenceDialog *self, gint64 person, McDay day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->assignments)); i++)
    {
      g_autoptr (McCounterAssignment) one = g_list_model_get_item (G_LIST_MODEL (self->assignments), i);
      McCounter *counter = mc_live_list_get_by_id (self->counters, one->counter_id);
      g_autofree char *others = NULL;
      g_autofree char *standbys = NULL;

      if (one->person_id != person || one->role != MC_COUNTER_ROLE_PRIMARY || !counter ||
          !mc_period_contains (one->during, day))
        continue;
      others = name_others (self, one->counter_id, person, day, MC_COUNTER_ROLE_PRIMARY);
      standbys = name_others (self, one->counter_id, person, day, MC_COUNTER_ROLE_STANDBY);
      if (*others)
        g_string_append_printf (text, _ ("Counter %d stays open with %s."), counter->number, others);
      else if (*standbys)
        g_string_append_printf (text, _ ("Counter %d stays empty. Standbys: %s."), counter->number, standbys);
      else
        g_string_append_printf (text, _ ("Counter %d stays empty, and it has no standby."), counter->number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
mc_absence_dialog_changed (McActDialog *dialog)
{
  McAbsenceDialog *self = MC_ABSENCE_DIALOG (dialog);
  gint64 person = mc_form_get_reference (mc_act_dialog_get_form (dialog), "person_id");
  McDay day = mc_date_row_get_day (self->from_row);
  g_autofree char *effect = person && day != MC_DAY_NONE ? dup_effect (self, person, day) : g_strdup ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->effect_row), effect);
  gtk_widget_set_visible (GTK_WIDGET (self->effect_row), *effect != '\0');
}

static gboolean
is_here (gpointer item, gpointer user_data)
{
  McStaffEntry *entry = item;

  return entry->state == MC_STAFF_STATE_PRESENT || entry->state == MC_STAFF_STATE_STANDBY;
}

static void
mc_absence_dialog_dispose (GObject *object)
{
  McAbsenceDialog *self = MC_ABSENCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ABSENCE_DIALOG);
  g_clear_object (&self->counters);
  g_clear_object (&self->assignments);
  g_clear_object (&self->staff);
  G_OBJECT_CLASS (mc_absence_dialog_parent_class)->dispose (object);
}

static void
mc_absence_dialog_class_init (McAbsenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_absence_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_absence_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_absence_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/today/mc-absence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, half_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, effect_row);
}

static void
mc_absence_dialog_init (McAbsenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first line is an absence without a reason; the others stand at their number in McAbsenceKind. */
static void
fill_choices (McAbsenceDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) halves = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _ ("Without leave"));
  for (guint i = 1; mc_absence_kind_values[i].text; i++)
    gtk_string_list_append (kinds, _ (mc_absence_kind_values[i].label));
  for (guint i = 0; mc_half_values[i].text; i++)
    gtk_string_list_append (halves, _ (mc_half_values[i].label));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind_row, MC_ABSENCE_KIND_SICK);
  adw_combo_row_set_model (self->half_row, G_LIST_MODEL (halves));
}

AdwDialog *
mc_absence_dialog_new (McSession *session, gint64 person, McDay day)
{
  static const char *const required[] = { "person_id", "from", "last", NULL };
  McAbsenceDialog *self = g_object_new (MC_TYPE_ABSENCE_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *who = person ? g_strdup_printf ("%" G_GINT64_FORMAT, person) : NULL;
  g_autoptr (GListModel) people = NULL;

  self->counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  self->assignments = mc_session_list (session, MC_TYPE_COUNTER_ASSIGNMENT, MC_DAY_NONE);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  people = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->staff)),
                                                    GTK_FILTER (gtk_custom_filter_new (is_here, NULL, NULL))));
  mc_reference_setup_model (self->person_row, people, MC_TYPE_STAFF_ENTRY);
  fill_choices (self);
  mc_form_add_reference (form, "person_id", self->person_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_day (form, "last", self->last_row);
  mc_form_add_hidden (form, "note", self->note_row);
  mc_date_row_set_day (self->from_row, day);
  mc_date_row_set_day (self->last_row, day);
  mc_form_set (form, "person_id", who);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), "absence");
  mc_absence_dialog_changed (MC_ACT_DIALOG (self));
  return ADW_DIALOG (self);
}
