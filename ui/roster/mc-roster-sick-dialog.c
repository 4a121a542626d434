/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-sick-dialog.h"

#include <glib/gi18n.h>

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-commit.h"
#include "mc-date-row.h"
#include "mc-leave-days.h"
#include "mc-name.h"
#include "mc-report.h"
#include "mc-roster-actions.h"
#include "mc-roster-book.h"
#include "mc-roster-repair.h"
#include "mc-roster-words.h"
#include "mc-staff-entry.h"
#include "mc-standing-effect.h"
#include "mc-thread.h"

#define SETTLE_MS 120
#define MOST_MOVES 6 /* told in words; more are counted */

struct _McRosterSickDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McLiveList *staff;
  McLiveList *rosters;
  McStandingEffect *standing;
  McRosterBook *book; /* of the roster that is out on the first day; NULL: there is none */
  gint64 person;
  McRosterRepair *repair;
  McRosterBrief *brief; /* that the repair is about; the book may be counted anew meanwhile */
  guint due;
  guint turn; /* of the reckoning: answers to older ones are dropped */
  char *needle;
  GArray *kinds; /* McAbsenceKind of each reason that is offered */
  gboolean choosing;

  AdwNavigationView *navigation;
  AdwNavigationPage *what_page;
  GtkSearchEntry *search;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkLabel *effect;
  GtkListBox *answers;
  McDateRow *from_row;
  McDateRow *last_row;
  AdwComboRow *half_row;
  AdwComboRow *kind_row;
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

static McChange *
make_change (McRosterSickDialog *self, const McRosterAnswer *answer)
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
    {
      g_autoptr (GArray) edits = mc_roster_book_diff (self->book, self->brief, answer->roster, NULL, MC_PERIOD_ALWAYS);
      g_autofree char *reason = g_strdup_printf (_ ("%s is away"), who ? who->full_name : "");

      change = mc_roster_change_amend (self->book, reason, absence, edits);
    }
  else
    {
      change = mc_change_new (label);
      mc_change_insert (change, MC_ENTITY (absence));
    }
  add_reason (self, change, absence);
  return change;
}

typedef struct
{
  McRosterSickDialog *dialog;
  McChange *change;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  g_object_unref (write->dialog);
  g_object_unref (write->change);
  g_free (write);
}

static DexFuture *
write_fiber (gpointer data)
{
  Write *write = data;
  McRosterSickDialog *self = write->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (McCommitResult) result = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), FALSE);
  result = dex_await_object (mc_commit (GTK_WIDGET (self), self->session, write->change), &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), self->due == 0);
  if (result)
    adw_dialog_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
choose_cb (GtkButton *button, McRosterSickDialog *self)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "answer"));
  Write *write;

  if (!days_are_good (self))
    return;
  write = g_new (Write, 1);
  write->dialog = g_object_ref (self);
  write->change = make_change (self, at > 0 && self->repair ? g_ptr_array_index (self->repair->answers, at - 1) : NULL);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, write_fiber, write, write_free));
}

/* --- What becomes of the roster --- */

static char *
dup_moves (McRosterSickDialog *self, const McRosterAnswer *answer)
{
  McRosterProblem *problem = self->repair->problem;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (answer->moves->len, MOST_MOVES); i++)
    {
      McRosterMove *move = &g_array_index (answer->moves, McRosterMove, i);
      g_autofree char *when = mc_roster_words_session (problem, move->session);

      g_string_append_printf (
          text, "%s%s: %s → %s, %s", text->len ? "\n" : "", mc_roster_person (problem, move->person)->name,
          mc_roster_words_duty (problem, move->before), mc_roster_words_duty (problem, move->after), when);
    }
  if (answer->moves->len > MOST_MOVES)
    g_string_append_printf (text, _ ("\nand %u more"), answer->moves->len - MOST_MOVES);
  return g_string_free (text, FALSE);
}

static void
add_answer (McRosterSickDialog *self, guint number, const char *title, const char *text, const char *verb)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_mnemonic (verb);
  g_autofree char *heading = g_markup_escape_text (title, -1), *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (number == 1)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data (G_OBJECT (button), "answer", GUINT_TO_POINTER (number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->answers, row);
}

static void
show_answer (McRosterSickDialog *self, guint at)
{
  McRosterAnswer *answer = g_ptr_array_index (self->repair->answers, at);
  g_autofree char *moves = dup_moves (self, answer), *cells = NULL, *title = NULL;

  cells = g_strdup_printf (g_dngettext (NULL, "%u person moves", "%u people move", answer->people), answer->people);
  if (answer->gaps == 0)
    title = g_strdup_printf (_ ("%s, no seat stays empty"), cells);
  else
    title = g_strdup_printf (g_dngettext (NULL, "%s, %u seat stays empty", "%s, %u seats stay empty", answer->gaps),
                             cells, answer->gaps);
  add_answer (self, at + 1, title, moves, _ ("_Choose"));
}

