/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-row.h"

G_BEGIN_DECLS

/**
 * McWorkloadCount:
 * One row of the counts of a file, before it is in the database: whose and when, and how many. Plain.
 *
 * @slot: half-hour, 0…47; -1 for dossiers
 * @terminal: (nullable): of ratings; an interned text
 * @sums: the figures of its kind; start, slot, key and days are not used
 */
typedef struct
{
  McDay day;
  int slot;
  gint64 counter_id;
  gint64 agency_id;
  gint64 field_id;
  gint64 procedure_id;
  gint64 person_id;
  const char *terminal;
  McWorkloadRow sums;
} McWorkloadCount;

G_END_DECLS
