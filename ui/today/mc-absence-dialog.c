/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-dialog.h"

#include <glib/gi18n.h>

#include "mc-clock.h"
#include "mc-error.h"
#include "mc-leave-words.h"
#include "mc-reference.h"
#include "mc-staff-entry.h"
#include "mc-standing-effect.h"

struct _McAbsenceDialog
{
  McActDialog parent_instance;

  McStandingEffect *standing;
  McLiveList *staff;
  McLeaveView *leave;
  McDay day;        /* as it was asked for */
  gboolean touched; /* the days are a person's choice */
  gboolean proposing;

  AdwComboRow *person_row;
  AdwComboRow *kind_row;
  AdwComboRow *half_row;
  McDateRow *from_row;
  McDateRow *last_row;
  GtkEditable *note_row;
  GtkEditable *hours_row;
  AdwSwitchRow *agreed_row;
  AdwActionRow *home_row;
  AdwActionRow *balance_row;
  AdwActionRow *effect_row;
  AdwActionRow *law_row;
};

G_DEFINE_FINAL_TYPE (McAbsenceDialog, mc_absence_dialog, MC_TYPE_ACT_DIALOG)

/* "08:00-09:30"; nothing where the whole half is meant. */
static gboolean
read_hours (McAbsenceDialog *self, McAbsence *absence, GError **error)
{
  const char *text = gtk_editable_get_text (self->hours_row);
  g_auto (GStrv) parts = g_strsplit_set (text, "-–", 2);
  int starts, ends;

  if (absence->half == MC_HALF_DAY || !*text)
    return TRUE;
  starts = mc_clock_parse (parts[0]);
  ends = parts[1] ? mc_clock_parse (parts[1]) : MC_CLOCK_NONE;
  if (starts == MC_CLOCK_NONE || ends <= starts)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Hours are written as 08:00-09:30."));
      return FALSE;
    }
  absence->starts = mc_clock_format (starts);
  absence->ends = mc_clock_format (ends);
  return TRUE;
}

/* What the form says; NULL with @error where it cannot be read. */
static McAbsence *
read_absence (McAbsenceDialog *self, McAbsenceKind *kind, GError **error)
{
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  McDay from = mc_date_row_get_day (self->from_row), last = mc_date_row_get_day (self->last_row);
  g_autoptr (McAbsence) absence = mc_absence_new ();
  McLeaveItem item = { absence, MC_ABSENCE_KIND_NONE };

  if (from == MC_DAY_NONE || last < from)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The last day lies before the first."));
      return NULL;
    }
  *kind = item.kind = (McAbsenceKind)adw_combo_row_get_selected (self->kind_row);
  absence->person_id = mc_form_get_reference (form, "person_id");
  absence->during = (McPeriod){ from, last + 1 };
  absence->half = (McHalf)adw_combo_row_get_selected (self->half_row);
  absence->excused = item.kind != MC_ABSENCE_KIND_NONE;
  absence->state = mc_leave_first_state (item.kind);
  if (absence->state == MC_ABSENCE_REQUESTED && adw_switch_row_get_active (self->agreed_row))
    absence->state = MC_ABSENCE_AGREED;
  if (!read_hours (self, absence, error))
    return NULL;
  if (mc_leave_view_needs_home_word (self->leave, &item))
    absence->home_word = MC_HOME_WORD_AWAITED;
  return g_steal_pointer (&absence);
}

static DexFuture *
mc_absence_dialog_build (McActDialog *dialog, GError **error)
{
  McAbsenceDialog *self = MC_ABSENCE_DIALOG (dialog);
  McStaffEntry *who = adw_combo_row_get_selected_item (self->person_row);
  McAbsenceKind kind = MC_ABSENCE_KIND_NONE;
  g_autoptr (McAbsence) absence = read_absence (self, &kind, error);
  g_autoptr (McChange) change = NULL;
  g_autofree char *label = NULL;

  if (!absence)
    return NULL;
  label = g_strdup_printf (_ ("Report the absence of %s"), MC_IS_STAFF_ENTRY (who) ? who->full_name : "");
  change = mc_change_new (label);
  mc_change_insert (change, MC_ENTITY (absence));
  if (kind != MC_ABSENCE_KIND_NONE)
    {
      g_autoptr (McAbsenceReason) reason = mc_absence_reason_new ();

      reason->kind = kind;
      reason->note = mc_form_get (mc_act_dialog_get_form (dialog), "note");
      mc_change_insert (change, MC_ENTITY (reason));
      mc_change_link (change, MC_ENTITY (reason), "absence_id", MC_ENTITY (absence));
    }
  return dex_future_new_take_object (g_steal_pointer (&change));
}

