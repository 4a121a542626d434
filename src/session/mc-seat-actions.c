/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-seat-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-seat-plan-private.h"

/* Putting people on seats and taking them off, as changes. Periods are half-open. */

static void
cut (McChange *change, McAppointment *before, McDay day)
{
  g_autoptr (McAppointment) after = NULL;

  if (before->during.from >= day)
    {
      mc_change_delete (change, MC_ENTITY (before));
      return;
    }
  after = mc_entity_clone (before);
  after->during.until = day;
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
}

static McDay
earlier (McDay a, McDay b)
{
  return a == MC_DAY_NONE ? b : b == MC_DAY_NONE ? a : MIN (a, b);
}

static gboolean
runs_on_or_after (McAppointment *row, McDay day)
{
  return row->during.until == MC_DAY_NONE || row->during.until > day;
}

/* Who sits there leaves; who is to come there later leaves the new one only the time till then. */
static McDay
clear_seat (McSeatPlan *plan, McChange *change, McDay until)
{
  for (guint i = 0; i < plan->of_seat->len; i++)
    {
      McAppointment *row = g_ptr_array_index (plan->of_seat, i);

      if (row->person_id == plan->act.person && row->during.from >= plan->act.day)
        mc_change_delete (change, MC_ENTITY (row));
      else if (row->during.from > plan->act.day)
        until = earlier (until, row->during.from);
      else if (runs_on_or_after (row, plan->act.day))
        cut (change, row, plan->act.day);
    }
  return until;
}

static void
leave_seats (McSeatPlan *plan, McChange *change)
{
  for (guint i = 0; i < plan->of_person->len; i++)
    {
      McAppointment *row = g_ptr_array_index (plan->of_person, i);
      gboolean main = !row->concurrent && !plan->act.besides;

      if (row->seat_id == plan->act.seat || !runs_on_or_after (row, plan->act.day))
        continue;
      if (main || (plan->act.leaves && row->seat_id == plan->act.leaves))
        cut (change, row, plan->act.day);
    }
}

McChange *
mc_seat_plan_change (McSeatPlan *plan, const char *decision_no, McDay decision_date)
{
  g_autofree char *label = g_strdup_printf (_ ("Appoint %s: %s"), plan->person_name, plan->post->name);
  McChange *change = mc_change_new (label);
  g_autoptr (McAppointment) appointment = mc_appointment_new ();
  McDay until = earlier (plan->tour->during.until, plan->seat->during.until);

  leave_seats (plan, change);
  until = clear_seat (plan, change, until);
  appointment->person_id = plan->act.person;
  appointment->seat_id = plan->act.seat;
  appointment->concurrent = plan->act.besides;
  appointment->during = (McPeriod){ plan->act.day, until };
  g_set_str (&appointment->decision_no, decision_no);
  appointment->decision_date = decision_date;
  mc_change_insert (change, MC_ENTITY (appointment));
  return change;
}

/* --- Futures --- */

typedef struct
{
  McSession *session;
  McSeatAct act;
  char *decision_no;
  McDay decision_date;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_object_unref (task->session);
  g_free (task->decision_no);
  g_free (task);
}

static DexFuture *
spawn (DexFiberFunc func, McSession *session, const McSeatAct *act, const char *decision_no, McDay decision_date)
{
  Task *task = g_new0 (Task, 1);

  task->session = g_object_ref (session);
  task->act = *act;
  task->decision_no = g_strdup (decision_no);
  task->decision_date = decision_date;
  return mc_session_watch (session, dex_scheduler_spawn (NULL, 0, func, task, task_free));
}

static DexFuture *
appoint_fiber (gpointer data)
{
  Task *task = data;
  GError *error = NULL;
  g_autoptr (McSeatPlan) plan = mc_seat_plan_load (task->session, &task->act, &error);

  if (!plan)
    return dex_future_new_for_error (error);
  if (plan->blocked)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", plan->blocked);
  return dex_future_new_take_object (mc_seat_plan_change (plan, task->decision_no, task->decision_date));
}

DexFuture *
mc_seat_change_appoint (McSession *session, const McSeatAct *act, const char *decision_no, McDay decision_date)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && act, NULL);
  return spawn (appoint_fiber, session, act, decision_no, decision_date);
}

