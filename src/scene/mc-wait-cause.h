/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-states.h"
#include "mc-session-time.h"
#include "mc-usual.h"
#include "mc-workload-query.h"

G_BEGIN_DECLS

/**
 * McWaitTime: a time at which people waited.
 *
 * @slot: half-hour of the day, 0…47; -1: all of it
 * @counter_id: 0: all counters
 */
typedef struct
{
  McDay day;
  int slot;
  gint64 counter_id;
} McWaitTime;

/** mc_wait_time_has: whether @session lies in the time: both of a day do, else the one of the half-hour. */
gboolean mc_wait_time_has (const McWaitTime *self, McDaySession session);

/** McWaitPart: what is asked of the workload, for one part of the answer each. */
typedef enum
{
  MC_WAIT_PART_ALL,        /* waiting and visitors */
  MC_WAIT_PART_HOURS,      /* visitors and waiting of each half-hour of the day */
  MC_WAIT_PART_FIELDS,     /* visitors by field */
  MC_WAIT_PART_PROCEDURES, /* dossiers of the day by procedure: of a half-hour nobody knows them */
  MC_N_WAIT_PARTS,
} McWaitPart;

void mc_wait_time_get_query (const McWaitTime *self, McWaitPart part, McWorkloadQuery *query);

/**
 * McWaitCause: what stood beside a time of waiting. Plain.
 *
 * @now: of the time
 * @wait, @arrived: mean minutes and visitors, beside what is usual
 * @days: how many earlier days of that weekday tell it
 * @hours: (element-type McWorkloadRow): of the day by half-hour
 * @fields, @procedures: (element-type McUsual): those of which more came than usual, from what is most above it on
 * @fields_of: what the fields are counted by: visitors, or, of a day whose tickets tell no field, dossiers
 * @knows_fields: whether any field is known of the time
 */
typedef struct
{
  McWaitTime time;
  McWorkloadRow now;
  McUsual wait, arrived;
  guint days;
  GArray *hours;
  GArray *fields;
  GArray *procedures;
  McWorkloadFigure fields_of;
  gboolean knows_fields;
} McWaitCause;

/** mc_wait_cause_new: (transfer full): @rows: (element-type McWorkloadRow): of each McWaitPart. Pure. */
McWaitCause *mc_wait_cause_new (const McWaitTime *time, GArray *const rows[MC_N_WAIT_PARTS]);
void mc_wait_cause_free (McWaitCause *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McWaitCause, mc_wait_cause_free)

/**
 * McWaitStaffing: how many of the counters had somebody. A counter without a person is empty, closed or away.
 *
 * @open: those that received people
 * @staffed: of these, with somebody at them; @standby: of these, by who stood in
 * @people: at them
 */
typedef struct
{
  guint open, staffed, standby, people;
} McWaitStaffing;

/** mc_wait_staffing_count: @states: (element-type McCounterState): of one session. @counter: 0: of all. */
void mc_wait_staffing_count (GPtrArray *states, gint64 counter, McWaitStaffing *staffing);

G_END_DECLS
