/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scenario-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-error.h"
#include "mc-scenario-actions.h"
#include "mc-scenario-text.h"

/* Who shares counters; in the order of the choices. */
typedef enum
{
  EACH_BY_ITSELF,
  AS_WRITTEN,
  BEST,
} Sharing;

static const McEnumValue sharing_values[] = {
  { "0", N_ ("Each has its own, as today") },
  { "1", N_ ("Some share, as written below") },
  { "2", N_ ("The best grouping is found") },
  { NULL, NULL },
};

struct _McScenarioDialog
{
  McActDialog parent_instance;

  McSavedScenario *row; /* NULL: a new one */
  GtkEditable *name_row, *shared_row, *officers_row, *note_row;
  AdwSpinRow *counters_row, *shift_row, *all_row, *within_row, *absence_row, *most_row, *authorisation_row;
  AdwComboRow *sharing_row;
  AdwSwitchRow *saturday_row;
};

G_DEFINE_FINAL_TYPE (McScenarioDialog, mc_scenario_dialog, MC_TYPE_ACT_DIALOG)

static Sharing
get_sharing (McScenarioDialog *self)
{
  return adw_combo_row_get_selected (self->sharing_row);
}

static int
get_int (AdwSpinRow *row)
{
  return (int)lround (adw_spin_row_get_value (row));
}

/* (transfer full) (nullable) */
static McScenario *
read_scenario (McScenarioDialog *self, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autoptr (McScenario) scenario = mc_scenario_new (name);

  scenario->counters = get_int (self->counters_row);
  scenario->best = get_sharing (self) == BEST;
  scenario->most_members = get_int (self->most_row);
  scenario->saturday = adw_switch_row_get_active (self->saturday_row);
  scenario->shift = get_int (self->shift_row);
  scenario->within = adw_spin_row_get_value (self->within_row);
  scenario->absence = adw_spin_row_get_value (self->absence_row) / 100;
  scenario->authorisation = adw_spin_row_get_value (self->authorisation_row);
  if (get_sharing (self) == AS_WRITTEN &&
      !mc_scenario_take_shared (scenario, gtk_editable_get_text (self->shared_row), error))
    return NULL;
  if (!mc_scenario_take_officers (scenario, gtk_editable_get_text (self->officers_row), get_int (self->all_row), error))
    return NULL;
  if (get_sharing (self) == AS_WRITTEN && scenario->shared->len == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Write which agencies share, as “NV + XD”."));
      return NULL;
    }
  return g_steal_pointer (&scenario);
}

static DexFuture *
mc_scenario_dialog_build (McActDialog *dialog, GError **error)
{
  McScenarioDialog *self = MC_SCENARIO_DIALOG (dialog);
  g_autoptr (McScenario) scenario = read_scenario (self, error);
  const char *note = gtk_editable_get_text (self->note_row);

  if (!scenario)
    return NULL;
  return dex_future_new_take_object (mc_scenario_change_keep (self->row, scenario, *note ? note : NULL));
}

/* Only what the choice knows is asked for. */
static void
show_rows (McScenarioDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->shared_row), get_sharing (self) == AS_WRITTEN);
  gtk_widget_set_visible (GTK_WIDGET (self->most_row), get_sharing (self) == BEST);
  gtk_widget_set_visible (GTK_WIDGET (self->authorisation_row), get_sharing (self) == BEST);
}

static void
mc_scenario_dialog_changed (McActDialog *dialog)
{
  show_rows (MC_SCENARIO_DIALOG (dialog));
}

static void
mc_scenario_dialog_dispose (GObject *object)
{
  McScenarioDialog *self = MC_SCENARIO_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SCENARIO_DIALOG);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (mc_scenario_dialog_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McScenarioDialog, name)

static void
mc_scenario_dialog_class_init (McScenarioDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_scenario_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_scenario_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_scenario_dialog_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/workload/mc-scenario-dialog.ui");
  CHILD (name_row);
  CHILD (shared_row);
  CHILD (officers_row);
  CHILD (note_row);
  CHILD (counters_row);
  CHILD (shift_row);
  CHILD (all_row);
  CHILD (within_row);
  CHILD (absence_row);
  CHILD (most_row);
  CHILD (authorisation_row);
  CHILD (sharing_row);
  CHILD (saturday_row);
}

static void
mc_scenario_dialog_init (McScenarioDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (McScenarioDialog *self, const McScenario *scenario)
{
  g_autofree char *shared = mc_scenario_format_shared (scenario);
  g_autofree char *officers = mc_scenario_format_officers (scenario);

  gtk_editable_set_text (self->name_row, scenario->name ? scenario->name : "");
  gtk_editable_set_text (self->shared_row, shared);
  gtk_editable_set_text (self->officers_row, officers);
  if (self->row && self->row->note)
    gtk_editable_set_text (self->note_row, self->row->note);
  adw_spin_row_set_value (self->counters_row, scenario->counters);
  adw_spin_row_set_value (self->shift_row, scenario->shift);
  adw_spin_row_set_value (self->all_row, mc_scenario_get_change (scenario, "*"));
  adw_spin_row_set_value (self->within_row, scenario->within);
  adw_spin_row_set_value (self->absence_row, 100 * scenario->absence);
  adw_spin_row_set_value (self->most_row, scenario->most_members);
  adw_spin_row_set_value (self->authorisation_row, scenario->authorisation);
  adw_combo_row_set_selected (self->sharing_row, scenario->best              ? BEST
                                                 : scenario->shared->len > 0 ? AS_WRITTEN
                                                                             : EACH_BY_ITSELF);
  adw_switch_row_set_active (self->saturday_row, scenario->saturday);
  show_rows (self);
}

static void
add_inputs (McScenarioDialog *self, McForm *form)
{
  mc_form_add_text (form, "name", self->name_row);
  mc_form_add_spin (form, "counters", self->counters_row);
  mc_form_add_enum (form, "sharing", self->sharing_row, sharing_values);
  mc_form_add_text (form, "shared", self->shared_row);
  mc_form_add_switch (form, "saturday", self->saturday_row);
  mc_form_add_spin (form, "shift", self->shift_row);
  mc_form_add_spin (form, "all", self->all_row);
  mc_form_add_text (form, "officers", self->officers_row);
  mc_form_add_spin (form, "within", self->within_row);
  mc_form_add_spin (form, "absence", self->absence_row);
  mc_form_add_spin (form, "most", self->most_row);
  mc_form_add_spin (form, "authorisation", self->authorisation_row);
  mc_form_add_text (form, "note", self->note_row);
}

AdwDialog *
mc_scenario_dialog_new (McSession *session, McSavedScenario *row, const McScenario *scenario)
{
  static const char *const required[] = { "name", NULL };
  McScenarioDialog *self = g_object_new (MC_TYPE_SCENARIO_DIALOG, "session", session, NULL);

  /* The row that the person saw, whatever becomes of it meanwhile. */
  self->row = row ? mc_entity_clone (row) : NULL;
  add_inputs (self, mc_act_dialog_get_form (MC_ACT_DIALOG (self)));
  fill (self, scenario);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  if (!row && !*gtk_editable_get_text (self->name_row))
    mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), "scenario/new");
  return ADW_DIALOG (self);
}
