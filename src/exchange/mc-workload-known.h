/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-workload-import.h"

G_BEGIN_DECLS

/** mc_workload_known_nouns: (array length=n_nouns) (transfer none): of which rows mc_workload_known_add() makes use, in
 * this order; those in force on a day, where they have a period. */
const GType *mc_workload_known_nouns (guint *n_nouns);

/**
 * mc_workload_known_add:
 * Makes a row of the register known to @import: a counter, an agency's state or name, a field, a procedure, a person;
 * what is served at a counter alone, if it is the only one, tells the agency of what comes to that counter.
 */
void mc_workload_known_add (McWorkloadImport *import, McEntity *row);

/**
 * mc_workload_known_peek_day:
 * Returns: (transfer full): a future of the McDay (int) of the first row that says one, by which it is told what is in
 *   force; MC_DAY_NONE if none of the first rows does
 */
DexFuture *mc_workload_known_peek_day (McTableReader *reader, McColumnMapping *mapping);

/** mc_workload_file_digest: (transfer full): a future of the SHA-256 (string, hex) of @file's bytes, read on a thread.
 */
DexFuture *mc_workload_file_digest (GFile *file);

G_END_DECLS
