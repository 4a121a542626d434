/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-dialog.h"

#include <glib/gi18n.h>

#include "mc-counter-actions.h"
#include "mc-reference.h"

struct _McCounterDialog
{
  McActDialog parent_instance;

  AdwSpinRow *number_row;
  GtkEditable *name_row;
  AdwComboRow *agency_row;
  AdwSpinRow *level_row;
  GtkEditable *place_row;
  AdwSpinRow *seats_row;
  McDateRow *from_row;
  GtkEditable *note_row;
};

G_DEFINE_FINAL_TYPE (McCounterDialog, mc_counter_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_counter_dialog_build (McActDialog *dialog, GError **error)
{
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autoptr (McCounter) counter = mc_counter_new ();

  if (!mc_form_store (form, MC_ENTITY (counter), error))
    return NULL;
  counter->during = (McPeriod){ mc_form_get_day (form, "from"), MC_DAY_NONE };
  return dex_future_new_take_object (
      mc_counter_change_add (mc_act_dialog_get_session (dialog), counter, mc_form_get_reference (form, "agency_id")));
}

static void
mc_counter_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_COUNTER_DIALOG);
  G_OBJECT_CLASS (mc_counter_dialog_parent_class)->dispose (object);
}

static void
mc_counter_dialog_class_init (McCounterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_counter_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_counter_dialog_build;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-counter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, agency_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, seats_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McCounterDialog, note_row);
}

static void
mc_counter_dialog_init (McCounterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_counter_dialog_new (McSession *session, int number, gint64 agency)
{
  static const char *const required[] = { "name", "from", NULL };
  McCounterDialog *self = g_object_new (MC_TYPE_COUNTER_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  McDay day = mc_session_get_as_of (session);

  mc_reference_setup (self->agency_row, session, "agency", day);
  adw_spin_row_set_value (self->number_row, number);
  mc_date_row_set_day (self->from_row, day);
  mc_form_add_spin (form, "number", self->number_row);
  mc_form_add_text (form, "name", self->name_row);
  mc_form_add_reference (form, "agency_id", self->agency_row);
  mc_form_add_spin (form, "level", self->level_row);
  mc_form_add_text (form, "place", self->place_row);
  mc_form_add_spin (form, "seats", self->seats_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_text (form, "note", self->note_row);
  if (agency)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, agency);

      mc_form_set (form, "agency_id", text);
    }
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), "counter/new");
  return ADW_DIALOG (self);
}