static void
mc_absence_dialog_changed (McActDialog *dialog)
{
  McAbsenceDialog *self = MC_ABSENCE_DIALOG (dialog);
  static const char *const leaders[] = { "director", "deputy", NULL };
  const char *role = mc_session_get_group_role (mc_act_dialog_get_session (dialog));
  McAbsenceKind kind = MC_ABSENCE_KIND_NONE;
  g_autoptr (McAbsence) absence = read_absence (self, &kind, NULL);
  McLeaveItem item = { absence, kind };
  g_autofree char *effect = NULL;
  g_autofree char *title = NULL;
  g_autofree char *balance = NULL;
  g_autofree char *law = NULL;
  g_autofree char *cites = NULL;
  gboolean asks =
      mc_leave_first_state ((McAbsenceKind)adw_combo_row_get_selected (self->kind_row)) == MC_ABSENCE_REQUESTED;

  gtk_widget_set_visible (GTK_WIDGET (self->hours_row), adw_combo_row_get_selected (self->half_row) != MC_HALF_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->agreed_row), asks && role && g_strv_contains (leaders, role));
  g_object_set (self, "verb", asks ? _ ("_Ask for Leave") : _ ("_Report"), NULL);
  if (!absence || absence->person_id == 0)
    {
      mc_leave_words_show (self->effect_row, "", NULL);
      mc_leave_words_show (self->balance_row, "", NULL);
      mc_leave_words_show (self->law_row, "", NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->home_row), FALSE);
      return;
    }
  effect = mc_standing_effect_dup (self->standing, absence->person_id, absence->during.from);
  mc_leave_words_show (self->effect_row, effect, NULL);
  balance = mc_leave_words_balance (self->leave, &item, &title);
  mc_leave_words_show (self->balance_row, title ? title : "", balance);
  gtk_widget_set_visible (GTK_WIDGET (self->home_row), absence->home_word == MC_HOME_WORD_AWAITED);
  adw_action_row_set_subtitle (self->home_row, _ ("Awaited after the centre has agreed"));
  law = mc_leave_words_law (self->leave, &item, mc_session_get_today (mc_act_dialog_get_session (dialog)), &cites);
  mc_leave_words_show (self->law_row, law, cites);
}

/* Nobody is away on a day that is not worked; of today, what is over is no matter any more. */
static void
propose (McAbsenceDialog *self)
{
  gboolean today = self->day == mc_session_get_today (mc_act_dialog_get_session (MC_ACT_DIALOG (self)));
  McDaySession session = MC_DAY_SESSION_MORNING;
  McDay day = self->day;

  if (self->touched)
    return;
  if (mc_leave_view_get_ready (self->leave))
    day = mc_work_calendar_next_session (mc_leave_view_get_calendar (self->leave), self->day,
                                         today ? mc_clock_now () : 0, &session);
  self->proposing = TRUE;
  mc_date_row_set_day (self->from_row, day);
  mc_date_row_set_day (self->last_row, day);
  adw_combo_row_set_selected (self->half_row, session == MC_DAY_SESSION_AFTERNOON ? MC_HALF_AFTERNOON : MC_HALF_DAY);
  self->proposing = FALSE;
}

static void
leave_changed_cb (McAbsenceDialog *self)
{
  propose (self);
  mc_absence_dialog_changed (MC_ACT_DIALOG (self));
}

static void
touched_cb (McAbsenceDialog *self)
{
  if (!self->proposing)
    self->touched = TRUE;
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
  g_clear_object (&self->standing);
  g_clear_object (&self->staff);
  g_clear_object (&self->leave);
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
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, hours_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, agreed_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, home_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, balance_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, effect_row);
  gtk_widget_class_bind_template_child (widget_class, McAbsenceDialog, law_row);
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
  const struct
  {
    gpointer row;
    const char *signal;
  } choices[] = {
    { self->from_row, "notify::day" },
    { self->last_row, "notify::day" },
    { self->half_row, "notify::selected" },
  };

  self->day = day;
  self->leave = mc_leave_view_new (session);
  g_signal_connect_object (self->leave, "changed", G_CALLBACK (leave_changed_cb), self, G_CONNECT_SWAPPED);
  self->standing = mc_standing_effect_new (session, day);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  people = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->staff)),
                                                    GTK_FILTER (gtk_custom_filter_new (is_here, NULL, NULL))));
  mc_reference_setup_model (self->person_row, people, MC_TYPE_STAFF_ENTRY);
  fill_choices (self);
  mc_form_add_reference (form, "person_id", self->person_row);
  mc_form_add_day (form, "from", self->from_row);
  mc_form_add_day (form, "last", self->last_row);
  mc_form_add_hidden (form, "note", self->note_row);
  mc_form_add_text (form, "hours", self->hours_row);
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (mc_absence_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->half_row, "notify::selected", G_CALLBACK (mc_absence_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  propose (self);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_object (choices[i].row, choices[i].signal, G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  mc_form_set (form, "person_id", who);
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  mc_act_dialog_keep_draft (MC_ACT_DIALOG (self), "absence");
  mc_absence_dialog_changed (MC_ACT_DIALOG (self));
  return ADW_DIALOG (self);
}
