/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-appoint-dialog.h"

#include <glib/gi18n.h>

#include "mc-reference.h"
#include "mc-seat-actions.h"
#include "mc-seat-entry.h"
#include "mc-staff-entry.h"

struct _McAppointDialog
{
  McActDialog parent_instance;

  McOrgSeat *from;
  McSeatAct framed; /* what the frame was made for */
  guint stamp;

  AdwComboRow *person_row;
  AdwComboRow *seat_row;
  AdwSwitchRow *besides_row;
  McDateRow *day_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
};

G_DEFINE_FINAL_TYPE (McAppointDialog, mc_appoint_dialog, MC_TYPE_ACT_DIALOG)

static McSeatAct
read_act (McAppointDialog *self)
{
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  gint64 person = mc_form_get_reference (form, "person_id");

  return (McSeatAct){
    .person = person,
    .seat = mc_form_get_reference (form, "seat_id"),
    /* A seat that was held besides is given up when its box was dragged away. */
    .leaves = self->from && self->from->besides && self->from->person_id == person ? self->from->seat_id : 0,
    .besides = adw_switch_row_get_active (self->besides_row),
    .day = mc_date_row_get_day (self->day_row),
  };
}

static gboolean
act_equal (const McSeatAct *a, const McSeatAct *b)
{
  return a->person == b->person && a->seat == b->seat && a->besides == b->besides && a->day == b->day;
}

static DexFuture *
mc_appoint_dialog_build (McActDialog *dialog, GError **error)
{
  McSeatAct act = read_act (MC_APPOINT_DIALOG (dialog));
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autofree char *decision = mc_form_get (form, "decision_no");

  return mc_seat_change_appoint (mc_act_dialog_get_session (dialog), &act, decision,
                                 mc_form_get_day (form, "decision_date"));
}

static DexFuture *
frame_fiber (gpointer data)
{
  McAppointDialog *self = data;
  guint stamp = self->stamp;
  g_autoptr (McLegalFrame) frame =
      dex_await_object (mc_seat_frame_appoint (mc_act_dialog_get_session (MC_ACT_DIALOG (self)), &self->framed), NULL);

  if (stamp == self->stamp && frame && mc_act_dialog_get_session (MC_ACT_DIALOG (self)))
    mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  return dex_future_new_true ();
}

static void
mc_appoint_dialog_changed (McActDialog *dialog)
{
  McAppointDialog *self = MC_APPOINT_DIALOG (dialog);
  McSeatAct act = read_act (self);

  mc_act_dialog_judge (dialog, act.day);
  if (act_equal (&act, &self->framed))
    return;
  self->framed = act;
  self->stamp++;
  if (act.person && act.seat && act.day != MC_DAY_NONE)
    dex_future_disown (dex_scheduler_spawn (NULL, 0, frame_fiber, g_object_ref (self), g_object_unref));
  else
    mc_act_dialog_set_frame (dialog, NULL);
}

static gboolean
is_here (gpointer item, gpointer user_data)
{
  McStaffEntry *entry = item;

  return entry->state == MC_STAFF_STATE_PRESENT || entry->state == MC_STAFF_STATE_STANDBY ||
         entry->state == MC_STAFF_STATE_PLANNED;
}

/* A post that is held beside another is so from the start. */
static void
seat_chosen_cb (McAppointDialog *self)
{
  McEntity *seat = adw_combo_row_get_selected_item (self->seat_row);

  if (MC_IS_SEAT_ENTRY (seat))
    adw_switch_row_set_active (self->besides_row, MC_SEAT_ENTRY (seat)->concurrent);
}

static void
mc_appoint_dialog_dispose (GObject *object)
{
  McAppointDialog *self = MC_APPOINT_DIALOG (object);

  self->stamp++;
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_APPOINT_DIALOG);
  g_clear_object (&self->from);
  G_OBJECT_CLASS (mc_appoint_dialog_parent_class)->dispose (object);
}

static void
mc_appoint_dialog_class_init (McAppointDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_appoint_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_appoint_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_appoint_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/org-chart/mc-appoint-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McAppointDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, McAppointDialog, seat_row);
  gtk_widget_class_bind_template_child (widget_class, McAppointDialog, besides_row);
  gtk_widget_class_bind_template_child (widget_class, McAppointDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, McAppointDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McAppointDialog, decision_date_row);
}

static void
mc_appoint_dialog_init (McAppointDialog *self)
{
  self->framed.day = MC_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_inputs (McAppointDialog *self, McSession *session)
{
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  McDay day = mc_session_get_as_of (session);
  g_autoptr (GListModel) people =
      G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (mc_session_list (session, MC_TYPE_STAFF_ENTRY, day)),
                                               GTK_FILTER (gtk_custom_filter_new (is_here, NULL, NULL))));
  g_autoptr (McLiveList) seats = mc_session_list (session, MC_TYPE_SEAT_ENTRY, day);

  mc_reference_setup_model (self->person_row, people, MC_TYPE_STAFF_ENTRY);
  mc_reference_setup_model (self->seat_row, G_LIST_MODEL (seats), MC_TYPE_SEAT_ENTRY);
  mc_form_add_reference (form, "person_id", self->person_row);
  mc_form_add_reference (form, "seat_id", self->seat_row);
  mc_form_add_switch (form, "concurrent", self->besides_row);
  mc_form_add_day (form, "from", self->day_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  g_signal_connect_object (self->seat_row, "notify::selected-item", G_CALLBACK (seat_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  mc_date_row_set_day (self->day_row, day);
}

AdwDialog *
mc_appoint_dialog_new (McSession *session, gint64 person, McOrgSeat *seat, McOrgSeat *from)
{
  static const char *const required[] = { "person_id", "seat_id", "from", NULL };
  McAppointDialog *self = g_object_new (MC_TYPE_APPOINT_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *who = person ? g_strdup_printf ("%" G_GINT64_FORMAT, person) : NULL;
  g_autofree char *where = seat ? g_strdup_printf ("%" G_GINT64_FORMAT, seat->seat_id) : NULL;
  g_autofree char *key = g_strdup_printf ("seat/%s/appoint/%s", where ? where : "0", who ? who : "0");

  g_set_object (&self->from, from);
  add_inputs (self, session);
  mc_form_set (form, "person_id", who);
  mc_form_set (form, "seat_id", where);
  if (seat)
    adw_switch_row_set_active (self->besides_row, seat->post_concurrent);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  mc_appoint_dialog_changed (MC_ACT_DIALOG (self));
  return ADW_DIALOG (self);
}
