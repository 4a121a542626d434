/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-table-row.h"

G_BEGIN_DECLS

/**
 * McCsvScan:
 * The rows of McCsvParser, cut out of a block of bytes in place: no field is copied, and of most columns only the
 * length is looked at. It reads what is plainly right; before any other row it stops, and McCsvParser, begun there,
 * reads on and says what is wrong. Both give the same rows.
 */
typedef struct _McCsvScan McCsvScan;

/**
 * McCsvScanned:
 * @MC_CSV_SCAN_ROW: a row
 * @MC_CSV_SCAN_MORE: the block ends within a row, or is at its end
 * @MC_CSV_SCAN_ODD: the row is not for here
 */
typedef enum
{
  MC_CSV_SCAN_ROW,
  MC_CSV_SCAN_MORE,
  MC_CSV_SCAN_ODD,
} McCsvScanned;

/**
 * mc_csv_scan_new:
 * @delimiter: ',', ';' or a tab
 * @wanted: (array length=n): by column: of which the text is needed
 */
McCsvScan *mc_csv_scan_new (char delimiter, const gboolean *wanted, guint n);
void mc_csv_scan_free (McCsvScan *self);

/**
 * mc_csv_scan_next:
 * @data: (array length=size): from where the last call ended; it is written into, also one byte beyond @size
 * @whole: the file ends with @data
 * @row: (inout): made anew; its texts lie in @data
 * @used: (out): how many bytes are done with, those of empty rows before as well; @data without them comes to the next
 *   call
 */
McCsvScanned mc_csv_scan_next (McCsvScan *self, char *data, gsize size, gboolean whole, McTableRow *row, gsize *used);

/** mc_csv_scan_get_line: the line that the next row begins on, from 1. */
guint mc_csv_scan_get_line (McCsvScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McCsvScan, mc_csv_scan_free)

G_END_DECLS
