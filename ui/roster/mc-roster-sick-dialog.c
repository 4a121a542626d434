/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-sick-dialog.h"

#include <glib/gi18n.h>

#include "mc-absence-act.h"
#include "mc-absence-reason.h"
#include "mc-calendar-view.h"
#include "mc-clock.h"
#include "mc-date-row.h"
#include "mc-draft-list.h"
#include "mc-leave-days.h"
#include "mc-needle.h"
#include "mc-outlook-view.h"
#include "mc-paper-template.h"
#include "mc-setting.h"
#include "mc-staff-entry.h"

struct _McRosterSickDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McLiveList *staff;
  McLiveList *templates;
  McLiveList *settings; /* of the papers: read while it is chosen */
  McCalendarView *calendar;
  McAbsenceOutlook *outlook;
  gint64 person;
  McDay day;        /* from which on the first session that is worked is proposed */
  gboolean exact;   /* that very day is meant */
  gboolean touched; /* somebody has said which days */
  char *needle;
  GArray *kinds; /* McAbsenceKind of each reason that is offered */
  gboolean choosing;

  AdwNavigationView *navigation;
  AdwNavigationPage *what_page;
  GtkSearchEntry *search;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  McOutlookView *ways;
  McDateRow *from_row;
  McDateRow *last_row;
  AdwComboRow *half_row;
  AdwComboRow *kind_row;
  AdwStatusPage *done;
  McDraftList *drafts;
};

G_DEFINE_FINAL_TYPE (McRosterSickDialog, mc_roster_sick_dialog, ADW_TYPE_DIALOG)

static McPeriod
get_days (McRosterSickDialog *self)
{
  return (McPeriod){ mc_date_row_get_day (self->from_row), mc_date_row_get_day (self->last_row) + 1 };
}

static gboolean
days_are_good (McRosterSickDialog *self)
{
  return mc_date_row_get_valid (self->from_row) && mc_date_row_get_valid (self->last_row) &&
         mc_date_row_get_day (self->from_row) != MC_DAY_NONE &&
         mc_date_row_get_day (self->from_row) <= mc_date_row_get_day (self->last_row);
}

static McAbsenceKind
get_kind (McRosterSickDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return selected < self->kinds->len ? g_array_index (self->kinds, McAbsenceKind, selected) : MC_ABSENCE_KIND_NONE;
}

/* --- Writing it --- */

static void
add_reason (McRosterSickDialog *self, McChange *change, McAbsence *absence)
{
  McAbsenceKind kind = get_kind (self);
  g_autoptr (McAbsenceReason) reason = NULL;

  if (kind == MC_ABSENCE_KIND_NONE)
    return;
  reason = mc_absence_reason_new ();
  reason->kind = kind;
  mc_change_insert (change, MC_ENTITY (reason));
  mc_change_link (change, MC_ENTITY (reason), "absence_id", MC_ENTITY (absence));
}

/* @answer: 0: the absence alone. */
static McChange *
make_change (McRosterSickDialog *self, guint answer, GPtrArray **papers)
{
  McStaffEntry *who = mc_live_list_get_by_id (self->staff, self->person);
  g_autoptr (McAbsence) absence = mc_absence_new ();
  g_autofree char *label = g_strdup_printf (_ ("Report the absence of %s"), who ? who->full_name : "");
  McChange *change;

  absence->person_id = self->person;
  absence->during = get_days (self);
  absence->half = (McHalf)adw_combo_row_get_selected (self->half_row);
  absence->excused = get_kind (self) != MC_ABSENCE_KIND_NONE;
  absence->state = MC_ABSENCE_REPORTED;
  if (answer)
    change =
        mc_absence_act_build (self->session, self->outlook, answer, absence, G_LIST_MODEL (self->templates), papers);
  else
    {
      change = mc_change_new (label);
      mc_change_insert (change, MC_ENTITY (absence));
      *papers = g_ptr_array_new ();
    }
  add_reason (self, change, absence);
  return change;
}

static void
chosen_cb (McRosterSickDialog *self, guint answer)
{
  const McAbsenceStage stage = { ADW_DIALOG (self), GTK_WIDGET (self->ways), self->navigation, self->done,
                                 self->drafts };
  g_autoptr (McChange) change = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  if (!days_are_good (self))
    return;
  change = make_change (self, answer, &papers);
  dex_future_disown (mc_absence_act_keep (&stage, self->session, change, papers));
}

