/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-column-mapping.h"
#include "mc-table-reader.h"

G_BEGIN_DECLS

/* What every import of a list does with a table. */

/**
 * mc_table_walk_find_header:
 * Looks through the first rows of the selected sheet for the headers; titles above them are passed over.
 *
 * Returns: (transfer full): a future of the McColumnMapping, guessed; MC_ERROR_INVALID when there is no header
 */
DexFuture *mc_table_walk_find_header (McTableReader *reader, const McColumnSet *set);

/**
 * mc_table_walk_likely_header:
 * Where none of the headers is known: the first row, of those that could be one, with the most words of its own. A
 * person says what its columns mean.
 *
 * Returns: (transfer full): a future of the McColumnMapping, guessed where anything can be; MC_ERROR_INVALID when no
 * row looks like a header
 */
DexFuture *mc_table_walk_likely_header (McTableReader *reader, const McColumnSet *set);

/** McTableWalkFunc: takes one row of the list; %FALSE with @error stops. On a fiber. */
typedef gboolean (*McTableWalkFunc) (McTableRow *row, gpointer user_data, GError **error);

/**
 * mc_table_walk_rows: (on a fiber)
 *
 * Reads the selected sheet anew and gives every row of the list to @func; lets the main loop have its turn in between.
 * Errors: MC_ERROR_INVALID when needed columns are missing or there are no rows; those of the reader and of @func
 */
gboolean mc_table_walk_rows (
    McTableReader *reader, McColumnMapping *mapping, McTableWalkFunc func, gpointer user_data, GError **error);

G_END_DECLS