/* Where no roster tells, the standing assignments do. */
static char *
dup_effect (McRosterSickDialog *self, guint gaps)
{
  g_autofree char *standing = NULL;

  if (self->repair && gaps == 0)
    return g_strdup (_ ("No seat becomes empty."));
  if (self->repair)
    return g_strdup_printf (g_dngettext (NULL, "If nobody takes over, %u seat of a session is empty.",
                                         "If nobody takes over, %u seats of sessions are empty.", gaps),
                            gaps);
  standing = mc_standing_effect_dup (self->standing, self->person, mc_date_row_get_day (self->from_row));
  if (*standing)
    return g_steal_pointer (&standing);
  return g_strdup (self->book ? _ ("No session of these days is still to come for this person.")
                              : _ ("No roster has been published for this day."));
}

static void
show_answers (McRosterSickDialog *self)
{
  guint gaps = self->repair ? self->repair->gaps : 0;
  g_autofree char *effect = dup_effect (self, gaps);

  gtk_list_box_remove_all (self->answers);
  gtk_label_set_label (self->effect, effect);
  for (guint i = 0; self->repair && i < self->repair->answers->len; i++)
    show_answer (self, i);
  add_answer (self, 0, _ ("Only report the absence"),
              gaps > 0 ? _ ("The seats stay empty for now.") : _ ("The roster stays as it is."), _ ("_Report"));
}

/* --- Reckoning, on a thread --- */

typedef struct
{
  McRosterProblem *problem;
  McRosterSolution *current;
  GArray *aways;
  guint now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mc_roster_problem_unref (job->problem);
  mc_roster_solution_unref (job->current);
  g_array_unref (job->aways);
  g_free (job);
}

static DexFuture *
repair_thread (gpointer data)
{
  Job *job = data;

  return dex_future_new_for_pointer (mc_roster_repair (job->problem, job->current, job->aways, job->now, NULL));
}

static guint
find_now (McRosterSickDialog *self, McRosterProblem *problem)
{
  McDay today = mc_session_get_today (self->session);
  guint k = 0;

  while (k < problem->sessions->len && mc_roster_session (problem, k)->day < today)
    k++;
  return k;
}

/* The sessions that the absence takes, as far as they may still change. */
static GArray *
list_aways (McRosterSickDialog *self, McRosterProblem *problem, guint person, guint now)
{
  GArray *aways = g_array_new (FALSE, TRUE, sizeof (McRosterAway));
  McHalf half = (McHalf)adw_combo_row_get_selected (self->half_row);
  McPeriod days = get_days (self);

  for (guint k = now; k < problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (problem, k);
      McRosterAway away = { .person = person, .from = k, .to = k, .reason = (char *)_ ("absent") };

      if (mc_period_contains (days, session->day) &&
          mc_half_covers (half, session->part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON))
        g_array_append_val (aways, away);
    }
  return aways;
}

static Job *
make_job (McRosterSickDialog *self)
{
  McRosterBrief *brief = self->book ? mc_roster_book_get_brief (self->book) : NULL;
  McRosterProblem *problem = brief ? mc_roster_brief_get_problem (brief) : NULL;
  gint person = brief ? mc_roster_brief_find_person (brief, self->person) : -1;
  Job *job;

  if (person < 0)
    return NULL;
  job = g_new0 (Job, 1);
  job->problem = mc_roster_problem_ref (problem);
  job->current = mc_roster_solution_ref (mc_roster_book_get_current (self->book));
  job->now = find_now (self, problem);
  job->aways = list_aways (self, problem, (guint)person, job->now);
  if (job->aways->len > 0)
    return job;
  job_free (job);
  return NULL;
}

static DexFuture *
repair_fiber (gpointer data)
{
  McRosterSickDialog *self = data;
  Job *job = make_job (self);
  g_autoptr (McRosterBrief) brief = job ? mc_roster_brief_ref (mc_roster_book_get_brief (self->book)) : NULL;
  guint turn = ++self->turn;
  g_autoptr (GError) error = NULL;
  g_autoptr (McRosterRepair) repair = NULL;

  if (job)
    {
      gtk_label_set_label (self->effect, _ ("Looking for who can take over…"));
      repair = dex_await_pointer (mc_thread_spawn ("motcua-repair", repair_thread, job, job_free), &error);
    }
  if (turn != self->turn || !self->session)
    return dex_future_new_true ();
  g_clear_pointer (&self->repair, mc_roster_repair_free);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  self->repair = g_steal_pointer (&repair);
  self->brief = g_steal_pointer (&brief);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), TRUE);
  show_answers (self);
  return dex_future_new_true ();
}

