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
  GPtrArray
      *frames; /* McLegalFrame of each entry, NULL where there is none; NULL as long as the tours are on the way */
  McLiveList *tours;
  McLiveList *appointments;
  McLiveList *counters;

  GtkLabel *who;
  GtkLabel *terms;
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

static McLegalFrame *
frame_at (McBulkExtendDialog *self, guint i)
{
  return self->frames ? g_ptr_array_index (self->frames, i) : NULL;
}

static gboolean
is_left_out (McBulkExtendDialog *self, guint i)
{
  McLegalFrame *frame = frame_at (self, i);

  return frame && mc_legal_frame_get_blocked (frame);
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

      if (is_left_out (self, i))
        continue;
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

/* The frame that binds all: of those who can be extended, the one that ends first. */
static McLegalFrame *
find_strictest (McBulkExtendDialog *self)
{
  McLegalFrame *strictest = NULL;

  for (guint i = 0; self->frames && i < self->frames->len; i++)
    {
      McLegalFrame *frame = frame_at (self, i);
      McDay latest = frame ? mc_legal_frame_get_latest (frame) : MC_DAY_NONE;

      if (frame && !is_left_out (self, i) &&
          (!strictest || (latest != MC_DAY_NONE && (mc_legal_frame_get_latest (strictest) == MC_DAY_NONE ||
                                                    latest < mc_legal_frame_get_latest (strictest)))))
        strictest = frame;
    }
  return strictest;
}

static char *
describe_term (McBulkExtendDialog *self, guint i, McDay day)
{
  McLegalFrame *frame = frame_at (self, i);
  const char *name = ((McStaffEntry *)g_ptr_array_index (self->entries, i))->full_name;
  McDay latest = frame ? mc_legal_frame_get_latest (frame) : MC_DAY_NONE;
  g_autofree char *text = latest != MC_DAY_NONE ? mc_day_format (latest) : NULL;
  g_autofree char *wrong = frame && day != MC_DAY_NONE ? mc_legal_frame_judge_date (frame, day) : NULL;

  if (is_left_out (self, i))
    return g_strdup_printf (_ ("%s is left out. %s"), name, mc_legal_frame_get_blocked (frame));
  if (!text)
    return g_strdup_printf (_ ("%s: the law sets no term"), name);
  return wrong ? g_strdup_printf (_ ("%s: at the latest until %s. %s"), name, text, wrong)
               : g_strdup_printf (_ ("%s: at the latest until %s"), name, text);
}

/* Whoever came earlier reaches the longest term earlier: where the frames differ, each stands beside its person. */
static void
show_terms (McBulkExtendDialog *self)
{
  McLegalFrame *strictest = find_strictest (self);
  McDay day = mc_date_row_get_day (self->until_row);
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean differ = FALSE;

  for (guint i = 0; self->frames && i < self->frames->len; i++)
    {
      McLegalFrame *frame = frame_at (self, i);
      g_autofree char *line = describe_term (self, i, day);

      g_string_append_printf (lines, "%s%s", i ? "\n" : "", line);
      differ |= !frame || !strictest || is_left_out (self, i) ||
                mc_legal_frame_get_latest (frame) != mc_legal_frame_get_latest (strictest);
    }
  gtk_label_set_label (self->terms, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->terms), differ);
}

static void
mc_bulk_extend_dialog_changed (McActDialog *dialog)
{
  show_terms (MC_BULK_EXTEND_DIALOG (dialog));
  mc_act_dialog_judge (dialog, mc_date_row_get_day (MC_BULK_EXTEND_DIALOG (dialog)->until_row));
}

static void
unref_frame (gpointer frame)
{
  g_clear_object (&frame);
}

/* Frames are known once the tours are: the dialog may be the first to ask for them. */
static DexFuture *
frames_fiber (gpointer user_data)
{
  McBulkExtendDialog *self = user_data;
  McSession *session = mc_act_dialog_get_session (MC_ACT_DIALOG (self));
  g_autoptr (GPtrArray) frames = g_ptr_array_new_full (self->entries->len, NULL);
  McLegalFrame *frame;

  dex_await (mc_live_list_when_ready (self->tours), NULL);
  /* Closed meanwhile. */
  if (!self->entries)
    return dex_future_new_false ();
  g_ptr_array_set_free_func (frames, unref_frame);
  for (guint i = 0; i < self->entries->len; i++)
    {
      McStaffEntry *entry = g_ptr_array_index (self->entries, i);
      McTour *tour = mc_live_list_get_by_id (self->tours, entry->tour_id);

      g_ptr_array_add (frames, tour ? mc_tour_frame_extend (session, tour) : NULL);
    }
  self->frames = g_steal_pointer (&frames);
  frame = find_strictest (self);
  if (!frame)
    frame = frame_at (self, 0);
  if (frame && mc_date_row_get_day (self->until_row) == MC_DAY_NONE)
    mc_date_row_set_day (self->until_row, mc_legal_frame_get_suggested (frame));
  mc_act_dialog_set_frame (MC_ACT_DIALOG (self), frame);
  show_terms (self);
  return dex_future_new_true ();
}

static void
mc_bulk_extend_dialog_dispose (GObject *object)
{
  McBulkExtendDialog *self = MC_BULK_EXTEND_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_BULK_EXTEND_DIALOG);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->frames, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, McBulkExtendDialog, terms);
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
  static const char *const required[] = { "until", "decision_no", "decision_date", NULL };
  McBulkExtendDialog *self = g_object_new (MC_TYPE_BULK_EXTEND_DIALOG, "session", session, NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));

  self->entries = g_ptr_array_ref (entries);
  self->tours = mc_session_list (session, MC_TYPE_TOUR, MC_DAY_NONE);
  self->appointments = mc_session_list (session, MC_TYPE_APPOINTMENT, MC_DAY_NONE);
  self->counters = mc_session_list (session, MC_TYPE_COUNTER_ASSIGNMENT, MC_DAY_NONE);
  show_who (self);
  mc_form_add_day (form, "until", self->until_row);
  mc_form_add_text (form, "decision_no", self->decision_row);
  mc_form_add_day (form, "decision_date", self->decision_date_row);
  mc_form_add_text (form, "signer", self->signer_row);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, frames_fiber, g_object_ref (self), g_object_unref));
  return ADW_DIALOG (self);
}
