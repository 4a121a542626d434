/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-states.h"

#include "mc-absence-entry.h"
#include "mc-calendar-store.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-roster-entry.h"
#include "mc-staff-entry.h"

static GPtrArray *
list_rows (McStore *store, GType noun, McDay day, GError **error)
{
  g_autoptr (McQuery) query = mc_query_new ();

  if (day != MC_DAY_NONE)
    mc_query_at (query, day);
  return dex_await_boxed (mc_store_list (store, noun, query), error);
}

GPtrArray *
mc_cli_load_states (McStore *store, McDay day, McHalf session, char **closed, GPtrArray **absences, GError **error)
{
  McCounterFacts facts = { .day = day, .session = session };
  g_autoptr (GPtrArray) counters = list_rows (store, MC_TYPE_COUNTER_ENTRY, day, error);
  g_autoptr (GPtrArray) assignments = counters ? list_rows (store, MC_TYPE_COUNTER_ASSIGNMENT, day, error) : NULL;
  g_autoptr (GPtrArray) staff = assignments ? list_rows (store, MC_TYPE_STAFF_ENTRY, day, error) : NULL;
  g_autoptr (GPtrArray) away = staff ? list_rows (store, MC_TYPE_ABSENCE_ENTRY, day, error) : NULL;
  g_autoptr (GPtrArray) fields = away ? list_rows (store, MC_TYPE_COUNTER_FIELD, MC_DAY_NONE, error) : NULL;
  g_autoptr (McWorkCalendar) calendar = fields ? dex_await_object (mc_calendar_store_load (store), error) : NULL;
  g_autoptr (GPtrArray) roster = calendar ? list_rows (store, MC_TYPE_ROSTER_ENTRY, day, error) : NULL;

  if (!roster)
    return NULL;
  facts.counters = counters;
  facts.assignments = assignments;
  facts.staff = staff;
  facts.absences = away;
  facts.calendar = calendar;
  facts.fields = fields;
  facts.roster = roster;
  if (closed)
    *closed = mc_counter_facts_why_closed (&facts);
  if (absences)
    *absences = g_ptr_array_ref (away);
  return mc_counter_states_new (&facts);
}