static void
due_cb (gpointer data)
{
  McRosterSickDialog *self = data;

  self->due = 0;
  if (self->person && days_are_good (self) && (!self->book || mc_roster_book_get_ready (self->book)))
    dex_future_disown (dex_scheduler_spawn (NULL, 0, repair_fiber, g_object_ref (self), g_object_unref));
}

/* The answers that are there are about other days, or a roster as it was: none of them can be taken any more. */
static void
schedule (McRosterSickDialog *self)
{
  self->turn++;
  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), FALSE);
  if (!self->due)
    self->due = g_timeout_add_once (SETTLE_MS, due_cb, self);
}

/* The roster that people work by on the first day. */
static void
find_book (McRosterSickDialog *self)
{
  McDay day = mc_date_row_get_day (self->from_row);
  McRoster *found = NULL, *now = self->book ? mc_roster_book_get_roster (self->book) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rosters)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (self->rosters), i);

      if (mc_roster_state_is_out (roster->state) && day != MC_DAY_NONE && mc_period_contains (roster->during, day))
        found = roster;
    }
  if (!found || found != now)
    {
      if (self->book)
        g_signal_handlers_disconnect_by_func (self->book, schedule, self);
      g_clear_object (&self->book);
      if (found)
        {
          self->book = mc_roster_book_new (self->session, mc_entity_get_id (MC_ENTITY (found)));
          g_signal_connect_object (self->book, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
        }
    }
  schedule (self);
}

static void
changed_cb (McRosterSickDialog *self)
{
  McDay first = mc_date_row_get_day (self->from_row);

  /* An absence that begins later ends no earlier. That it sets the last day calls this again. */
  if (first != MC_DAY_NONE && mc_date_row_get_day (self->last_row) < first && !self->choosing)
    mc_date_row_set_day (self->last_row, first);
  else if (!self->choosing && self->rosters)
    find_book (self);
}

/* --- Who --- */

static void
choose_person (McRosterSickDialog *self, gint64 person)
{
  McStaffEntry *who = mc_live_list_get_by_id (self->staff, person);

  self->person = person;
  adw_navigation_page_set_title (self->what_page, who ? who->full_name : _ ("Absence"));
  gtk_list_box_remove_all (self->answers);
  gtk_label_set_label (self->effect, "");
  adw_navigation_view_push_by_tag (self->navigation, "what");
  find_book (self);
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
  g_autofree char *text = NULL, *folded = NULL;

  if (who->state != MC_STAFF_STATE_PRESENT && who->state != MC_STAFF_STATE_STANDBY)
    return FALSE;
  if (!self->needle)
    return TRUE;
  text = g_strdup_printf ("%s %s", who->full_name, who->tour_agency_code ? who->tour_agency_code : "");
  folded = mc_fold (text);
  return mc_fold_matches (folded, self->needle);
}

static void
search_changed_cb (McRosterSickDialog *self)
{
  g_free (self->needle);
  self->needle = mc_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
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

  g_clear_handle_id (&self->due, g_source_remove);
  if (self->filter)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->choosing = TRUE;
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, schedule, self);
  g_clear_object (&self->book);
  g_clear_object (&self->rosters);
  g_clear_object (&self->standing);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_SICK_DIALOG);
  g_clear_object (&self->staff);
  G_OBJECT_CLASS (mc_roster_sick_dialog_parent_class)->dispose (object);
}

static void
mc_roster_sick_dialog_finalize (GObject *object)
{
  McRosterSickDialog *self = MC_ROSTER_SICK_DIALOG (object);

  g_clear_pointer (&self->repair, mc_roster_repair_free);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  g_free (self->needle);
  g_array_unref (self->kinds);
  G_OBJECT_CLASS (mc_roster_sick_dialog_parent_class)->finalize (object);
}

static void
mc_roster_sick_dialog_class_init (McRosterSickDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_sick_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_sick_dialog_finalize;
  g_type_ensure (MC_TYPE_DATE_ROW);
  g_type_ensure (MC_TYPE_STAFF_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-sick-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, what_page);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, search);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, sorted);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, half_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterSickDialog, kind_row);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
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
mc_roster_sick_dialog_new (McSession *session, gint64 person, McDay day)
{
  McRosterSickDialog *self = g_object_new (MC_TYPE_ROSTER_SICK_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  self->rosters = mc_session_list (session, MC_TYPE_ROSTER, MC_DAY_NONE);
  self->standing = mc_standing_effect_new (session, day);
  fill_choices (self);
  mc_date_row_set_day (self->from_row, day);
  mc_date_row_set_day (self->last_row, day);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->staff));
  self->choosing = FALSE;
  g_signal_connect_object (self->rosters, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rosters, "notify::ready", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (person)
    choose_person (self, person);
  return ADW_DIALOG (self);
}
