/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "mc-table-row.h"

G_BEGIN_DECLS

#define MC_TYPE_TABLE_READER (mc_table_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (McTableReader, mc_table_reader, MC, TABLE_READER, GObject)

/**
 * McTableReaderClass:
 * @next_row: a future of the next McTableRow, or of %NULL after the last
 * @select_sheet: begins again at the top of another sheet; only called with an index that exists
 *
 * Reads a table file row by row. A reader is used from one thread and by one caller at a
 * time; what would block runs elsewhere.
 */
struct _McTableReaderClass
{
  GObjectClass parent_class;

  DexFuture *(*next_row) (McTableReader *self);
  DexFuture *(*select_sheet) (McTableReader *self, guint index);
};

/**
 * mc_table_reader_open:
 * @file: a CSV, XLSX, ODS or XLS file
 *
 * Looks into the file, not at its name: what it truly is decides which reader is
 * made. The first sheet is selected.
 *
 * Returns: (transfer full): a future of a McTableReader. Errors: MC_ERROR_INVALID with a
 *   sentence that says what is wrong with the file and how to mend it, MC_ERROR_NOT_FOUND,
 *   MC_ERROR_DENIED, MC_ERROR_UNSUPPORTED.
 */
DexFuture *mc_table_reader_open (GFile *file);

/** mc_table_reader_open_stoppable: likewise; @cancellable stops the opening, G_IO_ERROR_CANCELLED then. */
DexFuture *mc_table_reader_open_stoppable (GFile *file, GCancellable *cancellable);

/**
 * mc_table_reader_next_row:
 * Returns: (transfer full): a future of the next McTableRow that holds anything, or of %NULL
 *   after the last. A damaged place rejects with MC_ERROR_INVALID and names row and column.
 */
DexFuture *mc_table_reader_next_row (McTableReader *self);

/** mc_table_reader_get_sheets: (transfer none): the names of the sheets; one for CSV. */
const char *const *mc_table_reader_get_sheets (McTableReader *self);

/** mc_table_reader_get_sheet: the selected sheet, from 0. */
guint mc_table_reader_get_sheet (McTableReader *self);

/**
 * mc_table_reader_select_sheet:
 * Returns: (transfer full): a future of %TRUE when reading begins again at the top of sheet @index
 */
DexFuture *mc_table_reader_select_sheet (McTableReader *self, guint index);

/**
 * mc_table_reader_get_format:
 * Returns: (transfer none): what the file is: "CSV", "XLSX", "ODS" or "XLS"
 */
const char *mc_table_reader_get_format (McTableReader *self);

/**
 * mc_table_reader_get_note:
 * Returns: (transfer none) (nullable): a sentence about how the file was understood that the person
 *   should see (its true format, its encoding), or %NULL
 */
const char *mc_table_reader_get_note (McTableReader *self);

/* For the readers themselves. */
void mc_table_reader_set_sheets (McTableReader *self, const char *const *sheets, guint selected);
void mc_table_reader_set_format (McTableReader *self, const char *format);
void mc_table_reader_add_note (McTableReader *self, const char *note);

G_END_DECLS
