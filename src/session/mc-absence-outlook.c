/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-outlook.h"

#include <glib/gi18n-lib.h>

#include "mc-roster-standing.h"
#include "mc-roster-toll.h"
#include "mc-session.h"
#include "mc-thread.h"

#define SETTLE_MS 120

struct _McAbsenceOutlook
{
  GObject parent_instance;

  McSession *session;
  McLiveList *rosters;
  McRosterBook *book; /* of the roster that is out, or of days without one */
  gint64 person;
  McPeriod days; /* asked for */
  McPeriod seen; /* looked at */
  McHalf half;
  McRosterRepair *repair;
  McRosterBrief *brief; /* that the repair is about; the book may be counted anew meanwhile */
  GArray *losses;
  guint due;
  guint turn; /* answers to older questions are dropped */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (McAbsenceOutlook, mc_absence_outlook, G_TYPE_OBJECT)

static guint changed_signal;

/* --- The question, as the planner takes it --- */

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

static guint
find_now (McRosterProblem *problem, McDay from)
{
  guint k = 0;

  while (k < problem->sessions->len && mc_roster_session (problem, k)->day < from)
    k++;
  return k;
}

/* The sessions that the absence takes, as far as they may still change. */
static GArray *
list_aways (McRosterProblem *problem, guint person, McPeriod days, McHalf half, guint now)
{
  GArray *aways = g_array_new (FALSE, TRUE, sizeof (McRosterAway));

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
make_job (McRosterBook *book, gint64 person, McPeriod days, McHalf half, McDay from)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  gint index = brief ? mc_roster_brief_find_person (brief, person) : -1;
  Job *job;

  if (index < 0)
    return NULL;
  job = g_new0 (Job, 1);
  if (mc_roster_book_is_out (book))
    {
      job->problem = mc_roster_problem_ref (mc_roster_brief_get_problem (brief));
      job->current = mc_roster_solution_ref (mc_roster_book_get_current (book));
    }
  else
    job->problem = mc_roster_standing_new (brief, &job->current);
  job->now = find_now (job->problem, from);
  job->aways = list_aways (job->problem, (guint)index, days, half, job->now);
  if (job->aways->len > 0)
    return job;
  job_free (job);
  return NULL;
}

static DexFuture *
repair_thread (gpointer data)
{
  Job *job = data;

  return dex_future_new_for_pointer (mc_roster_repair (job->problem, job->current, job->aways, job->now, NULL));
}

McRosterRepair *
mc_absence_outlook_reckon (
    McRosterBook *book, gint64 person, McPeriod days, McHalf half, McDay from, McRosterSolution **before)
{
  Job *job;
  McRosterRepair *repair;

  g_return_val_if_fail (mc_roster_book_get_ready (book), NULL);
  job = make_job (book, person, days, half, from);
  if (!job)
    return NULL;
  repair = mc_roster_repair (job->problem, job->current, job->aways, job->now, NULL);
  *before = mc_roster_solution_ref (job->current);
  job_free (job);
  return repair;
}

/* --- Following --- */

static void
forget_answer (McAbsenceOutlook *self)
{
  g_clear_pointer (&self->repair, mc_roster_repair_free);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  g_clear_pointer (&self->losses, g_array_unref);
}

static DexFuture *
repair_fiber (gpointer data)
{
  McAbsenceOutlook *self = data;
  Job *job = make_job (self->book, self->person, self->seen, self->half, mc_session_get_today (self->session));
  g_autoptr (McRosterSolution) before = job ? mc_roster_solution_ref (job->current) : NULL;
  g_autoptr (McRosterBrief) brief = job ? mc_roster_brief_ref (mc_roster_book_get_brief (self->book)) : NULL;
  guint turn = ++self->turn;
  g_autoptr (McRosterRepair) repair = NULL;

  if (job)
    repair = dex_await_pointer (mc_thread_spawn ("motcua-repair", repair_thread, job, job_free), NULL);
  if (turn != self->turn || !self->session)
    return dex_future_new_true ();
  forget_answer (self);
  self->repair = g_steal_pointer (&repair);
  self->brief = g_steal_pointer (&brief);
  if (self->repair)
    self->losses = mc_roster_repair_losses (self->repair, before);
  self->busy = FALSE;
  g_signal_emit (self, changed_signal, 0);
  return dex_future_new_true ();
}

static void
due_cb (gpointer data)
{
  McAbsenceOutlook *self = data;

  self->due = 0;
  if (self->person && self->book && mc_roster_book_get_ready (self->book))
    dex_future_disown (dex_scheduler_spawn (NULL, 0, repair_fiber, g_object_ref (self), g_object_unref));
}

void
mc_absence_outlook_ask_again (McAbsenceOutlook *self)
{
  g_return_if_fail (MC_IS_ABSENCE_OUTLOOK (self));
  self->turn++;
  if (!self->due)
    self->due = g_timeout_add_once (SETTLE_MS, due_cb, self);
  if (self->busy)
    return;
  self->busy = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static void
drop_book (McAbsenceOutlook *self)
{
  if (self->book)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);
}

static McRoster *
find_roster (McAbsenceOutlook *self)
{
  McRoster *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rosters)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (self->rosters), i);

      if (mc_roster_state_is_out (roster->state) && mc_period_contains (roster->during, self->days.from))
        found = roster; /* the list holds it */
    }
  return found;
}