/* What the judge would find after the change and does not find now. */
static GPtrArray *
try (Task *task, McSeatPlan *plan)
{
  g_autoptr (McChange) change = mc_seat_plan_change (plan, NULL, MC_DAY_NONE);
  g_autoptr (GListModel) judge = mc_session_get_findings (task->session, task->act.day);

  dex_await (mc_finding_list_when_ready (MC_FINDING_LIST (judge)), NULL);
  return mc_finding_list_try (MC_FINDING_LIST (judge), change);
}

static DexFuture *
frame_fiber (gpointer data)
{
  Task *task = data;
  GError *error = NULL;
  g_autoptr (McSeatPlan) plan = mc_seat_plan_load (task->session, &task->act, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (!plan)
    return dex_future_new_for_error (error);
  if (!plan->blocked)
    findings = try (task, plan);
  return dex_future_new_take_object (mc_seat_plan_frame (plan, findings));
}

DexFuture *
mc_seat_frame_appoint (McSession *session, const McSeatAct *act)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && act, NULL);
  return spawn (frame_fiber, session, act, NULL, MC_DAY_NONE);
}

/* --- Vacating --- */

static McAppointment *
find_held (GPtrArray *rows, gint64 seat, McDay today)
{
  McAppointment *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      McAppointment *row = g_ptr_array_index (rows, i);

      /* The one of today, else the next one. */
      if (row->seat_id == seat && runs_on_or_after (row, today) && (!found || row->during.from < found->during.from))
        found = row;
    }
  return found;
}

static McAppointment *
load_held (Task *task, GPtrArray **rows, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "person_id", task->act.person);
  McAppointment *held;

  *rows = dex_await_boxed (mc_store_list (task->session->store, MC_TYPE_APPOINTMENT, query), error);
  if (!*rows)
    return NULL;
  held = find_held (*rows, task->act.seat, task->session->as_of);
  if (!held)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("Nobody holds this seat on that day."));
  return held;
}

static DexFuture *
vacate_fiber (gpointer data)
{
  Task *task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  McAppointment *held = load_held (task, &rows, &error);
  g_autofree char *name = held ? mc_seat_plan_dup_name (task->session, held->person_id) : NULL;
  g_autofree char *label = NULL;
  McChange *change;

  if (!held)
    return dex_future_new_for_error (error);
  label = g_strdup_printf (_ ("Take %s off the seat"), name);
  change = mc_change_new (label);
  cut (change, held, task->act.day);
  return dex_future_new_take_object (change);
}

DexFuture *
mc_seat_change_vacate (McSession *session, gint64 person, gint64 seat, McDay last_day)
{
  const McSeatAct act = { person, seat, 0, FALSE, last_day + 1 };

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  return spawn (vacate_fiber, session, &act, NULL, MC_DAY_NONE);
}

static DexFuture *
vacate_frame_fiber (gpointer data)
{
  Task *task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  McAppointment *held = load_held (task, &rows, &error);
  const char *const consequences[] = {
    _ ("The seat is vacant from the next day, on every chart and list."),
    _ ("The person stays at the centre as long as the tour lasts, without this seat."),
    _ ("The time until then stays readable."),
    NULL,
  };
  McDay last;

  if (!held)
    return dex_future_new_for_error (error);
  last = held->during.until == MC_DAY_NONE ? MC_DAY_NONE : held->during.until - 1;
  return dex_future_new_take_object (g_object_new (
      MC_TYPE_LEGAL_FRAME, "citation", "", "rule",
      _ ("The centre's head arranges who works where; whoever is appointed by a decision leaves the post by "
         "one."),
      "earliest", held->during.from, "latest", last, "suggested",
      earlier (last, MAX (task->session->as_of, held->during.from)), "consequences", consequences, NULL));
}

DexFuture *
mc_seat_frame_vacate (McSession *session, gint64 person, gint64 seat)
{
  const McSeatAct act = { person, seat, 0, FALSE, MC_DAY_NONE };

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  return spawn (vacate_frame_fiber, session, &act, NULL, MC_DAY_NONE);
}
