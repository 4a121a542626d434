/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-counter-state.h"
#include "mc-work-calendar.h"

G_BEGIN_DECLS

/**
 * McCounterFacts: what is known of the counters in one half of a day. Nothing is held longer than the call.
 *
 * @session: MC_HALF_MORNING or MC_HALF_AFTERNOON
 * @counters: (element-type McCounterEntry): of @day
 * @assignments: (element-type McCounterAssignment): of any time
 * @staff: (element-type McStaffEntry): of @day
 * @absences: (nullable) (element-type McAbsenceEntry): of @day
 * @calendar: which sessions are worked
 * @fields: (nullable) (element-type McCounterField): what counters serve; on Saturday mornings of chosen fields those
 * are open that serve one of them
 * @roster: (nullable) (element-type McRosterEntry): of @day; without any, the standing assignments tell who sits where
 * @photos: (nullable): person id (gint64): cairo_surface_t
 */
typedef struct
{
  McDay day;
  McHalf session;
  GPtrArray *counters;
  GPtrArray *assignments;
  GPtrArray *staff;
  GPtrArray *absences;
  McWorkCalendar *calendar;
  GPtrArray *fields;
  GPtrArray *roster;
  GHashTable *photos;
} McCounterFacts;

/**
 * mc_counter_facts_is_open:
 * @counter: 0: any
 *
 * Whether a counter receives people in the session, by the working calendar.
 */
gboolean mc_counter_facts_is_open (const McCounterFacts *facts, gint64 counter);

/** mc_counter_facts_why_closed: (transfer full) (nullable): the name of the holiday, or "Weekend"; %NULL when any
 * counter is open. */
char *mc_counter_facts_why_closed (const McCounterFacts *facts);

/**
 * mc_counter_states_new:
 * How each counter is, by the roster of the day, and by the standing assignments as long as there is none: who sits
 * there (who is at the centre as a standby, or whose counter this is not, stands in), who is away; and as the risk how
 * many could serve it, standbys who are not away included. On days off those counters are open that the roster mans.
 *
 * Returns: (transfer full) (element-type McCounterState)
 */
GPtrArray *mc_counter_states_new (const McCounterFacts *facts);

G_END_DECLS
