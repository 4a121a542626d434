/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-tour-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-appointment.h"
#include "mc-competence.h"
#include "mc-counter-assignment.h"
#include "mc-holdings.h"
#include "mc-home-agency.h"
#include "mc-query.h"
#include "mc-session-private.h"
#include "mc-tour-extension.h"
#include "mc-tour-term.h"

/* The acts on a tour as changes. Periods are half-open: a last day is one less than their end. */

static char *
name_of (McSession *session, gint64 person)
{
  g_autoptr (McLiveList) people = mc_session_list (session, MC_TYPE_PERSON, MC_DAY_NONE);
  McPerson *row = mc_live_list_get_by_id (people, person);

  return g_strdup (row && row->full_name ? row->full_name : _ ("a person"));
}

/* The tour ends by itself with its term, unless it is left open. */
static void
settle_term (McTour *tour)
{
  if (tour->planned_until == MC_DAY_NONE)
    tour->planned_until = tour->during.until;
  else if (tour->during.until == MC_DAY_NONE)
    tour->during.until = tour->planned_until;
}

static McAppointment *
new_appointment (gint64 person, gint64 seat, McPeriod during, McTour *tour)
{
  McAppointment *appointment = mc_appointment_new ();

  appointment->person_id = person;
  appointment->seat_id = seat;
  appointment->during = during;
  g_set_str (&appointment->decision_no, tour->decision_no);
  appointment->decision_date = tour->decision_date;
  return appointment;
}

static void
insert_for (McChange *change, McEntity *row, McPerson *person)
{
  mc_change_insert (change, row);
  if (person)
    mc_change_link (change, row, "person_id", MC_ENTITY (person));
}

static void
insert_person (McChange *change, McPerson *person, McTour *tour)
{
  g_autoptr (McHomeAgency) home = mc_home_agency_new ();

  mc_change_insert (change, MC_ENTITY (person));
  home->agency_id = tour->agency_id;
  home->during = (McPeriod){ tour->during.from, MC_DAY_NONE };
  insert_for (change, MC_ENTITY (home), person);
}

McChange *
mc_tour_change_add_person (McSession *session, McPerson *person, McTour *tour, gint64 seat, gint64 field)
{
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_PERSON (person) && MC_IS_TOUR (tour), NULL);
  label = g_strdup_printf (_ ("Add %s"), person->full_name ? person->full_name : "");
  change = mc_change_new (label);
  settle_term (tour);
  insert_person (change, person, tour);
  insert_for (change, MC_ENTITY (tour), person);
  if (seat)
    {
      g_autoptr (McAppointment) appointment = new_appointment (0, seat, tour->during, tour);

      insert_for (change, MC_ENTITY (appointment), person);
    }
  if (field)
    {
      g_autoptr (McCompetence) competence = mc_competence_new ();

      competence->field_id = field;
      competence->level = MC_COMPETENCE_LEVEL_TRAINED;
      competence->during = (McPeriod){ tour->during.from, MC_DAY_NONE };
      insert_for (change, MC_ENTITY (competence), person);
    }
  return change;
}

McChange *
mc_tour_change_new_tour (McSession *session, McTour *tour, gint64 seat)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  name = name_of (session, tour->person_id);
  label = g_strdup_printf (_ ("New tour of %s"), name);
  change = mc_change_new (label);
  settle_term (tour);
  mc_change_insert (change, MC_ENTITY (tour));
  if (seat)
    {
      g_autoptr (McAppointment) appointment = new_appointment (tour->person_id, seat, tour->during, tour);

      mc_change_insert (change, MC_ENTITY (appointment));
    }
  return change;
}

/* What a fiber needs of an act. */
typedef struct
{
  McSession *session;
  McTour *tour;
  McDay day;   /* first day after the act: new end, or the successor's first day */
  McDay until; /* end of the successor's tour */
  McTourEnd reason;
  gint64 successor;
  McPerson *new_person;
  char *decision_no;
  McDay decision_date;
  char *signer;
  char *note;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->session);
  g_object_unref (act->tour);
  g_clear_object (&act->new_person);
  g_free (act->decision_no);
  g_free (act->signer);
  g_free (act->note);
  g_free (act);
}

static Act *
act_new (McSession *session, McTour *tour, McDay day, const char *decision_no, McDay decision_date, const char *signer)
{
  Act *act = g_new0 (Act, 1);

  act->session = g_object_ref (session);
  /* As it is now: a live row may change while the fiber waits, and the conflict must be seen. */
  act->tour = mc_entity_clone (tour);
  act->day = day;
  act->until = MC_DAY_NONE;
  act->decision_no = g_strdup (decision_no);
  act->decision_date = decision_date;
  act->signer = g_strdup (signer);
  return act;
}

