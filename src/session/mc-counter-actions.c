/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-competence.h"
#include "mc-counter-agency.h"
#include "mc-counter-field.h"
#include "mc-equipment.h"
#include "mc-field.h"
#include "mc-person.h"
#include "mc-query.h"
#include "mc-session-private.h"

static char *
name_of_counter (McSession *session, gint64 id)
{
  g_autoptr (McLiveList) counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  McCounter *counter = mc_live_list_get_by_id (counters, id);

  return counter ? g_strdup_printf (_ ("counter %d"), counter->number) : g_strdup (_ ("a counter"));
}

static char *
name_of_person (McSession *session, gint64 id)
{
  g_autoptr (McLiveList) people = mc_session_list (session, MC_TYPE_PERSON, MC_DAY_NONE);
  McPerson *person = mc_live_list_get_by_id (people, id);

  return g_strdup (person && person->full_name ? person->full_name : _ ("a person"));
}

McChange *
mc_counter_change_add (McSession *session, McCounter *counter, gint64 agency)
{
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_COUNTER (counter), NULL);
  label = g_strdup_printf (_ ("Add counter %d"), counter->number);
  change = mc_change_new (label);
  mc_change_insert (change, MC_ENTITY (counter));
  if (agency)
    {
      g_autoptr (McCounterAgency) row = mc_counter_agency_new ();

      row->agency_id = agency;
      row->during = counter->during;
      mc_change_insert (change, MC_ENTITY (row));
      mc_change_link (change, MC_ENTITY (row), "counter_id", MC_ENTITY (counter));
    }
  return change;
}

/* What an act needs on its fiber. */
typedef struct
{
  McSession *session;
  McEntity *row; /* McCounter or McCounterAssignment, as it was when the act began */
  McDay day;     /* first day after */
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->session);
  g_object_unref (act->row);
  g_free (act);
}

static DexFuture *
spawn (McSession *session, DexFiberFunc func, gpointer row, McDay day)
{
  Act *act = g_new0 (Act, 1);

  act->session = g_object_ref (session);
  act->row = mc_entity_clone (row);
  act->day = day;
  return mc_session_watch (session, dex_scheduler_spawn (NULL, 0, func, act, act_free));
}

static McPeriod
period_of (McEntity *row)
{
  g_autofree char *text = mc_entity_get_text (row, "during");
  McPeriod during = MC_PERIOD_ALWAYS;

  if (text)
    mc_period_parse (text, &during, NULL);
  return during;
}

static void
set_period (McChange *change, McEntity *before, McPeriod during)
{
  g_autoptr (McEntity) after = mc_entity_clone (before);
  g_autofree char *text = mc_period_format (during);

  mc_entity_set_text (after, "during", text, NULL);
  mc_change_update (change, before, after);
}

/* Ends @row at @day, or takes it away where it begins later. */
static void
cut (McChange *change, McEntity *row, McDay day)
{
  McPeriod during = period_of (row);

  if (during.from != MC_DAY_NONE && during.from >= day)
    mc_change_delete (change, row);
  else if (during.until == MC_DAY_NONE || during.until > day)
    set_period (change, row, (McPeriod){ during.from, day });
}

static DexFuture *
close_fiber (gpointer data)
{
  Act *act = data;
  const GType nouns[] = { MC_TYPE_COUNTER_ASSIGNMENT, MC_TYPE_COUNTER_AGENCY, MC_TYPE_COUNTER_FIELD,
                          MC_TYPE_EQUIPMENT };
  g_autofree char *label = g_strdup_printf (_ ("Close counter %d"), MC_COUNTER (act->row)->number);
  g_autoptr (McChange) change = mc_change_new (label);
  GError *error = NULL;

  for (gsize n = 0; n < G_N_ELEMENTS (nouns); n++)
    {
      g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "counter_id", mc_entity_get_id (act->row));
      g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (act->session->store, nouns[n], query), &error);

      if (!rows)
        return dex_future_new_for_error (error);
      for (guint i = 0; i < rows->len; i++)
        cut (change, g_ptr_array_index (rows, i), act->day);
    }
  cut (change, act->row, act->day);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

DexFuture *
mc_counter_change_close (McSession *session, McCounter *counter, McDay last_day)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_COUNTER (counter), NULL);
  return spawn (session, close_fiber, counter, last_day + 1);
}

