/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-field-info.h"

G_BEGIN_DECLS

/** McWorkloadBucket: how time is parted. */
typedef enum
{
  MC_WORKLOAD_HALF_HOUR,
  MC_WORKLOAD_DAY,
  MC_WORKLOAD_WEEK,
  MC_WORKLOAD_MONTH,
  MC_WORKLOAD_YEAR,
  MC_WORKLOAD_WHOLE,
} McWorkloadBucket;

/**
 * McWorkloadBy:
 * By what the figures are parted.
 *
 * @MC_WORKLOAD_BY_PERSON: not for viewers and technicians, who are refused
 * @MC_WORKLOAD_BY_WEEKDAY_SLOT: tickets and ratings by weekday and half-hour of the day
 */
typedef enum
{
  MC_WORKLOAD_BY_NONE,
  MC_WORKLOAD_BY_COUNTER,
  MC_WORKLOAD_BY_AGENCY,
  MC_WORKLOAD_BY_FIELD,
  MC_WORKLOAD_BY_PROCEDURE,
  MC_WORKLOAD_BY_PERSON,
  MC_WORKLOAD_BY_WEEKDAY_SLOT,
} McWorkloadBy;

/* The texts of the console and the database, and the names for people. */
extern const McEnumValue mc_workload_bucket_values[];
extern const McEnumValue mc_workload_by_values[];

/**
 * McWorkloadQuery:
 * A question to the workload. Plain; copy by assignment.
 *
 * @from: first day
 * @to: the day after the last
 * @only: of one key alone: a counter, agency, field, procedure or person; MC_WORKLOAD_BY_NONE for all
 * @only_key: which; 0 means where it is not known
 * @staffed: also for how long the counters were staffed, by days or longer, of all, by counter or of one counter; of
 *   nothing else does a roster know
 */
typedef struct
{
  McDay from;
  McDay to;
  McWorkloadBucket bucket;
  McWorkloadBy by;
  McWorkloadBy only;
  gint64 only_key;
  gboolean staffed;
} McWorkloadQuery;

G_END_DECLS