/* What a roster cannot be counted by keeps everybody from an answer; the book says what it is. */
static void
book_error_cb (McAbsenceOutlook *self)
{
  if (!mc_roster_book_get_error (self->book))
    return;
  self->turn++;
  g_clear_handle_id (&self->due, g_source_remove);
  forget_answer (self);
  self->busy = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

static void
take_book (McAbsenceOutlook *self, McRosterBook *book)
{
  drop_book (self);
  self->book = book;
  g_signal_connect_object (book, "changed", G_CALLBACK (mc_absence_outlook_ask_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "notify::error", G_CALLBACK (book_error_cb), self, G_CONNECT_SWAPPED);
}

/* The roster that people work by on the first day, or the days as they are without one. */
static void
find_book (McAbsenceOutlook *self)
{
  McRoster *now = self->book ? mc_roster_book_get_roster (self->book) : NULL, *found;
  McPeriod seen = self->days;

  if (!self->person || !mc_live_list_get_ready (self->rosters))
    return;
  found = find_roster (self);
  if (found)
    mc_period_intersect (self->days, found->during, &seen);
  else
    seen.until = MIN (seen.until, seen.from + MC_ABSENCE_OUTLOOK_DAYS);
  self->seen = seen;
  if (found && found != now)
    take_book (self, mc_roster_book_new (self->session, mc_entity_get_id (MC_ENTITY (found))));
  else if (!found && (!now || mc_entity_get_id (MC_ENTITY (now)) || !mc_period_equal (now->during, seen)))
    take_book (self, mc_roster_book_new_for_days (self->session, seen));
  mc_absence_outlook_ask_again (self);
}

void
mc_absence_outlook_ask (McAbsenceOutlook *self, gint64 person, McPeriod days, McHalf half)
{
  g_return_if_fail (MC_IS_ABSENCE_OUTLOOK (self));
  g_return_if_fail (days.from != MC_DAY_NONE && days.until > days.from);
  if (person == self->person && half == self->half && mc_period_equal (days, self->days))
    return;
  self->person = person;
  self->days = days;
  self->half = half;
  find_book (self);
}

/* --- What it is asked --- */

gboolean
mc_absence_outlook_get_busy (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), FALSE);
  return self->busy;
}

McRosterBook *
mc_absence_outlook_get_book (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), NULL);
  return self->book && mc_roster_book_is_out (self->book) ? self->book : NULL;
}

McRosterRepair *
mc_absence_outlook_get_repair (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), NULL);
  return self->busy ? NULL : self->repair;
}

McRosterBrief *
mc_absence_outlook_get_brief (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), NULL);
  return self->brief;
}

GArray *
mc_absence_outlook_get_losses (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), NULL);
  return self->busy ? NULL : self->losses;
}

const GError *
mc_absence_outlook_get_error (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), NULL);
  return self->book ? mc_roster_book_get_error (self->book) : NULL;
}

McPeriod
mc_absence_outlook_get_days (McAbsenceOutlook *self)
{
  g_return_val_if_fail (MC_IS_ABSENCE_OUTLOOK (self), MC_PERIOD_ALWAYS);
  return self->seen;
}

/* --- Life --- */

static void
mc_absence_outlook_dispose (GObject *object)
{
  McAbsenceOutlook *self = MC_ABSENCE_OUTLOOK (object);

  g_clear_handle_id (&self->due, g_source_remove);
  self->turn++;
  drop_book (self);
  g_clear_object (&self->rosters);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_absence_outlook_parent_class)->dispose (object);
}

static void
mc_absence_outlook_finalize (GObject *object)
{
  forget_answer (MC_ABSENCE_OUTLOOK (object));
  G_OBJECT_CLASS (mc_absence_outlook_parent_class)->finalize (object);
}

static void
mc_absence_outlook_class_init (McAbsenceOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_absence_outlook_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_absence_outlook_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_absence_outlook_init (McAbsenceOutlook *self)
{
  self->days = self->seen = MC_PERIOD_ALWAYS;
}

McAbsenceOutlook *
mc_absence_outlook_new (McSession *session)
{
  McAbsenceOutlook *self = g_object_new (MC_TYPE_ABSENCE_OUTLOOK, NULL);

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  self->session = g_object_ref (session);
  self->rosters = mc_session_list (session, MC_TYPE_ROSTER, MC_DAY_NONE);
  g_signal_connect_object (self->rosters, "changed", G_CALLBACK (find_book), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rosters, "notify::ready", G_CALLBACK (find_book), self, G_CONNECT_SWAPPED);
  return self;
}