static void
opened_cb (McRosterSickDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- When --- */

static void
ask (McRosterSickDialog *self)
{
  if (self->outlook && self->person && days_are_good (self))
    mc_absence_outlook_ask (self->outlook, self->person, get_days (self),
                            (McHalf)adw_combo_row_get_selected (self->half_row));
}

/* Today, the sessions that are over are no matter any more; a Sunday or a holiday never was one. */
static void
propose (McRosterSickDialog *self)
{
  gboolean today = self->day == mc_session_get_today (self->session);
  McDaySession session = MC_DAY_SESSION_MORNING;
  McDay day = self->day;

  if (self->touched)
    return;
  if (!self->exact)
    day = mc_work_calendar_next_session (mc_calendar_view_get (self->calendar), self->day, today ? mc_clock_now () : 0,
                                         &session);
  self->choosing = TRUE;
  mc_date_row_set_day (self->from_row, day);
  mc_date_row_set_day (self->last_row, day);
  adw_combo_row_set_selected (self->half_row, session == MC_DAY_SESSION_AFTERNOON ? MC_HALF_AFTERNOON : MC_HALF_DAY);
  self->choosing = FALSE;
  ask (self);
}

static void
changed_cb (McRosterSickDialog *self)
{
  McDay first = mc_date_row_get_day (self->from_row);

  if (self->choosing)
    return;
  self->touched = TRUE;
  /* An absence that begins later ends no earlier. That it sets the last day calls this again. */
  if (first != MC_DAY_NONE && mc_date_row_get_day (self->last_row) < first)
    mc_date_row_set_day (self->last_row, first);
  else
    ask (self);
}

/* --- Who --- */

static void
choose_person (McRosterSickDialog *self, gint64 person)
{
  McStaffEntry *who = mc_live_list_get_by_id (self->staff, person);

  self->person = person;
  adw_navigation_page_set_title (self->what_page, who ? who->full_name : _ ("Absence"));
  adw_navigation_view_push_by_tag (self->navigation, "what");
  ask (self);
}

static void
person_cb (McRosterSickDialog *self, guint position)
{
  g_autoptr (McEntity) who = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (who)
    choose_person (self, mc_entity_get_id (who));
}

static void
search_activate_cb (McRosterSickDialog *self)
{
  person_cb (self, 0);
}

static gboolean
fits (gpointer item, gpointer data)
{
  McRosterSickDialog *self = data;
  McStaffEntry *who = item;
  const char *const words[] = { who->full_name, who->tour_agency_code };

  if (who->state != MC_STAFF_STATE_PRESENT && who->state != MC_STAFF_STATE_STANDBY)
    return FALSE;
  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

static void
search_changed_cb (McRosterSickDialog *self)
{
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
stop_search_cb (McRosterSickDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The dialog --- */

static void
mc_roster_sick_dialog_dispose (GObject *object)
{
  McRosterSickDialog *self = MC_ROSTER_SICK_DIALOG (object);

  if (self->filter)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->choosing = TRUE;
  if (self->calendar)
    g_signal_handlers_disconnect_by_func (self->calendar, propose, self);
  g_clear_object (&self->calendar);
  g_clear_object (&self->outlook);
  g_clear_object (&self->templates);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_SICK_DIALOG);
  g_clear_object (&self->staff);
  G_OBJECT_CLASS (mc_roster_sick_dialog_parent_class)->dispose (object);
}

static void
mc_roster_sick_dialog_finalize (GObject *object)
{
  McRosterSickDialog *self = MC_ROSTER_SICK_DIALOG (object);

  g_free (self->needle);
  g_array_unref (self->kinds);
  G_OBJECT_CLASS (mc_roster_sick_dialog_parent_class)->finalize (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, name)

static void
mc_roster_sick_dialog_class_init (McRosterSickDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_sick_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_sick_dialog_finalize;
  g_type_ensure (MC_TYPE_DATE_ROW);
  g_type_ensure (MC_TYPE_DRAFT_LIST);
  g_type_ensure (MC_TYPE_OUTLOOK_VIEW);
  g_type_ensure (MC_TYPE_STAFF_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-sick-dialog.ui");
  CHILD (navigation);
  CHILD (what_page);
  CHILD (search);
  CHILD (filtered);
  CHILD (filter);
  CHILD (sorted);
  CHILD (ways);
  CHILD (from_row);
  CHILD (last_row);
  CHILD (half_row);
  CHILD (kind_row);
  CHILD (done);
  CHILD (drafts);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
mc_roster_sick_dialog_init (McRosterSickDialog *self)
{
  self->choosing = TRUE;
  self->kinds = g_array_new (FALSE, FALSE, sizeof (McAbsenceKind));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, fits, self, NULL);
}

static void
add_kind (McRosterSickDialog *self, GtkStringList *names, McAbsenceKind kind, const char *name)
{
  gtk_string_list_append (names, name);
  g_array_append_val (self->kinds, kind);
}

/* What comes without being asked for; other leave waits for an answer, and has a form of its own. */
static void
fill_choices (McRosterSickDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL), halves = gtk_string_list_new (NULL);

  for (guint i = 1; mc_absence_kind_values[i].text; i++)
    if (mc_leave_first_state ((McAbsenceKind)i) == MC_ABSENCE_REPORTED)
      add_kind (self, kinds, (McAbsenceKind)i, _ (mc_absence_kind_values[i].label));
  add_kind (self, kinds, MC_ABSENCE_KIND_NONE, _ ("Without leave"));
  for (guint i = 0; mc_half_values[i].text; i++)
    gtk_string_list_append (halves, _ (mc_half_values[i].label));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->half_row, G_LIST_MODEL (halves));
}

AdwDialog *
mc_roster_sick_dialog_new (McSession *session, gint64 person, McDay day, gboolean exact)
{
  McRosterSickDialog *self = g_object_new (MC_TYPE_ROSTER_SICK_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->day = day;
  self->exact = exact;
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  self->templates = mc_session_list (session, MC_TYPE_PAPER_TEMPLATE, mc_session_get_today (session));
  self->settings = mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE);
  self->outlook = mc_absence_outlook_new (session);
  self->calendar = mc_calendar_view_new (session);
  fill_choices (self);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->staff));
  mc_outlook_view_show (self->ways, self->outlook);
  /* What is chosen draws up papers, too. */
  g_object_bind_property (self->templates, "ready", self->ways, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->calendar, "changed", G_CALLBACK (propose), self, G_CONNECT_SWAPPED);
  propose (self);
  if (person)
    choose_person (self, person);
  return ADW_DIALOG (self);
}
