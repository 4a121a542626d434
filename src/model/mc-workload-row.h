/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mc-day.h"

G_BEGIN_DECLS

/** MC_WAIT_STEPS: how many steps waiting is spread over. */
#define MC_WAIT_STEPS 12

/** mc_wait_step_minutes: where each step begins, in minutes: 0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120. */
extern const int mc_wait_step_minutes[MC_WAIT_STEPS];

/** mc_wait_step: the step of @seconds of waiting. */
guint mc_wait_step (gint64 seconds);

/**
 * McWorkloadRow:
 * What came and was done in one bucket of time, of one key: sums of the facts in force, as they are in the database
 * (`centre.dossier_count`, `ticket_count`, `rating_count` say what each is). All figures of people are derived from
 * these.
 *
 * @start: first day of the bucket (a week's Monday, a month's or year's first), or of the question
 * @slot: half-hour of the day, 0…47; -1 where not asked for
 * @key: the counter, agency, field, procedure or person; the weekday (1 is Monday) for MC_WORKLOAD_BY_WEEKDAY_SLOT;
 *   0 where it is not known, and for MC_WORKLOAD_BY_NONE
 * @days: on how many days there was anything
 * @process_minutes: of all settled dossiers (early, on time, overdue) together
 * @wait_seconds: of all called tickets together
 * @service_seconds: of all served and complete tickets together
 * @wait_histogram: called tickets by mc_wait_step()
 * @staffed_minutes: of reception, for which people were rostered at the counters and not away, on those days of a
 * counter of which roster and tickets are known; 0 where the query did not ask for it
 * @busy_seconds: of service_seconds, those of the same days and counters
 * @burst: ratings given in quick succession, contained in the others
 */
typedef struct
{
  McDay start;
  int slot;
  gint64 key;
  int days;

  gint64 received, early, on_time, overdue, returned, digital, process_minutes, open_late;
  gint64 arrived, served, no_show, incomplete, unserved, above_level;
  gint64 wait_seconds, wait_max, service_seconds, service_max;
  gint64 staffed_minutes, busy_seconds;
  gint64 wait_histogram[MC_WAIT_STEPS];
  gint64 very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied, burst;
} McWorkloadRow;

/** mc_workload_row_add: adds the figures of @other to @row; the longest stay the longest; bucket, key and days are
 * kept. */
void mc_workload_row_add (McWorkloadRow *row, const McWorkloadRow *other);

G_END_DECLS
