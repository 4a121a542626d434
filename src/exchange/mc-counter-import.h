/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-list-import.h"

G_BEGIN_DECLS

/** McCounterColumn: what a column of a list of counters can mean. */
typedef enum
{
  MC_COUNTER_COLUMN_NOTHING,
  MC_COUNTER_COLUMN_NUMBER,
  MC_COUNTER_COLUMN_NAME,
  MC_COUNTER_COLUMN_LEVEL,
  MC_COUNTER_COLUMN_PLACE,
  MC_COUNTER_COLUMN_SEATS,
  MC_COUNTER_COLUMN_AGENCIES,
  MC_COUNTER_COLUMN_FIELDS,
  MC_COUNTER_COLUMN_OFFICERS,
  MC_COUNTER_COLUMN_STANDBYS,
  MC_COUNTER_COLUMN_FROM,
  MC_COUNTER_COLUMN_UNTIL,
  MC_COUNTER_COLUMN_NOTE,
  MC_COUNTER_N_COLUMNS,
} McCounterColumn;

extern const McColumnSet mc_counter_columns;

#define MC_TYPE_COUNTER_IMPORT (mc_counter_import_get_type ())
G_DECLARE_FINAL_TYPE (McCounterImport, mc_counter_import, MC, COUNTER_IMPORT, McListImport)

/**
 * mc_counter_import_new: a list of counters with the agencies and fields that they serve, who sits there and who stands
 * by; what is known (mc_list_import_add_known()) are numbers.
 * @from: the first day of counters for which the list names none, and the earliest first day of people for whom it
 *   names none; these stay as long as they are at the centre
 */
McListImport *mc_counter_import_new (McDay from);

/** mc_counter_import_add_person: @row: a McPerson whom the list may name, a McTour, a McCounterAssignment; any order.
 */
void mc_counter_import_add_person (McCounterImport *self, gpointer row);

G_END_DECLS