static DexFuture *
spawn (DexFiberFunc func, Act *act)
{
  McSession *session = act->session;

  return mc_session_watch (session, dex_scheduler_spawn (NULL, 0, func, act, act_free));
}

static GPtrArray *
load_of_person (Act *act, GType noun, gint64 person, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "person_id", person);

  return dex_await_boxed (mc_store_list (act->session->store, noun, query), error);
}

/* The seats and the counters of @person. */
static GListModel *
load_holdings (Act *act, gint64 person, GError **error)
{
  const GType nouns[] = { MC_TYPE_APPOINTMENT, MC_TYPE_COUNTER_ASSIGNMENT };
  g_autoptr (GListStore) held = g_list_store_new (MC_TYPE_ENTITY);

  for (gsize n = 0; n < G_N_ELEMENTS (nouns); n++)
    {
      g_autoptr (GPtrArray) rows = load_of_person (act, nouns[n], person, error);

      if (!rows)
        return NULL;
      g_list_store_splice (held, g_list_model_get_n_items (G_LIST_MODEL (held)), 0, rows->pdata, rows->len);
    }
  return G_LIST_MODEL (g_steal_pointer (&held));
}

static DexFuture *
extend_fiber (gpointer data)
{
  Act *act = data;
  g_autofree char *name = name_of (act->session, act->tour->person_id);
  g_autofree char *label = g_strdup_printf (_ ("Extend the tour of %s"), name);
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (McTour) after = mc_entity_clone (act->tour);
  g_autoptr (McTourExtension) extension = mc_tour_extension_new ();
  g_autoptr (GListModel) held = NULL;
  McDay old_end = act->tour->during.until;
  GError *error = NULL;

  held = load_holdings (act, act->tour->person_id, &error);
  if (!held)
    return dex_future_new_for_error (error);
  extension->tour_id = mc_entity_get_id (MC_ENTITY (act->tour));
  extension->old_until = mc_tour_get_planned_end (act->tour);
  extension->new_until = act->day;
  g_set_str (&extension->decision_no, act->decision_no);
  extension->decision_date = act->decision_date;
  g_set_str (&extension->signer, act->signer);
  after->planned_until = act->day;
  if (old_end != MC_DAY_NONE)
    after->during.until = act->day;
  mc_change_update (change, MC_ENTITY (act->tour), MC_ENTITY (after));
  mc_change_insert (change, MC_ENTITY (extension));
  mc_holdings_extend (change, held, act->tour->person_id, old_end, act->day);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

DexFuture *
mc_tour_change_extend (
    McSession *session, McTour *tour, McDay until, const char *decision_no, McDay decision_date, const char *signer)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  return spawn (extend_fiber, act_new (session, tour, until + 1, decision_no, decision_date, signer));
}

static void
end_tour (McChange *change, McTour *tour, McDay day, McTourEnd reason, const char *decision_no, const char *note)
{
  g_autoptr (McTour) after = mc_entity_clone (tour);

  after->during.until = day;
  after->end_reason = reason;
  g_set_str (&after->end_decision_no, decision_no);
  g_set_str (&after->end_note, note);
  mc_change_update (change, MC_ENTITY (tour), MC_ENTITY (after));
}

static DexFuture *
end_fiber (gpointer data)
{
  Act *act = data;
  g_autofree char *name = name_of (act->session, act->tour->person_id);
  g_autofree char *label =
      g_strdup_printf (act->reason == MC_TOUR_END_RECALLED ? _ ("Recall %s") : _ ("End the tour of %s"), name);
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (GListModel) held = NULL;
  GError *error = NULL;

  held = load_holdings (act, act->tour->person_id, &error);
  if (!held)
    return dex_future_new_for_error (error);
  mc_holdings_cut (change, held, act->tour->person_id, act->day);
  end_tour (change, act->tour, act->day, act->reason, act->decision_no, act->note);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

DexFuture *
mc_tour_change_end (
    McSession *session, McTour *tour, McDay last_day, McTourEnd reason, const char *decision_no, const char *note)
{
  Act *act;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  act = act_new (session, tour, last_day + 1, decision_no, MC_DAY_NONE, NULL);
  act->reason = reason;
  act->note = g_strdup (note);
  return spawn (end_fiber, act);
}

/* A successor who stands by comes in: the standby tour ends where the other begins, and what he stood by for. */
static gboolean
end_standby (Act *act, McChange *change, GError **error)
{
  g_autoptr (GPtrArray) tours = NULL;
  g_autoptr (GPtrArray) counters = NULL;
  g_autoptr (GListStore) held = g_list_store_new (MC_TYPE_ENTITY);

  if (!act->successor)
    return TRUE;
  tours = load_of_person (act, MC_TYPE_TOUR, act->successor, error);
  counters = tours ? load_of_person (act, MC_TYPE_COUNTER_ASSIGNMENT, act->successor, error) : NULL;
  if (!counters)
    return FALSE;
  g_list_store_splice (held, 0, 0, counters->pdata, counters->len);
  mc_holdings_cut (change, G_LIST_MODEL (held), act->successor, act->day);
  for (guint i = 0; i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);

      if (tour->role == MC_TOUR_ROLE_STANDBY && tour->during.from < act->day &&
          (tour->during.until == MC_DAY_NONE || tour->during.until > act->day))
        end_tour (change, tour, act->day, MC_TOUR_END_OTHER, act->decision_no, _ ("Comes in for an officer"));
    }
  return TRUE;
}

