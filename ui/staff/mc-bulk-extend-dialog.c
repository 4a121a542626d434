/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-bulk-extend-dialog.h"

#include <glib/gi18n.h>

#include "mc-appointment.h"
#include "mc-counter-assignment.h"
#include "mc-error.h"
#include "mc-holdings.h"
#include "mc-staff-entry.h"
#include "mc-tour-actions.h"
#include "mc-tour-extension.h"

struct _McBulkExtendDialog
{
  McActDialog parent_instance;

  GPtrArray *entries;
  McLiveList *tours;
  McLiveList *appointments;
  McLiveList *counters;

  GtkLabel *who;
  McDateRow *until_row;
  GtkEditable *decision_row;
  McDateRow *decision_date_row;
  GtkEditable *signer_row;
};

G_DEFINE_FINAL_TYPE (McBulkExtendDialog, mc_bulk_extend_dialog, MC_TYPE_ACT_DIALOG)

static McDay
planned_end (McTour *tour)
{
  return tour->planned_until != MC_DAY_NONE ? tour->planned_until : tour->during.until;
}

static gboolean
extend (McBulkExtendDialog *self, McChange *change, McTour *tour, McDay until, GError **error)
{
  g_autoptr (McTour) after = mc_entity_clone (tour);
  g_autoptr (McTourExtension) extension = mc_tour_extension_new ();

  if (!mc_form_store (mc_act_dialog_get_form (MC_ACT_DIALOG (self)), MC_ENTITY (extension), error))
    return FALSE;
  extension->tour_id = mc_entity_get_id (MC_ENTITY (tour));
  extension->old_until = planned_end (tour);
  extension->new_until = until;
  after->planned_until = until;
  if (tour->during.until != MC_DAY_NONE)
    {
      after->during.until = until;
      mc_holdings_extend (change, G_LIST_MODEL (self->appointments), tour->person_id, tour->during.until, until);
      mc_holdings_extend (change, G_LIST_MODEL (self->counters), tour->person_id, tour->during.until, until);
    }
  mc_change_update (change, MC_ENTITY (tour), MC_ENTITY (after));
  mc_change_insert (change, MC_ENTITY (extension));
  return TRUE;
}

static DexFuture *
build_fiber (gpointer user_data)
{
  McBulkExtendDialog *self = user_data;
  McDay until = mc_date_row_get_day (self->until_row) + 1;
  g_autofree char *label =
      g_strdup_printf (g_dngettext (NULL, "Extend %u tour", "Extend %u tours", self->entries->len), self->entries->len);
  g_autoptr (McChange) change = mc_change_new (label);
  GError *error = NULL;

  if (!dex_await (mc_live_list_when_ready (self->tours), &error) ||
      !dex_await (mc_live_list_when_ready (self->appointments), &error) ||
      !dex_await (mc_live_list_when_ready (self->counters), &error))
    return dex_future_new_for_error (error);
  for (guint i = 0; i < self->entries->len; i++)
    {
      McStaffEntry *entry = g_ptr_array_index (self->entries, i);
      McTour *tour = mc_live_list_get_by_id (self->tours, entry->tour_id);

      if (!tour || planned_end (tour) >= until)
        return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("The tour of %s does not end before that day."),
                                      entry->full_name);
      if (!extend (self, change, tour, until, &error))
        return dex_future_new_for_error (error);
    }
  return dex_future_new_take_object (g_steal_pointer (&change));
}

static DexFuture *
mc_bulk_extend_dialog_build (McActDialog *dialog, GError **error)
{
  return dex_scheduler_spawn (NULL, 0, build_fiber, g_object_ref (dialog), g_object_unref);
}

static void
mc_bulk_extend_dialog_changed (McActDialog *dialog)
{
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_BULK_EXTEND_DIALOG (dialog)->until_row));
}

static void
mc_bulk_extend_dialog_dispose (GObject *object)
{
  McBulkExtendDialog *self = MC_BULK_EXTEND_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_BULK_EXTEND_DIALOG);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->tours);
  g_clear_object (&self->appointments);
  g_clear_object (&self->counters);
  G_OBJECT_CLASS (mc_bulk_extend_dialog_parent_class)->dispose (object);
}

static void
mc_bulk_extend_dialog_class_init (McBulkExtendDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_bulk_extend_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_bulk_extend_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->changed = mc_bulk_extend_dialog_changed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-bulk-extend-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McBulkExtendDialog, who);
  gtk_widget_class_bind_template_child (widget_class, McBulkExtendDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, McBulkExtendDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, McBulkExtendDialog, decision_date_row);
  gtk_widget_class_bind_template_child (widget_class, McBulkExtendDialog, signer_row);
}

static void
mc_bulk_extend_dialog_init (McBulkExtendDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever came first reaches the longest term first: that tour's frame binds all of them. */
static McLegalFrame *
find_frame (McBulkExtendDialog *self, McSession *session)
{
  McStaffEntry *first = NULL;
  McTour *tour;

  for (guint i = 0; i < self->entries->len; i++)
    {
      McStaffEntry *entry = g_ptr_array_index (self->entries, i);

      if (!first || entry->chain_from < first->chain_from)
        first = entry;
    }
  tour = first ? mc_live_list_get_by_id (self->tours, first->tour_id) : NULL;
  return tour ? mc_tour_frame_extend (session, tour) : NULL;
}

static void
show_who (McBulkExtendDialog *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "",
                            ((McStaffEntry *)g_ptr_array_index (self->entries, i))->full_name);
  gtk_label_set_label (self->who, names->str);
  g_string_free (names, TRUE);
}

AdwDialog *
mc_bulk_extend_dialog_new (McSession *session, GPtrArray *entries)
{
  static const char *const required[] = { "until", NULL };
  McBulkExtendDialog *self = g_object_new (MC_TYPE_BULK_EXTEND_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autoptr (McLegalFrame) frame = NULL;

  self->entries = g_ptr_array_ref (entries);
  self->tours = mc_session_list (session, MC_TYPE_TOUR, MC_DAY_NONE);
  self->appointments = mc_session_list (session, MC_TYPE_APPOINTMENT, MC_DAY_NONE);
  self->counters = mc_session_list (session, MC_TYPE_COUNTER_ASSIGNMENT, MC_DAY_NONE);
  show_who (self);
  mc_form_add_day (form, "until", self->until_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_form_add_text (form, "signer", self->signer_row);
  frame = find_frame (self, session);
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return ADW_DIALOG (self);
}
