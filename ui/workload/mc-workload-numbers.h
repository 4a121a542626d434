/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-row.h"
#include "mc-workload-source.h"

G_BEGIN_DECLS

/* The numbers of each kind of figures that people count and read: those that no machine is needed for. */

/** McWorkloadNumber: @field: a column of the counts of its kind; @offset: in an McWorkloadRow, of a gint64. */
typedef struct
{
  const char *field;
  gsize offset;
} McWorkloadNumber;

/** mc_workload_numbers: (transfer none) (array length=n): of @kind, in the order in which they are read. */
const McWorkloadNumber *mc_workload_numbers (McWorkloadKind kind, guint *n);

/** mc_workload_number_label: (transfer none): as the counts of @kind call it. */
const char *mc_workload_number_label (McWorkloadKind kind, const McWorkloadNumber *number);

/** mc_workload_numbers_format: (transfer full): "Received: 120 · Settled early: 35 · …", summed over @counts. */
char *mc_workload_numbers_format (McWorkloadKind kind, GArray *counts);

G_END_DECLS
