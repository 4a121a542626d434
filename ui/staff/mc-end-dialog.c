/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-end-dialog.h"

#include <glib/gi18n.h>

#include "mc-tour-actions.h"

/* In the order of the lines to choose from. */
static const McTourEnd reasons[] = { MC_TOUR_END_RECALLED, MC_TOUR_END_EXPIRED, MC_TOUR_END_OTHER };

struct _McEndDialog
{
  McActDialog parent_instance;

  McTour *tour;
  guint framed; /* the line that the frame was made for */

  GtkLabel *who;
  AdwComboRow *reason_row;
  McDateRow *day_row;
  GtkEditable *decision_row;
  GtkEditable *note_row;
};

G_DEFINE_FINAL_TYPE (McEndDialog, mc_end_dialog, MC_TYPE_ACT_DIALOG)

static McTourEnd
get_reason (McEndDialog *self)
{
  guint at = adw_combo_row_get_selected (self->reason_row);

  return at < G_N_ELEMENTS (reasons) ? reasons[at] : MC_TOUR_END_OTHER;
}

static DexFuture *
mc_end_dialog_build (McActDialog *dialog, GError **error)
{
  McEndDialog *self = MC_END_DIALOG (dialog);
  McForm *form = mc_act_dialog_get_form (dialog);
  g_autofree char *decision = mc_form_get (form, "decision_no");
  g_autofree char *note = mc_form_get (form, "note");

  return mc_tour_change_end (mc_act_dialog_get_session (dialog), self->tour, mc_form_get_day (form, "day"),
                             get_reason (self), decision, note);
}

/* Each reason has its own frame. A term that is over ends by the decision that began it; all else needs one. */
static void
update_frame (McEndDialog *self)
{
  static const char *const by_term[] = { "day", NULL };
  static const char *const by_decision[] = { "day", "decision_no", NULL };
  g_autoptr (McLegalFrame) frame =
      mc_tour_frame_end (mc_act_dialog_get_session (MC_ACT_DIALOG (self)), self->tour, get_reason (self));

  self->framed = adw_combo_row_get_selected (self->reason_row);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), get_reason (self) == MC_TOUR_END_EXPIRED ? by_term : by_decision);
}

static void
mc_end_dialog_changed (McActDialog *dialog)
{
  McEndDialog *self = MC_END_DIALOG (dialog);

  if (self->framed != adw_combo_row_get_selected (self->reason_row))
    update_frame (self);
  mc_act_dialog_judge (dialog, mc_date_row_get_day (self->day_row));
}

static void
reason_changed_cb (McEndDialog *self)
{
  if (self->tour)
    mc_end_dialog_changed (MC_ACT_DIALOG (self));
}

static void
mc_end_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_END_DIALOG);
  g_clear_object (&MC_END_DIALOG (object)->tour);
  G_OBJECT_CLASS (mc_end_dialog_parent_class)->dispose (object);
}

static void
mc_end_dialog_class_init (McEndDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_end_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_end_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_end_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McEndDialog, who);
  gtk_widget_class_bind_template_child (widget_class, McEndDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, McEndDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, McEndDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McEndDialog, note_row);
}

static void
mc_end_dialog_init (McEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_end_dialog_new (McSession *session, McTour *tour, const char *name)
{
  McEndDialog *self = g_object_new (MC_TYPE_END_DIALOG, "session", session, "title", _ ("End the Tour"), "verb",
                                    _ ("_End the Tour"), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *key = g_strdup_printf ("tour/%" G_GINT64_FORMAT "/end", mc_entity_get_id (MC_ENTITY (tour)));
  g_autofree char *period = mc_period_format_people (tour->during);
  g_autofree char *who = g_strdup_printf ("%s · %s", name, period);

  self->tour = g_object_ref (tour);
  gtk_label_set_label (self->who, who);
  mc_date_row_set_day (self->day_row, mc_session_get_today (session));
  mc_form_add_day (form, "day", self->day_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_text (form, "note", self->note_row);
  g_signal_connect_object (self->reason_row, "notify::selected", G_CALLBACK (reason_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_frame (self);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), key);
  return ADW_DIALOG (self);
}
