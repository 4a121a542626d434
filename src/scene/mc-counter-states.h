/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence.h"
#include "mc-counter-state.h"
#include "mc-day.h"

G_BEGIN_DECLS

/**
 * McCounterFacts: what is known of the counters in one half of a day. Nothing is held longer than the call.
 *
 * @session: MC_HALF_MORNING or MC_HALF_AFTERNOON
 * @counters: (element-type McCounterEntry): of @day
 * @assignments: (element-type McCounterAssignment): of any time
 * @staff: (element-type McStaffEntry): of @day
 * @absences: (nullable) (element-type McAbsenceEntry): of @day
 * @overrides: (nullable) (element-type McDayOverride): days that are not as the week says
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
  GPtrArray *overrides;
  GPtrArray *roster;
  GHashTable *photos;
} McCounterFacts;

/** mc_counter_facts_is_open: whether the session is worked: Monday to Friday, unless an override says otherwise. */
gboolean mc_counter_facts_is_open (const McCounterFacts *facts);

/** mc_counter_facts_why_closed: (transfer full) (nullable): the name of the holiday, or "Weekend"; %NULL when it is
 * open.
 */
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
