/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-table-reader.h"

G_BEGIN_DECLS

/** How much of the top of a file is looked at to tell its encoding and delimiter. */
#define MC_CSV_SAMPLE_SIZE 65536

#define MC_TYPE_CSV_READER (mc_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (McCsvReader, mc_csv_reader, MC, CSV_READER, McTableReader)

/**
 * mc_csv_reader_open:
 * @top: the first MC_CSV_SAMPLE_SIZE bytes, or all when the file is smaller
 *
 * Memory does not grow with the file: what has been read and not asked for is less than
 * one block.
 *
 * Returns: (transfer full): a future of a McCsvReader; MC_ERROR_INVALID for what is no
 *   text and for TCVN3 and VNI, with the way out
 */
DexFuture *mc_csv_reader_open (GFile *file, GBytes *top);

/** mc_csv_reader_get_delimiter: ',', ';' or a tab. */
char mc_csv_reader_get_delimiter (McCsvReader *self);

/**
 * mc_csv_reader_walk:
 * @wanted: (array length=n): by column: of which the text is needed
 * @cancellable: (nullable)
 *
 * Reads the whole file from its top and gives each row to @func, waiting for the disk: for a thread of its own. What
 * mc_table_reader_next_row() has come to is not touched.
 *
 * Errors: MC_ERROR_INVALID as with mc_table_reader_next_row(), G_IO_ERROR_CANCELLED, those of @func
 */
gboolean mc_csv_reader_walk (McCsvReader *self,
                             const gboolean *wanted,
                             guint n,
                             McTableRowFunc func,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
