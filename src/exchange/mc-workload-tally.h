/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-count.h"

G_BEGIN_DECLS

/**
 * McWorkloadTally:
 * Counts by whose and when they are. Memory is that of the different keys.
 */
typedef struct _McWorkloadTally McWorkloadTally;

McWorkloadTally *mc_workload_tally_new (void);
void mc_workload_tally_free (McWorkloadTally *self);

/**
 * mc_workload_tally_get:
 * @key: its figures are not looked at
 *
 * Returns: (transfer none): the figures of @key, to be added to; valid until the next call
 */
McWorkloadRow *mc_workload_tally_get (McWorkloadTally *self, const McWorkloadCount *key);

/** mc_workload_tally_keep_open: an open dossier of @key that was appointed for @due. */
void mc_workload_tally_keep_open (McWorkloadTally *self, const McWorkloadCount *key, McDay due);

/** mc_workload_tally_close: open dossiers appointed for before @day are late. */
void mc_workload_tally_close (McWorkloadTally *self, McDay day);

/** mc_workload_tally_to_array: (transfer full): GArray of McWorkloadCount by day, half-hour and key. */
GArray *mc_workload_tally_to_array (McWorkloadTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McWorkloadTally, mc_workload_tally_free)

G_END_DECLS
