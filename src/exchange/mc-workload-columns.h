/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-column-set.h"
#include "mc-workload-source.h"

G_BEGIN_DECLS

/**
 * McWorkloadColumn:
 * What a column of an export can mean. What names a dossier or a person of the public means nothing here and is not
 * read.
 *
 * @MC_WORKLOAD_COLUMN_START: when a dossier was received, a ticket drawn, a rating given
 * @MC_WORKLOAD_COLUMN_DAY: the day, where the times of tickets and ratings are times of day
 * @MC_WORKLOAD_COLUMN_DUE: of dossiers: the appointed day
 * @MC_WORKLOAD_COLUMN_CALLED: of tickets
 * @MC_WORKLOAD_COLUMN_END: when a dossier was settled, a ticket closed
 * @MC_WORKLOAD_COLUMN_STATUS: what came of it, in words
 * @MC_WORKLOAD_COLUMN_CHANNEL: of dossiers: online or digitised
 * @MC_WORKLOAD_COLUMN_LEVEL: of ratings: how satisfied
 * @MC_WORKLOAD_COLUMN_TERMINAL: of ratings: the device
 */
typedef enum
{
  MC_WORKLOAD_COLUMN_NOTHING,
  MC_WORKLOAD_COLUMN_START,
  MC_WORKLOAD_COLUMN_DAY,
  MC_WORKLOAD_COLUMN_DUE,
  MC_WORKLOAD_COLUMN_CALLED,
  MC_WORKLOAD_COLUMN_END,
  MC_WORKLOAD_COLUMN_STATUS,
  MC_WORKLOAD_COLUMN_CHANNEL,
  MC_WORKLOAD_COLUMN_LEVEL,
  MC_WORKLOAD_COLUMN_TERMINAL,
  MC_WORKLOAD_COLUMN_COUNTER,
  MC_WORKLOAD_COLUMN_AGENCY,
  MC_WORKLOAD_COLUMN_FIELD,
  MC_WORKLOAD_COLUMN_PROCEDURE,
  MC_WORKLOAD_COLUMN_PERSON,
  MC_WORKLOAD_N_COLUMNS,
} McWorkloadColumn;

/** mc_workload_columns: (transfer none): what the columns of an export of @kind can mean. */
const McColumnSet *mc_workload_columns (McWorkloadKind kind);

G_END_DECLS