static McTour *
successor_tour (Act *act)
{
  McTour *tour = mc_tour_new ();

  tour->person_id = act->successor;
  tour->agency_id = act->tour->agency_id;
  tour->kind = act->tour->kind;
  tour->role = act->tour->role;
  tour->during = (McPeriod){ act->day, act->until };
  tour->planned_until = act->until;
  g_set_str (&tour->decision_no, act->decision_no);
  tour->decision_date = act->decision_date;
  g_set_str (&tour->signer, act->signer);
  tour->replaces_tour_id = mc_entity_get_id (MC_ENTITY (act->tour));
  return tour;
}

/* Seats and counters that the predecessor held to the last are the successor's. */
static void
hand_over (Act *act, McChange *change, GListModel *held, McTour *tour)
{
  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (held, i);
      McAppointment *seat = MC_IS_APPOINTMENT (row) ? MC_APPOINTMENT (row) : NULL;
      McCounterAssignment *counter = seat ? NULL : MC_COUNTER_ASSIGNMENT (row);
      McPeriod during = seat ? seat->during : counter->during;
      g_autoptr (McEntity) next = NULL;

      if (!mc_period_contains (during, act->day) && !mc_period_contains (during, act->day - 1))
        continue;
      if (seat)
        {
          next = MC_ENTITY (new_appointment (act->successor, seat->seat_id, tour->during, tour));
          MC_APPOINTMENT (next)->concurrent = seat->concurrent;
        }
      else
        {
          next = MC_ENTITY (mc_counter_assignment_new ());
          MC_COUNTER_ASSIGNMENT (next)->counter_id = counter->counter_id;
          MC_COUNTER_ASSIGNMENT (next)->person_id = act->successor;
          MC_COUNTER_ASSIGNMENT (next)->role = counter->role;
          MC_COUNTER_ASSIGNMENT (next)->during = tour->during;
        }
      insert_for (change, next, act->new_person);
    }
}

static DexFuture *
replace_fiber (gpointer data)
{
  Act *act = data;
  g_autofree char *name = name_of (act->session, act->tour->person_id);
  g_autofree char *label = g_strdup_printf (_ ("Replace %s"), name);
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (GListModel) held = NULL;
  g_autoptr (McTour) tour = NULL;
  GError *error = NULL;

  held = load_holdings (act, act->tour->person_id, &error);
  if (!held)
    return dex_future_new_for_error (error);
  /* Ends come first: no seat and no person may be taken twice even within the transaction. */
  mc_holdings_cut (change, held, act->tour->person_id, act->day);
  end_tour (change, act->tour, act->day, MC_TOUR_END_REPLACED, act->decision_no, NULL);
  if (!end_standby (act, change, &error))
    return dex_future_new_for_error (error);
  tour = successor_tour (act);
  if (act->new_person)
    insert_person (change, act->new_person, tour);
  insert_for (change, MC_ENTITY (tour), act->new_person);
  hand_over (act, change, held, tour);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

DexFuture *
mc_tour_change_replace (McSession *session,
                        McTour *tour,
                        gint64 successor,
                        McPerson *new_person,
                        McDay first_day,
                        McDay until,
                        const char *decision_no,
                        McDay decision_date,
                        const char *signer)
{
  Act *act;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_TOUR (tour), NULL);
  g_return_val_if_fail (successor != 0 || MC_IS_PERSON (new_person), NULL);
  act = act_new (session, tour, first_day, decision_no, decision_date, signer);
  act->until = until == MC_DAY_NONE ? MC_DAY_NONE : until + 1;
  act->successor = new_person ? 0 : successor;
  act->new_person = new_person ? g_object_ref (new_person) : NULL;
  return spawn (replace_fiber, act);
}
