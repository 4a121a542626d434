/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-close-dialog.h"

#include <glib/gi18n.h>

#include "mc-counter-actions.h"

struct _McCloseDialog
{
  McActDialog parent_instance;

  McCounter *counter;
  McCounterAssignment *assignment;

  GtkLabel *who;
  McDateRow *day_row;
};

G_DEFINE_FINAL_TYPE (McCloseDialog, mc_close_dialog, MC_TYPE_ACT_DIALOG)

static DexFuture *
mc_close_dialog_build (McActDialog *dialog, GError **error)
{
  McCloseDialog *self = MC_CLOSE_DIALOG (dialog);
  McSession *session = mc_act_dialog_get_session (dialog);
  McDay last = mc_form_get_day (mc_act_dialog_get_form (dialog), "last_day");

  if (self->counter)
    return mc_counter_change_close (session, self->counter, last);
  return dex_future_new_take_object (mc_counter_change_end (session, self->assignment, last));
}

static void
mc_close_dialog_dispose (GObject *object)
{
  McCloseDialog *self = MC_CLOSE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_CLOSE_DIALOG);
  g_clear_object (&self->counter);
  g_clear_object (&self->assignment);
  G_OBJECT_CLASS (mc_close_dialog_parent_class)->dispose (object);
}

static void
mc_close_dialog_class_init (McCloseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_close_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_close_dialog_build;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-close-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McCloseDialog, who);
  gtk_widget_class_bind_template_child (widget_class, McCloseDialog, day_row);
}

static void
mc_close_dialog_init (McCloseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static McCloseDialog *
create (McSession *session, const char *title, const char *verb, const char *who)
{
  static const char *const required[] = { "last_day", NULL };
  McCloseDialog *self = g_object_new (MC_TYPE_CLOSE_DIALOG, "session", session, "title", title, "verb", verb, NULL);

  gtk_label_set_label (self->who, who);
  mc_date_row_set_day (self->day_row, mc_session_get_as_of (session));
  mc_form_add_day (mc_act_dialog_get_form (MC_ACT_DIALOG (self)), "last_day", self->day_row);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return self;
}

AdwDialog *
mc_close_dialog_new (McSession *session, McCounter *counter)
{
  /* Translators: number and name of a counter */
  g_autofree char *who = g_strdup_printf (
      _ ("Counter %d “%s” closes, with its agencies, fields, equipment and people."), counter->number, counter->name);
  McCloseDialog *self = create (session, _ ("Close the Counter"), _ ("_Close the Counter"), who);

  /* As it is now: the object of the list follows what others save. */
  self->counter = mc_entity_clone (counter);
  return ADW_DIALOG (self);
}

AdwDialog *
mc_close_dialog_new_for (McSession *session, McCounterAssignment *assignment, const char *who)
{
  g_autofree char *period = mc_period_format_people (assignment->during);
  g_autofree char *text = g_strdup_printf ("%s · %s", who, period);
  McCloseDialog *self = create (session, _ ("End the Work at the Counter"), _ ("_End the Work"), text);

  self->assignment = mc_entity_clone (assignment);
  return ADW_DIALOG (self);
}
