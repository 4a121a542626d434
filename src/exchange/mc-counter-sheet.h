/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_counter_sheet_columns:
 * The columns of a list of counters for mc_table_export(); the items are McCounterEntry. The headers are those that an
 * import understands, so that a list goes out, is completed, and comes in again; the people are for reading.
 *
 * Returns: (transfer full) (element-type McTableColumn)
 */
GPtrArray *mc_counter_sheet_columns (void);

G_END_DECLS
