/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-states.h"

#include "mc-absence-entry.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-roster-entry.h"
#include "mc-staff-entry.h"

static McDaySession
session_of (const McCounterFacts *facts)
{
  return facts->session == MC_HALF_MORNING ? MC_DAY_SESSION_MORNING : MC_DAY_SESSION_AFTERNOON;
}

gboolean
mc_counter_facts_is_open (const McCounterFacts *facts, gint64 counter)
{
  McDaySession session = session_of (facts);

  if (counter == 0)
    return mc_work_calendar_serves (facts->calendar, 0, facts->day, session);
  if (mc_work_calendar_works (facts->calendar, facts->day, session))
    return TRUE;
  for (guint i = 0; facts->fields && i < facts->fields->len; i++)
    {
      const McCounterField *served = g_ptr_array_index (facts->fields, i);

      if (served->counter_id == counter && mc_period_contains (served->during, facts->day) &&
          mc_work_calendar_serves (facts->calendar, served->field_id, facts->day, session))
        return TRUE;
    }
  return FALSE;
}

char *
mc_counter_facts_why_closed (const McCounterFacts *facts)
{
  const McWorkDay *is = mc_work_calendar_get (facts->calendar, facts->day);

  if (mc_counter_facts_is_open (facts, 0))
    return NULL;
  return g_strdup (is->name ? is->name : mc_work_day_kind_get_label (is->kind));
}

static McAbsenceEntry *
find_absence (const McCounterFacts *facts, gint64 person)
{
  for (guint i = 0; facts->absences && i < facts->absences->len; i++)
    {
      McAbsenceEntry *absence = g_ptr_array_index (facts->absences, i);

      if (absence->person_id == person && mc_half_covers (absence->half, facts->session))
        return absence;
    }
  return NULL;
}

static McStaffEntry *
find_person (const McCounterFacts *facts, gint64 person)
{
  for (guint i = 0; i < facts->staff->len; i++)
    if (mc_entity_get_id (g_ptr_array_index (facts->staff, i)) == person)
      return g_ptr_array_index (facts->staff, i);
  return NULL;
}

static McTone
tone_of (const McCounterFacts *facts, McStaffEntry *person)
{
  McAbsenceEntry *absence = find_absence (facts, mc_entity_get_id (MC_ENTITY (person)));

  if (absence)
    return absence->excused ? MC_TONE_ABSENT : MC_TONE_ABSENT_UNEXCUSED;
  return person->tour_role == MC_TOUR_ROLE_STANDBY ? MC_TONE_STANDBY : MC_TONE_STAFFED;
}

static void
add_person (const McCounterFacts *facts, McCounterState *state, McStaffEntry *person, McTone tone)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (person));

  mc_counter_state_add_person (state, id, person->full_name, person->tour_agency_code, tone,
                               facts->photos ? g_hash_table_lookup (facts->photos, &id) : NULL);
}

static gboolean
is_in_session (const McCounterFacts *facts, const McRosterEntry *entry)
{
  return entry->session == session_of (facts);
}

static gboolean
is_rostered (const McCounterFacts *facts)
{
  return facts->roster && facts->roster->len > 0;
}

static gboolean
sits_at (const McCounterFacts *facts, gint64 person, gint64 counter)
{
  for (guint i = 0; i < facts->assignments->len; i++)
    {
      const McCounterAssignment *assignment = g_ptr_array_index (facts->assignments, i);

      if (assignment->person_id == person && assignment->counter_id == counter &&
          assignment->role == MC_COUNTER_ROLE_PRIMARY && mc_period_contains (assignment->during, facts->day))
        return TRUE;
    }
  return FALSE;
}

/* Who the roster has put there; whose counter it is not, stands in. */
static void
add_rostered (const McCounterFacts *facts, McCounterState *state)
{
  for (guint i = 0; i < facts->roster->len; i++)
    {
      const McRosterEntry *entry = g_ptr_array_index (facts->roster, i);
      McStaffEntry *person;
      McTone tone;

      if (entry->counter_id != state->counter_id || !is_in_session (facts, entry))
        continue;
      person = find_person (facts, entry->person_id);
      if (!person)
        continue;
      tone = tone_of (facts, person);
      if (tone == MC_TONE_STAFFED && !sits_at (facts, entry->person_id, state->counter_id))
        tone = MC_TONE_STANDBY;
      add_person (facts, state, person, tone);
    }
}

/* Who is assigned on the day; returns how many could serve the counter. */
static guint
add_assigned (const McCounterFacts *facts, McCounterState *state)
{
  guint able = 0;

  for (guint i = 0; i < facts->assignments->len; i++)
    {
      const McCounterAssignment *assignment = g_ptr_array_index (facts->assignments, i);
      McStaffEntry *person;

      if (assignment->counter_id != state->counter_id || !mc_period_contains (assignment->during, facts->day))
        continue;
      person = find_person (facts, assignment->person_id);
      if (!person)
        continue;
      able += find_absence (facts, assignment->person_id) == NULL;
      if (assignment->role == MC_COUNTER_ROLE_PRIMARY && !is_rostered (facts))
        add_person (facts, state, person, tone_of (facts, person));
    }
  return able;
}

static void
fill (const McCounterFacts *facts, McCounterState *state)
{
  gboolean open = mc_counter_facts_is_open (facts, state->counter_id);
  guint able = 0;

  if (is_rostered (facts))
    add_rostered (facts, state);
  if (open || state->people->len > 0)
    able = add_assigned (facts, state);
  if (open || state->people->len > 0)
    state->values[MC_PLAN_OVERLAY_RISK] = able;
  else
    state->tone = MC_TONE_CLOSED;
}

GPtrArray *
mc_counter_states_new (const McCounterFacts *facts)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_counter_state_free);

  for (guint i = 0; i < facts->counters->len; i++)
    {
      McCounterEntry *counter = g_ptr_array_index (facts->counters, i);
      g_autofree char *number = g_strdup_printf ("%d", counter->number);
      g_auto (GStrv) codes = g_strsplit (counter->agency_codes ? counter->agency_codes : "", ", ", -1);
      McCounterState *state = mc_counter_state_new (number);

      state->counter_id = mc_entity_get_id (MC_ENTITY (counter));
      state->name = g_strdup (counter->name);
      state->agency_codes = g_strjoinv (" · ", codes);
      state->seats = MAX (counter->seats, 1);
      fill (facts, state);
      mc_counter_state_settle (state);
      g_ptr_array_add (states, state);
    }
  return states;
}