/* Takes @gap out of what the person did at another counter. */
static void
make_room (McChange *change, McCounterAssignment *other, McPeriod gap)
{
  McPeriod during = other->during;
  gboolean before = during.from < gap.from;
  gboolean after = gap.until != MC_DAY_NONE && (during.until == MC_DAY_NONE || during.until > gap.until);

  if (before && after)
    {
      g_autoptr (McCounterAssignment) rest = mc_counter_assignment_new ();

      rest->counter_id = other->counter_id;
      rest->person_id = other->person_id;
      rest->role = other->role;
      rest->during = (McPeriod){ gap.until, during.until };
      set_period (change, MC_ENTITY (other), (McPeriod){ during.from, gap.from });
      mc_change_insert (change, MC_ENTITY (rest));
    }
  else if (before)
    set_period (change, MC_ENTITY (other), (McPeriod){ during.from, gap.from });
  else if (after)
    set_period (change, MC_ENTITY (other), (McPeriod){ gap.until, during.until });
  else
    mc_change_delete (change, MC_ENTITY (other));
}

/* Nobody sits at two counters, and nobody is twice at one. */
static gboolean
is_in_the_way (McCounterAssignment *other, McCounterAssignment *wanted)
{
  return mc_period_overlaps (other->during, wanted->during) &&
         (other->counter_id == wanted->counter_id ||
          (other->role == MC_COUNTER_ROLE_PRIMARY && wanted->role == MC_COUNTER_ROLE_PRIMARY));
}

static DexFuture *
assign_fiber (gpointer data)
{
  Act *act = data;
  McCounterAssignment *wanted = MC_COUNTER_ASSIGNMENT (act->row);
  g_autofree char *who = name_of_person (act->session, wanted->person_id);
  g_autofree char *where = name_of_counter (act->session, wanted->counter_id);
  /* Translators: a person; "counter 5" */
  g_autofree char *label = g_strdup_printf (_ ("Assign %s to %s"), who, where);
  g_autoptr (McChange) change = mc_change_new (label);
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "person_id", wanted->person_id);
  g_autoptr (GPtrArray) others = NULL;
  GError *error = NULL;

  others = dex_await_boxed (mc_store_list (act->session->store, MC_TYPE_COUNTER_ASSIGNMENT, query), &error);
  if (!others)
    return dex_future_new_for_error (error);
  for (guint i = 0; i < others->len; i++)
    if (is_in_the_way (g_ptr_array_index (others, i), wanted))
      make_room (change, g_ptr_array_index (others, i), wanted->during);
  mc_change_insert (change, MC_ENTITY (wanted));
  return dex_future_new_take_object (g_steal_pointer (&change));
}

DexFuture *
mc_counter_change_assign (McSession *session, McCounterAssignment *assignment)
{
  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_COUNTER_ASSIGNMENT (assignment), NULL);
  return spawn (session, assign_fiber, assignment, MC_DAY_NONE);
}

McChange *
mc_counter_change_end (McSession *session, McCounterAssignment *assignment, McDay last_day)
{
  g_autofree char *who = NULL;
  g_autofree char *where = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_COUNTER_ASSIGNMENT (assignment), NULL);
  who = name_of_person (session, assignment->person_id);
  where = name_of_counter (session, assignment->counter_id);
  /* Translators: a person; "counter 5" */
  label = g_strdup_printf (_ ("End the work of %s at %s"), who, where);
  change = mc_change_new (label);
  cut (change, MC_ENTITY (assignment), last_day + 1);
  return change;
}

McChange *
mc_competence_change_toggle (McSession *session, gpointer competence, gint64 person, gint64 field, McDay day)
{
  g_autoptr (McLiveList) fields = NULL;
  g_autofree char *who = NULL;
  g_autofree char *label = NULL;
  McField *known;
  const char *what;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  fields = mc_session_list (session, MC_TYPE_FIELD, MC_DAY_NONE);
  known = mc_live_list_get_by_id (fields, field);
  what = known && known->name ? known->name : "";
  who = name_of_person (session, person);
  /* Translators: a person; a field of procedures */
  label = g_strdup_printf (competence ? _ ("%s no longer serves %s") : _ ("%s serves %s"), who, what);
  change = mc_change_new (label);
  if (competence)
    cut (change, competence, day);
  else
    {
      g_autoptr (McCompetence) row = mc_competence_new ();

      row->person_id = person;
      row->field_id = field;
      row->level = MC_COMPETENCE_LEVEL_TRAINED;
      row->during = (McPeriod){ day, known ? known->during.until : MC_DAY_NONE };
      mc_change_insert (change, MC_ENTITY (row));
    }
  return change;
}
