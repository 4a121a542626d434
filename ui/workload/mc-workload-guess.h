/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-column-mapping.h"
#include "mc-session.h"
#include "mc-table-reader.h"
#include "mc-workload-file.h"
#include "mc-workload-import.h"
#include "mc-workload-source.h"

G_BEGIN_DECLS

/* What a file of figures probably is: its kind, what its columns mean, and from where it comes. All wait: on a fiber.
 */

/**
 * mc_workload_guess_kind:
 * @sources: (element-type McWorkloadSource): whose files' headers are remembered
 * @kind: (inout): the kind whose headers explain most of the file, or whose source remembers most of them; kept where
 *   neither tells
 */
void mc_workload_guess_kind (McTableReader *reader, GListModel *sources, McWorkloadKind *kind);

/**
 * mc_workload_guess_columns:
 * @supposed: (out): none of the headers is known: they are those of the row that looks most like them
 *
 * Returns: (transfer full) (nullable): what the columns mean; MC_ERROR_INVALID where no row can be a header
 */
McColumnMapping *
mc_workload_guess_columns (McTableReader *reader, McWorkloadKind kind, gboolean *supposed, GError **error);

/** mc_workload_guess_recall: what is remembered of @source. Returns: how many columns of @mapping were remembered */
guint mc_workload_guess_recall (McWorkloadSource *source, McColumnMapping *mapping);

/**
 * mc_workload_guess_source:
 * @sources: (element-type McWorkloadSource): of all kinds
 * @n_met: (out): how many headers are remembered of it
 *
 * Returns: (transfer full) (nullable): of the sources of @kind that are no samples the one whose files had most of
 * these headers; the only one, where none is remembered
 */
McWorkloadSource *
mc_workload_guess_source (GListModel *sources, McWorkloadKind kind, McColumnMapping *mapping, guint *n_met);

/**
 * mc_workload_guess_names:
 * @source: (nullable): whose level of waiting counts
 *
 * Returns: (transfer full) (nullable): an import of @kind that knows what the file may name, as it was in force on its
 *   first day
 */
McWorkloadImport *mc_workload_guess_names (McSession *session,
                                           McTableReader *reader,
                                           McColumnMapping *mapping,
                                           McWorkloadKind kind,
                                           McWorkloadSource *source,
                                           GError **error);

/** mc_workload_guess_row: (transfer full): the row of the register for a file that was read. */
McWorkloadFile *mc_workload_guess_row (GFile *file, McWorkloadImport *import, const char *digest);

/** mc_workload_guess_lists_same_days: whether @other counts and lists some of the days of @import. */
gboolean mc_workload_guess_lists_same_days (McWorkloadFile *other, McWorkloadImport *import);

G_END_DECLS
